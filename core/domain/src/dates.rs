//! Dates of the law: due dates and the days they move to.

use crate::{Date, Timestamp};

/// Non-working holidays by month and day (Labour Code, art. 112). Days that the government moves by a yearly decree
/// are dated data which nothing here needs yet: none of them touches a due date this module computes.
const HOLIDAYS: [(i8, i8); 14] = [
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 8),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
];

/// A day written in the code: [`Date::constant`] by a short name.
///
/// # Panics
/// Where there is no such day; as a constant it does not compile.
pub const fn date(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

/// The day itself if it is a working day, else the next one that is (Tax Code, art. 6.1(7)).
pub fn working_day_on_or_after(date: Date) -> Date {
    let mut day = date;
    while !is_working_day(day) {
        match day.tomorrow() {
            Ok(next) => day = next,
            // The calendar's last day, year 9999.
            Err(_) => return date,
        }
    }
    day
}

fn is_working_day(day: Date) -> bool {
    !day.is_weekend() && !HOLIDAYS.contains(&(day.month(), day.day()))
}

/// When property, land and transport tax of individuals for `tax_year` fall due: 1 December of the next year, moved to
/// a working day (payments page; Tax Code, art. 363, 397, 409). `None` for a year no calendar has.
pub fn notice_taxes_due(tax_year: i16) -> Option<Date> {
    let first = Date::new(tax_year.checked_add(1)?, 12, 1).ok()?;
    Some(working_day_on_or_after(first))
}

/// The day so many days after 1970-01-01; `None` beyond the calendar's years −9999 to 9999.
pub fn from_unix_days(days: i64) -> Option<Date> {
    Date::from_unix_days(days).ok()
}

/// From here on Moscow is three hours east of UTC: 2014-10-26, 02:00 there (Federal Law 248-FZ of 21.07.2014).
const MOSCOW_UTC3: i64 = 1_414_274_400;

/// The day in Moscow at this moment. Before October 2014 Moscow was four hours east of UTC, before 2011 in summer only; four are taken
/// for all of that time, since a midnight of either clock is on its day then.
fn moscow_day(moment: Timestamp) -> Option<Date> {
    let second = moment.as_second();
    let hours = if second >= MOSCOW_UTC3 { 3 } else { 4 };
    from_unix_days((second + hours * 3_600).div_euclid(86_400))
}

/// Reads a day as services write it: an ISO date; a date-time without an offset, whose date it is; or an instant with one, which is a day
/// in Moscow, where the service's days begin (cases seen: midnight there as `T21:00:00Z`).
pub fn parse_iso(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<Timestamp>() {
        return moscow_day(moment);
    }
    let day = text.get(..10)?;
    let rest = text.get(10..)?;
    if !rest.is_empty() && !rest.starts_with(['T', ' ']) {
        return None;
    }
    day.parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_instant_is_a_day_in_moscow_and_a_date_stays() {
        let table = [
            ("2026-12-01", Some(date(2026, 12, 1))),
            ("2026-12-01T00:00:00", Some(date(2026, 12, 1))),
            ("2026-12-01 23:59:59", Some(date(2026, 12, 1))),
            ("2026-11-30T21:00:00.000+00:00", Some(date(2026, 12, 1))),
            ("2026-11-30T21:00:00Z", Some(date(2026, 12, 1))),
            ("2026-11-30T20:59:59Z", Some(date(2026, 11, 30))),
            ("2026-12-01T00:00:00+03:00", Some(date(2026, 12, 1))),
            ("2026-12-01T00:00:00.000+0300", Some(date(2026, 12, 1))),
            // Midnight in Moscow under the clock of 2013, and in the winter and the summer of 2010.
            ("2013-11-30T20:00:00Z", Some(date(2013, 12, 1))),
            ("2010-11-30T21:00:00Z", Some(date(2010, 12, 1))),
            ("2010-06-30T20:00:00Z", Some(date(2010, 7, 1))),
            ("2014-10-25T22:00:00Z", Some(date(2014, 10, 26))),
            ("2026-13-01", None),
            ("2026-12-01x", None),
            ("01.12.2026", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(parse_iso(text), expected, "{text}");
        }
    }

    #[test]
    fn the_first_of_december_moves_off_a_weekend() {
        // 2023: Friday; 2024: Sunday; 2025: Monday; 2029: Saturday.
        let table = [
            (2022, date(2023, 12, 1)),
            (2023, date(2024, 12, 2)),
            (2024, date(2025, 12, 1)),
            (2028, date(2029, 12, 3)),
        ];
        for (year, due) in table {
            assert_eq!(notice_taxes_due(year), Some(due), "{year}");
        }
        assert_eq!(notice_taxes_due(i16::MAX), None);
    }

    #[test]
    fn new_year_is_over_on_the_ninth_or_after() {
        assert_eq!(working_day_on_or_after(date(2026, 1, 1)), date(2026, 1, 9));
        assert_eq!(working_day_on_or_after(date(2027, 1, 8)), date(2027, 1, 11));
    }

    #[test]
    fn iso_dates_with_and_without_a_time() {
        let table = [
            ("2025-12-01", Some(date(2025, 12, 1))),
            (" 2025-12-01T00:00:00+03:00 ", Some(date(2025, 12, 1))),
            ("2025-12-01 10:00", Some(date(2025, 12, 1))),
            ("2025-13-01", None),
            ("2025-12-011", None),
            ("01.12.2025", None),
            ("", None),
            ("ёёёёёё", None),
        ];
        for (text, day) in table {
            assert_eq!(parse_iso(text), day, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_moved_day_is_a_working_day_soon_after(days in 0_i64..40_000) {
            let day = date(1990, 1, 1).checked_add_days(days).unwrap();
            let moved = working_day_on_or_after(day);
            prop_assert!(is_working_day(moved));
            prop_assert!(moved >= day && day.days_until(moved) <= 10);
        }
    }
}
