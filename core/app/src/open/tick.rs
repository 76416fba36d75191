//! Keeps countdowns moving: while one is on the screen the app wakes each minute, and at its end.

use crux_core::Command;
use fl_domain::Timestamp;

use crate::{
    app::Event,
    effects::{Effect, Moment, Wait},
    features::{account, recovery, session},
    model::{Model, Stage},
    page::Page,
};

/// A countdown moves on this often.
const SECONDS: i64 = 60;

/// What waits for a time now, by the service's clock.
fn awaited(model: &Model) -> Option<Timestamp> {
    match model.pages.last() {
        Some(Page::Recovery(page)) => recovery::awaited(page, model),
        Some(_) => None,
        None => match &model.stage {
            Stage::SignedOut(form) => session::awaited(form, model),
            Stage::Open(account) => {
                account.sign_in_again.as_ref().and_then(|form| session::awaited(form, model))
            }
            Stage::Starting | Stage::Blocked(_) | Stage::ChoosePin(_) | Stage::Locked(_) => None,
        },
    }
    .filter(|until| *until > model.now.trusted())
}

/// Sets the next tick, where something is waited for and none is set.
pub(crate) fn arm(model: &mut Model) -> Command<Effect, Event> {
    let Some(until) = awaited(model) else {
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

fn wait(until: Timestamp, model: &Model) -> Command<Effect, Event> {
    let serial = model.tick_serial;
    let left = (until.as_second() - model.now.trusted().as_second()).clamp(1, SECONDS);
    let wake =
        Timestamp::from_second(model.now.at.as_second().saturating_add(left)).unwrap_or(Timestamp::MAX);
    account::spawn(move |ctx| async move {
        let now = ctx.request_from_shell(Wait { until: wake }).await;
        ctx.send_event(Event::Tick { serial, now });
    })
}

/// A tick: the screen is drawn anew, and the next one is set.
pub(crate) fn on_tick(serial: u64, now: Moment, model: &mut Model) -> Command<Effect, Event> {
    if serial != model.tick_serial {
        return Command::done();
    }
    model.now = now;
    if let Some(until) = model.tick.filter(|until| *until > now.trusted()) {
        return wait(until, model);
    }
    model.tick = None;
    Command::done()
}
