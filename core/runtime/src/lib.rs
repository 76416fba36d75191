//! Performs what the app asks for. The only room that knows all the others; [`Engine`] is its door.

mod clock;
mod console;
mod engine;
mod preferences;
mod secrets;
mod service;
mod store_thread;
mod vault;

pub use clock::{Clock, ManualClock, SystemClock, WakeUp};
pub use console::{Console, Entry, EntryKind};
pub use engine::{Asset, Engine, EngineConfig, EngineError, ScreenListener};
#[cfg(feature = "qa")]
pub use secrets::file_secrets;
#[cfg(feature = "desktop")]
pub use secrets::platform_secrets;
pub use secrets::{SecretsKind, run_only_secrets};
pub use service::Patience;
