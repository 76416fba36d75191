use fl_domain::{
    access::PrimaryValidity,
    service::{Capability, PasswordStatus, password::Status},
};

use super::first::First;
use crate::{
    kit::screen::{Block, Icon, Notice, Row, Section, Tone},
    open::{
        Ground, Place,
        account::{Account, describe},
        answer::Answer,
        blocks::on_the_website,
        nav,
    },
};

/// A confirmed first password is spoken of again so many days before it may run out (our own).
const REMIND_DAYS: u32 = 7;

/// What the first screen says of a first password that was confirmed or put off, once its time comes near.
pub(super) fn home(account: &Account, ground: &Ground) -> Option<Block> {
    let texts = ground.texts();
    let first = First::of(account, ground)?;
    if matches!(first.validity, PrimaryValidity::Valid { days_left, .. } if days_left > REMIND_DAYS) {
        return None;
    }
    let notice = Notice::new("first-password", first.tone(), first.text(texts));
    Some(notice.action(texts.say("password-change"), nav::Intent::Go(Place::Password)).into())
}

/// Getting in, for the profile: the password in one line.
pub(super) fn profile(account: &Account, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let age = match ground.answer::<Status>() {
        Answer::Known(known) => Some(describe(known.freshness, ground)),
        Answer::KnownNone(_) | Answer::NotKnown(_) => None,
    };
    let section = Section::new("getting-in", texts.say("profile-getting-in")).detail(age).into();
    if !ground.offers(Capability::Password) {
        return vec![section, on_the_website("password-website", texts.say("password-row"), ground)];
    }
    let (tone, detail) =
        state(account, ground).unwrap_or_else(|| (Tone::Quiet, texts.say("profile-unknown")));
    let row = Row::new("password", Icon::Key, texts.say("password-row")).detail(detail).tone(tone);
    vec![section, row.touch(nav::Intent::Go(Place::Password)).into()]
}

fn state(account: &Account, ground: &Ground) -> Option<(Tone, String)> {
    let texts = ground.texts();
    let known = match ground.answer::<Status>() {
        Answer::Known(known) => known,
        Answer::KnownNone(_) | Answer::NotKnown(_) => return None,
    };
    Some(match known.value {
        PasswordStatus::Primary { .. } => {
            let first = First::of(account, ground)?;
            (first.tone(), first.text(texts))
        }
        PasswordStatus::Own { changed: Some(day) } => {
            (Tone::Plain, texts.tell("password-own-since", &[("date", texts.date(*day).into())]))
        }
        PasswordStatus::Own { changed: None } => (Tone::Plain, texts.say("password-own")),
        PasswordStatus::Absent => (Tone::Plain, texts.say("password-absent")),
    })
}
