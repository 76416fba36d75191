use crate::kit::{
    effects::{PlatformFault, VaultFault, Vaulted},
    touch::Intent as Meaning,
};

/// What a person does here.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Opens a page of the service's website in the browser.
    OpenLink(String),
    /// Hands the redacted log to another app, for support.
    ShareLog,
    /// Opens the account with a finger or a face from now on, or no longer.
    Biometrics(bool),
}

impl Meaning for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::OpenLink(_) => "device/open-link",
            Self::ShareLog => "device/share-log",
            Self::Biometrics(true) => "device/biometrics-on",
            Self::Biometrics(false) => "device/biometrics-off",
        }
    }
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// The device did it, or did not.
    Done(Result<(), PlatformFault>),
    /// The finger or face opens from now on, or no longer.
    Biometrics {
        /// What was wished.
        on: bool,
        /// What became of it.
        result: Result<Vaulted, VaultFault>,
    },
}
