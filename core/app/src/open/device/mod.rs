//! What the device does for the app: links it opens and follows, the log it hands on, the finger or face that opens.

mod hint;
mod link;

#[cfg(test)]
mod tests;

use crux_core::Command;

use super::{Event as AppEvent, Ground, Next};
use crate::kit::{
    effects::{Platform, PlatformFault, Prompt, Vault, VaultFault, Vaulted},
    touch::Intent as Meaning,
};

pub(crate) use hint::{Hint, show};
pub(crate) use link::{GOSUSLUGI, follow, hosts, open_link, own, parameter, verdict_text};

/// What a person does here.
#[derive(Clone, PartialEq, Eq)]
pub enum Intent {
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

/// The file's name, the same in every language, since support reads it.
const LOG_NAME: &str = "fl-taxes-log.txt";

/// A person did something.
pub(super) fn touched(intent: &Intent, ground: &mut Ground) -> Next {
    match intent {
        Intent::OpenLink(url) => open_link(url.clone(), ground),
        Intent::ShareLog => ask(Platform::ShareLog { name: LOG_NAME.to_owned() }),
        Intent::Biometrics(on) => {
            let on = *on;
            let operation = if on { Vault::KeepBiometrics(prompt(ground)) } else { Vault::ForgetBiometrics };
            Command::request_from_shell(operation)
                .then_send(move |result| AppEvent::Device(Event::Biometrics { on, result }))
        }
    }
}

fn ask(platform: Platform) -> Next {
    Command::request_from_shell(platform).then_send(|r| AppEvent::Device(Event::Done(r)))
}

/// What the device says while it asks for a finger or a face.
pub(super) fn prompt(ground: &Ground) -> Prompt {
    let texts = ground.texts();
    Prompt {
        title: texts.say("app-title"),
        reason: texts.say("biometrics-reason"),
        cancel: texts.say("biometrics-cancel"),
    }
}

/// Something came from the device.
pub(super) fn on_event(event: Event, ground: &mut Ground) -> Next {
    match event {
        Event::Done(Ok(()) | Err(PlatformFault::Cancelled)) => {}
        Event::Done(Err(fault)) => ground.hint = Some(Hint::Device(fault)),
        Event::Biometrics { on, result } => {
            let Some(account) = ground.account_mut() else { return Command::done() };
            match result {
                Ok(_) => account.biometrics.kept = on,
                Err(VaultFault::Biometrics(PlatformFault::Cancelled)) => {}
                Err(VaultFault::Biometrics(fault)) => ground.hint = Some(Hint::Device(fault)),
                Err(_) => ground.hint = Some(Hint::Device(PlatformFault::Failed)),
            }
        }
    }
    Command::done()
}
