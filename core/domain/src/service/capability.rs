//! The parts of the contract that a service may lack.

use serde::{Deserialize, Serialize};

/// A part of the project's own contract: a service's profile says which of them it offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capability {
    /// Password policy, change and confirmation.
    Password,
    /// Recovery by a letter.
    Recovery,
    /// E-mail, phone and control word.
    Contacts,
    /// Signing in through Gosuslugi: a way to a session, not a question in one.
    Esia,
    /// Who signed in and when.
    SignIns,
    /// Notices, demands, receipts.
    Documents,
}
