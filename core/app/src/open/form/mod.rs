//! Forms of the open account: a feature declares one ([`Form`](super::feature::Form)); the page, its draft, its files and its way into the
//! outbox are here for all of them.

// What begins and sends a form is called by a form; until the first one ships, by the pattern book alone.
#![cfg_attr(not(any(test, feature = "pattern-book")), allow(dead_code, unused_imports))]

mod event;
mod model;
mod opening;
mod page;
mod update;
mod view;

pub(crate) use opening::{open, resume};
