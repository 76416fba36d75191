//! Snapshots.

use fl_domain::service::Reading;

use super::support::{at, open, readings};
use crate::{Snapshot, SnapshotKind, StoreError};

#[test]
fn each_kind_reads_back_before_and_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    assert_eq!(store.get_all().unwrap(), []);
    for (second, reading) in (0..).zip(readings()) {
        store.put(&reading, at(second)).unwrap();
    }
    let expected: Vec<Snapshot> =
        (0..).zip(readings()).map(|(second, reading)| Snapshot { reading, fetched_at: at(second) }).collect();
    assert_eq!(store.get_all().unwrap(), expected);
    drop(store);
    let mut store = open(folder.path());
    for (kind, expected) in SnapshotKind::ALL.into_iter().zip(&expected) {
        assert_eq!(store.get(kind).unwrap().as_ref(), Some(expected));
    }
    assert_eq!(store.get_all().unwrap(), expected);
}

#[test]
fn a_later_answer_takes_the_place_of_the_earlier() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.put_all(&readings(), at(1)).unwrap();
    store.put(&Reading::PaymentTotals(None), at(2)).unwrap();
    let expected = Snapshot { reading: Reading::PaymentTotals(None), fetched_at: at(2) };
    assert_eq!(store.get(SnapshotKind::PaymentTotals).unwrap(), Some(expected.clone()));
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(store.get(SnapshotKind::PaymentTotals).unwrap(), Some(expected));
    assert_eq!(store.get_all().unwrap().len(), SnapshotKind::ALL.len());
}

#[test]
fn history_is_no_snapshot_and_nothing_beside_it_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let mut given = readings();
    given.push(Reading::History(Vec::new()));
    assert!(matches!(store.put_all(&given, at(1)), Err(StoreError::NotASnapshot)));
    assert_eq!(store.get_all().unwrap(), []);
}
