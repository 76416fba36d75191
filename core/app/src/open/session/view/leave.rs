use super::parts::button;
use crate::{
    kit::{
        blocks::{secondary, text},
        screen::{ButtonRole, Screen, Tone},
    },
    open::{account::model::Account, ground::Ground, nav, session::event::Intent},
};

/// Asking before this device's copy is removed.
pub(super) fn ask(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("sign-out-title"));
    screen.back = Some(nav::Intent::Back.into());
    let unsettled = ground.account().map_or(0, |account| account.outbox.unsettled());
    screen.blocks = vec![text("what", Tone::Plain, texts.say("sign-out-what"))];
    if unsettled > 0 {
        let words = texts.tell("outbox-leaves-with", &[("count", unsettled.into())]);
        screen.blocks.push(text("unsettled", Tone::Attention, words));
    }
    let drafts = ground.account().map_or(0, Account::begun);
    if drafts > 0 {
        let words = texts.tell("drafts-leave-with", &[("count", drafts.into())]);
        screen.blocks.push(text("drafts", Tone::Attention, words));
    }
    screen.blocks.extend([
        button("sign-out", texts.say("sign-out"), ButtonRole::Destructive, true, Intent::SignOut),
        secondary("stay", texts.say("sign-out-stay"), true, nav::Intent::Back),
    ]);
    screen
}
