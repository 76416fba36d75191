use serde::{Deserialize, Serialize};

use crate::{Date, Money, dates};

/// One accrual or arrear: how much of which tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Liability {
    /// How much is owed.
    pub amount: Money,
    /// Which tax.
    pub tax: Tax,
    /// When.
    pub due: Due,
}

impl Liability {
    /// The day it fell or falls due: the service's own date, else for taxes paid by the yearly notice the day the law
    /// gives for their period. `None` where neither is known.
    pub fn due_date(&self) -> Option<Date> {
        match (self.due, self.tax.kind()) {
            (Due::On(date), _) => Some(date),
            (Due::ForYear(year), Some(TaxKind::Transport | TaxKind::Land | TaxKind::Property)) => {
                dates::notice_taxes_due(year)
            }
            (Due::ForYear(_) | Due::Unknown, _) => None,
        }
    }
}

/// What the service says of the time: a date for accruals, the period's year for arrears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// Due on this day.
    On(Date),
    /// For this tax year; the day follows from the law.
    ForYear(i16),
    /// Nothing was said.
    Unknown,
}

/// A tax as the service names it: code and title are kept as given, also unknown ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tax {
    /// `svnzInfo.code`, empty if there was none.
    pub code: String,
    /// `svnzInfo.title`, empty if there was none.
    pub title: String,
}

/// The taxes whose code is attested (wire page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxKind {
    /// Code 20.
    Transport,
    /// Code 24.
    Land,
    /// Code 25, property of individuals.
    Property,
}

impl Tax {
    /// The kind, where the code is one of the attested three.
    pub fn kind(&self) -> Option<TaxKind> {
        match self.code.as_str() {
            "20" => Some(TaxKind::Transport),
            "24" => Some(TaxKind::Land),
            "25" => Some(TaxKind::Property),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::date;

    use super::*;

    fn liability(code: &str, due: Due) -> Liability {
        let tax = Tax { code: code.to_owned(), title: String::new() };
        Liability { amount: Money::from_kopecks(1), tax, due }
    }

    #[test]
    fn a_due_date_is_the_services_or_the_laws_or_none() {
        let table = [
            ("20", Due::On(date(2026, 12, 1)), Some(date(2026, 12, 1))),
            ("99", Due::On(date(2026, 7, 15)), Some(date(2026, 7, 15))),
            ("20", Due::ForYear(2023), Some(date(2024, 12, 2))),
            ("24", Due::ForYear(2024), Some(date(2025, 12, 1))),
            ("25", Due::ForYear(2024), Some(date(2025, 12, 1))),
            ("99", Due::ForYear(2024), None),
            ("20", Due::Unknown, None),
        ];
        for (code, due, expected) in table {
            assert_eq!(liability(code, due).due_date(), expected, "{code} {due:?}");
        }
    }
}
