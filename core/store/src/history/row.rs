//! How one operation is written inside a block.

use fl_domain::{Date, Money, account::Operation};
use serde::{Deserialize, Serialize};

use super::names::{Field, NameId, Names};
use crate::{
    StoreError,
    plain::Plain,
    seal::{Place, Table},
};

/// An operation with its two names by number; borrowed, so that rows can be searched without an allocation each.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredRow<'a> {
    pub(crate) tax: NameId,
    pub(crate) kind: NameId,
    date: Option<StoredDate>,
    pub(crate) amount: Money,
    pub(crate) description: &'a str,
    pub(crate) source: &'a str,
}

/// A day in three bytes at most times, where its text takes eleven and a parser.
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

impl<'a> StoredRow<'a> {
    pub(crate) fn new(operation: &'a Operation, tax: NameId, kind: NameId) -> Self {
        Self {
            tax,
            kind,
            date: operation.date.map(StoredDate::from),
            amount: operation.amount,
            description: &operation.description,
            source: &operation.source,
        }
    }

    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, StoreError> {
        postcard::from_bytes(bytes).map_err(|_| damaged())
    }

    pub(crate) fn date(&self) -> Option<Date> {
        self.date.and_then(StoredDate::date)
    }

    pub(crate) fn operation(&self, names: &Names) -> Result<Operation, StoreError> {
        let name = |field, id| names.text(field, id).map(str::to_owned).ok_or_else(damaged);
        Ok(Operation {
            date: self.date(),
            amount: self.amount,
            description: self.description.to_owned(),
            kind: name(Field::Kind, self.kind)?,
            tax: name(Field::Tax, self.tax)?,
            source: self.source.to_owned(),
        })
    }
}

/// Rows on their way into blocks, in the form they are written in.
#[derive(Default)]
pub(crate) struct Encoded {
    bytes: Plain,
    ends: Vec<usize>,
}

impl Encoded {
    pub(crate) fn push(&mut self, row: &StoredRow<'_>) -> Result<(), StoreError> {
        self.bytes.encode(row)?;
        self.ends.push(self.bytes.len());
        Ok(())
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
    use proptest::prelude::*;

    use super::*;

    /// What earlier runs wrote has to be readable: where this fails, the form of rows has changed, and a migration that
    /// deletes blocks, names and extent is due, with the new bytes here.
    #[test]
    fn the_form_of_a_row_is_known() {
        let operation = Operation {
            date: Some(Date::constant(2025, 12, 1)),
            amount: Money::from_kopecks(-300),
            description: "d".into(),
            kind: "k".into(),
            tax: "t".into(),
            source: "s".into(),
        };
        let mut encoded = Encoded::default();
        encoded.push(&StoredRow::new(&operation, 300, 1)).unwrap();
        encoded.push(&StoredRow::new(&Operation { date: None, ..operation }, 0, 1)).unwrap();
        assert_eq!(encoded.row(0), [0xAC, 2, 1, 1, 0x82, 0xCE, 0x7E, 0xD7, 4, 1, b'd', 1, b's']);
        assert_eq!(encoded.row(1), [0, 1, 0, 0xD7, 4, 1, b'd', 1, b's']);
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
