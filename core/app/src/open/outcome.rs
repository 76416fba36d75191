//! What became of something that was to be changed at the service, where no good answer came.

use fl_domain::service::{Failure, OfflineCause};

use super::{blocks, ground::Ground};
use crate::kit::screen::Tone;

/// Whether it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It never left this device.
    NotSent,
    /// It may have been done: only its answer is missing.
    Unknown,
    /// The service said no, or failed: nothing was changed.
    NotDone,
}

impl Outcome {
    /// As far as the failure tells.
    pub(crate) fn of(failure: &Failure) -> Self {
        match failure {
            // Without a session nothing is asked in its name.
            Failure::Offline(OfflineCause::NoNetwork) | Failure::NotSafe(_) | Failure::NotRenewed { .. } => {
                Self::NotSent
            }
            Failure::Offline(OfflineCause::NoAnswer | OfflineCause::Lost) => Self::Unknown,
            // A status says that the service failed. An answer that nobody can read says nothing, nor does a gateway before
            // the service that lost sight of it.
            Failure::Unexpected { code, .. }
                if !code.starts_with("http-") || matches!(code.as_str(), "http-502" | "http-504") =>
            {
                Self::Unknown
            }
            Failure::Unexpected { .. }
            | Failure::Closed { .. }
            | Failure::SignInAgain
            | Failure::Rejected { .. }
            | Failure::Refused { .. }
            | Failure::Fields(_)
            | Failure::NotOffered { .. }
            | Failure::FileGone { .. } => Self::NotDone,
        }
    }
}

/// What is said where something was to be changed and was not, as far as is known.
pub(crate) fn words(failure: &Failure, ground: &Ground) -> (Tone, String) {
    let texts = ground.texts();
    match Outcome::of(failure) {
        // Why is more than that nothing was sent.
        Outcome::NotSent if !matches!(failure, Failure::Offline(_)) => refusal(failure, ground),
        Outcome::NotSent => (Tone::Attention, texts.say("change-not-sent")),
        Outcome::Unknown => (Tone::Attention, texts.say("change-unknown")),
        Outcome::NotDone => refusal(failure, ground),
    }
}

/// Why nothing was changed. A session that ended is begun anew by going elsewhere, so nothing typed waits for it.
pub(crate) fn refusal(failure: &Failure, ground: &Ground) -> (Tone, String) {
    match failure {
        Failure::SignInAgain => (Tone::Attention, ground.texts().say("change-session-ended")),
        failure => blocks::failed(failure, ground),
    }
}
