//! Passwords and their recovery, as the project's own contract has them.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use fl_domain::{Date, Inn, access::PasswordPolicy};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    answer::{self, Wrong, body},
    who::Who,
};
use crate::{
    access::{Attempt, Changed, LETTER_MINUTES, LinkState, Password, SetByLink},
    clock::{day, seconds_until},
    world::World,
};

#[derive(Serialize)]
struct Status {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Date>,
}

pub(super) async fn status(State(world): State<Arc<World>>, who: Who) -> Response {
    let state = world.lock();
    let Some(account) = state.entrance.account(who.inn()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let status = match &account.password {
        Password::Primary { issued, confirmed, .. } => {
            Status { kind: "primary", issued: Some(day(*issued)), confirmed: Some(*confirmed), changed: None }
        }
        Password::Own { changed, .. } => {
            Status { kind: "own", issued: None, confirmed: None, changed: Some(*changed) }
        }
        Password::Absent => Status { kind: "absent", issued: None, confirmed: None, changed: None },
    };
    answer::json(StatusCode::OK, &status)
}

/// A policy as it stands on the wire.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WirePolicy {
    min_length: u32,
    specials: String,
    required: Vec<fl_domain::access::CharacterClass>,
}

impl From<&PasswordPolicy> for WirePolicy {
    fn from(policy: &PasswordPolicy) -> Self {
        let PasswordPolicy { min_length, specials, required } = policy.clone();
        Self { min_length, specials, required }
    }
}

impl From<WirePolicy> for PasswordPolicy {
    fn from(wire: WirePolicy) -> Self {
        Self { min_length: wire.min_length, specials: wire.specials, required: wire.required }
    }
}

pub(super) async fn policy(State(world): State<Arc<World>>) -> Response {
    answer::json(StatusCode::OK, &WirePolicy::from(&world.lock().entrance.policy))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    old_password: Option<String>,
    new_password: String,
}

pub(super) async fn change(
    State(world): State<Arc<World>>,
    who: Who,
    bytes: Bytes,
) -> Result<Response, Wrong> {
    let change: Change = body(&bytes)?;
    let mut state = world.lock();
    let today = state.clock.today();
    let old = change.old_password.as_deref();
    Ok(match state.entrance.change(who.inn(), old, &change.new_password, today) {
        Changed::Done => answer::done(),
        Changed::OldWrong => answer::coded(
            StatusCode::BAD_REQUEST,
            "password.old-wrong",
            "Неверный текущий пароль",
            &json!(null),
        ),
        Changed::Refused(words) => refused(&words),
    })
}

fn refused(words: &str) -> Response {
    answer::coded(StatusCode::UNPROCESSABLE_ENTITY, "password.refused", words, &json!(null))
}

pub(super) async fn confirm(State(world): State<Arc<World>>, who: Who) -> Response {
    if world.lock().entrance.confirm_password(who.inn()) {
        answer::done()
    } else {
        answer::invalid("Первичного пароля нет: подтверждать нечего")
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recovery {
    inn: String,
    email: Option<String>,
    control_word: Option<String>,
}

/// A person's INN; one with wrong check digits is not looked at and costs no attempt.
fn person(inn: &str) -> Result<String, Wrong> {
    match Inn::parse_person(inn) {
        Ok(inn) => Ok(inn.as_str().to_owned()),
        Err(_) => Err(Wrong::Field("inn", "Такого ИНН не бывает")),
    }
}

pub(super) async fn form(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Recovery = body(&bytes)?;
    let inn = person(&asked.inn)?;
    let mut state = world.lock();
    let now = state.clock.now();
    let standing = state.entrance.recovery_standing(&inn, now);
    let left = if standing.blocked_until.is_some() { 0 } else { standing.attempts_left };
    let blocked = standing.blocked_until.map(|until| seconds_until(until, now));
    let form =
        json!({ "fields": ["email", "control-word"], "attemptsLeft": left, "blockedSeconds": blocked });
    Ok(answer::json(StatusCode::OK, &form))
}

pub(super) async fn recover(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Recovery = body(&bytes)?;
    let inn = person(&asked.inn)?;
    let (Some(email), Some(control_word)) = (&asked.email, &asked.control_word) else {
        return Err(Wrong::Call("Нужны адрес и контрольное слово"));
    };
    let mut state = world.lock();
    let now = state.clock.now();
    Ok(match state.entrance.recover(&inn, email, control_word, now) {
        Attempt::Right => answer::json(StatusCode::OK, &json!({ "sent": true, "minutes": LETTER_MINUTES })),
        Attempt::Wrong { attempts_left } => answer::coded(
            StatusCode::BAD_REQUEST,
            "recovery.mismatch",
            "Данные не совпадают",
            &json!({ "attemptsLeft": attempts_left }),
        ),
        Attempt::Blocked { seconds } => answer::coded(
            StatusCode::TOO_MANY_REQUESTS,
            "recovery.blocked",
            "Восстановление заблокировано",
            &json!({ "seconds": seconds }),
        ),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ByLink {
    token: String,
    new_password: Option<String>,
}

pub(super) async fn link(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: ByLink = body(&bytes)?;
    let state = world.lock();
    Ok(match state.entrance.link(&asked.token, state.clock.now()) {
        LinkState::Good(inn) => {
            let policy = WirePolicy::from(&state.entrance.policy);
            answer::json(StatusCode::OK, &json!({ "inn": inn, "policy": policy }))
        }
        other => spent(&other),
    })
}

fn spent(link: &LinkState) -> Response {
    let (code, words) = match link {
        LinkState::Used => ("recovery.link-used", "Ссылкой уже воспользовались"),
        LinkState::Stale | LinkState::Good(_) => ("recovery.link-stale", "Ссылка устарела"),
    };
    answer::coded(StatusCode::GONE, code, words, &json!(null))
}

pub(super) async fn set(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: ByLink = body(&bytes)?;
    let new = asked.new_password.as_deref().ok_or(Wrong::Call("Нужен новый пароль"))?;
    let mut state = world.lock();
    let now = state.clock.now();
    Ok(match state.entrance.set_by_link(&asked.token, new, now) {
        SetByLink::Done(inn) => {
            state.sessions.revoke(&inn);
            answer::done()
        }
        SetByLink::Refused(words) => refused(&words),
        SetByLink::Link(link) => spent(&link),
    })
}
