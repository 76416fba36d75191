//! Writing the history: at its head, at its tail, or all of it.

use std::mem;

use fl_domain::{Timestamp, account::Operation};
use rusqlite::Transaction;

use super::{
    HeadMerge, History, Known,
    block::{self, OpenBlocks, block_of, ranks_of},
    extent::Extent,
    names::{Field, Names},
    overlap, reading,
    row::{Encoded, StoredRow},
    search::Search,
};
use crate::{Store, StoreError, plain::Plain, seal::Seal};

/// Which end of the history grows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// By newer operations.
    Head,
    /// By older ones.
    Tail,
}

impl Store {
    /// Puts fresh rows, newest first and from the first page on, on top of the cached ones.
    ///
    /// They are joined where they meet: at the smallest number of new rows for which the rest equals the cached head,
    /// at least one row being in both. Given rows that reach beyond the oldest cached one are appended. With `whole`,
    /// the given rows are the account's entire history, so a cache that says otherwise is replaced.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if what is kept is not what was written; otherwise what SQLite said.
    pub fn merge_head(
        &mut self,
        rows: &[Operation],
        whole: bool,
        fetched_at: Timestamp,
    ) -> Result<HeadMerge, StoreError> {
        let mut writing = Writing::begin(self)?;
        let cached = writing.head(rows.len())?;
        let kept = writing.count();
        let shift = if kept == 0 { Some(rows.len()) } else { overlap::shift(rows, &cached) };
        drop(cached);
        let added = match shift {
            Some(shift) if !whole || shift + kept <= rows.len() => {
                let older = rows.get(shift + kept..).unwrap_or_default();
                writing.grow(End::Head, &rows[..shift])?;
                writing.grow(End::Tail, older)?;
                // Rows below what was thought to be the oldest, or nothing to be older than: only `whole` can tell.
                if whole || kept == 0 || !older.is_empty() {
                    writing.known.extent.complete = whole;
                }
                shift + older.len()
            }
            _ if whole => {
                writing.replace(rows)?;
                writing.known.extent.complete = true;
                rows.len()
            }
            _ => {
                writing.leave();
                return Ok(HeadMerge::Gap);
            }
        };
        writing.known.extent.fetched_at = Some(fetched_at);
        writing.commit()?;
        Ok(HeadMerge::Merged { added })
    }

    /// Forgets the cached history and keeps these rows, newest first and from the first page on; with `whole`, they are
    /// the account's entire history.
    ///
    /// # Errors
    /// As [`Store::merge_head`].
    pub fn replace_history(
        &mut self,
        rows: &[Operation],
        whole: bool,
        fetched_at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut writing = Writing::begin(self)?;
        writing.replace(rows)?;
        writing.known.extent.complete = whole;
        writing.known.extent.fetched_at = Some(fetched_at);
        writing.commit()
    }

    /// Appends older rows, newest first, to the cached ones; with `whole`, the last of them is the account's first
    /// operation. False, and nothing is written, if other than `expected_count` operations are kept: the rows were
    /// fetched for a history that has changed since.
    ///
    /// # Errors
    /// As [`Store::merge_head`].
    pub fn append_tail(
        &mut self,
        expected_count: u64,
        rows: &[Operation],
        whole: bool,
    ) -> Result<bool, StoreError> {
        let mut writing = Writing::begin(self)?;
        if writing.count() as u64 != expected_count {
            writing.leave();
            return Ok(false);
        }
        writing.grow(End::Tail, rows)?;
        let extent = &mut writing.known.extent;
        extent.complete = whole || (extent.complete && rows.is_empty());
        writing.commit()?;
        Ok(true)
    }
}

/// A change to the history. Dropped before [`Writing::commit`], it leaves the file as it was and the memory empty, since
/// that may already hold what was not written.
struct Writing<'s> {
    transaction: Transaction<'s>,
    seal: &'s Seal,
    buffer: &'s mut Plain,
    place: &'s mut History,
    known: Known,
    blocks: OpenBlocks,
    search: Search,
}

