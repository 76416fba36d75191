//! Files that were cut, flipped and tampered with.

use std::{fs, path::Path};

use super::support::{all, at, key, open, open_unsynced, operations, readings, text};
use crate::{HistoryFilter, SetAsideReason, SnapshotKind, Store, StoreError};

fn filled(folder: &Path) {
    let mut store = open(folder);
    store.put_all(&readings(), at(1)).unwrap();
    store.merge_head(&operations(150, 0), true, at(1)).unwrap();
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
        return false;
    }
    let mut whole = true;
    let mut judge = |read: Result<bool, StoreError>| match read {
        Ok(as_written) => assert!(as_written, "{what}: something else was read"),
        Err(StoreError::Damaged { .. }) => whole = false,
        Err(error) => panic!("{what}: {error:?}"),
    };
    judge(store.get_all().map(|all| all.iter().map(|snapshot| &snapshot.reading).eq(&readings())));
    judge(all(&mut store).map(|window| window.rows == operations(150, 0)));
    judge(store.window(&text("расчёт"), 0, 1000).map(|window| window.rows == operations(150, 0)));
    judge(store.history_state().map(|state| state.count == 151 && state.complete));
    judge(store.facets().map(|facets| facets.kinds.len() == 3 && facets.taxes.len() == 4));
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
    drop(store);
    // Through the store's own connection settings, but not its calls; checks at open are left behind.
    let store = open_unsynced(folder.path());
    store.connection.execute_batch(sql).unwrap();
    (folder, store)
}

#[test]
fn blocks_cannot_be_moved_or_left_out() {
    let table = [
        (
            "UPDATE block SET id = id + 1000 WHERE id < 2; UPDATE block SET id = 1001 - id WHERE id >= 1000",
            "swapped",
        ),
        ("DELETE FROM block WHERE id = 1", "one left out"),
        ("DELETE FROM block WHERE id = 0", "the oldest left out"),
        ("UPDATE block SET value = (SELECT value FROM block WHERE id = 2) WHERE id = 1", "copied"),
        ("UPDATE block SET value = substr(value, 1, length(value) - 1) WHERE id = 1", "cut"),
        ("UPDATE block SET value = x'' WHERE id = 1", "emptied"),
    ];
    for (sql, what) in table {
        let (_folder, mut store) = tampered(sql);
        assert!(matches!(all(&mut store), Err(StoreError::Damaged { part: "block" })), "{what}");
        let index = store.window(&text("расчёт"), 0, 1);
        assert!(matches!(index, Err(StoreError::Damaged { part: "block" })), "{what}");
        // What does not need the block is still there.
        assert_eq!(
            store.window(&HistoryFilter::default(), 0, 10).unwrap().rows,
            operations(150, 141),
            "{what}"
        );
    }
}

#[test]
fn names_cannot_be_moved_or_left_out() {
    for sql in [
        "DELETE FROM name WHERE id = 6",
        "DELETE FROM name WHERE id = 0",
        "UPDATE name SET value = (SELECT value FROM name WHERE id = 0) WHERE id = 1",
        "DELETE FROM name",
    ] {
        let (_folder, mut store) = tampered(sql);
        assert!(matches!(store.facets(), Err(StoreError::Damaged { part: "name" })), "{sql}");
        assert!(matches!(all(&mut store), Err(StoreError::Damaged { part: "name" })), "{sql}");
        assert!(matches!(
            store.merge_head(&operations(160, 0), true, at(2)),
            Err(StoreError::Damaged { .. })
        ));
    }
}

#[test]
fn a_history_whose_extent_is_gone_is_damaged() {
    let (_folder, mut store) = tampered("DELETE FROM extent");
    assert!(matches!(store.history_state(), Err(StoreError::Damaged { part: "name" })));
}

#[test]
fn snapshots_notes_and_settings_cannot_be_moved() {
    let (_folder, mut store) = tampered(
        "UPDATE snapshot SET value = (SELECT value FROM snapshot WHERE kind = 2) WHERE kind = 1;
         UPDATE note SET value = (SELECT value FROM note WHERE id = 1) WHERE id = 2;
         UPDATE setting SET value = (SELECT max(value) FROM setting)",
    );
    assert!(matches!(store.get(SnapshotKind::EnsBalance), Err(StoreError::Damaged { part: "snapshot" })));
    assert!(store.get(SnapshotKind::LiabilityTotals).unwrap().is_some());
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
    let attach = format!("ATTACH '{}' AS other", other.path().join("cache.sqlite").display());
    store.connection.execute_batch(&attach).unwrap();
    store
        .connection
        .execute_batch(
            "UPDATE snapshot SET value = (SELECT value FROM other.snapshot s WHERE s.kind = snapshot.kind)",
        )
        .unwrap();
    assert!(matches!(store.get(SnapshotKind::EnsBalance), Err(StoreError::Damaged { part: "snapshot" })));
}

#[test]
fn a_bad_value_found_at_open_sets_the_file_aside() {
    for sql in [
        "UPDATE snapshot SET value = x'00' WHERE kind = 1",
        "UPDATE note SET kind = x'00112233445566778899aabbccddeeff' WHERE id = 2",
        "UPDATE setting SET value = zeroblob(length(value))",
        "UPDATE extent SET value = zeroblob(length(value))",
        "UPDATE identity SET fingerprint = zeroblob(16)",
        "UPDATE identity SET salt = zeroblob(5)",
        "DELETE FROM identity",
        "DROP TABLE snapshot",
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
    let (folder, mut store) = tampered("DELETE FROM block WHERE id = 2");
    assert!(all(&mut store).is_err());
    store.set_aside(SetAsideReason::Damaged).unwrap();
    let mut store = open(folder.path());
    assert_eq!(all(&mut store).unwrap().total, 0);
    store.merge_head(&operations(150, 0), true, at(1)).unwrap();
    assert_eq!(all(&mut store).unwrap().rows, operations(150, 0));
}
