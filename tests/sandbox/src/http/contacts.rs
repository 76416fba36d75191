//! Contacts and sign-ins, as the project's own contract has them.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use fl_domain::{
    access::{Email, Phone},
    service::Contact,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    answer::{self, Wrong, body},
    who::Who,
};
use crate::{access::Channel, world::World};

/// More rows than that are not answered.
const SIGN_INS_MAX: usize = 100;
/// Longer control words are refused (our own). In characters.
const WORD_MAX: usize = 100;

pub(super) async fn contacts(State(world): State<Arc<World>>, who: Who) -> Response {
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

pub(super) async fn email(
    State(world): State<Arc<World>>,
    who: Who,
    bytes: Bytes,
) -> Result<Response, Wrong> {
    let new: NewEmail = body(&bytes)?;
    let wrong = |_| Wrong::Field("address", "Это не адрес электронной почты");
    let address = Email::parse(&new.address).map_err(wrong)?;
    Ok(propose(&world, &who, Contact::Email, address.as_str()))
}

#[derive(Deserialize)]
struct NewPhone {
    number: String,
}

pub(super) async fn phone(
    State(world): State<Arc<World>>,
    who: Who,
    bytes: Bytes,
) -> Result<Response, Wrong> {
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

pub(super) async fn control_word(
    State(world): State<Arc<World>>,
    who: Who,
    bytes: Bytes,
) -> Result<Response, Wrong> {
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

pub(super) async fn confirm(
    State(world): State<Arc<World>>,
    who: Who,
    bytes: Bytes,
) -> Result<Response, Wrong> {
    let asked: Confirmation = body(&bytes)?;
    Ok(if world.lock().entrance.confirm_contact(who.inn(), asked.contact, &asked.code) {
        answer::done()
    } else {
        answer::coded(StatusCode::BAD_REQUEST, "contact.wrong-code", "Неверный код", &json!(null))
    })
}

pub(super) async fn sign_ins(State(world): State<Arc<World>>, who: Who) -> Response {
    let state = world.lock();
    let rows: Vec<Value> = state
        .sessions
        .history(who.inn())
        .take(SIGN_INS_MAX)
        .map(|sign_in| {
            json!({
                "id": sign_in.id, "at": sign_in.at, "way": sign_in.way, "device": sign_in.device,
                "place": sign_in.place, "current": sign_in.session == who.session, "open": sign_in.is_open,
            })
        })
        .collect();
    answer::json(StatusCode::OK, &json!({ "content": rows }))
}

#[derive(Deserialize)]
struct Disown {
    id: String,
}

pub(super) async fn disown(
    State(world): State<Arc<World>>,
    who: Who,
    bytes: Bytes,
) -> Result<Response, Wrong> {
    let asked: Disown = body(&bytes)?;
    if world.lock().sessions.disown(who.inn(), &asked.id) {
        Ok(answer::done())
    } else {
        Err(Wrong::Call("Такого входа не было"))
    }
}
