//! Notes and settings.

use super::support::{at, open};

#[test]
fn settings_are_kept_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    assert_eq!(store.setting("language").unwrap(), None);
    store.set_setting("language", b"ru").unwrap();
    store.set_setting("empty", b"").unwrap();
    store.set_setting("language", b"en").unwrap();
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(store.setting("language").unwrap().as_deref(), Some(&b"en"[..]));
    assert_eq!(store.setting("empty").unwrap().as_deref(), Some(&b""[..]));
    assert_eq!(store.setting("languag").unwrap(), None);
}

#[test]
fn notes_are_newest_first_and_of_their_kind() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    for number in 0_u8..5 {
        store.append_note("draft", at(i64::from(number)), &[number]).unwrap();
        store.append_note("action", at(0), b"").unwrap();
    }
    let values = |store: &mut crate::Store, limit| {
        let notes = store.notes("draft", limit).unwrap();
        notes.iter().map(|note| (note.value.clone(), note.at)).collect::<Vec<_>>()
    };
    assert_eq!(values(&mut store, 2), [(vec![4], at(4)), (vec![3], at(3))]);
    assert_eq!(values(&mut store, 0), []);
    assert_eq!(store.notes("action", 100).unwrap().len(), 5);
    assert_eq!(store.notes("none", 100).unwrap(), []);
    drop(store);
    assert_eq!(values(&mut open(folder.path()), 100).len(), 5);
}

#[test]
fn a_removed_notes_number_names_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let first = store.append_note("draft", at(0), b"first").unwrap();
    assert!(store.remove_note(first).unwrap());
    assert!(!store.remove_note(first).unwrap());
    drop(store);
    let mut store = open(folder.path());
    let second = store.append_note("draft", at(0), b"second").unwrap();
    assert_ne!(first, second);
    assert!(!store.remove_note(first).unwrap());
    assert_eq!(store.notes("draft", 9).unwrap()[0].id, second);
}

#[test]
fn a_note_does_not_show_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.append_note("draft", at(0), b"secret").unwrap();
    let notes = store.notes("draft", 1).unwrap();
    let shown = format!("{notes:?} {store:?}");
    assert!(!shown.contains("secret") && !shown.contains("115"), "{shown}");
}
