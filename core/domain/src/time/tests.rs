//! The forms, the ends of the calendar, and counting, held against plain arithmetic.

use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use super::*;
use crate::dates::date;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// What devices hold was written so: a change here needs a migration.
#[test]
fn what_is_kept_is_kept_in_these_forms() {
    let days = [
        (date(2026, 12, 1), "2026-12-01"),
        (date(987, 1, 2), "0987-01-02"),
        (date(0, 1, 1), "0000-01-01"),
        (date(-1, 12, 31), "-000001-12-31"),
        (Date::MIN, "-009999-01-01"),
        (Date::MAX, "9999-12-31"),
    ];
    for (day, text) in days {
        assert_eq!((day.to_string(), format!("{day:?}")), (text.to_owned(), text.to_owned()));
        assert_eq!(serde_json::to_string(&day).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Date>(&format!("\"{text}\"")).unwrap(), day);
    }
    let moments = [
        (Timestamp::constant(1_795_338_000, 0), "2026-11-22T09:00:00Z"),
        (Timestamp::constant(1_795_338_000, 500_000_000), "2026-11-22T09:00:00.5Z"),
        (Timestamp::constant(1_795_338_000, 123_456_789), "2026-11-22T09:00:00.123456789Z"),
        (Timestamp::constant(1_795_338_000, 1_000), "2026-11-22T09:00:00.000001Z"),
        (Timestamp::constant(0, -1), "1969-12-31T23:59:59.999999999Z"),
        (Timestamp::UNIX_EPOCH, "1970-01-01T00:00:00Z"),
        (Timestamp::MIN, "-009999-01-02T01:59:59Z"),
        (Timestamp::MAX, "9999-12-30T22:00:00.999999999Z"),
    ];
    for (at, text) in moments {
        assert_eq!((at.to_string(), format!("{at:?}")), (text.to_owned(), text.to_owned()));
        assert_eq!(serde_json::to_string(&at).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Timestamp>(&format!("\"{text}\"")).unwrap(), at);
    }
}

#[test]
fn days_that_are_read_and_that_are_not() {
    assert_eq!("+002026-12-01".parse(), Ok(date(2026, 12, 1)));
    let no_form = [
        "",
        "2026",
        "2026-12",
        "2026-12-1",
        "2026-12-011",
        "20261201",
        "2026/12/01",
        "2026-12-01T00:00:00",
        " 2026-12-01",
        "2026-12-01 ",
        "-000000-01-01",
        "+2026-12-01",
        "-2026-12-01",
        "ёёёё-12-01",
        "٢٠٢٦-12-01",
        "2026-+1-01",
    ];
    for text in no_form {
        assert_eq!(text.parse::<Date>(), Err(TimeError::Form), "{text:?}");
    }
    for text in [
        "2026-13-01",
        "2026-00-01",
        "2026-12-32",
        "2026-12-00",
        "2025-02-29",
        "+010000-01-01",
        "-999999-01-01",
    ] {
        assert_eq!(text.parse::<Date>(), Err(TimeError::OutOfCalendar), "{text:?}");
    }
}

#[test]
fn moments_that_are_read_and_that_are_not() {
    let same = [
        "2026-11-22T09:00:00Z",
        "2026-11-22t09:00:00z",
        "2026-11-22 09:00:00Z",
        "2026-11-22T09:00Z",
        "2026-11-22T12:00:00+03:00",
        "2026-11-22T12:00:00+0300",
        "2026-11-22T12:00:00+03",
        "2026-11-21T23:30:00-09:30",
        "2026-11-22T09:00:00.000Z",
        "2026-11-22T09:00:00,0Z",
        "+002026-11-22T09:00:00Z",
    ];
    for text in same {
        assert_eq!(text.parse(), Ok(Timestamp::constant(1_795_338_000, 0)), "{text}");
    }
    assert_eq!(at("2016-12-31T23:59:60Z"), at("2016-12-31T23:59:59Z"), "a leap second");
    let no_form = [
        "",
        "2026-11-22",
        "2026-11-22T09:00:00",
        "2026-11-22T09",
        "2026-11-22T9:00:00Z",
        "2026-11-22T09:00:00.Z",
        "2026-11-22T09:00:00.1234567891Z",
        "2026-11-22T09:00:00Z ",
        "2026-11-22T09:00:00ZZ",
        "2026-11-22T09:00:00+",
        "2026-11-22T09:00:00+3",
        "2026-11-22T09:00:00+03:",
        "2026-11-22T09:00:00+03:0",
        "2026-11-22T09:00:00[UTC]",
        "2026-11-22_09:00:00Z",
        "yesterday",
        "1795338000",
    ];
    for text in no_form {
        assert_eq!(text.parse::<Timestamp>(), Err(TimeError::Form), "{text:?}");
    }
    let nowhere = [
        "2026-11-22T24:00:00Z",
        "2026-11-22T09:60:00Z",
        "2026-11-22T09:00:61Z",
        "2026-11-22T09:00:00+26:00",
        "2026-11-22T09:00:00+03:60",
        "9999-12-31T23:59:59Z",
        "-009999-01-01T00:00:00Z",
    ];
    for text in nowhere {
        assert_eq!(text.parse::<Timestamp>(), Err(TimeError::OutOfCalendar), "{text:?}");
    }
}

