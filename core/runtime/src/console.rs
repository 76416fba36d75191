//! What the engine did, as QA and a support export see it: a ring of redacted lines, filled by `tracing`.
//!
//! Nothing personal comes here. Events carry the names of intents, effects, routes, statuses and codes; the types that
//! hold amounts, numbers and secrets hide themselves in `Debug`.

use std::{
    collections::VecDeque,
    fmt::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

use fl_app::Moment;
use tracing::{
    Dispatch, Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
};

use crate::clock::Clock;

/// Lines kept; older ones are dropped.
const KEPT: usize = 2_000;
/// Only our own lines: libraries log addresses and headers.
const OURS: &str = "fl::";

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// Something happened to the app.
    Event,
    /// The app asked for something.
    Effect,
    /// An exchange with the service.
    Http,
    /// Anything else.
    Log,
}

/// One line.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Counts from 1.
    pub number: u64,
    /// By the engine's clock.
    pub at: Moment,
    /// What it is about.
    pub kind: EntryKind,
    /// The line itself.
    pub text: String,
}

/// The ring. Clones are the same ring.
#[derive(Clone)]
pub struct Console {
    clock: Arc<dyn Clock>,
    ring: Arc<Mutex<Ring>>,
}

#[derive(Default)]
struct Ring {
    entries: VecDeque<Entry>,
    last: u64,
}

impl Console {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, ring: Arc::default() }
    }

    /// Lines after that number, oldest first.
    pub fn entries_since(&self, number: u64) -> Vec<Entry> {
        let ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        ring.entries.iter().filter(|entry| entry.number > number).cloned().collect()
    }

    /// Where the engine's tasks send their events.
    pub(crate) fn dispatch(&self) -> Dispatch {
        Dispatch::new(tracing_subscriber::registry().with(self.clone()))
    }
}

impl<S: Subscriber> Layer<S> for Console {
    fn enabled(&self, metadata: &tracing::Metadata<'_>, _: Context<'_, S>) -> bool {
        metadata.target().starts_with(OURS)
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let kind = match event.metadata().target() {
            "fl::event" => EntryKind::Event,
            "fl::effect" => EntryKind::Effect,
            "fl::http" => EntryKind::Http,
            _ => EntryKind::Log,
        };
        let mut line = Line::default();
        event.record(&mut line);
        let at = self.clock.now();
        let mut ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        ring.last += 1;
        let number = ring.last;
        if ring.entries.len() == KEPT {
            ring.entries.pop_front();
        }
        ring.entries.push_back(Entry { number, at, kind, text: line.0 });
    }
}

#[derive(Default)]
struct Line(String);

impl Visit for Line {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.push(field, format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.push(field, format_args!("{value:?}"));
    }
}

impl Line {
    fn push(&mut self, field: &Field, value: fmt::Arguments<'_>) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        // Writing to a String does not fail.
        let _ = if field.name() == "message" {
            self.0.write_fmt(value)
        } else {
            write!(self.0, "{}={value}", field.name())
        };
    }
}
