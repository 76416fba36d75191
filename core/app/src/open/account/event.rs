use fl_domain::service::{Failure, Told};

use crate::kit::effects::{CacheFault, Moment, ServiceAnswer, Stored};

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
        answer: ServiceAnswer<Told>,
    },
    /// What came of a list may not be all of it.
    Partial {
        /// The question's name.
        question: &'static str,
        /// What stood in the way of the rest.
        failure: Failure,
    },
    /// All questions of a refresh are answered, and what was good is kept, or is not.
    Refreshed {
        /// When the last answer came.
        at: Moment,
        /// Whether they could be kept.
        kept: Result<(), CacheFault>,
        /// What failed besides the questions themselves, by its name.
        failures: Vec<(&'static str, Failure)>,
        /// Anything was answered well in the session's name.
        was_heard: bool,
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
}
