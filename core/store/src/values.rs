//! Values by name: what the service last answered to each question. What a value says is its writer's matter: the store
//! knows no question.

use std::{collections::BTreeMap, fmt};

use fl_domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    Store, StoreError,
    plain::Plain,
    seal::{Place, Seal, Table},
};

/// Values kept open at most, far above the number of questions; each at most as large as a service's answer is.
const MOST_HELD: usize = 64;
const LARGEST_HELD: usize = 256 << 10;

/// A value and when it was kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// What it says: its writer's own format.
    pub bytes: Vec<u8>,
    /// When the service said so, by this device's clock.
    pub fetched_at: Timestamp,
}

/// An answer is personal: only its size is shown.
impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept")
            .field("name", &self.name)
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// The opened bytes of values that were read or written.
#[derive(Default)]
pub(crate) struct Held {
    values: BTreeMap<String, Plain>,
    /// No other value is in the file.
    is_all: bool,
}

impl Held {
    fn hold(&mut self, name: &str, plain: Plain) {
        if let Some(held) = self.values.get_mut(name)
            && plain.len() <= LARGEST_HELD
        {
            *held = plain;
        } else if self.values.len() < MOST_HELD && plain.len() <= LARGEST_HELD {
            self.values.insert(name.to_owned(), plain);
        } else {
            self.values.remove(name);
            self.is_all = false;
        }
    }
}

impl Store {
    /// Keeps values by name, each in the place of the earlier one of its name, in one transaction: all of them or none.
    /// Values of other names stay.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn put_all(&mut self, values: &[(&str, &[u8])], fetched_at: Timestamp) -> Result<(), StoreError> {
        let at = (fetched_at.as_second(), fetched_at.subsec_nanosecond());
        let mut opened = Vec::with_capacity(values.len());
        let transaction = self.connection.transaction()?;
        for (name, bytes) in values {
            let plain = envelope(name, at, bytes)?;
            write(&transaction, &self.seal, &mut self.buffer, name, &plain)?;
            opened.push((*name, plain));
        }
        transaction.commit()?;
        for (name, plain) in opened {
            self.values.hold(name, plain);
        }
        Ok(())
    }

    /// The value kept under a name, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if what is kept is not what was written; otherwise what SQLite said.
    pub fn get(&mut self, name: &str) -> Result<Option<Kept>, StoreError> {
        if let Some(plain) = self.values.values.get(name) {
            return kept(plain).map(Some);
        }
        if self.values.is_all {
            return Ok(None);
        }
        let Some(plain) = read(&self.connection, &self.seal, name)? else { return Ok(None) };
        let kept = kept(&plain)?;
        self.values.hold(name, plain);
        Ok(Some(kept))
    }

    /// Every value, by name in the order of their bytes.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub fn get_all(&mut self) -> Result<Vec<Kept>, StoreError> {
        if self.values.is_all {
            return self.values.values.values().map(|plain| kept(plain)).collect();
        }
        let mut every = Vec::new();
        let mut held = Held { is_all: true, ..Held::default() };
        let mut statement = self.connection.prepare_cached("SELECT key, value FROM value")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut plain = Plain::default();
            self.seal.open_column(Place::named(Table::Value, row.get(0)?), row, 1, &mut plain)?;
            let value = kept(&plain)?;
            held.hold(&value.name, plain);
            every.push(value);
        }
        every.sort_by(|a, b| a.name.cmp(&b.name));
        self.values = held;
        Ok(every)
    }

    /// Forgets the value of a name; false if there is none. For a value that its reader does not understand.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn forget(&mut self, name: &str) -> Result<bool, StoreError> {
        let look_up = self.seal.look_up(Table::Value, name)?;
        let mut statement = self.connection.prepare_cached("DELETE FROM value WHERE key = ?1")?;
        let forgotten = statement.execute([look_up])? > 0;
        self.values.values.remove(name);
        Ok(forgotten)
    }
}

/// Seals an envelope and writes it under its name.
pub(crate) fn write(
    connection: &Connection,
    seal: &Seal,
    buffer: &mut Plain,
    name: &str,
    envelope: &[u8],
) -> Result<(), StoreError> {
    let look_up = seal.look_up(Table::Value, name)?;
    seal.seal(Place::named(Table::Value, look_up), buffer, |buffer| {
        buffer.extend(envelope);
        Ok(())
    })?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO value (key, value) VALUES (?1, ?2)")?
        .execute(params![look_up, &**buffer])?;
    Ok(())
}

/// What is sealed: the name, the time as second and nanosecond, then the value as it was given.
pub(crate) fn envelope(name: &str, at: (i64, i32), bytes: &[u8]) -> Result<Plain, StoreError> {
    let mut plain = Plain::default();
    plain.encode(&(name, at))?;
    plain.extend(bytes);
    Ok(plain)
}

fn read(connection: &Connection, seal: &Seal, name: &str) -> Result<Option<Plain>, StoreError> {
    let look_up = seal.look_up(Table::Value, name)?;
    let mut statement = connection.prepare_cached("SELECT value FROM value WHERE key = ?1")?;
    let opened = statement
        .query_row([look_up], |row| {
            let mut plain = Plain::default();
            Ok(seal.open_column(Place::named(Table::Value, look_up), row, 0, &mut plain).map(|()| plain))
        })
        .optional()?;
    opened.transpose()
}

fn kept(plain: &[u8]) -> Result<Kept, StoreError> {
    let damaged = || StoreError::Damaged { part: Table::Value.name() };
    let ((name, (second, nanosecond)), bytes) =
        postcard::take_from_bytes::<(&str, (i64, i32))>(plain).map_err(|_| damaged())?;
    let fetched_at = Timestamp::new(second, nanosecond).map_err(|_| damaged())?;
    Ok(Kept { name: name.to_owned(), bytes: bytes.to_vec(), fetched_at })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What earlier runs wrote has to be readable: where this fails, a step that carries values over, or deletes them, is
    /// due, with the new bytes here.
    #[test]
    fn the_form_of_an_envelope_is_known() {
        let plain = envelope("sign-ins", (-1, 300), b"\x00value").unwrap();
        assert_eq!(*plain, *b"\x08sign-ins\x01\xd8\x04\x00value");
        let kept = kept(&plain).unwrap();
        assert_eq!((&*kept.name, &*kept.bytes), ("sign-ins", &b"\x00value"[..]));
        assert_eq!(kept.fetched_at, Timestamp::new(-1, 300).unwrap());
    }

    #[test]
    fn a_value_shows_only_its_name_and_size() {
        let kept =
            Kept { name: "contacts".into(), bytes: b"ivanov".to_vec(), fetched_at: Timestamp::UNIX_EPOCH };
        let shown = format!("{kept:?}");
        assert!(shown.contains("contacts") && !shown.contains("ivanov") && !shown.contains("105"), "{shown}");
    }
}
