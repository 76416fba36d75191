//! Files that were cut, flipped and tampered with.

use std::{fs, path::Path};

use fl_domain::{account::Operation, shelf::ShelfFilter};

use super::{
    letter::Letter,
    support::{all, all_letters, at, kept, key, letters, open, open_unsynced, operations, put, text, values},
};
use crate::{SetAsideReason, Store, StoreError};

fn filled(folder: &Path) {
    let mut store = open(folder);
    put(&mut store, 1).unwrap();
    store.shelf().merge_head(&operations(150, 0), true, at(1)).unwrap();
    store.shelf().merge_head(&letters(150, 0), true, at(1)).unwrap();
    for number in 0..4 {
        store.append_note("draft", at(number), b"text").unwrap();
        store.set_setting(&format!("setting {number}"), b"value").unwrap();
    }
}

/// Opens a folder with these bytes as the database. What is read must be what was written or be called damaged; whether
/// all of it could be read is returned.
fn judge(bytes: &[u8], what: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cache.sqlite"), bytes).unwrap();
    let opened = Store::open(folder.path(), &key()).unwrap_or_else(|error| panic!("{what}: {error:?}"));
    let mut store = opened.store;
    if let Some(set_aside) = opened.set_aside {
        assert_eq!(fs::read(&set_aside.path).unwrap(), bytes, "{what}");
        assert_eq!(store.get_all().unwrap(), []);
        assert_eq!(all(&mut store).unwrap().total, 0);
        assert_eq!(all_letters(&mut store).unwrap().total, 0);
        return false;
    }
    let mut whole = true;
    let mut judge = |read: Result<bool, StoreError>| match read {
        Ok(as_written) => assert!(as_written, "{what}: something else was read"),
        Err(StoreError::Damaged { .. }) => whole = false,
        Err(error) => panic!("{what}: {error:?}"),
    };
    judge(store.get_all().map(|all| {
        all.iter().map(|it| (&*it.name, &it.bytes)).eq(values().iter().map(|(name, bytes)| (*name, bytes)))
    }));
    judge(all(&mut store).map(|window| window.rows == operations(150, 0)));
    judge(
        store
            .shelf::<Operation>()
            .window(&text("расчёт"), 0, 1000)
            .map(|window| window.rows == operations(150, 0)),
    );
    judge(store.shelf::<Operation>().state().map(|state| state.count == 151 && state.complete));
    let facets = store.shelf::<Operation>().facets();
    judge(facets.map(|facets| facets[Operation::KIND].len() == 3 && facets[Operation::TAX].len() == 4));
    judge(all_letters(&mut store).map(|window| window.rows == letters(150, 0)));
    judge(
        store.shelf::<Letter>().window(&text("письмо"), 0, 1000).map(|window| window.rows == letters(150, 0)),
    );
    judge(store.shelf::<Letter>().state().map(|state| state.count == 151 && state.complete));
    let facets = store.shelf::<Letter>().facets();
    judge(facets.map(|facets| facets[Letter::YEAR].len() == 5 && facets[Letter::READ].len() == 2));
    judge(
        store
            .notes("draft", 9)
            .map(|notes| notes.len() == 4 && notes.iter().all(|note| note.value == b"text")),
    );
    for number in 0..4 {
        let setting = store.setting(&format!("setting {number}"));
        judge(setting.map(|value| value.as_deref() == Some(b"value")));
    }
    whole
}

fn bytes_of(folder: &Path) -> Vec<u8> {
    fs::read(folder.join("cache.sqlite")).unwrap()
}

#[test]
fn a_file_cut_anywhere_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let bytes = bytes_of(folder.path());
    assert!(judge(&bytes, "whole"));
    let lengths = (1..=100).step_by(9).chain((110..bytes.len()).step_by(2_711)).chain([bytes.len() - 1]);
    for len in lengths {
        assert!(!judge(&bytes[..len], &format!("cut to {len}")));
    }
}

#[test]
fn a_flipped_byte_is_noticed_or_of_no_matter() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let bytes = bytes_of(folder.path());
    let headers = (0..bytes.len()).step_by(4096).flat_map(|page| page..page + 8);
    let places = (16..100).step_by(2).chain(headers).chain((100..bytes.len()).step_by(449));
    let mut noticed = 0;
    for (round, at) in places.enumerate() {
        let mut flipped = bytes.clone();
        flipped[at] ^= [0x01, 0x80, 0xFF][round % 3];
        noticed += usize::from(!judge(&flipped, &format!("byte {at}")));
    }
    assert!(noticed > 100, "{noticed}");
}

/// Changes a closed cache as someone could who has the file and no key.
fn tampered(sql: &str) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let mut store = open_unsynced(folder.path());
    assert_eq!(all(&mut store).unwrap().total, 151);
    assert_eq!(kept(&mut store).unwrap(), Some(1));
    drop(store);
    // Through the store's own connection settings, but not its calls; checks at open are left behind.
    let store = open_unsynced(folder.path());
    store.connection.execute_batch(sql).unwrap();
    (folder, store)
}

