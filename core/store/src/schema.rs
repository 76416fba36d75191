//! The tables, and how a file of an older version becomes one of this.

mod named;

use rusqlite::{Connection, Transaction};

use crate::{StoreError, seal::Seal};

/// "FLTX": marks a database as a cache of this app.
pub(crate) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"FLTX");

/// Every step from an empty file to the current version, in order; the number of steps taken is `user_version`.
///
/// A step changes tables. What is inside them it carries over, or deletes (it is a cache, and is read anew). The form of a
/// shelf's rows needs no step: the shelf knows in which form it is kept.
pub(crate) const MIGRATIONS: &[Step] = &[
    Step::tables(include_str!("schema/001_tables.sql")),
    Step { sql: include_str!("schema/002_names.sql"), carry: Some(named::carry) },
    Step::tables(include_str!("schema/003_records.sql")),
];

/// One step.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) sql: &'static str,
    /// Moves what is sealed to its new place, after the statements.
    carry: Option<Carry>,
}

type Carry = fn(&Transaction<'_>, &Seal) -> Result<(), StoreError>;

impl Step {
    /// A step of nothing but statements.
    pub(crate) const fn tables(sql: &'static str) -> Self {
        Self { sql, carry: None }
    }
}

/// How many steps the file has taken.
pub(crate) fn version(connection: &Connection) -> Result<usize, StoreError> {
    let version = connection.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0))?;
    usize::try_from(version).map_err(|_| StoreError::Damaged { part: "file" })
}

/// Takes the steps that are missing, each in a transaction of its own.
pub(crate) fn upgrade(
    connection: &mut Connection,
    seal: &Seal,
    migrations: &[Step],
) -> Result<(), StoreError> {
    for taken in version(connection)?..migrations.len() {
        let transaction = connection.transaction()?;
        take(&transaction, seal, migrations, taken)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Takes all steps on an empty file within one transaction, so that a kill leaves an empty file or a whole cache.
pub(crate) fn create(
    transaction: &Transaction<'_>,
    seal: &Seal,
    migrations: &[Step],
) -> Result<(), StoreError> {
    for taken in 0..migrations.len() {
        take(transaction, seal, migrations, taken)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(())
}

fn take(
    transaction: &Transaction<'_>,
    seal: &Seal,
    migrations: &[Step],
    taken: usize,
) -> Result<(), StoreError> {
    let Step { sql, carry } = migrations[taken];
    transaction.execute_batch(sql)?;
    if let Some(carry) = carry {
        carry(transaction, seal)?;
    }
    let version = i64::try_from(taken + 1).map_err(|_| StoreError::TooLarge)?;
    transaction.pragma_update(None, "user_version", version)?;
    Ok(())
}
