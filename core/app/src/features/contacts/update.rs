use crux_core::Command;
use fl_domain::{
    Secret,
    access::{Email, Phone, check_control_word},
    service::{
        Ask, Capability, Contact, Contacts, Done, Failure, Question,
        contacts::{self, Confirm, Confirmed, Read, SetControlWord, SetEmail, SetPhone},
    },
    typed::seen_secret,
};

use super::model::{CodeFault, Event, Fault, Form, Intent, Subject, What};
use crate::{
    kit::{
        effects::ServiceAnswer,
        sending::{Sending, SendingState},
    },
    open::{
        Ground, Next,
        account::{Account, read_anew},
        device::Hint,
        outbox,
        outcome::Outcome,
        page,
    },
};

/// Longer codes are sent by nobody (our own limit).
const CODE_LIMIT: usize = 64;

pub(super) fn open(subject: Subject, ground: &mut Ground) -> Next {
    let revision = ground.next_revision();
    ground.show(Form::new(subject, revision));
    Command::done()
}

/// A letter's link brought its code. Without an open account nobody knows whose it is, so it is not kept: the letter's link
/// works again.
pub(super) fn confirm_by_link(code: Secret, ground: &mut Ground) -> Next {
    if ground.account().is_none() {
        ground.hint = Some(Hint::OpenFirst);
        return Command::done();
    }
    let subject = Subject::Contact(Contact::Email);
    let confirm = page::event::<Form>(subject.key(), Event::Code(code), ground);
    open(subject, ground).and(Command::event(confirm))
}

/// A person did something.
pub(super) fn touched(form: &mut Form, intent: Intent, ground: &mut Ground) -> Next {
    if ready(form, ground).is_none() {
        return Command::done();
    }
    match intent {
        Intent::Send => send(form, ground),
        Intent::Confirm => confirm(form, ground),
        Intent::Again => again(form, ground),
    }
}

/// As [`Intent::Confirm`], with a code that nobody typed.
pub(super) fn confirm_with(form: &mut Form, code: Secret, ground: &Ground) -> Next {
    if ready(form, ground).is_none() {
        return Command::done();
    }
    form.code = code;
    confirm(form, ground)
}

/// The account it is about, where something may be sent now.
fn ready<'a>(form: &Form, ground: &'a Ground) -> Option<&'a Account> {
    let is_offered = ground.offers(Capability::Contacts);
    ground.account().filter(|_| is_offered && !form.busy)
}

fn known(account: &Account) -> Option<&Contacts> {
    account.figures.get::<Read>().map(|known| known.value)
}

/// What is to be saved.
enum Change {
    Email(Email),
    Phone(Phone),
    Word(Secret),
}

/// Nothing that can be seen to be wrong is sent.
fn send(form: &mut Form, ground: &mut Ground) -> Next {
    match checked(form, ground.account().and_then(known)) {
        Ok(change) => save(form, change, ground),
        Err(fault) => {
            form.done = None;
            form.fault = Some(fault);
            Command::done()
        }
    }
}

fn checked(form: &Form, known: Option<&Contacts>) -> Result<Change, Fault> {
    let typed = form.typed.expose();
    let confirmed = |contact| known.and_then(|known| known.of(contact).confirmed.as_deref());
    match form.subject {
        Subject::Contact(contact @ Contact::Email) => {
            let email = Email::parse(typed).map_err(Fault::Email)?;
            if confirmed(contact).is_some_and(|known| known.eq_ignore_ascii_case(email.as_str())) {
                return Err(Fault::Same);
            }
            Ok(Change::Email(email))
        }
        Subject::Contact(contact @ Contact::Phone) => {
            let phone = Phone::parse(typed).map_err(Fault::Phone)?;
            if confirmed(contact).is_some_and(|known| Phone::parse(known).as_ref() == Ok(&phone)) {
                return Err(Fault::Same);
            }
            Ok(Change::Phone(phone))
        }
        Subject::ControlWord => {
            check_control_word(typed).map_err(Fault::Word)?;
            Ok(Change::Word(form.typed.clone()))
        }
    }
}

/// An address and a number go by the outbox. A control word is a secret, which is never kept to be sent later.
fn save(form: &mut Form, change: Change, ground: &mut Ground) -> Next {
    match change {
        Change::Email(email) => hand_over(form, SetEmail(email), ground),
        Change::Phone(phone) => hand_over(form, SetPhone(phone), ground),
        Change::Word(word) => {
            ask(form, SetControlWord(word), What::WordSaved, |Done| Confirmed::Done, ground)
        }
    }
}

fn hand_over<Q: Question>(form: &mut Form, question: Q, ground: &mut Ground) -> Next {
    let ask = question.clone().ask();
    let settled = ground.account().map_or(0, |account| account.outbox.settled(&ask));
    form.handed = Some((ask, settled));
    (form.fault, form.code_fault, form.done) = (None, None, None);
    outbox::submit(question, ground)
}

fn confirm(form: &mut Form, ground: &Ground) -> Next {
    let Subject::Contact(contact) = form.subject else { return Command::done() };
    // A code that was copied brings white space and marks along; they are never part of it.
    let code = seen_secret(&form.code);
    let fault = match code.expose().chars().take(CODE_LIMIT + 1).count() {
        0 => Some(CodeFault::Empty),
        n if n > CODE_LIMIT => Some(CodeFault::TooLong),
        _ => None,
    };
    if fault.is_some() {
        form.done = None;
        form.code_fault = fault;
        return Command::done();
    }
    let question = Confirm { contact, code };
    ask(form, question, What::Confirmed(contact), |told| told, ground)
}

