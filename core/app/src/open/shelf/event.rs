use fl_domain::shelf::ShelfView;

use super::{
    shelved::Shelved,
    sync::{Broken, Head, Tail},
};
use crate::kit::{effects::CacheFault, touch::Intent};

/// What a person does in a list.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// Only rows of this name of a facet; all where `None`.
    Only {
        /// Counted as in the row's type.
        facet: usize,
        /// The service's own words.
        name: Option<String>,
    },
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

impl Intent for Step {
    fn name(&self) -> &'static str {
        match self {
            Self::Only { .. } => "shelf/only",
            Self::ClearFilters => "shelf/clear-filters",
            Self::Older => "shelf/older",
            Self::Newer => "shelf/newer",
            Self::LoadAll => "shelf/load-all",
            Self::Stop => "shelf/stop",
        }
    }
}

/// What comes for a list.
pub(crate) enum Came<S: Shelved> {
    /// The account opened.
    Opened,
    /// A person came to the list.
    Entered,
    /// A person came to see what goes by this name.
    Find {
        /// Counted as in the row's type.
        facet: usize,
        /// The service's own words.
        name: String,
    },
    /// A window of what is kept.
    Window {
        /// Which request; an older one is passed over.
        request: u64,
        /// What the cache said.
        result: Result<ShelfView<S::Row>, CacheFault>,
    },
    /// The newest rows met the kept ones.
    Head(Result<Head, Broken>),
    /// Older ones were fetched.
    Tail(Result<Tail, Broken>),
    /// The list as a whole, without rows.
    Overview(Result<ShelfView<S::Row>, CacheFault>),
}
