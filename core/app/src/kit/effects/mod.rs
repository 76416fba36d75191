//! What the app asks of the outside. The runtime performs each and answers; nothing here does anything.
//!
//! Tokens and keys never pass through: the runtime holds them. A password or a PIN passes as [`Secret`].

mod cache;
mod effect;
mod esia;
mod platform;
mod vault;
mod waiting;

use std::fmt;

use crux_core::capability::Operation;
use fl_domain::{
    Date, Inn, Secret, Timestamp,
    service::{Ask, Capability, Failure, SignIn, Told},
    time::Zone,
};

pub use cache::{Cache, CacheFault, Cached, Stored, Window};
pub use effect::Effect;
pub use esia::{Esia, EsiaCall};
pub use platform::{Biometrics, Platform, PlatformFault, Prompt};
pub use vault::{
    AccountId, AccountState, DeviceAccount, LockedAccount, Lost, LostData, Sizes, UnlockFault, Unlocked,
    Vault, VaultFault, VaultStatus, Vaulted,
};
pub use waiting::{KeepWaiting, RecoveryWait, Waiting};

use super::texts::Preferences;

/// An instant, and how far this place's clock is from UTC, at this and at any other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// Offsets of this place, as the platform told them.
    pub zone: Zone,
    /// Seconds that the service's clock is ahead of the device's, as far as is known; 0 where it is not.
    pub service_ahead: i64,
}

impl Moment {
    /// At a place that is so many minutes east of UTC all the time, with nothing known of the service's clock.
    pub const fn new(at: Timestamp, offset_minutes: i32) -> Self {
        Self::of(at, Zone::fixed(offset_minutes))
    }

    /// The same at a place whose clock is put forward and back.
    pub const fn of(at: Timestamp, zone: Zone) -> Self {
        Self { at, zone, service_ahead: 0 }
    }

    /// Minutes east of UTC, now.
    pub fn offset_minutes(self) -> i32 {
        self.zone.offset_minutes(self.at)
    }

    /// The service's time as far as it is known. It goes on steadily while the app runs, whatever is done to the device's clock:
    /// times to wait are measured by it.
    pub fn trusted(&self) -> Timestamp {
        Timestamp::from_second(self.at.as_second().saturating_add(self.service_ahead)).unwrap_or(self.at)
    }
}

/// Asks the service. Whether it may be asked again, and in whose name, is said by the question itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call(pub Ask);

impl Operation for Call {
    type Output = ServiceAnswer<Told>;
}

/// What the service said, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceAnswer<T> {
    /// When the answer came.
    pub at: Moment,
    /// The answer.
    pub result: Result<T, Failure>,
}

/// Asks what service this is. Answered from its profile, without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Describe;

/// What service this is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceFacts {
    /// What it offers beyond the attested dialect.
    pub offers: Vec<Capability>,
    /// Its website, for what it does not offer.
    pub website: String,
    /// Hosts that belong to it, besides those that belong to every service: links to them are followed.
    pub hosts: Vec<String>,
    /// The phone number of the contact centre, as it is written; and the day on which that was so.
    pub contact_centre: Option<(String, Date)>,
}

impl Operation for Describe {
    type Output = ServiceFacts;
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
