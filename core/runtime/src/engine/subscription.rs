//! Handing screens to listeners: each has a thread of its own and is given the newest screen whenever it is free.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

use fl_app::Screen;
use tracing::Dispatch;

use super::{
    ScreenListener,
    work::{Ticket, Work},
};

/// Where a listener's newest screen waits. Dropping it ends the listener's thread, after the call that is under way.
pub(super) struct Subscription {
    slot: Arc<Slot>,
}

struct Slot {
    state: Mutex<State>,
    changed: Condvar,
    work: Arc<Work>,
}

#[derive(Default)]
struct State {
    waiting: Option<Waiting>,
    ended: bool,
}

/// A screen that its listener has not heard of yet, and the work that this is.
struct Waiting {
    screen: Arc<Screen>,
    ticket: Ticket,
}

impl Subscription {
    pub(super) fn start(
        listener: Arc<dyn ScreenListener>,
        work: &Arc<Work>,
        dispatch: Dispatch,
    ) -> std::io::Result<Self> {
        let slot =
            Arc::new(Slot { state: Mutex::default(), changed: Condvar::new(), work: Arc::clone(work) });
        let theirs = Arc::clone(&slot);
        thread::Builder::new().name("fl-listener".to_owned()).spawn(move || {
            tracing::dispatcher::with_default(&dispatch, || theirs.serve(&*listener));
        })?;
        Ok(Self { slot })
    }

    /// What waited is replaced: only the newest counts.
    pub(super) fn put(&self, screen: Arc<Screen>) {
        let mut state = self.slot.state();
        if state.ended {
            return;
        }
        let ticket = match state.waiting.take() {
            Some(waiting) => waiting.ticket,
            None => self.slot.work.ticket(),
        };
        state.waiting = Some(Waiting { screen, ticket });
        drop(state);
        self.slot.changed.notify_one();
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut state = self.slot.state();
        state.ended = true;
        state.waiting = None;
        drop(state);
        self.slot.changed.notify_one();
    }
}

impl Slot {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<Waiting> {
        let mut state = self.state();
        loop {
            if state.ended {
                return None;
            }
            if let Some(waiting) = state.waiting.take() {
                return Some(waiting);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A listener that fails is told of the next screen all the same.
    fn serve(&self, listener: &dyn ScreenListener) {
        while let Some(Waiting { screen, ticket }) = self.next() {
            let heard = catch_unwind(AssertUnwindSafe(|| listener.changed(screen)));
            if !matches!(heard, Ok(Ok(()))) {
                tracing::warn!(target: "fl::log", "a listener failed");
            }
            drop(ticket);
        }
    }
}
