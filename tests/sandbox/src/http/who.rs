//! Whose access token came along.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};

use super::{
    answer,
    gate::{Caller, bearer},
};
use crate::{faults::FaultKind, people::Person, sessions::Access, world::World};

/// The taxpayer in whose name a call is made.
pub(crate) struct Who {
    world: Arc<World>,
    index: usize,
    /// The session of the token.
    pub(crate) session: u64,
}

impl Who {
    pub(crate) fn person(&self) -> &Person {
        &self.world.people[self.index]
    }

    pub(crate) fn inn(&self) -> &str {
        &self.person().card.inn
    }
}

impl FromRequestParts<Arc<World>> for Who {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, world: &Arc<World>) -> Result<Self, Response> {
        let caller = parts.extensions.get::<Caller>().and_then(|caller| caller.0.clone());
        let Some(token) = bearer(&parts.headers) else {
            let description = "Full authentication is required to access this resource";
            return Err(rejected(world, caller.as_deref(), "unauthorized", description));
        };
        let access = {
            let state = world.lock();
            state.sessions.access(token, state.clock.now())
        };
        let (inn, session) = match access {
            Access::Valid { inn, session } => (inn, session),
            Access::Expired(inn) => {
                return Err(rejected(world, Some(&inn), "invalid_token", "Access token expired"));
            }
            Access::Unknown => {
                return Err(rejected(world, caller.as_deref(), "invalid_token", "Invalid access token"));
            }
        };
        match world.people.iter().position(|person| person.card.inn == inn) {
            Some(index) => Ok(Self { world: Arc::clone(world), index, session }),
            None => Err(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
        }
    }
}

fn rejected(world: &World, inn: Option<&str>, error: &str, description: &str) -> Response {
    let in_xml = {
        let mut state = world.lock();
        let now = state.clock.now();
        state.faults.hitting(FaultKind::ExpiredInXml, inn, now).is_some()
    };
    let form = if in_xml { answer::oauth_error_in_xml } else { answer::oauth_error };
    form(StatusCode::UNAUTHORIZED, error, description)
}
