//! What of a file is checked before it is used.
//!
//! The tables where a lost row would go unnoticed: their structure, and that each value opens where it stands. They are
//! small. Blocks and names, which are most of a file, are left out: a shelf's extent tells which have to be there, and their
//! seals tell whether they are themselves, so looking through them here would only make every start slower.

use rusqlite::Connection;

use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Seal, Table},
};

/// Fails with [`StoreError::Damaged`] unless the small tables are whole.
pub(crate) fn check(connection: &Connection, seal: &Seal) -> Result<(), StoreError> {
    for table in [Table::Value, Table::Shelf, Table::Note, Table::Setting] {
        // Unlike quick_check, this also compares an index with its table.
        let query = format!("PRAGMA integrity_check({})", table.name());
        let verdict: String = connection.query_row(&query, [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(StoreError::Damaged { part: table.name() });
        }
    }
    // A key that is no number, or no hash, is bound as zero.
    let each = [
        (Table::Value, "SELECT 0, key, value FROM value"),
        (Table::Shelf, "SELECT id, name, value FROM shelf"),
        (Table::Note, "SELECT id, kind, value FROM note"),
        (Table::Setting, "SELECT 0, key, value FROM setting"),
    ];
    let mut buffer = Plain::default();
    for (table, query) in each {
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            seal.open_column(Place::both(table, row.get(0)?, row.get(1)?), row, 2, &mut buffer)?;
        }
    }
    Ok(())
}
