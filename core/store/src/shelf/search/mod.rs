//! Search and filters over a whole shelf.
//!
//! What is searched is never in the file, not even hashed: the first filtered window opens every block once and keeps a
//! compact index in wiped memory. A query that only goes on from the last one looks at what that one found.

mod bits;
pub(crate) mod fold;
mod index;
mod query;

use fl_domain::shelf::MOST_FACETS;
use rusqlite::Connection;

use self::{bits::Bits, index::Index};
pub(crate) use self::{index::Segments, query::Query};
use super::{Known, Shape, block, names::NameId, writing::End};
use crate::{StoreError, seal::Seal};

/// By facet: the name that is sought.
pub(crate) type Sought = [Option<NameId>; MOST_FACETS];

/// The index and the last answer it gave.
#[derive(Default)]
pub(crate) struct Search {
    index: Option<Index>,
    last: Option<Found>,
}

/// What one filter lets through, as positions from the newest row.
struct Found {
    names: Sought,
    query: Query,
    positions: Bits,
}

impl Found {
    /// Whether whatever passes the other conditions has passed these.
    fn includes(&self, names: &Sought, query: &Query) -> bool {
        self.names.iter().zip(names).all(|(own, other)| own.is_none() || own == other)
            && query.narrows(&self.query)
    }
}

impl Search {
    /// The positions of all rows with these names and every word of the query.
    pub(crate) fn find(
        &mut self,
        connection: &Connection,
        seal: &Seal,
        known: &Known,
        shape: &Shape,
        names: Sought,
        query: Query,
    ) -> Result<&Bits, StoreError> {
        let index = match &mut self.index {
            Some(index) => index,
            none => none.insert(read(connection, seal, known, shape)?),
        };
        let found = match self.last.take() {
            Some(last) if (last.names, &last.query) == (names, &query) => last,
            last => {
                let last = last.filter(|last| last.includes(&names, &query));
                let (done, mut positions) = match last {
                    Some(last) => (last.query, last.positions),
                    None => (Query::default(), Bits::full(index.len())),
                };
                index.retain_names(&names, &mut positions);
                for term in query.terms().iter().filter(|term| !done.terms().contains(term)) {
                    index.retain_term(term, &known.names, &mut positions);
                }
                Found { names, query, positions }
            }
        };
        Ok(&self.last.insert(found).positions)
    }

    /// Where rows to be added are gathered; none while there is no index that would have to know them.
    pub(crate) fn growing(&self, shape: &Shape) -> Option<Segments> {
        self.index.as_ref().map(|_| Segments::new(shape.facets))
    }

    /// Adds rows, newest first, at one end.
    pub(crate) fn grow(&mut self, end: End, rows: Option<Segments>) {
        self.last = None;
        if let (Some(index), Some(rows)) = (&mut self.index, rows) {
            match end {
                End::Head => index.prepend(rows),
                End::Tail => index.append(rows),
            }
        }
    }
}

fn read(connection: &Connection, seal: &Seal, known: &Known, shape: &Shape) -> Result<Index, StoreError> {
    let mut rows = Segments::new(shape.facets);
    block::scan(connection, seal, known.spot, &known.extent, |block, count| {
        (0..count).try_for_each(|index| (shape.gather)(block.row(index), &mut rows))
    })?;
    let mut index = Index::default();
    index.append(rows);
    Ok(index)
}
