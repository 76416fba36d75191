//! `/sandbox/…`: the strings, for drivers that are not written in Rust. Described in the README beside this crate.

use std::{sync::Arc, time::Duration};

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use fl_domain::{Money, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{answer, steering_access, steering_answers};
use crate::{
    control::Control,
    faults::{Fault, FaultKind, Scope},
    ledger::NewOperation,
    world::World,
};

#[derive(Clone)]
pub(super) struct Desk {
    pub(super) control: Control,
    world: Arc<World>,
    profile: Arc<str>,
}

pub(super) fn router(control: Control, world: Arc<World>, profile: String) -> Router {
    Router::new()
        .route("/sandbox/state", get(state))
        .route("/sandbox/profile", get(profile_file))
        .route("/sandbox/faults", post(set_fault).delete(clear_faults))
        .route("/sandbox/clock", post(advance))
        .route("/sandbox/operations", post(add_operation))
        .route("/sandbox/revoke", post(revoke))
        .route("/sandbox/expire", post(expire))
        .route("/sandbox/requests", get(requests).delete(clear_requests))
        .merge(steering_access::routes())
        .merge(steering_answers::routes())
        .with_state(Desk { control, world, profile: profile.into() })
}

async fn state(State(desk): State<Desk>) -> Response {
    answer::json(StatusCode::OK, &described(&desk))
}

fn described(desk: &Desk) -> Value {
    let digits = |inn: &str| desk.control.captcha_digits(inn);
    let card = |person: &crate::people::Person| {
        let card = &person.card;
        json!({
            "key": card.key, "inn": card.inn, "password": card.password, "captcha_digits": digits(&card.inn),
            "email": card.email, "phone": card.phone, "control_word": card.control_word,
            "title_en": card.title_en, "title_ru": card.title_ru,
        })
    };
    let taxpayers: Vec<_> = desk.world.people.iter().map(card).collect();
    let faults: Vec<_> =
        desk.control.active().iter().map(|(scope, fault)| described_fault(scope, *fault)).collect();
    json!({
        "now": desk.control.now(), "client_id": desk.world.client_id, "client_secret": desk.world.client_secret,
        "faults": faults, "taxpayers": taxpayers,
    })
}

fn described_fault(scope: &Scope, fault: Fault) -> Value {
    let scope = match scope {
        Scope::Everyone => None,
        Scope::Taxpayer(inn) => Some(inn),
    };
    let mut told = json!({ "fault": fault.kind(), "scope": scope });
    match fault {
        Fault::Slow(by) => told["milliseconds"] = json!(by.as_millis()),
        Fault::Closed { until } => told["until"] = json!(until),
        _ => {}
    }
    told
}

async fn profile_file(State(desk): State<Desk>) -> String {
    desk.profile.to_string()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultOrder {
    fault: FaultKind,
    /// An INN or a key; everyone if it is missing.
    scope: Option<String>,
    /// For `slow`.
    milliseconds: Option<u64>,
    /// For `closed`.
    until: Option<Timestamp>,
    /// Off again after so many seconds of the sandbox clock.
    for_seconds: Option<u64>,
}

async fn set_fault(State(desk): State<Desk>, Json(order): Json<FaultOrder>) -> Response {
    let scope = match &order.scope {
        None => Scope::Everyone,
        Some(text) => match desk.control.inn(text) {
            Some(inn) => Scope::Taxpayer(inn),
            None => return nobody(),
        },
    };
    let fault = match order.fault {
        FaultKind::Offline => Fault::Offline,
        FaultKind::Slow => match order.milliseconds {
            Some(milliseconds) => Fault::Slow(Duration::from_millis(milliseconds)),
            None => return answer::invalid("slow needs milliseconds"),
        },
        FaultKind::ServerError => Fault::ServerError,
        FaultKind::Closed => Fault::Closed { until: order.until },
        FaultKind::Truncated => Fault::Truncated,
        FaultKind::HtmlInsteadOfJson => Fault::HtmlInsteadOfJson,
        FaultKind::ExpiredInXml => Fault::ExpiredInXml,
        FaultKind::RefreshWithoutToken => Fault::RefreshWithoutToken,
        FaultKind::RefreshAnswerLost => Fault::RefreshAnswerLost,
        FaultKind::AnswerLost => Fault::AnswerLost,
        FaultKind::RequestLost => Fault::RequestLost,
        FaultKind::AnsweredTwice => Fault::AnsweredTwice,
        FaultKind::KeysForgotten => Fault::KeysForgotten,
    };
    match order.for_seconds {
        Some(seconds) => desk.control.set_for(fault, scope, Duration::from_secs(seconds)),
        None => desk.control.set(fault, scope),
    }
    state(State(desk)).await
}

async fn clear_faults(State(desk): State<Desk>) -> Response {
    desk.control.clear_all();
    state(State(desk)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockOrder {
    advance_seconds: u64,
}

async fn advance(State(desk): State<Desk>, Json(order): Json<ClockOrder>) -> Response {
    desk.control.advance(Duration::from_secs(order.advance_seconds));
    state(State(desk)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OperationOrder {
    /// An INN or a key.
    taxpayer: String,
    /// Roubles, as a text.
    amount: Money,
    description: Option<String>,
    kind: Option<String>,
    tax: Option<String>,
    source: Option<String>,
}

async fn add_operation(State(desk): State<Desk>, Json(order): Json<OperationOrder>) -> Response {
    let Some(inn) = desk.control.inn(&order.taxpayer) else { return nobody() };
    let plain = NewOperation::payment(order.amount);
    let operation = NewOperation {
        amount: order.amount,
        description: order.description.unwrap_or(plain.description),
        kind: order.kind.unwrap_or(plain.kind),
        tax: order.tax.unwrap_or(plain.tax),
        source: order.source.unwrap_or(plain.source),
    };
    desk.control.add_operation(&inn, operation);
    StatusCode::NO_CONTENT.into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaxpayerOrder {
    /// An INN or a key.
    taxpayer: String,
}

async fn revoke(State(desk): State<Desk>, Json(order): Json<TaxpayerOrder>) -> Response {
    let Some(inn) = desk.control.inn(&order.taxpayer) else { return nobody() };
    desk.control.revoke(&inn);
    StatusCode::NO_CONTENT.into_response()
}

async fn expire(State(desk): State<Desk>, Json(order): Json<TaxpayerOrder>) -> Response {
    let Some(inn) = desk.control.inn(&order.taxpayer) else { return nobody() };
    desk.control.expire_access(&inn);
    StatusCode::NO_CONTENT.into_response()
}

async fn requests(State(desk): State<Desk>) -> Response {
    answer::json(StatusCode::OK, &desk.control.requests())
}

async fn clear_requests(State(desk): State<Desk>) -> Response {
    desk.control.clear_requests();
    StatusCode::NO_CONTENT.into_response()
}

pub(super) fn nobody() -> Response {
    answer::message(StatusCode::NOT_FOUND, "no such taxpayer")
}
