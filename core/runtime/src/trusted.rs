//! The service's time, as far as it is known: what times to wait are measured by, whatever is done to the device's clock.
//!
//! Every answer of the service says what time it is there. From then on time goes by steadily. Over a restart the distance to
//! the device's clock is kept, and the last time known, before which it can never be again.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use fl_app::Moment;
use fl_domain::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    clock::{Clock, WakeUp},
    vault::{read, remove, write_whole},
};

/// A distance that changed by no more than this is not written anew: a header tells whole seconds, and an answer takes its time.
const SAME_SECONDS: u64 = 5;
/// An answer may have been this long on its way: within it, time does not go back.
const ON_ITS_WAY: i64 = 2;

/// The device's clock, and what the service says of it.
pub(crate) struct TrustedClock {
    device: Arc<dyn Clock>,
    file: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    anchor: Option<Anchor>,
    kept: Option<Kept>,
}

/// The service's time at a moment of this run.
#[derive(Clone, Copy)]
struct Anchor {
    /// In seconds.
    at: i64,
    steady: Duration,
    /// The service said so in this run.
    told: bool,
}

/// What outlives the run. Nothing personal.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Kept {
    /// Seconds that the service's clock is ahead of the device's.
    ahead: i64,
    /// The last time known, in seconds.
    seen: i64,
}

