//! The sandbox's own time: real time from a chosen start, or standing still, plus jumps.

use std::time::{Duration, Instant};

use fl_domain::{Date, Timestamp};

#[derive(Debug)]
pub(crate) struct Clock {
    start: Timestamp,
    /// `None` where time moves by jumps alone.
    begun: Option<Instant>,
    jumps: Duration,
}

impl Clock {
    pub(crate) fn new(start: Timestamp) -> Self {
        Self { begun: Some(Instant::now()), ..Self::standing(start) }
    }

    /// Moves by jumps alone.
    pub(crate) const fn standing(start: Timestamp) -> Self {
        Self { start, begun: None, jumps: Duration::ZERO }
    }

    /// Only forward, as time goes.
    pub(crate) fn advance(&mut self, by: Duration) {
        self.jumps = self.jumps.saturating_add(by);
    }

    /// Never beyond the calendar's end.
    pub(crate) fn now(&self) -> Timestamp {
        later(
            self.start,
            self.begun.map_or(Duration::ZERO, |begun| begun.elapsed()).saturating_add(self.jumps),
        )
    }

    /// Whether it moves by jumps alone.
    pub(crate) const fn stands(&self) -> bool {
        self.begun.is_none()
    }

    pub(crate) fn today(&self) -> Date {
        day(self.now())
    }
}

/// `from` plus `by`, at most the calendar's end.
pub(crate) fn later(from: Timestamp, by: Duration) -> Timestamp {
    from.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// The day in UTC: the double has no time zone of its own.
pub(crate) fn day(at: Timestamp) -> Date {
    at.utc_day()
}

/// Whole seconds from `now` until `until`, so many that none is missing; at least 1.
pub(crate) fn seconds_until(until: Timestamp, now: Timestamp) -> u64 {
    let left = until.duration_since(now).unwrap_or_default();
    (left.as_secs() + u64::from(left.subsec_nanos() > 0)).max(1)
}

/// Noon of a day in UTC.
pub(crate) fn noon(day: Date) -> Timestamp {
    Timestamp::of(day, 12, 0, 0).unwrap_or(Timestamp::MIN)
}
