//! Which rows a shelf's blocks hold: the one value that tells a missing block from one that was never there.

use std::ops::RangeInclusive;

use fl_domain::{Date, Timestamp};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{row::StoredDate, spot::Spot};
use crate::{StoreError, plain::Plain, seal::Seal};

/// No shelf comes near it, and no sum of ranks below it overflows.
const LIMIT: i64 = 1 << 40;

/// The rows of ranks `head − count + 1 ..= head`; a larger rank is a newer row.
#[derive(Clone, Copy, Default)]
pub(crate) struct Extent {
    /// The form of the rows, as their type numbers it.
    pub(crate) form: u32,
    pub(crate) head: i64,
    pub(crate) count: i64,
    /// The oldest of them is the account's first.
    pub(crate) complete: bool,
    pub(crate) fetched_at: Option<Timestamp>,
    pub(crate) oldest: Option<Date>,
}

#[derive(Serialize, Deserialize)]
struct StoredExtent {
    form: u32,
    head: i64,
    count: i64,
    complete: bool,
    fetched_at: Option<(i64, i32)>,
    oldest: Option<StoredDate>,
}

impl Extent {
    /// What was sealed.
    pub(crate) fn decode(plain: &[u8]) -> Option<Self> {
        let stored: StoredExtent = postcard::from_bytes(plain).ok()?;
        let within = (-LIMIT..=LIMIT).contains(&stored.head) && (0..=LIMIT).contains(&stored.count);
        let fetched_at = match stored.fetched_at {
            Some((second, nanosecond)) => Some(Timestamp::new(second, nanosecond).ok()?),
            None => None,
        };
        within.then_some(Self {
            form: stored.form,
            head: stored.head,
            count: stored.count,
            complete: stored.complete,
            fetched_at,
            oldest: stored.oldest.and_then(StoredDate::date),
        })
    }

    fn encode(&self, plain: &mut Plain) -> Result<(), StoreError> {
        plain.encode(&StoredExtent {
            form: self.form,
            head: self.head,
            count: self.count,
            complete: self.complete,
            fetched_at: self.fetched_at.map(|at| (at.as_second(), at.subsec_nanosecond())),
            oldest: self.oldest.map(StoredDate::from),
        })
    }

    pub(crate) fn save(
        &self,
        connection: &Connection,
        seal: &Seal,
        buffer: &mut Plain,
        spot: Spot,
    ) -> Result<(), StoreError> {
        if self.head.abs() > LIMIT || self.count > LIMIT {
            return Err(StoreError::TooLarge);
        }
        let place = spot.extent();
        seal.seal(place, buffer, |plain| self.encode(plain))?;
        connection
            .prepare_cached("INSERT OR REPLACE INTO shelf (id, name, value) VALUES (?1, ?2, ?3)")?
            .execute(params![place.number(), spot.hash(), &**buffer])?;
        Ok(())
    }

    /// The ranks held; empty if there is no row.
    pub(crate) fn ranks(&self) -> RangeInclusive<i64> {
        self.head - self.count + 1..=self.head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What earlier runs wrote has to be readable: where this fails, a step that carries extents over is due, with the new
    /// bytes here.
    #[test]
    fn the_form_of_an_extent_is_known() {
        let extent = Extent {
            form: 1,
            head: 300,
            count: 2,
            complete: true,
            fetched_at: Some(Timestamp::new(1, 2).unwrap()),
            oldest: Some(Date::new(2025, 12, 1).unwrap()),
        };
        let mut plain = Plain::default();
        extent.encode(&mut plain).unwrap();
        assert_eq!(*plain, [1, 0xD8, 4, 4, 1, 1, 2, 4, 1, 0x82, 0xCE, 0x7E]);
        let read = Extent::decode(&plain).unwrap();
        assert_eq!((read.form, read.ranks(), read.complete), (1, 299..=300, true));
        assert_eq!((read.fetched_at, read.oldest), (extent.fetched_at, extent.oldest));
    }
}
