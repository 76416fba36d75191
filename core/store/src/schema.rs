//! The tables, and how a file of an older version becomes one of this.

use rusqlite::{Connection, Transaction};

use crate::StoreError;

/// "FLTX": marks a database as a cache of this app.
pub(crate) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"FLTX");

/// Every step from an empty file to the current version, in order; the number of steps taken is `user_version`.
///
/// A step that changes what is inside sealed values deletes those values (it is a cache) and raises the seal's format.
pub(crate) const MIGRATIONS: &[&str] = &[include_str!("schema/001_tables.sql")];

/// Whether the file's version is older than these migrations, theirs, or newer.
pub(crate) fn version(connection: &Connection) -> Result<usize, StoreError> {
    let version = connection.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0))?;
    usize::try_from(version).map_err(|_| StoreError::Damaged { part: "file" })
}

/// Takes the steps that are missing, each in a transaction of its own.
pub(crate) fn upgrade(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    for taken in version(connection)?..migrations.len() {
        let transaction = connection.transaction()?;
        step(&transaction, migrations, taken)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Takes all steps on an empty file within one transaction, so that a kill leaves an empty file or a whole cache.
pub(crate) fn create(transaction: &Transaction<'_>, migrations: &[&str]) -> Result<(), StoreError> {
    for taken in 0..migrations.len() {
        step(transaction, migrations, taken)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(())
}

fn step(transaction: &Transaction<'_>, migrations: &[&str], taken: usize) -> Result<(), StoreError> {
    transaction.execute_batch(migrations[taken])?;
    let version = i64::try_from(taken + 1).map_err(|_| StoreError::TooLarge)?;
    transaction.pragma_update(None, "user_version", version)?;
    Ok(())
}
