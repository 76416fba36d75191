use serde::{Deserialize, Serialize};

use super::{EnsBalance, Liability};
use crate::{Date, Money};

/// Where a person stands: the one thing the large status line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Money is owed and its day has passed.
    Debt {
        /// How much, positive.
        amount: Money,
        /// The earliest day that passed, where it is known.
        since: Option<Date>,
    },
    /// Nothing is overdue, but something falls due.
    Due {
        /// How much is to be paid on top of what already lies on the account, positive.
        amount: Money,
        /// By when, where it is known.
        by: Option<Date>,
    },
    /// Nothing is owed; what falls due next is covered by money on the account.
    Clear {
        /// Money on the account, zero or more.
        balance: Money,
    },
    /// The service did not say enough to tell.
    Unknown,
}

/// Tells where a person stands.
///
/// Balance = money paid − obligations due, negative is debt (payments page; Tax Code, art. 11.3). Where balance and
/// arrears differ, the larger debt is told: a person would rather learn of it (our own rule). An accrual that money on
/// the account covers is not to be paid again; one whose date lies before `today` is still the service's accrual and is
/// told with its date.
pub fn standing(ens: &EnsBalance, arrears: &[Liability]) -> Standing {
    let (Some(balance), stated) = (ens.balance.or_else(|| ens.arrears.map(|a| -a)), ens.arrears) else {
        return Standing::Unknown;
    };
    let debt = (-balance).max(stated.unwrap_or(Money::ZERO)).max(Money::ZERO);
    if debt.is_positive() {
        return Standing::Debt { amount: debt, since: arrears.iter().filter_map(Liability::due_date).min() };
    }
    match &ens.nearest {
        Some(nearest) if nearest.amount > balance => {
            Standing::Due { amount: nearest.amount - balance, by: nearest.date }
        }
        _ => Standing::Clear { balance },
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::date;
    use proptest::prelude::*;

    use super::*;
    use crate::account::{Due, NearestAccrual, Tax};

    fn money(kopecks: i64) -> Money {
        Money::from_kopecks(kopecks)
    }

    fn ens(balance: Option<i64>, arrears: Option<i64>, nearest: Option<i64>) -> EnsBalance {
        EnsBalance {
            balance: balance.map(money),
            arrears: arrears.map(money),
            recommended: None,
            nearest: nearest.map(|n| NearestAccrual { amount: money(n), date: Some(date(2026, 12, 1)) }),
        }
    }

    #[test]
    fn each_case_of_the_status_line() {
        let by = Some(date(2026, 12, 1));
        let table = [
            (ens(Some(-500), Some(500), None), Standing::Debt { amount: money(500), since: None }),
            (ens(Some(-500), None, Some(900)), Standing::Debt { amount: money(500), since: None }),
            (ens(Some(0), Some(700), None), Standing::Debt { amount: money(700), since: None }),
            (ens(None, Some(700), None), Standing::Debt { amount: money(700), since: None }),
            (ens(Some(0), Some(0), Some(900)), Standing::Due { amount: money(900), by }),
            (ens(Some(400), Some(0), Some(900)), Standing::Due { amount: money(500), by }),
            (ens(Some(900), Some(0), Some(900)), Standing::Clear { balance: money(900) }),
            (ens(Some(0), None, None), Standing::Clear { balance: Money::ZERO }),
            (ens(None, None, Some(900)), Standing::Unknown),
        ];
        for (balance, expected) in table {
            assert!(standing(&balance, &[]) == expected, "{balance:?}");
        }
    }

    #[test]
    fn debt_dates_from_the_earliest_arrear() {
        let arrear = |code: &str, due| Liability {
            amount: money(1),
            tax: Tax { code: code.to_owned(), title: String::new() },
            due,
        };
        let rows =
            [arrear("25", Due::ForYear(2024)), arrear("20", Due::ForYear(2023)), arrear("77", Due::Unknown)];
        let told = standing(&ens(Some(-2), Some(2), None), &rows);
        assert_eq!(told, Standing::Debt { amount: money(2), since: Some(date(2024, 12, 2)) });
    }

    proptest! {
        #[test]
        fn never_a_debt_without_one_and_never_a_negative_figure(b in -10_000_i64..10_000, a in 0_i64..10_000, n in 0_i64..10_000) {
            match standing(&ens(Some(b), Some(a), Some(n)), &[]) {
                Standing::Debt { amount, .. } => prop_assert!(amount.is_positive() && (b < 0 || a > 0)),
                Standing::Due { amount, .. } => prop_assert!(amount.is_positive() && b >= 0 && a == 0),
                Standing::Clear { balance } => prop_assert!(!balance.is_negative() && a == 0 && n <= b),
                Standing::Unknown => prop_assert!(false, "a balance was given"),
            }
        }
    }
}