#[test]
fn the_ends_of_the_calendar_are_errors() {
    assert!(Date::MAX.tomorrow().is_err() && Date::MIN.checked_add_days(-1).is_err());
    for far in [i64::MIN, i64::MAX, 7_500_000, -7_500_000] {
        assert!(Date::MIN.max(date(2026, 1, 1)).checked_add_days(far).is_err(), "{far}");
        assert!(Date::from_unix_days(far).is_err(), "{far}");
    }
    for far in [i32::MIN, i32::MAX, 12 * 8_000, -12 * 12_100] {
        assert!(date(2026, 1, 1).checked_add_months(far).is_err(), "{far}");
    }
    assert_eq!(date(2026, 1, 1).saturating_add_days(i64::MIN), Date::MIN);
    assert_eq!(date(2026, 1, 1).saturating_add_months(i32::MAX), Date::MAX);
    assert!(Date::new(i16::MIN, 1, 1).is_err() && Date::new(10_000, 1, 1).is_err());
    assert!(Date::new(2026, -1, 1).is_err() && Date::new(2026, 1, i8::MIN).is_err());

    assert!(Timestamp::new(0, 1_000_000_000).is_err() && Timestamp::new(0, i32::MIN).is_err());
    assert!(Timestamp::from_second(i64::MAX).is_err() && Timestamp::new(i64::MIN, -1).is_err());
    assert!(Timestamp::new(-377_705_023_201, -1).is_err());
    for by in [Duration::from_nanos(1), Duration::from_secs(1), Duration::MAX] {
        assert!(Timestamp::MAX.checked_add(by).is_err() && Timestamp::MIN.checked_sub(by).is_err());
    }
    assert_eq!(Timestamp::MAX.utc_day(), date(9999, 12, 30));
    assert_eq!(Timestamp::MIN.utc_day(), date(-9999, 1, 2));
    let late = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(1 << 60));
    assert!(late.is_none_or(|clock| Timestamp::from(clock) == Timestamp::MAX));
}

/// Before 1970 seconds and billionths count towards it, and are kept so.
#[test]
fn parts_of_a_second_before_1970_are_below_0() {
    let before = at("1969-12-31T23:59:58.5Z");
    assert_eq!((before.as_second(), before.subsec_nanosecond()), (-1, -500_000_000));
    assert_eq!(Timestamp::new(-1, -500_000_000), Ok(before));
    assert_eq!(Timestamp::new(-2, 500_000_000), Ok(before));
    assert_eq!(Timestamp::from(SystemTime::UNIX_EPOCH - Duration::from_millis(1_500)), before);
}

#[test]
fn months_end_where_they_end() {
    let table = [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), -1_200, date(1924, 2, 29)),
    ];
    for (from, months, to) in table {
        assert_eq!(from.checked_add_months(months), Ok(to), "{from} {months}");
    }
}

