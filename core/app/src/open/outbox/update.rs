use crux_core::Command;
use fl_domain::service::{Ask, Capability, Once, OnceKey, Question, outbox::Fate};

use super::{
    event::{Event, Intent},
    model::{Fault, Outbox},
};
use crate::{
    kit::{
        effects::{Cache, CacheFault, Cached, Call},
        flow,
        form::DraftId,
        sending::{Sending, SendingState, Step},
    },
    open::{
        account::{connection::Connection, refresh::refresh},
        drafts::update as drafts,
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
    hand_over(question, None, ground)
}

/// As [`submit`], made of a draft: in the same step that is kept as handed over, so that neither is without the other.
#[cfg_attr(not(any(test, feature = "pattern-book")), allow(dead_code))]
pub(crate) fn submit_draft<Q: Question>(question: Q, draft: DraftId, ground: &mut Ground) -> Next {
    hand_over(question, Some(draft), ground)
}

fn hand_over<Q: Question>(question: Q, draft: Option<DraftId>, ground: &mut Ground) -> Next {
    const {
        assert!(!matches!(Q::ONCE, Once::No), "only what is done once goes by the outbox");
    }
    let ask = question.ask();
    let at = ground.now.at;
    let Some(account) = ground.account_mut() else { return Command::done() };
    let (epoch, outbox) = (account.epoch, &mut account.outbox);
    // Of what is made of drafts each stands for itself: two about two things may say the same.
    if draft.is_none() && outbox.is_under_way(&ask) {
        return try_now(ground, true);
    }
    if outbox.keeping.contains(&ask) {
        return Command::done();
    }
    if outbox.fault == Some(Fault::Read) {
        // What is held already is not known: a second one like it might go too.
        return load(ground);
    }
    // What was refused is mended by this, and is no news any more.
    let held = draft.and_then(|id| account.drafts.get(id));
    let refused = held.and_then(|draft| draft.sent).filter(|key| {
        matches!(outbox.state(*key), Some(SendingState::Refused { .. })) && outbox.is_at_rest(*key)
    });
    let waits = |sending: &&Sending| {
        sending.ask.name() == Q::NAME && sending.may_be_withdrawn() && outbox.is_at_rest(sending.key)
    };
    let instead = match Q::ONCE {
        Once::Latest => outbox.sendings.iter().find(waits).map(|sending| sending.key),
        Once::Each | Once::No => refused,
    };
    outbox.removing.extend(instead);
    outbox.keeping.push(ask.clone());
    let held = held.map(|draft| Box::new(draft.clone()));
    if let Some(id) = draft {
        account.drafts.hand_over(id);
    }
    Command::new(move |ctx: Ctx| async move {
        let submit = Cache::Submit { ask: ask.clone(), at, instead, draft: held };
        let kept = match flow::cache(&ctx, submit).await {
            Ok(Cached::Submitted(sending)) => Ok(sending),
            Ok(_) => Err(CacheFault::Broken),
            Err(fault) => Err(fault),
        };
        send(&ctx, epoch, Event::Submitted { ask, instead, draft, kept });
    })
}

/// Whatever can go on does, and what the disk does not know yet is written. `eager`: pauses are passed over, since there is reason to
/// think that it goes now.
pub(crate) fn run(ground: &mut Ground, eager: bool) -> Next {
    if ground.account().is_some_and(|account| account.outbox.fault == Some(Fault::Read)) {
        return load(ground);
    }
    let going = go(ground, eager);
    going.and(write_what_was_not(ground))
}

/// Of what leaves just now that is written anyway.
fn write_what_was_not(ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    let (epoch, outbox) = (account.epoch, &mut account.outbox);
    let (now, later): (Vec<_>, Vec<_>) =
        std::mem::take(&mut outbox.unwritten).into_iter().partition(|key| outbox.is_at_rest(*key));
    outbox.unwritten = later;
    let unremoved = std::mem::take(&mut outbox.unremoved);
    let mut next = unremoved.into_iter().map(|key| remove(epoch, key)).fold(Command::done(), Command::and);
    for key in now {
        if let Some(sending) = outbox.get_mut(key).cloned() {
            outbox.writing.push(key);
            next = next.and(keep(epoch, sending));
        }
    }
    next
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
    let Outbox { sendings, busy, writing, removing, is_eager, was_heard, .. } = &mut account.outbox;
    let epoch = account.epoch;
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
        if busy.iter().any(|(busy, _)| *busy == sending.key) || removing.contains(&sending.key) {
            continue;
        }
        if writing.contains(&sending.key) {
            *is_eager |= eager;
            continue;
        }
        let step = sending.step(now.at, can_ask, eager);
        match step {
            // What certainly stays here can be taken back; on a connection that is dead already nobody would know. Until the service
            // was heard nobody knows its time either, and when a thing left is judged by that.
            Step::Send if (is_without_service && !eager) || !*was_heard => {}
            Step::Send => {
                sending.leaves(now.trusted());
                busy.push((sending.key, step));
                next = next.and(write(epoch, sending.clone()));
            }
            Step::Ask => {
                busy.push((sending.key, step));
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
            outbox.fault = None;
            outbox.is_read = true;
            let gone = outbox.take(sendings, now.at);
            let next = gone.into_iter().map(|key| remove(epoch, key)).fold(run(ground, false), Command::and);
            next.and(drafts::settle(ground))
        }
        Event::Loaded(Err(_)) => {
            outbox.fault = Some(Fault::Read);
            Command::done()
        }
        Event::Kept(key, Err(fault)) => {
            outbox.writing.retain(|one| *one != key);
            outbox.unwritten.push(key);
            if fault == CacheFault::Damaged {
                // The disk begins anew and holds none of them.
                outbox.unwritten = outbox.sendings.iter().map(|sending| sending.key).collect();
            }
            outbox.fault = Some(Fault::Noted);
            Command::done()
        }
        Event::Submitted { ask, instead, draft, kept: Ok(sending) } => {
            if let Some(id) = draft {
                account.drafts.handed_over(id, Some(sending.key));
            }
            outbox.keeping.retain(|one| *one != ask);
            if let Some(instead) = instead {
                outbox.removing.retain(|one| *one != instead);
                outbox.remove(instead);
            }
            outbox.fault = None;
            outbox.sendings.push(sending);
            try_now(ground, false)
        }
        Event::Submitted { ask, instead, draft, kept: Err(fault) } => {
            if let Some(id) = draft {
                account.drafts.handed_over(id, None);
            }
            outbox.keeping.retain(|one| *one != ask);
            outbox.removing.retain(|one| Some(*one) != instead);
            outbox.fault = Some(Fault::Wanted(fault));
            Command::done()
        }
        Event::Written(key, Ok(())) => {
            let Some(sending) = outbox.get_mut(key) else { return Command::done() };
            leave(epoch, key, sending.ask.clone())
        }
        Event::Written(key, Err(fault)) => {
            outbox.is_done_with(key);
            outbox.fault = Some(Fault::Wanted(fault));
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
        Event::Kept(key, Ok(())) => {
            outbox.writing.retain(|one| *one != key);
            outbox.fault = None;
            let eager = std::mem::take(&mut outbox.is_eager);
            run(ground, eager)
        }
        Event::Removed(key, Ok(())) => {
            outbox.removing.retain(|one| *one != key);
            outbox.fault = None;
            outbox.remove(key);
            run(ground, false)
        }
        // It stays among those that go: it never leaves the device while the app runs.
        Event::Removed(key, Err(_)) => {
            outbox.unremoved.push(key);
            outbox.fault = Some(Fault::Removed);
            Command::done()
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
    let features = ground.features;
    let mut next = Command::done();
    if sending.is_settled() || sending.needs_a_person(can_ask) {
        next = features.iter().map(|feature| feature.settled(&sending, ground)).fold(next, Command::and);
        next = next.and(drafts::settle(ground));
    }
    // What leaves again at once is written as leaving, and not as it was before that too.
    next = next.and(go(ground, false));
    let Some(account) = ground.account_mut() else { return next };
    if account.outbox.is_at_rest(key) {
        account.outbox.writing.push(key);
        next = next.and(keep(epoch, sending));
    }
    next.and(write_what_was_not(ground))
}

/// A person did something about one.
pub(crate) fn touched(intent: Intent, ground: &mut Ground) -> Next {
    let can_ask = ground.offers(Capability::Outbox);
    let Some(account) = ground.account_mut() else { return Command::done() };
    let (epoch, outbox) = (account.epoch, &mut account.outbox);
    let (Intent::Withdraw(key) | Intent::Again(key) | Intent::Dismiss(key)) = intent;
    if !outbox.is_at_rest(key) {
        return Command::done();
    }
    let Some(sending) = outbox.get_mut(key) else { return Command::done() };
    // It certainly is not at the service: whatever it was made of is a draft as before.
    let is_nowhere = sending.may_be_withdrawn() || matches!(sending.state, SendingState::Refused { .. });
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
    outbox.removing.push(key);
    let freed = if is_nowhere { drafts::free(key, ground) } else { Command::done() };
    freed.and(remove(epoch, key))
}
