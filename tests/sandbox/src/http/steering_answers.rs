//! `/sandbox/answers`: scripted answers, a line each.

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde_json::json;

use super::{answer, steering::Desk};
use crate::script::Script;

pub(super) fn routes() -> Router<Desk> {
    Router::new().route("/sandbox/answers", get(answers).post(add).delete(clear))
}

async fn answers(State(desk): State<Desk>) -> Response {
    let control = &desk.control;
    let told = json!({
        "answers": control.scripted(),
        "troubles": control.script_troubles(),
        "never_given": control.scripts_never_given(),
    });
    answer::json(StatusCode::OK, &told)
}

/// All lines or, where one is wrong, none.
async fn add(State(desk): State<Desk>, body: String) -> Response {
    let mut scripts = Vec::new();
    for (index, line) in body.lines().enumerate() {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        match Script::parse(line) {
            Ok(script) => scripts.push(script),
            Err(why) => return wrong(index, &why),
        }
    }
    for (index, script) in scripts.into_iter().enumerate() {
        if let Err(why) = desk.control.script(script) {
            return wrong(index, &why);
        }
    }
    answers(State(desk)).await
}

fn wrong(index: usize, why: &crate::ScriptError) -> Response {
    answer::message(StatusCode::BAD_REQUEST, &format!("line {}: {why}", index + 1))
}

async fn clear(State(desk): State<Desk>) -> Response {
    desk.control.clear_scripts();
    StatusCode::NO_CONTENT.into_response()
}
