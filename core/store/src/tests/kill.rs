//! A process that is killed, and a machine that loses power.

use std::fs;

use fl_domain::account::Operation;

use super::support::{all, all_letters, at, copy, kept, letters, open, open_unsynced, operations, put};

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    for count in 1..20 {
        store.shelf::<Operation>().merge_head(&operations(count * 5, 0), true, at(1)).unwrap();
        store.shelf().merge_head(&letters(count * 3, 0), true, at(1)).unwrap();
        put(&mut store, i64::from(count)).unwrap();
        let id = store.append_note("draft", at(1), b"x").unwrap();
        let killed = tempfile::tempdir().unwrap();
        copy(folder.path(), killed.path());
        let mut left = open(killed.path());
        assert_eq!(all(&mut left).unwrap().rows, operations(count * 5, 0));
        assert_eq!(all_letters(&mut left).unwrap().rows, letters(count * 3, 0));
        assert_eq!(kept(&mut left).unwrap(), Some(i64::from(count)));
        assert_eq!(left.notes("draft", 1).unwrap()[0].id, id);
    }
}

#[test]
fn what_was_not_committed_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.shelf::<Operation>().merge_head(&operations(40, 0), true, at(1)).unwrap();
    store
        .connection
        .execute_batch("PRAGMA cache_size = 1; BEGIN; DELETE FROM block; DELETE FROM shelf;")
        .unwrap();
    // Spills into the log before any commit.
    store.connection.execute("INSERT INTO note (kind, value) VALUES (x'00', zeroblob(1000000))", []).unwrap();
    let killed = tempfile::tempdir().unwrap();
    copy(folder.path(), killed.path());
    assert!(fs::metadata(killed.path().join("cache.sqlite-wal")).unwrap().len() > 500_000);
    assert_eq!(all(&mut open(killed.path())).unwrap().rows, operations(40, 0));
    drop(store);
    assert_eq!(all(&mut open(folder.path())).unwrap().rows, operations(40, 0));
}

/// A log cut anywhere holds the calls before the cut, each whole or not at all.
#[test]
fn a_torn_log_is_a_shorter_history() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    for count in 1..=6 {
        store
            .shelf::<Operation>()
            .merge_head(&operations(count * 40 - 1, 0), true, at(i64::from(count)))
            .unwrap();
    }
    let log = fs::metadata(folder.path().join("cache.sqlite-wal")).unwrap().len();
    let mut seen = Vec::new();
    for cut in (0..=40).map(|step| log * step / 40) {
        let torn = tempfile::tempdir().unwrap();
        copy(folder.path(), torn.path());
        fs::File::options()
            .write(true)
            .open(torn.path().join("cache.sqlite-wal"))
            .unwrap()
            .set_len(cut)
            .unwrap();
        let mut left = open_unsynced(torn.path());
        let state = left.shelf::<Operation>().state().unwrap();
        let count = u32::try_from(state.count).unwrap();
        assert_eq!(count % 40, 0);
        assert_eq!(state.fetched_at, (count > 0).then(|| at(i64::from(count / 40))));
        if count > 0 {
            assert_eq!(all(&mut left).unwrap().rows, operations(count - 1, 0));
        }
        seen.push(count);
    }
    assert!(seen.is_sorted() && seen[0] == 0 && seen[40] == 240, "{seen:?}");
}
