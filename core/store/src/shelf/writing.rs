//! Writing a shelf: at its head, at its tail, or all of it.

use std::mem;

use fl_domain::{
    Timestamp,
    shelf::{HeadMerge, ShelfRow},
};
use rusqlite::Transaction;

use super::{
    Known, Shape, Shelf, State,
    block::{self, OpenBlocks, block_of, ranks_of},
    extent::Extent,
    names::Names,
    overlap, reading,
    row::Encoded,
    search::Search,
};
use crate::{StoreError, plain::Plain, seal::Seal};

/// Which end of the shelf grows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// By newer rows.
    Head,
    /// By older ones.
    Tail,
}

impl<R: ShelfRow> Shelf<'_, R> {
    /// Puts fresh rows, newest first and from the first page on, on top of the kept ones.
    ///
    /// They are joined where they meet: at the smallest number of new rows for which the rest are the same things
    /// ([`ShelfRow::is`]) as the kept head, at least one row being in both; where such a row says something else now, it
    /// takes the place of the kept one. Given rows that reach beyond the oldest kept one are appended. With `whole`, the
    /// given rows are all there are at the service, so a shelf that says otherwise is replaced.
    ///
    /// # Errors
    /// As [`Shelf::state`].
    pub fn merge_head(
        &mut self,
        rows: &[R],
        whole: bool,
        fetched_at: Timestamp,
    ) -> Result<HeadMerge, StoreError> {
        let mut writing = Writing::begin(self)?;
        let kept = writing.count();
        let ranks = writing.known.extent.ranks().rev().take(rows.len());
        let head: Vec<R> =
            reading::rows(&writing.transaction, writing.seal, &writing.known, &mut writing.blocks, ranks)?;
        let shift = if kept == 0 { Some(rows.len()) } else { overlap::shift(rows, &head) };
        let added = match shift {
            Some(shift) if !whole || shift + kept <= rows.len() => {
                let older = rows.get(shift + kept..).unwrap_or_default();
                writing.renew(&head, &rows[shift..])?;
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
        Ok(HeadMerge::Merged { added: added as u64 })
    }

    /// Forgets what is kept and keeps these rows, newest first and from the first page on; with `whole`, they are all
    /// there are at the service.
    ///
    /// # Errors
    /// As [`Shelf::state`].
    pub fn replace(&mut self, rows: &[R], whole: bool, fetched_at: Timestamp) -> Result<(), StoreError> {
        let mut writing = Writing::begin(self)?;
        writing.replace(rows)?;
        writing.known.extent.complete = whole;
        writing.known.extent.fetched_at = Some(fetched_at);
        writing.commit()
    }

    /// Appends older rows, newest first, to the kept ones; with `whole`, the last of them is the oldest there is. False,
    /// and nothing is written, if other than `expected_count` rows are kept: these were fetched for a shelf that has
    /// changed since.
    ///
    /// # Errors
    /// As [`Shelf::state`].
    pub fn append_tail(&mut self, expected_count: u64, rows: &[R], whole: bool) -> Result<bool, StoreError> {
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

/// A change to a shelf. Dropped before [`Writing::commit`], it leaves the file as it was and the memory empty, since that
/// may already hold what was not written.
struct Writing<'s> {
    transaction: Transaction<'s>,
    seal: &'s Seal,
    buffer: &'s mut Plain,
    place: &'s mut State,
    shape: Shape,
    known: Known,
    blocks: OpenBlocks,
    search: Search,
}

impl<'s> Writing<'s> {
    fn begin<R>(shelf: &'s mut Shelf<'_, R>) -> Result<Self, StoreError> {
        let Shelf { connection, seal, buffer, state: place, shape, .. } = shelf;
        let transaction = connection.transaction()?;
        let State { known, blocks, search } = mem::take(*place);
        let known = match known {
            // Another shelf may have been given the number since.
            Some(known) if !known.is_new => known,
            _ => Known::load(&transaction, seal, buffer, shape)?,
        };
        let mut writing = Self { transaction, seal, buffer, place, shape: *shape, known, blocks, search };
        if writing.known.is_stale {
            writing.clear()?;
        }
        Ok(writing)
    }

    fn count(&self) -> usize {
        usize::try_from(self.known.extent.count).unwrap_or(usize::MAX)
    }

    /// Puts rows, newest first, at one end.
    fn grow<R: ShelfRow>(&mut self, end: End, rows: &[R]) -> Result<(), StoreError> {
        let mut gathered = self.search.growing(&self.shape);
        let encoded = Encoded::of(rows, &mut self.known.names, gathered.as_mut())?;
        if encoded.len() == 0 {
            return Ok(());
        }
        self.search.grow(end, gathered);
        self.join(end, &encoded)
    }

    fn join(&mut self, end: End, encoded: &Encoded) -> Result<(), StoreError> {
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
            after.oldest = encoded.oldest;
        }
        for id in block_of(*new.start())..=block_of(*new.end()) {
            // Rows that stood in this block stay: they and the new ones meet in it.
            self.write(id, &before, &after, |rank| {
                new.contains(&rank).then(|| encoded.row(distance(rank, *new.end())))
            })?;
        }
        self.known.extent = after;
        Ok(())
    }

    /// Puts those of the `fresh` rows that say something else than the same things in the kept `head` in their place.
    fn renew<R: ShelfRow>(&mut self, head: &[R], fresh: &[R]) -> Result<(), StoreError> {
        let pairs = head.iter().zip(fresh).enumerate();
        let changed: Vec<usize> = pairs.filter(|(_, (old, new))| old != new).map(|(at, _)| at).collect();
        let Some(oldest) = changed.last() else { return Ok(()) };
        for row in changed.iter().filter_map(|at| head.get(*at)) {
            for facet in 0..R::FACETS {
                self.known.names.uncount(facet, &row.facet(facet));
            }
        }
        let rows: Vec<R> = changed.iter().filter_map(|at| fresh.get(*at)).cloned().collect();
        let encoded = Encoded::of(&rows, &mut self.known.names, None)?;
        // The texts of the index never change.
        self.search = Search::default();

        let before = self.known.extent;
        let mut after = before;
        if oldest + 1 == self.count() {
            after.oldest = encoded.oldest;
        }
        let rank_of = |at: &usize| before.head.saturating_sub_unsigned(*at as u64);
        let mut blocks: Vec<i64> = changed.iter().map(|at| block_of(rank_of(at))).collect();
        blocks.dedup();
        for id in blocks {
            self.write(id, &before, &after, |rank| {
                let at = changed.binary_search(&distance(rank, before.head)).ok()?;
                Some(encoded.row(at))
            })?;
        }
        self.known.extent = after;
        Ok(())
    }

    /// Writes a block anew: the rows that `new` has for their ranks, and those it held for all others.
    fn write<'r>(
        &mut self,
        id: i64,
        before: &Extent,
        after: &Extent,
        new: impl Fn(i64) -> Option<&'r [u8]>,
    ) -> Result<(), StoreError> {
        let Self { transaction, seal, buffer, known: Known { spot, .. }, blocks, .. } = self;
        let old = ranks_of(id, before);
        let block =
            if old.is_empty() { None } else { Some(blocks.get(transaction, seal, *spot, before, id)?) };
        let mut parts = Vec::with_capacity(block::SPAN_ROWS);
        for rank in ranks_of(id, after).rev() {
            let kept = || block.map(|block| block.row(distance(rank, *old.end())));
            parts.push(new(rank).or_else(kept).ok_or(spot.block(id).damaged())?);
        }
        block::write(transaction, seal, buffer, spot.block(id), &parts)?;
        blocks.forget(id);
        Ok(())
    }

    /// Forgets every row and puts these in their place.
    fn replace<R: ShelfRow>(&mut self, rows: &[R]) -> Result<(), StoreError> {
        self.clear()?;
        self.grow(End::Head, rows)
    }

    fn clear(&mut self) -> Result<(), StoreError> {
        let Known { spot, extent, names, .. } = &mut self.known;
        for (sql, all) in [
            ("DELETE FROM block WHERE id BETWEEN ?1 AND ?2", spot.blocks()),
            ("DELETE FROM name WHERE id BETWEEN ?1 AND ?2", spot.names()),
        ] {
            self.transaction.prepare_cached(sql)?.execute([all.start(), all.end()])?;
        }
        // Ranks go on: what is put now never stands where something else stood.
        *extent = Extent { form: extent.form, head: extent.head, ..Extent::default() };
        *names = Names::new(self.shape.facets, self.shape.called);
        self.blocks = OpenBlocks::default();
        self.search = Search::default();
        Ok(())
    }

    fn commit(mut self) -> Result<(), StoreError> {
        let Known { spot, extent, names, .. } = &mut self.known;
        names.save(&self.transaction, self.seal, self.buffer, *spot)?;
        extent.save(&self.transaction, self.seal, self.buffer, *spot)?;
        self.transaction.commit()?;
        (self.known.is_new, self.known.is_stale) = (false, false);
        *self.place = State { known: Some(self.known), blocks: self.blocks, search: self.search };
        Ok(())
    }

    /// Ends without a change, keeping what is in memory.
    fn leave(self) {
        *self.place = State { known: Some(self.known), blocks: self.blocks, search: self.search };
    }
}

/// How many ranks lie from `rank` up to `newest`, which is not below it.
fn distance(rank: i64, newest: i64) -> usize {
    usize::try_from(newest - rank).unwrap_or(usize::MAX)
}
