//! The double's face: the service's calls, and under `/sandbox/` the strings for drivers in any language.

pub(crate) mod answer;
pub(crate) mod auth;
mod gate;
mod steering;
mod steering_access;
pub(crate) mod who;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    middleware,
    response::Response,
    routing::{get, post},
};
use tower_http::compression::{
    CompressionLayer, Predicate as _,
    predicate::{NotForContentType, SizeAbove},
};

pub(crate) use answer::Dropped;
pub(crate) use gate::query_parameter;

use crate::{control::Control, service, world::World};

/// Where the project's own contract is by default.
const OWN_PREFIX: &str = "/api/fl/v1";
/// Smaller answers fit one packet as they are. In bytes.
const COMPRESS_ABOVE: u16 = 1024;

pub(crate) fn router(world: &Arc<World>, control: Control, profile: String) -> Router {
    // In a browser, of Gosuslugi and of a letter's reader: no faults strike here.
    let pages = service::pages().route("/recovery", get(answer::recovery_page));
    let compress = SizeAbove::new(COMPRESS_ABOVE).and(NotForContentType::IMAGES);
    Router::new()
        .route("/lkfl/login", get(answer::login_page))
        .route(auth::TOKEN_PATH, post(auth::token))
        .route("/api/auth/captcha", get(auth::captcha))
        .nest("/api/lkfl/api/v1", service::attested())
        .nest(OWN_PREFIX, service::own())
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
    if let Ok(date) = HeaderValue::try_from(fl_domain::time::http_date(now)) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}
