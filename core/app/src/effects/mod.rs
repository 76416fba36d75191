//! What the app asks of the outside. The runtime performs each and answers; nothing here does anything.
//!
//! Tokens and keys never pass through: the runtime holds them. A password or a PIN passes as [`Secret`].

mod cache;
mod effect;
mod platform;
mod vault;

use std::fmt;

use crux_core::capability::Operation;
use fl_domain::{
    Inn, Secret, Timestamp,
    service::{Failure, Read, Reading, SignIn},
};

pub use cache::{
    Cache, CacheFault, Cached, Facet, HeadMerge, HistoryFilter, HistoryState, HistoryWindow, Stored,
};
pub use effect::Effect;
pub use platform::{Biometrics, Platform, PlatformFault, Prompt};
pub use vault::{
    LockedAccount, Lost, LostData, UnlockFault, Unlocked, Vault, VaultFault, VaultStatus, Vaulted,
};

use crate::texts::Preferences;

/// An instant and how far this place's clock is from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
}

/// Asks the service a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceRead(pub Read);

impl Operation for ServiceRead {
    type Output = ServiceAnswer<Reading>;
}

/// What the service said, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceAnswer<T> {
    /// When the answer came.
    pub at: Moment,
    /// The answer.
    pub result: Result<T, Failure>,
}

/// Signs in with the password; the tokens stay in the runtime until an account takes or drops them.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInCall {
    /// The login.
    pub inn: Inn,
    /// The password.
    pub password: Secret,
    /// The digits of the last picture, if one was asked for.
    pub captcha: Option<String>,
}

/// `Debug` ends up in logs: digits that open a sign-in are left out, as the password is.
impl fmt::Debug for SignInCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInCall").field("inn", &self.inn).finish_non_exhaustive()
    }
}

impl Operation for SignInCall {
    type Output = ServiceAnswer<SignIn>;
}

/// Fetches a new picture; the answer is the key under which `asset` hands it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptchaCall {
    /// For this login.
    pub inn: Inn,
}

impl Operation for CaptchaCall {
    type Output = ServiceAnswer<String>;
}

/// Reads or writes the preferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepPreferences {
    /// What is kept; the default where nothing readable is.
    Load,
    /// Keep these. A failure to do so is logged and harmless.
    Save(Preferences),
}

impl Operation for KeepPreferences {
    type Output = Preferences;
}

/// Wakes at `until`, at once if that is past, and early when the clock is set back: then nobody knows how long it would be.
/// Answers the time at which it woke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// When to wake.
    pub until: Timestamp,
}

impl Operation for Wait {
    type Output = Moment;
}

/// Tells the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now;

impl Operation for Now {
    type Output = Moment;
}
