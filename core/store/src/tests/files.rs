//! Whose file it is and what becomes of it.

use std::fs;

use rusqlite::Connection;

use fl_domain::{account::Operation, shelf::HeadMerge};

use super::support::{
    all, all_letters, at, kept, key, letters, names, open, operation, operations, put, text,
};
use crate::{DataKey, SetAsideReason, Store, StoreError};

#[test]
fn a_store_can_be_sent_to_its_thread() {
    fn is_send<T: Send>() {}
    is_send::<Store>();
}

#[test]
fn a_second_owner_is_kept_out() {
    let folder = tempfile::tempdir().unwrap();
    let first = open(folder.path());
    assert!(matches!(Store::open(folder.path(), &key()), Err(StoreError::InUse)));
    drop(first);
    open(folder.path());
}

/// Where the system has no lock on files, SQLite's own stands.
#[test]
fn the_database_itself_is_held_too() {
    let folder = tempfile::tempdir().unwrap();
    let _first = open(folder.path());
    fs::remove_file(folder.path().join("cache.lock")).unwrap();
    assert!(matches!(Store::open(folder.path(), &key()), Err(StoreError::InUse)));
}

#[test]
fn the_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    open(&folder.path().join("accounts/one"));
}

#[test]
fn a_place_that_is_no_folder_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(matches!(Store::open(&file, &key()), Err(StoreError::Io(_))));
    assert!(matches!(Store::open(&file.join("under"), &key()), Err(StoreError::Io(_))));
    fs::create_dir_all(folder.path().join("cache.sqlite/x")).unwrap();
    assert!(matches!(Store::open(folder.path(), &key()), Err(StoreError::Io(_))));
}

#[test]
fn another_key_sets_the_file_aside_and_its_own_opens_it_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    put(&mut store, 1).unwrap();
    drop(store);
    let other = DataKey::from_bytes([8; 32]);
    let mut opened = Store::open(folder.path(), &other).unwrap();
    let set_aside = opened.set_aside.take().unwrap();
    assert_eq!(set_aside.reason, SetAsideReason::WrongKey);
    assert_eq!(set_aside.path, folder.path().join("cache.wrong-key-1.sqlite"));
    assert_eq!(opened.store.get_all().unwrap(), []);
    drop(opened);

    let again = tempfile::tempdir().unwrap();
    fs::copy(&set_aside.path, again.path().join("cache.sqlite")).unwrap();
    assert_eq!(kept(&mut open(again.path())).unwrap(), Some(1));
    // The new cache is the other key's from now on.
    assert_eq!(Store::open(folder.path(), &other).unwrap().set_aside, None);
}

#[test]
fn a_log_goes_with_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    put(&mut store, 1).unwrap();
    let killed = tempfile::tempdir().unwrap();
    super::support::copy(folder.path(), killed.path());
    let opened = Store::open(killed.path(), &DataKey::from_bytes([8; 32])).unwrap();
    let path = opened.set_aside.unwrap().path;
    drop(opened.store);

    let again = tempfile::tempdir().unwrap();
    fs::copy(&path, again.path().join("cache.sqlite")).unwrap();
    fs::copy(path.with_extension("sqlite-wal"), again.path().join("cache.sqlite-wal")).unwrap();
    assert_eq!(kept(&mut open(again.path())).unwrap(), Some(1));
}

#[test]
fn what_is_not_ours_is_set_aside_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("cache.sqlite");
    let other = Connection::open(&database).unwrap();
    other.execute_batch("CREATE TABLE diary (day TEXT); PRAGMA user_version = 9;").unwrap();
    drop(other);
    let sqlite = fs::read(&database).unwrap();
    for (number, content) in
        [sqlite, b"SQLite is not what this is".to_vec(), vec![0; 4096]].into_iter().enumerate()
    {
        fs::write(&database, &content).unwrap();
        let opened = Store::open(folder.path(), &key()).unwrap();
        let set_aside = opened.set_aside.unwrap();
        assert_eq!(set_aside.reason, SetAsideReason::Foreign);
        assert_eq!(set_aside.path, folder.path().join(format!("cache.foreign-{}.sqlite", number + 1)));
        assert_eq!(fs::read(set_aside.path).unwrap(), content);
        drop(opened.store);
        open(folder.path());
    }
}