/// The number of a block or name of the shelf that was the first, or the second, to be written.
fn block(shelf: i64, id: i64) -> i64 {
    (shelf << 38) + id
}

fn name(shelf: i64, id: i64) -> i64 {
    (shelf << 32) + id
}

#[test]
fn blocks_cannot_be_moved_or_left_out() {
    for shelf in [1, 2] {
        let [zero, one, two] = [0, 1, 2].map(|id| block(shelf, id));
        let other = block(3 - shelf, 1);
        let table = [
            (
                format!(
                    "UPDATE block SET id = id + 1000 WHERE id IN ({zero}, {one}); UPDATE block SET id = {zero} + {one} - (id - 1000) WHERE id IN ({zero} + 1000, {one} + 1000)"
                ),
                "swapped",
            ),
            (format!("DELETE FROM block WHERE id = {one}"), "one left out"),
            (format!("DELETE FROM block WHERE id = {zero}"), "the oldest left out"),
            (
                format!(
                    "UPDATE block SET value = (SELECT value FROM block WHERE id = {two}) WHERE id = {one}"
                ),
                "copied",
            ),
            (
                format!(
                    "UPDATE block SET value = (SELECT value FROM block WHERE id = {other}) WHERE id = {one}"
                ),
                "another shelf's",
            ),
            (format!("UPDATE block SET value = substr(value, 1, length(value) - 1) WHERE id = {one}"), "cut"),
            (format!("UPDATE block SET value = x'' WHERE id = {one}"), "emptied"),
        ];
        for (sql, what) in table {
            let (_folder, mut store) = tampered(&sql);
            let everything = if shelf == 1 { all(&mut store).err() } else { all_letters(&mut store).err() };
            assert!(matches!(everything, Some(StoreError::Damaged { part: "block" })), "{what}");
            let index = if shelf == 1 {
                store.shelf::<Operation>().window(&text("расчёт"), 0, 1).err()
            } else {
                store.shelf::<Letter>().window(&text("расчёт"), 0, 1).err()
            };
            assert!(matches!(index, Some(StoreError::Damaged { part: "block" })), "{what}");
            // What does not need the block is still there.
            let none = ShelfFilter::default();
            let newest = store.shelf::<Operation>().window(&none, 0, 10).unwrap().rows;
            assert_eq!(newest, operations(150, 141), "{what}");
            let newest = store.shelf::<Letter>().window(&none, 0, 10).unwrap().rows;
            assert_eq!(newest, letters(150, 141), "{what}");
        }
    }
}

#[test]
fn names_cannot_be_moved_or_left_out() {
    for shelf in [1, 2] {
        let [zero, one, last] = [0, 1, 6].map(|id| name(shelf, id));
        let other = name(3 - shelf, 1);
        for sql in [
            format!("DELETE FROM name WHERE id = {last}"),
            format!("DELETE FROM name WHERE id = {zero}"),
            format!("UPDATE name SET value = (SELECT value FROM name WHERE id = {zero}) WHERE id = {one}"),
            format!("UPDATE name SET value = (SELECT value FROM name WHERE id = {other}) WHERE id = {one}"),
            format!("DELETE FROM name WHERE id >> 32 = {shelf}"),
        ] {
            let (_folder, mut store) = tampered(&sql);
            let read = |store: &mut Store| match shelf {
                1 => (
                    store.shelf::<Operation>().facets().err(),
                    all(store).err(),
                    store.shelf().merge_head(&operations(160, 0), true, at(2)).err(),
                ),
                _ => (
                    store.shelf::<Letter>().facets().err(),
                    all_letters(store).err(),
                    store.shelf().merge_head(&letters(160, 0), true, at(2)).err(),
                ),
            };
            let (facets, window, merged) = read(&mut store);
            assert!(matches!(facets, Some(StoreError::Damaged { part: "name" })), "{sql}");
            assert!(matches!(window, Some(StoreError::Damaged { part: "name" })), "{sql}");
            assert!(matches!(merged, Some(StoreError::Damaged { .. })), "{sql}");
        }
    }
}

#[test]
fn a_shelf_that_is_gone_is_damaged() {
    for (sql, shelf) in [
        ("DELETE FROM shelf", 1),
        ("DELETE FROM shelf", 2),
        ("DELETE FROM shelf WHERE id = 1", 1),
        ("DELETE FROM shelf WHERE id = 2", 2),
    ] {
        let (_folder, mut store) = tampered(sql);
        let state = match shelf {
            1 => store.shelf::<Operation>().state(),
            _ => store.shelf::<Letter>().state(),
        };
        assert!(matches!(state, Err(StoreError::Damaged { part: "name" })), "{sql}");
    }
}

