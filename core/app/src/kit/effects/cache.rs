use std::fmt;

use crux_core::capability::Operation as Effectful;
pub use fl_domain::shelf::{Facet, HeadMerge, ShelfState as HistoryState};
use fl_domain::{Timestamp, account::Operation, service::Reading};

/// The encrypted cache of the open account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cache {
    /// All snapshots. Answers [`Cached::Stored`].
    Load,
    /// Keeps these answers, all or none. Answers [`Cached::Done`].
    Save {
        /// What the service said.
        readings: Vec<Reading>,
        /// When.
        at: Timestamp,
    },
    /// Joins the newest operations to what is kept. Answers [`Cached::Merged`].
    MergeHead {
        /// From the first page on, newest first.
        rows: Vec<Operation>,
        /// These are all there are.
        whole: bool,
        /// When they were fetched.
        at: Timestamp,
    },
    /// Drops what is kept for these. Answers [`Cached::Done`].
    ReplaceHistory {
        /// From the first page on, newest first.
        rows: Vec<Operation>,
        /// These are all there are.
        whole: bool,
        /// When they were fetched.
        at: Timestamp,
    },
    /// Adds older operations. Answers [`Cached::Appended`].
    AppendTail {
        /// How many were kept when they were asked for.
        expected: u64,
        /// The next older ones, newest first.
        rows: Vec<Operation>,
        /// The last of them is the oldest there is.
        whole: bool,
    },
    /// A window of the history. Answers [`Cached::Window`].
    Window {
        /// Which operations.
        filter: HistoryFilter,
        /// How many newer ones to pass over.
        offset: u64,
        /// At most so many.
        limit: u32,
    },
    /// Whether something small was remembered for this account. Answers [`Cached::Recalled`].
    Recall {
        /// Its name; nothing personal.
        name: &'static str,
    },
    /// Remembers it from now on. Answers [`Cached::Done`].
    Remember {
        /// Its name; nothing personal.
        name: &'static str,
    },
}

/// Which operations are asked for; empty means all.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Of this tax, by title.
    pub tax: Option<String>,
    /// Of this kind.
    pub kind: Option<String>,
    /// With these words.
    pub text: String,
}

/// `Debug` ends up in logs: the words sought are left out.
impl fmt::Debug for HistoryFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HistoryFilter")
            .field("tax", &self.tax)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl HistoryFilter {
    /// Everything is asked for.
    pub fn is_empty(&self) -> bool {
        self.tax.is_none() && self.kind.is_none() && self.text.trim().is_empty()
    }
}

/// A window and what is around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryWindow {
    /// Newest first.
    pub rows: Vec<Operation>,
    /// How many match in all.
    pub total: u64,
    /// The history as a whole.
    pub state: HistoryState,
    /// Its taxes, most frequent first.
    pub taxes: Vec<Facet>,
    /// Its kinds, most frequent first.
    pub kinds: Vec<Facet>,
}

/// One kept answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What the service said.
    pub reading: Reading,
    /// When.
    pub fetched_at: Timestamp,
}

/// Why the cache could not do it. What is seen stays on the screen; only keeping it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CacheFault {
    /// No account is open.
    Closed,
    /// The device has no room left.
    DiskFull,
    /// The folder cannot be written.
    ReadOnly,
    /// The cache was damaged; it was set aside and starts anew.
    Damaged,
    /// Anything else; the log has the cause.
    Broken,
}

/// Answers, variant for variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cached {
    /// To [`Cache::Load`].
    Stored(Vec<Stored>),
    /// To [`Cache::Save`], [`Cache::ReplaceHistory`] and [`Cache::Remember`].
    Done,
    /// To [`Cache::MergeHead`].
    Merged(HeadMerge),
    /// To [`Cache::AppendTail`]: whether the count was as expected and the rows were added.
    Appended(bool),
    /// To [`Cache::Window`].
    Window(HistoryWindow),
    /// To [`Cache::Recall`].
    Recalled(bool),
}

impl Effectful for Cache {
    type Output = Result<Cached, CacheFault>;
}
