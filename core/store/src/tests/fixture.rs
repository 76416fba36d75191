//! A file that the first version really wrote: its key is the tests' own, and nothing in it is anyone's.

use std::fs;

use fl_domain::{
    account::Operation,
    shelf::{HeadMerge, ShelfState},
};

use super::support::{TAXES, all, all_letters, at, key, letters, open, operation, operations, text};
use crate::{DataKey, SetAsideReason, Store};

pub(super) const FIRST_VERSION: &[u8] = include_bytes!("fixtures/v1.sqlite");

/// What each snapshot was, without the number of its kind, in the order in which they were put, a second each.
const SNAPSHOTS: [(&str, &str); 10] = [
    ("ens-balance", "01c1843d000000"),
    ("liability-totals", "1428"),
    ("accruals", ""),
    ("arrears", "00"),
    ("incomes", "01d21f01120102"),
    (
        "taxpayer",
        "010c3030303030303030303537390115d098d092d090d09dd09ed09220d098d092d090d09d01126976616e6f76406578616d706c652e6f72670102",
    ),
    ("payment-totals", "0100010e"),
    ("password", "000a323032362d31312d313901"),
    ("contacts", "000112706574726f76406578616d706c652e6f7267000001"),
    (
        "sign-ins",
        "01076d6164652d75701e313937302d30312d30315430303a30303a30352e3132333435363738395a010ed182d0b5d0bbd0b5d184d0bed0bd000101",
    ),
];

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |shown, byte| shown + &format!("{byte:02x}"))
}

/// Three times 1,234.56 roubles of a tax, due on 1 December 2026.
fn accruals() -> Vec<u8> {
    let tax = TAXES[0].as_bytes();
    let one = [
        &[0x80, 0x89, 0x0F, 2][..],
        b"20",
        &[u8::try_from(tax.len()).unwrap()],
        tax,
        &[0, 10],
        b"2026-12-01",
    ];
    [&[3][..], &one.concat().repeat(3)].concat()
}

pub(super) fn holds_everything(store: &mut Store) {
    assert_eq!(all(store).unwrap().rows, operations(99, 0));
    let oldest = operation(0).date;
    let state = ShelfState { count: 100, complete: true, fetched_at: Some(at(5)), oldest };
    assert_eq!(store.shelf::<Operation>().state().unwrap(), state);
    assert_eq!(store.shelf::<Operation>().window(&text("7839,82"), 0, 9).unwrap().rows, [operation(99)]);
    let facets = store.shelf::<Operation>().facets().unwrap();
    assert_eq!(facets.iter().map(Vec::len).collect::<Vec<_>>(), [4, 3]);

    assert_eq!(store.get_all().unwrap().len(), SNAPSHOTS.len());
    for (second, (name, bytes)) in (0..).zip(SNAPSHOTS) {
        let kept = store.get(name).unwrap().unwrap();
        let expected = if name == "accruals" { hex(&accruals()) } else { bytes.to_owned() };
        assert_eq!((hex(&kept.bytes), kept.fetched_at), (expected, at(second)), "{name}");
    }

    let notes = store.notes("draft", 9).unwrap();
    let notes: Vec<_> = notes.iter().map(|note| (note.value.clone(), note.at)).collect();
    assert_eq!(notes, [2, 1, 0].map(|number| (vec![number], at(i64::from(number)))));
    assert_eq!(store.setting("language").unwrap().as_deref(), Some(&b"ru"[..]));
}

#[test]
fn a_file_of_the_first_version_is_kept_whole() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cache.sqlite"), FIRST_VERSION).unwrap();
    for _ in 0..2 {
        let mut store = open(folder.path());
        assert_eq!(crate::schema::version(&store.connection).unwrap(), 3);
        holds_everything(&mut store);
    }
}

#[test]
fn a_file_of_the_first_version_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cache.sqlite"), FIRST_VERSION).unwrap();
    let mut store = open(folder.path());
    store.shelf().merge_head(&letters(80, 0), true, at(6)).unwrap();
    let merged = store.shelf().merge_head(&operations(150, 90), false, at(7)).unwrap();
    assert_eq!(merged, HeadMerge::Merged { added: 51 });
    store.put_all(&[("arrears", b"new")], at(8)).unwrap();
    for _ in 0..2 {
        assert_eq!(all(&mut store).unwrap().rows, operations(150, 0));
        assert_eq!(all_letters(&mut store).unwrap().rows, letters(80, 0));
        assert_eq!(store.get("arrears").unwrap().unwrap().bytes, b"new");
        assert_eq!(store.get_all().unwrap().len(), SNAPSHOTS.len());
        drop(store);
        store = open(folder.path());
    }
    store.shelf().replace(&operations(40, 0), true, at(9)).unwrap();
    drop(store);
    let mut store = open(folder.path());
    assert_eq!(all(&mut store).unwrap().rows, operations(40, 0));
    assert_eq!(all_letters(&mut store).unwrap().rows, letters(80, 0));
}

/// What is damaged is not brought up, and what is another key's is not touched.
#[test]
fn a_damaged_file_of_the_first_version_is_set_aside_as_it_was() {
    for at in (0..FIRST_VERSION.len()).step_by(211) {
        let mut bytes = FIRST_VERSION.to_vec();
        bytes[at] ^= 0x40;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("cache.sqlite"), &bytes).unwrap();
        let mut opened = Store::open(folder.path(), &key()).unwrap();
        match opened.set_aside {
            Some(_) => assert_eq!(opened.store.get_all().unwrap(), []),
            None => assert_eq!(opened.store.get_all().unwrap().len(), SNAPSHOTS.len(), "byte {at}"),
        }
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cache.sqlite"), FIRST_VERSION).unwrap();
    let opened = Store::open(folder.path(), &DataKey::from_bytes([8; 32])).unwrap();
    let set_aside = opened.set_aside.unwrap();
    assert_eq!(set_aside.reason, SetAsideReason::WrongKey);
    assert_eq!(fs::read(set_aside.path).unwrap(), FIRST_VERSION);
}
