use crux_core::Command;
use fl_domain::{
    Origin, Timestamp,
    service::{Failure, OfflineCause},
};

use super::{connection::Connection, event::Event, model::Account, refresh::refresh};
use crate::{
    kit::{
        effects::{Cache, CacheFault, Cached, Moment, Wait},
        flow,
    },
    open::{
        drafts::update as drafts,
        event::{Ctx, Event as AppEvent, Next},
        ground::Ground,
        outbox::update as outbox,
        session::leave::lock,
    },
};

/// Ages on the screen move on this often.
const PULSE_SECONDS: i64 = 60;

/// The account has just opened: what is kept first, then the service.
pub(crate) fn opened(ground: &mut Ground) -> Next {
    let Some(account) = ground.account() else { return Command::done() };
    let epoch = account.epoch;
    let load = Command::new(move |ctx: Ctx| async move {
        let loaded = match flow::cache(&ctx, Cache::Load).await {
            Ok(Cached::Stored(stored)) => Ok(stored),
            Ok(_) => Err(CacheFault::Broken),
            Err(fault) => Err(fault),
        };
        ctx.send_event(AppEvent::Account(epoch, Event::Loaded(loaded)));
    });
    let load = load.and(outbox::load(ground)).and(drafts::load(ground));
    let recalled = ground.features.iter().map(|feature| feature.opened(ground)).fold(load, Command::and);
    recalled.and(pulse(ground))
}

/// Wakes when the ages on the screen move on, or when it is time to lock.
pub(crate) fn pulse(ground: &mut Ground) -> Next {
    let next = ground.now.at.as_second() + PULSE_SECONDS;
    let until = Timestamp::from_second(next.min(lock_at(ground))).unwrap_or(Timestamp::MAX);
    let Some(account) = ground.account_mut() else { return Command::done() };
    account.pulse_serial += 1;
    let (epoch, serial) = (account.epoch, account.pulse_serial);
    Command::new(move |ctx: Ctx| async move {
        let now = ctx.request_from_shell(Wait { until }).await;
        ctx.send_event(AppEvent::Account(epoch, Event::Pulse { serial, now }));
    })
}

fn lock_at(ground: &Ground) -> i64 {
    ground.touched_at.as_second() + i64::from(ground.preferences.lock_minutes.clamp(1, 60)) * 60
}

/// The platform has a network again.
pub(crate) fn network_back(ground: &mut Ground) -> Next {
    let may = ground.account().is_some_and(|account| account.connection.may_retry(&ground.now));
    let sent = outbox::run(ground, true);
    if may { sent.and(refresh(ground)) } else { sent }
}

/// Something came for the account of this epoch.
pub(crate) fn on_event(epoch: u64, event: Event, ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut().filter(|account| account.epoch == epoch) else {
        return Command::done();
    };
    match event {
        Event::Loaded(loaded) => {
            match loaded {
                Ok(stored) => {
                    for item in stored {
                        account.figures.take(item.told, Origin::Cached, item.fetched_at);
                    }
                }
                Err(fault) => account.cache_fault = Some(fault),
            }
            if account.connection == Connection::SessionEnded { Command::done() } else { refresh(ground) }
        }
        Event::Answered { question, answer } => {
            match answer.result {
                Ok(told) => account.figures.take(told, Origin::Live, answer.at.at),
                Err(failure) => account.failures.push((question, failure)),
            }
            ground.now = answer.at;
            Command::done()
        }
        Event::Partial { question, failure } => {
            account.partial.push((question, failure));
            Command::done()
        }
        Event::Refreshed { at, kept, failures, was_heard } => {
            account.refreshed(kept, failures, was_heard);
            ground.now = at;
            // The service was just heard: what waits for it goes now.
            outbox::run(ground, was_heard)
        }
        Event::Kept(kept) => {
            account.cache_fault = kept.err();
            Command::done()
        }
        Event::Pulse { serial, now } => on_pulse(serial, now, ground),
    }
}

impl Account {
    fn refreshed(
        &mut self,
        kept: Result<(), CacheFault>,
        failures: Vec<(&'static str, Failure)>,
        was_heard: bool,
    ) {
        self.refreshing = false;
        self.outbox.was_heard |= was_heard;
        self.failures.extend(failures);
        // Where all else was heard there is a network: this one answer got lost.
        if let ([(_, failure @ Failure::Offline(OfflineCause::NoNetwork))], true) =
            (&mut self.failures[..], was_heard)
        {
            *failure = Failure::Offline(OfflineCause::Lost);
        }
        self.connection = Connection::after(&self.failures, was_heard);
        // A session in whose name nothing is answered, though it could be renewed, is of no use: a fresh sign-in may help. Where
        // anything is answered, it is the question that is at fault.
        if !was_heard && self.failures.iter().any(|(_, failure)| matches!(failure, Failure::Rejected { .. }))
        {
            self.connection = Connection::SessionEnded;
        }
        self.cache_fault = kept.err();
        if self.connection.is_without_service() {
            self.figures.all_cached();
        }
    }
}

fn on_pulse(serial: u64, now: Moment, ground: &mut Ground) -> Next {
    // A clock set back must not keep the app open, so it locks too; a correction by seconds is no clock set back.
    let went_back = now.at.as_second() < ground.touched_at.as_second() - PULSE_SECONDS;
    let is_idle = now.at.as_second() >= lock_at(ground) || went_back;
    ground.now = now;
    let Some(account) = ground.account().filter(|account| account.pulse_serial == serial) else {
        return Command::done();
    };
    if is_idle {
        return lock(ground);
    }
    let may_retry = account.connection.may_retry(&ground.now);
    let again = pulse(ground).and(outbox::run(ground, false)).and(drafts::run(ground));
    if may_retry { again.and(refresh(ground)) } else { again }
}
