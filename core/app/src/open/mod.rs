//! The kernel: how far in a person is, the open account, the pages over it, the device. Knows the kit and no feature.

pub(crate) mod account;
pub(crate) mod answer;
pub(crate) mod blocks;
pub(crate) mod device;
pub(crate) mod drafts;
mod event;
pub(crate) mod feature;
pub(crate) mod form;
mod ground;
mod model;
pub(crate) mod nav;
pub(crate) mod outbox;
pub(crate) mod outcome;
pub(crate) mod page;
mod pages;
mod paging;
pub(crate) mod place;
mod rooms;
pub(crate) mod session;
pub(crate) mod shelf;
mod tick;
mod view;

#[cfg(test)]
mod tests;

pub use event::Event;
pub(crate) use event::{Ctx, Next};
pub(crate) use ground::{AnyPage, Ground};
pub use model::Model;
pub use place::Place;
pub use view::View;
