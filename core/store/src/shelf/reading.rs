//! Reading a shelf in windows.

use fl_domain::shelf::{MOST_FACETS, ShelfFilter, ShelfRow, ShelfView, ShelfWindow};
use rusqlite::Connection;

use super::{
    Known, Shelf,
    block::{OpenBlocks, block_of, ranks_of},
    row,
    search::Query,
};
use crate::{StoreError, seal::Seal};

impl<R: ShelfRow> Shelf<'_, R> {
    /// Up to `limit` of the rows that `filter` lets through, newest first, without the first `offset` of them.
    ///
    /// The first window with a filter reads the whole shelf once and makes the search index, which later writes keep up to
    /// date; [`Shelf::forget_index`] wipes it.
    ///
    /// # Errors
    /// As [`Shelf::state`].
    pub fn window(
        &mut self,
        filter: &ShelfFilter,
        offset: u64,
        limit: u32,
    ) -> Result<ShelfWindow<R>, StoreError> {
        let Self { connection, seal, buffer, state, shape, .. } = self;
        let known = Known::of(&mut state.known, connection, seal, buffer, shape)?;
        let ranks = known.extent.ranks();
        let (limit, skipped) = (limit as usize, i64::try_from(offset).unwrap_or(i64::MAX));
        let query = Query::parse(&filter.text);
        if filter.facets.iter().all(Option::is_none) && query.is_empty() {
            let newest = ranks.end().saturating_sub(skipped);
            let wanted = (*ranks.start()..=newest).rev().take(limit);
            let rows = rows(connection, seal, known, &mut state.blocks, wanted)?;
            return Ok(ShelfWindow { rows, total: known.extent.count.unsigned_abs() });
        }
        let mut sought = [None; MOST_FACETS];
        for (facet, name) in filter.facets.iter().enumerate() {
            if let Some(name) = name {
                // A name that no row has lets nothing through.
                let Some(id) = known.names.id(facet, name) else { return Ok(ShelfWindow::default()) };
                sought[facet] = Some(id);
            }
        }
        let found = state.search.find(connection, seal, known, shape, sought, query)?;
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let positions = found.positions(offset).take(limit);
        let wanted = positions.filter_map(|position| ranks.end().checked_sub_unsigned(position as u64));
        let total = found.count() as u64;
        Ok(ShelfWindow { rows: rows(connection, seal, known, &mut state.blocks, wanted)?, total })
    }

    /// A window with the state of the shelf and the names to filter by.
    ///
    /// # Errors
    /// As [`Shelf::state`].
    pub fn view(
        &mut self,
        filter: &ShelfFilter,
        offset: u64,
        limit: u32,
    ) -> Result<ShelfView<R>, StoreError> {
        let ShelfWindow { rows, total } = self.window(filter, offset, limit)?;
        Ok(ShelfView { rows, total, state: self.state()?, facets: self.facets()? })
    }
}

/// The rows of these ranks, all of them held.
pub(super) fn rows<R: ShelfRow>(
    connection: &Connection,
    seal: &Seal,
    known: &Known,
    blocks: &mut OpenBlocks,
    ranks: impl Iterator<Item = i64>,
) -> Result<Vec<R>, StoreError> {
    let mut rows = Vec::with_capacity(ranks.size_hint().0);
    for rank in ranks {
        let id = block_of(rank);
        let block = blocks.get(connection, seal, known.spot, &known.extent, id)?;
        let index = usize::try_from(ranks_of(id, &known.extent).end() - rank).unwrap_or(usize::MAX);
        rows.push(row::read(block.row(index), &known.names)?);
    }
    Ok(rows)
}
