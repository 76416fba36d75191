use super::{Date, TimeError, Timestamp};

/// Reads a text from its start, a part at a time.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes() }
    }

    /// Takes the next byte where it is one of these.
    pub(super) fn take(&mut self, of: &[u8]) -> Option<u8> {
        let (next, rest) = self.rest.split_first()?;
        of.contains(next).then(|| {
            self.rest = rest;
            *next
        })
    }

    /// The next byte has to be one of these.
    pub(super) fn want(&mut self, of: &[u8]) -> Result<u8, TimeError> {
        self.take(of).ok_or(TimeError::Form)
    }

    /// These letters, in either case.
    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        let (start, rest) = self.rest.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word.as_bytes()).then(|| self.rest = rest)
    }

    /// A number of exactly so many digits, at most nine.
    pub(super) fn number(&mut self, digits: usize) -> Result<i32, TimeError> {
        let (start, rest) = self.rest.split_at_checked(digits).ok_or(TimeError::Form)?;
        let number = start.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit().then(|| number * 10 + i32::from(byte - b'0')).ok_or(TimeError::Form)
        })?;
        self.rest = rest;
        Ok(number)
    }

    pub(super) fn end(&self) -> Result<(), TimeError> {
        if self.rest.is_empty() { Ok(()) } else { Err(TimeError::Form) }
    }

    /// `2026-12-01`; with a sign the year has six digits.
    pub(super) fn date(&mut self) -> Result<Date, TimeError> {
        let year = match self.take(b"+-") {
            None => self.number(4)?,
            Some(sign) => {
                let year = self.number(6)?;
                // There is one year 0, and it is written without a minus.
                match (sign, year) {
                    (b'-', 0) => return Err(TimeError::Form),
                    (b'-', year) => -year,
                    (_, year) => year,
                }
            }
        };
        self.want(b"-")?;
        let month = self.number(2)?;
        self.want(b"-")?;
        let day = self.number(2)?;
        date_of(year, month, day)
    }

    /// `09:00`, `09:00:00`, `09:00:00.5`: seconds of the day and billionths of a second. A leap second counts as the one before.
    fn time(&mut self) -> Result<(i64, i32), TimeError> {
        let hour = self.number(2)?;
        self.want(b":")?;
        let minute = self.number(2)?;
        let (mut second, mut nanosecond) = (0, 0);
        if self.take(b":").is_some() {
            second = self.number(2)?;
            if self.take(b".,").is_some() {
                nanosecond = self.fraction()?;
            }
        }
        Ok((second_of_day(hour, minute, second)?, nanosecond))
    }

    fn fraction(&mut self) -> Result<i32, TimeError> {
        let digits = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if !(1..=9).contains(&digits) {
            return Err(TimeError::Form);
        }
        let missing = u32::try_from(9 - digits).unwrap_or_default();
        Ok(self.number(digits)? * 10_i32.pow(missing))
    }

    /// `Z`, `+03:00`, `+0300`, `+03`: seconds east of UTC.
    fn offset(&mut self) -> Result<i64, TimeError> {
        let sign = match self.want(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Ok(0),
        };
        let hours = self.number(2)?;
        let minutes = match (self.take(b":"), self.rest.is_empty()) {
            (None, true) => 0,
            _ => self.number(2)?,
        };
        if hours > 25 || minutes > 59 {
            return Err(TimeError::OutOfCalendar);
        }
        Ok(sign * i64::from(hours * 60 + minutes) * 60)
    }

    /// A day, a time and how far its clock is from UTC.
    pub(super) fn timestamp(&mut self) -> Result<Timestamp, TimeError> {
        let day = self.date()?;
        self.want(b"Tt ")?;
        let (second, nanosecond) = self.time()?;
        let offset = self.offset()?;
        Timestamp::floored(day.unix_days() * 86_400 + second - offset, nanosecond)
    }
}

pub(super) fn date_of(year: i32, month: i32, day: i32) -> Result<Date, TimeError> {
    let part = |value: i32| i8::try_from(value).map_err(|_| TimeError::OutOfCalendar);
    Date::new(i16::try_from(year).map_err(|_| TimeError::OutOfCalendar)?, part(month)?, part(day)?)
}

/// A leap second counts as the one before.
pub(super) fn second_of_day(hour: i32, minute: i32, second: i32) -> Result<i64, TimeError> {
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(0..=60).contains(&second) {
        return Err(TimeError::OutOfCalendar);
    }
    Ok(i64::from(hour * 3600 + minute * 60 + second.min(59)))
}
