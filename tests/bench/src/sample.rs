//! Made-up accounts of any size.

use fl_domain::{
    Date, Inn, Money,
    account::{
        Due, EnsBalance, Liability, LiabilityTotals, NearestAccrual, Operation, PaymentTotals, Tax, Taxpayer,
        YearIncome,
    },
};
use serde::Serialize;

/// An answer of the service as the runtime keeps it: the question's name and the bytes.
pub type Value = (&'static str, Vec<u8>);

const TAXES: [&str; 5] = [
    "Транспортный налог с физических лиц",
    "Земельный налог с физических лиц",
    "Налог на имущество физических лиц",
    "Налог на доходы физических лиц",
    "",
];
const KINDS: [&str; 6] = [
    "Начислен налог",
    "Уплата налога",
    "Уменьшение начисления",
    "Зачтено в счёт налога",
    "Начислены пени",
    "Возврат",
];

/// A history of so many operations, newest first, as long-winded as the service's own.
pub fn history(count: usize) -> Vec<Operation> {
    (0..count).map(|age| operation(count - age)).collect()
}

fn operation(number: usize) -> Operation {
    let part = |count: usize| i8::try_from(number / 7 % count).unwrap_or(0) + 1;
    let kopecks = i64::try_from(number * 7_919 % 90_000_000).unwrap_or(0) + 100;
    Operation {
        date: Date::new(i16::try_from(2016 + number % 10).unwrap_or(2016), part(12), part(28)).ok(),
        amount: Money::from_kopecks(if number.is_multiple_of(3) { kopecks } else { -kopecks }),
        description: format!("Начислено по расчёту № {number} за налоговый период"),
        kind: KINDS[number % KINDS.len()].to_owned(),
        tax: TAXES[number / 4 % TAXES.len()].to_owned(),
        source: format!("Налоговое уведомление № {}", 10_000_000 + number * 31),
    }
}

/// The values by which they are given to the store.
pub fn given(values: &[Value]) -> Vec<(&str, &[u8])> {
    values.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect()
}

/// Answers to seven questions.
///
/// # Errors
/// None: the form can hold whatever is here.
pub fn values() -> postcard::Result<Vec<Value>> {
    let money = Money::from_kopecks;
    let owed = |number: i64| Liability {
        amount: money(number * 123_457),
        tax: Tax { code: "20".to_owned(), title: TAXES[0].to_owned() },
        due: Due::On(Date::constant(2026, 12, 1)),
    };
    let balance = EnsBalance {
        balance: Some(money(-500_000)),
        arrears: Some(money(500_000)),
        recommended: Some(money(500_000)),
        nearest: Some(NearestAccrual { amount: money(700_000), date: Some(Date::constant(2026, 12, 1)) }),
    };
    let year = |year| YearIncome { year, income: Some(money(150_000_000)), tax: Some(money(19_500_000)) };
    let taxpayer = Taxpayer {
        inn: Some(Inn::made_up(1)),
        name: Some("Иванов Иван Иванович".to_owned()),
        email: Some("ivanov@example.org".to_owned()),
        new_letters: Some(3),
    };
    Ok(vec![
        value("ens-balance", &balance)?,
        value("liability-totals", &LiabilityTotals { accruals: Some(money(1)), arrears: Some(money(2)) })?,
        value("accruals", &(1..8).map(owed).collect::<Vec<_>>())?,
        value("arrears", &(1..3).map(owed).collect::<Vec<_>>())?,
        value("incomes", &(2016..2026).map(year).collect::<Vec<_>>())?,
        value("taxpayer", &taxpayer)?,
        value("payment-totals", &Some(PaymentTotals { enp: Some(money(1)), confirmed: None }))?,
    ])
}

fn value(name: &'static str, told: &impl Serialize) -> postcard::Result<Value> {
    Ok((name, postcard::to_stdvec(told)?))
}
