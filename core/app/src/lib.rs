//! The app: intents in, effects and a screen out. Pure: it reads no clock, opens no file, knows no service.

#![cfg_attr(not(feature = "uniffi"), forbid(unsafe_code))]
// The code that uniffi writes for the screen's types is the only unsafe code here.
#![cfg_attr(feature = "uniffi", allow(unsafe_code))]

mod app;
mod features;
mod kit;
mod open;

#[cfg(test)]
mod testing;

#[cfg(feature = "uniffi")]
mod boundary {
    use fl_domain::Secret;

    // What is typed crosses as a text and is a secret from there on.
    uniffi::custom_type!(Secret, String, {
        remote,
        lower: |secret| secret.expose().to_owned(),
        try_lift: |text| Ok(Secret::new(text)),
    });
}

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();

pub use app::{App, Event, Intent, Place};
pub use features::{
    access, accounts, contacts, esia, guide, home, links, operations, password, profile, recovery, settings,
};
pub use kit::{
    effects::*,
    screen::{self, Screen},
    texts,
};
pub(crate) use kit::effects;
pub use open::{device, model::Model, session};
pub(crate) use kit::{blocks, flow, outcome, policy};
pub(crate) use open::{model, page, tick};

