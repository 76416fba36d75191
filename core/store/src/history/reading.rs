//! Reading the history in windows.

use fl_domain::account::Operation;
use rusqlite::Connection;

use super::{
    History, HistoryFilter, HistoryWindow, Known,
    block::{OpenBlocks, block_of, ranks_of},
    names::Field,
    row::StoredRow,
    search::Query,
};
use crate::{Store, StoreError, seal::Seal};

impl Store {
    /// Up to `limit` of the operations that `filter` lets through, newest first, without the first `offset` of them.
    ///
    /// The first window with a filter reads the whole history once and makes the search index, which later writes keep
    /// up to date; [`Store::forget_index`] wipes it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if what is kept is not what was written; otherwise what SQLite said.
    pub fn window(
        &mut self,
        filter: &HistoryFilter,
        offset: u64,
        limit: u32,
    ) -> Result<HistoryWindow, StoreError> {
        let Self { connection, seal, buffer, history, .. } = self;
        let known = History::known(&mut history.known, connection, seal, buffer)?;
        let ranks = known.extent.ranks();
        let (limit, skipped) = (limit as usize, i64::try_from(offset).unwrap_or(i64::MAX));
        let query = Query::parse(&filter.text);
        if filter.tax.is_none() && filter.kind.is_none() && query.is_empty() {
            let newest = ranks.end().saturating_sub(skipped);
            let wanted = (*ranks.start()..=newest).rev().take(limit);
            let rows = rows(connection, seal, known, &mut history.blocks, wanted)?;
            return Ok(HistoryWindow { rows, total: known.extent.count.unsigned_abs() });
        }
        let ids = (
            filter.tax.as_deref().map(|tax| known.names.id(Field::Tax, tax)),
            filter.kind.as_deref().map(|kind| known.names.id(Field::Kind, kind)),
        );
        let (tax, kind) = match ids {
            // A name that no operation has.
            (Some(None), _) | (_, Some(None)) => return Ok(HistoryWindow::default()),
            (tax, kind) => (tax.flatten(), kind.flatten()),
        };
        let found = history.search.find(connection, seal, known, tax, kind, query)?;
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let positions = found.positions(offset).take(limit);
        let wanted = positions.filter_map(|position| ranks.end().checked_sub_unsigned(position as u64));
        let total = found.count() as u64;
        Ok(HistoryWindow { rows: rows(connection, seal, known, &mut history.blocks, wanted)?, total })
    }
}

/// The operations of these ranks, all of them held.
pub(super) fn rows(
    connection: &Connection,
    seal: &Seal,
    known: &Known,
    blocks: &mut OpenBlocks,
    ranks: impl Iterator<Item = i64>,
) -> Result<Vec<Operation>, StoreError> {
    let mut rows = Vec::with_capacity(ranks.size_hint().0);
    for rank in ranks {
        let id = block_of(rank);
        let block = blocks.get(connection, seal, &known.extent, id)?;
        let index = usize::try_from(ranks_of(id, &known.extent).end() - rank).unwrap_or(usize::MAX);
        rows.push(StoredRow::read(block.row(index))?.operation(&known.names)?);
    }
    Ok(rows)
}
