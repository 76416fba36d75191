//! The double's face: the service's calls, and under `/sandbox/` the strings for drivers in any language.

pub(crate) mod answer;
pub(crate) mod auth;
mod gate;
mod scripted;
mod sending;
mod steering;
mod steering_access;
mod steering_answers;
pub(crate) mod who;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::Response,
    routing::{get, post},
};
use tower_http::compression::{
    CompressionLayer, Predicate,
    predicate::{NotForContentType, SizeAbove},
};

pub(crate) use answer::Dropped;
pub(crate) use gate::{BODY_MAX, query_parameter};
pub(crate) use sending::Unending;

use scripted::{Undated, Verbatim};

use crate::{control::Control, service, world::World};

/// Where the project's own contract is by default.
const OWN_PREFIX: &str = "/api/fl/v1";
/// Smaller answers fit one packet as they are. In bytes.
const COMPRESS_ABOVE: u16 = 1024;

pub(crate) fn router(world: &Arc<World>, control: Control, profile: String) -> Router {
    // In a browser, of Gosuslugi and of a letter's reader: no faults strike here.
    let pages = service::pages().route("/recovery", get(answer::recovery_page));
    let compress = SizeAbove::new(COMPRESS_ABOVE).and(NotForContentType::IMAGES).and(NotVerbatim);
    Router::new()
        .route("/lkfl/login", get(answer::login_page))
        .route(auth::TOKEN_PATH, post(auth::token))
        .route("/api/auth/captcha", get(auth::captcha))
        .nest("/api/lkfl/api/v1", service::attested())
        .nest(OWN_PREFIX, service::own(world))
        // Here, so that a script can be about any path.
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn_with_state(Arc::clone(world), gate::gate))
        .merge(pages)
        .with_state(Arc::clone(world))
        .merge(steering::router(control, Arc::clone(world), profile))
        .layer(CompressionLayer::new().compress_when(compress))
        .layer(middleware::map_response_with_state(Arc::clone(world), dated))
}

/// The sandbox's own clock, so that what a client waits for ends when the sandbox says so.
async fn dated(State(world): State<Arc<World>>, mut response: Response) -> Response {
    let now = world.lock().clock.now();
    // A script may have said another one, or none.
    let has_its_own =
        response.headers().contains_key(header::DATE) || response.extensions().get::<Undated>().is_some();
    if !has_its_own && let Ok(date) = HeaderValue::try_from(fl_domain::time::http_date(now)) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

/// What a script says goes out as it was written.
#[derive(Clone, Copy)]
struct NotVerbatim;

impl Predicate for NotVerbatim {
    fn should_compress<B>(&self, response: &axum::http::Response<B>) -> bool
    where
        B: hyper::body::Body,
    {
        response.extensions().get::<Verbatim>().is_none()
    }
}
