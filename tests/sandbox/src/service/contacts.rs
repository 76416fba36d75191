//! How one taxpayer is reached: the rules, and the calls of the project's own contract about it.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use fl_domain::{
    Timestamp,
    access::{Email, Phone},
    service::Contact,
};
use serde::Deserialize;
use serde_json::json;

use super::{Entrance, Letter};
use crate::{
    captcha,
    http::{
        answer::{self, Wrong, body},
        who::Who,
    },
    world::World,
};

/// Longer control words are refused (our own). In characters.
const WORD_MAX: usize = 100;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/contacts", get(contacts))
        .route("/contacts/email", post(email))
        .route("/contacts/phone", post(phone))
        .route("/contacts/control-word", post(control_word))
        .route("/contacts/confirm", post(confirm))
}

/// An address or a number: the one in force, and the one that waits for its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Channel {
    pub(crate) confirmed: Option<String>,
    pending: Option<(String, String)>,
}

impl Channel {
    pub(crate) fn confirmed(to: &str) -> Self {
        Self { confirmed: Some(to.to_owned()), pending: None }
    }

    pub(crate) fn pending(&self) -> Option<&str> {
        self.pending.as_ref().map(|(to, _)| to.as_str())
    }

    pub(super) fn propose(&mut self, to: &str, code: &str) {
        self.pending = Some((to.to_owned(), code.to_owned()));
    }

    /// A wrong code changes nothing.
    pub(super) fn confirm(&mut self, code: &str) -> bool {
        match self.pending.take() {
            Some((to, sent)) if sent == code => {
                self.confirmed = Some(to);
                true
            }
            other => {
                self.pending = other;
                false
            }
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contacts {
    pub(crate) email: Channel,
    pub(crate) phone: Channel,
    pub(crate) control_word: Option<String>,
}

impl Contacts {
    pub(super) const fn channel(&mut self, contact: Contact) -> &mut Channel {
        match contact {
            Contact::Email => &mut self.email,
            Contact::Phone => &mut self.phone,
        }
    }

    /// Where the letter goes if these are the address and the word, and recovery was set up: both contacts confirmed and a
    /// control word set. Addresses are compared without regard to case, words exactly.
    pub(super) fn recovers_with(&self, email: &str, word: &str) -> Option<String> {
        self.phone.confirmed.as_ref()?;
        let address = self.email.confirmed.as_ref()?;
        let is_right =
            address.eq_ignore_ascii_case(email.trim()) && self.control_word.as_deref() == Some(word);
        is_right.then(|| address.clone())
    }
}

impl Entrance {
    /// A new address or number, to be confirmed by the code that is sent to it.
    pub(crate) fn set_contact(&mut self, inn: &str, contact: Contact, to: &str, now: Timestamp) {
        let Some(account) = self.accounts.get_mut(inn) else { return };
        self.made += 1;
        let code = captcha::digits(self.made);
        account.contacts.channel(contact).propose(to, &code);
        account.letters.push(Letter::code(now, contact, to, &code));
    }

    pub(crate) fn confirm_contact(&mut self, inn: &str, contact: Contact, code: &str) -> bool {
        self.accounts.get_mut(inn).is_some_and(|account| account.contacts.channel(contact).confirm(code))
    }

    pub(crate) fn set_control_word(&mut self, inn: &str, word: &str) {
        if let Some(account) = self.accounts.get_mut(inn) {
            account.contacts.control_word = Some(word.to_owned());
        }
    }
}

async fn contacts(State(world): State<Arc<World>>, who: Who) -> Response {
    let state = world.lock();
    let Some(account) = state.entrance.account(who.inn()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let told = |channel: &Channel| json!({ "confirmed": channel.confirmed, "pending": channel.pending() });
    let contacts = &account.contacts;
    let answer = json!({
        "email": told(&contacts.email), "phone": told(&contacts.phone),
        "controlWordSet": contacts.control_word.is_some(),
    });
    answer::json(StatusCode::OK, &answer)
}

#[derive(Deserialize)]
struct NewEmail {
    address: String,
}

async fn email(State(world): State<Arc<World>>, who: Who, bytes: Bytes) -> Result<Response, Wrong> {
    let new: NewEmail = body(&bytes)?;
    let wrong = |_| Wrong::Field("address", "Это не адрес электронной почты");
    let address = Email::parse(&new.address).map_err(wrong)?;
    Ok(propose(&world, &who, Contact::Email, address.as_str()))
}

#[derive(Deserialize)]
struct NewPhone {
    number: String,
}

async fn phone(State(world): State<Arc<World>>, who: Who, bytes: Bytes) -> Result<Response, Wrong> {
    let new: NewPhone = body(&bytes)?;
    let number = Phone::parse(&new.number).map_err(|_| Wrong::Field("number", "Это не номер телефона"))?;
    Ok(propose(&world, &who, Contact::Phone, number.as_str()))
}

fn propose(world: &World, who: &Who, contact: Contact, to: &str) -> Response {
    let mut state = world.lock();
    let now = state.clock.now();
    state.entrance.set_contact(who.inn(), contact, to, now);
    answer::done()
}

#[derive(Deserialize)]
struct NewWord {
    word: String,
}

async fn control_word(State(world): State<Arc<World>>, who: Who, bytes: Bytes) -> Result<Response, Wrong> {
    let NewWord { word: new } = body(&bytes)?;
    if new.trim().is_empty() || new.chars().count() > WORD_MAX {
        return Err(Wrong::Field("word", "Контрольное слово пустое или слишком длинное"));
    }
    world.lock().entrance.set_control_word(who.inn(), &new);
    Ok(answer::done())
}

#[derive(Deserialize)]
struct Confirmation {
    contact: Contact,
    code: String,
}

async fn confirm(State(world): State<Arc<World>>, who: Who, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Confirmation = body(&bytes)?;
    Ok(if world.lock().entrance.confirm_contact(who.inn(), asked.contact, &asked.code) {
        answer::done()
    } else {
        answer::coded(StatusCode::BAD_REQUEST, "contact.wrong-code", "Неверный код", &json!(null))
    })
}
