//! Amounts, dates and ages as a person reads them.

use fl_domain::{Date, Freshness, Money, Origin, Timestamp, dates, freshness::Age, time::Zone};

use super::{catalogue::Texts, preferences::Language};
use crate::kit::effects::Moment;

const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

impl Texts {
    /// An amount in roubles with two places: «−1 234,56 ₽», “−₽1,234.56”.
    pub fn money(&self, amount: Money) -> String {
        let (roubles, kopecks) = amount.parts();
        let (separator, point) = match self.language() {
            Language::Ru => (NO_BREAK, ','),
            Language::En => (',', '.'),
        };
        let number = format!("{}{point}{kopecks:02}", grouped(roubles, separator));
        let sign = if amount.is_negative() { MINUS.to_string() } else { String::new() };
        match self.language() {
            Language::Ru => format!("{sign}{number}{NO_BREAK}₽"),
            Language::En => format!("{sign}₽{number}"),
        }
    }

    /// The same with a plus for money that came.
    pub fn signed_money(&self, amount: Money) -> String {
        let text = self.money(amount);
        if amount.is_positive() { format!("+{text}") } else { text }
    }

    /// An amount as it is said aloud: whole words, the kopecks only where there are any.
    pub fn spoken_money(&self, amount: Money) -> String {
        let (roubles, kopecks) = amount.parts();
        let mut text = if amount.is_negative() { self.say("spoken-minus") + " " } else { String::new() };
        text += &self.tell("spoken-roubles", &[("count", roubles.into())]);
        if kopecks > 0 {
            text.push(' ');
            text += &self.tell("spoken-kopecks", &[("count", kopecks.into())]);
        }
        text
    }

    /// A count with its thousands apart.
    pub fn count(&self, count: u64) -> String {
        let separator = match self.language() {
            Language::Ru => NO_BREAK,
            Language::En => ',',
        };
        grouped(count, separator)
    }

    /// How much is stored, rounded up so that something is never nothing: «12 КБ», “1.3 MB”. A kilobyte has 1000 bytes.
    pub fn size(&self, bytes: u64) -> String {
        if bytes < 1_000_000 {
            return self.tell("size-kilobytes", &[("size", bytes.div_ceil(1_000).to_string().into())]);
        }
        let tenths = bytes.div_ceil(100_000);
        let point = match self.language() {
            Language::Ru => ',',
            Language::En => '.',
        };
        let size = format!("{}{point}{}", tenths / 10, tenths % 10);
        self.tell("size-megabytes", &[("size", size.into())])
    }

