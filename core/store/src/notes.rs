//! Notes: what this device alone knows, such as unsent drafts and what was done when. Appended and removed, never changed.

use fl_domain::Timestamp;
use rusqlite::params;

use crate::{
    Store, StoreError,
    seal::{LookUp, Place, Table},
};

/// A note's number in its cache; never given to another note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NoteId(i64);

/// One note.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// For [`Store::remove_note`].
    pub id: NoteId,
    /// When it was made, as its maker said.
    pub at: Timestamp,
    /// What it says: its maker's own format.
    pub value: Vec<u8>,
}

/// A draft is personal: only its size is shown.
impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Note").field("id", &self.id).field("bytes", &self.value.len()).finish_non_exhaustive()
    }
}

impl Store {
    /// Appends a note.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn append_note(&mut self, kind: &str, at: Timestamp, value: &[u8]) -> Result<NoteId, StoreError> {
        let look_up = self.seal.look_up(Table::Note, kind)?;
        let transaction = self.connection.transaction()?;
        // The number is part of what the value is bound to, so it has to be known first.
        let last: Option<i64> = transaction
            .prepare_cached("SELECT max(seq) FROM sqlite_sequence WHERE name = 'note'")?
            .query_row([], |row| row.get(0))?;
        let id = last.unwrap_or(0).checked_add(1).ok_or(StoreError::TooLarge)?;
        self.seal.seal(place(id, look_up), &mut self.buffer, |buffer| {
            buffer.extend(&at.as_second().to_le_bytes());
            buffer.extend(&at.subsec_nanosecond().to_le_bytes());
            buffer.extend(value);
            Ok(())
        })?;
        transaction
            .prepare_cached("INSERT INTO note (id, kind, value) VALUES (?1, ?2, ?3)")?
            .execute(params![id, look_up, &*self.buffer])?;
        transaction.commit()?;
        Ok(NoteId(id))
    }

    /// The last notes of a kind, newest first, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if one is not what was written; otherwise what SQLite said.
    pub fn notes(&mut self, kind: &str, limit: u32) -> Result<Vec<Note>, StoreError> {
        let look_up = self.seal.look_up(Table::Note, kind)?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, value FROM note WHERE kind = ?1 ORDER BY id DESC LIMIT ?2")?;
        let mut rows = statement.query(params![look_up, limit])?;
        let mut notes = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let place = place(id, look_up);
            self.seal.open_column(place, row, 1, &mut self.buffer)?;
            let (at, value) = parse(&self.buffer).ok_or(place.damaged())?;
            notes.push(Note { id: NoteId(id), at, value: value.to_vec() });
        }
        self.buffer.clear();
        Ok(notes)
    }

    /// Removes a note; false if there is none of this number.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn remove_note(&mut self, id: NoteId) -> Result<bool, StoreError> {
        let removed = self.connection.prepare_cached("DELETE FROM note WHERE id = ?1")?.execute([id.0])?;
        Ok(removed > 0)
    }
}

const fn place(id: i64, kind: LookUp) -> Place {
    Place::both(Table::Note, id, kind)
}

fn parse(plain: &[u8]) -> Option<(Timestamp, &[u8])> {
    let (second, rest) = plain.split_first_chunk()?;
    let (nanosecond, value) = rest.split_first_chunk()?;
    let at = Timestamp::new(i64::from_le_bytes(*second), i32::from_le_bytes(*nanosecond)).ok()?;
    Some((at, value))
}