impl<'s> Writing<'s> {
    fn begin(store: &'s mut Store) -> Result<Self, StoreError> {
        let Store { connection, seal, buffer, history, .. } = store;
        let transaction = connection.transaction()?;
        let History { mut known, blocks, search } = mem::take(history);
        History::known(&mut known, &transaction, seal, buffer)?;
        let known = known.unwrap_or_default();
        Ok(Self { transaction, seal, buffer, place: history, known, blocks, search })
    }

    fn count(&self) -> usize {
        usize::try_from(self.known.extent.count).unwrap_or(usize::MAX)
    }

    /// The newest operations kept, at most `limit`.
    fn head(&mut self, limit: usize) -> Result<Vec<Operation>, StoreError> {
        let ranks = self.known.extent.ranks().rev().take(limit);
        reading::rows(&self.transaction, self.seal, &self.known, &mut self.blocks, ranks)
    }

    /// Puts rows, newest first, at one end.
    fn grow(&mut self, end: End, rows: &[Operation]) -> Result<(), StoreError> {
        let Some(last) = rows.last() else { return Ok(()) };
        let mut encoded = Encoded::default();
        let mut indexing = self.search.growing();
        for operation in rows {
            let tax = self.known.names.count(Field::Tax, &operation.tax)?;
            let kind = self.known.names.count(Field::Kind, &operation.kind)?;
            let row = StoredRow::new(operation, tax, kind);
            encoded.push(&row)?;
            if let Some(indexing) = &mut indexing {
                indexing.push(&row)?;
            }
        }
        self.search.grow(end, indexing);

        let before = self.known.extent;
        let added = i64::try_from(encoded.len()).map_err(|_| StoreError::TooLarge)?;
        let mut after = Extent { count: before.count + added, ..before };
        let new = match end {
            End::Head => {
                after.head += added;
                before.head + 1..=after.head
            }
            End::Tail => *after.ranks().start()..=*before.ranks().start() - 1,
        };
        if end == End::Tail || before.count == 0 {
            after.oldest = last.date;
        }
        for id in block_of(*new.start())..=block_of(*new.end()) {
            // Rows that stood in this block stay: they and the new ones meet in it.
            let old = ranks_of(id, &before);
            let block = if old.is_empty() {
                None
            } else {
                Some(self.blocks.get(&self.transaction, self.seal, &before, id)?)
            };
            let mut parts = Vec::with_capacity(block::SPAN_ROWS);
            for rank in ranks_of(id, &after).rev() {
                parts.push(match block {
                    Some(block) if old.contains(&rank) => block.row(distance(rank, *old.end())),
                    _ => encoded.row(distance(rank, *new.end())),
                });
            }
            block::write(&self.transaction, self.seal, self.buffer, id, &parts)?;
            self.blocks.forget(id);
        }
        self.known.extent = after;
        Ok(())
    }

    /// Forgets every row and puts these in their place.
    fn replace(&mut self, rows: &[Operation]) -> Result<(), StoreError> {
        self.transaction.execute_batch("DELETE FROM block; DELETE FROM name;")?;
        self.blocks = OpenBlocks::default();
        self.search = Search::default();
        self.known = Known {
            // Ranks go on: what is put now never stands where something else stood.
            extent: Extent { head: self.known.extent.head, ..Extent::default() },
            names: Names::default(),
        };
        self.grow(End::Head, rows)
    }

    fn commit(mut self) -> Result<(), StoreError> {
        self.known.names.save(&self.transaction, self.seal, self.buffer)?;
        self.known.extent.save(&self.transaction, self.seal, self.buffer)?;
        self.transaction.commit()?;
        *self.place = History { known: Some(self.known), blocks: self.blocks, search: self.search };
        Ok(())
    }

    /// Ends without a change, keeping what is in memory.
    fn leave(self) {
        *self.place = History { known: Some(self.known), blocks: self.blocks, search: self.search };
    }
}

/// How many ranks lie from `rank` up to `newest`, which is not below it.
fn distance(rank: i64, newest: i64) -> usize {
    usize::try_from(newest - rank).unwrap_or(usize::MAX)
}
