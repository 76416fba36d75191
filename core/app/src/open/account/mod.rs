//! The open account: what its rooms share. Loading and keeping its figures, its connection, its clock.

mod model;
mod update;
mod view;

use fl_domain::service::{Failure, Reading};

use crate::{
    effects::{CacheFault, Moment, ServiceAnswer, Stored},
    features::operations,
};

pub(crate) use model::{Account, Connection, Figures, Known};
pub(crate) use update::{ATTESTED_PAGE, network_back, on_event, opened, pulse, read_anew, refresh, spawn};
pub(crate) use view::{connection_notice, describe, refresh_action, tabs, view};

/// What comes for the open account.
#[derive(Debug)]
pub enum Event {
    /// What the cache keeps.
    Loaded(Result<Vec<Stored>, CacheFault>),
    /// The service answered one question.
    Answered {
        /// The question's name.
        question: &'static str,
        /// The answer.
        answer: ServiceAnswer<Reading>,
    },
    /// All questions of a refresh are answered, and what was good is kept, or is not.
    Refreshed {
        /// When the last answer came.
        at: Moment,
        /// Whether they could be kept.
        kept: Result<(), CacheFault>,
        /// Why the newest operations did not come.
        history: Option<Failure>,
    },
    /// What was read anew after a change is kept, or is not.
    Kept(Result<(), CacheFault>),
    /// Time went on.
    Pulse {
        /// Which chain of pulses; an older one ends.
        serial: u64,
        /// The time.
        now: Moment,
    },
    /// For the history.
    Operations(operations::Event),
}
