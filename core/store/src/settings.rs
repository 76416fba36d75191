//! Settings: small values by name.

use rusqlite::{OptionalExtension, params};

use crate::{
    Store, StoreError,
    seal::{Place, Table},
};

impl Store {
    /// The value kept under a name, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if it is not what was written; otherwise what SQLite said.
    pub fn setting(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let look_up = self.seal.look_up(Table::Setting, key)?;
        let place = Place::named(Table::Setting, look_up);
        let mut statement = self.connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        let opened = statement
            .query_row([look_up], |row| Ok(self.seal.open_column(place, row, 0, &mut self.buffer)))
            .optional()?;
        let value = opened.transpose()?.map(|()| self.buffer.to_vec());
        self.buffer.clear();
        Ok(value)
    }

    /// Keeps a value in the place of the earlier one of its name.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn set_setting(&mut self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        let look_up = self.seal.look_up(Table::Setting, key)?;
        self.seal.seal(Place::named(Table::Setting, look_up), &mut self.buffer, |buffer| {
            buffer.extend(value);
            Ok(())
        })?;
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)")?
            .execute(params![look_up, &*self.buffer])?;
        Ok(())
    }
}
