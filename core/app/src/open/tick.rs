//! Keeps countdowns moving: while one is on the screen the app wakes each minute, and at its end.

use crux_core::Command;
use fl_domain::Timestamp;

use super::{
    event::{Event, Next},
    ground::Ground,
};
use crate::kit::effects::{Moment, Wait};

/// A countdown moves on this often.
const SECONDS: i64 = 60;

/// The next tick.
#[derive(Default)]
pub(super) struct Tick {
    /// What it is set for, if it is.
    until: Option<Timestamp>,
    /// Which chain of ticks is alive; an older one ends.
    serial: u64,
}

impl Tick {
    /// Sets it, where something is waited for and none is set.
    pub(super) fn arm(&mut self, awaited: Option<Timestamp>, ground: &Ground) -> Next {
        let Some(until) = awaited else {
            self.until = None;
            return Command::done();
        };
        if self.until == Some(until) {
            return Command::done();
        }
        self.until = Some(until);
        self.serial += 1;
        self.wait(until, ground)
    }

    fn wait(&self, until: Timestamp, ground: &Ground) -> Next {
        let serial = self.serial;
        let now = &ground.now;
        let left = (until.as_second() - now.trusted().as_second()).clamp(1, SECONDS);
        let wake = Timestamp::from_second(now.at.as_second().saturating_add(left)).unwrap_or(Timestamp::MAX);
        Command::new(move |ctx| async move {
            let now = ctx.request_from_shell(Wait { until: wake }).await;
            ctx.send_event(Event::Tick { serial, now });
        })
    }

    /// It came: the screen is drawn anew, and the next one is set.
    pub(super) fn came(&mut self, serial: u64, now: Moment, ground: &mut Ground) -> Next {
        if serial != self.serial {
            return Command::done();
        }
        let trusted = now.trusted();
        ground.now = now;
        if let Some(until) = self.until.filter(|until| *until > trusted) {
            return self.wait(until, ground);
        }
        self.until = None;
        Command::done()
    }
}
