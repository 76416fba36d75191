//! The second step: snapshots, which had numbers, get names; the history becomes the shelf of operations.
//!
//! Blocks and names of operations stay as they are, however many: the shelf takes the number they are bound to.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Seal, Table},
    values,
};

/// What the numbers of the first version stood for: names of questions as they were then, also where none is asked by
/// such a name any more.
const NAMES: [(i64, &str); 10] = [
    (1, "ens-balance"),
    (2, "liability-totals"),
    (3, "accruals"),
    (4, "arrears"),
    (5, "incomes"),
    (6, "taxpayer"),
    (7, "payment-totals"),
    (8, "password"),
    (9, "contacts"),
    (10, "sign-ins"),
];
/// The name and form of the shelf that the history becomes.
const HISTORY: (&str, u32) = ("operations", 1);

pub(super) fn carry(transaction: &Transaction<'_>, seal: &Seal) -> Result<(), StoreError> {
    for (number, name) in NAMES {
        snapshot(transaction, seal, number, name)?;
    }
    extent(transaction, seal)?;
    transaction.execute_batch("DROP TABLE snapshot; DROP TABLE extent;")?;
    Ok(())
}

/// A snapshot was second, nanosecond, the number of the reading's kind and the reading.
fn snapshot(transaction: &Transaction<'_>, seal: &Seal, number: i64, name: &str) -> Result<(), StoreError> {
    let place = Place::numbered(Table::Snapshot, number);
    let sql = "SELECT value FROM snapshot WHERE kind = ?1";
    let Some(plain) = opened(transaction, seal, place, sql)? else { return Ok(()) };
    let ((second, nanosecond, _), reading) =
        postcard::take_from_bytes::<(i64, i32, u32)>(&plain).map_err(|_| place.damaged())?;
    let envelope = values::envelope(name, (second, nanosecond), reading)?;
    values::write(transaction, seal, &mut Plain::default(), name, &envelope)
}

/// An extent was what it is now, but for the form before it.
fn extent(transaction: &Transaction<'_>, seal: &Seal) -> Result<(), StoreError> {
    let place = Place::numbered(Table::Extent, 1);
    let sql = "SELECT value FROM extent WHERE id = ?1";
    let Some(plain) = opened(transaction, seal, place, sql)? else { return Ok(()) };
    let (name, form) = HISTORY;
    let look_up = seal.look_up(Table::Shelf, name)?;
    let mut sealed = Plain::default();
    seal.seal(Place::both(Table::Shelf, 0, look_up), &mut sealed, |buffer| {
        buffer.encode(&form)?;
        buffer.extend(&plain);
        Ok(())
    })?;
    transaction
        .execute("INSERT INTO shelf (id, name, value) VALUES (0, ?1, ?2)", params![look_up, &*sealed])?;
    Ok(())
}

fn opened(
    transaction: &Transaction<'_>,
    seal: &Seal,
    place: Place,
    sql: &str,
) -> Result<Option<Plain>, StoreError> {
    let mut plain = Plain::default();
    let read = transaction
        .query_row(sql, [place.number()], |row| Ok(seal.open_column(place, row, 0, &mut plain)))
        .optional()?;
    Ok(read.transpose()?.map(|()| plain))
}
