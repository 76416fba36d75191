//! What every service says about the account (attested): the single tax account, income, the person.

use crate::account::{
    EnsBalance as Balance, Liability, LiabilityTotals as Totals, Operation, PaymentTotals as Payments,
    Taxpayer as Person, YearIncome,
};

use super::{Page, Paged};

/// `ens/general`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnsBalance;

/// `ens/liabilitiesMeta`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiabilityTotals;

/// `ens/accrualsLiabilitySvnz`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accruals(pub Page);

/// `ens/arrearsLiabilitySvnz`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrears(pub Page);

/// `ens/historyOperations`, newest first. Not kept as an answer: its rows stand on a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct History(pub Page);

/// `taxpayer/2ndfl/v2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incomes;

/// `taxpayer/info/v2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taxpayer;

/// `taxes/taxInfo`; may be answered by an empty 404, which is `None`: the service has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentTotals;

questions! { Account, None;
    EnsBalance => Balance { name: "ens-balance", session: true, repeatable: true, once: No, kept: true },
    LiabilityTotals => Totals { name: "liability-totals", session: true, repeatable: true, once: No, kept: true },
    Accruals => Vec<Liability> { name: "accruals", session: true, repeatable: true, once: No, kept: true },
    Arrears => Vec<Liability> { name: "arrears", session: true, repeatable: true, once: No, kept: true },
    History => Vec<Operation> { name: "history", session: true, repeatable: true, once: No, kept: false },
    Incomes => Vec<YearIncome> { name: "incomes", session: true, repeatable: true, once: No, kept: true },
    Taxpayer => Person { name: "taxpayer", session: true, repeatable: true, once: No, kept: true },
    PaymentTotals => Option<Payments> { name: "payment-totals", session: true, repeatable: true, once: No, kept: true },
}

impl Paged for Accruals {
    type Row = Liability;

    fn page(page: Page) -> Self {
        Self(page)
    }
}

impl Paged for Arrears {
    type Row = Liability;

    fn page(page: Page) -> Self {
        Self(page)
    }
}

impl Paged for History {
    type Row = Operation;

    fn page(page: Page) -> Self {
        Self(page)
    }
}
