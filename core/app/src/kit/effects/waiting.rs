use crux_core::capability::Operation;
use fl_domain::{Inn, Timestamp};
use serde::{Deserialize, Serialize};

/// What is waited for before there is an account, so that it survives a restart. The runtime seals it with a secret that the
/// platform holds; where that secret or the file is gone, nothing is waited for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Waiting {
    /// A recovery that was begun.
    pub recovery: Option<RecoveryWait>,
    /// Whose login becomes active, and when, by the service's time.
    pub activation: Option<(Inn, Timestamp)>,
    /// When an account that Gosuslugi opened is formed, by the service's time; the far future where the service did not say.
    pub forming: Option<Timestamp>,
    /// For whom a password was changed on this device, and when: the one before may still be in force.
    pub changed: Option<(Inn, Timestamp)>,
}

/// A recovery that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryWait {
    /// Whose.
    pub inn: Inn,
    /// Attempts left, if the service said so.
    pub attempts_left: Option<u32>,
    /// Blocked until then, by the service's time.
    pub blocked_until: Option<Timestamp>,
    /// A letter is on its way since then.
    pub letter_at: Option<Timestamp>,
}

/// Reads or writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepWaiting {
    /// What is kept.
    Load,
    /// Keeps this; an empty one leaves nothing on the device. A failure to do so is logged and harmless.
    Save(Waiting),
}

impl Operation for KeepWaiting {
    type Output = Waiting;
}
