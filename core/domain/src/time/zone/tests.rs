//! Tables held against what the platform says, at places whose clocks did odd things.

use proptest::prelude::*;

use super::*;
use crate::{Date, dates::date};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn of(now: &str, ask: impl Fn(Timestamp) -> i32) -> Zone {
    Zone::default().asked(at(now), |moment| Some(ask(moment))).unwrap()
}

/// The Sunday on or after this day.
fn sunday(mut day: Date) -> Date {
    while !(day.is_weekend() && day.tomorrow().is_ok_and(|next| !next.is_weekend())) {
        day = day.tomorrow().unwrap();
    }
    day
}

/// Between these two moments of a year.
fn is_between(at: Timestamp, from: (Date, i32), to: (Date, i32)) -> bool {
    let moment = |(day, hour): (Date, i32)| Timestamp::of(day, hour, 0, 0).unwrap();
    moment(from) <= at && at < moment(to)
}

/// Summer time from the last Sunday of March to the last of October, at 01:00 UTC.
fn berlin(at: Timestamp) -> i32 {
    let year = at.utc_day().year();
    let is_summer = is_between(at, (sunday(date(year, 3, 25)), 1), (sunday(date(year, 10, 25)), 1));
    if is_summer { 120 } else { 60 }
}

/// Winter time from the first Sunday of April to the first of October, at 16:00 UTC of the day before.
fn sydney(at: Timestamp) -> i32 {
    let year = at.utc_day().year();
    let eve = |day: Date| (day.checked_add_days(-1).unwrap(), 16);
    let is_winter = is_between(at, eve(sunday(date(year, 4, 1))), eve(sunday(date(year, 10, 1))));
    if is_winter { 600 } else { 660 }
}

/// +4 until 25 October 2014, 22:00 UTC, then +3.
fn moscow(moment: Timestamp) -> i32 {
    if moment < at("2014-10-25T22:00:00Z") { 240 } else { 180 }
}

/// Skipped 30 December 2011 to be west of the date line no more.
fn samoa(moment: Timestamp) -> i32 {
    if moment < at("2011-12-30T10:00:00Z") { -600 } else { 840 }
}

/// Two changes four weeks apart, as Fiji had.
fn fiji(moment: Timestamp) -> i32 {
    let is_summer = (at("2020-12-19T14:00:00Z")..at("2021-01-16T14:00:00Z")).contains(&moment);
    if is_summer { 780 } else { 720 }
}

#[test]
fn each_change_is_known_to_the_second() {
    let table = [
        (of("2026-11-22T09:00:00Z", berlin), "2026-03-29T01:00:00Z", 60, 120),
        (of("2026-11-22T09:00:00Z", berlin), "2026-10-25T01:00:00Z", 120, 60),
        (of("2026-11-22T09:00:00Z", berlin), "2027-03-28T01:00:00Z", 60, 120),
        (of("2026-11-22T09:00:00Z", sydney), "2026-04-04T16:00:00Z", 660, 600),
        (of("2026-11-22T09:00:00Z", sydney), "2026-10-03T16:00:00Z", 600, 660),
        (of("2016-06-01T00:00:00Z", moscow), "2014-10-25T22:00:00Z", 240, 180),
        (of("2013-01-01T00:00:00Z", moscow), "2014-10-25T22:00:00Z", 240, 180),
        (of("2016-06-01T00:00:00Z", samoa), "2011-12-30T10:00:00Z", -600, 840),
        (of("2026-11-22T09:00:00Z", fiji), "2020-12-19T14:00:00Z", 720, 780),
        (of("2026-11-22T09:00:00Z", fiji), "2021-01-16T14:00:00Z", 780, 720),
    ];
    for (zone, change, before, after) in table {
        let change = at(change);
        let just_before = change.checked_sub(std::time::Duration::from_nanos(1)).unwrap();
        assert_eq!(
            (zone.offset_minutes(just_before), zone.offset_minutes(change)),
            (before, after),
            "{change}"
        );
    }
}

#[test]
fn beyond_the_years_asked_the_nearest_offset_is_taken() {
    let zone = of("2026-11-22T09:00:00Z", |moment| if moment < at("2000-01-01T00:00:00Z") { 1 } else { 180 });
    assert_eq!(zone, Zone::fixed(180));
    let zone = of("2026-11-22T09:00:00Z", berlin);
    assert_eq!(zone.offset_minutes(Timestamp::MIN), berlin(at("2016-11-21T09:00:00Z")));
    assert_eq!(zone.offset_minutes(Timestamp::MAX), berlin(at("2028-11-22T09:00:00Z")));
    assert_eq!(Zone::default().offset_minutes(Timestamp::MAX), 0);
    assert_eq!(Zone::fixed(-570).offset_minutes(Timestamp::MIN), -570);
}

#[test]
fn a_table_of_the_same_content_is_the_same_table() {
    let zone = of("2026-11-22T09:00:00Z", berlin);
    let again = zone.asked(at("2026-11-23T09:00:00Z"), |at| Some(berlin(at))).unwrap();
    assert!(std::ptr::eq(zone.changes, again.changes));
    assert_ne!(zone.asked(at("2027-11-23T09:00:00Z"), |at| Some(berlin(at))), Some(zone));
}

#[test]
fn a_platform_that_talks_nonsense_has_no_zone() {
    let now = at("2026-11-22T09:00:00Z");
    assert_eq!(Zone::default().asked(now, |_| None), None);
    assert_eq!(Zone::default().asked(now, |_| Some(i32::MAX)), None);
    // Another answer each time: an end is found all the same.
    let mut answer = 0;
    let restless = Zone::default().asked(now, |_| {
        answer = (answer + 7) % 1_000;
        Some(answer)
    });
    assert_eq!(restless, None);
    // It fails in the middle.
    let mut asked = 0;
    let failing = Zone::default().asked(now, |at| {
        asked += 1;
        (asked < 200).then(|| berlin(at))
    });
    assert_eq!(failing, None);
    for end in [Timestamp::MIN, Timestamp::MAX] {
        assert_eq!(Zone::default().asked(end, |_| Some(180)), Some(Zone::fixed(180)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_table_says_what_the_platform_says(
        gaps in prop::collection::vec((14 * DAY + 1..400 * DAY, -840_i32..=840), 0..60),
        start in 0_i64..2_000_000_000,
        moments in prop::collection::vec(0_i64..YEARS_BACK + YEARS_AHEAD, 50),
    ) {
        let mut changes = Vec::new();
        let mut second = start;
        for (gap, minutes) in gaps {
            second += gap;
            changes.push((second, minutes));
        }
        let says = |at: Timestamp| {
            changes.iter().rev().find(|(from, _)| *from <= at.as_second()).map_or(0, |(_, minutes)| *minutes)
        };
        let now = Timestamp::from_second(start + YEARS_BACK / 2).unwrap();
        let zone = Zone::default().asked(now, |at| Some(says(at))).unwrap();
        let around = changes.iter().flat_map(|(second, _)| [second - 1, *second]);
        let from = now.as_second() - YEARS_BACK;
        for second in moments.into_iter().map(|after| from + after).chain(around) {
            if (from..=now.as_second() + YEARS_AHEAD).contains(&second) {
                let at = Timestamp::from_second(second).unwrap();
                prop_assert_eq!(zone.offset_minutes(at), says(at), "{}", at);
            }
        }
    }
}
