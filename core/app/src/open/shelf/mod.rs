//! A long list of the account on a shelf of its own: windows of it, filters, words to look for, and filling it from the service. A feature
//! says what its rows are and how one is shown ([`Shelved`]); the rest is here once.

mod list;
mod page;
mod sync;
mod view;

use fl_domain::{
    service::{Paged, Question},
    shelf::ShelfRow,
};

use super::{
    Next,
    feature::Reading,
    page::{event, event_of},
};
use crate::kit::{
    screen::{Icon, PageKey, Row},
    texts::Texts,
    touch::Intent,
};

pub(crate) use page::Shelf;
pub(crate) use view::SEARCH;

use self::{
    list::Came,
    sync::{Broken, sync_head},
};

/// What a feature says of its list.
pub(crate) trait Shelved: Send + 'static {
    /// The question that gives a page of it.
    type Question: Paged<Row = Self::Row>;
    /// One of it.
    type Row: ShelfRow + Send + Sync;

    /// The page's key.
    const KEY: &'static str;
    /// The picture where there is nothing.
    const ICON: Icon;
    /// The facets one can filter by, in the order shown.
    const FILTERS: &'static [Facet];

    /// Where it is: below which pages, itself the last.
    fn path() -> Vec<PageKey>;

    /// The words that are its own.
    fn words(texts: &Texts) -> Words;

    /// So many are here, as a heading.
    fn count(count: u64, texts: &Texts) -> String;

    /// So many of so many were found, as a heading.
    fn found(found: u64, count: u64, texts: &Texts) -> String;

    /// A facet's name as a person reads it.
    fn named(facet: usize, name: &str, texts: &Texts) -> String;

    /// One line of it; its key is put on it.
    fn row(row: &Self::Row, texts: &Texts) -> Row;
}

/// A facet one can filter by.
pub(crate) struct Facet {
    /// Counted as in the row's type.
    pub(crate) facet: usize,
    /// The filter's key.
    pub(crate) key: &'static str,
    /// Its label's text.
    pub(crate) label: &'static str,
}

/// What one list says in its own words.
pub(crate) struct Words {
    /// Above it.
    pub(crate) title: String,
    /// The service has none.
    pub(crate) none: String,
    /// What a row's key begins with.
    pub(crate) row_key: &'static str,
    /// The key of the block that says that there is none.
    pub(crate) none_key: &'static str,
}

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

/// What a refresh reads of a list: the newest rows, until they meet those that are kept.
pub(crate) fn head<S: Shelved>() -> Reading {
    Reading::Flow(|ctx, epoch| {
        Box::pin(async move {
            let head = sync_head::<S>(&ctx).await;
            let failure = match &head {
                Err(Broken::Service(failure)) => Some((S::Question::NAME, failure.clone())),
                Err(Broken::Cache(_)) | Ok(_) => None,
            };
            ctx.send_event(event_of::<Shelf<S>>(S::KEY, epoch, Came::Head(head)));
            failure
        })
    })
}

/// The account opened: what is kept is looked at.
pub(crate) fn opened<S: Shelved>(ground: &super::Ground) -> Next {
    Next::event(event::<Shelf<S>>(S::KEY, Came::Opened, ground))
}

/// A person comes to the list: from its newest on.
pub(crate) fn entered<S: Shelved>(ground: &super::Ground) -> Next {
    Next::event(event::<Shelf<S>>(S::KEY, Came::Entered, ground))
}

/// A person comes to see what goes by this name.
pub(crate) fn find<S: Shelved>(facet: usize, name: &str, ground: &super::Ground) -> Next {
    Next::event(event::<Shelf<S>>(S::KEY, Came::Find { facet, name: name.to_owned() }, ground))
}
