use thiserror::Error;

use crate::{Date, typed};

/// Why a text is no day that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DayError {
    /// Nothing was typed.
    #[error("the day is empty")]
    Empty,
    /// It is not written as a day, a month and a year of four digits.
    #[error("it is not written as a day")]
    Shape,
    /// No calendar has it.
    #[error("there is no such day")]
    NoSuchDay,
    /// Before the first that fits.
    #[error("it is before {earliest}")]
    TooEarly {
        /// The first.
        earliest: Date,
    },
    /// After the last that fits.
    #[error("it is after {latest}")]
    TooLate {
        /// The last.
        latest: Date,
    },
}

/// Reads a day as it is written here, `22.11.2026`, with any of `. / -` or spaces between, or `22112026`; or as a calendar hands it over,
/// `2026-11-22`. A year of two digits is not guessed at.
///
/// # Errors
/// [`DayError`] names what is wrong.
pub fn parse_day(text: &str, earliest: Date, latest: Date) -> Result<Date, DayError> {
    let seen = typed::seen(text);
    if seen.is_empty() {
        return Err(DayError::Empty);
    }
    let (day, month, year) = numbers(&seen).ok_or(DayError::Shape)?;
    let date = Date::new(year, month, day).map_err(|_| DayError::NoSuchDay)?;
    if date < earliest {
        Err(DayError::TooEarly { earliest })
    } else if date > latest {
        Err(DayError::TooLate { latest })
    } else {
        Ok(date)
    }
}

fn numbers(text: &str) -> Option<(i8, i8, i16)> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts.as_slice() {
        [whole] if whole.len() == 8 && whole.is_ascii() => (&whole[..2], &whole[2..4], &whole[4..]),
        [year, month, day] if year.len() == 4 => (*day, *month, *year),
        [day, month, year] => (*day, *month, *year),
        _ => return None,
    };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || day.len() > 2 || month.len() > 2 || ![day, month, year].into_iter().all(is_number) {
        return None;
    }
    Some((day.parse().ok()?, month.parse().ok()?, year.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dates::date;

    const FIRST: Date = date(1900, 1, 1);
    const LAST: Date = date(2100, 12, 31);

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let november = Ok(date(2026, 11, 22));
        let table = [
            ("22.11.2026", november),
            ("22/11/2026", november),
            ("22 11 2026", november),
            ("22112026", november),
            (" 2026-11-22 ", november),
            ("1.2.2026", Ok(date(2026, 2, 1))),
            ("", Err(DayError::Empty)),
            ("22.11.26", Err(DayError::Shape)),
            ("22.11", Err(DayError::Shape)),
            ("yesterday", Err(DayError::Shape)),
            ("22.11.2026.1", Err(DayError::Shape)),
            ("二二.11.2026", Err(DayError::Shape)),
            ("+1.11.2026", Err(DayError::Shape)),
            ("31.02.2026", Err(DayError::NoSuchDay)),
            ("29.02.2023", Err(DayError::NoSuchDay)),
            ("00.11.2026", Err(DayError::NoSuchDay)),
            ("99.99.9999", Err(DayError::NoSuchDay)),
            ("31.12.1899", Err(DayError::TooEarly { earliest: FIRST })),
            ("01.01.2199", Err(DayError::TooLate { latest: LAST })),
        ];
        for (text, expected) in table {
            assert_eq!(parse_day(text, FIRST, LAST), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_fits_or_is_named(text in "\\PC{0,16}") {
            if let Ok(day) = parse_day(&text, FIRST, LAST) {
                prop_assert!(FIRST <= day && day <= LAST);
            }
        }

        #[test]
        fn both_ways_of_writing_are_the_same_day(days in -25_000_i64..47_000) {
            let day = Date::from_unix_days(days).unwrap();
            let written = format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year());
            prop_assert_eq!(parse_day(&written, FIRST, LAST), Ok(day));
            prop_assert_eq!(parse_day(&day.to_string(), FIRST, LAST), Ok(day));
        }
    }
}
