//! A shelf: merging, appending, windows, facets.

use fl_domain::{
    Date,
    account::Operation,
    shelf::{Facet, HeadMerge, ShelfFilter, ShelfState, ShelfWindow},
};

use super::support::{KINDS, TAXES, all, at, open, open_unsynced, operation, operations};
use crate::Store;

fn rows(store: &mut Store) -> Vec<Operation> {
    all(store).unwrap().rows
}

#[test]
fn an_empty_history_has_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    assert_eq!(store.shelf::<Operation>().state().unwrap(), ShelfState::default());
    assert_eq!(all(&mut store).unwrap(), ShelfWindow::default());
    assert_eq!(store.shelf::<Operation>().facets().unwrap(), [Vec::new(), Vec::new()]);
    assert_eq!(
        store.shelf::<Operation>().window(&super::support::text("x"), 5, 5).unwrap(),
        ShelfWindow::default()
    );
}

#[test]
fn new_rows_come_on_top() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    let merge = |store: &mut Store, newest, oldest, whole, second| {
        store.shelf::<Operation>().merge_head(&operations(newest, oldest), whole, at(second)).unwrap()
    };
    assert_eq!(merge(&mut store, 60, 50, false, 1), HeadMerge::Merged { added: 11 });
    assert_eq!(merge(&mut store, 60, 55, false, 2), HeadMerge::Merged { added: 0 });
    assert_eq!(merge(&mut store, 99, 60, false, 3), HeadMerge::Merged { added: 39 });
    assert_eq!(merge(&mut store, 120, 100, false, 4), HeadMerge::Gap);
    assert_eq!(rows(&mut store), operations(99, 50));
    let state = store.shelf::<Operation>().state().unwrap();
    assert_eq!((state.count, state.complete, state.fetched_at), (50, false, Some(at(3))));
    // Rows beyond the oldest that was known.
    assert_eq!(merge(&mut store, 100, 20, false, 5), HeadMerge::Merged { added: 31 });
    assert_eq!(rows(&mut store), operations(100, 20));
    assert!(store.shelf::<Operation>().append_tail(81, &operations(19, 0), true).unwrap());
    let oldest = operation(0).date;
    let state = ShelfState { count: 101, complete: true, fetched_at: Some(at(5)), oldest };
    assert_eq!(store.shelf::<Operation>().state().unwrap(), state);
    assert_eq!(merge(&mut store, 101, 90, false, 6), HeadMerge::Merged { added: 1 });
    assert!(store.shelf::<Operation>().state().unwrap().complete);
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(rows(&mut store), operations(101, 0));
    assert_eq!(store.shelf::<Operation>().state().unwrap().oldest, Some(Date::constant(2025, 1, 1)));
}

#[test]
fn the_whole_history_overrules_the_cache() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().replace(&operations(50, 0), false, at(1)).unwrap();
    // The same: only now it is known to be whole.
    assert_eq!(
        store.shelf::<Operation>().merge_head(&operations(50, 0), true, at(2)).unwrap(),
        HeadMerge::Merged { added: 0 }
    );
    assert!(store.shelf::<Operation>().state().unwrap().complete);
    // Shorter than what is kept.
    assert_eq!(
        store.shelf::<Operation>().merge_head(&operations(52, 10), true, at(3)).unwrap(),
        HeadMerge::Merged { added: 43 }
    );
    assert_eq!(rows(&mut store), operations(52, 10));
    // Nothing in common.
    assert_eq!(
        store.shelf::<Operation>().merge_head(&operations(90, 80), true, at(4)).unwrap(),
        HeadMerge::Merged { added: 11 }
    );
    assert_eq!(rows(&mut store), operations(90, 80));
    assert_eq!(
        store.shelf::<Operation>().facets().unwrap()[Operation::KIND]
            .iter()
            .map(|facet| facet.count)
            .sum::<u64>(),
        11
    );
    assert_eq!(
        store.shelf::<Operation>().merge_head(&[], true, at(5)).unwrap(),
        HeadMerge::Merged { added: 0 }
    );
    let empty = ShelfState { complete: true, fetched_at: Some(at(5)), ..ShelfState::default() };
    assert_eq!(store.shelf::<Operation>().state().unwrap(), empty);
    // The first rows ever may not be all of them.
    store.shelf::<Operation>().merge_head(&operations(5, 3), false, at(6)).unwrap();
    assert!(!store.shelf::<Operation>().state().unwrap().complete);
}

