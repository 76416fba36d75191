//! Random calls on two shelves of one store against two plain lists.

use fl_domain::{
    Money,
    account::Operation,
    shelf::{HeadMerge, ShelfFilter, ShelfRow},
};
use proptest::prelude::*;

use super::{
    letter::Letter,
    support::{at, open_unsynced},
};
use crate::Store;

const WORDS: [&str; 7] = ["нал", "АЛ", "земля", "расч", "9,", "2025-03", "ё"];

/// A row made of a small number, and what search finds it by.
trait Sample: ShelfRow + std::fmt::Debug {
    fn sample(letter: u8) -> Self;
    fn texts(&self) -> Vec<String>;
}

/// One of a few operations: equal ones have to occur.
impl Sample for Operation {
    fn sample(letter: u8) -> Self {
        let letter = letter % 6;
        Self {
            date: (letter != 0)
                .then(|| fl_domain::Date::new(2025, 3, i8::try_from(letter).unwrap()).unwrap()),
            amount: Money::from_kopecks(i64::from(letter) * -300),
            description: ["Налог", "Уплачено", "Расчёт пени"][usize::from(letter) % 3].to_owned(),
            kind: ["а", "б"][usize::from(letter) % 2].to_owned(),
            tax: ["Земля", "", "Налог"][usize::from(letter) / 2 % 3].to_owned(),
            source: String::new(),
        }
    }

    fn texts(&self) -> Vec<String> {
        vec![self.description.clone(), format!("{}", self.amount).replace('.', ",")]
    }
}

/// One of a few letters, each in two states.
impl Sample for Letter {
    fn sample(letter: u8) -> Self {
        let (letter, is_read) = (letter % 6, letter >= 6);
        Self {
            id: u64::from(letter),
            day: (letter != 1)
                .then(|| fl_domain::Date::new(2025, 3, i8::try_from(letter + 1).unwrap()).unwrap()),
            kind: ["а", "Земля"][usize::from(letter) % 2].to_owned(),
            year: (letter != 2).then_some(2020),
            title: if is_read { "Расчёт".to_owned() } else { format!("Налог 9,{letter}") },
            is_read,
        }
    }

    fn texts(&self) -> Vec<String> {
        vec![self.title.clone()]
    }
}

#[derive(Clone, Debug)]
enum Step {
    Merge { new: Vec<u8>, overlap: usize, extra: Vec<u8>, whole: bool },
    Renew { letters: Vec<u8>, whole: bool },
    Append { rows: Vec<u8>, whole: bool, stale: bool },
    Replace { rows: Vec<u8>, whole: bool },
    Window { facets: [Option<u8>; 2], words: Vec<usize>, offset: usize, limit: u32 },
    Reopen,
    Forget,
}

fn step() -> impl Strategy<Value = Step> {
    let rows = || prop::collection::vec(0_u8..12, 0..70);
    let few = || prop::collection::vec(0_u8..12, 0..3);
    prop_oneof![
        4 => (rows(), 0_usize..100, few(), any::<bool>())
            .prop_map(|(new, overlap, extra, whole)| Step::Merge { new, overlap, extra, whole }),
        2 => (rows(), any::<bool>()).prop_map(|(letters, whole)| Step::Renew { letters, whole }),
        3 => (rows(), any::<bool>(), prop::bool::weighted(0.2)).prop_map(|(rows, whole, stale)| Step::Append { rows, whole, stale }),
        1 => (rows(), any::<bool>()).prop_map(|(rows, whole)| Step::Replace { rows, whole }),
        6 => (
            [prop::option::of(0_u8..12), prop::option::of(0_u8..12)],
            prop::collection::vec(0..WORDS.len(), 0..3),
            0_usize..150,
            0_u32..80
        )
            .prop_map(|(facets, words, offset, limit)| Step::Window { facets, words, offset, limit }),
        1 => Just(Step::Reopen),
        1 => Just(Step::Forget),
    ]
}

/// What a shelf should hold.
struct Model<R> {
    rows: Vec<R>,
    complete: bool,
}

impl<R: Sample> Model<R> {
    /// The words of `merge_head`'s documentation, the slow way.
    fn merge(&mut self, fresh: &[R], whole: bool) -> HeadMerge {
        let kept = self.rows.len();
        let shift = (0..fresh.len()).find(|shift| {
            let overlap = (fresh.len() - shift).min(kept);
            overlap > 0 && fresh[*shift..shift + overlap].iter().zip(&self.rows).all(|(a, b)| a.is(b))
        });
        let merged = match shift {
            _ if kept == 0 => fresh.to_vec(),
            Some(shift) => {
                let below = self.rows.get(fresh.len() - shift..).unwrap_or_default();
                [fresh, below].concat()
            }
            None if whole => Vec::new(),
            None => return HeadMerge::Gap,
        };
        if whole && merged != fresh {
            self.rows = fresh.to_vec();
            self.complete = true;
            return HeadMerge::Merged { added: fresh.len() as u64 };
        }
        self.complete =
            whole || (self.complete && kept > 0 && shift.is_some_and(|shift| shift + kept >= fresh.len()));
        let added = merged.len() - kept;
        self.rows = merged;
        HeadMerge::Merged { added: added as u64 }
    }

