//! The app: its features, in the order in which they are shown and asked, and the ring they run in.

use crux_core::Command;

use crate::{
    features::FEATURES,
    kit::effects::Effect,
    open::{Event, Model, View},
};

/// The app.
#[derive(Default)]
pub struct App;

impl Default for Model {
    fn default() -> Self {
        Self::new(FEATURES)
    }
}

impl crux_core::App for App {
    type Event = Event;
    type Model = Model;
    type ViewModel = View;
    type Effect = Effect;

    fn update(&self, event: Event, model: &mut Model) -> Command<Effect, Event> {
        model.update(event)
    }

    fn view(&self, model: &Model) -> View {
        model.view()
    }
}
