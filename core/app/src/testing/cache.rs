use std::{any::Any, collections::HashMap};

use fl_domain::{
    Timestamp,
    account::Operation,
    service::{OnceKey, Paged, Question, Told, account, documents},
    shelf::{Facet, HeadMerge, ShelfFilter, ShelfRow, ShelfState, Word},
};

use crate::{Cache, Cached, Draft, Sending, Stored, Window};

/// The cache's contract in the fewest lines.
#[derive(Default)]
pub(crate) struct MemoryCache {
    pub(crate) stored: Vec<Stored>,
    shelves: HashMap<&'static str, Box<dyn Any>>,
    /// What is remembered by name.
    pub(crate) remembered: Vec<&'static str>,
    pub(crate) sendings: Vec<Sending>,
    pub(crate) drafts: Vec<Draft>,
    /// How often a draft was written.
    pub(crate) written: usize,
    /// Drafts of a later version.
    pub(crate) unread: usize,
    made: u8,
    pub(crate) fault: Option<crate::CacheFault>,
}

/// One list.
pub(crate) struct Kept<R> {
    pub(crate) rows: Vec<R>,
    pub(crate) complete: bool,
    fetched_at: Option<Timestamp>,
}

/// A list's own question, by its name.
macro_rules! of_list {
    ($name:expr, $question:ident => $answer:expr) => {
        match $name {
            account::History::NAME => {
                type $question = account::History;
                $answer
            }
            documents::List::NAME => {
                type $question = documents::List;
                $answer
            }
            other => panic!("no list of {other}"),
        }
    };
}

impl MemoryCache {
    /// What is kept of a list.
    pub(crate) fn shelf<Q: Paged>(&mut self) -> &mut Kept<Q::Row> {
        let empty = || Box::new(Kept::<Q::Row> { rows: Vec::new(), complete: false, fetched_at: None });
        self.shelves.entry(Q::NAME).or_insert_with(|| empty()).downcast_mut().unwrap()
    }

    pub(crate) fn history(&mut self) -> &mut Kept<Operation> {
        self.shelf::<account::History>()
    }

    fn keep_draft(&mut self, draft: Draft) {
        self.written += 1;
        match self.drafts.iter_mut().find(|one| one.id == draft.id) {
            Some(kept) if kept.edition >= draft.edition => {}
            Some(kept) => *kept = draft,
            None => self.drafts.push(draft),
        }
    }

    pub(super) fn perform(&mut self, cache: Cache) -> Result<Cached, crate::CacheFault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        Ok(match cache {
            Cache::Load => Cached::Stored(self.stored.clone()),
            Cache::Save { told, at } => {
                for told in told {
                    self.stored.retain(|s| s.told.name() != told.name());
                    self.stored.push(Stored { told, fetched_at: at });
                }
                Cached::Done
            }
            Cache::MergeHead { rows, whole, at } => {
                of_list!(rows.name(), Q => Cached::Merged(self.shelf::<Q>().merge(&Q::told(rows).unwrap(), whole, at)))
            }
            Cache::Replace { rows, whole, at } => {
                of_list!(rows.name(), Q => {
                    let rows = Q::told(rows).unwrap();
                    *self.shelf::<Q>() = Kept { rows, complete: whole, fetched_at: Some(at) };
                    Cached::Done
                })
            }
            Cache::AppendTail { expected, rows, whole } => of_list!(rows.name(), Q => {
                let kept = self.shelf::<Q>();
                let fits = expected == kept.rows.len() as u64;
                if fits {
                    kept.rows.extend(Q::told(rows).unwrap());
                    kept.complete |= whole;
                }
                Cached::Appended(fits)
            }),
            Cache::Sendings => Cached::Sendings(self.sendings.clone()),
            Cache::Submit { ask, at, instead, draft } => {
                self.made += 1;
                let sending = Sending::new(OnceKey::from_bytes([self.made; 16]), ask, at);
                self.sendings.retain(|one| Some(one.key) != instead);
                self.sendings.push(sending.clone());
                if let Some(mut draft) = draft {
                    draft.hand_over(sending.key);
                    self.keep_draft(*draft);
                }
                Cached::Submitted(sending)
            }
            Cache::KeepSending(sending) => {
                let kept = self.sendings.iter_mut().find(|one| one.key == sending.key);
                *kept.expect("what is kept was submitted") = *sending;
                Cached::Done
            }
            Cache::RemoveSending(key) => {
                self.sendings.retain(|one| one.key != key);
                Cached::Done
            }
            Cache::Drafts => Cached::Drafts { drafts: self.drafts.clone(), unread: self.unread },
            Cache::KeepDraft(draft) => {
                self.keep_draft(*draft);
                Cached::Done
            }
            Cache::RemoveDraft(id) => {
                self.drafts.retain(|one| one.id != id);
                Cached::Done
            }
            Cache::Recall { name } => Cached::Recalled(self.remembered.contains(&name)),
            Cache::Remember { name } => {
                self.remembered.push(name);
                Cached::Done
            }
            Cache::Window { list, filter, offset, limit } => of_list!(list, Q => {
                Cached::Window(self.shelf::<Q>().window(&filter, offset, limit, Q::tell))
            }),
        })
    }
}

