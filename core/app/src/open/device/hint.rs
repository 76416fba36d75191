use fl_domain::access::Verdict;

use super::verdict_text;
use crate::{
    kit::{
        blocks::notice,
        effects::PlatformFault,
        screen::{Screen, Tone},
    },
    open::Ground,
};

/// Something to know once: it goes with the next thing a person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// A mistake of ours ended the app, and it started anew.
    StartedAnew,
    /// A link that is none of ours was to be followed.
    ForeignLink,
    /// A link leads to somebody else, and was not opened.
    Link(Verdict),
    /// A new password is in force.
    PasswordSet,
    /// Something could not be kept on this device.
    NotKept,
    /// The device did not do what was asked.
    Device(PlatformFault),
    /// The first password of the card was confirmed.
    PasswordConfirmed,
    /// A letter's link needs the account to be open.
    OpenFirst,
}

/// Puts the hint above everything else.
pub(crate) fn show(screen: &mut Screen, ground: &Ground) {
    let Some(hint) = &ground.hint else { return };
    let texts = ground.texts();
    let (tone, text) = match hint {
        Hint::StartedAnew => (Tone::Attention, texts.say("hint-started-anew")),
        Hint::ForeignLink => (Tone::Attention, texts.say("hint-foreign-link")),
        Hint::Link(verdict) => (Tone::Bad, verdict_text(verdict, texts)),
        Hint::PasswordSet => (Tone::Good, texts.say("hint-password-set")),
        Hint::NotKept => (Tone::Attention, texts.say("hint-not-kept")),
        Hint::Device(PlatformFault::Cancelled) => return,
        Hint::Device(PlatformFault::Unavailable) => (Tone::Attention, texts.say("hint-device-cannot")),
        Hint::Device(PlatformFault::Denied) => (Tone::Attention, texts.say("hint-device-denied")),
        Hint::Device(PlatformFault::Invalidated) => (Tone::Attention, texts.say("biometrics-changed")),
        Hint::Device(PlatformFault::NoAnswer) => (Tone::Attention, texts.say("hint-device-no-answer")),
        Hint::Device(PlatformFault::Failed) => (Tone::Attention, texts.say("hint-device-failed")),
        Hint::PasswordConfirmed => (Tone::Good, texts.say("hint-password-confirmed")),
        Hint::OpenFirst => (Tone::Attention, texts.say("hint-open-first")),
    };
    screen.blocks.insert(0, notice("hint", tone, text));
}