/// The letter or message once more: the service sends one whenever an address or a phone is saved.
fn again(form: &mut Form, ground: &mut Ground) -> Next {
    let Subject::Contact(contact) = form.subject else { return Command::done() };
    let known = ground.account().and_then(known);
    let pending = known.and_then(|known| known.of(contact).pending.as_deref());
    let Some(pending) = pending else { return Command::done() };
    let change = match contact {
        Contact::Email => Email::parse(pending).map(Change::Email).ok(),
        Contact::Phone => Phone::parse(pending).map(Change::Phone).ok(),
    };
    if let Some(change) = change {
        return save(form, change, ground);
    }
    // The service keeps something that could not be sent from here: its website helps.
    form.fault = Some(Fault::Service(Failure::NotOffered { website: Some(ground.facts.website.clone()) }));
    Command::done()
}

fn ask<Q: Question>(
    form: &mut Form,
    question: Q,
    what: What,
    told: fn(Q::Told) -> Confirmed,
    ground: &Ground,
) -> Next {
    form.busy = true;
    (form.fault, form.code_fault, form.done) = (None, None, None);
    page::ask::<Form, Q>(form.subject.key(), question, ground, move |answer| {
        let ServiceAnswer { at, result } = answer;
        Event::Answered { what, answer: ServiceAnswer { at, result: result.map(told) } }
    })
}

/// The service answered; the page may be gone by now.
pub(super) fn answered(
    form: Option<&mut Form>,
    what: What,
    answer: ServiceAnswer<Confirmed>,
    ground: &mut Ground,
) -> Next {
    let ServiceAnswer { at, result } = answer;
    let is_unknown = match &result {
        Ok(Confirmed::Done) => {
            let known = known_after(ground, what);
            if let Some(form) = form {
                form.busy = false;
                (form.typed, form.code) = (Secret::default(), Secret::default());
                form.revision = ground.next_revision();
                form.done = Some(what);
            }
            return read_anew(ground, Read, known, &at);
        }
        Ok(Confirmed::WrongCode) => false,
        Err(failure) => Outcome::of(failure) == Outcome::Unknown,
    };
    if let Some(form) = form {
        form.busy = false;
        match result {
            Ok(_) => form.code_fault = Some(CodeFault::Wrong),
            Err(failure) => form.fault = Some(Fault::Service(failure)),
        }
    }
    // It may have been done: the service is asked how it is.
    if is_unknown { read_anew(ground, Read, None, &at) } else { Command::done() }
}

/// What the service's «done» says of the contacts, where they are known at all.
fn known_after(ground: &Ground, what: What) -> Option<Contacts> {
    let mut contacts = known(ground.account()?)?.clone();
    let state = match what {
        What::WordSaved => {
            contacts.control_word_set = true;
            return Some(contacts);
        }
        What::Confirmed(Contact::Email) => &mut contacts.email,
        What::Confirmed(Contact::Phone) => &mut contacts.phone,
    };
    state.confirmed = state.pending.take().or_else(|| state.confirmed.take());
    Some(contacts)
}

/// What a question saves, where it is one of this page's that go by the outbox.
pub(super) fn saved(ask: &Ask) -> Option<(Contact, &str)> {
    match ask {
        Ask::Contacts(contacts::Ask::SetEmail(SetEmail(email))) => Some((Contact::Email, email.as_str())),
        Ask::Contacts(contacts::Ask::SetPhone(SetPhone(phone))) => Some((Contact::Phone, phone.as_str())),
        _ => None,
    }
}

/// The outbox is done with one: what it changed is shown and read anew, and what was typed for it goes.
pub(super) fn settled(sending: &Sending, ground: &mut Ground) -> Next {
    let Some((contact, to)) = saved(&sending.ask) else { return Command::done() };
    let at = ground.now;
    match sending.state {
        SendingState::Accepted { .. } => {}
        SendingState::Left | SendingState::Forgotten => return read_anew(ground, Read, None, &at),
        SendingState::Waiting(_) | SendingState::Refused { .. } => return Command::done(),
    }
    let known = ground.account().and_then(known).cloned().map(|mut contacts| {
        let state = match contact {
            Contact::Email => &mut contacts.email,
            Contact::Phone => &mut contacts.phone,
        };
        state.pending = Some(to.to_owned());
        contacts
    });
    let key = Subject::Contact(contact).key();
    let saved = page::event::<Form>(key, Event::Saved(sending.ask.clone()), ground);
    Command::event(saved).and(read_anew(ground, Read, known, &at))
}

/// What was typed was saved, unless something else has been typed since.
pub(super) fn saved_it(form: &mut Form, ask: &Ask, ground: &mut Ground) {
    let typed = checked(form, None).ok().map(|change| match change {
        Change::Email(email) => SetEmail(email).ask(),
        Change::Phone(phone) => SetPhone(phone).ask(),
        Change::Word(word) => SetControlWord(word).ask(),
    });
    if typed.as_ref() == Some(ask) {
        form.typed = Secret::default();
        form.revision = ground.next_revision();
    }
    let settled = ground.account().map_or(0, |account| account.outbox.settled(ask));
    form.handed = Some((ask.clone(), settled.saturating_sub(1)));
}
