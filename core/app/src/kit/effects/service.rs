use std::fmt;

use crux_core::capability::Operation;
use fl_domain::{
    Date, Inn, Secret,
    service::{Ask, Capability, Failure, OnceKey, SignIn, Told},
};

use super::moment::Moment;

/// Asks the service. Whether it may be asked again, and in whose name, is said by the question itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What is asked.
    pub ask: Ask,
    /// Under which key it is done once; what goes by the outbox has one, and nothing else.
    pub key: Option<OnceKey>,
}

impl Call {
    /// What does not go by the outbox.
    pub const fn of(ask: Ask) -> Self {
        Self { ask, key: None }
    }
}

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
