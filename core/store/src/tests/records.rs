//! Records.

use super::support::key;
use crate::Store;

fn open(folder: &std::path::Path) -> Store {
    Store::open(folder, &key()).unwrap().store
}

#[test]
fn records_keep_the_order_in_which_they_were_first_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    for (kind, name, value) in [("a", "1", "x"), ("b", "1", "other"), ("a", "2", "y"), ("a", "1", "x again")]
    {
        store.put_record(kind, name, value.as_bytes(), None).unwrap();
    }
    for _ in 0..2 {
        assert_eq!(store.records("a").unwrap(), [b"x again".to_vec(), b"y".to_vec()]);
        assert_eq!(store.records("b").unwrap(), [b"other".to_vec()]);
        assert_eq!(store.records("c").unwrap(), [b""; 0]);
        drop(store);
        store = open(folder.path());
    }
}

#[test]
fn one_takes_the_place_of_another_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.put_record("a", "1", b"x", None).unwrap();
    store.put_record("a", "2", b"y", Some("1")).unwrap();
    assert_eq!(store.records("a").unwrap(), [b"y".to_vec()]);
    // Not itself, and not one that is not there.
    store.put_record("a", "2", b"z", Some("2")).unwrap();
    store.put_record("a", "3", b"w", Some("1")).unwrap();
    assert_eq!(store.records("a").unwrap(), [b"z".to_vec(), b"w".to_vec()]);
    // A new one never gets the number of one that went.
    assert!(store.remove_record("a", "3").unwrap() && !store.remove_record("a", "3").unwrap());
    store.put_record("a", "4", b"v", None).unwrap();
    let last: i64 = store.connection.query_row("SELECT max(id) FROM record", [], |row| row.get(0)).unwrap();
    assert_eq!(last, 4);
}

#[test]
fn a_record_moved_to_another_place_does_not_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.put_record("a", "1", b"x", None).unwrap();
    store.put_record("a", "2", b"y", None).unwrap();
    store
        .connection
        .execute("UPDATE record SET value = (SELECT value FROM record WHERE id = 1) WHERE id = 2", [])
        .unwrap();
    assert!(store.records("a").is_err());
}
