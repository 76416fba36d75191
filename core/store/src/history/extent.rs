//! Which operations the blocks hold: the one value that tells a missing block from one that was never there.

use std::ops::RangeInclusive;

use fl_domain::{Date, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::row::StoredDate;
use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Seal, Table},
};

const PLACE: Place = Place::numbered(Table::Extent, 1);
/// No history comes near it, and no sum of ranks below it overflows.
const LIMIT: i64 = 1 << 40;

/// The operations of ranks `head − count + 1 ..= head`; a larger rank is a newer operation.
#[derive(Clone, Copy, Default)]
pub(crate) struct Extent {
    pub(crate) head: i64,
    pub(crate) count: i64,
    /// The oldest of them is the account's first.
    pub(crate) complete: bool,
    pub(crate) fetched_at: Option<Timestamp>,
    pub(crate) oldest: Option<Date>,
}

#[derive(Serialize, Deserialize)]
struct StoredExtent {
    head: i64,
    count: i64,
    complete: bool,
    fetched_at: Option<(i64, i32)>,
    oldest: Option<StoredDate>,
}

impl Extent {
    pub(crate) fn load(connection: &Connection, seal: &Seal, buffer: &mut Plain) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached("SELECT value FROM extent WHERE id = 1")?;
        let opened = statement.query_row([], |row| Ok(seal.open_column(PLACE, row, 0, buffer))).optional()?;
        match opened.transpose()? {
            Some(()) => Self::decode(buffer).ok_or(PLACE.damaged()),
            None => Ok(Self::default()),
        }
    }

    fn decode(plain: &[u8]) -> Option<Self> {
        let stored: StoredExtent = postcard::from_bytes(plain).ok()?;
        let within = (-LIMIT..=LIMIT).contains(&stored.head) && (0..=LIMIT).contains(&stored.count);
        let fetched_at = match stored.fetched_at {
            Some((second, nanosecond)) => Some(Timestamp::new(second, nanosecond).ok()?),
            None => None,
        };
        within.then_some(Self {
            head: stored.head,
            count: stored.count,
            complete: stored.complete,
            fetched_at,
            oldest: stored.oldest.and_then(StoredDate::date),
        })
    }

    pub(crate) fn save(
        &self,
        connection: &Connection,
        seal: &Seal,
        buffer: &mut Plain,
    ) -> Result<(), StoreError> {
        if self.head.abs() > LIMIT || self.count > LIMIT {
            return Err(StoreError::TooLarge);
        }
        let stored = StoredExtent {
            head: self.head,
            count: self.count,
            complete: self.complete,
            fetched_at: self.fetched_at.map(|at| (at.as_second(), at.subsec_nanosecond())),
            oldest: self.oldest.map(StoredDate::from),
        };
        seal.seal(PLACE, buffer, |plain| plain.encode(&stored))?;
        connection
            .prepare_cached("INSERT OR REPLACE INTO extent (id, value) VALUES (1, ?1)")?
            .execute(params![&**buffer])?;
        Ok(())
    }

    /// The ranks held; empty if there is no operation.
    pub(crate) fn ranks(&self) -> RangeInclusive<i64> {
        self.head - self.count + 1..=self.head
    }
}
