//! The kernel: how far in a person is, the open account, the pages over it, the device. Knows the kit and no feature.

pub(crate) mod account;
pub(crate) mod blocks;
pub mod device;
mod event;
pub(crate) mod feature;
mod ground;
mod model;
pub(crate) mod nav;
pub(crate) mod outcome;
pub(crate) mod page;
pub(crate) mod place;
pub(crate) mod session;
pub(crate) mod shelf;
mod tick;

#[cfg(test)]
mod tests;

use crux_core::Command;

use crate::kit::effects::Effect;

pub use event::Event;
pub(crate) use ground::{Ground, Stage};
pub use model::{Model, View};
pub use place::Place;

/// What an update leaves to be done.
pub(crate) type Next = Command<Effect, Event>;
