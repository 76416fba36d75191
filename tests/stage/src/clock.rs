use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use fl_app::Moment;
use fl_domain::Timestamp;
use fl_runtime::{Clock, SystemClock, WakeUp};
use jiff::SignedDuration;
use tokio::sync::watch;

/// The device's clock, moved by QA: real time goes on, from somewhere else.
pub struct ShiftedClock {
    shift: watch::Sender<SignedDuration>,
    /// How much of it is time that went by.
    gone: Mutex<Duration>,
}

impl Default for ShiftedClock {
    /// Not moved yet.
    fn default() -> Self {
        Self { shift: watch::Sender::new(SignedDuration::ZERO), gone: Mutex::default() }
    }
}

impl ShiftedClock {
    /// Moves it as a person does in the device's settings; whoever waits for a time that is passed wakes.
    pub fn shift(&self, by: SignedDuration) {
        self.shift.send_modify(|shift| *shift = shift.saturating_add(by));
    }

    /// Time goes by.
    pub fn advance(&self, by: Duration) {
        *self.gone.lock().unwrap_or_else(PoisonError::into_inner) += by;
        self.shift(SignedDuration::try_from(by).unwrap_or(SignedDuration::ZERO));
    }
}

fn shifted(by: SignedDuration) -> Timestamp {
    let now = Timestamp::now();
    now.checked_add(by).unwrap_or(now)
}

impl Clock for ShiftedClock {
    fn now(&self) -> Moment {
        let at = shifted(*self.shift.borrow());
        let offset = jiff::tz::TimeZone::system().to_offset(at);
        Moment::new(at, offset.seconds() / 60)
    }

    fn steady(&self) -> Duration {
        SystemClock::new(0).steady() + *self.gone.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake_at(&self, until: Timestamp) -> WakeUp {
        let mut shift = self.shift.subscribe();
        Box::pin(async move {
            loop {
                let now = shifted(*shift.borrow_and_update());
                let Ok(left) = Duration::try_from(until.duration_since(now)) else { return };
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
