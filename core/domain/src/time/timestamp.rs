use std::{
    fmt,
    str::FromStr,
    time::{Duration, SystemTime},
};

use chrono::{DateTime, Utc};

use super::{Date, TimeError, read::Reader};

const BILLION: i32 = 1_000_000_000;

/// An instant, to a billionth of a second; every offset's clock has a day of the calendar for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// The first instant there is: −9999-01-02T01:59:59Z.
    pub const MIN: Self = Self::constant(-377_705_023_201, 0);
    /// The last instant there is: 9999-12-30T22:00:00.999999999Z.
    pub const MAX: Self = Self::constant(253_402_207_200, BILLION - 1);
    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Self = Self::constant(0, 0);

    const FIRST_SECOND: i64 = -377_705_023_201;
    const LAST_SECOND: i64 = 253_402_207_200;

    /// The whole second at or before it, and what it is later by.
    const fn checked(second: i64, nanosecond: u32) -> Option<Self> {
        if second < Self::FIRST_SECOND || second > Self::LAST_SECOND || nanosecond >= BILLION.unsigned_abs() {
            return None;
        }
        match DateTime::from_timestamp(second, nanosecond) {
            Some(at) => Some(Self(at)),
            None => None,
        }
    }

    const fn signed(second: i64, nanosecond: i32) -> Option<Self> {
        if nanosecond <= -BILLION || nanosecond >= BILLION {
            return None;
        }
        if nanosecond < 0 {
            match second.checked_sub(1) {
                Some(second) => Self::checked(second, (nanosecond + BILLION).unsigned_abs()),
                None => None,
            }
        } else {
            Self::checked(second, nanosecond.unsigned_abs())
        }
    }

    pub(super) fn floored(second: i64, nanosecond: i32) -> Result<Self, TimeError> {
        let nanosecond = u32::try_from(nanosecond).map_err(|_| TimeError::OutOfCalendar)?;
        Self::checked(second, nanosecond).ok_or(TimeError::OutOfCalendar)
    }

    /// So many seconds and billionths of a second after 1970; each may be below 0.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] beyond the calendar's ends, and for a billion billionths or more.
    pub fn new(second: i64, nanosecond: i32) -> Result<Self, TimeError> {
        Self::signed(second, nanosecond).ok_or(TimeError::OutOfCalendar)
    }

    /// The same for an instant that is written in the code.
    ///
    /// # Panics
    /// Where there is no such instant; as a constant it does not compile.
    pub const fn constant(second: i64, nanosecond: i32) -> Self {
        let at = Self::signed(second, nanosecond);
        assert!(at.is_some(), "no such instant");
        match at {
            Some(at) => at,
            None => Self(DateTime::UNIX_EPOCH),
        }
    }

    /// So many seconds after 1970.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] beyond the calendar's ends.
    pub fn from_second(second: i64) -> Result<Self, TimeError> {
        Self::new(second, 0)
    }

    /// The instant at this time of a day in UTC.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] for a time no clock shows, and at the very ends of the calendar.
    pub fn of(day: Date, hour: i32, minute: i32, second: i32) -> Result<Self, TimeError> {
        Self::floored(day.unix_days() * 86_400 + super::read::second_of_day(hour, minute, second)?, 0)
    }

    /// Whole seconds after 1970, towards 1970: a second and a half before it is −1.
    pub fn as_second(self) -> i64 {
        let second = self.0.timestamp();
        if second < 0 && self.0.timestamp_subsec_nanos() > 0 { second + 1 } else { second }
    }

    /// What [`Self::as_second`] leaves, in billionths of a second; below 0 before 1970.
    pub fn subsec_nanosecond(self) -> i32 {
        let nanosecond = i32::try_from(self.0.timestamp_subsec_nanos()).unwrap_or_default();
        if self.0.timestamp() < 0 && nanosecond > 0 { nanosecond - BILLION } else { nanosecond }
    }

    /// The day in UTC.
    pub fn utc_day(self) -> Date {
        Date::from_unix_days(self.0.timestamp().div_euclid(86_400)).unwrap_or(Date::MAX)
    }

    /// Whole seconds since that day began, 0 to 86 399.
    pub(super) fn second_of_day(self) -> i64 {
        self.0.timestamp().rem_euclid(86_400)
    }

    /// So much later.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] beyond the calendar's end.
    pub fn checked_add(self, by: Duration) -> Result<Self, TimeError> {
        let seconds = i64::try_from(by.as_secs()).map_err(|_| TimeError::OutOfCalendar)?;
        let nanosecond = self.0.timestamp_subsec_nanos() + by.subsec_nanos();
        let second = self.0.timestamp().checked_add(seconds).ok_or(TimeError::OutOfCalendar)?;
        let billion = BILLION.unsigned_abs();
        Self::checked(second + i64::from(nanosecond / billion), nanosecond % billion)
            .ok_or(TimeError::OutOfCalendar)
    }

    /// So much earlier.
    ///
    /// # Errors
    /// [`TimeError::OutOfCalendar`] beyond the calendar's start.
    pub fn checked_sub(self, by: Duration) -> Result<Self, TimeError> {
        let seconds = i64::try_from(by.as_secs()).map_err(|_| TimeError::OutOfCalendar)?;
        let second = self.0.timestamp().checked_sub(seconds).ok_or(TimeError::OutOfCalendar)?;
        let billion = BILLION.unsigned_abs();
        let nanosecond = self.0.timestamp_subsec_nanos() + billion - by.subsec_nanos();
        Self::checked(second.saturating_sub(i64::from(nanosecond < billion)), nanosecond % billion)
            .ok_or(TimeError::OutOfCalendar)
    }

    /// How long after `earlier` it is; `None` where it is before.
    pub fn duration_since(self, earlier: Self) -> Option<Duration> {
        self.0.signed_duration_since(earlier.0).to_std().ok()
    }
}

impl Default for Timestamp {
    fn default() -> Self {
        Self::UNIX_EPOCH
    }
}

impl From<SystemTime> for Timestamp {
    /// What a clock says; beyond the calendar, its end on that side.
    fn from(clock: SystemTime) -> Self {
        match clock.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self::UNIX_EPOCH.checked_add(after).unwrap_or(Self::MAX),
            Err(error) => Self::UNIX_EPOCH.checked_sub(error.duration()).unwrap_or(Self::MIN),
        }
    }
}

impl fmt::Display for Timestamp {
    /// `2026-12-01T09:00:00Z`, with as many digits of a second as it has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.second_of_day();
        let (hour, minute) = (second / 3600, second / 60 % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{:02}", self.utc_day(), second % 60)?;
        let (mut fraction, mut digits) = (self.0.timestamp_subsec_nanos(), 9);
        if fraction > 0 {
            while fraction.is_multiple_of(10) {
                (fraction, digits) = (fraction / 10, digits - 1);
            }
            write!(f, ".{fraction:0digits$}")?;
        }
        f.write_str("Z")
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Timestamp {
    type Err = TimeError;

    /// Reads what RFC 3339 writes, also without seconds, and with an offset such as `+0300`. Nothing may follow.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let mut reader = Reader::new(text);
        let at = reader.timestamp()?;
        reader.end()?;
        Ok(at)
    }
}
