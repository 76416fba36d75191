use std::future::Future;

use crux_core::Command;
use fl_domain::{
    Origin, Timestamp,
    account::Liability,
    service::{Capability, Page, Read, Reading},
};
use futures::future::join_all;

use super::{Account, Connection, Event};
use crate::{
    app::Event as AppEvent,
    effects::{Cache, CacheFault, Cached, Effect, Moment, ServiceAnswer, Wait},
    features::{operations, profile, session},
    flow::{self, Ctx},
    model::{Model, Stage},
};

type Next = Command<Effect, AppEvent>;

/// Rows a page of liabilities.
const PAGE: u32 = 50;
/// The page size that is attested; a service that caps pages caps them at no less.
pub(crate) const ATTESTED_PAGE: usize = 10;
/// More pages of liabilities than any person has: an end for a service that repeats itself.
const PAGES: u32 = 40;
/// What is read only where the service offers it: these questions are of the project's own contract.
const OWN: [(Capability, Read); 3] = [
    (Capability::Password, Read::Password),
    (Capability::Contacts, Read::Contacts),
    (Capability::SignIns, Read::SignIns),
];
/// Ages on the screen move on this often.
const PULSE_SECONDS: i64 = 60;

/// Runs a flow for this account; what it sends is passed over once another account is open.
pub(crate) fn spawn<F, Fut>(flow: F) -> Next
where
    F: FnOnce(Ctx) -> Fut + Send + 'static,
    Fut: Future<Output = ()> + Send + 'static,
{
    Command::new(flow)
}

/// The account has just opened: what is kept first, then the service.
pub(crate) fn opened(account: &mut Account, model: &Model) -> Next {
    let epoch = account.epoch;
    account.offers.clone_from(&model.facts.offers);
    let load = spawn(move |ctx| async move {
        let loaded = match flow::cache(&ctx, Cache::Load).await {
            Ok(Cached::Stored(stored)) => Ok(stored),
            Ok(_) => Err(CacheFault::Broken),
            Err(fault) => Err(fault),
        };
        ctx.send_event(AppEvent::Account(epoch, Event::Loaded(loaded)));
    });
    load.and(profile::recall(account)).and(pulse(account, model))
}

/// Wakes when the ages on the screen move on, or when it is time to lock.
pub(crate) fn pulse(account: &mut Account, model: &Model) -> Next {
    account.pulse_serial += 1;
    let (epoch, serial) = (account.epoch, account.pulse_serial);
    let lock_at = lock_at(model);
    let next = model.now.at.as_second() + PULSE_SECONDS;
    let until = Timestamp::from_second(next.min(lock_at)).unwrap_or(Timestamp::MAX);
    spawn(move |ctx| async move {
        let now = ctx.request_from_shell(Wait { until }).await;
        ctx.send_event(AppEvent::Account(epoch, Event::Pulse { serial, now }));
    })
}

fn lock_at(model: &Model) -> i64 {
    model.touched_at.as_second() + i64::from(model.preferences.lock_minutes.clamp(1, 60)) * 60
}

/// Reads everything anew, side by side; each answer shows as it comes, and all good ones are kept together.
pub(crate) fn refresh(account: &mut Account) -> Next {
    if account.refreshing {
        return Command::done();
    }
    account.refreshing = true;
    account.failures.clear();
    let epoch = account.epoch;
    let offered: Vec<Read> =
        OWN.into_iter().filter(|(part, _)| account.offers.contains(part)).map(|(_, read)| read).collect();
    spawn(move |ctx| async move {
        let ctx = &ctx;
        let attested =
            [Read::EnsBalance, Read::LiabilityTotals, Read::Taxpayer, Read::PaymentTotals, Read::Incomes];
        let single = attested.into_iter().chain(offered).map(|read| async move {
            let answer = flow::read(ctx, read).await;
            answered(ctx, epoch, read, &answer);
            answer
        });
        let lists = [Read::Accruals as fn(Page) -> Read, Read::Arrears].into_iter().map(|kind| async move {
            let answer = all_pages(ctx, kind).await;
            answered(ctx, epoch, kind(Page { number: 0, size: PAGE }), &answer);
            answer
        });
        let history = async {
            let head = operations::sync_head(ctx).await;
            let failure = match &head {
                Err(operations::Broken::Service(failure)) => Some(failure.clone()),
                Err(operations::Broken::Cache(_)) | Ok(_) => None,
            };
            ctx.send_event(AppEvent::Account(epoch, Event::Operations(operations::Event::Head(head))));
            failure
        };
        let (mut answers, lists, failure) = futures::join!(join_all(single), join_all(lists), history);
        answers.extend(lists);
        let at = answers.iter().map(|a| a.at).max_by_key(|m| m.at).unwrap_or_default();
        let readings: Vec<Reading> = answers.into_iter().filter_map(|a| a.result.ok()).collect();
        let kept = if readings.is_empty() {
            Ok(())
        } else {
            flow::cache(ctx, Cache::Save { readings, at: at.at }).await.map(|_| ())
        };
        ctx.send_event(AppEvent::Account(epoch, Event::Refreshed { at, kept, history: failure }));
    })
}

