//! The app: what a person does in, effects and a screen out. Pure: it reads no clock, opens no file, knows no service.
//!
//! Three floors. `kit` knows no feature; `open`, the kernel, knows the kit; a feature knows both and no other feature;
//! `app.rs` is the ring, and `features/mod.rs` the register with one line for each.

#![cfg_attr(not(feature = "uniffi"), forbid(unsafe_code))]
// The code that uniffi writes for the screen's types is the only unsafe code here.
#![cfg_attr(feature = "uniffi", allow(unsafe_code))]

mod app;
mod catalogues;
mod features;
mod kit;
mod open;

#[cfg(test)]
mod testing;

#[cfg(feature = "uniffi")]
mod boundary {
    use crate::kit::touch::Touch;

    // A touch crosses as a number that says nothing.
    uniffi::custom_type!(Touch, u64, {
        lower: |touch| touch.number(),
        try_lift: |number| Ok(Touch::numbered(number)),
    });
}

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();

pub use app::App;
pub use kit::{
    effects::*,
    form::{Draft, DraftId},
    screen::{self, Screen},
    sending::{Sending, SendingState, Step},
    texts,
    touch::{Intent, Meant, Touch},
    touches::Touches,
};
pub use open::{Event, Model, Place, View};
