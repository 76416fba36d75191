//! What the pattern book sends: a form with every kind of field, for tests and for looking at. Of the project's own contract
//! (`x-provenance: own`), and in no app that ships.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Capability, Done};
use crate::{
    Date, Money,
    attachment::Attachment,
    entry::Month,
    payment::bank::{BankAccount, Bic},
};

/// Sends what was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Send(pub Box<Filled>);

/// What was filled in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// What it is about, in a line.
    pub subject: String,
    /// All of it.
    pub story: Option<String>,
    /// What is wanted: `question`, `refund` or `visit`.
    pub wish: String,
    /// The office it goes to, by its code.
    pub office: String,
    /// Surname.
    pub surname: String,
    /// First name.
    pub name: String,
    /// Where the person lives.
    pub address: Option<String>,
    /// The number of a paper.
    pub paper: Option<String>,
    /// When it happened.
    pub day: Date,
    /// For which month.
    pub month: Month,
    /// Wanted back: how much.
    pub amount: Option<Money>,
    /// To which bank.
    pub bank: Option<Bic>,
    /// To which account there.
    pub account: Option<BankAccount>,
    /// Payments that it is about: how much, when.
    pub payments: Vec<(Money, Date)>,
    /// Papers.
    pub files: Vec<Attachment>,
}

/// All of it is personal.
impl fmt::Debug for Filled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Filled").field("files", &self.files.len()).finish_non_exhaustive()
    }
}

questions! { Pattern, Some(Capability::Pattern);
    Send => Done { name: "pattern", session: true, repeatable: false, once: Each, kept: false },
}
