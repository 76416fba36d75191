use fl_domain::service::Failure;

use crate::effects::{HistoryFilter, HistoryWindow};

/// Rows a step.
pub(crate) const WINDOW: u32 = 50;
/// Rows in the screen at most; beyond it the window slides.
pub(crate) const SHOWN: u32 = 150;

/// The history as it is looked at.
#[derive(Default)]
pub(crate) struct Operations {
    pub(crate) filter: HistoryFilter,
    /// Grows when the core sets the words.
    pub(crate) search_revision: u32,
    /// Newer matching operations above the window.
    pub(crate) offset: u64,
    /// Rows asked for, at most [`SHOWN`].
    pub(crate) limit: u32,
    pub(crate) window: Option<HistoryWindow>,
    /// The last request for a window.
    pub(crate) request: u64,
    /// Rows the service gives a page, once it has given one.
    pub(crate) page: Option<u32>,
    pub(crate) fetching: Fetching,
    /// How many were kept when the fetch began that has ended last: one that changed nothing is the last one.
    pub(crate) fetched_from: u64,
    /// A fetch is on its way; windows that come meanwhile decide nothing.
    pub(crate) is_fetching: bool,
    /// Why the last fetch stopped.
    pub(crate) failure: Option<Failure>,
}

/// What is under way with the service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fetching {
    /// Nothing.
    #[default]
    Nothing,
    /// The next older page.
    Older,
    /// All that is missing.
    All,
    /// Stopping after the batch under way.
    Stopping,
}

impl Operations {
    /// From the newest on.
    pub(crate) fn go_to_top(&mut self) {
        self.offset = 0;
        self.limit = WINDOW;
    }

    /// One step further down: the window grows, then slides.
    pub(crate) fn step_down(&mut self) {
        if self.limit < SHOWN {
            self.limit = (self.limit + WINDOW).min(SHOWN);
        } else {
            self.offset += u64::from(WINDOW);
        }
    }

    /// One step further up.
    pub(crate) fn step_up(&mut self) {
        self.offset = self.offset.saturating_sub(u64::from(WINDOW));
    }
}
