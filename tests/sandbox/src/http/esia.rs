//! The broker to Gosuslugi, and a page in its place.

use std::{fmt::Write as _, sync::Arc};

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use fl_domain::service::SignInWay;
use serde::Deserialize;
use serde_json::json;

use super::{
    answer::{self, Wrong, body},
    auth,
    gate::query_parameter,
};
use crate::{access::Unwelcome, world::World};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Begin {
    redirect_url: String,
    code_challenge: String,
    state: String,
}

pub(super) async fn url(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Begin = body(&bytes)?;
    let mut state = world.lock();
    let now = state.clock.now();
    let Begin { redirect_url, code_challenge, state: echoed } = asked;
    Ok(match state.entrance.broker.begin(&redirect_url, &code_challenge, &echoed, now) {
        Some(page) => {
            let url = format!("{}/esia/authorize?request={page}", world.base_url);
            answer::json(StatusCode::OK, &json!({ "url": url }))
        }
        None => answer::invalid("The redirect is no app's, or the challenge no S256"),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Exchange {
    redirect_url: String,
    code: String,
    state: String,
    code_verifier: String,
}

pub(super) async fn exchange(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Wrong> {
    let asked: Exchange = body(&bytes)?;
    let mut state = world.lock();
    let now = state.clock.now();
    let Exchange { redirect_url, code, state: echoed, code_verifier } = asked;
    let owner = state.entrance.broker.exchange(&code, &redirect_url, &echoed, &code_verifier, now);
    let Some(inn) = owner else {
        let words = "Код недействителен или устарел";
        return Ok(answer::coded(StatusCode::BAD_REQUEST, "esia.code-refused", words, &json!(null)));
    };
    Ok(match state.entrance.welcome(&inn, now) {
        Ok(()) => {
            let mut tokens = auth::begin(&world, &mut state, &inn, SignInWay::Esia, &headers);
            tokens.insert("inn".to_owned(), json!(inn));
            answer::json(StatusCode::OK, &tokens)
        }
        Err(Unwelcome::Forming { seconds }) => answer::coded(
            StatusCode::CONFLICT,
            "esia.forming",
            "Личный кабинет формируется",
            &json!({ "seconds": seconds }),
        ),
        Err(Unwelcome::ByPost) => answer::coded(
            StatusCode::FORBIDDEN,
            "esia.not-confirmed",
            "Личность подтверждена не при личном посещении",
            &json!(null),
        ),
    })
}

/// The page: whoever looks at it chooses who they are, as nobody can sign in to Gosuslugi here.
pub(super) async fn authorize(State(world): State<Arc<World>>, uri: Uri) -> Response {
    let page = query_parameter(&uri, "request").unwrap_or_default();
    {
        let state = world.lock();
        if !state.entrance.broker.waits(&page, state.clock.now()) {
            return gone();
        }
    }
    let mut rows = String::new();
    for person in &world.people {
        // Names and keys are this crate's own and need no escaping; the page's name was just found among our own.
        let _ = writeln!(
            rows,
            "<li><a href=\"/esia/agree?request={page}&amp;who={key}\">agree</a> as {key}: {name}</li>",
            key = person.card.key,
            name = person.name,
        );
    }
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sandbox, not Gosuslugi</title></head>\n\
         <body><h1>This is not Gosuslugi</h1>\n\
         <p>It is a double for tests on this machine: people are made up. Never type a real password.</p>\n\
         <p lang=\"ru\">Это не Госуслуги, а их двойник для проверок. Не вводите настоящий пароль.</p>\n\
         <ul>\n{rows}</ul>\n<p><a href=\"/esia/deny?request={page}\">deny</a></p>\n</body></html>\n"
    );
    (StatusCode::OK, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

pub(super) async fn agree(State(world): State<Arc<World>>, uri: Uri) -> Response {
    let parameter = |name| query_parameter(&uri, name).unwrap_or_default();
    back(world.esia_agree(&parameter("request"), &parameter("who")))
}

pub(super) async fn deny(State(world): State<Arc<World>>, uri: Uri) -> Response {
    back(world.esia_deny(&query_parameter(&uri, "request").unwrap_or_default()))
}

fn back(redirect: Option<String>) -> Response {
    match redirect {
        Some(url) => (StatusCode::SEE_OTHER, [(header::LOCATION, url)]).into_response(),
        None => gone(),
    }
}

fn gone() -> Response {
    answer::message(StatusCode::GONE, "This page was answered, or nobody asked for it")
}
