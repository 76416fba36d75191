//! The parts of the contract that a service may lack.

use serde::{Deserialize, Serialize};

/// Makes the list: one line a part, its name as a profile and the contract write it.
macro_rules! capabilities {
    ($($(#[$doc:meta])* $capability:ident = $word:literal $(if $on:literal)?;)*) => {
        /// A part of the project's own contract: a service's profile says which of them it offers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Capability {
            $($(#[$doc])* $(#[cfg(feature = $on)])? #[serde(rename = $word)] $capability,)*
        }

        impl Capability {
            /// Every part there is.
            pub const ALL: &[Self] = &[$($(#[cfg(feature = $on)])? Self::$capability),*];

            /// Its name in a profile and in the contract.
            pub const fn word(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $on)])? Self::$capability => $word,)*
                }
            }
        }
    };
}

capabilities! {
    /// Password policy, change and confirmation.
    Password = "password";
    /// Recovery by a letter.
    Recovery = "recovery";
    /// E-mail, phone and control word.
    Contacts = "contacts";
    /// Signing in through Gosuslugi: a way to a session, not a question in one.
    Esia = "esia";
    /// Who signed in and when.
    SignIns = "sign-ins";
    /// Notices, demands, receipts.
    Documents = "documents";
    /// What became of things that must be done exactly once.
    Outbox = "outbox";
    /// A form with every kind of field: in no app that ships.
    Pattern = "pattern" if "pattern-book";
}
