//! What every page is made of and knows no page: screens and their texts, effects, the steps that flows share.

pub(crate) mod blocks;
pub(crate) mod effects;
pub(crate) mod flow;
pub(crate) mod outcome;
pub(crate) mod policy;
pub mod screen;
pub mod texts;
