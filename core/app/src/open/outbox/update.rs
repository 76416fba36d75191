use crux_core::Command;
use fl_domain::service::{Ask, Capability, Once, OnceKey, Question, outbox::Fate};

use super::{
    event::{Event, Intent},
    model::Outbox,
};
use crate::{
    kit::{
        effects::{Cache, CacheFault, Cached, Call},
        flow,
        sending::{Sending, Step},
    },
    open::{
        account::{connection::Connection, refresh::refresh},
        event::{Ctx, Event as AppEvent, Next},
        ground::Ground,
    },
};

/// The account opened: what this device holds.
pub(crate) fn load(ground: &Ground) -> Next {
    let Some(account) = ground.account() else { return Command::done() };
    let epoch = account.epoch;
    Command::new(move |ctx: Ctx| async move {
        let loaded = match flow::cache(&ctx, Cache::Sendings).await {
            Ok(Cached::Sendings(sendings)) => Ok(sendings),
            Ok(_) => Err(CacheFault::Broken),
            Err(fault) => Err(fault),
        };
        send(&ctx, epoch, Event::Loaded(loaded));
    })
}

/// Hands a question over. Asked again while one like it is under way, it is the same one, which tries at once.
pub(crate) fn submit<Q: Question>(question: Q, ground: &mut Ground) -> Next {
    const {
        assert!(!matches!(Q::ONCE, Once::No), "only what is done once goes by the outbox");
    }
    let ask = question.ask();
    let at = ground.now.at;
    let Some(account) = ground.account_mut() else { return Command::done() };
    let (epoch, outbox) = (account.epoch, &mut account.outbox);
    if outbox.is_under_way(&ask) {
        return try_now(ground, true);
    }
    if outbox.keeping.contains(&ask) {
        return Command::done();
    }
    let waits = |sending: &&Sending| {
        sending.ask.name() == Q::NAME && sending.may_be_withdrawn() && !outbox.busy.contains(&sending.key)
    };
    let instead = match Q::ONCE {
        Once::Latest => outbox.sendings.iter().find(waits).map(|sending| sending.key),
        Once::Each | Once::No => None,
    };
    outbox.keeping.push(ask.clone());
    Command::new(move |ctx: Ctx| async move {
        let kept = match flow::cache(&ctx, Cache::Submit { ask: ask.clone(), at, instead }).await {
            Ok(Cached::Submitted(sending)) => Ok(sending),
            Ok(_) => Err(CacheFault::Broken),
            Err(fault) => Err(fault),
        };
        send(&ctx, epoch, Event::Submitted { ask, instead, kept });
    })
}

/// Whatever can go on does, and what the disk does not know yet is written. `eager`: pauses are passed over, since there is reason to think that it goes now.
pub(crate) fn run(ground: &mut Ground, eager: bool) -> Next {
    write_what_was_not(ground).and(go(ground, eager))
}

fn write_what_was_not(ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    let (epoch, outbox) = (account.epoch, &mut account.outbox);
    let unwritten = std::mem::take(&mut outbox.unwritten);
    let sendings = outbox.sendings.iter().filter(|sending| unwritten.contains(&sending.key));
    sendings.map(|sending| keep(epoch, sending.clone())).fold(Command::done(), Command::and)
}

fn go(ground: &mut Ground, eager: bool) -> Next {
    let can_ask = ground.offers(Capability::Outbox);
    let now = ground.now;
    let Some(account) = ground.account_mut() else { return Command::done() };
    // Without a session nothing is asked in its name.
    if account.connection == Connection::SessionEnded {
        return Command::done();
    }
    let is_without_service = account.connection.is_without_service();
    let was_heard = account.was_heard;
    let (epoch, Outbox { sendings, busy, .. }) = (account.epoch, &mut account.outbox);
    let mut next = Command::done();
    let mut names = Vec::new();
    for sending in sendings.iter_mut().filter(|sending| !sending.is_settled()) {
        // One wish at a time where a later one takes its place, in the order in which they were wanted.
        if names.contains(&sending.ask.name()) {
            continue;
        }
        if sending.ask.entry().once == Once::Latest {
            names.push(sending.ask.name());
        }
        if busy.contains(&sending.key) {
            continue;
        }
        match sending.step(now.at, can_ask, eager) {
            // What certainly stays here can be taken back; on a connection that is dead already nobody would know. Until the service
            // was heard nobody knows its time either, and when a thing left is judged by that.
            Step::Send if (is_without_service && !eager) || !was_heard => {}
            Step::Send => {
                sending.leaves(now.trusted());
                busy.push(sending.key);
                next = next.and(write(epoch, sending.clone()));
            }
            Step::Ask => {
                busy.push(sending.key);
                next = next.and(ask_fate(epoch, sending.key));
            }
            Step::Wait => {}
        }
    }
    next
}

/// A person wants it now. Where the service was not to be reached, reading tells whether it is by now; what waits goes after that.
fn try_now(ground: &mut Ground, eager: bool) -> Next {
    let is_without_service = ground.account().is_some_and(|account| account.connection.is_without_service());
    if is_without_service { refresh(ground) } else { run(ground, eager) }
}

/// That it is about to leave is on disk before it does.
fn write(epoch: u64, sending: Sending) -> Next {
    Command::new(move |ctx: Ctx| async move {
        let key = sending.key;
        let written = flow::cache(&ctx, Cache::KeepSending(Box::new(sending))).await.map(|_| ());
        send(&ctx, epoch, Event::Written(key, written));
    })
}

fn ask_fate(epoch: u64, key: OnceKey) -> Next {
    Command::new(move |ctx: Ctx| async move {
        let answer = flow::ask(&ctx, Fate(key)).await;
        send(&ctx, epoch, Event::Told(key, answer));
    })
}

