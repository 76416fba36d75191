//! The history of operations: a run of rows without gaps from the newest one down, read in windows.

mod block;
mod extent;
mod names;
mod overlap;
mod reading;
mod row;
mod search;
mod writing;

use fl_domain::{Date, Timestamp, account::Operation};
use rusqlite::Connection;

use self::{
    block::OpenBlocks,
    extent::Extent,
    names::{Field, Names},
    search::Search,
};
use crate::{Store, StoreError, plain::Plain, seal::Seal};

/// How much of the history is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HistoryState {
    /// Operations kept.
    pub count: u64,
    /// The oldest of them is the account's first: there is nothing more to fetch.
    pub complete: bool,
    /// When the newest rows were last compared with the service's; none if they never were.
    pub fetched_at: Option<Timestamp>,
    /// The day of the oldest operation kept, where it has one.
    pub oldest: Option<Date>,
}

/// What became of a fresh first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadMerge {
    /// The cache now begins with the given rows.
    Merged {
        /// How many of them it did not hold before.
        added: usize,
    },
    /// No given row meets the cached ones, so some between them are unknown. Nothing was written: give more pages, or
    /// [`Store::replace_history`].
    Gap,
}

/// Which operations to show; all conditions hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only of the tax of this title (empty: of no tax).
    pub tax: Option<String>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only those with each of these words, in any order, anywhere in a word: descriptions, documents, names, dates
    /// (`01.12.2025` or `2025-12-01`) and amounts (`1 234,56`, `1234.5`). Neither case nor `ё` for `е` matters.
    /// Of more than 16 words the first 16 count.
    pub text: String,
}

/// Some of the operations that a filter lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryWindow {
    /// Newest first.
    pub rows: Vec<Operation>,
    /// How many the filter lets through in all.
    pub total: u64,
}

/// A value to filter by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// As [`HistoryFilter`] takes it.
    pub name: String,
    /// How many operations have it.
    pub count: u64,
}

/// All values to filter by, most frequent first, then by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Titles of taxes; an empty one stands for operations of no tax.
    pub taxes: Vec<Facet>,
    /// Kinds of operations.
    pub kinds: Vec<Facet>,
}

/// What of the history is in memory. It follows the file: a write that fails forgets it, and it is read again.
#[derive(Default)]
pub(crate) struct History {
    known: Option<Known>,
    blocks: OpenBlocks,
    search: Search,
}

/// What every call needs.
#[derive(Default)]
struct Known {
    extent: Extent,
    names: Names,
}

impl History {
    /// What the file holds, read at the first call.
    fn known<'h>(
        known: &'h mut Option<Known>,
        connection: &Connection,
        seal: &Seal,
        buffer: &mut Plain,
    ) -> Result<&'h Known, StoreError> {
        match known {
            Some(known) => Ok(known),
            none => {
                let extent = Extent::load(connection, seal, buffer)?;
                let names = Names::load(connection, seal, extent.count.unsigned_abs())?;
                Ok(none.insert(Known { extent, names }))
            }
        }
    }
}

impl Store {
    /// How much of the history is kept.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if what is kept is not what was written; otherwise what SQLite said.
    pub fn history_state(&mut self) -> Result<HistoryState, StoreError> {
        let known = History::known(&mut self.history.known, &self.connection, &self.seal, &mut self.buffer)?;
        let Extent { count, complete, fetched_at, oldest, .. } = known.extent;
        Ok(HistoryState { count: count.unsigned_abs(), complete, fetched_at, oldest })
    }

    /// All values the history can be filtered by.
    ///
    /// # Errors
    /// As [`Store::history_state`].
    pub fn facets(&mut self) -> Result<Facets, StoreError> {
        let known = History::known(&mut self.history.known, &self.connection, &self.seal, &mut self.buffer)?;
        Ok(Facets { taxes: known.names.facets(Field::Tax), kinds: known.names.facets(Field::Kind) })
    }

    /// Wipes the search index, which the next filtered window makes anew: for when the search is left or the app locks.
    pub fn forget_index(&mut self) {
        self.history.search = Search::default();
    }
}
