//! The double's face: the service's calls, and under `/sandbox/` the strings for drivers in any language.

mod answer;
mod auth;
mod data;
mod gate;
mod steering;
mod wire;

use std::sync::Arc;

use axum::{
    Router, middleware,
    routing::{get, post},
};
use tower_http::compression::{
    CompressionLayer, Predicate as _,
    predicate::{NotForContentType, SizeAbove},
};

pub(crate) use answer::Dropped;

use crate::{control::Control, world::World};

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
    let compress = SizeAbove::new(COMPRESS_ABOVE).and(NotForContentType::IMAGES);
    Router::new()
        .route("/lkfl/login", get(answer::login_page))
        .route(auth::TOKEN_PATH, post(auth::token))
        .route("/api/auth/captcha", get(auth::captcha))
        .nest("/api/lkfl/api/v1", data)
        .layer(middleware::from_fn_with_state(Arc::clone(world), gate::gate))
        .with_state(Arc::clone(world))
        .merge(steering::router(control, Arc::clone(world), profile))
        .layer(CompressionLayer::new().compress_when(compress))
}
