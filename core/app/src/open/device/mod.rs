//! What the device does for the app: links it opens and follows, the log it hands on, the finger or face that opens.

mod hint;
mod link;

#[cfg(test)]
mod tests;

use std::fmt;

use crux_core::Command;
use serde::{Serialize, Serializer};

pub(crate) use hint::{Hint, show};
pub(crate) use link::follow;

use crate::{
    app::Event as AppEvent,
    effects::{Effect, Platform, PlatformFault, Prompt, Vault, VaultFault, Vaulted, bare},
    features::links,
    model::{Model, Stage},
};

type Next = Command<Effect, AppEvent>;

/// What a person does here.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "DeviceIntent"))]
pub enum Intent {
    /// Opens a page of the service's website in the browser.
    OpenLink(#[serde(serialize_with = "write_bare")] String),
    /// Hands the redacted log to another app, for support.
    ShareLog,
    /// Opens the account with a finger or a face from now on, or no longer.
    Biometrics(bool),
}

/// `Debug` ends up in logs: what a link carries is left out, as it is of what is written down.
impl fmt::Debug for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenLink(url) => f.debug_tuple("OpenLink").field(&bare(url)).finish(),
            Self::ShareLog => f.write_str("ShareLog"),
            Self::Biometrics(on) => f.debug_tuple("Biometrics").field(on).finish(),
        }
    }
}

fn write_bare<S: Serializer>(url: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(bare(url))
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

/// The file's name, the same in every language, since support reads it.
const LOG_NAME: &str = "fl-taxes-log.txt";

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    match intent {
        Intent::OpenLink(url) => links::open_link(url, model),
        Intent::ShareLog => ask(Platform::ShareLog { name: LOG_NAME.to_owned() }),
        Intent::Biometrics(on) => {
            let operation = if on { Vault::KeepBiometrics(prompt(model)) } else { Vault::ForgetBiometrics };
            Command::request_from_shell(operation)
                .then_send(move |result| AppEvent::Device(Event::Biometrics { on, result }))
        }
    }
}

fn ask(platform: Platform) -> Next {
    Command::request_from_shell(platform).then_send(|r| AppEvent::Device(Event::Done(r)))
}

/// What the device says while it asks for a finger or a face.
pub(crate) fn prompt(model: &Model) -> Prompt {
    let texts = model.texts();
    Prompt {
        title: texts.say("app-title"),
        reason: texts.say("biometrics-reason"),
        cancel: texts.say("biometrics-cancel"),
    }
}

/// Something came from the device.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    match event {
        Event::Done(Ok(()) | Err(PlatformFault::Cancelled)) => {}
        Event::Done(Err(fault)) => model.hint = Some(Hint::Device(fault)),
        Event::Biometrics { on, result } => {
            let Stage::Open(account) = &mut model.stage else { return Command::done() };
            match result {
                Ok(_) => account.biometrics.kept = on,
                Err(VaultFault::Biometrics(PlatformFault::Cancelled)) => {}
                Err(VaultFault::Biometrics(fault)) => model.hint = Some(Hint::Device(fault)),
                Err(_) => model.hint = Some(Hint::Device(PlatformFault::Failed)),
            }
        }
    }
    Command::done()
}
