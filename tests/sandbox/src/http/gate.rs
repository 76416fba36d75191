//! Every call of the service passes here: who asks is found out, faults strike, the log is written.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest as _, Multipart, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use fl_domain::Timestamp;
use serde::Deserialize;

use super::{OWN_PREFIX, answer, auth, scripted, sending::Unending};
use crate::{
    clock::seconds_until,
    faults::{Fault, FaultKind},
    sessions::Access,
    world::World,
};

/// No request of this dialect is larger, and no page of an answer. In bytes.
pub(crate) const BODY_MAX: usize = 24 << 20;

/// The fields of a token request; `None` if it is not multipart.
#[derive(Clone, Debug)]
pub(super) struct TokenForm(pub(super) Option<BTreeMap<String, String>>);

/// What strikes one request.
struct Strike {
    wait: Duration,
    instead: Option<Response>,
    truncated: bool,
}

pub(super) async fn gate(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let method = request.method().to_string();
    let path = request.uri().path().to_owned();
    if path.starts_with("/sandbox/") {
        return next.run(request).await;
    }
    let (request, inn) = identify(&world, request).await;
    let strike = strike(&world, &path, inn.as_deref());
    if !strike.wait.is_zero() {
        tokio::time::sleep(strike.wait).await;
    }
    let mut response = if let Some(response) = strike.instead {
        response
    } else {
        let response = scripted::answered(&world, request, inn.as_deref(), next).await;
        answered(&world, inn.as_deref(), response)
    };
    if strike.truncated && response.extensions().get::<Unending>().is_none() {
        response = truncate(response).await;
    }
    let dropped = response.extensions().get::<answer::Dropped>().is_some();
    let status = (!dropped).then(|| response.status().as_u16());
    world.lock().log(method, path, status);
    response
}

/// What is done is done, but the answer may be lost.
fn answered(world: &World, inn: Option<&str>, response: Response) -> Response {
    let mut state = world.lock();
    let now = state.clock.now();
    if state.faults.take(FaultKind::AnswerLost, inn, now).is_some() { answer::dropped() } else { response }
}

fn strike(world: &World, path: &str, inn: Option<&str>) -> Strike {
    let mut state = world.lock();
    let now = state.clock.now();
    let mut hits = |kind| state.faults.hitting(kind, inn, now);
    let slow = match hits(FaultKind::Slow) {
        Some(Fault::Slow(by)) => by,
        _ => Duration::ZERO,
    };
    let is_page = path == "/lkfl/login";
    let is_lost = state.faults.take(FaultKind::RequestLost, inn, now).is_some();
    let mut hits = |kind| state.faults.hitting(kind, inn, now);
    let instead = if is_lost || hits(FaultKind::Offline).is_some() {
        Some(answer::dropped())
    } else if let Some(Fault::Closed { until }) = hits(FaultKind::Closed) {
        Some(closed(until, now))
    } else if hits(FaultKind::ServerError).is_some() {
        Some(answer::message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error"))
    } else if !is_page && hits(FaultKind::HtmlInsteadOfJson).is_some() {
        Some(answer::proxy_page())
    } else {
        None
    };
    let truncated = hits(FaultKind::Truncated).is_some();
    Strike { wait: world.delay.saturating_add(slow), instead, truncated }
}

/// Seconds, since a date would be the sandbox clock's and clients have their own.
fn closed(until: Option<Timestamp>, now: Timestamp) -> Response {
    let mut response = answer::closed_page();
    if let Some(until) = until {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds_until(until, now)));
    }
    response
}

async fn truncate(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // What is sent is announced: a client cannot tell from the length that something is missing.
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(bytes.slice(..bytes.len() / 2)))
}

/// Whose request this is, if it says so; a token request's form is read on the way and put among the extensions.
async fn identify(world: &Arc<World>, mut request: Request) -> (Request, Option<String>) {
    if request.uri().path() == auth::TOKEN_PATH {
        let (parts, body) = request.into_parts();
        let form = match to_bytes(body, BODY_MAX).await {
            Ok(bytes) => form(Request::from_parts(parts.clone(), Body::from(bytes))).await,
            Err(_) => None,
        };
        let inn = form.as_ref().and_then(|form| owner(world, form));
        let mut request = Request::from_parts(parts, Body::empty());
        request.extensions_mut().insert(TokenForm(form));
        return (request, inn);
    }
    let inn = match bearer(request.headers()) {
        Some(token) => {
            let state = world.lock();
            match state.sessions.access(token, state.clock.now()) {
                Access::Valid { inn, .. } | Access::Expired(inn) => Some(inn),
                Access::Unknown => None,
            }
        }
        None if request.uri().path().starts_with(OWN_PREFIX) => {
            let (parts, body) = request.into_parts();
            let Ok(bytes) = to_bytes(body, BODY_MAX).await else {
                return (Request::from_parts(parts, Body::empty()), None);
            };
            let inn = named(world, &bytes);
            request = Request::from_parts(parts, Body::from(bytes));
            inn
        }
        None => auth::captcha_user(request.uri()),
    };
    request.extensions_mut().insert(Caller(inn.clone()));
    (request, inn)
}

/// Whom a call without a session is about: by INN, by a letter's link, by a code of the broker.
fn named(world: &World, body: &[u8]) -> Option<String> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Names {
        inn: Option<String>,
        token: Option<String>,
        code: Option<String>,
    }
    let names: Names = serde_json::from_slice(body).unwrap_or_default();
    let state = world.lock();
    let by_link = || state.entrance.link_owner(names.token.as_deref()?);
    let by_code = || state.entrance.broker.owner(names.code.as_deref()?);
    names.inn.clone().or_else(by_link).or_else(by_code)
}

/// Who asks, for handlers behind the gate.
#[derive(Clone, Debug)]
pub(super) struct Caller(pub(super) Option<String>);

async fn form(request: Request) -> Option<BTreeMap<String, String>> {
    let mut multipart = Multipart::from_request(request, &()).await.ok()?;
    let mut fields = BTreeMap::new();
    while let Some(field) = multipart.next_field().await.ok()? {
        let name = field.name()?.to_owned();
        fields.insert(name, field.text().await.ok()?);
    }
    Some(fields)
}

fn owner(world: &World, form: &BTreeMap<String, String>) -> Option<String> {
    match form.get("refresh_token") {
        Some(token) => world.lock().sessions.refresh_owner(token),
        None => form.get("username").cloned(),
    }
}

/// The token of `Authorization: Bearer`; the scheme in any case (RFC 9110, 11.1).
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// One parameter of a query.
pub(crate) fn query_parameter(uri: &Uri, name: &str) -> Option<String> {
    let pairs = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(uri).ok()?;
    pairs.0.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
}
