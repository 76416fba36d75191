//! How getting a session ends. No question: its answer is a session, which the runtime keeps.

use serde::{Deserialize, Serialize};

/// How a sign-in ended, when it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignIn {
    /// Tokens are held by the runtime.
    Accepted,
    /// INN or password is wrong; the service does not say which.
    WrongPassword,
    /// Digits from a picture are wanted first.
    CaptchaWanted,
    /// The digits were wrong; a new picture is needed.
    CaptchaWrong,
    /// The first password of the card was not replaced in time (own contract).
    PrimaryExpired,
    /// The card was given out less than an hour ago: not before so many seconds from this answer (own contract).
    NotYetActive {
        /// From the answer on.
        seconds: u64,
    },
}
