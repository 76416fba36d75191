//! All words of the app, in Russian and English, from Fluent catalogues; and amounts, dates and ages in words.

mod catalogue;
mod format;
pub(super) mod preferences;

pub use catalogue::{Arg, Texts};
pub(crate) use format::day_at;
pub use preferences::{Language, Preferences, TextSize};
