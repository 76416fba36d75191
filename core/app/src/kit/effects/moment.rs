use crux_core::capability::Operation;
use fl_domain::{Timestamp, time::Zone};

/// An instant, and how far this place's clock is from UTC, at this and at any other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// Offsets of this place, as the platform told them.
    pub zone: Zone,
    /// Seconds that the service's clock is ahead of the device's, as far as is known; 0 where it is not.
    pub service_ahead: i64,
}

impl Moment {
    /// At a place that is so many minutes east of UTC all the time, with nothing known of the service's clock.
    pub const fn new(at: Timestamp, offset_minutes: i32) -> Self {
        Self::of(at, Zone::fixed(offset_minutes))
    }

    /// The same at a place whose clock is put forward and back.
    pub const fn of(at: Timestamp, zone: Zone) -> Self {
        Self { at, zone, service_ahead: 0 }
    }

    /// Minutes east of UTC, now.
    pub fn offset_minutes(self) -> i32 {
        self.zone.offset_minutes(self.at)
    }

    /// The service's time as far as it is known. It goes on steadily while the app runs, whatever is done to the device's clock:
    /// times to wait are measured by it.
    pub fn trusted(&self) -> Timestamp {
        Timestamp::from_second(self.at.as_second().saturating_add(self.service_ahead)).unwrap_or(self.at)
    }
}

/// Wakes at `until`, at once if that is past, and early when the clock is set back: then nobody knows how long it would be.
/// Answers the time at which it woke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// When to wake.
    pub until: Timestamp,
}

impl Operation for Wait {
    type Output = Moment;
}

/// Tells the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now;

impl Operation for Now {
    type Output = Moment;
}
