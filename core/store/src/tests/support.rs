//! What the tests share.

use std::{fs, path::Path};

use fl_domain::{
    Date, Inn, Money, Timestamp,
    account::{
        Due, EnsBalance, Liability, LiabilityTotals, Operation, PaymentTotals, Tax, Taxpayer, YearIncome,
    },
    service::{ContactState, Contacts, PasswordStatus, Reading, SignInRecord, SignInWay},
};

use crate::{DataKey, HistoryFilter, HistoryWindow, Opened, Store, StoreError};

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

pub(super) fn readings() -> Vec<Reading> {
    let money = Money::from_kopecks;
    let owed = Liability {
        amount: money(123_456),
        tax: Tax { code: "20".into(), title: TAXES[0].into() },
        due: Due::On(Date::constant(2026, 12, 1)),
    };
    vec![
        Reading::EnsBalance(EnsBalance { balance: Some(money(-500_001)), ..EnsBalance::default() }),
        Reading::LiabilityTotals(LiabilityTotals { accruals: money(10), arrears: money(20) }),
        Reading::Accruals(vec![owed; 3]),
        Reading::Arrears(Vec::new()),
        Reading::Incomes(vec![YearIncome { year: 2025, income: Some(money(9)), tax: Some(money(1)) }]),
        Reading::Taxpayer(Taxpayer {
            inn: Some(Inn::made_up(5)),
            name: Some("ИВАНОВ ИВАН".into()),
            email: Some("ivanov@example.org".into()),
            new_letters: Some(2),
        }),
        Reading::PaymentTotals(Some(PaymentTotals { enp: None, confirmed: Some(money(7)) })),
        Reading::Password(PasswordStatus::Primary { issued: Date::constant(2026, 11, 19), confirmed: true }),
        Reading::Contacts(Contacts {
            email: ContactState { confirmed: None, pending: Some("petrov@example.org".into()) },
            control_word_set: true,
            ..Contacts::default()
        }),
        Reading::SignIns(vec![SignInRecord {
            id: "made-up".into(),
            at: at(5),
            way: SignInWay::Esia,
            device: "телефон".into(),
            place: String::new(),
            is_current: true,
            is_open: true,
        }]),
    ]
}

pub(super) fn all(store: &mut Store) -> Result<HistoryWindow, StoreError> {
    store.window(&HistoryFilter::default(), 0, u32::MAX)
}

pub(super) fn text(text: &str) -> HistoryFilter {
    HistoryFilter { text: text.to_owned(), ..HistoryFilter::default() }
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
