//! Search and filters over the whole history.
//!
//! What is searched is never in the file, not even hashed: the first filtered window opens every block once and keeps a
//! compact index in wiped memory. A query that only goes on from the last one looks at what that one found.

mod bits;
pub(crate) mod fold;
mod index;
mod query;

use rusqlite::Connection;

pub(crate) use self::query::Query;
use self::{
    bits::Bits,
    index::{Index, Segments},
};
use super::{Known, block, names::NameId, row::StoredRow, writing::End};
use crate::{StoreError, seal::Seal};

/// The index and the last answer it gave.
#[derive(Default)]
pub(crate) struct Search {
    index: Option<Index>,
    last: Option<Found>,
}

/// What one filter lets through, as positions from the newest operation.
struct Found {
    tax: Option<NameId>,
    kind: Option<NameId>,
    query: Query,
    positions: Bits,
}

impl Found {
    /// Whether whatever passes the other conditions has passed these.
    fn includes(&self, tax: Option<NameId>, kind: Option<NameId>, query: &Query) -> bool {
        (self.tax.is_none() || self.tax == tax)
            && (self.kind.is_none() || self.kind == kind)
            && query.narrows(&self.query)
    }
}

impl Search {
    /// The positions of all operations with this tax, this kind and every word of the query.
    pub(crate) fn find(
        &mut self,
        connection: &Connection,
        seal: &Seal,
        known: &Known,
        tax: Option<NameId>,
        kind: Option<NameId>,
        query: Query,
    ) -> Result<&Bits, StoreError> {
        let index = match &mut self.index {
            Some(index) => index,
            none => none.insert(read(connection, seal, known)?),
        };
        let found = match self.last.take() {
            Some(last) if (last.tax, last.kind, &last.query) == (tax, kind, &query) => last,
            last => {
                let last = last.filter(|last| last.includes(tax, kind, &query));
                let (done, mut positions) = match last {
                    Some(last) => (last.query, last.positions),
                    None => (Query::default(), Bits::full(index.len())),
                };
                index.retain_names(tax, kind, &mut positions);
                for term in query.terms().iter().filter(|term| !done.terms().contains(term)) {
                    index.retain_term(term, &known.names, &mut positions);
                }
                Found { tax, kind, query, positions }
            }
        };
        Ok(&self.last.insert(found).positions)
    }

    /// Where rows to be added are gathered; none while there is no index that would have to know them.
    pub(crate) fn growing(&self) -> Option<Segments> {
        self.index.as_ref().map(|_| Segments::default())
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

fn read(connection: &Connection, seal: &Seal, known: &Known) -> Result<Index, StoreError> {
    let mut rows = Segments::default();
    block::scan(connection, seal, &known.extent, |block, count| {
        (0..count).try_for_each(|index| rows.push(&StoredRow::read(block.row(index))?))
    })?;
    let mut index = Index::default();
    index.append(rows);
    Ok(index)
}
