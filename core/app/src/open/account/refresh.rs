use crux_core::Command;
use fl_domain::{
    Origin,
    service::{Ask, Capability, Page, Paged, Question, Told},
};
use futures::future::join_all;

use super::event::Event;
use crate::{
    kit::{
        effects::{Cache, CacheFault, Call, Moment, ServiceAnswer},
        flow,
    },
    open::{
        event::{Ctx, Event as AppEvent, Next},
        feature::{Reading, Whole},
        ground::Ground,
    },
};

/// Rows a page of a list that is read whole.
const PAGE: u32 = 50;
/// The page size that is attested; a service that caps pages caps them at no less.
pub(crate) const ATTESTED_PAGE: usize = 10;
/// More pages than any person has: an end for a service that repeats itself.
const PAGES: u32 = 40;

/// Reads everything anew, side by side; each answer shows as it comes, and all good ones are kept together.
pub(crate) fn refresh(ground: &mut Ground) -> Next {
    let readings: Vec<Reading> = ground.features.iter().flat_map(|feature| feature.reads()).collect();
    let offers = ground.facts.offers.clone();
    let Some(account) = ground.account_mut().filter(|account| !account.refreshing) else {
        return Next::done();
    };
    account.refreshing = true;
    account.failures.clear();
    let epoch = account.epoch;
    let lacks = |capability: Option<Capability>| capability.is_some_and(|part| !offers.contains(&part));
    let mut asked = Vec::new();
    let mut flows = Vec::new();
    for reading in readings {
        match reading {
            // What is of the project's own contract is asked only where the service offers it.
            Reading::Ask(ask) if lacks(ask.capability()) => {}
            Reading::Flow { capability, .. } if lacks(capability) => {}
            Reading::Ask(ask) => asked.push(One::Ask(ask)),
            Reading::All { name, read } => asked.push(One::All(name, read)),
            Reading::Flow { flow, .. } => flows.push(flow),
        }
    }
    Command::new(move |ctx: Ctx| async move {
        let ctx = &ctx;
        let answers = asked.into_iter().map(|one| one.read(ctx.clone(), epoch));
        let flows = flows.into_iter().map(|flow| flow(ctx.clone(), epoch));
        let (answers, failures) = futures::join!(join_all(answers), join_all(flows));
        let at = answers.iter().map(|a| a.at).max_by_key(|m| m.at).unwrap_or_default();
        let told: Vec<Told> = answers.into_iter().filter_map(|a| a.result.ok()).collect();
        let kept = if told.is_empty() { Ok(()) } else { keep(ctx, told, &at).await };
        let failures = failures.into_iter().flatten().collect();
        ctx.send_event(AppEvent::Account(epoch, Event::Refreshed { at, kept, failures }));
    })
}

impl Reading {
    /// All rows of this list.
    pub(crate) const fn all<Q: Paged>() -> Self {
        Self::All { name: Q::NAME, read: all_pages::<Q> }
    }
}

/// One thing that is read, shown as it comes.
enum One {
    Ask(Ask),
    All(&'static str, fn(Ctx) -> Whole),
}

impl One {
    async fn read(self, ctx: Ctx, epoch: u64) -> ServiceAnswer<Told> {
        let (question, answer) = match self {
            Self::Ask(ask) => (ask.name(), ctx.request_from_shell(Call(ask)).await),
            Self::All(name, read) => (name, read(ctx.clone()).await),
        };
        answered(&ctx, epoch, question, &answer);
        answer
    }
}

async fn keep(ctx: &Ctx, told: Vec<Told>, at: &Moment) -> Result<(), CacheFault> {
    flow::cache(ctx, Cache::Save { told, at: at.at }).await.map(|_| ())
}

/// Reads one thing anew after it was changed here. Where the change itself says how it is now, that is shown and kept at once:
/// the answer may not come.
pub(crate) fn read_anew<Q: Question>(
    ground: &mut Ground,
    question: Q,
    known: Option<Q::Told>,
    at: &Moment,
) -> Next {
    let Some(account) = ground.account_mut() else { return Next::done() };
    let epoch = account.epoch;
    let known = known.map(Q::tell);
    if let Some(known) = known.clone() {
        account.figures.take(known, Origin::Live, at.at);
    }
    let at = *at;
    Command::new(move |ctx: Ctx| async move {
        let mut kept = Ok(());
        if let Some(known) = known {
            kept = keep(&ctx, vec![known], &at).await;
        }
        let answer = ctx.request_from_shell(Call(question.ask())).await;
        answered(&ctx, epoch, Q::NAME, &answer);
        if let Ok(told) = answer.result {
            kept = keep(&ctx, vec![told], &answer.at).await;
        }
        ctx.send_event(AppEvent::Account(epoch, Event::Kept(kept)));
    })
}

fn answered(ctx: &Ctx, epoch: u64, question: &'static str, answer: &ServiceAnswer<Told>) {
    let event = Event::Answered { question, answer: answer.clone() };
    ctx.send_event(AppEvent::Account(epoch, event));
}

/// All rows of a paged list.
fn all_pages<Q: Paged>(ctx: Ctx) -> Whole {
    Box::pin(async move {
        let mut rows: Vec<Q::Row> = Vec::new();
        let (mut number, mut first) = (0, 0);
        loop {
            let answer = flow::ask(&ctx, Q::page(Page { number, size: PAGE })).await;
            let page = match answer.result {
                Ok(page) => page,
                Err(failure) => return ServiceAnswer { at: answer.at, result: Err(failure) },
            };
            // A service may cap pages below what was asked, so a page is the last one only when it is shorter than the first
            // or than any cap could be.
            let is_last = page.len() < ATTESTED_PAGE || page.len() < first;
            first = first.max(page.len());
            rows.extend(page);
            number += 1;
            if is_last || number == PAGES {
                return ServiceAnswer { at: answer.at, result: Ok(Q::tell(rows)) };
            }
        }
    })
}
