use super::Timestamp;

/// How far a place's clock is from UTC, and since when: what the platform said of the years around now.
///
/// It is copied with every moment, so the table behind it stays for the life of the program: a few hundred bytes, and a new one
/// only when its content changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Zone {
    /// Before the first change.
    first: i32,
    changes: &'static [Change],
}

/// From this second on the clock is so many minutes east of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    second: i64,
    minutes: i32,
}

const DAY: i64 = 86_400;
/// What is shown of the past is seldom older; before it the oldest offset known is taken.
const YEARS_BACK: i64 = 3_653 * DAY;
/// What is waited for comes sooner; after it the last offset known is taken.
const YEARS_AHEAD: i64 = 731 * DAY;
/// No offset is kept for less than four weeks (Fiji's summer of 2020/21 had 28 days, Morocco's and Egypt's breaks for Ramadan a
/// little more), so of two looks in that time one sees it.
const STEP: i64 = 14 * DAY;
/// More than any country has made in twelve years, where five a year have happened; beyond it the platform talks nonsense.
const MOST_CHANGES: usize = 120;
/// No clock is further from UTC than this.
const FURTHEST: i32 = 26 * 60;

impl Zone {
    /// A place whose clock is never put forward or back.
    pub const fn fixed(minutes_east: i32) -> Self {
        Self { first: minutes_east, changes: &[] }
    }

    /// The place whose offset at any moment `ask` knows, in minutes east of UTC: ten years back from `now` and two ahead, each
    /// change to the second. This zone itself where nothing is new. `None` where the platform did not answer, or not with
    /// offsets that a place can have.
    #[must_use]
    pub fn asked(self, now: Timestamp, mut ask: impl FnMut(Timestamp) -> Option<i32>) -> Option<Self> {
        let end = Timestamp::MAX.as_second();
        let from = (now.as_second() - YEARS_BACK).max(Timestamp::MIN.as_second());
        let to = now.as_second().saturating_add(YEARS_AHEAD).min(end);
        let mut at = |second: i64| {
            let minutes = ask(Timestamp::from_second(second).ok()?)?;
            (-FURTHEST..=FURTHEST).contains(&minutes).then_some(minutes)
        };
        let first = at(from)?;
        let (mut low, mut before, mut changes) = (from, first, Vec::new());
        while low < to {
            let high = (low + STEP).min(to);
            let after = at(high)?;
            // More than one change in a step is found too where it leads elsewhere.
            while before != after {
                let change = first_other(low, high, before, &mut at)?;
                if changes.len() == MOST_CHANGES {
                    return None;
                }
                changes.push(change);
                (low, before) = (change.second, change.minutes);
            }
            low = high;
        }
        let is_known = self.first == first && self.changes == changes;
        Some(if is_known { self } else { Self { first, changes: changes.leak() } })
    }

    /// Minutes east of UTC at that moment.
    pub fn offset_minutes(self, at: Timestamp) -> i32 {
        let second = at.as_second() - i64::from(at.subsec_nanosecond() < 0);
        let passed = self.changes.partition_point(|change| change.second <= second);
        passed.checked_sub(1).and_then(|last| self.changes.get(last)).map_or(self.first, |last| last.minutes)
    }
}

/// The first second after `low` whose offset is not `before`, as that of `high` is not.
fn first_other(
    mut low: i64,
    mut high: i64,
    before: i32,
    at: &mut impl FnMut(i64) -> Option<i32>,
) -> Option<Change> {
    let mut minutes = at(high)?;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        let there = at(middle)?;
        if there == before {
            low = middle;
        } else {
            (high, minutes) = (middle, there);
        }
    }
    Some(Change { second: high, minutes })
}

#[cfg(test)]
mod tests;
