//! Time, handed in: a device's own clock, or one that tests and QA move.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use fl_app::Moment;
use fl_domain::Timestamp;
use tokio::sync::watch;

use crate::zone::ZoneKeeper;

/// Ends when it is time.
pub type WakeUp = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Where time comes from.
pub trait Clock: Send + Sync {
    /// The time, and how far this place is from UTC.
    fn now(&self) -> Moment;
    /// How long it is since some start that stays the same for this run. Nothing that is done to the device's time moves it, and
    /// it goes on while the device sleeps.
    fn steady(&self) -> Duration;
    /// Ends once `now` is `until` or later, at once if it is, and early when the clock is set back by more than a minute.
    fn wake_at(&self, until: Timestamp) -> WakeUp;
}

/// More than a minute: less is a correction.
pub(crate) fn is_set_back(was: Timestamp, now: Timestamp) -> bool {
    now.as_second() < was.as_second() - 60
}

/// The device's clock.
pub struct SystemClock {
    place: ZoneKeeper,
}

impl SystemClock {
    /// A clock at a place whose offset from UTC at any moment the platform knows.
    pub const fn new(place: ZoneKeeper) -> Self {
        Self { place }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let at = Timestamp::from(SystemTime::now());
        Moment::of(at, self.place.zone(at, steady()))
    }

    fn steady(&self) -> Duration {
        steady()
    }

    fn wake_at(&self, until: Timestamp) -> WakeUp {
        Box::pin(async move {
            // In steps, so that a device that slept, or whose clock was set, wakes on its new time.
            let mut last = Timestamp::from(SystemTime::now());
            while let Some(left) = until.duration_since(last) {
                if left.is_zero() {
                    break;
                }
                tokio::time::sleep(left.min(Duration::from_secs(30))).await;
                let now = Timestamp::from(SystemTime::now());
                if is_set_back(last, now) {
                    break;
                }
                last = now;
            }
        })
    }
}

/// How long it is since some start, as [`Clock::steady`] tells it of this device. `Instant` stands still while a phone sleeps, so
/// the system's other clock is asked.
#[cfg(unix)]
pub fn steady() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let clock = ClockId::Boottime;
    // Apple's goes on.
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let clock = ClockId::Monotonic;
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}

/// How long it is since some start, as [`Clock::steady`] tells it of this device.
#[cfg(not(unix))]
pub fn steady() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

/// A clock that stands still until it is moved. Clones are the same clock.
#[derive(Clone)]
pub struct ManualClock {
    now: Arc<watch::Sender<Moment>>,
    // Moves are read-then-write, so they take turns. It holds the time gone by, which no setting moves.
    moving: Arc<Mutex<Duration>>,
}

impl ManualClock {
    /// Stands at `start`.
    pub fn new(start: Moment) -> Self {
        Self { now: Arc::new(watch::Sender::new(start)), moving: Arc::default() }
    }

    /// Time goes by; whoever waits for a time that is passed wakes.
    pub fn advance(&self, by: Duration) {
        self.shift(by, |at| at.checked_add(by));
    }

    /// Back, as a person does in the device's settings.
    pub fn set_back(&self, by: Duration) {
        self.shift(Duration::ZERO, |at| at.checked_sub(by));
    }

    /// Forward, as a person does in the device's settings: no time goes by.
    pub fn set_forward(&self, by: Duration) {
        self.shift(Duration::ZERO, |at| at.checked_add(by));
    }

    fn shift<E>(&self, gone: Duration, shifted: impl FnOnce(Timestamp) -> Result<Timestamp, E>) {
        let mut steady = self.moving.lock().unwrap_or_else(PoisonError::into_inner);
        let now = *self.now.borrow();
        // Beyond the calendar the clock stays where it is.
        if let Ok(at) = shifted(now.at) {
            *steady += gone;
            self.now.send_replace(Moment { at, ..now });
        }
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Moment {
        *self.now.borrow()
    }

    fn steady(&self) -> Duration {
        *self.moving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake_at(&self, until: Timestamp) -> WakeUp {
        let mut now = self.now.subscribe();
        let start = now.borrow().at;
        Box::pin(async move {
            // The sender lives as long as any clone of the clock; without one, time has ended and so has the wait.
            let _ = now.wait_for(|now| now.at >= until || is_set_back(start, now.at)).await;
        })
    }
}
