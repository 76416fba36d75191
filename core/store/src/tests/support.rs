//! What the tests share.

use std::{fs, path::Path};

use fl_domain::{
    Date, Money, Timestamp,
    account::Operation,
    shelf::{ShelfFilter, ShelfWindow},
};

use super::letter::{Letter, letter};
use crate::{DataKey, Opened, Store, StoreError};

pub(super) const TAXES: [&str; 4] = ["Транспортный налог", "Земельный налог", "Налог на имущество", ""];
pub(super) const KINDS: [&str; 3] = ["Начислен налог", "Уплата", "Зачёт"];

pub(super) fn key() -> DataKey {
    DataKey::from_bytes([7; 32])
}

pub(super) fn at(second: i64) -> Timestamp {
    Timestamp::new(second, 123_456_789).unwrap()
}

pub(super) fn open(folder: &Path) -> Store {
    let Opened { store, set_aside } = Store::open(folder, &key()).unwrap();
    assert_eq!(set_aside, None);
    store
}

/// A store that does not wait for the disk: for tests of many writes that are not about it.
pub(super) fn open_unsynced(folder: &Path) -> Store {
    let store = open(folder);
    store.connection.pragma_update(None, "synchronous", "OFF").unwrap();
    store
}

/// An operation unlike that of any other number.
pub(super) fn operation(number: u32) -> Operation {
    let part = |count: u32| i8::try_from(number % count + 1).unwrap();
    Operation {
        date: (number % 10 != 9).then(|| Date::new(2025, part(12), part(28)).unwrap()),
        amount: Money::from_kopecks(
            (i64::from(number) * 7_919 % 1_000_000 + 1) * if number.is_multiple_of(3) { -1 } else { 1 },
        ),
        description: format!("Расчёт № {number} за налоговый период"),
        kind: KINDS[number as usize % 3].to_owned(),
        tax: TAXES[number as usize / 3 % 4].to_owned(),
        source: format!("Уведомление {}", number / 7),
    }
}

/// Newest first: from the number `newest` down to `oldest`.
pub(super) fn operations(newest: u32, oldest: u32) -> Vec<Operation> {
    (oldest..=newest).rev().map(operation).collect()
}

/// Newest first, as [`operations`].
pub(super) fn letters(newest: u32, oldest: u32) -> Vec<Letter> {
    (oldest..=newest).rev().map(letter).collect()
}

/// Values by name, in the order of their names.
pub(super) fn values() -> Vec<(&'static str, Vec<u8>)> {
    let long = "ИВАНОВ ИВАН ivanov@example.org 2026-12-01 ".repeat(60);
    vec![
        ("accruals", long.into_bytes()),
        ("arrears", Vec::new()),
        ("balance", b"balance-value".to_vec()),
        ("contacts", "ИВАНОВ".into()),
        ("sign-ins", vec![0; 3]),
        ("taxpayer", b"2026-12-01".to_vec()),
    ]
}

pub(super) fn put(store: &mut Store, second: i64) -> Result<(), StoreError> {
    let values = values();
    let given: Vec<_> = values.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    store.put_all(&given, at(second))
}

/// What [`put`] put, all or nothing, and when.
pub(super) fn kept(store: &mut Store) -> Result<Option<i64>, StoreError> {
    let kept = store.get_all()?;
    let Some(first) = kept.first().cloned() else { return Ok(None) };
    assert!(kept.iter().all(|it| it.fetched_at == first.fetched_at));
    assert!(kept.iter().map(|it| (&*it.name, &it.bytes)).eq(values().iter().map(|(n, b)| (*n, b))));
    Ok(Some(first.fetched_at.as_second()))
}

pub(super) fn all(store: &mut Store) -> Result<ShelfWindow<Operation>, StoreError> {
    store.shelf().window(&ShelfFilter::default(), 0, u32::MAX)
}

pub(super) fn all_letters(store: &mut Store) -> Result<ShelfWindow<Letter>, StoreError> {
    store.shelf().window(&ShelfFilter::default(), 0, u32::MAX)
}

pub(super) fn text(text: &str) -> ShelfFilter {
    ShelfFilter::of_text(text)
}

pub(super) fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Every file's name, in order.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
