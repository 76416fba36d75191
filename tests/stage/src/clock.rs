use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use fl_app::Moment;
use fl_domain::Timestamp;
use fl_runtime::{Clock, WakeUp, ZoneKeeper, steady};
use tokio::sync::watch;

/// How far QA moved a clock.
#[derive(Clone, Copy, Default)]
struct Shift {
    forward: Duration,
    back: Duration,
}

/// The device's clock, moved by QA: real time goes on, from somewhere else.
pub struct ShiftedClock {
    shift: watch::Sender<Shift>,
    /// How much of it is time that went by.
    gone: Mutex<Duration>,
    place: ZoneKeeper,
}

impl Default for ShiftedClock {
    /// Not moved yet, in the machine's zone.
    fn default() -> Self {
        let zone = match std::env::var("TZ") {
            Ok(name) => tz::TimeZone::from_posix_tz(&name),
            Err(_) => tz::TimeZone::local(),
        };
        let offset = move |at: Timestamp| {
            let local = zone.as_ref().ok()?.find_local_time_type(at.as_second()).ok()?;
            Some(local.ut_offset() / 60)
        };
        Self { shift: watch::Sender::default(), gone: Mutex::default(), place: ZoneKeeper::new(offset) }
    }
}

impl ShiftedClock {
    /// Back, as a person does in the device's settings.
    pub fn set_back(&self, by: Duration) {
        self.shift.send_modify(|shift| shift.back = shift.back.saturating_add(by));
    }

    /// Forward, as a person does in the device's settings; whoever waits for a time that is passed wakes.
    pub fn set_forward(&self, by: Duration) {
        self.shift.send_modify(|shift| shift.forward = shift.forward.saturating_add(by));
    }

    /// Time goes by.
    pub fn advance(&self, by: Duration) {
        *self.gone.lock().unwrap_or_else(PoisonError::into_inner) += by;
        self.set_forward(by);
    }
}

fn shifted(by: Shift) -> Timestamp {
    let now = Timestamp::from(SystemTime::now());
    now.checked_add(by.forward).and_then(|at| at.checked_sub(by.back)).unwrap_or(now)
}

impl Clock for ShiftedClock {
    fn now(&self) -> Moment {
        let at = shifted(*self.shift.borrow());
        Moment::of(at, self.place.zone(at, self.steady()))
    }

    fn steady(&self) -> Duration {
        steady() + *self.gone.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake_at(&self, until: Timestamp) -> WakeUp {
        let mut shift = self.shift.subscribe();
        Box::pin(async move {
            loop {
                let now = shifted(*shift.borrow_and_update());
                let Some(left) = until.duration_since(now) else { return };
                if left.is_zero() {
                    return;
                }
                // In steps, so that a machine that slept wakes on its new time.
                let step = tokio::time::sleep(left.min(Duration::from_secs(30)));
                tokio::select! {
                    () = step => {}
                    moved = shift.changed() => if moved.is_err() { return },
                }
            }
        })
    }
}
