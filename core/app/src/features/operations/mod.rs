//! The history of operations: windows of it, filters, words to look for, and filling it from the service.

mod model;
mod sync;
mod update;
mod view;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::effects::{CacheFault, HistoryWindow};

pub(crate) use model::{Fetching, Operations};
pub(crate) use sync::{Broken, Head, sync_head};
pub(crate) use update::{entered, on_event, on_intent, opened, search, show_tax};
pub(crate) use view::view;

/// What a person does here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "OperationsIntent"))]
pub enum Intent {
    /// Only of this tax, by title; all where `None`.
    Tax(Option<String>),
    /// Only of this kind; all where `None`.
    Kind(Option<String>),
    /// Everything again.
    ClearFilters,
    /// Older ones come into view.
    Older,
    /// Newer ones come into view.
    Newer,
    /// Fetches all that is not here yet.
    LoadAll,
    /// Stops doing so; what came is kept.
    Stop,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// A window of what is kept.
    Window {
        /// Which request; an older one is passed over.
        request: u64,
        /// What the cache said.
        result: Result<HistoryWindow, CacheFault>,
    },
    /// The newest operations met the kept ones.
    Head(Result<Head, Broken>),
    /// Older ones were fetched.
    Tail(Result<(), Broken>),
}
