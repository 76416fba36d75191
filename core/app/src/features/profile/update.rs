use crux_core::Command;
use fl_domain::service::{Ask, Capability, Failure, Read, Reading, SignInRecord, Told};

use super::{Event, Intent, Reminder, SignIns, Step, Stored};
use crate::{
    app::Event as AppEvent,
    effects::{AskCall, Cache, Cached, Effect, ServiceAnswer, Vault, VaultFault, Vaulted},
    features::account::{self, Account},
    model::{Model, Stage},
    outcome::Outcome,
    page::{self, Page},
};

type Next = Command<Effect, AppEvent>;

/// Under this name the cache remembers that the reminder was dismissed.
const NO_REMINDER: &str = "no-recovery-reminder";

/// Asks whether the reminder was dismissed before.
pub(crate) fn recall(account: &Account) -> Next {
    let epoch = account.epoch;
    Command::request_from_shell(Cache::Recall { name: NO_REMINDER })
        .then_send(move |result| AppEvent::Profile(Event::Recalled { epoch, result }))
}

pub(crate) fn open_sign_ins(model: &mut Model) -> Next {
    if matches!(model.stage, Stage::Open(_)) && !matches!(model.pages.last(), Some(Page::SignIns(_))) {
        page::open(Page::SignIns(SignIns::default()), model);
    }
    Command::done()
}

pub(crate) fn open_stored(model: &mut Model) -> Next {
    let Stage::Open(account) = &model.stage else { return Command::done() };
    let epoch = account.epoch;
    if !matches!(model.pages.last(), Some(Page::Stored(_))) {
        page::open(Page::Stored(Stored { sizes: None }), model);
    }
    Command::request_from_shell(Vault::Measure)
        .then_send(move |result| AppEvent::Profile(Event::Measured { epoch, result }))
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    if intent == Intent::NoReminder {
        account.reminder = Reminder::Dismissed;
        return Command::new(|ctx| async move {
            let _ = ctx.request_from_shell(Cache::Remember { name: NO_REMINDER }).await;
        });
    }
    let Some(Page::SignIns(page)) = model.pages.last_mut() else { return Command::done() };
    if matches!(page.step, Step::Busy) {
        return Command::done();
    }
    match intent {
        Intent::SignIn(id) => {
            page.opened = if page.opened.as_deref() == Some(id.as_str()) { None } else { Some(id) };
            page.step = Step::Looking;
        }
        Intent::NotMe => page.step = Step::Asking,
        Intent::Keep => page.step = Step::Looking,
        Intent::Disown => return disown(page, account),
        Intent::NoReminder => {}
    }
    Command::done()
}

/// Only after it was asked whether it is meant, and never for the session in use.
fn disown(page: &mut SignIns, account: &Account) -> Next {
    let (Step::Asking, Some(id)) = (&page.step, page.opened.clone()) else { return Command::done() };
    let can_be = account
        .figures
        .sign_ins
        .as_ref()
        .is_some_and(|known| known.value.iter().any(|record| record.id == id && can_be_disowned(record)));
    if !can_be || !account.offers.contains(&Capability::SignIns) {
        return Command::done();
    }
    page.step = Step::Busy;
    let epoch = account.epoch;
    Command::request_from_shell(AskCall(Ask::DisownSignIn { id: id.clone() }))
        .then_send(move |answer| AppEvent::Profile(Event::Disowned { epoch, id, answer }))
}

/// The session in use is signed out of instead, and one that has ended cannot be ended.
pub(super) const fn can_be_disowned(record: &SignInRecord) -> bool {
    record.is_open && !record.is_current
}

/// Something came back.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    let (Event::Measured { epoch, .. } | Event::Disowned { epoch, .. } | Event::Recalled { epoch, .. }) =
        &event;
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    if account.epoch != *epoch {
        return Command::done();
    }
    match event {
        Event::Measured { result, .. } => {
            let sizes = match result {
                Ok(Vaulted::Sizes(sizes)) => Ok(sizes),
                Ok(_) => Err(VaultFault::Broken),
                Err(fault) => Err(fault),
            };
            for page in &mut model.pages {
                if let Page::Stored(page) = page {
                    page.sizes = Some(sizes);
                }
            }
            Command::done()
        }
        Event::Recalled { result, .. } => {
            // Where it cannot be told, it is not shown: a reminder is no reason to insist.
            if account.reminder == Reminder::Unknown && result == Ok(Cached::Recalled(false)) {
                account.reminder = Reminder::Wanted;
            }
            Command::done()
        }
        Event::Disowned { id, answer, .. } => {
            model.now = answer.at;
            disowned(&id, answer, model)
        }
    }
}

fn disowned(id: &str, answer: ServiceAnswer<Told>, model: &mut Model) -> Next {
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    let (step, known) = match answer.result {
        Ok(Told::Done) => (Step::Done, known_after(id, account)),
        Ok(_) => {
            let (operation, code) = ("sign-in-disown".to_owned(), "mismatched-answer".to_owned());
            (Step::Failed(Failure::Unexpected { operation, code }), None)
        }
        Err(failure) => (Step::Failed(failure), None),
    };
    let reads = match &step {
        Step::Failed(failure) => {
            account.heard(failure);
            Outcome::of(failure) == Outcome::Unknown
        }
        _ => true,
    };
    for page in &mut model.pages {
        if let Page::SignIns(page) = page
            && page.opened.as_deref() == Some(id)
        {
            page.step = step.clone();
        }
    }
    if reads { account::read_anew(account, Read::SignIns, known, answer.at) } else { Command::done() }
}

/// The list as it is once that session has ended.
fn known_after(id: &str, account: &Account) -> Option<Reading> {
    let mut records = account.figures.sign_ins.as_ref()?.value.clone();
    for record in records.iter_mut().filter(|record| record.id == id) {
        record.is_open = false;
    }
    Some(Reading::SignIns(records))
}
