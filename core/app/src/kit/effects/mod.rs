//! What the app asks of the outside. The runtime performs each and answers; nothing here does anything.
//!
//! Tokens and keys never pass through: the runtime holds them. A password or a PIN passes as [`Secret`].

mod attach;
mod cache;
mod effect;
mod esia;
mod moment;
mod platform;
mod preferences;
mod service;
mod vault;
mod waiting;

pub use attach::{Attach, AttachFault, Attached, FileSource};
pub use cache::{Cache, CacheFault, Cached, Stored, Window};
pub use effect::Effect;
pub use esia::{Esia, EsiaCall};
pub use moment::{Moment, Now, Wait};
pub use platform::{Biometrics, Platform, PlatformFault, Prompt};
pub use preferences::KeepPreferences;
pub use service::{Call, CaptchaCall, Describe, ServiceAnswer, ServiceFacts, SignInCall};
pub use vault::{
    AccountId, AccountState, DeviceAccount, LockedAccount, Lost, LostData, Sizes, UnlockFault, Unlocked,
    Vault, VaultFault, VaultStatus, Vaulted,
};
pub use waiting::{KeepWaiting, RecoveryWait, Waiting};
