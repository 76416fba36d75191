use crux_core::Command;
use fl_domain::{
    Secret,
    access::{Email, Phone, check_control_word},
    service::{Ask, Capability, Contact, Contacts, Failure, Read, Reading, Told},
};

use super::{CodeFault, Event, Fault, Form, Intent, Subject, What};
use crate::{
    app::Event as AppEvent,
    effects::{AskCall, Effect, ServiceAnswer},
    features::{
        account::{self, Account},
        device::Hint,
    },
    model::{Model, Stage},
    outcome::Outcome,
    page::{self, Page},
    screen::FieldId,
};

type Next = Command<Effect, AppEvent>;

/// Longer codes are sent by nobody (our own limit).
const CODE_LIMIT: usize = 64;

/// A field was typed into.
pub(crate) fn edit(form: &mut Form, field: FieldId, text: Secret) {
    match (form.subject, field) {
        (Subject::Contact(Contact::Email), FieldId::Email)
        | (Subject::Contact(Contact::Phone), FieldId::Phone)
        | (Subject::ControlWord, FieldId::ControlWord) => {
            form.typed = text;
            form.fault = None;
        }
        (Subject::Contact(_), FieldId::Code) => {
            form.code = text;
            form.code_fault = None;
        }
        _ => {}
    }
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    match intent {
        Intent::Email => open(Subject::Contact(Contact::Email), model),
        Intent::Phone => open(Subject::Contact(Contact::Phone), model),
        Intent::ControlWord => open(Subject::ControlWord, model),
        Intent::Send => return send(model),
        Intent::Confirm => return confirm(model),
        Intent::Again => return again(model),
    }
    Command::done()
}

fn open(subject: Subject, model: &mut Model) {
    let is_there = matches!(model.pages.last(), Some(Page::Contact(form)) if form.subject == subject);
    if matches!(model.stage, Stage::Open(_)) && !is_there {
        let revision = model.next_revision();
        page::open(Page::Contact(Box::new(Form::new(subject, revision))), model);
    }
}

/// A letter's link brought its code. Without an open account nobody knows whose it is, so it is not kept: the letter's link
/// works again.
pub(crate) fn confirm_by_link(code: Secret, model: &mut Model) -> Next {
    if !matches!(model.stage, Stage::Open(_)) {
        model.hint = Some(Hint::OpenFirst);
        return Command::done();
    }
    open(Subject::Contact(Contact::Email), model);
    if let Some((form, _)) = current(model) {
        form.code = code;
    }
    confirm(model)
}

/// The page on top and the account it belongs to, where something may be sent now.
fn current(model: &mut Model) -> Option<(&mut Form, &Account)> {
    let Stage::Open(account) = &model.stage else { return None };
    let Some(Page::Contact(form)) = model.pages.last_mut() else { return None };
    let is_offered = account.offers.contains(&Capability::Contacts);
    (is_offered && !form.busy).then_some((form.as_mut(), account.as_ref()))
}

/// Nothing that can be seen to be wrong is sent.
fn send(model: &mut Model) -> Next {
    let Some((form, account)) = current(model) else { return Command::done() };
    let known = account.figures.contacts.as_ref().map(|known| &known.value);
    match asked(form, known) {
        Ok((ask, what)) => call(ask, what, model),
        Err(fault) => {
            form.done = None;
            form.fault = Some(fault);
            Command::done()
        }
    }
}

fn asked(form: &Form, known: Option<&Contacts>) -> Result<(Ask, What), Fault> {
    let typed = form.typed.expose();
    let confirmed = |contact| known.and_then(|known| known.of(contact).confirmed.as_deref());
    match form.subject {
        Subject::Contact(contact @ Contact::Email) => {
            let email = Email::parse(typed).map_err(Fault::Email)?;
            if confirmed(contact).is_some_and(|known| known.eq_ignore_ascii_case(email.as_str())) {
                return Err(Fault::Same);
            }
            let text = email.as_str().to_owned();
            Ok((Ask::SetEmail(email), What::Saved(contact, text)))
        }
        Subject::Contact(contact @ Contact::Phone) => {
            let phone = Phone::parse(typed).map_err(Fault::Phone)?;
            if confirmed(contact).is_some_and(|known| Phone::parse(known).as_ref() == Ok(&phone)) {
                return Err(Fault::Same);
            }
            let text = phone.as_str().to_owned();
            Ok((Ask::SetPhone(phone), What::Saved(contact, text)))
        }
        Subject::ControlWord => {
            check_control_word(typed).map_err(Fault::Word)?;
            Ok((Ask::SetControlWord(form.typed.clone()), What::WordSaved))
        }
    }
}

