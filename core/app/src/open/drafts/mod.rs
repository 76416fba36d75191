//! Drafts of forms: each edit is kept at once, several that come while one is being written in one go; what was handed over to be sent
//! stays until the service has done it.

// What begins and sends a form is called by a form; until the first one ships, by the pattern book alone.
#![cfg_attr(not(any(test, feature = "pattern-book")), allow(dead_code, unused_imports))]

pub(super) mod event;
mod hold;
pub(in crate::open) mod model;
pub(crate) mod update;

pub(crate) use hold::Hold;
pub(crate) use model::FILES_LIMIT;
