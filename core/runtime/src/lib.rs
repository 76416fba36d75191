//! Performs what the app asks for. The only room that knows all the others; [`Engine`] is its door.
#![forbid(unsafe_code)]

mod attached;
mod blocking;
#[cfg(any(test, feature = "qa"))]
mod by_key;
mod clock;
mod console;
#[cfg(test)]
mod double;
mod drafts;
mod engine;
mod kept;
mod platform;
mod preferences;
mod secrets;
mod sendings;
mod service;
mod shelves;
mod store_thread;
mod trusted;
mod vault;
mod waiting;
mod zone;

#[cfg(any(test, feature = "qa"))]
pub use by_key::{Touchable, field_of, touch_of, touchable};
pub use clock::{Clock, ManualClock, SystemClock, WakeUp, steady};
pub use console::{Console, Entry, EntryKind};
pub use engine::{Asset, Engine, EngineConfig, EngineError, ScreenListener};
pub use platform::{
    Answer, Biometrics, FileRequest, FileSource, NoPlatform, Picked, PickedFile, Platform, PlatformError,
    PlatformFault, Prompt, SharedFile,
};
#[cfg(feature = "qa")]
pub use secrets::file_secrets;
#[cfg(feature = "desktop")]
pub use secrets::platform_secrets;
pub use secrets::{SecretsKind, held_by, run_only_secrets};
pub use service::Patience;
pub use zone::{OffsetAt, ZoneKeeper};
