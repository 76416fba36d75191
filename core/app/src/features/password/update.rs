use crux_core::Command;
use fl_domain::{
    Inn, Secret,
    service::{Ask, Capability, Failure, PasswordStatus, Read, Reading, Told},
};

use super::{
    Change, Event, Intent,
    first::Gate,
    model::{OldFault, Said, Source, Typed},
};
use crate::{
    app::Event as AppEvent,
    effects::{AskCall, Effect, Moment, ServiceAnswer},
    features::{
        account::{self, Account, Connection},
        device::Hint,
    },
    model::{Model, Stage},
    outcome::Outcome,
    page::{self, Page},
    screen::FieldId,
};

type Next = Command<Effect, AppEvent>;

/// Opens the page, and asks which passwords the service takes.
pub(crate) fn open(model: &mut Model) -> Next {
    let Stage::Open(account) = &model.stage else { return Command::done() };
    if matches!(model.pages.last(), Some(Page::Password(_))) {
        return Command::done();
    }
    let is_absent =
        matches!(account.figures.password.as_ref().map(|k| &k.value), Some(PasswordStatus::Absent));
    let (epoch, is_offered) = (account.epoch, account.offers.contains(&Capability::Password));
    let revision = model.next_revision();
    page::open(Page::Password(Box::new(Change::new(!is_absent, revision))), model);
    if !is_offered {
        return Command::done();
    }
    Command::request_from_shell(AskCall(Ask::PasswordPolicy))
        .then_send(move |answer| AppEvent::Password(Event::Policy { epoch, answer }))
}

/// A field was typed into.
pub(crate) fn edit(form: &mut Change, field: FieldId, text: Secret) {
    match field {
        FieldId::OldPassword if form.old.is_some() => {
            form.old = Some(Typed::new(text));
            form.faults.old = None;
        }
        FieldId::NewPassword => {
            form.new = Typed::new(text);
            form.faults.new = None;
        }
        _ => {}
    }
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    match intent {
        Intent::Send => send(model),
        Intent::Confirm => confirm(model),
        Intent::Later => {
            if let Stage::Open(account) = &mut model.stage {
                account.gate.is_later = account.connection != Connection::Fine;
            }
            Command::done()
        }
    }
}

/// Nothing that can be seen to be wrong is sent.
fn send(model: &mut Model) -> Next {
    let Stage::Open(account) = &model.stage else { return Command::done() };
    let (epoch, inn) = (account.epoch, account.inn.clone());
    let Some(Page::Password(form)) = model.pages.last_mut() else { return Command::done() };
    if form.busy || !account.offers.contains(&Capability::Password) {
        return Command::done();
    }
    form.tried = true;
    form.faults = form.check();
    if form.faults.is_any() {
        return Command::done();
    }
    form.busy = true;
    // Where there is no password yet, the one in force is empty (our own contract).
    let old = form.old.as_ref().map(|old| old.text.clone()).unwrap_or_default();
    let ask = Ask::ChangePassword { old, new: form.new.text.clone() };
    Command::request_from_shell(AskCall(ask))
        .then_send(move |answer| AppEvent::Password(Event::Changed { epoch, inn, answer }))
}

fn confirm(model: &mut Model) -> Next {
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    if account.gate.busy || !account.gate_is_shut() {
        return Command::done();
    }
    account.gate.busy = true;
    account.gate.fault = None;
    let epoch = account.epoch;
    Command::request_from_shell(AskCall(Ask::ConfirmPassword))
        .then_send(move |answer| AppEvent::Password(Event::Confirmed { epoch, answer }))
}

/// Something came back.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    let is_open =
        |epoch, model: &Model| matches!(&model.stage, Stage::Open(account) if account.epoch == epoch);
    match event {
        Event::Policy { epoch, answer } if is_open(epoch, model) => {
            model.now = answer.at;
            if let Some(form) = form(model) {
                match answer.result {
                    Ok(Told::Policy(policy)) => (form.policy, form.source) = (policy, Source::Service),
                    Ok(_) | Err(_) => form.source = Source::Documented,
                }
            }
            Command::done()
        }
        Event::Changed { epoch, inn, answer } => {
            model.now = answer.at;
            let waiting = remember_change(inn, &answer.result, model);
            let shown = if is_open(epoch, model) { changed(answer, model) } else { Command::done() };
            waiting.and(shown)
        }
        Event::Confirmed { epoch, answer } if is_open(epoch, model) => confirmed(answer, model),
        Event::Policy { .. } | Event::Confirmed { .. } => Command::done(),
    }
}

