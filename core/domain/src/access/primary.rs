//! How long the first password, the one on the registration card, can be used.

use crate::Date;

/// A login and its first password are active within one hour of the registration (order ММВ-7-17/617@, cl. 13).
pub const ACTIVATION_SECONDS: i64 = 3600;

/// The first password is good for 30 days in some texts and for a month in others (account rules, Passwords).
const DAYS: i64 = 30;

/// How the first password stands on a day. Days left count that day too: on a last day 1 is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrimaryValidity {
    /// Good by either reading.
    Valid {
        /// The last day of the shorter one: from here on the person has been warned.
        warn_from: Date,
        /// Until then, this day and the last one counted.
        days_left: u32,
    },
    /// Good only by the longer reading: warned, not refused.
    LastDays {
        /// The last day of the longer one.
        last_day: Date,
        /// Until then, this day and the last one counted.
        days_left: u32,
    },
    /// Good by none.
    Expired {
        /// The first day it is not.
        since: Date,
    },
}

/// How the first password of a card issued on `issued` stands `today`: it is warned at the earlier of the two readings and
/// refused at the later (account rules, Passwords; S0, S1). The 31st plus a month is the last day of a shorter month. A card
/// of the future, which only a wrong clock can make, counts as one of today (our own).
pub fn primary_validity(issued: Date, today: Date) -> PrimaryValidity {
    let issued = issued.min(today);
    let thirty_days = issued.saturating_add_days(DAYS);
    let one_month = issued.saturating_add_months(1);
    let (earlier, later) = (thirty_days.min(one_month), thirty_days.max(one_month));
    if today <= earlier {
        PrimaryValidity::Valid { warn_from: earlier, days_left: days_left(today, earlier) }
    } else if today <= later {
        PrimaryValidity::LastDays { last_day: later, days_left: days_left(today, later) }
    } else {
        PrimaryValidity::Expired { since: later.tomorrow().unwrap_or(later) }
    }
}

fn days_left(today: Date, last: Date) -> u32 {
    u32::try_from(today.days_until(last)).unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use crate::dates::date;
    use proptest::prelude::*;

    use super::*;

    fn valid(warn_from: Date, days_left: u32) -> PrimaryValidity {
        PrimaryValidity::Valid { warn_from, days_left }
    }

    fn last_days(last_day: Date, days_left: u32) -> PrimaryValidity {
        PrimaryValidity::LastDays { last_day, days_left }
    }

    fn expired(since: Date) -> PrimaryValidity {
        PrimaryValidity::Expired { since }
    }

    #[test]
    fn either_reading_around_its_last_day() {
        let table = [
            // A month of 31 days: 30 days end first.
            (date(2026, 1, 10), date(2026, 1, 10), valid(date(2026, 2, 9), 31)),
            (date(2026, 1, 10), date(2026, 2, 9), valid(date(2026, 2, 9), 1)),
            (date(2026, 1, 10), date(2026, 2, 10), last_days(date(2026, 2, 10), 1)),
            (date(2026, 1, 10), date(2026, 2, 11), expired(date(2026, 2, 11))),
            // A month of 30 days: both end together.
            (date(2026, 4, 10), date(2026, 5, 10), valid(date(2026, 5, 10), 1)),
            (date(2026, 4, 10), date(2026, 5, 11), expired(date(2026, 5, 11))),
            // February: the month ends first.
            (date(2026, 2, 10), date(2026, 3, 10), valid(date(2026, 3, 10), 1)),
            (date(2026, 2, 10), date(2026, 3, 11), last_days(date(2026, 3, 12), 2)),
            (date(2026, 2, 10), date(2026, 3, 12), last_days(date(2026, 3, 12), 1)),
            (date(2026, 2, 10), date(2026, 3, 13), expired(date(2026, 3, 13))),
            // The month after has no such day.
            (date(2026, 1, 31), date(2026, 2, 28), valid(date(2026, 2, 28), 1)),
            (date(2026, 1, 31), date(2026, 3, 1), last_days(date(2026, 3, 2), 2)),
            (date(2028, 1, 31), date(2028, 2, 29), valid(date(2028, 2, 29), 1)),
            (date(2025, 12, 31), date(2026, 1, 31), last_days(date(2026, 1, 31), 1)),
            (date(2025, 12, 31), date(2027, 1, 1), expired(date(2026, 2, 1))),
            // A card of the future counts as one of today.
            (date(2027, 1, 1), date(2026, 4, 10), valid(date(2026, 5, 10), 31)),
        ];
        for (issued, today, validity) in table {
            assert_eq!(primary_validity(issued, today), validity, "{issued} {today}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar() {
        assert_eq!(primary_validity(Date::MAX, Date::MAX), valid(Date::MAX, 1));
        assert_eq!(primary_validity(Date::MIN, Date::MAX), expired(date(-9999, 2, 2)));
        assert_eq!(primary_validity(Date::MAX, Date::MIN), valid(date(-9999, 1, 31), 31));
    }

    proptest! {
        /// Day by day it is first good, then good by one reading, then never again; days left go down by one.
        #[test]
        fn it_only_ever_runs_out(start in 0_i64..40_000) {
            let issued = crate::dates::from_unix_days(start).unwrap();
            let mut before: Option<(u8, u32)> = None;
            for day in 0..40 {
                let today = issued.saturating_add_days(day);
                let (rank, left) = match primary_validity(issued, today) {
                    PrimaryValidity::Valid { warn_from, days_left } => {
                        prop_assert!(today <= warn_from);
                        (0, days_left)
                    }
                    PrimaryValidity::LastDays { last_day, days_left } => {
                        prop_assert!(today <= last_day && days_left <= 2);
                        (1, days_left)
                    }
                    PrimaryValidity::Expired { since } => {
                        prop_assert!(since <= today && (29..=32).contains(&issued.days_until(since)));
                        (2, 0)
                    }
                };
                if let Some((last_rank, last_left)) = before {
                    prop_assert!(rank >= last_rank);
                    let goes_on = if rank == last_rank { left + 1 == last_left || rank == 2 } else { last_left == 1 };
                    prop_assert!(goes_on, "{issued} {today}");
                }
                before = Some((rank, left));
            }
            prop_assert_eq!(before.map(|(rank, _)| rank), Some(2));
        }
    }
}
