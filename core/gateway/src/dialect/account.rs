//! What every service says about the account: attested.

mod ens;
mod history;
mod person;
#[cfg(test)]
pub(super) mod tests;

use serde::Deserialize;

use crate::lenient;

speaks! { account:
    EnsBalance, LiabilityTotals, Accruals, Arrears, History, Incomes, Taxpayer, PaymentTotals,
}

/// `svnzInfo`: which tax.
#[derive(Default, Deserialize)]
#[serde(default)]
struct WireTax {
    #[serde(deserialize_with = "lenient::text")]
    code: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    title: Option<String>,
}
