use fl_domain::{Timestamp, account::Operation};

use crate::{Cache, Cached, Facet, HeadMerge, HistoryFilter, HistoryState, HistoryWindow, Stored};

/// The cache's contract in the fewest lines.
#[derive(Default)]
pub(crate) struct MemoryCache {
    pub(crate) stored: Vec<Stored>,
    pub(crate) history: Vec<Operation>,
    pub(crate) complete: bool,
    fetched_at: Option<Timestamp>,
    /// What is remembered by name.
    pub(crate) remembered: Vec<&'static str>,
    pub(crate) fault: Option<crate::CacheFault>,
}

impl MemoryCache {
    pub(super) fn perform(&mut self, cache: Cache) -> Result<Cached, crate::CacheFault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        Ok(match cache {
            Cache::Load => Cached::Stored(self.stored.clone()),
            Cache::Save { readings, at } => {
                for reading in readings {
                    self.stored
                        .retain(|s| std::mem::discriminant(&s.reading) != std::mem::discriminant(&reading));
                    self.stored.push(Stored { reading, fetched_at: at });
                }
                Cached::Done
            }
            Cache::MergeHead { rows, whole, at } => Cached::Merged(self.merge(&rows, whole, at)),
            Cache::ReplaceHistory { rows, whole, at } => {
                (self.history, self.complete, self.fetched_at) = (rows, whole, Some(at));
                Cached::Done
            }
            Cache::AppendTail { expected, rows, whole } => {
                let as_expected = expected == self.history.len() as u64;
                if as_expected {
                    self.history.extend(rows);
                    self.complete |= whole;
                }
                Cached::Appended(as_expected)
            }
            Cache::Recall { name } => Cached::Recalled(self.remembered.contains(&name)),
            Cache::Remember { name } => {
                self.remembered.push(name);
                Cached::Done
            }
            Cache::Window { filter, offset, limit } => Cached::Window(self.window(&filter, offset, limit)),
        })
    }

    fn merge(&mut self, rows: &[Operation], whole: bool, at: Timestamp) -> HeadMerge {
        let overlap = (0..rows.len()).find(|shift| {
            let known = rows.len() - shift;
            !self.history.is_empty()
                && rows[*shift..][..known.min(self.history.len())]
                    == self.history[..known.min(self.history.len())]
        });
        let added = match overlap {
            Some(shift) if !whole => {
                self.history.splice(0..0, rows[..shift].iter().cloned());
                shift
            }
            _ if whole || self.history.is_empty() => {
                let added = rows.len().saturating_sub(self.history.len());
                self.history = rows.to_vec();
                self.complete = whole;
                added
            }
            _ => return HeadMerge::Gap,
        };
        self.fetched_at = Some(at);
        HeadMerge::Merged { added: added as u64 }
    }

    fn window(&self, filter: &HistoryFilter, offset: u64, limit: u32) -> HistoryWindow {
        let matching: Vec<&Operation> = self
            .history
            .iter()
            .filter(|o| filter.tax.as_ref().is_none_or(|tax| *tax == o.tax))
            .filter(|o| filter.kind.as_ref().is_none_or(|kind| *kind == o.kind))
            .filter(|o| o.description.to_lowercase().contains(&filter.text.trim().to_lowercase()))
            .collect();
        let facets = |name: fn(&Operation) -> &String| {
            let mut facets: Vec<Facet> = Vec::new();
            for operation in self.history.iter().filter(|o| !name(o).is_empty()) {
                match facets.iter_mut().find(|f| f.name == *name(operation)) {
                    Some(facet) => facet.count += 1,
                    None => facets.push(Facet { name: name(operation).clone(), count: 1 }),
                }
            }
            facets.sort_by_key(|f| std::cmp::Reverse(f.count));
            facets
        };
        HistoryWindow {
            total: matching.len() as u64,
            rows: matching
                .into_iter()
                .skip(usize::try_from(offset).unwrap())
                .take(limit as usize)
                .cloned()
                .collect(),
            state: HistoryState {
                count: self.history.len() as u64,
                complete: self.complete,
                fetched_at: self.fetched_at,
                oldest: self.history.last().and_then(|o| o.date),
            },
            taxes: facets(|o| &o.tax),
            kinds: facets(|o| &o.kind),
        }
    }
}