/// Whoever moves all of a shelf to another's place, or takes its name, has not the key that binds them.
#[test]
fn nothing_of_one_shelf_opens_in_another() {
    let swap = |table: &str, column: &str| {
        format!(
            "UPDATE {table} SET {column} = -{column};
             UPDATE {table} SET {column} = -{column} + CASE WHEN -{column} < {middle} THEN {step} ELSE -{step} END;",
            middle = if table == "block" { (1_i64 << 38) + (1 << 37) } else { 2 << 32 },
            step = if table == "block" { 1_i64 << 38 } else { 1 << 32 },
        )
    };
    let contents = format!("{}{}", swap("block", "id"), swap("name", "id"));
    let extents = "CREATE TEMP TABLE t AS SELECT id, name, value FROM shelf;
        DELETE FROM shelf;
        INSERT INTO shelf SELECT 3 - id, name, value FROM t;"
        .to_owned();
    let renamed = "CREATE TEMP TABLE t AS SELECT id, name, value FROM shelf;
        DELETE FROM shelf;
        INSERT INTO shelf SELECT id, (SELECT name FROM t o WHERE o.id <> t.id), value FROM t;"
        .to_owned();
    for sql in [contents, extents, renamed] {
        let (_folder, mut store) = tampered(&sql);
        assert!(matches!(all(&mut store), Err(StoreError::Damaged { .. })), "{sql}");
        assert!(matches!(all_letters(&mut store), Err(StoreError::Damaged { .. })), "{sql}");
    }
}

#[test]
fn values_notes_and_settings_cannot_be_moved() {
    let (_folder, mut store) = tampered(
        "UPDATE value SET value = (SELECT value FROM value ORDER BY key LIMIT 1);
         UPDATE note SET value = (SELECT value FROM note WHERE id = 1) WHERE id = 2;
         UPDATE setting SET value = (SELECT max(value) FROM setting)",
    );
    let read: Vec<_> = values().iter().map(|(name, _)| store.get(name)).collect();
    let damaged = read.iter().filter(|it| matches!(it, Err(StoreError::Damaged { part: "value" }))).count();
    assert_eq!(damaged, read.len() - 1);
    assert!(read.iter().any(|it| matches!(it, Ok(Some(_)))));
    assert!(matches!(store.get_all(), Err(StoreError::Damaged { part: "value" })));
    assert!(matches!(store.notes("draft", 9), Err(StoreError::Damaged { part: "note" })));
    assert_eq!(store.notes("draft", 2).unwrap().len(), 2);
    let settings = (0..4).map(|number| store.setting(&format!("setting {number}")));
    assert_eq!(settings.filter(Result::is_err).count(), 3);
}

#[test]
fn a_value_of_another_file_of_the_same_key_does_not_open() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    filled(one.path());
    filled(other.path());
    let mut store = open_unsynced(one.path());
    let look_up = |store: &Store| store.seal.look_up(crate::seal::Table::Value, "contacts").unwrap();
    // The other file's look-ups are another salt's: even put under this file's, its values do not open.
    let (own, foreign) = (look_up(&store), look_up(&open_unsynced(other.path())));
    assert_ne!(own, foreign);
    let attach = format!("ATTACH '{}' AS other", other.path().join("cache.sqlite").display());
    store.connection.execute_batch(&attach).unwrap();
    store
        .connection
        .execute(
            "UPDATE value SET value = (SELECT value FROM other.value WHERE key = ?1) WHERE key = ?2",
            [foreign, own],
        )
        .unwrap();
    assert!(matches!(store.get("contacts"), Err(StoreError::Damaged { part: "value" })));
}

#[test]
fn a_bad_value_found_at_open_sets_the_file_aside() {
    for sql in [
        "UPDATE value SET value = x'00' WHERE key = (SELECT min(key) FROM value)",
        "UPDATE note SET kind = x'00112233445566778899aabbccddeeff' WHERE id = 2",
        "UPDATE setting SET value = zeroblob(length(value))",
        "UPDATE shelf SET value = zeroblob(length(value)) WHERE id = 2",
        "UPDATE shelf SET name = zeroblob(16) WHERE id = 1",
        "UPDATE identity SET fingerprint = zeroblob(16)",
        "UPDATE identity SET salt = zeroblob(5)",
        "DELETE FROM identity",
        "DROP TABLE value",
        "PRAGMA user_version = 0",
    ] {
        let (folder, store) = tampered(sql);
        drop(store);
        let opened = Store::open(folder.path(), &key()).unwrap();
        assert_eq!(opened.set_aside.map(|it| it.reason), Some(SetAsideReason::Damaged), "{sql}");
    }
}

#[test]
fn after_set_aside_the_folder_opens_empty() {
    let (folder, mut store) = tampered(&format!("DELETE FROM block WHERE id = {}", block(1, 2)));
    assert!(all(&mut store).is_err());
    store.set_aside(SetAsideReason::Damaged).unwrap();
    let mut store = open(folder.path());
    assert_eq!(all(&mut store).unwrap().total, 0);
    store.shelf::<Operation>().merge_head(&operations(150, 0), true, at(1)).unwrap();
    assert_eq!(all(&mut store).unwrap().rows, operations(150, 0));
}