#[test]
fn an_empty_file_and_an_empty_database_are_a_creation_that_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("cache.sqlite");
    fs::write(&database, "").unwrap();
    drop(open(folder.path()));
    fs::remove_file(&database).unwrap();
    let begun = Connection::open(&database).unwrap();
    begun.pragma_update(None, "journal_mode", "WAL").unwrap();
    drop(begun);
    drop(open(folder.path()));
}

#[test]
fn a_log_without_its_database_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cache.sqlite-wal"), "left").unwrap();
    let opened = Store::open(folder.path(), &key()).unwrap();
    assert_eq!(opened.set_aside.unwrap().reason, SetAsideReason::Damaged);
    assert_eq!(fs::read(folder.path().join("cache.damaged-1.sqlite-wal")).unwrap(), b"left");
}

#[test]
fn a_caller_can_set_a_file_aside() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let set_aside = store.set_aside(SetAsideReason::Damaged).unwrap();
    assert_eq!(set_aside.path, folder.path().join("cache.damaged-1.sqlite"));
    assert!(set_aside.path.exists());
    assert_eq!(open(folder.path()).get_all().unwrap(), []);
}

#[test]
fn wiping_leaves_only_what_is_not_ours() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cache.sqlite"), "not a database").unwrap();
    fs::write(folder.path().join("vault"), "kept").unwrap();
    let mut store = Store::open(folder.path(), &key()).unwrap().store;
    put(&mut store, 1).unwrap();
    assert_eq!(names(folder.path()).len(), 5);
    store.wipe().unwrap();
    assert_eq!(names(folder.path()), ["vault"]);
    assert_eq!(open(folder.path()).get_all().unwrap(), []);
}

#[test]
fn a_read_only_file_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    put(&mut store, 1).unwrap();
    store.connection.pragma_update(None, "query_only", true).unwrap();
    assert!(matches!(put(&mut store, 2), Err(StoreError::ReadOnly)));
    assert!(matches!(store.set_setting("a", b"b"), Err(StoreError::ReadOnly)));
    assert!(matches!(store.append_note("a", at(1), b"b"), Err(StoreError::ReadOnly)));
    assert!(matches!(
        store.shelf::<Operation>().merge_head(&operations(5, 0), true, at(1)),
        Err(StoreError::ReadOnly)
    ));
    assert!(matches!(store.shelf().merge_head(&letters(5, 0), true, at(1)), Err(StoreError::ReadOnly)));
    assert!(matches!(store.forget("arrears"), Err(StoreError::ReadOnly)));
    assert_eq!(kept(&mut store).unwrap(), Some(1));
}

/// No log can be made: something stands in its place, as on a disk without room for one.
#[test]
fn where_no_log_can_be_made_what_is_kept_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("a b%20?ю#");
    let mut store = open(&inner);
    put(&mut store, 1).unwrap();
    store.shelf::<Operation>().merge_head(&operations(99, 0), true, at(1)).unwrap();
    assert!(!store.is_for_reading_only());
    drop(store);
    let log = inner.join("cache.sqlite-wal");
    fs::create_dir(&log).unwrap();
    let before = fs::read(inner.join("cache.sqlite")).unwrap();
    for _ in 0..2 {
        let mut store = open(&inner);
        assert!(store.is_for_reading_only());
        assert_eq!(kept(&mut store).unwrap(), Some(1));
        assert_eq!(all(&mut store).unwrap().rows, operations(99, 0));
        assert_eq!(store.shelf::<Operation>().window(&text("7839,82"), 0, 9).unwrap().rows, [operation(99)]);
        assert!(matches!(put(&mut store, 2), Err(StoreError::ReadOnly)));
        let merged = store.shelf::<Operation>().merge_head(&operations(120, 0), true, at(2));
        assert!(matches!(merged, Err(StoreError::ReadOnly)));
        assert_eq!(all(&mut store).unwrap().rows, operations(99, 0));
        // It is held all the same.
        assert!(matches!(Store::open(&inner, &key()), Err(StoreError::InUse)));
    }
    assert_eq!(fs::read(inner.join("cache.sqlite")).unwrap(), before, "not a byte was changed");
    // Another key is told nothing, and nothing is set aside for it.
    assert!(Store::open(&inner, &DataKey::from_bytes([8; 32])).is_err());
    fs::remove_dir(&log).unwrap();
    let mut store = open(&inner);
    assert!(!store.is_for_reading_only());
    put(&mut store, 2).unwrap();
    assert_eq!((kept(&mut store).unwrap(), all(&mut store).unwrap().total), (Some(2), 100));
}

