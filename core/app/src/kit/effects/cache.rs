use crux_core::capability::Operation as Effectful;
use fl_domain::{
    Timestamp,
    service::{Ask, OnceKey, Told},
    shelf::{Facet, HeadMerge, ShelfFilter, ShelfState},
};

use crate::kit::{
    form::draft::{Draft, DraftId},
    sending::Sending,
};

/// The encrypted cache of the open account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cache {
    /// All that is kept. Answers [`Cached::Stored`].
    Load,
    /// Keeps these answers, all or none. Answers [`Cached::Done`].
    Save {
        /// What the service said.
        told: Vec<Told>,
        /// When.
        at: Timestamp,
    },
    /// Joins the newest rows of a list to what is kept. Answers [`Cached::Merged`].
    MergeHead {
        /// From the first page on, newest first: the answer of the list's own question.
        rows: Told,
        /// These are all there are.
        whole: bool,
        /// When they were fetched.
        at: Timestamp,
    },
    /// Drops what is kept of a list for these. Answers [`Cached::Done`].
    Replace {
        /// From the first page on, newest first.
        rows: Told,
        /// These are all there are.
        whole: bool,
        /// When they were fetched.
        at: Timestamp,
    },
    /// Adds older rows. Answers [`Cached::Appended`].
    AppendTail {
        /// How many were kept when they were asked for.
        expected: u64,
        /// The next older ones, newest first.
        rows: Told,
        /// The last of them is the oldest there is.
        whole: bool,
    },
    /// A window of a list. Answers [`Cached::Window`].
    Window {
        /// The name of the list's question.
        list: &'static str,
        /// Which rows.
        filter: ShelfFilter,
        /// How many newer ones to pass over.
        offset: u64,
        /// At most so many.
        limit: u32,
    },
    /// What is to be done once. Answers [`Cached::Sendings`].
    Sendings,
    /// Something new is to be done once: it gets its key and is kept. Answers [`Cached::Submitted`].
    Submit {
        /// What.
        ask: Ask,
        /// When the person wanted it.
        at: Timestamp,
        /// The one whose place it takes: it goes in the same step.
        instead: Option<OnceKey>,
        /// The draft it was made of: it is kept as handed over in the same step.
        draft: Option<Box<Draft>>,
    },
    /// Keeps where one is now. Answers [`Cached::Done`].
    KeepSending(Box<Sending>),
    /// One goes from this device. Answers [`Cached::Done`].
    RemoveSending(OnceKey),
    /// Every draft. Answers [`Cached::Drafts`].
    Drafts,
    /// Keeps a draft, unless a later edition of it is kept already. Answers [`Cached::Done`].
    KeepDraft(Box<Draft>),
    /// A draft goes from this device. Answers [`Cached::Done`].
    RemoveDraft(DraftId),
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

impl Cache {
    /// What is done, for the log; without anything that is kept.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Save { .. } => "save",
            Self::MergeHead { .. } => "merge head",
            Self::Replace { .. } => "replace",
            Self::AppendTail { .. } => "append tail",
            Self::Window { .. } => "window",
            Self::Sendings => "sendings",
            Self::Submit { .. } => "submit",
            Self::KeepSending(_) => "keep sending",
            Self::RemoveSending(_) => "remove sending",
            Self::Drafts => "drafts",
            Self::KeepDraft(_) => "keep draft",
            Self::RemoveDraft(_) => "remove draft",
            Self::Recall { .. } => "recall",
            Self::Remember { .. } => "remember",
        }
    }
}

/// A window of a list and what is around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Newest first: an answer of the list's own question.
    pub rows: Told,
    /// How many match in all.
    pub total: u64,
    /// The list as a whole.
    pub state: ShelfState,
    /// By facet: its names, most frequent first.
    pub facets: Vec<Vec<Facet>>,
}

/// One kept answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What the service said.
    pub told: Told,
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
    /// To [`Cache::Save`], [`Cache::Replace`], [`Cache::Remember`], [`Cache::KeepSending`], [`Cache::RemoveSending`],
    /// [`Cache::KeepDraft`] and [`Cache::RemoveDraft`].
    Done,
    /// To [`Cache::MergeHead`].
    Merged(HeadMerge),
    /// To [`Cache::AppendTail`]: whether the count was as expected and the rows were added.
    Appended(bool),
    /// To [`Cache::Window`].
    Window(Window),
    /// To [`Cache::Sendings`], in the order in which they were wanted.
    Sendings(Vec<Sending>),
    /// To [`Cache::Submit`], as it is kept.
    Submitted(Sending),
    /// To [`Cache::Drafts`], in the order in which they were begun.
    Drafts {
        /// Those that are understood.
        drafts: Vec<Draft>,
        /// So many are not: a later version of this app may.
        unread: usize,
    },
    /// To [`Cache::Recall`].
    Recalled(bool),
}

impl Effectful for Cache {
    type Output = Result<Cached, CacheFault>;
}
