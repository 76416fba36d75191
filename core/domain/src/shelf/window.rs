use crate::{Date, Timestamp};

/// How much of a shelf is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShelfState {
    /// Rows kept, without gaps from the newest on.
    pub count: u64,
    /// The oldest of them is the account's first: there is nothing more to fetch.
    pub complete: bool,
    /// When the newest rows were last compared with the service's; none if they never were.
    pub fetched_at: Option<Timestamp>,
    /// The day of the oldest row kept, where it has one.
    pub oldest: Option<Date>,
}

/// A name to filter by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// As [`super::ShelfFilter`] takes it.
    pub name: String,
    /// How many rows have it.
    pub count: u64,
}

/// Some of the rows that a filter lets through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfWindow<Row> {
    /// Newest first.
    pub rows: Vec<Row>,
    /// How many the filter lets through in all.
    pub total: u64,
}

/// No row.
impl<Row> Default for ShelfWindow<Row> {
    fn default() -> Self {
        Self { rows: Vec::new(), total: 0 }
    }
}

/// A window and what is around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfView<Row> {
    /// Newest first.
    pub rows: Vec<Row>,
    /// How many the filter lets through in all.
    pub total: u64,
    /// The shelf as a whole.
    pub state: ShelfState,
    /// By facet: its names on the whole shelf, most frequent first, then by name.
    pub facets: Vec<Vec<Facet>>,
}

/// An empty shelf.
impl<Row> Default for ShelfView<Row> {
    fn default() -> Self {
        Self { rows: Vec::new(), total: 0, state: ShelfState::default(), facets: Vec::new() }
    }
}

/// What became of a fresh first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadMerge {
    /// The shelf now begins with the given rows.
    Merged {
        /// How many of them it did not hold before.
        added: u64,
    },
    /// No given row meets the kept ones, so some between them are unknown. Nothing was written: more pages are needed, or
    /// the shelf has to be replaced.
    Gap,
}
