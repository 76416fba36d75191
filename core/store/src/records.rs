//! Records: what only this device knows and goes on changing, such as things to be sent and drafts. Each has a kind and, within it, a name.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    Store, StoreError,
    plain::Plain,
    seal::{LookUp, Place, Seal, Table},
};

impl Store {
    /// Keeps a record in the place of the one of its kind and name, or as the last of its kind. What is named by `instead` goes in the
    /// same transaction: both happen or neither.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn put_record(
        &mut self,
        kind: &str,
        name: &str,
        value: &[u8],
        instead: Option<&str>,
    ) -> Result<(), StoreError> {
        self.put_records(&[(kind, name, value)], instead.map(|instead| (kind, instead)))
    }

    /// As [`Store::put_record`] with several records, each of a kind, a name and a value: all of them or none, and with them what goes.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn put_records(
        &mut self,
        records: &[(&str, &str, &[u8])],
        instead: Option<(&str, &str)>,
    ) -> Result<(), StoreError> {
        let Self { connection, seal, buffer, .. } = self;
        let transaction = connection.transaction()?;
        for (kind, name, value) in records {
            write(&transaction, seal, buffer, (kind, name), value)?;
        }
        let is_put = |gone: &(&str, &str)| records.iter().any(|(kind, name, _)| (*kind, *name) == *gone);
        if let Some((kind, name)) = instead.filter(|gone| !is_put(gone)) {
            remove(&transaction, seal, kind, name)?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// The record of a kind and a name.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if it is not what was written; otherwise what SQLite said.
    pub fn record(&mut self, kind: &str, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let name = named(&self.seal, kind, name)?;
        let kind = self.seal.look_up(Table::Record, kind)?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, name, value FROM record WHERE kind = ?1 AND name = ?2")?;
        let mut rows = statement.query([kind, name])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let place = Place::both(Table::Record, row.get(0)?, row.get(1)?);
        self.seal.open_column(place, row, 2, &mut self.buffer)?;
        let record = self.buffer.to_vec();
        self.buffer.clear();
        Ok(Some(record))
    }

    /// The records of a kind, in the order in which they were first kept.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if one is not what was written; otherwise what SQLite said.
    pub fn records(&mut self, kind: &str) -> Result<Vec<Vec<u8>>, StoreError> {
        let look_up = self.seal.look_up(Table::Record, kind)?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, name, value FROM record WHERE kind = ?1 ORDER BY id")?;
        let mut rows = statement.query([look_up])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let place = Place::both(Table::Record, row.get(0)?, row.get(1)?);
            self.seal.open_column(place, row, 2, &mut self.buffer)?;
            records.push(self.buffer.to_vec());
        }
        self.buffer.clear();
        Ok(records)
    }

    /// Removes a record; false if there is none of this kind and name.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn remove_record(&mut self, kind: &str, name: &str) -> Result<bool, StoreError> {
        remove(&self.connection, &self.seal, kind, name)
    }
}

/// A name within its kind: the same name of another kind is another place.
fn named(seal: &Seal, kind: &str, name: &str) -> Result<LookUp, StoreError> {
    seal.look_up(Table::Record, &format!("{kind}\0{name}"))
}

fn write(
    connection: &Connection,
    seal: &Seal,
    buffer: &mut Plain,
    (kind, name): (&str, &str),
    value: &[u8],
) -> Result<(), StoreError> {
    let (kind, name) = (seal.look_up(Table::Record, kind)?, named(seal, kind, name)?);
    let known: Option<i64> = connection
        .prepare_cached("SELECT id FROM record WHERE kind = ?1 AND name = ?2")?
        .query_row([kind, name], |row| row.get(0))
        .optional()?;
    // The number is part of what the value is bound to, so it has to be known first.
    let id = match known {
        Some(id) => id,
        None => connection
            .prepare_cached("SELECT max(seq) FROM sqlite_sequence WHERE name = 'record'")?
            .query_row([], |row| row.get::<_, Option<i64>>(0))?
            .unwrap_or(0)
            .checked_add(1)
            .ok_or(StoreError::TooLarge)?,
    };
    seal.seal(Place::both(Table::Record, id, name), buffer, |buffer| {
        buffer.extend(value);
        Ok(())
    })?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO record (id, kind, name, value) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id, kind, name, &**buffer])?;
    Ok(())
}

fn remove(connection: &Connection, seal: &Seal, kind: &str, name: &str) -> Result<bool, StoreError> {
    let name = named(seal, kind, name)?;
    let kind = seal.look_up(Table::Record, kind)?;
    let removed = connection
        .prepare_cached("DELETE FROM record WHERE kind = ?1 AND name = ?2")?
        .execute([kind, name])?;
    Ok(removed > 0)
}
