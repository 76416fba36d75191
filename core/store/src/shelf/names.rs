//! The names of facets: few, repeated by every row, so kept once and referred to by number.

use std::collections::HashMap;

use fl_domain::shelf::Facet;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{search::fold, spot::Spot};
use crate::{StoreError, plain::Plain, seal::Seal};

/// A name's number.
pub(crate) type NameId = u32;

/// All names of a shelf. They are only ever added; what changed stays in memory until [`Names::save`].
pub(crate) struct Names {
    entries: Vec<Entry>,
    /// By facet.
    ids: Vec<HashMap<String, NameId>>,
    changed: Vec<NameId>,
    called: Called,
}

/// Tells what else screens write for the name of a facet.
pub(crate) type Called = fn(usize, &str, &mut dyn FnMut(&str));

struct Entry {
    facet: usize,
    text: String,
    /// As a search compares it, and what else is written for it.
    folded: Vec<u8>,
    /// How many rows have it.
    uses: u64,
    changed: bool,
}

#[derive(Serialize, Deserialize)]
struct StoredName<'a> {
    facet: u32,
    text: &'a str,
    uses: u64,
}

impl Names {
    /// No names yet.
    pub(crate) fn new(facets: usize, called: Called) -> Self {
        Self { entries: Vec::new(), ids: vec![HashMap::new(); facets], changed: Vec::new(), called }
    }

    /// Reads the names of a shelf of `rows` rows, each of which has one a facet.
    pub(crate) fn load(
        connection: &Connection,
        seal: &Seal,
        spot: Spot,
        (facets, called): (usize, Called),
        rows: u64,
    ) -> Result<Self, StoreError> {
        let damaged = || spot.name(0).damaged();
        let mut names = Self::new(facets, called);
        let mut buffer = Plain::default();
        let mut statement =
            connection.prepare_cached("SELECT id, value FROM name WHERE id BETWEEN ?1 AND ?2 ORDER BY id")?;
        let all = spot.names();
        let mut found = statement.query([all.start(), all.end()])?;
        while let Some(row) = found.next()? {
            let place = spot.name(names.next()?);
            if place.number() != row.get::<_, i64>(0)? {
                return Err(damaged());
            }
            seal.open_column(place, row, 1, &mut buffer)?;
            let stored: StoredName<'_> = postcard::from_bytes(&buffer).map_err(|_| damaged())?;
            let facet =
                usize::try_from(stored.facet).ok().filter(|facet| *facet < facets).ok_or_else(damaged)?;
            let id = names.add(facet, stored.text)?;
            names.entries[slot(id)].uses = stored.uses;
        }
        for facet in 0..facets {
            let uses = names.of(facet).try_fold(0_u64, |sum, entry| sum.checked_add(entry.uses));
            if uses != Some(rows) {
                return Err(damaged());
            }
        }
        Ok(names)
    }

    /// Counts one more row with this name, which is given a number if it is new.
    pub(crate) fn count(&mut self, facet: usize, text: &str) -> Result<NameId, StoreError> {
        let id = match self.id(facet, text) {
            Some(id) => id,
            None => self.add(facet, text)?,
        };
        self.change(id).uses += 1;
        Ok(id)
    }

    /// Counts one row less with this name, which some row has.
    pub(crate) fn uncount(&mut self, facet: usize, text: &str) {
        if let Some(id) = self.id(facet, text) {
            let entry = self.change(id);
            entry.uses = entry.uses.saturating_sub(1);
        }
    }

    fn change(&mut self, id: NameId) -> &mut Entry {
        let entry = &mut self.entries[slot(id)];
        if !entry.changed {
            entry.changed = true;
            self.changed.push(id);
        }
        entry
    }

    /// Writes what changed.
    pub(crate) fn save(
        &mut self,
        connection: &Connection,
        seal: &Seal,
        buffer: &mut Plain,
        spot: Spot,
    ) -> Result<(), StoreError> {
        let mut statement =
            connection.prepare_cached("INSERT OR REPLACE INTO name (id, value) VALUES (?1, ?2)")?;
        for id in self.changed.drain(..) {
            let entry = &mut self.entries[slot(id)];
            entry.changed = false;
            let facet = u32::try_from(entry.facet).map_err(|_| StoreError::TooLarge)?;
            let stored = StoredName { facet, text: &entry.text, uses: entry.uses };
            seal.seal(spot.name(id), buffer, |plain| plain.encode(&stored))?;
            statement.execute(params![spot.name(id).number(), &**buffer])?;
        }
        Ok(())
    }

    /// The number of a name; none where no row ever had it, or no row has such a facet.
    pub(crate) fn id(&self, facet: usize, text: &str) -> Option<NameId> {
        self.ids.get(facet)?.get(text).copied()
    }

    pub(crate) fn text(&self, facet: usize, id: NameId) -> Option<&str> {
        self.entries.get(slot(id)).filter(|entry| entry.facet == facet).map(|entry| entry.text.as_str())
    }

    /// Every name as a search compares it, by its number.
    pub(crate) fn folded(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|entry| &*entry.folded)
    }

    /// The names of a facet and how many rows have each, most frequent first.
    pub(crate) fn facets(&self, facet: usize) -> Vec<Facet> {
        let told = |entry: &Entry| Facet { name: entry.text.clone(), count: entry.uses };
        let mut facets: Vec<_> = self.of(facet).filter(|entry| entry.uses > 0).map(told).collect();
        facets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
        facets
    }

    fn of(&self, facet: usize) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.facet == facet)
    }

    /// The number of the next name.
    fn next(&self) -> Result<NameId, StoreError> {
        NameId::try_from(self.entries.len()).map_err(|_| StoreError::TooLarge)
    }

    fn add(&mut self, facet: usize, text: &str) -> Result<NameId, StoreError> {
        let id = self.next()?;
        let ids = self.ids.get_mut(facet).ok_or(StoreError::Encoding)?;
        ids.insert(text.to_owned(), id);
        let mut folded = fold::folded(text);
        (self.called)(facet, text, &mut |other| {
            folded.push(fold::END);
            folded.extend(fold::folded(other));
        });
        self.entries.push(Entry { facet, text: text.to_owned(), folded, uses: 0, changed: false });
        Ok(id)
    }
}

const fn slot(id: NameId) -> usize {
    id as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What earlier runs wrote has to be readable, as of a row.
    #[test]
    fn the_form_of_a_name_is_known() {
        let stored = postcard::to_stdvec(&StoredName { facet: 1, text: "k", uses: 300 }).unwrap();
        assert_eq!(stored, [1, 1, b'k', 0xAC, 2]);
    }

    #[test]
    fn a_name_that_no_row_has_any_more_is_no_facet_and_keeps_its_number() {
        let mut names = Names::new(2, |_, _, _| {});
        let first = names.count(0, "a").unwrap();
        names.count(0, "b").unwrap();
        names.uncount(0, "a");
        assert_eq!(names.facets(0), [Facet { name: "b".into(), count: 1 }]);
        assert_eq!(names.count(0, "a").unwrap(), first);
        assert_eq!((names.id(1, "a"), names.id(2, "a")), (None, None));
    }
}