    fn window(&self, filter: &ShelfFilter) -> Vec<R> {
        let plain = |text: &str| text.to_lowercase().replace('ё', "е");
        let passes = |row: &&R| {
            let mut texts = row.texts();
            texts.extend(row.day().map(|day| day.to_string()));
            texts.extend((0..R::FACETS).map(|facet| row.facet(facet).into_owned()));
            let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
            let of_facets = filter.facets.iter().enumerate().all(|(facet, name)| {
                name.as_ref().is_none_or(|name| facet < R::FACETS && *name == row.facet(facet))
            });
            of_facets
                && filter
                    .text
                    .split_whitespace()
                    .map(plain)
                    .all(|word| texts.iter().any(|text| text.contains(&word)))
        };
        self.rows.iter().filter(passes).cloned().collect()
    }

    /// Takes a step on both sides.
    fn take(&mut self, store: &mut Store, step: &Step, second: i64) -> Result<(), TestCaseError> {
        let mut kept = store.shelf::<R>();
        let sampled = |letters: &[u8]| letters.iter().map(|it| R::sample(*it)).collect::<Vec<_>>();
        match step {
            Step::Merge { new, overlap, extra, whole } => {
                let cached = &self.rows[..(*overlap).min(self.rows.len())];
                let fresh = [&sampled(new), cached, &sampled(extra)].concat();
                let merged = kept.merge_head(&fresh, *whole, at(second)).unwrap();
                prop_assert_eq!(merged, self.merge(&fresh, *whole));
            }
            Step::Renew { letters, whole } => {
                // The head as it is, but some of it may have changed: a row of one place is the same thing.
                let mut fresh = self.rows.clone();
                for (row, letter) in fresh.iter_mut().zip(letters) {
                    let other = R::sample(*letter);
                    if other.is(row) {
                        *row = other;
                    }
                }
                let merged = kept.merge_head(&fresh, *whole, at(second)).unwrap();
                prop_assert_eq!(merged, self.merge(&fresh, *whole));
            }
            Step::Append { rows, whole, stale } => {
                let expected = self.rows.len() as u64 + u64::from(*stale);
                let appended = kept.append_tail(expected, &sampled(rows), *whole).unwrap();
                prop_assert_eq!(appended, !stale);
                if appended {
                    self.complete = *whole || (self.complete && rows.is_empty());
                    self.rows.extend(sampled(rows));
                }
            }
            Step::Replace { rows, whole } => {
                kept.replace(&sampled(rows), *whole, at(second)).unwrap();
                *self = Self { rows: sampled(rows), complete: *whole };
            }
            Step::Window { facets, words, offset, limit } => {
                let text = words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
                let mut filter = ShelfFilter::of_text(text);
                for (facet, letter) in facets.iter().enumerate() {
                    let name =
                        letter.map(|letter| R::sample(letter).facet(R::FACETS - 1 - facet).into_owned());
                    filter = filter.with(R::FACETS - 1 - facet, name);
                }
                let expected = self.window(&filter);
                let window = kept.window(&filter, *offset as u64, *limit).unwrap();
                prop_assert_eq!(window.total, expected.len() as u64);
                prop_assert_eq!(
                    window.rows,
                    expected.into_iter().skip(*offset).take(*limit as usize).collect::<Vec<_>>()
                );
            }
            Step::Reopen => {}
            Step::Forget => kept.forget_index(),
        }
        Ok(())
    }

    fn compare(&self, store: &mut Store) -> Result<(), TestCaseError> {
        let mut kept = store.shelf::<R>();
        let view = kept.view(&ShelfFilter::default(), 0, u32::MAX).unwrap();
        prop_assert_eq!(view.state.count, self.rows.len() as u64);
        prop_assert_eq!(view.state.complete, self.complete);
        prop_assert_eq!(view.state.oldest, self.rows.last().and_then(ShelfRow::day));
        prop_assert_eq!(&view.rows, &self.rows);
        for (facet, names) in view.facets.iter().enumerate() {
            for name in names {
                let count = self.rows.iter().filter(|row| row.facet(facet) == name.name).count() as u64;
                prop_assert_eq!(name.count, count);
                prop_assert!(count > 0);
            }
            prop_assert_eq!(names.iter().map(|name| name.count).sum::<u64>(), view.state.count);
        }
        Ok(())
    }
}

fn run(steps: Vec<(bool, Step)>) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    let mut operations = Model::<Operation> { rows: Vec::new(), complete: false };
    let mut letters = Model::<Letter> { rows: Vec::new(), complete: false };
    for (second, (is_letters, step)) in (0..).zip(steps) {
        if matches!(step, Step::Reopen) {
            drop(store);
            store = open_unsynced(folder.path());
        }
        if is_letters {
            letters.take(&mut store, &step, second)?;
        } else {
            operations.take(&mut store, &step, second)?;
        }
        operations.compare(&mut store)?;
        letters.compare(&mut store)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn the_store_is_two_lists(steps in prop::collection::vec((any::<bool>(), step()), 1..20)) {
        run(steps)?;
    }
}