/// Reads one thing anew after it was changed here. Where the change itself says how it is now, that is shown and kept at once:
/// the answer may not come.
pub(crate) fn read_anew(account: &mut Account, read: Read, known: Option<Reading>, at: Moment) -> Next {
    let epoch = account.epoch;
    if let Some(known) = known.clone() {
        account.figures.take(known, Origin::Live, at.at);
    }
    spawn(move |ctx| async move {
        let mut kept = Ok(());
        if let Some(known) = known {
            kept = flow::cache(&ctx, Cache::Save { readings: vec![known], at: at.at }).await.map(|_| ());
        }
        let answer = flow::read(&ctx, read).await;
        answered(&ctx, epoch, read, &answer);
        if let Ok(reading) = answer.result {
            let save = Cache::Save { readings: vec![reading], at: answer.at.at };
            kept = flow::cache(&ctx, save).await.map(|_| ());
        }
        ctx.send_event(AppEvent::Account(epoch, Event::Kept(kept)));
    })
}

fn answered(ctx: &Ctx, epoch: u64, read: Read, answer: &ServiceAnswer<Reading>) {
    let event = Event::Answered { question: read.name(), answer: answer.clone() };
    ctx.send_event(AppEvent::Account(epoch, event));
}

/// All rows of a paged list of liabilities.
async fn all_pages(ctx: &Ctx, kind: fn(Page) -> Read) -> ServiceAnswer<Reading> {
    let mut rows: Vec<Liability> = Vec::new();
    let (mut number, mut first) = (0, 0);
    loop {
        let read = kind(Page { number, size: PAGE });
        let answer = flow::read(ctx, read).await;
        let page = match answer.result {
            Ok(Reading::Accruals(page) | Reading::Arrears(page)) => page,
            Ok(_) => return ServiceAnswer { at: answer.at, result: Err(flow::mismatched(read)) },
            Err(failure) => return ServiceAnswer { at: answer.at, result: Err(failure) },
        };
        // A service may cap pages below what was asked, so a page is the last one only when it is shorter than the first
        // or than any cap could be.
        let is_last = page.len() < ATTESTED_PAGE || page.len() < first;
        first = first.max(page.len());
        rows.extend(page);
        number += 1;
        if is_last || number == PAGES {
            let reading = if matches!(read, Read::Arrears(_)) {
                Reading::Arrears(rows)
            } else {
                Reading::Accruals(rows)
            };
            return ServiceAnswer { at: answer.at, result: Ok(reading) };
        }
    }
}

/// The platform has a network again.
pub(crate) fn network_back(model: &mut Model) -> Next {
    match &mut model.stage {
        Stage::Open(account) if may_retry(&account.connection, model.now) => refresh(account),
        _ => Command::done(),
    }
}

/// The service may be asked again without a person's wish.
fn may_retry(connection: &Connection, now: Moment) -> bool {
    match connection {
        Connection::Offline | Connection::NoAnswer => true,
        Connection::Closed(until) => until.is_none_or(|until| until <= now.at),
        Connection::Fine | Connection::SessionEnded | Connection::Trouble(_) => false,
    }
}

/// Something came for the account of this epoch.
pub(crate) fn on_event(epoch: u64, event: Event, model: &mut Model) -> Next {
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    if account.epoch != epoch {
        return Command::done();
    }
    match event {
        Event::Loaded(loaded) => {
            match loaded {
                Ok(stored) => {
                    for item in stored {
                        account.figures.take(item.reading, Origin::Cached, item.fetched_at);
                    }
                }
                Err(fault) => account.cache_fault = Some(fault),
            }
            let window = operations::opened(account);
            if account.connection == Connection::SessionEnded { window } else { window.and(refresh(account)) }
        }
        Event::Answered { question, answer } => {
            model.now = answer.at;
            match answer.result {
                Ok(reading) => account.figures.take(reading, Origin::Live, answer.at.at),
                Err(failure) => account.failures.push((question, failure)),
            }
            Command::done()
        }
        Event::Refreshed { at, kept, history } => {
            model.now = at;
            account.refreshing = false;
            account.failures.extend(history.map(|failure| ("history", failure)));
            account.connection = Connection::after(&account.failures);
            account.cache_fault = kept.err();
            if matches!(
                account.connection,
                Connection::Offline | Connection::NoAnswer | Connection::Closed(_)
            ) {
                account.figures.all_cached();
            }
            Command::done()
        }
        Event::Kept(kept) => {
            account.cache_fault = kept.err();
            Command::done()
        }
        Event::Pulse { serial, now } => on_pulse(serial, now, model),
        Event::Operations(event) => operations::on_event(event, account),
    }
}

fn on_pulse(serial: u64, now: Moment, model: &mut Model) -> Next {
    model.now = now;
    // A clock set back must not keep the app open, so it locks too; a correction by seconds is no clock set back.
    let went_back = now.at.as_second() < model.touched_at.as_second() - PULSE_SECONDS;
    let is_idle = now.at.as_second() >= lock_at(model) || went_back;
    let Stage::Open(_) = &model.stage else { return Command::done() };
    if !is_current(serial, model) {
        return Command::done();
    }
    if is_idle {
        return session::lock(model);
    }
    let mut stage = std::mem::take(&mut model.stage);
    let next = match &mut stage {
        Stage::Open(account) => {
            let again = pulse(account, model);
            if may_retry(&account.connection, now) { again.and(refresh(account)) } else { again }
        }
        _ => Command::done(),
    };
    model.stage = stage;
    next
}

fn is_current(serial: u64, model: &Model) -> bool {
    matches!(&model.stage, Stage::Open(account) if account.pulse_serial == serial)
}