impl<R: ShelfRow> Kept<R> {
    fn merge(&mut self, rows: &[R], whole: bool, at: Timestamp) -> HeadMerge {
        let overlap = (0..rows.len()).find(|shift| {
            let known = (rows.len() - shift).min(self.rows.len());
            !self.rows.is_empty()
                && rows[*shift..][..known].iter().zip(&self.rows).all(|(new, old)| new.is(old))
        });
        let added = match overlap {
            Some(shift) if !whole => {
                let known = (rows.len() - shift).min(self.rows.len());
                self.rows.splice(0..known, rows[..shift + known].iter().cloned());
                shift
            }
            _ if whole || self.rows.is_empty() => {
                let added = rows.len().saturating_sub(self.rows.len());
                self.rows = rows.to_vec();
                self.complete = whole;
                added
            }
            _ => return HeadMerge::Gap,
        };
        self.fetched_at = Some(at);
        HeadMerge::Merged { added: added as u64 }
    }

    fn window(&self, filter: &ShelfFilter, offset: u64, limit: u32, tell: fn(Vec<R>) -> Told) -> Window {
        let sought = filter.text.trim().to_lowercase();
        let has_words = |row: &R| {
            let mut found = sought.is_empty();
            R::words(&row.rest(), &mut |word| {
                if let Word::Text(text) = word {
                    found |= text.to_lowercase().contains(&sought);
                }
            });
            found
        };
        let is_of = |row: &R| {
            filter
                .facets
                .iter()
                .enumerate()
                .all(|(facet, name)| name.as_ref().is_none_or(|name| row.facet(facet) == **name))
        };
        let matching: Vec<&R> = self.rows.iter().filter(|row| is_of(row) && has_words(row)).collect();
        let total = matching.len() as u64;
        let skipped = usize::try_from(offset).unwrap();
        Window {
            total,
            rows: tell(matching.into_iter().skip(skipped).take(limit as usize).cloned().collect()),
            state: ShelfState {
                count: self.rows.len() as u64,
                complete: self.complete,
                fetched_at: self.fetched_at,
                oldest: self.rows.last().and_then(ShelfRow::day),
            },
            facets: (0..R::FACETS).map(|facet| self.facets(facet)).collect(),
        }
    }

    fn facets(&self, facet: usize) -> Vec<Facet> {
        let mut facets: Vec<Facet> = Vec::new();
        for name in self.rows.iter().map(|row| row.facet(facet)).filter(|name| !name.is_empty()) {
            match facets.iter_mut().find(|known| known.name == name) {
                Some(known) => known.count += 1,
                None => facets.push(Facet { name: name.into_owned(), count: 1 }),
            }
        }
        facets.sort_by_key(|facet| std::cmp::Reverse(facet.count));
        facets
    }
}