    /// «1 декабря 2026 г.», “1 December 2026”.
    pub fn date(&self, date: Date) -> String {
        let month = self.month(date);
        self.tell(
            "date-long",
            &[
                ("day", date.day().to_string().into()),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    fn month(&self, date: Date) -> String {
        self.tell("date-month", &[("month", date.month().into())])
    }

    /// A moment by this place's clock as it was then: the time alone if it is the day of `now`, else with its day.
    pub fn moment(&self, at: Timestamp, now: &Moment) -> String {
        let (day, minute) = local(at, now.zone);
        let (today, _) = local(now.at, now.zone);
        let time = format!("{:02}:{:02}", minute / 60, minute % 60);
        if day == today {
            return time;
        }
        let month = self.month(day);
        let with_day = self.tell(
            "date-time",
            &[("day", day.day().to_string().into()), ("month", month.into()), ("time", time.into())],
        );
        if day.year() == today.year() {
            with_day
        } else {
            self.tell(
                "date-time-year",
                &[
                    ("date", self.date(day).into()),
                    ("time", format!("{:02}:{:02}", minute / 60, minute % 60).into()),
                ],
            )
        }
    }

    /// How old a figure is and where it is from.
    pub fn age(&self, freshness: Freshness, now: &Moment) -> String {
        let when = match freshness.age(now.at) {
            Age::Now => self.say("age-now"),
            Age::Minutes(minutes) => self.tell("age-minutes", &[("count", minutes.into())]),
            Age::Hours(hours) => self.tell("age-hours", &[("count", hours.into())]),
            Age::Older => self.moment(freshness.fetched_at, now),
            Age::Unknown => self.say("age-unknown"),
        };
        match freshness.origin {
            Origin::Live => self.tell("origin-live", &[("when", when.into())]),
            Origin::Cached => self.tell("origin-cached", &[("when", when.into())]),
            Origin::Computed => self.tell("origin-computed", &[("when", when.into())]),
        }
    }

    /// That the service is closed, until when and how long still where that is known and ahead.
    pub fn closed(&self, until: Option<Timestamp>, now: &Moment) -> String {
        match until {
            Some(until) if until > now.at => self.tell(
                "closed-until",
                &[
                    ("time", self.moment(until, now).into()),
                    ("remaining", self.remaining(until, now.at).into()),
                ],
            ),
            _ => self.say("closed"),
        }
    }

    /// How long from `now` until `until`, rounded up to minutes.
    pub fn remaining(&self, until: Timestamp, now: Timestamp) -> String {
        let seconds = (until.as_second() - now.as_second()).max(0);
        let minutes = seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0);
        if minutes < 60 {
            self.tell("remaining-minutes", &[("count", minutes.into())])
        } else {
            let hours = self.tell("remaining-hours", &[("count", (minutes / 60).into())]);
            match minutes % 60 {
                0 => hours,
                rest => format!("{hours} {}", self.tell("remaining-minutes", &[("count", rest.into())])),
            }
        }
    }
}

/// The day at the place of this moment.
pub(crate) fn day_at(now: &Moment) -> Date {
    local(now.at, now.zone).0
}

/// The day and the minute of that day by the zone's clock at that moment.
fn local(at: Timestamp, zone: Zone) -> (Date, i64) {
    let minutes = at.as_second().div_euclid(60) + i64::from(zone.offset_minutes(at));
    // An instant is at most a day outside the calendar; its last day will do there.
    let day = dates::from_unix_days(minutes.div_euclid(24 * 60)).unwrap_or(Date::MAX);
    (day, minutes.rem_euclid(24 * 60))
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ru() -> &'static Texts {
        Texts::of(Language::Ru)
    }

    fn en() -> &'static Texts {
        Texts::of(Language::En)
    }

    #[test]
    fn amounts_in_both_languages() {
        let table = [
            (0, "0,00\u{a0}₽", "₽0.00"),
            (123_456, "1\u{a0}234,56\u{a0}₽", "₽1,234.56"),
            (-123_456_789, "\u{2212}1\u{a0}234\u{a0}567,89\u{a0}₽", "\u{2212}₽1,234,567.89"),
            (100_000, "1\u{a0}000,00\u{a0}₽", "₽1,000.00"),
            (99_999, "999,99\u{a0}₽", "₽999.99"),
        ];
        for (kopecks, russian, english) in table {
            let amount = Money::from_kopecks(kopecks);
            assert_eq!(ru().money(amount), russian);
            assert_eq!(en().money(amount), english);
        }
        assert_eq!(en().signed_money(Money::from_kopecks(5)), "+₽0.05");
    }

    #[test]
    fn plurals_are_said_right() {
        let table = [
            (100, "1 рубль", "1 rouble"),
            (200, "2 рубля", "2 roubles"),
            (500, "5 рублей", "5 roubles"),
            (2_101, "21 рубль 1 копейка", "21 roubles 1 kopeck"),
            (-1_103, "минус 11 рублей 3 копейки", "minus 11 roubles 3 kopecks"),
        ];
        for (kopecks, russian, english) in table {
            let amount = Money::from_kopecks(kopecks);
            assert_eq!(ru().spoken_money(amount), russian);
            assert_eq!(en().spoken_money(amount), english);
        }
    }

