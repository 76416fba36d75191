//! Who signed in and when. Of the project's own contract (`x-provenance: own`).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Capability, Done};
use crate::Timestamp;

/// Who signed in and when, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read;

/// «This was not me»: the service ends that session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disown {
    /// The service's name of the sign-in.
    pub id: String,
}

questions! { SignIns, Some(Capability::SignIns);
    Read => Vec<SignInRecord> { name: "sign-ins", session: true, repeatable: true, once: No, kept: true },
    Disown => Done { name: "sign-in-disown", session: true, repeatable: false, once: Each, kept: false },
}

/// How someone signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignInWay {
    /// With INN and password.
    Password,
    /// Through Gosuslugi.
    Esia,
    /// Some other way.
    Other,
}

/// One sign-in of the history.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRecord {
    /// The service's name of it.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// How.
    pub way: SignInWay,
    /// The device, in the service's words.
    pub device: String,
    /// The place, in the service's words; may be empty.
    pub place: String,
    /// This very session.
    pub is_current: bool,
    /// Still open.
    pub is_open: bool,
}

/// Where a person was, and with what, is personal data: `Debug`, which ends up in logs, leaves it out.
impl fmt::Debug for SignInRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInRecord")
            .field("at", &self.at)
            .field("way", &self.way)
            .field("is_current", &self.is_current)
            .field("is_open", &self.is_open)
            .finish_non_exhaustive()
    }
}
