//! `/sandbox/…` about getting in: letters, links, sessions, Gosuslugi, the policy.

use axum::{
    Json, Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    answer,
    steering::{Desk, nobody},
};
use crate::service::WirePolicy;

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route("/sandbox/letters", get(letters))
        .route("/sandbox/recovery", get(recovery))
        .route("/sandbox/sign-ins", get(sign_ins).post(sign_in_elsewhere))
        .route("/sandbox/password", post(password))
        .route("/sandbox/policy", get(policy).put(set_policy))
        .route("/sandbox/lost-answers", post(lose_answers))
        .route("/sandbox/esia/agree", post(agree))
        .route("/sandbox/esia/deny", post(deny))
}

#[derive(Deserialize)]
struct Of {
    /// An INN or a key.
    taxpayer: String,
}

async fn letters(State(desk): State<Desk>, Query(of): Query<Of>) -> Response {
    match desk.control.inn(&of.taxpayer) {
        Some(inn) => answer::json(StatusCode::OK, &desk.control.letters(&inn)),
        None => nobody(),
    }
}

/// Also of an INN that nobody has: attempts are counted for it too.
async fn recovery(State(desk): State<Desk>, Query(of): Query<Of>) -> Response {
    let inn = desk.control.inn(&of.taxpayer).unwrap_or(of.taxpayer);
    answer::json(StatusCode::OK, &desk.control.recovery_standing(&inn))
}

async fn sign_ins(State(desk): State<Desk>, Query(of): Query<Of>) -> Response {
    match desk.control.inn(&of.taxpayer) {
        Some(inn) => answer::json(StatusCode::OK, &desk.control.sign_ins(&inn)),
        None => nobody(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Elsewhere {
    /// An INN or a key.
    taxpayer: String,
    device: Option<String>,
    place: Option<String>,
}

async fn sign_in_elsewhere(State(desk): State<Desk>, Json(order): Json<Elsewhere>) -> Response {
    let device = order.device.as_deref().unwrap_or("Чужое устройство");
    let place = order.place.as_deref().unwrap_or("Чужбинск");
    let inn = desk.control.inn(&order.taxpayer);
    match inn.and_then(|inn| desk.control.sign_in_elsewhere(&inn, device, place)) {
        Some(id) => answer::json(StatusCode::OK, &json!({ "id": id })),
        None => nobody(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Guess {
    /// An INN or a key.
    taxpayer: String,
    password: String,
}

async fn password(State(desk): State<Desk>, Json(guess): Json<Guess>) -> Response {
    match desk.control.inn(&guess.taxpayer) {
        Some(inn) => {
            let is = desk.control.password_is(&inn, &guess.password);
            answer::json(StatusCode::OK, &json!({ "is": is }))
        }
        None => nobody(),
    }
}

async fn policy(State(desk): State<Desk>) -> Response {
    answer::json(StatusCode::OK, &WirePolicy::from(&desk.control.policy()))
}

async fn set_policy(State(desk): State<Desk>, Json(order): Json<WirePolicy>) -> Response {
    desk.control.set_policy(order.into());
    policy(State(desk)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Loss {
    /// The end of the path.
    path: String,
    times: u32,
}

async fn lose_answers(State(desk): State<Desk>, Json(order): Json<Loss>) -> Response {
    desk.control.lose_answers(&order.path, order.times);
    StatusCode::NO_CONTENT.into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Agreement {
    /// The page that the broker named.
    url: String,
    /// An INN or a key.
    who: String,
}

async fn agree(State(desk): State<Desk>, Json(order): Json<Agreement>) -> Response {
    redirect(desk.control.esia_agree(&order.url, &order.who))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Denial {
    /// The page that the broker named.
    url: String,
}

async fn deny(State(desk): State<Desk>, Json(order): Json<Denial>) -> Response {
    redirect(desk.control.esia_deny(&order.url))
}

fn redirect(to: Option<String>) -> Response {
    match to {
        Some(url) => answer::json(StatusCode::OK, &json!({ "redirect": url })),
        None => answer::message(StatusCode::NOT_FOUND, "no such page, or no such taxpayer"),
    }
}
