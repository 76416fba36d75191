//! Drafts of forms: each edit is kept at once, several that come while one is being written in one go; what was handed over to be sent
//! stays until the service has done it.

pub(super) mod event;
pub(super) mod model;
pub(crate) mod update;

pub(crate) use model::{Drafts, FILES_LIMIT, Hold};