#[test]
fn a_header_names_its_day_right_or_is_none() {
    for text in [
        "Mon, 22 Nov 2026 09:00:00 GMT",
        "Sunday, 22 Nov 2026 09:00:00 GMT",
        "Sun 22 Nov 2026 09:00:00 GMT",
        "Sun, 22 Nov 2026 09:00:00",
        "Sun, 22 Nov 2026 09:00 GMT",
        "Sun, 31 Nov 2026 09:00:00 GMT",
        "Sun, 22 Nov 2026 24:00:00 GMT",
        "Sun Nov  2 09:00:00 26",
    ] {
        assert!(parse_http_date(text).is_err(), "{text}");
    }
    assert_eq!(parse_http_date("sun, 22 nov 2026 09:00:00 gmt"), Ok(at("2026-11-22T09:00:00Z")));
    assert_eq!(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT"), Ok(at("1994-11-06T08:49:37Z")));
    assert_eq!(parse_http_date("Sun Nov  6 08:49:37 1994"), Ok(at("1994-11-06T08:49:37Z")));
    assert_eq!(http_date(at("2026-11-06T09:00:00.9Z")), "Fri, 06 Nov 2026 09:00:00 GMT");
}

fn any_date() -> impl Strategy<Value = Date> {
    (Date::MIN.unix_days()..=Date::MAX.unix_days()).prop_map(|days| Date::from_unix_days(days).unwrap())
}

fn any_timestamp() -> impl Strategy<Value = Timestamp> {
    let seconds = Timestamp::MIN.as_second()..=Timestamp::MAX.as_second();
    (seconds, prop_oneof![Just(0), 0..1_000_000_000_i32])
        .prop_map(|(second, nanosecond)| Timestamp::new(second, nanosecond).unwrap_or(Timestamp::MIN))
}

proptest! {
    #[test]
    fn days_go_there_and_back(day in any_date(), other in any_date()) {
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        prop_assert_eq!(Date::new(day.year(), day.month(), day.day()), Ok(day));
        prop_assert_eq!(day.checked_add_days(day.days_until(other)), Ok(other));
        prop_assert_eq!(day.cmp(&other), day.unix_days().cmp(&other.unix_days()));
        let parts = |d: Date| (d.year(), d.month(), d.day());
        prop_assert_eq!(day.cmp(&other), parts(day).cmp(&parts(other)));
        // 1970-01-01 was a Thursday.
        prop_assert_eq!(day.is_weekend(), (day.unix_days() + 3).rem_euclid(7) >= 5);
    }

    #[test]
    fn moments_go_there_and_back(one in any_timestamp(), other in any_timestamp()) {
        prop_assert_eq!(one.to_string().parse(), Ok(one));
        prop_assert_eq!(Timestamp::new(one.as_second(), one.subsec_nanosecond()), Ok(one));
        let count = |at: Timestamp| i128::from(at.as_second()) * 1_000_000_000 + i128::from(at.subsec_nanosecond());
        prop_assert_eq!(one.cmp(&other), count(one).cmp(&count(other)));
        match one.duration_since(other) {
            Some(by) => {
                prop_assert!(one >= other);
                prop_assert_eq!(i128::try_from(by.as_nanos()).unwrap(), count(one) - count(other));
                prop_assert_eq!(other.checked_add(by), Ok(one));
                prop_assert_eq!(one.checked_sub(by), Ok(other));
            }
            None => prop_assert!(one < other),
        }
    }

    #[test]
    fn an_offset_moves_the_clock_and_not_the_moment(second in -60_000_000_000_i64..200_000_000_000, minutes in -1_439_i64..1_440) {
        let local = Timestamp::from_second(second + minutes * 60).unwrap().to_string();
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hour, minute) = (minutes.abs() / 60, minutes.abs() % 60);
        let text = format!("{}{sign}{hour:02}:{minute:02}", local.trim_end_matches('Z'));
        prop_assert_eq!(text.parse(), Timestamp::from_second(second));
    }

    /// Months are counted, and the day of the month is kept or is the last one.
    #[test]
    fn months_are_counted(day in any_date(), months in -300_000_i32..300_000) {
        let count = |d: Date| i32::from(d.year()) * 12 + i32::from(d.month()) - 1;
        let wanted = count(day) + months;
        match day.checked_add_months(months) {
            Ok(later) => {
                prop_assert_eq!(count(later), wanted);
                let is_last = later.tomorrow().is_ok_and(|next| next.month() != later.month());
                prop_assert!(later.day() == day.day() || (later.day() < day.day() && is_last));
            }
            Err(_) => prop_assert!(!(-9999 * 12..10_000 * 12).contains(&wanted)),
        }
    }

    #[test]
    fn headers_go_there_and_back(second in -30_000_000_000_i64..250_000_000_000) {
        let at = Timestamp::from_second(second).unwrap();
        prop_assert_eq!(parse_http_date(&http_date(at)), Ok(at));
    }

    #[test]
    fn any_text_and_any_number_gets_an_answer(
        text in any::<String>(), near in "[-+]?[0-9]{0,6}-?[0-9]{0,2}-?[0-9]{0,2}[Tt ]?[0-9:.,Zz+-]{0,24}",
        long in any::<i64>(), int in any::<i32>(), year in any::<i16>(), month in any::<i8>(), day in any::<i8>(),
        seconds in any::<u64>(),
    ) {
        for text in [text, near] {
            let _ = (text.parse::<Date>(), text.parse::<Timestamp>(), parse_http_date(&text));
        }
        let _ = (Date::new(year, month, day), Date::from_unix_days(long), Date::MIN.checked_add_days(long));
        let _ = (Date::MAX.checked_add_months(int), Date::MAX.saturating_add_days(long));
        let _ = (Timestamp::new(long, int), Timestamp::of(Date::MAX, int, int, int));
        let by = Duration::new(seconds, day.unsigned_abs().into());
        let _ = (Timestamp::MIN.checked_add(by), Timestamp::MAX.checked_sub(by));
    }
}
