//! The date of HTTP headers (RFC 9110, 5.6.7).

use super::{
    TimeError, Timestamp,
    read::{Reader, date_of, second_of_day},
};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `Sun, 22 Nov 2026 09:00:00 GMT`: the form that is sent.
pub fn http_date(at: Timestamp) -> String {
    let (day, second) = (at.utc_day(), at.second_of_day());
    let month = usize::try_from(day.month() - 1).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    let name = DAYS.get(day.days_after_monday()).and_then(|name| name.get(..3)).unwrap_or_default();
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{name}, {:02} {month} {:04} {hour:02}:{minute:02}:{second:02} GMT", day.day(), day.year())
}

/// Reads each of the three forms that a recipient has to accept; a day's name that is not that day's makes it no date.
///
/// # Errors
/// [`TimeError`] for any other text.
pub fn parse_http_date(text: &str) -> Result<Timestamp, TimeError> {
    let mut reader = Reader::new(text);
    let (name, is_whole) = day_name(&mut reader)?;
    let at = if is_whole {
        reader.want(b",")?;
        old(&mut reader)
    } else if reader.take(b",").is_some() {
        new(&mut reader)
    } else {
        asctime(&mut reader)
    }?;
    reader.end()?;
    if at.utc_day().days_after_monday() == name { Ok(at) } else { Err(TimeError::OutOfCalendar) }
}

/// ` 22 Nov 2026 09:00:00 GMT`
fn new(reader: &mut Reader<'_>) -> Result<Timestamp, TimeError> {
    reader.want(b" ")?;
    let day = reader.number(2)?;
    reader.want(b" ")?;
    let month = month(reader)?;
    reader.want(b" ")?;
    let year = reader.number(4)?;
    let second = time(reader)?;
    reader.word(" GMT").ok_or(TimeError::Form)?;
    moment(year, month, day, second)
}

/// ` 22-Nov-26 09:00:00 GMT`; of two digits, 69 is the first year of the century before.
fn old(reader: &mut Reader<'_>) -> Result<Timestamp, TimeError> {
    reader.want(b" ")?;
    let day = reader.number(2)?;
    reader.want(b"-")?;
    let month = month(reader)?;
    reader.want(b"-")?;
    let year = reader.number(2)?;
    let second = time(reader)?;
    reader.word(" GMT").ok_or(TimeError::Form)?;
    moment(if year < 69 { 2000 } else { 1900 } + year, month, day, second)
}

/// ` Nov 22 09:00:00 2026`; a day of one digit has a second blank before it.
fn asctime(reader: &mut Reader<'_>) -> Result<Timestamp, TimeError> {
    reader.want(b" ")?;
    let month = month(reader)?;
    reader.want(b" ")?;
    let day = if reader.take(b" ").is_some() { reader.number(1)? } else { reader.number(2)? };
    let second = time(reader)?;
    reader.want(b" ")?;
    let year = reader.number(4)?;
    moment(year, month, day, second)
}

/// Which day of the week, and whether its whole name is written.
fn day_name(reader: &mut Reader<'_>) -> Result<(usize, bool), TimeError> {
    for (number, name) in DAYS.iter().enumerate() {
        if reader.word(name).is_some() {
            return Ok((number, true));
        }
        if name.get(..3).is_some_and(|short| reader.word(short).is_some()) {
            return Ok((number, false));
        }
    }
    Err(TimeError::Form)
}

fn month(reader: &mut Reader<'_>) -> Result<i32, TimeError> {
    let month = (1..).zip(MONTHS).find(|(_, name)| reader.word(name).is_some());
    month.map(|(number, _)| number).ok_or(TimeError::Form)
}

/// ` 09:00:00`: seconds of the day.
fn time(reader: &mut Reader<'_>) -> Result<i64, TimeError> {
    reader.want(b" ")?;
    let hour = reader.number(2)?;
    reader.want(b":")?;
    let minute = reader.number(2)?;
    reader.want(b":")?;
    let second = reader.number(2)?;
    second_of_day(hour, minute, second)
}

fn moment(year: i32, month: i32, day: i32, second: i64) -> Result<Timestamp, TimeError> {
    Timestamp::floored(date_of(year, month, day)?.unix_days() * 86_400 + second, 0)
}
