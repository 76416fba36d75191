//! What comes with a key is done at most once: the key, what it came with and its answer are kept for ever, or until the service
//! forgets them by a fault.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{FromRequestParts as _, Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
    routing::post,
};
use fl_domain::{Timestamp, service::OnceKey};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    faults::FaultKind,
    http::{
        BODY_MAX,
        answer::{self, Wrong, body},
        who::Who,
    },
    world::World,
};

const KEY: &str = "idempotency-key";

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new().route("/outbox/fate", post(fate))
}

/// Whose, and which.
type Name = (String, OnceKey);

/// All keys that are remembered.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    held: HashMap<Name, Held>,
    /// Since when nothing was forgotten; `None`: never.
    known_since: Option<Timestamp>,
    /// Every key under which something was done, in order, whatever was forgotten: for tests.
    done: Vec<Name>,
}

#[derive(Clone, Debug)]
struct Held {
    /// Path and body: the same key with other content is refused.
    content: Vec<u8>,
    /// `None` while it is worked at.
    answered: Option<Answered>,
}

#[derive(Clone, Debug)]
struct Answered {
    at: Timestamp,
    status: StatusCode,
    content_type: Option<HeaderValue>,
    body: Bytes,
}

impl Keys {
    /// A restart that lost what was known.
    pub(crate) fn forget(&mut self, now: Timestamp) {
        self.held.clear();
        self.known_since = Some(now);
    }

    /// Under which keys something was done for this taxpayer, in order.
    pub(crate) fn done(&self, inn: &str) -> Vec<OnceKey> {
        self.done.iter().filter(|(whose, _)| whose == inn).map(|(_, key)| *key).collect()
    }
}

impl Answered {
    fn response(self) -> Response {
        let mut response = (self.status, self.body).into_response();
        response.headers_mut().remove(header::CONTENT_TYPE);
        if let Some(content_type) = self.content_type {
            response.headers_mut().insert(header::CONTENT_TYPE, content_type);
        }
        response
    }
}

/// What is done once, by the end of its path: without a key it is not done at all.
const ONCE: [&str; 4] = ["/contacts/email", "/contacts/phone", "/sign-ins/disown", "/pattern"];

/// Every call of the own contract passes here.
pub(super) async fn once(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let Some(key) = request.headers().get(KEY).cloned() else {
        let path = request.uri().path();
        if request.headers().contains_key(header::AUTHORIZATION) && ONCE.iter().any(|end| path.ends_with(end))
        {
            return Wrong::Call("This is done only under a key").into_response();
        }
        return next.run(request).await;
    };
    let Some(key) = read(&key) else { return Wrong::Call("The key is not one").into_response() };
    let (mut parts, body) = request.into_parts();
    // Whoever has no session is told so by the call itself.
    let Ok(who) = Who::from_request_parts(&mut parts, &world).await else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    let Ok(body) = to_bytes(body, BODY_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let name = (who.inn().to_owned(), key);
    let twice = {
        let mut state = world.lock();
        let now = state.clock.now();
        state.faults.take(FaultKind::AnsweredTwice, Some(&name.0), now).is_some()
    };
    // It comes a second time, and only the second answer gets through.
    if twice {
        drop(delivered(&world, &name, &parts, &body, next.clone()).await);
    }
    delivered(&world, &name, &parts, &body, next).await
}

/// One delivery: done, or answered as it was.
async fn delivered(world: &Arc<World>, name: &Name, parts: &Parts, body: &Bytes, next: Next) -> Response {
    let content = [parts.uri.path().as_bytes(), b"\n", &content_of(parts, body)].concat();
    {
        let mut state = world.lock();
        match state.keys.held.get(name) {
            Some(held) if held.content != content => {
                let words = "Ключ уже был у другого запроса";
                return answer::coded(StatusCode::CONFLICT, "outbox.other-content", words, &Value::Null);
            }
            Some(Held { answered: None, .. }) => {
                let words = "Запрос ещё выполняется";
                return answer::coded(StatusCode::CONFLICT, "outbox.in-work", words, &Value::Null);
            }
            Some(Held { answered: Some(answered), .. }) => return answered.clone().response(),
            None => {
                state.keys.held.insert(name.clone(), Held { content, answered: None });
            }
        }
    }
    let work = Work { world, name };
    let mut request = Request::new(Body::from(body.clone()));
    *request.method_mut() = parts.method.clone();
    *request.uri_mut() = parts.uri.clone();
    request.headers_mut().clone_from(&parts.headers);
    *request.extensions_mut() = parts.extensions.clone();
    let (head, body) = next.run(request).await.into_parts();
    let Ok(body) = to_bytes(body, BODY_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let status = head.status;
    let content_type = head.headers.get(header::CONTENT_TYPE).cloned();
    work.ends(status, content_type, &body);
    Response::from_parts(head, Body::from(body))
}

/// What came, without the boundary of its parts: each delivery has another one.
fn content_of(parts: &Parts, body: &[u8]) -> Vec<u8> {
    let media = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let boundary =
        media.filter(|media| media.starts_with("multipart/")).and_then(|media| media.split_once("boundary="));
    let Some((_, boundary)) = boundary else { return body.to_vec() };
    let boundary = boundary.trim_matches('"').as_bytes();
    let mut content = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.windows(boundary.len()).position(|window| window == boundary) {
        content.extend_from_slice(&rest[..at]);
        rest = &rest[at + boundary.len()..];
    }
    content.extend_from_slice(rest);
    content
}

/// Something that is worked at. A client that goes away in the middle leaves no key that is worked at for ever.
struct Work<'a> {
    world: &'a World,
    name: &'a Name,
}

impl Work<'_> {
    /// A failure of the service and a token that is not good are no answers: nothing was done.
    fn ends(self, status: StatusCode, content_type: Option<HeaderValue>, body: &Bytes) {
        if status.is_server_error() || status == StatusCode::UNAUTHORIZED {
            return;
        }
        let mut state = self.world.lock();
        let at = state.clock.now();
        if status.is_success() {
            state.keys.done.push(self.name.clone());
        }
        if let Some(held) = state.keys.held.get_mut(self.name) {
            held.answered = Some(Answered { at, status, content_type, body: body.clone() });
        }
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        let mut state = self.world.lock();
        if state.keys.held.get(self.name).is_some_and(|held| held.answered.is_none()) {
            state.keys.held.remove(self.name);
        }
    }
}

/// A string of RFC 9651 with the key in it.
fn read(value: &HeaderValue) -> Option<OnceKey> {
    OnceKey::parse(value.to_str().ok()?.strip_prefix('"')?.strip_suffix('"')?)
}

#[derive(Deserialize)]
struct FateOf {
    key: String,
}

async fn fate(State(world): State<Arc<World>>, who: Who, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: FateOf = body(&bytes)?;
    let key = OnceKey::parse(&asked.key).ok_or(Wrong::Field("key", "Это не ключ"))?;
    let state = world.lock();
    let told = match state.keys.held.get(&(who.inn().to_owned(), key)) {
        None => json!({ "state": "unheard", "knownSince": state.keys.known_since }),
        Some(Held { answered: None, .. }) => json!({ "state": "in-work" }),
        Some(Held { answered: Some(answered), .. }) if answered.status.is_success() => {
            json!({ "state": "accepted", "at": answered.at })
        }
        Some(Held { answered: Some(answered), .. }) => {
            let said: Value = serde_json::from_slice(&answered.body).unwrap_or_default();
            json!({ "state": "refused", "words": said.get("message") })
        }
    };
    Ok(answer::json(StatusCode::OK, &told))
}
