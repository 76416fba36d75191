//! The face of the core for Kotlin and Swift: one object and the traits a shell implements. No logic.
// uniffi writes the only unsafe code there is.
#![allow(unsafe_code)]

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

mod engine;
mod error;
mod listener;
mod platform;

pub use engine::{Asset, Engine, EngineConfig, interface_version};
pub use error::{CoreError, PlatformError};
pub use listener::ScreenListener;
pub use platform::{
    BiometricPrompt, BiometricsState, FileRequest, FileSource, PickedFile, Platform, SharedFile, as_device,
};

/// Wipes what is freed: a token, a number, a name has many copies in the buffers of TLS, HTTP and JSON, and none of them is a
/// `Secret`.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

#[cfg(test)]
mod tests;

uniffi::setup_scaffolding!("fl_core");