    #[test]
    fn dates_and_moments() {
        let day: Date = "2026-12-01".parse().unwrap();
        assert_eq!(ru().date(day), "1 декабря 2026 г.");
        assert_eq!(en().date(day), "1 December 2026");
        let now = &Moment::new("2026-11-22T09:00:00Z".parse().unwrap(), 180);
        let table = [
            ("2026-11-22T06:05:00Z", "09:05", "09:05"),
            ("2026-11-21T21:00:00Z", "00:00", "00:00"),
            ("2026-11-21T20:59:00Z", "21 ноября, 23:59", "21 November, 23:59"),
            ("2025-05-03T10:00:00Z", "3 мая 2025 г., 13:00", "3 May 2025, 13:00"),
        ];
        for (at, russian, english) in table {
            let at = at.parse().unwrap();
            assert_eq!(ru().moment(at, now), russian);
            assert_eq!(en().moment(at, now), english);
        }
    }

    /// By the clock of now each would be an hour off, and one of them on another day.
    #[test]
    fn a_moment_is_shown_by_the_clock_of_its_own_time() {
        let autumn = "2026-10-25T01:00:00Z".parse().unwrap();
        let now = "2026-11-22T09:00:00Z".parse().unwrap();
        let zone = Zone::default().asked(now, |at| Some(if at < autumn { 120 } else { 60 })).unwrap();
        let now = &Moment::of(now, zone);
        let table = [
            ("2026-11-22T08:05:00Z", "09:05"),
            ("2026-07-01T22:30:00Z", "2 July, 00:30"),
            ("2026-10-25T00:59:59Z", "25 October, 02:59"),
            ("2026-10-25T01:00:00Z", "25 October, 02:00"),
        ];
        for (at, text) in table {
            assert_eq!(en().moment(at.parse().unwrap(), now), text);
        }
        let fetched_at = "2026-07-01T22:30:00Z".parse().unwrap();
        let age = en().age(Freshness { origin: Origin::Cached, fetched_at }, now);
        assert!(age.contains("2 July, 00:30"), "{age}");
        // What is waited for is told by the clock it will have: the day of now ends by the clock of now.
        let summer = &Moment { at: "2026-10-24T22:30:00Z".parse().unwrap(), ..*now };
        assert_eq!(day_at(summer), "2026-10-25".parse().unwrap());
        assert!(en().closed(Some(autumn), summer).contains("02:00"));
    }

    #[test]
    fn sizes_round_up() {
        let table = [
            (0, "0 КБ", "0 kB"),
            (1, "1 КБ", "1 kB"),
            (1_000, "1 КБ", "1 kB"),
            (999_001, "1000 КБ", "1000 kB"),
            (1_000_000, "1,0 МБ", "1.0 MB"),
            (1_200_001, "1,3 МБ", "1.3 MB"),
            (u64::MAX, "18446744073709,6 МБ", "18446744073709.6 MB"),
        ];
        for (bytes, russian, english) in table {
            assert_eq!(ru().size(bytes).replace('\u{a0}', " "), russian);
            assert_eq!(en().size(bytes).replace('\u{a0}', " "), english);
        }
    }

    #[test]
    fn time_left_rounds_up() {
        let now: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
        let table = [
            (0, "0 minutes"),
            (1, "1 minute"),
            (60, "1 minute"),
            (61, "2 minutes"),
            (3_600, "1 hour"),
            (5_400, "1 hour 30 minutes"),
        ];
        for (seconds, text) in table {
            let until = Timestamp::from_second(now.as_second() + seconds).unwrap();
            assert_eq!(en().remaining(until, now), text);
        }
    }

    proptest! {
        #[test]
        fn no_amount_loses_a_digit(kopecks in -100_000_000_000_000_i64..=100_000_000_000_000) {
            for texts in [ru(), en()] {
                let digits: String = texts.money(Money::from_kopecks(kopecks)).chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(digits.parse::<u64>().unwrap(), kopecks.unsigned_abs());
            }
        }
    }
}
