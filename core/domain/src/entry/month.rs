use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::typed;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    year: i16,
    month: i8,
}

/// Why a text is no month that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MonthError {
    /// Nothing was typed.
    #[error("the month is empty")]
    Empty,
    /// It is not written as a month and a year of four digits.
    #[error("it is not written as a month")]
    Shape,
    /// A year has twelve.
    #[error("there is no such month")]
    NoSuchMonth,
    /// Before the first that fits.
    #[error("it is before {earliest}")]
    TooEarly {
        /// The first.
        earliest: Month,
    },
    /// After the last that fits.
    #[error("it is after {latest}")]
    TooLate {
        /// The last.
        latest: Month,
    },
}

impl Month {
    /// A month of a year; `None` where a year has no such month.
    pub const fn new(year: i16, month: i8) -> Option<Self> {
        if month >= 1 && month <= 12 && year >= 0 && year <= 9999 { Some(Self { year, month }) } else { None }
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    pub const fn month(self) -> i8 {
        self.month
    }
}

/// `2026-11`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Reads a month as it is written here, `11.2026`, with any of `. / -` or a space between, or `112026`; or as `2026-11`.
///
/// # Errors
/// [`MonthError`] names what is wrong.
pub fn parse_month(text: &str, earliest: Month, latest: Month) -> Result<Month, MonthError> {
    let seen = typed::seen(text);
    if seen.is_empty() {
        return Err(MonthError::Empty);
    }
    let parts: Vec<&str> = seen.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let (month, year) = match parts.as_slice() {
        [whole] if whole.len() == 6 && whole.is_ascii() => (&whole[..2], &whole[2..]),
        [year, month] if year.len() == 4 => (*month, *year),
        [month, year] => (*month, *year),
        _ => return Err(MonthError::Shape),
    };
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || month.len() > 2 || !is_number(month) || !is_number(year) {
        return Err(MonthError::Shape);
    }
    let read = year.parse().ok().zip(month.parse().ok());
    let month = read.and_then(|(year, month)| Month::new(year, month)).ok_or(MonthError::NoSuchMonth)?;
    if month < earliest {
        Err(MonthError::TooEarly { earliest })
    } else if month > latest {
        Err(MonthError::TooLate { latest })
    } else {
        Ok(month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_people_write_it() {
        let of = |year, month| Month::new(year, month).unwrap();
        let (first, last) = (of(2000, 1), of(2030, 12));
        let table = [
            ("11.2026", Ok(of(2026, 11))),
            ("1/2026", Ok(of(2026, 1))),
            ("112026", Ok(of(2026, 11))),
            ("2026-11", Ok(of(2026, 11))),
            ("", Err(MonthError::Empty)),
            ("11.26", Err(MonthError::Shape)),
            ("November", Err(MonthError::Shape)),
            ("22.11.2026", Err(MonthError::Shape)),
            ("13.2026", Err(MonthError::NoSuchMonth)),
            ("00.2026", Err(MonthError::NoSuchMonth)),
            ("12.1999", Err(MonthError::TooEarly { earliest: first })),
            ("01.2031", Err(MonthError::TooLate { latest: last })),
        ];
        for (text, expected) in table {
            assert_eq!(parse_month(text, first, last), expected, "{text:?}");
        }
        assert_eq!(of(2026, 1).to_string(), "2026-01");
    }
}