/// It leaves. Asked only while the account is open that wants it: an effect asks in the session of the account that is open.
fn leave(epoch: u64, key: OnceKey, ask: Ask) -> Next {
    Command::new(move |ctx: Ctx| async move {
        let answer = ctx.request_from_shell(Call { ask, key: Some(key) }).await;
        send(&ctx, epoch, Event::Answered(key, answer));
    })
}

fn keep(epoch: u64, sending: Sending) -> Next {
    Command::new(move |ctx: Ctx| async move {
        let key = sending.key;
        let kept = flow::cache(&ctx, Cache::KeepSending(Box::new(sending))).await.map(|_| ());
        send(&ctx, epoch, Event::Kept(key, kept));
    })
}

fn remove(epoch: u64, key: OnceKey) -> Next {
    Command::new(move |ctx: Ctx| async move {
        let removed = flow::cache(&ctx, Cache::RemoveSending(key)).await.map(|_| ());
        send(&ctx, epoch, Event::Removed(key, removed));
    })
}

fn send(ctx: &Ctx, epoch: u64, event: Event) {
    ctx.send_event(AppEvent::Outbox(epoch, event));
}

/// Something came for the account of this epoch.
pub(crate) fn on_event(epoch: u64, event: Event, ground: &mut Ground) -> Next {
    let now = ground.now;
    let Some(account) = ground.account_mut().filter(|account| account.epoch == epoch) else {
        return Command::done();
    };
    let outbox = &mut account.outbox;
    match event {
        Event::Loaded(Ok(sendings)) => {
            let gone = outbox.take(sendings, now.at);
            gone.into_iter().map(|key| remove(epoch, key)).fold(run(ground, false), Command::and)
        }
        Event::Loaded(Err(fault)) => {
            outbox.fault = Some(fault);
            Command::done()
        }
        Event::Kept(key, Err(fault)) => {
            outbox.unwritten.push(key);
            outbox.fault = Some(fault);
            Command::done()
        }
        Event::Submitted { ask, instead, kept: Ok(sending) } => {
            outbox.keeping.retain(|one| *one != ask);
            if let Some(instead) = instead {
                outbox.remove(instead);
            }
            outbox.fault = None;
            outbox.sendings.push(sending);
            try_now(ground, false)
        }
        Event::Submitted { ask, kept: Err(fault), .. } => {
            outbox.keeping.retain(|one| *one != ask);
            outbox.fault = Some(fault);
            Command::done()
        }
        Event::Written(key, Ok(())) => {
            let Some(sending) = outbox.get_mut(key) else { return Command::done() };
            leave(epoch, key, sending.ask.clone())
        }
        Event::Written(key, Err(fault)) => {
            outbox.is_done_with(key);
            outbox.fault = Some(fault);
            if let Some(sending) = outbox.get_mut(key) {
                sending.stays(None, now.at);
            }
            Command::done()
        }
        Event::Answered(key, answer) => {
            if let Err(failure) = &answer.result {
                account.heard(failure);
            }
            ground.now = answer.at;
            goes_on(key, ground, |sending| sending.answered(answer.result.map(|_| ()), answer.at.at))
        }
        Event::Told(key, answer) => {
            if let Err(failure) = &answer.result {
                account.heard(failure);
            }
            ground.now = answer.at;
            goes_on(key, ground, |sending| sending.told(answer.result, answer.at.at))
        }
        Event::Kept(_, Ok(())) => {
            outbox.fault = None;
            Command::done()
        }
        Event::Removed(key, removed) => {
            outbox.is_done_with(key);
            outbox.fault = removed.err();
            if removed.is_ok() {
                outbox.remove(key);
            }
            run(ground, false)
        }
    }
}

/// Something became of one: it is written down, features hear of it where it is settled, and the next may go.
fn goes_on(key: OnceKey, ground: &mut Ground, change: impl FnOnce(&mut Sending)) -> Next {
    let can_ask = ground.offers(Capability::Outbox);
    let Some(account) = ground.account_mut() else { return Command::done() };
    account.outbox.is_done_with(key);
    let epoch = account.epoch;
    let Some(sending) = account.outbox.get_mut(key) else { return Command::done() };
    change(sending);
    let sending = sending.clone();
    let kept = keep(epoch, sending.clone());
    let features = ground.features;
    let settled = if sending.is_settled() || sending.needs_a_person(can_ask) {
        features.iter().map(|feature| feature.settled(&sending, ground)).fold(kept, Command::and)
    } else {
        kept
    };
    settled.and(run(ground, false))
}

/// A person did something about one.
pub(crate) fn touched(intent: Intent, ground: &mut Ground) -> Next {
    let can_ask = ground.offers(Capability::Outbox);
    let Some(account) = ground.account_mut() else { return Command::done() };
    let (epoch, outbox) = (account.epoch, &mut account.outbox);
    let (Intent::Withdraw(key) | Intent::Again(key) | Intent::Dismiss(key)) = intent;
    if outbox.is_busy(key) {
        return Command::done();
    }
    let Some(sending) = outbox.get_mut(key) else { return Command::done() };
    match intent {
        Intent::Withdraw(_) if sending.may_be_withdrawn() => {}
        Intent::Dismiss(_) if sending.may_be_dismissed(can_ask) => {}
        Intent::Again(_) if sending.needs_a_person(can_ask) => {
            sending.again();
            return try_now(ground, true);
        }
        Intent::Withdraw(_) | Intent::Dismiss(_) | Intent::Again(_) => return Command::done(),
    }
    // Until it is gone from the disk it does not leave either.
    outbox.busy.push(key);
    remove(epoch, key)
}
