//! Random histories against a plain list.

use fl_domain::{Money, account::Operation};
use proptest::prelude::*;

use super::support::{at, open_unsynced};
use crate::{HeadMerge, HistoryFilter, Store};

const WORDS: [&str; 7] = ["нал", "АЛ", "земля", "расч", "9,", "2025-03", "ё"];

/// One of a few operations: equal ones have to occur.
fn letter(letter: u8) -> Operation {
    Operation {
        date: (letter != 0).then(|| fl_domain::Date::new(2025, 3, i8::try_from(letter).unwrap()).unwrap()),
        amount: Money::from_kopecks(i64::from(letter) * -300),
        description: ["Налог", "Уплачено", "Расчёт пени"][usize::from(letter) % 3].to_owned(),
        kind: ["а", "б"][usize::from(letter) % 2].to_owned(),
        tax: ["Земля", "", "Налог"][usize::from(letter) / 2 % 3].to_owned(),
        source: String::new(),
    }
}

#[derive(Clone, Debug)]
enum Step {
    Merge { new: Vec<u8>, overlap: usize, extra: Vec<u8>, whole: bool },
    Append { rows: Vec<u8>, whole: bool, stale: bool },
    Replace { rows: Vec<u8>, whole: bool },
    Window { tax: Option<u8>, kind: Option<u8>, words: Vec<usize>, offset: usize, limit: u32 },
    Reopen,
    Forget,
}

fn step() -> impl Strategy<Value = Step> {
    let rows = || prop::collection::vec(0_u8..6, 0..70);
    let few = || prop::collection::vec(0_u8..6, 0..3);
    prop_oneof![
        4 => (rows(), 0_usize..100, few(), any::<bool>())
            .prop_map(|(new, overlap, extra, whole)| Step::Merge { new, overlap, extra, whole }),
        3 => (rows(), any::<bool>(), prop::bool::weighted(0.2)).prop_map(|(rows, whole, stale)| Step::Append { rows, whole, stale }),
        1 => (rows(), any::<bool>()).prop_map(|(rows, whole)| Step::Replace { rows, whole }),
        6 => (
            prop::option::of(0_u8..7),
            prop::option::of(0_u8..3),
            prop::collection::vec(0..WORDS.len(), 0..3),
            0_usize..150,
            0_u32..80
        )
            .prop_map(|(tax, kind, words, offset, limit)| Step::Window { tax, kind, words, offset, limit }),
        1 => Just(Step::Reopen),
        1 => Just(Step::Forget),
    ]
}

/// What the store should hold.
#[derive(Default)]
struct Model {
    rows: Vec<Operation>,
    complete: bool,
}

impl Model {
    /// The words of `merge_head`'s documentation, the slow way.
    fn merge(&mut self, fresh: &[Operation], whole: bool) -> HeadMerge {
        let kept = self.rows.len();
        let shift = (0..fresh.len()).find(|shift| {
            let overlap = (fresh.len() - shift).min(kept);
            overlap > 0 && fresh[*shift..shift + overlap] == self.rows[..overlap]
        });
        let merged = match shift {
            _ if kept == 0 => fresh.to_vec(),
            Some(shift) => {
                let beyond = fresh.get(shift + kept..).unwrap_or_default();
                [&fresh[..shift], &self.rows, beyond].concat()
            }
            None if whole => Vec::new(),
            None => return HeadMerge::Gap,
        };
        if whole && merged != fresh {
            self.rows = fresh.to_vec();
            self.complete = true;
            return HeadMerge::Merged { added: fresh.len() };
        }
        self.complete =
            whole || (self.complete && kept > 0 && shift.is_some_and(|shift| shift + kept >= fresh.len()));
        let added = merged.len() - kept;
        self.rows = merged;
        HeadMerge::Merged { added }
    }

    fn window(&self, filter: &HistoryFilter) -> Vec<Operation> {
        let passes = |row: &&Operation| {
            let date = row.date.map(|date| date.to_string()).unwrap_or_default();
            let texts =
                [&row.description, &row.kind, &row.tax, &date, &format!("{}", row.amount).replace('.', ",")]
                    .map(|text| text.to_lowercase().replace('ё', "е"));
            filter.tax.as_ref().is_none_or(|tax| *tax == row.tax)
                && filter.kind.as_ref().is_none_or(|kind| *kind == row.kind)
                && filter
                    .text
                    .split_whitespace()
                    .map(|word| word.to_lowercase().replace('ё', "е"))
                    .all(|word| texts.iter().any(|text| text.contains(&word)))
        };
        self.rows.iter().filter(passes).cloned().collect()
    }
}

fn run(steps: Vec<Step>) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    let mut model = Model::default();
    let letters = |letters: &[u8]| letters.iter().map(|it| letter(*it)).collect::<Vec<_>>();
    for (second, step) in (0..).zip(steps) {
        match step {
            Step::Merge { new, overlap, extra, whole } => {
                let cached = &model.rows[..overlap.min(model.rows.len())];
                let fresh = [&letters(&new), cached, &letters(&extra)].concat();
                let merged = store.merge_head(&fresh, whole, at(second)).unwrap();
                prop_assert_eq!(merged, model.merge(&fresh, whole));
            }
            Step::Append { rows, whole, stale } => {
                let expected = model.rows.len() as u64 + u64::from(stale);
                let appended = store.append_tail(expected, &letters(&rows), whole).unwrap();
                prop_assert_eq!(appended, !stale);
                if appended {
                    model.complete = whole || (model.complete && rows.is_empty());
                    model.rows.extend(letters(&rows));
                }
            }
            Step::Replace { rows, whole } => {
                store.replace_history(&letters(&rows), whole, at(second)).unwrap();
                model = Model { rows: letters(&rows), complete: whole };
            }
            Step::Window { tax, kind, words, offset, limit } => {
                let text = words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
                let filter = HistoryFilter {
                    tax: tax.map(|it| letter(it).tax),
                    kind: kind.map(|it| letter(it).kind),
                    text,
                };
                let expected = model.window(&filter);
                let window = store.window(&filter, offset as u64, limit).unwrap();
                prop_assert_eq!(window.total, expected.len() as u64);
                prop_assert_eq!(
                    window.rows,
                    expected.into_iter().skip(offset).take(limit as usize).collect::<Vec<_>>()
                );
            }
            Step::Reopen => {
                drop(store);
                store = open_unsynced(folder.path());
            }
            Step::Forget => store.forget_index(),
        }
        compare(&mut store, &model)?;
    }
    Ok(())
}

fn compare(store: &mut Store, model: &Model) -> Result<(), TestCaseError> {
    let state = store.history_state().unwrap();
    prop_assert_eq!(state.count, model.rows.len() as u64);
    prop_assert_eq!(state.complete, model.complete);
    prop_assert_eq!(state.oldest, model.rows.last().and_then(|row| row.date));
    let everything = store.window(&HistoryFilter::default(), 0, u32::MAX).unwrap();
    prop_assert_eq!(&everything.rows, &model.rows);
    let facets = store.facets().unwrap();
    for facet in &facets.taxes {
        prop_assert_eq!(facet.count, model.rows.iter().filter(|row| row.tax == facet.name).count() as u64);
    }
    prop_assert_eq!(facets.kinds.iter().map(|facet| facet.count).sum::<u64>(), state.count);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn the_store_is_a_list(steps in prop::collection::vec(step(), 1..14)) {
        run(steps)?;
    }
}
