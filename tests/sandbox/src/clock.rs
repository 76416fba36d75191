//! The sandbox's own time: real time from a chosen start, plus jumps.

use std::time::{Duration, Instant};

use fl_domain::{Date, Timestamp};
use jiff::{SignedDuration, tz::TimeZone};

#[derive(Debug)]
pub(crate) struct Clock {
    start: Timestamp,
    begun: Instant,
    jumps: Duration,
}

impl Clock {
    pub(crate) fn new(start: Timestamp) -> Self {
        Self { start, begun: Instant::now(), jumps: Duration::ZERO }
    }

    /// Only forward, as time goes.
    pub(crate) fn advance(&mut self, by: Duration) {
        self.jumps = self.jumps.saturating_add(by);
    }

    /// Never beyond the calendar's end.
    pub(crate) fn now(&self) -> Timestamp {
        later(self.start, self.begun.elapsed().saturating_add(self.jumps))
    }

    pub(crate) fn today(&self) -> Date {
        day(self.now())
    }
}

/// `from` plus `by`, at most the calendar's end.
pub(crate) fn later(from: Timestamp, by: Duration) -> Timestamp {
    SignedDuration::try_from(by).ok().and_then(|by| from.checked_add(by).ok()).unwrap_or(Timestamp::MAX)
}

/// The day in UTC: the double has no time zone of its own.
pub(crate) fn day(at: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(at).date()
}
