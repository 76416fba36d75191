//! The first password of the card is decided on before any room is seen (order ММВ-7-17/617@, cl. 13–14).

use crux_core::Command;
use fl_domain::{
    access::{Case, PrimaryValidity, Way},
    service::{
        Capability, Done, Failure, PasswordStatus,
        password::{Confirm, Status},
    },
};

use super::{
    first::First,
    model::{Change, Event, KEY},
};
use crate::{
    kit::{
        blocks::{notice, primary, secondary, section, text},
        bring,
        effects::ServiceAnswer,
        screen::{Block, Screen, Tone},
        texts::Texts,
        touch,
    },
    open::{
        Ground, Next, Place,
        account::{Account, Connection, read_anew},
        answer::Answer,
        blocks::sign_out,
        device::Hint,
        nav,
        outcome::{self, Outcome},
        page,
    },
};

/// What a person decides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    /// Goes on with the first password of the card.
    Confirm,
    /// Decides later: the service cannot be asked now.
    Later,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Confirm => "password/confirm",
            Self::Later => "password/later",
        }
    }
}

/// Kept with the open account.
#[derive(Default)]
pub(super) struct Gate {
    /// Put off while the service cannot be asked.
    is_later: bool,
    busy: bool,
    fault: Option<Failure>,
}

impl Gate {
    /// Asks the service, unless that is under way already.
    fn begin(&mut self) -> bool {
        let begins = !self.busy;
        if begins {
            (self.busy, self.fault) = (true, None);
        }
        begins
    }
}

/// The person signed in with the first password of the card and has neither changed nor confirmed it.
fn is_shut(account: &Account, ground: &Ground) -> bool {
    // Where nobody knows, nobody is held up.
    let is_open_question = match ground.answer::<Status>() {
        Answer::Known(known) => matches!(known.value, PasswordStatus::Primary { confirmed: false, .. }),
        Answer::KnownNone(_) | Answer::NotKnown(_) => false,
    };
    let is_later = account.part::<Gate>().is_some_and(|gate| gate.is_later);
    let is_put_off = is_later && account.connection != Connection::Fine;
    is_open_question && !is_put_off && ground.offers(Capability::Password)
}

/// What is seen instead of any room meanwhile.
pub(super) fn view(account: &Account, ground: &Ground) -> Option<Screen> {
    let first = First::of(account, ground).filter(|_| is_shut(account, ground))?;
    let texts = ground.texts();
    let gate = account.part::<Gate>();
    let is_busy = gate.is_some_and(|gate| gate.busy);
    let mut screen = ground.screen(texts.say("first-password-title"));
    // No page: it says itself where it is.
    screen.path = vec!["first-password".to_owned()];
    screen.busy = is_busy;
    if let PrimaryValidity::Expired { .. } = first.validity {
        screen.blocks = expired(first, texts);
    } else {
        let fault = gate.and_then(|gate| gate.fault.as_ref()).map(|fault| outcome::words(fault, ground));
        screen.blocks.extend(fault.map(|(tone, words)| notice("fault", tone, words)));
        screen.blocks.extend([
            text("what", Tone::Plain, texts.say("first-password-what")),
            notice("validity", first.tone(), first.text(texts)),
            primary("change", texts.say("password-change"), !is_busy, nav::Intent::Go(Place::Password)),
            secondary("confirm", texts.say("first-password-confirm"), !is_busy, Intent::Confirm),
            text("confirm-what", Tone::Quiet, texts.say("first-password-confirm-what")),
        ]);
        if account.connection != Connection::Fine {
            let label = texts.say("first-password-later");
            screen.blocks.push(secondary("later", label, !is_busy, Intent::Later));
        }
    }
    screen.blocks.extend([
        secondary("settings", texts.say("settings-open"), true, nav::Intent::Go(Place::Settings)),
        sign_out(texts.say("sign-out")),
    ]);
    Some(screen)
}

/// It leads nowhere any more: only an office gives a new one.
fn expired(first: First, texts: &Texts) -> Vec<Block> {
    let mut blocks = vec![
        notice("validity", Tone::Bad, first.text(texts)),
        text("what", Tone::Plain, texts.say("first-password-expired")),
    ];
    for (key, case, title) in [
        ("own-office", Case::OwnOffice, "first-password-own-office"),
        ("other-office", Case::OtherOffice, "first-password-other-office"),
    ] {
        blocks.push(section(key, texts.say(title)));
        blocks.extend(documents(key, case, texts));
    }
    blocks
}

/// What to take along to an office; both cases stand on one screen, so their keys differ.
fn documents(prefix: &str, case: Case, texts: &Texts) -> Vec<Block> {
    bring::documents(Way::Card, Some(case), texts)
        .into_iter()
        .filter_map(|block| match block {
            Block::Row(mut row) => {
                row.key = format!("{prefix}-{}", row.key);
                Some(Block::Row(row))
            }
            _ => None,
        })
        .collect()
}

/// A person decided.
pub(super) fn touched(intent: Intent, ground: &mut Ground) -> Next {
    match intent {
        Intent::Confirm => confirm(ground),
        Intent::Later => {
            if let Some(account) = ground.account_mut() {
                let is_later = account.connection != Connection::Fine;
                account.change(|gate: &mut Gate| gate.is_later = is_later);
            }
            Command::done()
        }
    }
}

fn confirm(ground: &mut Ground) -> Next {
    let is_meant = ground.account().is_some_and(|account| is_shut(account, ground));
    let begins = ground.account_mut().filter(|_| is_meant).is_some_and(|account| account.change(Gate::begin));
    if begins { page::ask::<Change, _>(KEY, Confirm, ground, Event::Confirmed) } else { Command::done() }
}

/// It was confirmed, or was not.
pub(super) fn confirmed(answer: ServiceAnswer<Done>, ground: &mut Ground) -> Next {
    let known = match ground.answer::<Status>() {
        Answer::Known(known) => match *known.value {
            PasswordStatus::Primary { issued, .. } => {
                Some(PasswordStatus::Primary { issued, confirmed: true })
            }
            PasswordStatus::Own { .. } | PasswordStatus::Absent => None,
        },
        Answer::KnownNone(_) | Answer::NotKnown(_) => None,
    };
    let Some(account) = ground.account_mut() else { return Command::done() };
    account.change(|gate: &mut Gate| gate.busy = false);
    match answer.result {
        Ok(Done) => {
            ground.hint = Some(Hint::PasswordConfirmed);
            read_anew(ground, Status, known, &answer.at)
        }
        Err(failure) => {
            let is_unknown = Outcome::of(&failure) == Outcome::Unknown;
            account.change(|gate: &mut Gate| gate.fault = Some(failure));
            // It may have been confirmed: the service is asked how it is.
            if is_unknown { read_anew(ground, Status, None, &answer.at) } else { Command::done() }
        }
    }
}