fn confirm(model: &mut Model) -> Next {
    let Some((form, _)) = current(model) else { return Command::done() };
    let Subject::Contact(contact) = form.subject else { return Command::done() };
    // A code that was copied brings white space along; it is never part of it.
    let code = form.code.expose().trim();
    let fault = match code.chars().take(CODE_LIMIT + 1).count() {
        0 => Some(CodeFault::Empty),
        n if n > CODE_LIMIT => Some(CodeFault::TooLong),
        _ => None,
    };
    if fault.is_some() {
        form.done = None;
        form.code_fault = fault;
        return Command::done();
    }
    let ask = Ask::ConfirmContact { contact, code: Secret::new(code) };
    call(ask, What::Confirmed(contact), model)
}

/// The letter or message once more: the service sends one whenever an address or a phone is saved.
fn again(model: &mut Model) -> Next {
    let website = model.facts.website.clone();
    let Some((form, account)) = current(model) else { return Command::done() };
    let Subject::Contact(contact) = form.subject else { return Command::done() };
    let pending = account.figures.contacts.as_ref().and_then(|known| known.value.of(contact).pending.clone());
    let Some(pending) = pending else { return Command::done() };
    let ask = match contact {
        Contact::Email => Email::parse(&pending).map(Ask::SetEmail).ok(),
        Contact::Phone => Phone::parse(&pending).map(Ask::SetPhone).ok(),
    };
    if let Some(ask) = ask {
        return call(ask, What::Saved(contact, pending), model);
    }
    // The service keeps something that could not be sent from here: its website helps.
    form.fault = Some(Fault::Service(Failure::NotOffered { website: Some(website) }));
    Command::done()
}

fn call(ask: Ask, what: What, model: &mut Model) -> Next {
    let Some((form, account)) = current(model) else { return Command::done() };
    let epoch = account.epoch;
    form.busy = true;
    (form.fault, form.code_fault, form.done) = (None, None, None);
    Command::request_from_shell(AskCall(ask))
        .then_send(move |answer| AppEvent::Contacts(Event::Told { epoch, what, answer }))
}

/// The service answered.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    let Event::Told { epoch, what, answer } = event;
    if !matches!(&model.stage, Stage::Open(account) if account.epoch == epoch) {
        return Command::done();
    }
    model.now = answer.at;
    let ServiceAnswer { at, result } = answer;
    let revision = model.next_revision();
    let form = model.pages.iter_mut().rev().find_map(|page| match page {
        Page::Contact(form) if form.subject == what.subject() => Some(form),
        _ => None,
    });
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    let failure = match result {
        Ok(Told::Done) => {
            let known = known_after(account, &what);
            if let Some(form) = form {
                form.busy = false;
                (form.typed, form.code) = (Secret::default(), Secret::default());
                form.revision = revision;
                form.done = Some(what);
            }
            return account::read_anew(account, Read::Contacts, known, at);
        }
        Ok(Told::WrongCode) => {
            if let Some(form) = form {
                form.busy = false;
                form.code_fault = Some(CodeFault::Wrong);
            }
            return Command::done();
        }
        Ok(_) => {
            Failure::Unexpected { operation: "contacts".to_owned(), code: "mismatched-answer".to_owned() }
        }
        Err(failure) => failure,
    };
    account.heard(&failure);
    let is_unknown = Outcome::of(&failure) == Outcome::Unknown;
    if let Some(form) = form {
        form.busy = false;
        form.fault = Some(Fault::Service(failure));
    }
    // It may have been done: the service is asked how it is.
    if is_unknown { account::read_anew(account, Read::Contacts, None, at) } else { Command::done() }
}

/// What the service's «done» says of the contacts, where they are known at all.
fn known_after(account: &Account, what: &What) -> Option<Reading> {
    let mut contacts = account.figures.contacts.as_ref()?.value.clone();
    let state = match what {
        What::WordSaved => {
            contacts.control_word_set = true;
            return Some(Reading::Contacts(contacts));
        }
        What::Saved(Contact::Email, _) | What::Confirmed(Contact::Email) => &mut contacts.email,
        What::Saved(Contact::Phone, _) | What::Confirmed(Contact::Phone) => &mut contacts.phone,
    };
    match what {
        What::Saved(_, text) => state.pending = Some(text.clone()),
        What::Confirmed(_) => state.confirmed = state.pending.take().or_else(|| state.confirmed.take()),
        What::WordSaved => {}
    }
    Some(Reading::Contacts(contacts))
}