#[test]
fn a_full_disk_loses_nothing_that_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    put(&mut store, 1).unwrap();
    store.shelf::<Operation>().merge_head(&operations(99, 0), true, at(1)).unwrap();
    store.shelf().merge_head(&letters(99, 0), true, at(1)).unwrap();
    assert_eq!(store.shelf::<Operation>().window(&text("7839,82"), 0, 9).unwrap().total, 1);
    let pages: i64 = store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let limit = |store: &Store, pages: i64| {
        store.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    };
    limit(&store, pages);

    let long = "д".repeat(20_000);
    assert!(matches!(
        store.shelf::<Operation>().merge_head(&operations(900, 90), false, at(2)),
        Err(StoreError::DiskFull)
    ));
    assert!(matches!(
        store.shelf::<Operation>().append_tail(100, &operations(900, 90), false),
        Err(StoreError::DiskFull)
    ));
    assert!(matches!(store.append_note("draft", at(1), long.as_bytes()), Err(StoreError::DiskFull)));
    assert!(matches!(store.set_setting("long", long.as_bytes()), Err(StoreError::DiskFull)));
    let values = ["a", "b", "c"].map(|name| (name, long.as_bytes()));
    assert!(matches!(store.put_all(&values, at(2)), Err(StoreError::DiskFull)));
    let mut changed = letters(99, 0);
    for letter in &mut changed {
        letter.title.clone_from(&long);
    }
    assert!(matches!(store.shelf().merge_head(&changed, false, at(2)), Err(StoreError::DiskFull)));
    let mut rows = operations(99, 0);
    for row in &mut rows {
        row.source.clone_from(&long);
    }
    assert!(matches!(store.shelf::<Operation>().replace(&rows, true, at(2)), Err(StoreError::DiskFull)));

    let check = |store: &mut Store| {
        assert_eq!(all(store).unwrap().rows, operations(99, 0));
        assert_eq!(store.shelf::<Operation>().window(&text("7839,82"), 0, 9).unwrap().rows, [operation(99)]);
        assert_eq!(store.shelf::<Operation>().state().unwrap().fetched_at, Some(at(1)));
        assert_eq!(
            store.shelf::<Operation>().facets().unwrap()[Operation::TAX]
                .iter()
                .map(|facet| facet.count)
                .sum::<u64>(),
            100
        );
        assert_eq!(all_letters(store).unwrap().rows, letters(99, 0));
        assert_eq!(kept(store).unwrap(), Some(1));
        assert_eq!(store.notes("draft", 9).unwrap(), []);
        assert_eq!(store.setting("long").unwrap(), None);
    };
    check(&mut store);
    drop(store);
    let mut store = open(folder.path());
    check(&mut store);
    assert_eq!(
        store.shelf::<Operation>().merge_head(&operations(900, 90), false, at(2)).unwrap(),
        HeadMerge::Merged { added: 801 }
    );
    assert_eq!(all(&mut store).unwrap().rows, operations(900, 0));
}
