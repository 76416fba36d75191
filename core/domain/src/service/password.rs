//! The password as the service knows it, and a new one. Of the project's own contract (`x-provenance: own`).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Capability, Done};
use crate::{Date, Secret, access::PasswordPolicy};

/// Which password is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status;

/// Which passwords the service takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy;

/// Replaces the password in the session's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In force until now; empty for an account that has none.
    pub old: Secret,
    /// From now on.
    pub new: Secret,
}

/// Goes on with the first password of the card (order ММВ-7-17/617@, cl. 13–14).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirm;

questions! { Password, Some(Capability::Password);
    Status => PasswordStatus { name: "password", session: true, repeatable: true, once: No, kept: true },
    Policy => PasswordPolicy { name: "password-policy", session: false, repeatable: true, once: No, kept: false },
    Change => Changed { name: "password-change", session: true, repeatable: false, once: No, kept: false },
    Confirm => Done { name: "password-confirm", session: true, repeatable: false, once: No, kept: false },
}

/// The password as the service knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordStatus {
    /// Still the one from the card.
    Primary {
        /// The card's day of issue.
        issued: Date,
        /// The person went on with it on purpose.
        confirmed: bool,
    },
    /// The person's own.
    Own {
        /// When it was set, if the service says so.
        changed: Option<Date>,
    },
    /// None: the person signs in through Gosuslugi only.
    Absent,
}

/// What comes of a [`Change`].
#[derive(Clone, PartialEq, Eq)]
pub enum Changed {
    /// The new one is in force.
    Done,
    /// The old password is another one; nothing was changed.
    OldWrong,
    /// It does not take the new password; the old one stays in force.
    Refused {
        /// The service's words.
        words: String,
    },
}

/// `Debug` ends up in logs: the service's own words, which may repeat what was typed, are left out.
impl fmt::Debug for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Done => f.write_str("Done"),
            Self::OldWrong => f.write_str("OldWrong"),
            Self::Refused { .. } => f.debug_struct("Refused").finish_non_exhaustive(),
        }
    }
}
