//! What the account says: balance, liabilities, operations, income; and what follows from it.

mod liability;
mod operation;
mod standing;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use liability::{Due, Liability, Tax, TaxKind};
pub use operation::Operation;
pub use standing::{Standing, standing};

use crate::{Date, Inn, Money};

/// The single tax account (ENS) in one look, `GET ens/general`. Every field may be missing on the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnsBalance {
    /// Money paid less obligations due; negative is debt (Tax Code, art. 11.3).
    pub balance: Option<Money>,
    /// Arrears: obligations whose day has passed.
    pub arrears: Option<Money>,
    /// What the service recommends to pay now.
    pub recommended: Option<Money>,
    /// The nearest obligation that is not due yet.
    pub nearest: Option<NearestAccrual>,
}

/// The next obligation to fall due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearestAccrual {
    /// How much.
    pub amount: Money,
    /// By when, if the service says it.
    pub date: Option<Date>,
}

/// The amounts that make up accruals and arrears, `GET ens/liabilitiesMeta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiabilityTotals {
    /// All that is accrued and not due yet, if the service said it.
    pub accruals: Option<Money>,
    /// All that is overdue, if the service said it.
    pub arrears: Option<Money>,
}

/// Income and the tax withheld from it in one year, `GET taxpayer/2ndfl/v2`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearIncome {
    /// The calendar year.
    pub year: i16,
    /// Income before tax.
    pub income: Option<Money>,
    /// Tax withheld.
    pub tax: Option<Money>,
}

/// Who the account belongs to, `GET taxpayer/info/v2`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taxpayer {
    /// The number, if the service gave a valid one.
    pub inn: Option<Inn>,
    /// The person's name as the service writes it.
    pub name: Option<String>,
    /// The address that letters are announced to.
    pub email: Option<String>,
    /// How many letters have not been read.
    pub new_letters: Option<u32>,
}

/// `Debug` ends up in logs: a name and an address are left out.
impl fmt::Debug for Taxpayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Taxpayer")
            .field("inn", &self.inn)
            .field("new_letters", &self.new_letters)
            .finish_non_exhaustive()
    }
}

/// Payments on the account, `GET taxes/taxInfo`; the service answers 404 when there is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentTotals {
    /// The single tax payment: money on the account.
    pub enp: Option<Money>,
    /// Payments that the treasury has confirmed.
    pub confirmed: Option<Money>,
}
