// The macro below also writes conversions and tests for each variant, and those carry no docs.
#![allow(missing_docs)]

use crux_core::macros::effect;

use super::{
    attach::Attach,
    cache::Cache,
    esia::EsiaCall,
    moment::{Now, Wait},
    platform::Platform,
    preferences::KeepPreferences,
    service::{Call, CaptchaCall, Describe, SignInCall},
    vault::Vault,
    waiting::KeepWaiting,
};

/// Every effect of the app.
#[effect]
#[derive(Debug)]
pub enum Effect {
    /// A question to the service.
    Ask(Call),
    /// What service this is.
    Describe(Describe),
    /// Signing in.
    SignIn(SignInCall),
    /// The picture with the digits.
    Captcha(CaptchaCall),
    /// Signing in through Gosuslugi.
    Esia(EsiaCall),
    /// The encrypted cache of the open account.
    Cache(Cache),
    /// Files of drafts.
    Attach(Attach),
    /// Keys, PIN, session: what the runtime holds for the app.
    Vault(Vault),
    /// The device itself: links, files.
    Platform(Platform),
    /// What this device remembers of its user's taste; nothing personal.
    Preferences(KeepPreferences),
    /// What is waited for before there is an account.
    Waiting(KeepWaiting),
    /// Being woken at a time.
    Wait(Wait),
    /// The time.
    Now(Now),
}
