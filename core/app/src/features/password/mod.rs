//! The password is changed, or the first one of the card confirmed.

mod first;
mod model;
mod update;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::{Inn, service::Told};
use serde::Serialize;

use crate::effects::ServiceAnswer;

pub(crate) use first::{Gate, home_notice, status, view_gate};
pub(crate) use model::Change;
pub(crate) use update::{edit, on_event, on_intent, open};
pub(crate) use view::view;

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "PasswordIntent"))]
pub enum Intent {
    /// Sends what was typed.
    Send,
    /// Goes on with the first password of the card.
    Confirm,
    /// Decides later: the service cannot be asked now.
    Later,
}

/// What comes back; what was asked for an earlier account is passed over.
#[derive(Debug)]
pub enum Event {
    /// Which passwords the service takes.
    Policy {
        /// Of the account that was open.
        epoch: u64,
        /// The answer.
        answer: ServiceAnswer<Told>,
    },
    /// The change was done, or was not. It is not passed over: a new password is in force whatever is open by now.
    Changed {
        /// Of the account that was open.
        epoch: u64,
        /// Whose password.
        inn: Inn,
        /// The answer.
        answer: ServiceAnswer<Told>,
    },
    /// The first password was confirmed, or was not.
    Confirmed {
        /// Of the account that was open.
        epoch: u64,
        /// The answer.
        answer: ServiceAnswer<Told>,
    },
}
