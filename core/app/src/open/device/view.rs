use super::{hint::Hint, link::verdict_text};
use crate::{
    kit::{
        blocks::notice,
        effects::PlatformFault,
        screen::{Screen, Tone},
    },
    open::ground::Ground,
};

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
