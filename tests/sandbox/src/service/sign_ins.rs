//! Who signed in and when: the calls of the project's own contract about it.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    http::{
        answer::{self, Wrong, body},
        who::Who,
    },
    world::World,
};

/// More rows than that are not answered.
const SIGN_INS_MAX: usize = 100;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new().route("/sign-ins", get(sign_ins)).route("/sign-ins/disown", post(disown))
}

async fn sign_ins(State(world): State<Arc<World>>, who: Who) -> Response {
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

async fn disown(State(world): State<Arc<World>>, who: Who, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Disown = body(&bytes)?;
    if world.lock().sessions.disown(who.inn(), &asked.id) {
        Ok(answer::done())
    } else {
        Err(Wrong::Call("Такого входа не было"))
    }
}
