//! The full-screen app: a screen of the core, laid out, drawn, and touched by keys and mouse.

mod chrome;
mod desk;
pub(crate) mod editor;
pub(crate) mod focus;
mod input;
mod page;
pub(crate) mod piece;
pub(crate) mod terminal;
pub(crate) mod text;
pub(crate) mod theme;
mod typed;

#[cfg(test)]
mod tests;

pub(crate) use desk::{Desk, Order};
