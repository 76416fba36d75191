//! What the pattern book sends: a form and its files. Whoever asks is told only what came; nothing comes of it.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Multipart, State},
    http::StatusCode,
    response::Response,
    routing::post,
};
use serde_json::{Value, json};

use crate::{
    http::{
        BODY_MAX,
        answer::{self, Wrong},
        who::Who,
    },
    world::World,
};

/// The office that refuses everything (our own): for what a refusal does to a form.
const CLOSED_OFFICE: &str = "7713";

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new().route("/pattern", post(send)).layer(DefaultBodyLimit::max(BODY_MAX))
}

/// What came, by taxpayer.
#[derive(Debug, Default)]
pub(crate) struct Forms(BTreeMap<String, Vec<String>>);

impl Forms {
    /// What this taxpayer sent, in order, each in one line.
    pub(crate) fn of(&self, inn: &str) -> Vec<String> {
        self.0.get(inn).cloned().unwrap_or_default()
    }
}

async fn send(State(world): State<Arc<World>>, who: Who, parts: Multipart) -> Result<Response, Wrong> {
    let (form, files) = read(parts).await.ok_or(Wrong::Call("The body is not the one of this call"))?;
    for wanted in ["subject", "wish", "office", "surname", "name", "day", "month"] {
        if form.get(wanted).and_then(Value::as_str).is_none_or(str::is_empty) {
            return Err(Wrong::Field("subject", "Не заполнено"));
        }
    }
    let listed: Vec<&Value> = form.get("files").and_then(Value::as_array).into_iter().flatten().collect();
    let is_whole = listed.iter().all(|file| {
        let id = file.get("id").and_then(Value::as_str).unwrap_or_default();
        let kind = file.get("kind").and_then(Value::as_str).unwrap_or_default();
        files.get(id).is_some_and(|bytes| begins_like(kind, bytes))
    });
    if !is_whole || listed.len() != files.len() {
        return Err(Wrong::Field("files", "Файлы не те, что названы"));
    }
    if form["office"] == CLOSED_OFFICE {
        let words = "Инспекция 7713 не принимает обращения";
        return Ok(answer::coded(StatusCode::UNPROCESSABLE_ENTITY, "validation.failed", words, &json!(null)));
    }
    let sizes: Vec<String> = files.values().map(|bytes| format!("{} bytes", bytes.len())).collect();
    let line = format!("{form} {}", sizes.join(", "));
    world.lock().forms.0.entry(who.inn().to_owned()).or_default().push(line);
    Ok(answer::done())
}

/// Whether the bytes are of this kind, by their beginning.
fn begins_like(kind: &str, bytes: &[u8]) -> bool {
    match kind {
        "pdf" => bytes.starts_with(b"%PDF-"),
        "jpeg" => bytes.starts_with(&[0xff, 0xd8, 0xff]),
        "png" => bytes.starts_with(b"\x89PNG"),
        "xml" => bytes.trim_ascii_start().starts_with(b"<"),
        _ => false,
    }
}

async fn read(mut parts: Multipart) -> Option<(Value, BTreeMap<String, Vec<u8>>)> {
    let (mut form, mut files) = (None, BTreeMap::new());
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name()?.to_owned();
        let bytes = part.bytes().await.ok()?;
        if name == "form" {
            form = serde_json::from_slice(&bytes).ok();
        } else {
            files.insert(name, bytes.to_vec());
        }
    }
    Some((form?, files))
}
