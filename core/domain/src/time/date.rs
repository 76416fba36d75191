use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{TimeError, read::Reader};

/// A day of the calendar, wherever that is; from −9999-01-01 to 9999-12-31.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day there is.
    pub const MIN: Self = Self::constant(-9999, 1, 1);
    /// The last day there is.
    pub const MAX: Self = Self::constant(9999, 12, 31);
    const EPOCH: Self = Self::constant(1970, 1, 1);

    const fn checked(year: i16, month: i8, day: i8) -> Option<Self> {
        // A negative month or day becomes a huge one, which no calendar has.
        if year < -9999 || year > 9999 || month < 1 || day < 1 {
            return None;
        }
        match NaiveDate::from_ymd_opt(year as i32, month.unsigned_abs() as u32, day.unsigned_abs() as u32) {
            Some(day) => Some(Self(day)),
            None => None,
        }
    }

    /// The day of this year, month (1 to 12) and day of the month (from 1).
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] where there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, TimeError> {
        Self::checked(year, month, day).ok_or(TimeError::OutOfCalendar)
    }

    /// The same for a day that is written in the code.
    ///
    /// # Panics
    /// Where there is no such day; as a constant it does not compile.
    pub const fn constant(year: i16, month: i8, day: i8) -> Self {
        let date = Self::checked(year, month, day);
        assert!(date.is_some(), "no such day");
        match date {
            Some(date) => date,
            None => Self::constant(1970, 1, 1),
        }
    }

    /// The year, −9999 to 9999; 0 is the year before 1.
    pub fn year(self) -> i16 {
        i16::try_from(self.0.year()).unwrap_or_default()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        i8::try_from(self.0.month()).unwrap_or_default()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        i8::try_from(self.0.day()).unwrap_or_default()
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// How many days after Monday it is, 0 to 6.
    pub(super) fn days_after_monday(self) -> usize {
        usize::try_from(self.0.weekday().num_days_from_monday()).unwrap_or_default()
    }

    /// The day after.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] after the calendar's last day.
    pub fn tomorrow(self) -> Result<Self, TimeError> {
        self.checked_add_days(1)
    }

    /// The day so many days later, or earlier for a number below 0.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] beyond the calendar's ends.
    pub fn checked_add_days(self, days: i64) -> Result<Self, TimeError> {
        let by = Days::new(days.unsigned_abs());
        let day = if days < 0 { self.0.checked_sub_days(by) } else { self.0.checked_add_days(by) };
        Self::in_calendar(day)
    }

    /// The same day of the month so many months later, or earlier for a number below 0; the last day of a month that has no such
    /// day.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] beyond the calendar's ends.
    pub fn checked_add_months(self, months: i32) -> Result<Self, TimeError> {
        let by = Months::new(months.unsigned_abs());
        let day = if months < 0 { self.0.checked_sub_months(by) } else { self.0.checked_add_months(by) };
        Self::in_calendar(day)
    }

    /// [`Self::checked_add_days`], or the calendar's end on that side.
    #[must_use]
    pub fn saturating_add_days(self, days: i64) -> Self {
        self.checked_add_days(days).unwrap_or(if days < 0 { Self::MIN } else { Self::MAX })
    }

    /// [`Self::checked_add_months`], or the calendar's end on that side.
    #[must_use]
    pub fn saturating_add_months(self, months: i32) -> Self {
        self.checked_add_months(months).unwrap_or(if months < 0 { Self::MIN } else { Self::MAX })
    }

    /// How many days after this one `other` is; below 0 where it is before.
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// How many days after 1970-01-01 it is; below 0 where it is before.
    pub fn unix_days(self) -> i64 {
        Self::EPOCH.days_until(self)
    }

    /// The day so many days after 1970-01-01.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] beyond the calendar's ends.
    pub fn from_unix_days(days: i64) -> Result<Self, TimeError> {
        Self::EPOCH.checked_add_days(days)
    }

    fn in_calendar(day: Option<NaiveDate>) -> Result<Self, TimeError> {
        day.map(Self).filter(|day| (Self::MIN..=Self::MAX).contains(day)).ok_or(TimeError::OutOfCalendar)
    }
}

impl fmt::Display for Date {
    /// `2026-12-01`; a year below 0 as `-000001`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.year(), self.month(), self.day());
        if year < 0 {
            write!(f, "-{:06}-{month:02}-{day:02}", year.unsigned_abs())
        } else {
            write!(f, "{year:04}-{month:02}-{day:02}")
        }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = TimeError;

    /// Reads `2026-12-01`, also `+002026-12-01`. Nothing may follow.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let mut reader = Reader::new(text);
        let date = reader.date()?;
        reader.end()?;
        Ok(date)
    }
}
