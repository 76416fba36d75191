//! How far this place's clock is from UTC, at any moment: asked of the platform on a thread of its own, since a platform may take
//! its time, fail, or never answer. What is known stays until something better is.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use fl_domain::{Timestamp, time::Zone};

/// Minutes east of UTC at a moment; `None` where the platform cannot say.
pub type OffsetAt = dyn Fn(Timestamp) -> Option<i32> + Send + Sync;

/// How long the first moment waits for its offset: a platform that is well answers at once.
const PATIENCE: Duration = Duration::from_secs(1);
/// Who travels sees the new place's time after this at the latest.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// A table is made anew after this: rules change, and its years move on.
const DAY_SECONDS: u64 = 86_400;

/// Keeps the zone of this place.
pub struct ZoneKeeper {
    ask: Arc<OffsetAt>,
    kept: Arc<Kept>,
    patience: Duration,
}

#[derive(Default)]
struct Kept {
    state: Mutex<State>,
    told: Condvar,
}

#[derive(Default)]
struct State {
    /// The last zone known.
    zone: Option<Zone>,
    /// When its whole table was made.
    made_at: Option<Timestamp>,
    /// When the platform was asked last, by the steady clock.
    asked: Option<Duration>,
    /// It has not answered yet. One that never does is not asked again.
    is_asking: bool,
    /// Somebody waited for the first answer in vain: nobody else does.
    is_given_up: bool,
}

impl Kept {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The offset of now first, which a moment may wait for; then the years around it.
    /// `None` where the platform did not tell them.
    fn look(&self, ask: &OffsetAt, now: Timestamp) -> Option<()> {
        let (zone, made_at) = {
            let state = self.lock();
            (state.zone, state.made_at)
        };
        let offset = ask(now)?;
        let known = zone.unwrap_or(Zone::fixed(offset));
        let is_fresh = made_at
            .is_some_and(|made_at| made_at.as_second().abs_diff(now.as_second()) < DAY_SECONDS)
            && known.offset_minutes(now) == offset;
        if is_fresh {
            return Some(());
        }
        if zone.is_none() {
            self.lock().zone = Some(known);
            self.told.notify_all();
        }
        let zone = known.asked(now, ask)?;
        let mut state = self.lock();
        (state.zone, state.made_at) = (Some(zone), Some(now));
        Some(())
    }
}

impl ZoneKeeper {
    /// Of the place whose offsets `ask` knows.
    pub fn new(ask: impl Fn(Timestamp) -> Option<i32> + Send + Sync + 'static) -> Self {
        Self { ask: Arc::new(ask), kept: Arc::default(), patience: PATIENCE }
    }

    /// The zone as far as it is known at `now`, UTC where nothing is; `steady` is the clock's.
    pub fn zone(&self, now: Timestamp, steady: Duration) -> Zone {
        let mut state = self.kept.lock();
        let is_due = state.asked.is_none_or(|asked| steady.abs_diff(asked) >= LOOK_EVERY);
        if is_due && !state.is_asking {
            state.asked = Some(steady);
            state.is_asking = self.ask_at(now);
        }
        if state.zone.is_none() && !state.is_given_up {
            let is_waiting = |state: &mut State| state.zone.is_none() && state.is_asking;
            let waited = self.kept.told.wait_timeout_while(state, self.patience, is_waiting);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
            state.is_given_up = state.zone.is_none();
        }
        state.zone.unwrap_or_default()
    }

    /// Whether there was a thread to ask on.
    fn ask_at(&self, now: Timestamp) -> bool {
        let (ask, kept) = (Arc::clone(&self.ask), Arc::clone(&self.kept));
        let dispatch = tracing::dispatcher::get_default(Clone::clone);
        let look = move || {
            if catch_unwind(AssertUnwindSafe(|| kept.look(&*ask, now))).ok().flatten().is_none() {
                tracing::dispatcher::with_default(&dispatch, || {
                    tracing::warn!(target: "fl::log", "the platform does not tell its offset from UTC");
                });
            }
            kept.lock().is_asking = false;
            kept.told.notify_all();
        };
        thread::Builder::new().name("fl-zone".to_owned()).spawn(look).is_ok()
    }
}

#[cfg(test)]
mod tests;
