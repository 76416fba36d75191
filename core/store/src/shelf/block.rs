//! Blocks: the unit in which rows are sealed, written and kept open.
//!
//! Setting up the cipher for a row of 150 bytes costs four times what SQLite needs to read it, so a row is not sealed
//! alone: a block of 32 shares one nonce, one tag and one row of the table. That also hides how long each of them is and
//! which have names in common.
//!
//! A block is a table of `count` and the `count` ends of its rows, each four bytes, then the rows, newest first.

use std::ops::RangeInclusive;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{extent::Extent, spot::Spot};
use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Seal},
};

/// Ranks a block.
const SPAN: i64 = 32;
/// The same, as the rows of a full block are counted.
pub(crate) const SPAN_ROWS: usize = 32;
/// Blocks kept open: 16,384 rows, about what SQLite's own page cache holds of them.
const SLOTS: usize = 512;
const _: () = assert!(SLOTS.is_power_of_two() && SLOTS <= 1 << 16);
/// A block larger than this, which no service has been seen to send, is not kept open.
const LARGEST_KEPT: usize = 64 << 10;

/// The block that holds a rank.
pub(crate) const fn block_of(rank: i64) -> i64 {
    rank.div_euclid(SPAN)
}

/// The ranks of a block that `extent` covers.
pub(crate) fn ranks_of(block: i64, extent: &Extent) -> RangeInclusive<i64> {
    let held = extent.ranks();
    (block * SPAN).max(*held.start())..=(block * SPAN + SPAN - 1).min(*held.end())
}

/// An opened block whose table has been checked.
#[derive(Default)]
pub(crate) struct Block {
    bytes: Plain,
    first: usize,
}

impl Block {
    /// The row at `index` from the block's newest.
    pub(crate) fn row(&self, index: usize) -> &[u8] {
        let end = |index| read_u32(&self.bytes, 4 + 4 * index).unwrap_or(0);
        let start = if index == 0 { 0 } else { end(index - 1) };
        self.bytes.get(self.first + start..self.first + end(index)).unwrap_or_default()
    }

    /// Opens what is sealed, which must hold `count` rows.
    fn open(
        &mut self,
        seal: &Seal,
        place: Place,
        (row, column): (&Row<'_>, usize),
        count: usize,
    ) -> Result<(), StoreError> {
        seal.open_column(place, row, column, &mut self.bytes)?;
        self.first = 4 + 4 * count;
        let ends = (0..=count).map(|index| read_u32(&self.bytes, 4 * index));
        let mut last = 0;
        for (index, end) in ends.enumerate() {
            let end = end.ok_or(place.damaged())?;
            let sound = if index == 0 { end == count } else { end >= last };
            if !sound {
                return Err(place.damaged());
            }
            last = if index == 0 { 0 } else { end };
        }
        if self.first + last == self.bytes.len() { Ok(()) } else { Err(place.damaged()) }
    }
}

fn read_u32(bytes: &[u8], at: usize) -> Option<usize> {
    let (value, _) = bytes.get(at..)?.split_first_chunk()?;
    usize::try_from(u32::from_le_bytes(*value)).ok()
}

/// Seals rows, newest first, as a block and writes it.
pub(crate) fn write(
    connection: &Connection,
    seal: &Seal,
    buffer: &mut Plain,
    place: Place,
    rows: &[&[u8]],
) -> Result<(), StoreError> {
    seal.seal(place, buffer, |plain| {
        let mut put = |number: usize| {
            let number = u32::try_from(number).map_err(|_| StoreError::TooLarge)?;
            plain.extend(&number.to_le_bytes());
            Ok::<_, StoreError>(())
        };
        put(rows.len())?;
        let mut end = 0;
        for row in rows {
            end += row.len();
            put(end)?;
        }
        for row in rows {
            plain.extend(row);
        }
        Ok(())
    })?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO block (id, value) VALUES (?1, ?2)")?
        .execute(params![place.number(), &**buffer])?;
    Ok(())
}

/// Passes every block of a shelf, newest first, to `visit` with the number of its rows; keeps none open.
pub(crate) fn scan(
    connection: &Connection,
    seal: &Seal,
    spot: Spot,
    extent: &Extent,
    mut visit: impl FnMut(&Block, usize) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if extent.count == 0 {
        return Ok(());
    }
    let mut block = Block::default();
    let mut statement = connection
        .prepare_cached("SELECT id, value FROM block WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC")?;
    let all = spot.blocks();
    let mut rows = statement.query([all.start(), all.end()])?;
    let held = extent.ranks();
    for id in (block_of(*held.start())..=block_of(*held.end())).rev() {
        let place = spot.block(id);
        let row = rows.next()?.ok_or(place.damaged())?;
        if row.get::<_, i64>(0)? != place.number() {
            return Err(place.damaged());
        }
        let count = ranks_of(id, extent).count();
        block.open(seal, place, (row, 1), count)?;
        visit(&block, count)?;
    }
    Ok(())
}

/// Blocks that were read lately, each at the slot its number gives: neighbours never push each other out.
#[derive(Default)]
pub(crate) struct OpenBlocks {
    slots: Vec<Option<(i64, Block)>>,
    /// Where a block goes that is too large to keep.
    passing: Block,
}

impl OpenBlocks {
    /// The block, opened if it is not yet.
    pub(crate) fn get(
        &mut self,
        connection: &Connection,
        seal: &Seal,
        spot: Spot,
        extent: &Extent,
        id: i64,
    ) -> Result<&Block, StoreError> {
        if self.slots.is_empty() {
            self.slots.resize_with(SLOTS, || None);
        }
        let at = slot(id);
        if !matches!(&self.slots[at], Some((kept, _)) if *kept == id) {
            // On failure the slot stays empty.
            let mut block = self.slots[at].take().map(|(_, block)| block).unwrap_or_default();
            read(connection, seal, spot.block(id), ranks_of(id, extent).count(), &mut block)?;
            if block.bytes.len() > LARGEST_KEPT {
                self.passing = block;
                return Ok(&self.passing);
            }
            self.slots[at] = Some((id, block));
        }
        match &self.slots[at] {
            Some((_, block)) => Ok(block),
            None => Err(spot.block(id).damaged()),
        }
    }

    /// Forgets a block that is written anew.
    pub(crate) fn forget(&mut self, id: i64) {
        if let Some(kept) = self.slots.get_mut(slot(id)) {
            *kept = None;
        }
    }
}

fn slot(id: i64) -> usize {
    // The remainder is that of the number's low bits, `SLOTS` being a power of two.
    usize::from(u16::from_le_bytes([id.to_le_bytes()[0], id.to_le_bytes()[1]])) % SLOTS
}

fn read(
    connection: &Connection,
    seal: &Seal,
    place: Place,
    count: usize,
    block: &mut Block,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM block WHERE id = ?1")?;
    let opened = statement
        .query_row([place.number()], |row| Ok(block.open(seal, place, (row, 0), count)))
        .optional()?;
    opened.unwrap_or(Err(place.damaged()))
}
