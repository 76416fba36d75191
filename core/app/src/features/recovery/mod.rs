//! A forgotten password: the form, three attempts, the letter, a new password, and the way in. Account rules, Recovery.

mod link;
mod model;
mod update;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::{
    Inn, Secret,
    service::{Failure, SignIn, Told},
};
use serde::Serialize;

use crate::effects::ServiceAnswer;

pub(crate) use model::{Choose, Fault, Recovery, Step};
pub(crate) use update::{awaited, back, edit, follow, on_event, on_intent, open};
pub(crate) use view::{GOSUSLUGI, email_fault, view, word_fault};

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "RecoveryIntent"))]
pub enum Intent {
    /// Asks for a letter: an attempt.
    Send,
    /// There is a letter already.
    HaveLetter,
    /// Looks at the link that was pasted.
    OpenLink,
    /// Sets the new password.
    SetPassword,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// How it stands for a person, asked without an attempt; and whether an attempt was to follow.
    Standing {
        /// Whose.
        inn: Inn,
        /// An attempt follows if nothing is against it.
        send: bool,
        /// What the service said.
        answer: ServiceAnswer<Told>,
    },
    /// An attempt was answered.
    Sent {
        /// Whose.
        inn: Inn,
        /// What the service said.
        answer: ServiceAnswer<Told>,
    },
    /// A link was looked at.
    Link {
        /// Its token.
        token: Secret,
        /// What the service said.
        answer: ServiceAnswer<Told>,
    },
    /// A password was set, or was not.
    Set(ServiceAnswer<Told>),
    /// And the sign-in with it.
    SignedIn {
        /// Who it was.
        inn: Inn,
        /// What the service said.
        answer: ServiceAnswer<SignIn>,
        /// The key of the picture it wants digits from.
        picture: Option<Result<String, Failure>>,
    },
}
