//! The app: intents in, effects and a screen out. Pure: it reads no clock, opens no file, knows no service.

mod app;
mod effects;
mod features;
mod flow;
mod model;
pub mod screen;
pub mod texts;

#[cfg(test)]
mod testing;

pub use app::{App, Event, Intent, Place};
pub use effects::*;
pub use features::{home, operations, session, settings};
pub use model::Model;
pub use screen::Screen;
