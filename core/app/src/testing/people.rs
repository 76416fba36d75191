use fl_domain::{
    Inn, Money,
    account::{Due, EnsBalance, Liability, NearestAccrual, Operation, PaymentTotals, Tax, YearIncome},
};

use super::Stand;

/// A made-up person.
pub(crate) fn inn() -> Inn {
    Inn::made_up(7_700_123_456)
}

pub(crate) fn money(roubles: i64) -> Money {
    Money::from_kopecks(roubles * 100)
}

pub(crate) fn liability(code: &str, title: &str, roubles: i64, due: Due) -> Liability {
    Liability { amount: money(roubles), tax: Tax { code: code.to_owned(), title: title.to_owned() }, due }
}

/// A debt for 2024 and accruals for 2025, as the service would tell them.
pub(crate) fn debtor(stand: &mut Stand) {
    stand.service.ens = EnsBalance {
        balance: Some(Money::from_kopecks(-1_234_056)),
        arrears: Some(Money::from_kopecks(1_234_056)),
        recommended: Some(Money::from_kopecks(1_634_056)),
        nearest: Some(NearestAccrual { amount: money(4_000), date: Some("2026-12-01".parse().unwrap()) }),
    };
    stand.service.arrears = vec![Liability {
        amount: Money::from_kopecks(1_234_056),
        ..liability("20", "Транспортный налог", 0, Due::ForYear(2024))
    }];
    stand.service.accruals = vec![
        liability("25", "Налог на имущество физических лиц", 3_000, Due::On("2026-12-01".parse().unwrap())),
        liability("X7", "", 1_000, Due::On("2026-12-01".parse().unwrap())),
    ];
    stand.service.taxpayer.new_letters = Some(2);
    stand.service.payments = Some(PaymentTotals { enp: None, confirmed: Some(money(500)) });
    stand.service.incomes = vec![
        YearIncome { year: 2024, income: Some(money(900_000)), tax: Some(money(117_000)) },
        YearIncome { year: 2025, income: Some(money(1_000_000)), tax: Some(money(130_000)) },
    ];
    stand.service.history = operations(3);
}

/// So many operations, newest first, each different from its neighbours.
pub(crate) fn operations(count: usize) -> Vec<Operation> {
    (0..count)
        .map(|index| Operation {
            date: fl_domain::dates::from_unix_days(20_000 - i64::try_from(index / 2).unwrap()),
            amount: money(if index % 3 == 0 { 1_000 } else { -500 } + i64::try_from(index).unwrap()),
            description: format!("Операция № {index}"),
            kind: if index % 3 == 0 { "Уплата" } else { "Начислен налог" }.to_owned(),
            tax: if index % 3 == 0 { "" } else { "Транспортный налог" }.to_owned(),
            source: String::new(),
        })
        .collect()
}
