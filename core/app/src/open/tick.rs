//! Keeps countdowns moving: while one is on the screen the app wakes each minute, and at its end.

use crux_core::Command;
use fl_domain::Timestamp;

use super::{Event, Model, Next};
use crate::kit::effects::{Moment, Wait};

/// A countdown moves on this often.
const SECONDS: i64 = 60;

/// Sets the next tick, where something is waited for and none is set.
pub(super) fn arm(model: &mut Model) -> Next {
    let Some(until) = model.awaited() else {
        model.tick = None;
        return Command::done();
    };
    if model.tick == Some(until) {
        return Command::done();
    }
    model.tick = Some(until);
    model.tick_serial += 1;
    wait(until, model)
}

fn wait(until: Timestamp, model: &Model) -> Next {
    let serial = model.tick_serial;
    let now = &model.ground.now;
    let left = (until.as_second() - now.trusted().as_second()).clamp(1, SECONDS);
    let wake = Timestamp::from_second(now.at.as_second().saturating_add(left)).unwrap_or(Timestamp::MAX);
    Command::new(move |ctx| async move {
        let now = ctx.request_from_shell(Wait { until: wake }).await;
        ctx.send_event(Event::Tick { serial, now });
    })
}

/// A tick: the screen is drawn anew, and the next one is set.
pub(super) fn on_tick(serial: u64, now: Moment, model: &mut Model) -> Next {
    if serial != model.tick_serial {
        return Command::done();
    }
    let trusted = now.trusted();
    model.ground.now = now;
    if let Some(until) = model.tick.filter(|until| *until > trusted) {
        return wait(until, model);
    }
    model.tick = None;
    Command::done()
}
