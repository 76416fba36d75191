//! The face of the core for Kotlin and Swift: one object and the traits a shell implements. No logic.
// uniffi writes the only unsafe code there is.
#![allow(unsafe_code)]

mod engine;
mod error;
mod listener;
mod platform;

pub use engine::{Asset, Engine, EngineConfig, interface_version};
pub use error::{CoreError, PlatformError};
pub use listener::ScreenListener;
pub use platform::{BiometricPrompt, BiometricsState, Platform, SharedFile, as_device};

#[cfg(test)]
mod tests;

uniffi::setup_scaffolding!("fl_core");
