use crux_core::Command;
use fl_domain::{
    Origin,
    service::{Ask, Capability, Failure, Page, Paged, Question, Told},
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
        feature::{Reading, Title, Whole},
        ground::Ground,
        paging::{ATTESTED_PAGE, Turn, not_all},
    },
};

/// Rows a page of a list that is read whole.
const PAGE: u32 = 50;
/// More pages than any person has: an end for a service that never ends.
const PAGES: u32 = 40;
/// Pages asked for side by side: a list of one page is known to be whole after one round trip.
const ABREAST: u32 = 2;

/// Reads everything anew, side by side; each answer shows as it comes, and all good ones are kept together.
pub(crate) fn refresh(ground: &mut Ground) -> Next {
    let readings: Vec<Reading> = ground.features.iter().flat_map(|feature| feature.reads()).collect();
    let offers = ground.facts.offers.clone();
    let Some(account) = ground.account_mut().filter(|account| !account.refreshing) else {
        return Next::done();
    };
    account.refreshing = true;
    account.failures.clear();
    account.partial.clear();
    let epoch = account.epoch;
    let lacks = |capability: Option<Capability>| capability.is_some_and(|part| !offers.contains(&part));
    let mut asked = Vec::new();
    let mut flows = Vec::new();
    for reading in readings {
        match reading {
            // What is of the project's own contract is asked only where the service offers it.
            Reading::Ask { ask, .. } if lacks(ask.capability()) => {}
            Reading::Flow { capability, .. } if lacks(capability) => {}
            Reading::Ask { ask, .. } => asked.push(One::Ask(ask)),
            Reading::All { name, read, .. } => asked.push(One::All(name, read)),
            Reading::Flow { flow, .. } => flows.push(flow),
        }
    }
    Command::new(move |ctx: Ctx| async move {
        let ctx = &ctx;
        let answers = asked.into_iter().map(|one| one.read(ctx.clone(), epoch));
        let flows = flows.into_iter().map(|flow| flow(ctx.clone(), epoch));
        let (answers, failures) = futures::join!(join_all(answers), join_all(flows));
        let was_heard =
            answers.iter().any(|answer| answer.result.is_ok()) || failures.iter().any(Option::is_none);
        let at = answers.iter().map(|a| a.at).max_by_key(|m| m.at).unwrap_or_default();
        let told: Vec<Told> = answers.into_iter().filter_map(|a| a.result.ok()).collect();
        let kept = if told.is_empty() { Ok(()) } else { keep(ctx, told, &at).await };
        let failures = failures.into_iter().flatten().collect();
        ctx.send_event(AppEvent::Account(epoch, Event::Refreshed { at, kept, failures, was_heard }));
    })
}

impl Reading {
    /// All rows of this list.
    pub(crate) const fn all<Q: Paged>(title: Title) -> Self {
        Self::All { name: Q::NAME, title, read: all_pages::<Q> }
    }
}

/// One thing that is read, shown as it comes.
enum One {
    Ask(Ask),
    All(&'static str, fn(Ctx) -> Whole),
}

impl One {
    async fn read(self, ctx: Ctx, epoch: u64) -> ServiceAnswer<Told> {
        let (question, (answer, rest)) = match self {
            Self::Ask(ask) => (ask.name(), (ctx.request_from_shell(Call::of(ask)).await, None)),
            Self::All(name, read) => (name, read(ctx.clone()).await),
        };
        answered(&ctx, epoch, question, &answer);
        // What came is shown, and that it may not be all.
        if let Some(failure) = rest {
            ctx.send_event(AppEvent::Account(epoch, Event::Partial { question, failure }));
        }
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
        let answer = ctx.request_from_shell(Call::of(question.ask())).await;
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
        let mut before: Option<Vec<Q::Row>> = None;
        let mut last = Moment::default();
        let told = |at, rows, rest: Option<Failure>| (ServiceAnswer { at, result: Ok(Q::tell(rows)) }, rest);
        for number in (0..PAGES).step_by(ABREAST as usize) {
            let pages = (number..number + ABREAST).map(|number| {
                let ctx = ctx.clone();
                async move { flow::ask(&ctx, Q::page(Page { number, size: PAGE })).await }
            });
            for answer in join_all(pages).await {
                let at = answer.at;
                last = at;
                let page = match answer.result {
                    Ok(page) => page,
                    // What came before it was as good as all, and that is not certain.
                    Err(failure) if before.as_ref().is_some_and(|before| before.len() < ATTESTED_PAGE) => {
                        return told(at, rows, Some(failure));
                    }
                    Err(failure) => return (ServiceAnswer { at, result: Err(failure) }, None),
                };
                match Turn::of(before.as_deref(), &page) {
                    Turn::Goes => rows.extend(page.iter().cloned()),
                    Turn::End => return told(at, rows, None),
                    Turn::Repeats => return told(at, rows, Some(not_all(Q::NAME, "repeated-page"))),
                }
                before = Some(page);
            }
        }
        told(last, rows, Some(not_all(Q::NAME, "too-many-pages")))
    })
}