/// Where the new password is in force, or may be, the guide to a refused one has to know: a change may have failed unseen, or
/// have been done unseen.
fn remember_change(inn: Inn, result: &Result<Told, Failure>, model: &mut Model) -> Next {
    match result {
        Ok(Told::Done) => model.hint = Some(Hint::PasswordSet),
        Ok(Told::OldPasswordWrong | Told::PasswordRefused { .. }) => return Command::done(),
        Err(failure) if Outcome::of(failure) != Outcome::Unknown => return Command::done(),
        Ok(_) | Err(_) => {}
    }
    model.waiting.changed = Some((inn, model.now.trusted()));
    model.keep_waiting()
}

/// The page, wherever it lies: something may have been opened over it meanwhile.
fn form(model: &mut Model) -> Option<&mut Change> {
    model.pages.iter_mut().rev().find_map(|page| match page {
        Page::Password(form) => Some(form.as_mut()),
        _ => None,
    })
}

fn changed(answer: ServiceAnswer<Told>, model: &mut Model) -> Next {
    if let Some(form) = form(model) {
        form.busy = false;
    }
    match answer.result {
        Ok(Told::Done) => done(answer.at, model),
        Ok(Told::OldPasswordWrong) => {
            if let Some(form) = form(model) {
                // It stands in view and can be corrected. Where none was asked for, there is one after all.
                form.old.get_or_insert_default();
                form.faults.old = Some(OldFault::Wrong);
            }
            Command::done()
        }
        Ok(Told::PasswordRefused { words }) => {
            if let Some(form) = form(model) {
                form.faults.said = Some(Said::Refused(words));
            }
            Command::done()
        }
        Ok(_) => failed(mismatched("password-change"), model),
        Err(failure) => failed(failure, model),
    }
}

/// It is in force: the page goes.
fn done(at: Moment, model: &mut Model) -> Next {
    model.pages.retain(|page| !matches!(page, Page::Password(_)));
    let day = model.today();
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    account.gate = Gate::default();
    let known = Reading::Password(PasswordStatus::Own { changed: Some(day) });
    account::read_anew(account, Read::Password, Some(known), at)
}

fn failed(failure: Failure, model: &mut Model) -> Next {
    if let Stage::Open(account) = &mut model.stage {
        account.heard(&failure);
    }
    if let Some(form) = form(model) {
        form.faults.said = Some(Said::Failed(failure));
    }
    Command::done()
}

fn confirmed(answer: ServiceAnswer<Told>, model: &mut Model) -> Next {
    model.now = answer.at;
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    account.gate.busy = false;
    let failure = match answer.result {
        Ok(Told::Done) => {
            model.hint = Some(Hint::PasswordConfirmed);
            let known = account.figures.password.as_ref().and_then(|known| match known.value {
                PasswordStatus::Primary { issued, .. } => {
                    Some(Reading::Password(PasswordStatus::Primary { issued, confirmed: true }))
                }
                PasswordStatus::Own { .. } | PasswordStatus::Absent => None,
            });
            return account::read_anew(account, Read::Password, known, answer.at);
        }
        Ok(_) => mismatched("password-confirm"),
        Err(failure) => failure,
    };
    account.heard(&failure);
    let is_unknown = Outcome::of(&failure) == Outcome::Unknown;
    account.gate.fault = Some(failure);
    // It may have been confirmed: the service is asked how it is.
    if is_unknown { account::read_anew(account, Read::Password, None, answer.at) } else { Command::done() }
}

/// An answer of another kind than was asked for: a mistake between rooms.
fn mismatched(operation: &str) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: "mismatched-answer".to_owned() }
}

impl Account {
    /// What a failure says of the connection, where it is about more than one question.
    pub(crate) fn heard(&mut self, failure: &Failure) {
        if *failure == Failure::SignInAgain {
            self.connection = Connection::SessionEnded;
        }
    }
}
