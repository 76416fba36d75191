use fl_domain::service::Capability;

use super::model::{Change, Intent, NewFault, OldFault, Said, Source, Typed};
use crate::{
    kit::{
        blocks::{notice, primary, reveal, text},
        policy,
        screen::{Block, Field, FieldKind, Screen, Tone},
        texts::Texts,
    },
    open::{
        Ground,
        blocks::not_offered,
        outcome::{self, Outcome},
    },
};

/// The page.
pub(super) fn view(form: &Change, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let title =
        if form.old.is_some() { texts.say("password-title") } else { texts.say("password-set-title") };
    let mut screen = ground.screen(title);
    screen.busy = form.busy;
    if let Some(website) = not_offered(Capability::Password, ground) {
        screen.blocks = website;
        return screen;
    }
    screen.notice = ground.account().and_then(|account| account.notice(ground));
    let what = if form.old.is_some() { texts.say("password-what") } else { texts.say("password-set-what") };
    screen.blocks.push(text("what", Tone::Plain, what));
    if let Some(said) = &form.faults.said {
        let (tone, words) = said_text(said, ground);
        screen.blocks.push(notice("fault", tone, words));
    }
    screen.blocks.extend(form.old.as_ref().map(|old| old_field(old, form, texts)));
    screen.blocks.push(new_field(form, texts));
    screen.blocks.push(policy::checklist(&form.policy, form.new.text.expose(), form.tried, texts));
    match form.source {
        Source::Asked => {
            screen.blocks.push(text("policy-source", Tone::Quiet, texts.say("policy-asked")));
        }
        Source::Documented => {
            screen.blocks.push(text("policy-source", Tone::Quiet, texts.say("policy-documented")));
        }
        Source::Service => {}
    }
    let label = match &form.old {
        _ if form.busy => texts.say("password-sending"),
        Some(_) => texts.say("password-change"),
        None => texts.say("password-set-title"),
    };
    screen.blocks.push(primary("send", label, !form.busy, Intent::Send));
    screen
}

fn old_field(old: &Typed, form: &Change, texts: &Texts) -> Block {
    let error = form.faults.old.map(|fault| match fault {
        OldFault::Empty => texts.say("old-password-empty"),
        OldFault::TooLong => texts.say("password-too-long"),
        OldFault::Wrong => texts.say("old-password-wrong"),
    });
    Field::new("old-password", FieldKind::Password, texts.say("old-password-label"), form.revision)
        .hint(hint(old, texts).unwrap_or_else(|| texts.say("old-password-hint")))
        .error(error)
        .enabled(!form.busy)
        .reveal(reveal(texts))
        .into()
}

fn new_field(form: &Change, texts: &Texts) -> Block {
    let error = form.faults.new.map(|fault| match fault {
        NewFault::Empty => texts.say("new-password-empty"),
        NewFault::TooLong => texts.say("password-too-long"),
        NewFault::Same => texts.say("new-password-same"),
        NewFault::Weak => match hint(&form.new, texts) {
            Some(suspicion) => format!("{suspicion} {}", texts.say("password-weak")),
            None => texts.say("password-weak"),
        },
    });
    policy::new_field(form.new.text.expose(), form.revision, texts)
        .hint(hint(&form.new, texts).unwrap_or_else(|| texts.say("new-password-hint")))
        .error(error)
        .enabled(!form.busy)
        .submit(Intent::Send)
        .into()
}

/// What is likely wrong with it, or what was done to it.
fn hint(typed: &Typed, texts: &Texts) -> Option<String> {
    policy::suspicion(typed.text.expose(), texts)
        .or_else(|| typed.is_cut.then(|| texts.say("password-line-end-cut")))
}

/// The service's words, and which password is in force now.
fn said_text(said: &Said, ground: &Ground) -> (Tone, String) {
    let texts = ground.texts();
    match said {
        Said::Refused(words) => (Tone::Bad, texts.tell("new-password-refused", &[("words", words.into())])),
        Said::Failed(failure) => match Outcome::of(failure) {
            Outcome::NotSent => (Tone::Attention, texts.say("password-not-sent")),
            Outcome::Unknown => (Tone::Bad, texts.say("new-password-unknown")),
            Outcome::NotDone => {
                let (tone, words) = outcome::refusal(failure, ground);
                (tone, texts.tell("password-not-done", &[("words", words.into())]))
            }
        },
    }
}
