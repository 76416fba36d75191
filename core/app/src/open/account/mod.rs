//! The open account: what its rooms share. Loading and keeping its figures, its connection, its clock.

pub(super) mod connection;
pub(super) mod event;
pub(super) mod figures;
pub(super) mod model;
pub(super) mod refresh;
pub(super) mod update;
pub(super) mod view;

pub(crate) use connection::Connection;
pub(crate) use figures::Known;
pub(crate) use model::Account;
pub(crate) use refresh::{read_anew, refresh};
pub(crate) use update::{network_back, on_event, opened, pulse};
pub(crate) use view::{describe, tabs};
