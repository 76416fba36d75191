//! A forgotten password, by a letter. Of the project's own contract (`x-provenance: own`); asked before there is a session.

use std::fmt;

use super::Capability;
use crate::{
    Inn, Secret,
    access::{Email, PasswordPolicy},
};

/// How recovery stands for this person and what it asks for. Costs no attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Whose.
    pub inn: Inn,
}

/// An attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recover {
    /// Whose.
    pub inn: Inn,
    /// The address, where the form asks for it.
    pub email: Option<Email>,
    /// The control word, where the form asks for it.
    pub control_word: Option<Secret>,
}

/// Looks at a letter's link before a password is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLink {
    /// The link's token.
    pub token: Secret,
}

/// Sets a password by a letter's link; the link is good once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetPassword {
    /// The link's token.
    pub token: Secret,
    /// From now on.
    pub new: Secret,
}

questions! { Recovery, Some(Capability::Recovery);
    Form => RecoveryForm { name: "recovery-form", session: false, repeatable: true, once: No, kept: false },
    Recover => Recovered { name: "recovery", session: false, repeatable: false, once: No, kept: false },
    OpenLink => Link { name: "recovery-link", session: false, repeatable: true, once: No, kept: false },
    SetPassword => PasswordSet { name: "recovery-password", session: false, repeatable: false, once: No, kept: false },
}

/// What recovery asks for, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryForm {
    /// The fields beside the INN, in the order to show.
    pub fields: Vec<RecoveryField>,
    /// Attempts left until it is blocked.
    pub attempts_left: u32,
    /// Blocked for so many seconds from this answer.
    pub blocked_seconds: Option<u64>,
}

/// A field that recovery may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryField {
    /// The confirmed address.
    Email,
    /// The control word.
    ControlWord,
}

/// What comes of an attempt to [`Recover`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// A letter is on its way.
    LetterSent {
        /// Minutes until it is there at the latest, if the service says so.
        minutes: Option<u32>,
    },
    /// What was sent is not what the service knows.
    Mismatch {
        /// Attempts left, at least 1.
        attempts_left: u32,
    },
    /// Three wrong attempts: not before so many seconds from this answer.
    Blocked {
        /// From the answer on.
        seconds: u64,
    },
}

/// A letter's link as the service knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// It is good.
    Good {
        /// Whose password it sets.
        inn: Inn,
        /// Which passwords it takes.
        policy: PasswordPolicy,
    },
    /// It has run out, or there never was such a link.
    Stale,
    /// A password was set by it already.
    Used,
}

/// What comes of [`SetPassword`].
#[derive(Clone, PartialEq, Eq)]
pub enum PasswordSet {
    /// It is in force.
    Done,
    /// The link has run out, or there never was such a link.
    Stale,
    /// A password was set by the link already.
    Used,
    /// The service does not take this password; the link stays good.
    Refused {
        /// The service's words.
        words: String,
    },
}

/// `Debug` ends up in logs: the service's own words, which may repeat what was typed, are left out.
impl fmt::Debug for PasswordSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Done => f.write_str("Done"),
            Self::Stale => f.write_str("Stale"),
            Self::Used => f.write_str("Used"),
            Self::Refused { .. } => f.debug_struct("Refused").finish_non_exhaustive(),
        }
    }
}
