//! Values by name.

use super::support::{at, kept, open, open_unsynced, put, values};

#[test]
fn each_value_reads_back_before_and_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    assert_eq!(store.get_all().unwrap(), []);
    assert_eq!(store.get("contacts").unwrap(), None);
    for (second, (name, bytes)) in (0..).zip(values()) {
        store.put_all(&[(name, &bytes)], at(second)).unwrap();
    }
    let check = |store: &mut crate::Store| {
        for (second, (name, bytes)) in (0..).zip(values()) {
            let kept = store.get(name).unwrap().unwrap();
            assert_eq!((&*kept.name, kept.bytes, kept.fetched_at), (name, bytes, at(second)));
        }
        assert_eq!(store.get("contact").unwrap(), None);
        assert_eq!(store.get("").unwrap(), None);
    };
    check(&mut store);
    let all = store.get_all().unwrap();
    assert!(all.iter().map(|it| &*it.name).eq(values().iter().map(|(name, _)| *name)));
    assert_eq!(store.get_all().unwrap(), all);
    drop(store);
    let mut store = open(folder.path());
    check(&mut store);
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(store.get_all().unwrap(), all);
    check(&mut store);
}

#[test]
fn a_later_value_takes_the_place_of_the_earlier_and_the_others_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    put(&mut store, 1).unwrap();
    store.put_all(&[("contacts", b"new"), ("unheard of", b"x")], at(2)).unwrap();
    let check = |store: &mut crate::Store| {
        let kept = store.get("contacts").unwrap().unwrap();
        assert_eq!((&*kept.bytes, kept.fetched_at), (&b"new"[..], at(2)));
        assert_eq!(store.get("unheard of").unwrap().unwrap().bytes, b"x");
        assert_eq!(store.get("taxpayer").unwrap().unwrap().fetched_at, at(1));
        assert_eq!(store.get_all().unwrap().len(), values().len() + 1);
    };
    check(&mut store);
    drop(store);
    check(&mut open(folder.path()));
}

#[test]
fn the_last_of_two_values_of_one_name_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.put_all(&[("a", b"1"), ("a", b"2")], at(1)).unwrap();
    assert_eq!(store.get("a").unwrap().unwrap().bytes, b"2");
    drop(store);
    assert_eq!(open(folder.path()).get_all().unwrap()[0].bytes, b"2");
}

#[test]
fn what_is_forgotten_is_gone_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    put(&mut store, 1).unwrap();
    assert_eq!(kept(&mut store).unwrap(), Some(1));
    assert!(store.forget("contacts").unwrap());
    assert!(!store.forget("contacts").unwrap());
    for _ in 0..2 {
        assert_eq!(store.get("contacts").unwrap(), None);
        assert_eq!(store.get_all().unwrap().len(), values().len() - 1);
        drop(store);
        store = open(folder.path());
    }
}

#[test]
fn many_and_large_values_are_kept_beyond_what_stays_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    let names: Vec<String> = (100..230).map(|number| format!("name {number}")).collect();
    let large = vec![7; 300 << 10];
    let given: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, name.as_bytes())).collect();
    store.put_all(&given, at(1)).unwrap();
    store.put_all(&[("name 100", &large)], at(2)).unwrap();
    for _ in 0..2 {
        assert_eq!(store.get("name 100").unwrap().unwrap().bytes, large);
        assert_eq!(store.get("name 229").unwrap().unwrap().bytes, b"name 229");
        assert_eq!(store.get("name 230").unwrap(), None);
        for _ in 0..2 {
            assert!(store.get_all().unwrap().iter().map(|it| &it.name).eq(&names));
            assert_eq!(store.get("name 228").unwrap().unwrap().bytes, b"name 228");
        }
        drop(store);
        store = open_unsynced(folder.path());
    }
}
