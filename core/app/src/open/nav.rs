use super::place::Place;
use crate::kit::touch::Intent as Meaning;

/// Going about, wherever one is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Going to a place.
    Go(Place),
    /// Going to a place to see what goes by these words there: a tax's title.
    Find {
        /// Where.
        place: Place,
        /// The service's own words.
        words: String,
    },
    /// Going back from the page that is seen.
    Back,
    /// Reading everything anew.
    Refresh,
}

impl Meaning for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Go(place) => place.word(),
            Self::Find { .. } => "find",
            Self::Back => "back",
            Self::Refresh => "refresh",
        }
    }
}
