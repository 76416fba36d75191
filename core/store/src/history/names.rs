//! The names of taxes and kinds: few, repeated by every operation, so kept once and referred to by number.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{Facet, search::fold};
use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Seal, Table},
};

/// A name's number.
pub(crate) type NameId = u32;

/// Which of an operation's two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Field {
    Tax,
    Kind,
}

/// All names of the history. They are only ever added; what changed stays in memory until [`Names::save`].
#[derive(Default)]
pub(crate) struct Names {
    entries: Vec<Entry>,
    ids: [HashMap<String, NameId>; 2],
    changed: Vec<NameId>,
}

struct Entry {
    field: Field,
    text: String,
    /// As a search compares it.
    folded: Vec<u8>,
    /// How many operations have it.
    uses: u64,
    changed: bool,
}

#[derive(Serialize, Deserialize)]
struct StoredName<'a> {
    field: Field,
    text: &'a str,
    uses: u64,
}

impl Names {
    /// Reads the names of a history of `operations` operations.
    pub(crate) fn load(connection: &Connection, seal: &Seal, operations: u64) -> Result<Self, StoreError> {
        let mut names = Self::default();
        let mut buffer = Plain::default();
        let mut statement = connection.prepare_cached("SELECT id, value FROM name ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let place = Place::numbered(Table::Name, row.get(0)?);
            seal.open_column(place, row, 1, &mut buffer)?;
            let stored: StoredName<'_> = postcard::from_bytes(&buffer).map_err(|_| place.damaged())?;
            let id = names.add(stored.field, stored.text)?;
            if place.number() != i64::from(id) {
                return Err(place.damaged());
            }
            names.entries[slot(id)].uses = stored.uses;
        }
        for field in [Field::Tax, Field::Kind] {
            if names.of(field).map(|entry| entry.uses).sum::<u64>() != operations {
                return Err(Place::numbered(Table::Name, 0).damaged());
            }
        }
        Ok(names)
    }

    /// Counts one more operation with this name, which is given a number if it is new.
    pub(crate) fn count(&mut self, field: Field, text: &str) -> Result<NameId, StoreError> {
        let id = match self.id(field, text) {
            Some(id) => id,
            None => self.add(field, text)?,
        };
        let entry = &mut self.entries[slot(id)];
        entry.uses += 1;
        if !entry.changed {
            entry.changed = true;
            self.changed.push(id);
        }
        Ok(id)
    }

    /// Writes what changed.
    pub(crate) fn save(
        &mut self,
        connection: &Connection,
        seal: &Seal,
        buffer: &mut Plain,
    ) -> Result<(), StoreError> {
        let mut statement =
            connection.prepare_cached("INSERT OR REPLACE INTO name (id, value) VALUES (?1, ?2)")?;
        for id in self.changed.drain(..) {
            let entry = &mut self.entries[slot(id)];
            entry.changed = false;
            let stored = StoredName { field: entry.field, text: &entry.text, uses: entry.uses };
            seal.seal(Place::numbered(Table::Name, id.into()), buffer, |plain| plain.encode(&stored))?;
            statement.execute(params![id, &**buffer])?;
        }
        Ok(())
    }

    pub(crate) fn id(&self, field: Field, text: &str) -> Option<NameId> {
        self.ids[field as usize].get(text).copied()
    }

    pub(crate) fn text(&self, field: Field, id: NameId) -> Option<&str> {
        self.entries.get(slot(id)).filter(|entry| entry.field == field).map(|entry| entry.text.as_str())
    }

    /// Every name as a search compares it, by its number.
    pub(crate) fn folded(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|entry| &*entry.folded)
    }

    /// The names of a field and how many operations have each, most frequent first.
    pub(crate) fn facets(&self, field: Field) -> Vec<Facet> {
        let facet = |entry: &Entry| Facet { name: entry.text.clone(), count: entry.uses };
        let mut facets: Vec<_> = self.of(field).map(facet).collect();
        facets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
        facets
    }

    fn of(&self, field: Field) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.field == field)
    }

    fn add(&mut self, field: Field, text: &str) -> Result<NameId, StoreError> {
        let id = NameId::try_from(self.entries.len()).map_err(|_| StoreError::TooLarge)?;
        self.ids[field as usize].insert(text.to_owned(), id);
        let folded = fold::folded(text);
        self.entries.push(Entry { field, text: text.to_owned(), folded, uses: 0, changed: false });
        Ok(id)
    }
}

const fn slot(id: NameId) -> usize {
    id as usize
}
