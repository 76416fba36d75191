//! Authorisation: tokens and pictures.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use fl_domain::service::SignInWay;
use serde_json::{Map, Value, json};

use super::{
    answer,
    gate::{TokenForm, query_parameter},
};
use crate::{
    captcha as picture,
    faults::FaultKind,
    service::Verdict,
    sessions::{Grant, Visitor},
    world::{State as Changing, World},
};

pub(super) const TOKEN_PATH: &str = "/api/auth/oauth/token";
const CAPTCHA_PATH: &str = "/api/auth/captcha";
/// What the history calls a device that does not say what it is.
const NAMELESS_DEVICE: &str = "Неизвестное устройство";
/// Everybody comes from here.
const PLACE: &str = "Песочница";

pub(super) async fn token(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    Extension(form): Extension<TokenForm>,
) -> Response {
    let Some(form) = form.0 else {
        return answer::oauth_error(
            StatusCode::BAD_REQUEST,
            "invalid_request",
            "multipart/form-data is expected",
        );
    };
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    if field("client_id") != world.client_id || field("client_secret") != world.client_secret {
        return bad_client();
    }
    match field("grant_type") {
        "password" => sign_in(&world, &form, &headers),
        "refresh_token" => refresh(&world, field("refresh_token")),
        _ => answer::oauth_error(StatusCode::BAD_REQUEST, "unsupported_grant_type", "Unsupported grant type"),
    }
}

fn sign_in(world: &World, form: &BTreeMap<String, String>, headers: &HeaderMap) -> Response {
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    let inn = field("username");
    let mut state = world.lock();
    if state.wants_captcha(inn) {
        let Some(typed) = form.get("captcha") else {
            return answer::message(StatusCode::FORBIDDEN, "CAPTCHA is required");
        };
        if !state.try_captcha(inn, typed) {
            return answer::message(StatusCode::FORBIDDEN, "Sign-in failed: Incorrect CAPTCHA");
        }
    }
    let now = state.clock.now();
    match state.entrance.sign_in(inn, field("password"), now) {
        Verdict::Right => {}
        Verdict::Wrong => {
            return answer::oauth_error(StatusCode::BAD_REQUEST, "invalid_grant", "Bad credentials");
        }
        Verdict::Expired => {
            return own_refusal("password.primary-expired", "The first password has expired", None);
        }
        Verdict::NotActive { seconds } => {
            return own_refusal("account.not-active", "The account is not active yet", Some(seconds));
        }
    }
    state.captcha_passed(inn);
    let tokens = begin(world, &mut state, inn, SignInWay::Password, headers);
    answer::json(StatusCode::OK, &tokens)
}

/// OAuth's form with our own addition beside it.
fn own_refusal(code: &str, description: &str, seconds: Option<u64>) -> Response {
    let mut body = json!({ "error": "invalid_grant", "error_description": description, "code": code });
    if let Some(seconds) = seconds {
        body["seconds"] = json!(seconds);
    }
    answer::json(StatusCode::BAD_REQUEST, &body)
}

/// A new session and what is said of its tokens.
pub(crate) fn begin(
    world: &World,
    state: &mut Changing,
    inn: &str,
    way: SignInWay,
    headers: &HeaderMap,
) -> Map<String, Value> {
    let device = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    let device = device.unwrap_or(NAMELESS_DEVICE);
    let visitor = Visitor { inn, way, device, place: PLACE };
    let now = state.clock.now();
    let grant = state.sessions.begin(visitor, now, world.token_lifetime);
    tokens(grant, world.token_lifetime)
}

fn refresh(world: &World, token: &str) -> Response {
    let mut state = world.lock();
    let now = state.clock.now();
    let inn = state.sessions.refresh_owner(token);
    let keep = state.faults.hitting(FaultKind::RefreshWithoutToken, inn.as_deref(), now).is_some();
    let Some(grant) = state.sessions.refresh(token, now, world.token_lifetime, keep) else {
        return answer::oauth_error(StatusCode::BAD_REQUEST, "invalid_grant", "Invalid refresh token");
    };
    if state.faults.take(FaultKind::RefreshAnswerLost, inn.as_deref(), now).is_some() {
        return answer::dropped();
    }
    answer::json(StatusCode::OK, &tokens(grant, world.token_lifetime))
}

fn tokens(grant: Grant, lifetime: Duration) -> Map<String, Value> {
    let mut body = Map::new();
    body.insert("access_token".to_owned(), Value::String(grant.access));
    body.insert("token_type".to_owned(), json!("bearer"));
    if let Some(refresh) = grant.refresh {
        body.insert("refresh_token".to_owned(), Value::String(refresh));
    }
    body.insert("expires_in".to_owned(), json!(lifetime.as_secs()));
    body
}

fn bad_client() -> Response {
    answer::oauth_error(StatusCode::UNAUTHORIZED, "invalid_client", "Bad client credentials")
}

pub(super) async fn captcha(State(world): State<Arc<World>>, headers: HeaderMap, uri: Uri) -> Response {
    if !is_client(&world, &headers) {
        return bad_client();
    }
    let Some(inn) = captcha_user(&uri) else { return answer::invalid("username is missing") };
    let digits = world.lock().new_captcha(&inn);
    match picture::png(&digits) {
        Ok(bytes) => (StatusCode::OK, [(header::CONTENT_TYPE, "image/png")], bytes).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The `username` of a request for a picture.
pub(super) fn captcha_user(uri: &Uri) -> Option<String> {
    (uri.path() == CAPTCHA_PATH).then(|| query_parameter(uri, "username")).flatten()
}

/// HTTP Basic with the client's id and secret (RFC 7617).
fn is_client(world: &World, headers: &HeaderMap) -> bool {
    let given = || {
        let (scheme, code) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        String::from_utf8(STANDARD.decode(code.trim()).ok()?).ok()
    };
    given() == Some(format!("{}:{}", world.client_id, world.client_secret))
}
