//! Who one is, how one is reached, who signed in, what is stored here.

mod sign_ins;
mod stored;
mod update;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::service::{Failure, Told};
use serde::Serialize;

use crate::effects::{CacheFault, Cached, ServiceAnswer, Sizes, VaultFault, Vaulted};

pub(crate) use sign_ins::view_sign_ins;
pub(crate) use stored::view_stored;
pub(crate) use update::{on_event, on_intent, open_sign_ins, open_stored, recall};
pub(crate) use view::{reminder, view};

/// What a person does here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "ProfileIntent"))]
pub enum Intent {
    /// Opens a sign-in of the list, or closes it, by the service's name of it: the list may have moved on.
    SignIn(String),
    /// «This was not me»: asks first.
    NotMe,
    /// It was not; the service ends that session.
    Disown,
    /// It was, after all.
    Keep,
    /// The reminder to set recovery up is not shown again for this account.
    NoReminder,
}

/// What comes back; what was asked for an earlier account is passed over.
#[derive(Debug)]
pub enum Event {
    /// How much is stored.
    Measured {
        /// Of the account that was open.
        epoch: u64,
        /// The vault's answer.
        result: Result<Vaulted, VaultFault>,
    },
    /// A sign-in was disowned, or was not.
    Disowned {
        /// Of the account that was open.
        epoch: u64,
        /// Which, by the service's name of it.
        id: String,
        /// The service's answer.
        answer: ServiceAnswer<Told>,
    },
    /// Whether the reminder was dismissed before.
    Recalled {
        /// Of the account that was open.
        epoch: u64,
        /// The cache's answer.
        result: Result<Cached, CacheFault>,
    },
}

/// The reminder to set recovery up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reminder {
    /// Whether it was dismissed is not known yet: it is not shown, so that it never flashes up.
    #[default]
    Unknown,
    /// It was not.
    Wanted,
    /// It was.
    Dismissed,
}

/// The list of sign-ins.
#[derive(Default)]
pub(crate) struct SignIns {
    /// The one that was touched, by the service's name of it.
    pub(crate) opened: Option<String>,
    /// How far its disowning is.
    pub(crate) step: Step,
}

/// How far a disowning is.
#[derive(Clone, Debug, Default)]
pub(crate) enum Step {
    /// Not begun.
    #[default]
    Looking,
    /// Asked whether it is meant.
    Asking,
    /// Asked of the service.
    Busy,
    /// That session is ended.
    Done,
    /// It is not, as far as is known.
    Failed(Failure),
}

/// What is stored on this device; `None` while it is being measured.
pub(crate) struct Stored {
    pub(crate) sizes: Option<Result<Sizes, VaultFault>>,
}