impl TrustedClock {
    /// Goes on from what the last run kept in this file.
    pub(crate) fn new(device: Arc<dyn Clock>, file: PathBuf) -> Self {
        let kept: Option<Kept> =
            read(&file).ok().flatten().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let anchor = kept.map(|kept| Anchor {
            at: device.now().at.as_second().saturating_add(kept.ahead).max(kept.seen),
            steady: device.steady(),
            told: false,
        });
        Self { device, file, state: Mutex::new(State { anchor, kept }) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The service said what time it is there. Answers whether that is to be kept.
    pub(crate) fn observe(&self, service: Timestamp) -> bool {
        let (now, steady, service) = (self.device.now(), self.device.steady(), service.as_second());
        let mut state = self.state();
        let is_late =
            |anchor: &Anchor| anchor.told && (0..=ON_ITS_WAY).contains(&(anchor.after(steady) - service));
        if !state.anchor.as_ref().is_some_and(is_late) {
            state.anchor = Some(Anchor { at: service, steady, told: true });
        }
        let ahead = service.saturating_sub(now.at.as_second());
        state.kept.is_none_or(|kept| kept.ahead.abs_diff(ahead) > SAME_SECONDS)
    }

    /// Keeps it for the next run; where nothing is known there is nothing to keep.
    pub(crate) fn keep(&self) {
        let mut state = self.state();
        let Some(anchor) = state.anchor else { return };
        let (now, seen) = (self.device.now(), anchor.after(self.device.steady()));
        let kept = Kept { ahead: seen.saturating_sub(now.at.as_second()), seen };
        let written = serde_json::to_vec(&kept)
            .map_err(std::io::Error::other)
            .and_then(|bytes| write_whole(&self.file, &bytes));
        if let Err(error) = written {
            tracing::warn!(target: "fl::log", kind = ?error.kind(), "the service's time not kept");
        }
        // What could not be written is not tried again with every answer.
        state.kept = Some(kept);
    }

    /// The run ends: what was kept is brought up to date.
    pub(crate) fn end(&self) {
        if self.state().kept.is_some() {
            self.keep();
        }
    }

    /// Nothing of it stays on the device.
    pub(crate) fn forget(&self) {
        let mut state = self.state();
        state.kept = None;
        if let Err(error) = remove(&self.file) {
            tracing::warn!(target: "fl::log", kind = ?error.kind(), "the service's time not removed");
        }
    }
}

impl Anchor {
    /// The service's time now.
    fn after(&self, steady: Duration) -> i64 {
        let gone = steady.saturating_sub(self.steady).as_secs();
        self.at.saturating_add(i64::try_from(gone).unwrap_or(i64::MAX))
    }
}

impl Clock for TrustedClock {
    /// The device's time, with what is known of the service's.
    fn now(&self) -> Moment {
        let anchor = self.state().anchor;
        let (now, steady) = (self.device.now(), self.device.steady());
        let ahead = anchor.map_or(0, |anchor| anchor.after(steady).saturating_sub(now.at.as_second()));
        Moment { service_ahead: ahead, ..now }
    }

    fn steady(&self) -> Duration {
        self.device.steady()
    }

    fn wake_at(&self, until: Timestamp) -> WakeUp {
        self.device.wake_at(until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ManualClock;

    const DAY: Duration = Duration::from_hours(24);
    const HOUR: i64 = 3600;

    struct Device {
        folder: tempfile::TempDir,
        clock: ManualClock,
        start: i64,
    }

    impl Device {
        fn new() -> Self {
            let start: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
            let clock = ManualClock::new(Moment::new(start, 180));
            Self { folder: tempfile::tempdir().unwrap(), clock, start: start.as_second() }
        }

        fn run(&self) -> TrustedClock {
            TrustedClock::new(Arc::new(self.clock.clone()), self.folder.path().join("service-time.json"))
        }

        /// A run in which the service said that it is so many seconds ahead of the start.
        fn told(&self, ahead: i64) -> TrustedClock {
            let run = self.run();
            assert!(run.observe(self.at(ahead)));
            run.keep();
            run
        }

        fn at(&self, seconds: i64) -> Timestamp {
            Timestamp::from_second(self.start + seconds).unwrap()
        }
    }

    #[test]
    fn nothing_is_known_before_the_first_answer() {
        let device = Device::new();
        let run = device.run();
        device.clock.set_forward(DAY);
        assert_eq!(run.now().service_ahead, 0);
        run.keep();
        run.end();
        assert_eq!(std::fs::read_dir(device.folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn setting_the_devices_clock_changes_nothing_and_time_goes_by() {
        let device = Device::new();
        let run = device.told(HOUR);
        assert_eq!(run.now().trusted(), device.at(HOUR));
        for days in [1, 40] {
            device.clock.set_forward(DAY * days);
            assert_eq!(run.now().trusted(), device.at(HOUR));
            device.clock.set_back(DAY * 2 * days);
            assert_eq!(run.now().trusted(), device.at(HOUR));
            device.clock.set_forward(DAY * days);
        }
        device.clock.advance(Duration::from_mins(10));
        assert_eq!(run.now().trusted(), device.at(HOUR + 600));
        assert_eq!(run.now().at, device.at(600), "everything else goes by the device's time");
    }

    #[test]
    fn over_a_restart_it_never_goes_back() {
        let device = Device::new();
        let run = device.told(HOUR);
        device.clock.advance(Duration::from_mins(10));
        run.end();
        // While nothing runs the device is set back: the last time known is the earliest it can be, and it goes on from there.
        device.clock.set_back(DAY);
        let run = device.run();
        assert_eq!(run.now().trusted(), device.at(HOUR + 600));
        device.clock.advance(Duration::from_mins(1));
        assert_eq!(run.now().trusted(), device.at(HOUR + 660));
        device.clock.set_back(DAY);
        assert_eq!(run.now().trusted(), device.at(HOUR + 660));
        // The service knows better.
        run.observe(device.at(2 * HOUR));
        assert_eq!(run.now().trusted(), device.at(2 * HOUR));
    }

    #[test]
    fn time_that_went_by_between_two_runs_counts() {
        let device = Device::new();
        device.told(HOUR).end();
        device.clock.advance(DAY);
        let run = device.run();
        assert_eq!(run.now().trusted(), device.at(HOUR + 24 * HOUR));
    }

    #[test]
    fn an_answer_that_was_on_its_way_takes_no_time_back() {
        let device = Device::new();
        let run = device.told(HOUR);
        device.clock.advance(Duration::from_secs(5));
        assert!(!run.observe(device.at(HOUR + 4)));
        assert_eq!(run.now().trusted(), device.at(HOUR + 5));
        assert!(!run.observe(device.at(HOUR + 6)));
        assert_eq!(run.now().trusted(), device.at(HOUR + 6));
        // A service whose clock was set is believed.
        assert!(run.observe(device.at(HOUR - 60)));
        assert_eq!(run.now().trusted(), device.at(HOUR - 60));
    }

    #[test]
    fn only_a_distance_that_changed_is_kept_anew() {
        let device = Device::new();
        let run = device.told(HOUR);
        for seconds in 1..100 {
            device.clock.advance(Duration::from_secs(1));
            assert!(!run.observe(device.at(HOUR + seconds)));
        }
        device.clock.set_back(DAY);
        assert!(run.observe(device.at(HOUR + 99)), "the device is another distance away");
    }

    #[test]
    fn what_cannot_be_read_is_nothing_and_what_is_forgotten_is_gone() {
        let device = Device::new();
        device.told(HOUR);
        let file = device.folder.path().join("service-time.json");
        let run = device.run();
        run.forget();
        run.end();
        assert!(!file.exists());
        for damage in ["not it", "", "{\"ahead\":3600", "{\"ahead\":3600,\"sean\":1}"] {
            std::fs::write(&file, damage).unwrap();
            assert_eq!(device.run().now().service_ahead, 0, "{damage}");
        }
        // Whatever stands there, what is known next is kept.
        std::fs::remove_file(&file).unwrap();
        std::fs::create_dir(&file).unwrap();
        assert_eq!(device.run().now().service_ahead, 0);
        device.told(HOUR);
        assert_eq!(device.run().now().service_ahead, HOUR);
    }
}
