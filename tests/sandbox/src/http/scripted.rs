//! Answers a request as a script says.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    body::{Body, to_bytes},
    extract::{Query, Request},
    http::{HeaderName, HeaderValue, StatusCode, header, request, response},
    middleware::Next,
    response::Response,
};

use super::{
    answer,
    gate::{BODY_MAX, TokenForm},
    sending,
};
use crate::{
    script::{self, Answer, Content, Edit, Facts, Taken},
    world::World,
};

/// What an answer of a script is: it goes out as it was written, neither packed nor cut.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verbatim;

/// It has no date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Undated;

/// By a script where one is about this request, else as the service does.
pub(super) async fn answered(
    world: &Arc<World>,
    request: Request,
    inn: Option<&str>,
    next: Next,
) -> Response {
    let (method, path) = (request.method().as_str(), request.uri().path());
    if !world.lock().scripts.may_take(method, path) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_MAX).await else {
        return next.run(Request::from_parts(parts, Body::empty())).await;
    };
    let facts = facts(&parts, &bytes, inn);
    let Some(taken) = world.lock().scripts.take(&facts) else {
        return next.run(Request::from_parts(parts, Body::from(bytes))).await;
    };
    match by(world, &taken.answer, parts, bytes.into(), next).await {
        Ok(response) => response,
        Err(why) => troubled(world, taken, why),
    }
}

fn facts(parts: &request::Parts, body: &[u8], inn: Option<&str>) -> Facts {
    let query = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri).map(|Query(pairs)| pairs);
    let form = parts.extensions.get::<TokenForm>().and_then(|form| form.0.as_ref());
    let fields = form.into_iter().flat_map(BTreeMap::iter).map(|(name, value)| (name.clone(), value.clone()));
    Facts {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        inn: inn.map(str::to_owned),
        named: query.unwrap_or_default().into_iter().chain(fields).collect(),
        body: String::from_utf8_lossy(body).into_owned(),
    }
}

/// Whoever wrote the script hears of it in the answer, and where scripts are listed.
fn troubled(world: &World, taken: Taken, why: String) -> Response {
    let words = format!("The scripted answer could not be given: {why}");
    world.lock().scripts.trouble(taken.line, why);
    answer::message(StatusCode::INTERNAL_SERVER_ERROR, &words)
}

async fn by(
    world: &Arc<World>,
    answer: &Answer,
    parts: request::Parts,
    body: Vec<u8>,
    next: Next,
) -> Result<Response, String> {
    if let Some(wait) = answer.wait {
        world.passes(wait).await;
    }
    let is_instead = answer.is_dropped || answer.body.is_some();
    let real = if is_instead && !answer.is_done {
        None
    } else {
        let body = changed(body, &answer.asked).map_err(|why| format!("in the request {why}"))?;
        Some(next.run(asked(parts, body)).await)
    };
    if answer.is_dropped {
        return Ok(answer::dropped());
    }
    let (mut head, body) = match real {
        Some(response) if response.extensions().get::<answer::Dropped>().is_some() => return Ok(response),
        Some(response) => {
            let (head, body) = response.into_parts();
            (
                head,
                to_bytes(body, BODY_MAX).await.map_err(|_| "the real answer is too long".to_owned())?.into(),
            )
        }
        None => (Response::new(()).into_parts().0, Vec::new()),
    };
    let body = match &answer.body {
        None => body,
        Some(content) => {
            // Nothing of what was really answered is left.
            head.headers.clear();
            head.status = StatusCode::OK;
            let (media, body) = written(content);
            if let Some(media) = media {
                head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
            }
            body
        }
    };
    let body = changed(body, &answer.edits).map_err(|why| format!("in the answer {why}"))?;
    shape(&mut head, answer);
    Ok(sending::response(world, head, body, answer.sending))
}

fn asked(mut parts: request::Parts, body: Vec<u8>) -> Request {
    if parts.headers.contains_key(header::CONTENT_LENGTH) {
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    Request::from_parts(parts, Body::from(body))
}

fn written(content: &Content) -> (Option<&'static str>, Vec<u8>) {
    match content {
        Content::Empty => (None, Vec::new()),
        Content::Text(text) => (Some("text/plain; charset=utf-8"), text.clone().into()),
        Content::Json(text) => (Some("application/json;charset=UTF-8"), text.clone().into()),
        Content::Bytes(bytes) => (Some("application/octet-stream"), bytes.clone()),
    }
}

fn changed(body: Vec<u8>, edits: &[Edit]) -> Result<Vec<u8>, String> {
    if edits.is_empty() {
        return Ok(body);
    }
    let text = String::from_utf8(body).map_err(|_| "there is no text".to_owned())?;
    script::made(edits, text).map(String::into_bytes)
}

/// Status and headers.
fn shape(head: &mut response::Parts, answer: &Answer) {
    if let Some(status) = answer.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        head.status = status;
    }
    head.headers.remove(header::CONTENT_LENGTH);
    // What is named is set anew; what is named twice goes out twice.
    let name = |name: &String| HeaderName::try_from(name).ok();
    for name in answer.headers.iter().filter_map(|(text, _)| name(text)) {
        head.headers.remove(name);
    }
    for (text, value) in &answer.headers {
        let Some(name) = name(text) else { continue };
        match value.as_ref().and_then(|value| HeaderValue::from_str(value).ok()) {
            Some(value) => {
                head.headers.append(name, value);
            }
            None if name == header::DATE => {
                head.extensions.insert(Undated);
            }
            None => {}
        }
    }
    head.extensions.insert(Verbatim);
}
