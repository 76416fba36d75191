//! The double's face: the service's calls, and under `/sandbox/` the strings for drivers in any language.

mod answer;
mod auth;
mod contacts;
mod data;
mod esia;
mod gate;
mod password;
mod steering;
mod steering_access;
mod who;
mod wire;

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

use crate::{control::Control, world::World};

/// Where the project's own contract is by default.
const OWN_PREFIX: &str = "/api/fl/v1";
/// Smaller answers fit one packet as they are. In bytes.
const COMPRESS_ABOVE: u16 = 1024;

pub(crate) fn router(world: &Arc<World>, control: Control, profile: String) -> Router {
    let data = Router::new()
        .route("/ens/general", get(data::general))
        .route("/ens/liabilitiesMeta", get(data::liabilities_meta))
        .route("/ens/accrualsLiabilitySvnz", post(data::accruals))
        .route("/ens/arrearsLiabilitySvnz", post(data::arrears))
        .route("/ens/historyOperations", post(data::history))
        .route("/taxpayer/2ndfl/v2", get(data::incomes))
        .route("/taxpayer/info/v2", get(data::taxpayer))
        .route("/taxes/taxInfo", get(data::tax_info));
    let own = Router::new()
        .route("/password", get(password::status))
        .route("/password/policy", get(password::policy))
        .route("/password/change", post(password::change))
        .route("/password/confirm", post(password::confirm))
        .route("/recovery", post(password::recover))
        .route("/recovery/form", post(password::form))
        .route("/recovery/link", post(password::link))
        .route("/recovery/password", post(password::set))
        .route("/contacts", get(contacts::contacts))
        .route("/contacts/email", post(contacts::email))
        .route("/contacts/phone", post(contacts::phone))
        .route("/contacts/control-word", post(contacts::control_word))
        .route("/contacts/confirm", post(contacts::confirm))
        .route("/sign-ins", get(contacts::sign_ins))
        .route("/sign-ins/disown", post(contacts::disown))
        .route("/esia/url", post(esia::url))
        .route("/esia", post(esia::exchange));
    // In a browser, of Gosuslugi and of a letter's reader: no faults strike here.
    let pages = Router::new()
        .route("/esia/authorize", get(esia::authorize))
        .route("/esia/agree", get(esia::agree))
        .route("/esia/deny", get(esia::deny))
        .route("/recovery", get(answer::recovery_page));
    let compress = SizeAbove::new(COMPRESS_ABOVE).and(NotForContentType::IMAGES);
    Router::new()
        .route("/lkfl/login", get(answer::login_page))
        .route(auth::TOKEN_PATH, post(auth::token))
        .route("/api/auth/captcha", get(auth::captcha))
        .nest("/api/lkfl/api/v1", data)
        .nest(OWN_PREFIX, own)
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
