//! What every page is made of and knows no page: screens and their texts, touches, effects, the steps that flows share.

pub(crate) mod blocks;
pub(crate) mod bring;
pub(crate) mod effects;
pub(crate) mod faults;
pub(crate) mod flow;
pub(crate) mod form;
pub(crate) mod policy;
pub mod screen;
pub(crate) mod sending;
pub mod texts;
pub(crate) mod touch;
pub(crate) mod touches;
