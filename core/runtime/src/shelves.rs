//! The lists that the cache keeps on shelves, found by the name of their question.

use fl_app::{Cached, Window};
use fl_domain::{
    Timestamp,
    service::{Paged, Told, account::History, documents},
    shelf::{ShelfFilter, ShelfRow},
};
use fl_store::{Store, StoreError};

/// The lists that have a shelf: one line each.
const SHELVES: &[Shelf] = &[Shelf::of::<History>(), Shelf::of::<documents::List>()];

/// Why something was not done.
#[derive(Debug)]
pub(crate) enum ShelfFault {
    /// The store failed.
    Store(StoreError),
    /// Rows of a list that has no shelf: a mistake between rooms.
    NoShelf,
}

impl From<StoreError> for ShelfFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

type Done = Result<Cached, ShelfFault>;

/// What can be done with one list, without its type.
pub(crate) struct Shelf {
    name: &'static str,
    pub(crate) merge_head: fn(&mut Store, Told, bool, Timestamp) -> Done,
    pub(crate) replace: fn(&mut Store, Told, bool, Timestamp) -> Done,
    pub(crate) append_tail: fn(&mut Store, u64, Told, bool) -> Done,
    pub(crate) window: fn(&mut Store, &ShelfFilter, u64, u32) -> Done,
}

impl Shelf {
    /// The shelf of this question's list.
    pub(crate) fn named(name: &str) -> Result<&'static Self, ShelfFault> {
        SHELVES.iter().find(|shelf| shelf.name == name).ok_or(ShelfFault::NoShelf)
    }

    const fn of<Q: Paged>() -> Self
    where
        Q::Row: ShelfRow,
    {
        Self {
            name: Q::NAME,
            merge_head: |store, rows, whole, at| {
                Ok(Cached::Merged(store.shelf().merge_head(&rows_of::<Q>(rows)?, whole, at)?))
            },
            replace: |store, rows, whole, at| {
                store.shelf().replace(&rows_of::<Q>(rows)?, whole, at)?;
                Ok(Cached::Done)
            },
            append_tail: |store, expected, rows, whole| {
                Ok(Cached::Appended(store.shelf().append_tail(expected, &rows_of::<Q>(rows)?, whole)?))
            },
            window: |store, filter, offset, limit| {
                let view = store.shelf::<Q::Row>().view(filter, offset, limit)?;
                let (total, state, facets) = (view.total, view.state, view.facets);
                Ok(Cached::Window(Window { rows: Q::tell(view.rows), total, state, facets }))
            },
        }
    }
}

fn rows_of<Q: Paged>(rows: Told) -> Result<Vec<Q::Row>, ShelfFault> {
    Q::told(rows).ok_or(ShelfFault::NoShelf)
}
