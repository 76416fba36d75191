//! How old a figure is and where it is from: no figure is shown without it.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The service said so in this run.
    Live,
    /// Kept on this device from an earlier answer.
    Cached,
    /// The app worked it out from other figures.
    Computed,
}

/// A figure's origin and the moment its source was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freshness {
    /// Where it is from.
    pub origin: Origin,
    /// When the service was asked, by this device's clock.
    pub fetched_at: Timestamp,
}

/// How old a figure is, in the words a person uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Less than a minute.
    Now,
    /// Whole minutes, 1 to 59.
    Minutes(i64),
    /// Whole hours, 1 to 23.
    Hours(i64),
    /// A day or more: a date says it better than a count.
    Older,
    /// Fetched later than now: the device's clock was set back, so no age can be told.
    Unknown,
}

impl Freshness {
    /// A small slack, since a clock that is corrected by seconds is no clock set back.
    const SLACK_SECONDS: i64 = 120;

    /// The figure's age at `now`.
    pub fn age(&self, now: Timestamp) -> Age {
        let seconds = now.as_second() - self.fetched_at.as_second();
        match seconds {
            s if s < -Self::SLACK_SECONDS => Age::Unknown,
            s if s < 60 => Age::Now,
            s if s < 3_600 => Age::Minutes(s / 60),
            s if s < 86_400 => Age::Hours(s / 3_600),
            _ => Age::Older,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn ages_at_their_borders() {
        let freshness = Freshness { origin: Origin::Live, fetched_at: at(1_000_000) };
        let table = [
            (-121, Age::Unknown),
            (-120, Age::Now),
            (59, Age::Now),
            (60, Age::Minutes(1)),
            (3_599, Age::Minutes(59)),
            (3_600, Age::Hours(1)),
            (86_399, Age::Hours(23)),
            (86_400, Age::Older),
        ];
        for (later, age) in table {
            assert_eq!(freshness.age(at(1_000_000 + later)), age, "{later}");
        }
    }

    proptest! {
        #[test]
        fn minutes_and_hours_stay_in_their_range(later in -1_000_000_i64..10_000_000) {
            let age = Freshness { origin: Origin::Cached, fetched_at: at(1_000_000) }.age(at(1_000_000 + later));
            match age {
                Age::Minutes(m) => prop_assert!((1..60).contains(&m)),
                Age::Hours(h) => prop_assert!((1..24).contains(&h)),
                Age::Now | Age::Older | Age::Unknown => {}
            }
        }
    }
}
