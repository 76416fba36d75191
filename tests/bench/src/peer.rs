//! The same work in SQLite alone: what sealing costs is the difference. Also built against `SQLCipher`.

use std::{collections::HashMap, path::Path};

use fl_domain::{Date, Money, Timestamp, account::Operation};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::{Outcome, sample::Value};

const SPAN: usize = 32;

/// How the peer keeps operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As the store does: 32 operations a row of the table, names by number.
    Blocks,
    /// As is usual: an operation a row, with columns and indices to filter by.
    Rows,
}

/// A cache in SQLite without seals.
#[derive(Debug)]
pub struct Peer {
    connection: Connection,
    shape: Shape,
    names: Vec<String>,
    count: usize,
}

#[derive(Serialize, Deserialize)]
struct StoredRow<'a> {
    tax: u32,
    kind: u32,
    date: Option<i32>,
    amount: Money,
    description: &'a str,
    source: &'a str,
}

impl Peer {
    /// Makes a cache of an account and opens it.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn create(
        path: &Path,
        shape: Shape,
        key: Option<&str>,
        history: &[Operation],
        values: &[Value],
    ) -> Outcome<Self> {
        let mut connection = connect(path, key)?;
        connection.execute_batch(
            "CREATE TABLE snapshot (kind INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT;
             CREATE TABLE name (id INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT;
             CREATE TABLE extent (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
             CREATE TABLE block (id INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT;
             CREATE TABLE operation (
                 rank INTEGER PRIMARY KEY, tax BLOB NOT NULL, kind BLOB NOT NULL, value BLOB NOT NULL
             ) STRICT;
             CREATE INDEX by_tax ON operation (tax, rank);
             CREATE INDEX by_kind ON operation (kind, rank);
             CREATE INDEX by_both ON operation (tax, kind, rank);",
        )?;
        let transaction = connection.transaction()?;
        for (kind, (_, bytes)) in (1_i64..).zip(values) {
            let value = dated(bytes, Timestamp::UNIX_EPOCH)?;
            transaction.execute("INSERT INTO snapshot VALUES (?1, ?2)", params![kind, value])?;
        }
        match shape {
            Shape::Blocks => write_blocks(&transaction, history)?,
            Shape::Rows => write_rows(&transaction, history)?,
        }
        transaction.execute("INSERT INTO extent VALUES (1, ?1)", [i64::try_from(history.len())?])?;
        transaction.commit()?;
        drop(connection);
        Self::open(path, shape, key)
    }

    /// Opens a cache that was made.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn open(path: &Path, shape: Shape, key: Option<&str>) -> Outcome<Self> {
        let connection = connect(path, key)?;
        let count: i64 = connection.query_row("SELECT count FROM extent", [], |row| row.get(0))?;
        let names = connection
            .prepare("SELECT value FROM name ORDER BY id")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(Self { connection, shape, names, count: usize::try_from(count)? })
    }

    /// Up to `limit` operations without the first `offset`, newest first.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn window(&self, offset: usize, limit: usize) -> Outcome<Vec<Operation>> {
        let newest = self.count.saturating_sub(offset);
        let oldest = newest.saturating_sub(limit);
        match self.shape {
            Shape::Rows => self.rows(oldest, newest),
            Shape::Blocks => self.blocks(oldest, newest),
        }
    }

    fn rows(&self, oldest: usize, newest: usize) -> Outcome<Vec<Operation>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT value FROM operation WHERE rank >= ?1 AND rank < ?2 ORDER BY rank DESC",
        )?;
        let mut rows = statement.query(params![i64::try_from(oldest)?, i64::try_from(newest)?])?;
        let mut operations = Vec::with_capacity(newest - oldest);
        while let Some(row) = rows.next()? {
            operations.push(postcard::from_bytes(row.get_ref(0)?.as_blob()?)?);
        }
        Ok(operations)
    }

    fn blocks(&self, oldest: usize, newest: usize) -> Outcome<Vec<Operation>> {
        let mut operations = Vec::with_capacity(newest - oldest);
        if newest == oldest {
            return Ok(operations);
        }
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, value FROM block WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC")?;
        let mut rows =
            statement.query(params![i64::try_from(oldest / SPAN)?, i64::try_from((newest - 1) / SPAN)?])?;
        while let Some(row) = rows.next()? {
            let first = usize::try_from(row.get::<_, i64>(0)?)? * SPAN;
            let block = row.get_ref(1)?.as_blob()?;
            let last = (first + SPAN).min(self.count);
            for rank in (first.max(oldest)..last.min(newest)).rev() {
                operations.push(self.operation(row_of(block, last - 1 - rank)?)?);
            }
        }
        Ok(operations)
    }

    fn operation(&self, bytes: &[u8]) -> Outcome<Operation> {
        let row: StoredRow<'_> = postcard::from_bytes(bytes)?;
        let name = |id: u32| self.names.get(id as usize).cloned().ok_or("no such name");
        let date = row.date.and_then(|date| {
            let part = |value: i32| i8::try_from(value).ok();
            Date::new(i16::try_from(date / 512).ok()?, part(date % 512 / 32)?, part(date % 32)?).ok()
        });
        Ok(Operation {
            date,
            amount: row.amount,
            description: row.description.to_owned(),
            kind: name(row.kind)?,
            tax: name(row.tax)?,
            source: row.source.to_owned(),
        })
    }

    /// A value, by its number from 1.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn get(&self, kind: i64) -> Outcome<(Timestamp, Vec<u8>)> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM snapshot WHERE kind = ?1")?;
        let mut rows = statement.query([kind])?;
        let row = rows.next()?.ok_or("no such value")?;
        let ((second, nanosecond), bytes) =
            postcard::take_from_bytes::<(i64, i32)>(row.get_ref(0)?.as_blob()?)?;
        Ok((Timestamp::new(second, nanosecond)?, bytes.to_vec()))
    }

    /// Replaces values in one transaction.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn put_all(&mut self, values: &[(i64, &Value)], at: Timestamp) -> Outcome<()> {
        let transaction = self.connection.transaction()?;
        for (kind, (_, bytes)) in values {
            let value = dated(bytes, at)?;
            transaction
                .prepare_cached("INSERT OR REPLACE INTO snapshot (kind, value) VALUES (?1, ?2)")?
                .execute(params![kind, value])?;
        }
        Ok(transaction.commit()?)
    }
}