#[test]
fn nothing_given_meets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    assert_eq!(
        store.shelf::<Operation>().merge_head(&[], false, at(1)).unwrap(),
        HeadMerge::Merged { added: 0 }
    );
    assert_eq!(store.shelf::<Operation>().state().unwrap().fetched_at, Some(at(1)));
    store.shelf::<Operation>().merge_head(&operations(5, 0), false, at(2)).unwrap();
    assert_eq!(store.shelf::<Operation>().merge_head(&[], false, at(3)).unwrap(), HeadMerge::Gap);
    assert_eq!(store.shelf::<Operation>().state().unwrap().fetched_at, Some(at(2)));
}

#[test]
fn a_tail_for_another_history_is_not_appended() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().merge_head(&operations(60, 50), false, at(1)).unwrap();
    assert!(!store.shelf::<Operation>().append_tail(10, &operations(49, 40), true).unwrap());
    assert_eq!(rows(&mut store), operations(60, 50));
    assert!(!store.shelf::<Operation>().state().unwrap().complete);
    assert!(store.shelf::<Operation>().append_tail(11, &[], true).unwrap());
    assert!(store.shelf::<Operation>().state().unwrap().complete);
    assert!(store.shelf::<Operation>().append_tail(11, &[], false).unwrap());
    assert!(store.shelf::<Operation>().state().unwrap().complete);
    assert!(store.shelf::<Operation>().append_tail(11, &operations(49, 49), false).unwrap());
    assert!(!store.shelf::<Operation>().state().unwrap().complete);
}

#[test]
fn windows_are_parts_of_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().merge_head(&operations(499, 100), false, at(1)).unwrap();
    store.shelf::<Operation>().append_tail(400, &operations(99, 0), true).unwrap();
    let expected = operations(499, 0);
    let unfiltered = ShelfFilter::default();
    for (offset, limit) in
        [(0, 50), (1, 50), (31, 2), (32, 32), (490, 50), (500, 5), (u64::MAX, u32::MAX), (0, 0)]
    {
        let window = store.shelf::<Operation>().window(&unfiltered, offset, limit).unwrap();
        let offset = usize::try_from(offset).unwrap();
        let rows: Vec<_> = expected.iter().skip(offset).take(limit as usize).cloned().collect();
        assert_eq!(window, ShelfWindow { rows, total: 500 }, "{offset} {limit}");
    }
}

#[test]
fn facets_count_and_filter() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf::<Operation>().merge_head(&operations(99, 50), false, at(1)).unwrap();
    store.shelf::<Operation>().append_tail(50, &operations(49, 0), true).unwrap();
    let facets = store.shelf::<Operation>().facets().unwrap();
    let count = |count, name: &str| Facet { name: name.to_owned(), count };
    assert_eq!(facets[Operation::KIND], [count(34, KINDS[0]), count(33, KINDS[2]), count(33, KINDS[1])]);
    assert_eq!(facets[Operation::TAX].len(), 4);
    for tax in TAXES.map(Some).into_iter().chain([None]) {
        for kind in KINDS.map(Some).into_iter().chain([None, Some("нет такого")]) {
            let filter = ShelfFilter::default()
                .with(Operation::TAX, tax.map(str::to_owned))
                .with(Operation::KIND, kind.map(str::to_owned));
            let expected: Vec<_> = operations(99, 0)
                .into_iter()
                .filter(|row| {
                    tax.is_none_or(|tax| row.tax == tax) && kind.is_none_or(|kind| row.kind == kind)
                })
                .collect();
            let window = store.shelf::<Operation>().window(&filter, 2, 7).unwrap();
            assert_eq!(window.total, expected.len() as u64);
            assert_eq!(window.rows, expected.into_iter().skip(2).take(7).collect::<Vec<_>>());
        }
    }
}

#[test]
fn rows_of_any_size_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    let mut given = operations(80, 0);
    // Larger than what stays open, than a page, and nothing at all.
    given[3].description = "ы".repeat(100_000);
    given[40].source = "x".repeat(5_000);
    given[41].description.clear();
    store.shelf::<Operation>().merge_head(&given, true, at(1)).unwrap();
    assert_eq!(rows(&mut store), given);
    assert_eq!(
        store.shelf::<Operation>().window(&super::support::text("ыыы"), 0, 9).unwrap().rows,
        [given[3].clone()]
    );
    drop(store);
    assert_eq!(rows(&mut open(folder.path())), given);
}
