//! Drafts of forms: each edit is kept at once, several that come while one is being written in one go; what was handed over to be sent
//! stays until the service has done it.

// What begins and sends a form is called by a form; until the first one ships, by the pattern book alone.
#![cfg_attr(not(any(test, feature = "pattern-book")), allow(dead_code, unused_imports))]

pub(super) mod event;
pub(super) mod model;
pub(crate) mod update;

pub(crate) use model::{Drafts, FILES_LIMIT, Hold};
