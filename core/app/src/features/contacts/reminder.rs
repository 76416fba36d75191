//! What the first screen says while a forgotten password could not be recovered; until it is dismissed, once for all.

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::service::{Capability, contacts::Read};

use super::{
    model::{Event, Form},
    summary::missing,
};
use crate::{
    kit::{
        blocks::secondary,
        effects::{Cache, CacheFault, Cached},
        flow,
        screen::{Block, Notice, Tone},
        touch,
    },
    open::{Ctx, Ground, Next, Place, account::Account, answer::Answer, nav, page},
};

/// Under this name the cache remembers that the reminder was dismissed.
const NO_REMINDER: &str = "no-recovery-reminder";

/// The reminder to set recovery up; a part of the open account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reminder {
    /// Whether it was dismissed is not known yet: it is not shown, so that it never flashes up.
    #[default]
    Unknown,
    /// It was not.
    Wanted,
    /// It was.
    Dismissed,
}

/// What a person does about it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    /// It is not shown again for this account.
    NoReminder,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::NoReminder => "contacts/no-reminder",
        }
    }
}

/// Asks whether the reminder was dismissed before.
pub(super) fn opened(ground: &Ground) -> Next {
    page::run::<Form, _, _>("contacts", ground, |ctx| async move {
        Event::Recalled(flow::cache(&ctx, Cache::Recall { name: NO_REMINDER }).await)
    })
}

/// Where it cannot be told, it is not shown: a reminder is no reason to insist.
pub(super) fn recalled(result: &Result<Cached, CacheFault>, ground: &mut Ground) {
    if let Some(account) = ground.account_mut() {
        account.change(|reminder: &mut Reminder| {
            if *reminder == Reminder::Unknown && *result == Ok(Cached::Recalled(false)) {
                *reminder = Reminder::Wanted;
            }
        });
    }
}

/// Something was done about it.
pub(super) fn touched(intent: Intent, ground: &mut Ground) -> Next {
    match intent {
        Intent::NoReminder => {
            let Some(account) = ground.account_mut() else { return Command::done() };
            account.change(|reminder: &mut Reminder| *reminder = Reminder::Dismissed);
            Command::new(|ctx: Ctx| async move {
                let _ = ctx.request_from_shell(Cache::Remember { name: NO_REMINDER }).await;
            })
        }
    }
}

/// The reminder, where there is reason for it.
pub(super) fn blocks(account: &Account, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let known = match ground.answer::<Read>() {
        Answer::Known(known) => known,
        Answer::KnownNone(_) | Answer::NotKnown(_) => return Vec::new(),
    };
    let is_wanted =
        account.part::<Reminder>() == Some(&Reminder::Wanted) && ground.offers(Capability::Contacts);
    if !is_wanted || known.value.can_recover() {
        return Vec::new();
    }
    let words = missing(known.value, texts).join(", ");
    let words = texts.tell("recovery-reminder", &[("missing", words.into())]);
    vec![
        Notice::new("recovery-reminder", Tone::Attention, words)
            .action(texts.say("recovery-reminder-open"), nav::Intent::Go(Place::Profile))
            .into(),
        secondary("no-reminder", texts.say("recovery-reminder-off"), true, Intent::NoReminder),
    ]
}