/// A value behind the time it is of.
fn dated(bytes: &[u8], at: Timestamp) -> postcard::Result<Vec<u8>> {
    let mut value = postcard::to_stdvec(&(at.as_second(), at.subsec_nanosecond()))?;
    value.extend_from_slice(bytes);
    Ok(value)
}

/// With the store's own settings, so that only the seal differs.
fn connect(path: &Path, key: Option<&str>) -> Outcome<Connection> {
    let connection = Connection::open(path)?;
    if let Some(key) = key {
        connection.pragma_update(None, "key", key)?;
    }
    connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;",
    )?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

fn write_blocks(connection: &Connection, history: &[Operation]) -> Outcome<()> {
    let mut names = HashMap::new();
    let mut name = |text: &str| -> Outcome<u32> {
        if let Some(id) = names.get(text) {
            return Ok(*id);
        }
        let id = u32::try_from(names.len())?;
        names.insert(text.to_owned(), id);
        connection.execute("INSERT INTO name VALUES (?1, ?2)", params![id, text])?;
        Ok(id)
    };
    // Newest first, as given: the last block is the first, and may be short.
    let short = history.len() % SPAN;
    let (head, rest) = history.split_at(short);
    let blocks = history.len().div_ceil(SPAN);
    let parts = (!head.is_empty()).then_some(head).into_iter().chain(rest.chunks(SPAN));
    let mut values = Vec::with_capacity(blocks);
    for (index, operations) in parts.enumerate() {
        let mut rows = Vec::new();
        let mut ends = Vec::new();
        for operation in operations {
            let date = operation.date.map(|date| {
                (i32::from(date.year()) * 16 + i32::from(date.month())) * 32 + i32::from(date.day())
            });
            let row = StoredRow {
                tax: name(&operation.tax)?,
                kind: name(&operation.kind)?,
                date,
                amount: operation.amount,
                description: &operation.description,
                source: &operation.source,
            };
            rows = postcard::to_extend(&row, rows)?;
            ends.push(u32::try_from(rows.len())?);
        }
        let mut value = u32::try_from(ends.len())?.to_le_bytes().to_vec();
        value.extend(ends.iter().flat_map(|end| end.to_le_bytes()));
        value.extend(rows);
        values.push((i64::try_from(blocks - 1 - index)?, value));
    }
    // In the order of their numbers, so that SQLite fills its pages.
    for (id, value) in values.iter().rev() {
        connection.execute("INSERT INTO block VALUES (?1, ?2)", params![id, value])?;
    }
    Ok(())
}

/// One row of a block by its table of ends.
fn row_of(block: &[u8], index: usize) -> Outcome<&[u8]> {
    let number = |at: usize| -> Outcome<usize> {
        let bytes = block.get(4 * at..4 * at + 4).ok_or("a short block")?;
        Ok(usize::try_from(u32::from_le_bytes(bytes.try_into()?))?)
    };
    let first = 4 + 4 * number(0)?;
    let start = if index == 0 { 0 } else { number(index)? };
    Ok(block.get(first + start..first + number(index + 1)?).ok_or("a short block")?)
}

fn write_rows(connection: &Connection, history: &[Operation]) -> Outcome<()> {
    let hash = |text: &str| {
        let mut kept = [0_u8; 16];
        kept.iter_mut().zip(text.bytes().rev()).for_each(|(kept, byte)| *kept = byte);
        kept
    };
    let mut statement = connection.prepare("INSERT INTO operation VALUES (?1, ?2, ?3, ?4)")?;
    for (rank, operation) in (0_i64..).zip(history.iter().rev()) {
        let value = postcard::to_stdvec(operation)?;
        statement.execute(params![rank, hash(&operation.tax), hash(&operation.kind), value])?;
    }
    Ok(())
}
