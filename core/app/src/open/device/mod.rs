//! What the device does for the app: links it opens and follows, the log it hands on, the finger or face that opens.

pub(super) mod event;
pub(super) mod hint;
pub(super) mod link;
mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;

use super::{
    event::{Event as AppEvent, Next},
    ground::Ground,
};
use crate::kit::effects::{Platform, PlatformFault, Prompt, Vault, VaultFault};

pub(crate) use event::{Event, Intent};
pub(crate) use hint::Hint;
pub(crate) use link::{GOSUSLUGI, follow, hosts, open_link, own, parameter, verdict_text};
pub(super) use view::show;

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
