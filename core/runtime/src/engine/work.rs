//! Counts what is under way, so that a test waits for the engine and never for a clock.

use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
};

use fl_domain::Timestamp;

use crate::clock::{Clock, is_set_back};

pub(crate) struct Work {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    under_way: usize,
    /// Timers that are set, by number.
    timers: BTreeMap<u64, Set>,
    last_timer: u64,
    ended: bool,
}

/// When a timer was set, and until when.
struct Set {
    at: Timestamp,
    until: Timestamp,
}

/// One thing under way; it is done when this is dropped.
pub(crate) struct Ticket(Arc<Work>);

/// A timer that is set; it becomes a ticket when it goes off.
pub(crate) struct Timer {
    work: Arc<Work>,
    number: u64,
}

impl Work {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, state: Mutex::default(), changed: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn ticket(self: &Arc<Self>) -> Ticket {
        self.state().under_way += 1;
        Ticket(Arc::clone(self))
    }

    pub(crate) fn timer(self: &Arc<Self>, until: Timestamp) -> Timer {
        let at = self.clock.now().at;
        let mut state = self.state();
        state.last_timer += 1;
        let number = state.last_timer;
        state.timers.insert(number, Set { at, until });
        Timer { work: Arc::clone(self), number }
    }

    /// Waits until nothing is under way and no timer is due.
    pub(crate) fn settle(&self) {
        let mut state = self.state();
        loop {
            let now = self.clock.now().at;
            let is_due = state.timers.values().any(|set| set.until <= now || is_set_back(set.at, now));
            if state.ended || (state.under_way == 0 && !is_due) {
                return;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Nothing more will happen.
    pub(crate) fn end(&self) {
        self.state().ended = true;
        self.changed.notify_all();
    }
}

impl Timer {
    /// It went off: from a timer to work, with nothing in between that could look like rest.
    pub(crate) fn go_off(self) -> Ticket {
        let work = Arc::clone(&self.work);
        let ticket = work.ticket();
        drop(self);
        ticket
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.work.state().timers.remove(&self.number);
        self.work.changed.notify_all();
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.0.state().under_way -= 1;
        self.0.changed.notify_all();
    }
}
