//! How one row is written inside a block: the numbers of its facets' names, its day, the rest.

use fl_domain::{
    Date,
    shelf::{MOST_FACETS, ShelfRow},
};
use serde::{Deserialize, Serialize};

use super::{
    names::{NameId, Names},
    search::Segments,
};
use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Table},
};

/// A day in three bytes at most times, where its own form takes eleven and a parser.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct StoredDate(i32);

impl From<Date> for StoredDate {
    fn from(date: Date) -> Self {
        Self((i32::from(date.year()) * 16 + i32::from(date.month())) * 32 + i32::from(date.day()))
    }
}

impl StoredDate {
    pub(crate) fn date(self) -> Option<Date> {
        let part = |value: i32| i8::try_from(value).ok();
        let year = i16::try_from(self.0.div_euclid(512)).ok()?;
        Date::new(year, part(self.0.rem_euclid(512) / 32)?, part(self.0.rem_euclid(32))?).ok()
    }
}

/// A row taken apart, nothing of it copied.
struct Parts<'a, R: ShelfRow> {
    names: [NameId; MOST_FACETS],
    day: Option<Date>,
    rest: R::Rest<'a>,
}

impl<'a, R: ShelfRow> Parts<'a, R> {
    fn read(bytes: &'a [u8]) -> Result<Self, StoreError> {
        let (mut names, mut left) = ([0; MOST_FACETS], bytes);
        for name in &mut names[..R::FACETS] {
            (*name, left) = postcard::take_from_bytes(left).map_err(|_| damaged())?;
        }
        let (day, rest): (Option<StoredDate>, _) = postcard::from_bytes(left).map_err(|_| damaged())?;
        Ok(Self { names, day: day.and_then(StoredDate::date), rest })
    }

    fn write(&self, plain: &mut Plain) -> Result<(), StoreError> {
        for name in &self.names[..R::FACETS] {
            plain.encode(name)?;
        }
        plain.encode(&(self.day.map(StoredDate::from), &self.rest))
    }

    fn gather(&self, into: &mut Segments) -> Result<(), StoreError> {
        into.push(&self.names, self.day, |found| R::words(&self.rest, found))
    }
}

/// The row that was written.
pub(crate) fn read<R: ShelfRow>(bytes: &[u8], names: &Names) -> Result<R, StoreError> {
    let parts = Parts::<R>::read(bytes)?;
    let mut texts = [""; MOST_FACETS];
    for (facet, text) in texts[..R::FACETS].iter_mut().enumerate() {
        *text = names.text(facet, parts.names[facet]).ok_or_else(damaged)?;
    }
    R::made_of(parts.day, &texts[..R::FACETS], parts.rest).ok_or_else(damaged)
}

/// Gathers a row that was written for the search.
pub(super) fn gather<R: ShelfRow>(bytes: &[u8], into: &mut Segments) -> Result<(), StoreError> {
    Parts::<R>::read(bytes)?.gather(into)
}

/// Rows, newest first, in the form they are written in.
#[derive(Default)]
pub(crate) struct Encoded {
    bytes: Plain,
    ends: Vec<usize>,
    /// The day of the last.
    pub(crate) oldest: Option<Date>,
}

impl Encoded {
    /// Takes rows apart, counting their names and, where a search is told of them, gathering their words.
    pub(crate) fn of<R: ShelfRow>(
        rows: &[R],
        names: &mut Names,
        mut index: Option<&mut Segments>,
    ) -> Result<Self, StoreError> {
        let mut encoded = Self::default();
        for row in rows {
            let mut ids = [0; MOST_FACETS];
            for (facet, id) in ids[..R::FACETS].iter_mut().enumerate() {
                *id = names.count(facet, &row.facet(facet))?;
            }
            let parts = Parts::<R> { names: ids, day: row.day(), rest: row.rest() };
            parts.write(&mut encoded.bytes)?;
            encoded.ends.push(encoded.bytes.len());
            if let Some(index) = &mut index {
                parts.gather(index)?;
            }
            encoded.oldest = parts.day;
        }
        Ok(encoded)
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn row(&self, index: usize) -> &[u8] {
        let start = index.checked_sub(1).map_or(0, |previous| self.ends[previous]);
        &self.bytes[start..self.ends[index]]
    }
}

fn damaged() -> StoreError {
    Place::numbered(Table::Block, 0).damaged()
}

#[cfg(test)]
mod tests {
    use fl_domain::{Money, account::Operation};
    use proptest::prelude::*;

    use super::*;

    /// What earlier runs wrote has to be readable: where this fails, the form of operations has changed, and
    /// `Operation::FORM` has to be raised, with the new bytes here.
    #[test]
    fn the_form_of_an_operation_is_known() {
        let operation = Operation {
            date: Some(Date::new(2025, 12, 1).unwrap()),
            amount: Money::from_kopecks(-300),
            description: "d".into(),
            kind: "k".into(),
            tax: "t".into(),
            source: "s".into(),
        };
        let mut names = Names::new(Operation::FACETS, Operation::called);
        for number in 0..299 {
            names.count(Operation::KIND, &format!("{number}")).unwrap();
        }
        let encoded = Encoded::of(
            &[operation.clone(), Operation { date: None, ..operation.clone() }],
            &mut names,
            None,
        )
        .unwrap();
        assert_eq!(encoded.row(0), [0xAB, 2, 0xAC, 2, 1, 0x82, 0xCE, 0x7E, 0xD7, 4, 1, b'd', 1, b's']);
        assert_eq!(encoded.row(1), [0xAB, 2, 0xAC, 2, 0, 0xD7, 4, 1, b'd', 1, b's']);
        assert_eq!((Operation::FORM, Operation::SHELF), (1, "operations"));
        assert_eq!(read::<Operation>(encoded.row(0), &names).unwrap(), operation);
    }

    proptest! {
        #[test]
        fn every_date_reads_back(year in -9999_i16..=9999, month in 1_i8..=12, day in 1_i8..=28) {
            let date = Date::new(year, month, day).unwrap();
            prop_assert_eq!(StoredDate::from(date).date(), Some(date));
        }

        #[test]
        fn any_number_is_a_date_or_none(number: i32) {
            if let Some(date) = StoredDate(number).date() {
                prop_assert_eq!(StoredDate::from(date).0, number);
            }
        }
    }
}
