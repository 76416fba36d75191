//! Shelves: runs of rows without gaps from the newest one down, read in windows. What a row is says its type.

mod block;
mod extent;
mod known;
mod names;
mod overlap;
mod reading;
mod row;
mod search;
mod spot;
mod writing;

use std::marker::PhantomData;

use fl_domain::shelf::{Facet, MOST_FACETS, ShelfRow, ShelfState};
use rusqlite::Connection;

use self::{
    block::OpenBlocks,
    extent::Extent,
    known::Known,
    search::{Search, Segments},
};
use crate::{Store, StoreError, plain::Plain, seal::Seal};

/// What of all shelves is in memory, each under its name.
#[derive(Default)]
pub(crate) struct Shelves(Vec<(&'static str, State)>);

/// What of one shelf is in memory. It follows the file: a write that fails forgets it, and it is read again.
#[derive(Default)]
struct State {
    known: Option<Known>,
    blocks: OpenBlocks,
    search: Search,
}

/// What is to be known of a type of rows, so that all but taking rows apart and together is made once for all types.
#[derive(Clone, Copy)]
struct Shape {
    name: &'static str,
    form: u32,
    facets: usize,
    called: names::Called,
    /// Gathers a row as it is written for the search.
    gather: fn(&[u8], &mut Segments) -> Result<(), StoreError>,
}

impl Shape {
    fn of<R: ShelfRow>() -> Self {
        // A shelf that lost its place in the file is noticed by the names that it left.
        const { assert!(R::FACETS > 0 && R::FACETS <= MOST_FACETS) };
        Self { name: R::SHELF, form: R::FORM, facets: R::FACETS, called: R::called, gather: row::gather::<R> }
    }
}

/// One shelf of an open cache.
pub struct Shelf<'s, R> {
    connection: &'s mut Connection,
    seal: &'s Seal,
    buffer: &'s mut Plain,
    state: &'s mut State,
    shape: Shape,
    rows: PhantomData<fn() -> R>,
}

impl Store {
    /// The shelf of rows of this type. Nothing is read or written yet.
    pub fn shelf<R: ShelfRow>(&mut self) -> Shelf<'_, R> {
        let Self { connection, seal, buffer, shelves: Shelves(shelves), .. } = self;
        let at = shelves.iter().position(|(name, _)| *name == R::SHELF).unwrap_or_else(|| {
            shelves.push((R::SHELF, State::default()));
            shelves.len() - 1
        });
        let state = &mut shelves[at].1;
        Shelf { connection, seal, buffer, state, shape: Shape::of::<R>(), rows: PhantomData }
    }
}

impl<R: ShelfRow> Shelf<'_, R> {
    /// How much is kept.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if what is kept is not what was written; otherwise what SQLite said.
    pub fn state(&mut self) -> Result<ShelfState, StoreError> {
        let Extent { count, complete, fetched_at, oldest, .. } = self.known()?.extent;
        Ok(ShelfState { count: count.unsigned_abs(), complete, fetched_at, oldest })
    }

    /// By facet: all names to filter by, most frequent first, then by name.
    ///
    /// # Errors
    /// As [`Shelf::state`].
    pub fn facets(&mut self) -> Result<Vec<Vec<Facet>>, StoreError> {
        let known = self.known()?;
        Ok((0..R::FACETS).map(|facet| known.names.facets(facet)).collect())
    }

    /// Wipes the search index, which the next filtered window makes anew: for when the search is left or the app locks.
    pub fn forget_index(&mut self) {
        self.state.search = Search::default();
    }

    fn known(&mut self) -> Result<&Known, StoreError> {
        Known::of(&mut self.state.known, self.connection, self.seal, self.buffer, &self.shape)
    }
}

/// Shows nothing of what is kept.
impl<R> std::fmt::Debug for Shelf<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").field("name", &self.shape.name).finish_non_exhaustive()
    }
}
