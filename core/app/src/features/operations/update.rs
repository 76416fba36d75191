use crux_core::Command;
use fl_domain::Secret;

use super::{
    Broken, Event, Fetching, Intent,
    model::WINDOW,
    sync::{Head, fetch_tail},
};
use crate::{
    app::Event as AppEvent,
    effects::{Cache, CacheFault, Cached, Effect, HistoryFilter, HistoryState},
    features::account::{self, Account, Connection},
    flow,
    model::{Model, Stage},
};

type Next = Command<Effect, AppEvent>;

/// Pages fetched side by side while all of the history is being loaded.
const BATCH: u32 = 10;
/// Words longer than this are a text pasted by mistake; more of it would find nothing anyway.
const SEARCH_LIMIT: usize = 200;

/// A person came to the history: from its newest on.
pub(crate) fn entered(account: &mut Account) -> Next {
    account.operations.go_to_top();
    load(account)
}

/// The account opened.
pub(crate) fn opened(account: &mut Account) -> Next {
    if account.operations.limit == 0 {
        account.operations.go_to_top();
    }
    load(account)
}

/// The operations of one tax.
pub(crate) fn show_tax(title: &str, revision: u32, account: &mut Account) -> Next {
    account.operations.filter = HistoryFilter { tax: Some(title.to_owned()), ..HistoryFilter::default() };
    account.operations.search_revision = revision;
    account.operations.go_to_top();
    load(account)
}

/// Words to look for changed.
pub(crate) fn search(text: &Secret, model: &mut Model) -> Next {
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    account.operations.filter.text = text.expose().chars().take(SEARCH_LIMIT).collect();
    account.operations.go_to_top();
    load(account)
}

/// Asks the cache for the window.
fn load(account: &mut Account) -> Next {
    let operations = &mut account.operations;
    operations.request += 1;
    let (epoch, request) = (account.epoch, operations.request);
    let window = Cache::Window {
        filter: operations.filter.clone(),
        offset: operations.offset,
        limit: operations.limit,
    };
    account::spawn(move |ctx| async move {
        let result = match flow::cache(&ctx, window).await {
            Ok(Cached::Window(window)) => Ok(window),
            Ok(_) => Err(CacheFault::Broken),
            Err(fault) => Err(fault),
        };
        ctx.send_event(AppEvent::Account(
            epoch,
            account::Event::Operations(Event::Window { request, result }),
        ));
    })
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    let revision = model.next_revision();
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    match intent {
        Intent::Tax(tax) => filter(account, |f| f.tax = tax),
        Intent::Kind(kind) => filter(account, |f| f.kind = kind),
        Intent::ClearFilters => {
            account.operations.search_revision = revision;
            filter(account, |f| *f = HistoryFilter::default())
        }
        Intent::Older => older(account),
        Intent::Newer => {
            account.operations.step_up();
            load(account)
        }
        Intent::LoadAll => {
            if account.operations.fetching != Fetching::Nothing {
                return Command::done();
            }
            account.operations.fetching = Fetching::All;
            fetch(account, BATCH)
        }
        Intent::Stop => {
            if account.operations.fetching == Fetching::All {
                account.operations.fetching = Fetching::Stopping;
            }
            Command::done()
        }
    }
}

fn filter(account: &mut Account, change: impl FnOnce(&mut HistoryFilter)) -> Next {
    change(&mut account.operations.filter);
    account.operations.go_to_top();
    load(account)
}

fn older(account: &mut Account) -> Next {
    let operations = &mut account.operations;
    let Some(window) = &operations.window else { return Command::done() };
    let below = window.total.saturating_sub(operations.offset + window.rows.len() as u64);
    if below > 0 {
        operations.step_down();
        return load(account);
    }
    if operations.filter.is_empty() && !window.state.complete && operations.fetching == Fetching::Nothing {
        operations.fetching = Fetching::Older;
        return fetch(account, 1);
    }
    Command::done()
}

fn state(account: &Account) -> HistoryState {
    account.operations.window.as_ref().map(|w| w.state.clone()).unwrap_or_default()
}

fn fetch(account: &mut Account, pages: u32) -> Next {
    account.operations.failure = None;
    let (epoch, count) = (account.epoch, state(account).count);
    account.operations.fetched_from = count;
    account.operations.is_fetching = true;
    let size = account.operations.page.unwrap_or(WINDOW);
    account::spawn(move |ctx| async move {
        let result = fetch_tail(&ctx, count, size, pages).await;
        ctx.send_event(AppEvent::Account(epoch, account::Event::Operations(Event::Tail(result))));
    })
}

/// Something came back.
pub(crate) fn on_event(event: Event, account: &mut Account) -> Next {
    match event {
        Event::Window { request, result } => {
            if request == account.operations.request {
                window(result, account)
            } else {
                Command::done()
            }
        }
        Event::Head(Ok(Head { added, page })) => {
            account.operations.page = Some(page);
            if account.operations.offset > 0 && account.operations.filter.is_empty() {
                // What is looked at keeps its place.
                account.operations.offset += added;
            }
            load(account)
        }
        Event::Head(Err(broken)) => {
            // A failure of the service is told with the rest of the refresh.
            if let Broken::Cache(fault) = broken {
                account.cache_fault = Some(fault);
            }
            Command::done()
        }
        Event::Tail(result) => tail(result, account),
    }
}

fn window(result: Result<crate::effects::HistoryWindow, CacheFault>, account: &mut Account) -> Next {
    match result {
        Ok(window) => {
            let is_loading = account.operations.fetching == Fetching::All && !account.operations.is_fetching;
            // A service that gives nothing more, and never says that it was all, is not asked for ever.
            let goes_on =
                is_loading && !window.state.complete && window.state.count != account.operations.fetched_from;
            if is_loading && !goes_on {
                account.operations.fetching = Fetching::Nothing;
            }
            account.operations.window = Some(window);
            if goes_on { fetch(account, BATCH) } else { Command::done() }
        }
        Err(fault) => {
            account.operations.fetching = Fetching::Nothing;
            account.cache_fault = Some(fault);
            Command::done()
        }
    }
}

fn tail(result: Result<(), Broken>, account: &mut Account) -> Next {
    let was = account.operations.fetching;
    account.operations.is_fetching = false;
    match result {
        Ok(()) => {
            if was == Fetching::Older {
                account.operations.step_down();
            }
            // While all of it is being loaded, the next batch starts when the window says what is still missing.
            if was != Fetching::All {
                account.operations.fetching = Fetching::Nothing;
            }
        }
        Err(broken) => {
            account.operations.fetching = Fetching::Nothing;
            match broken {
                Broken::Service(failure) => {
                    let connection = Connection::of(&failure);
                    if connection != Connection::Fine {
                        account.connection = connection;
                    }
                    account.operations.failure = Some(failure);
                }
                Broken::Cache(fault) => account.cache_fault = Some(fault),
            }
        }
    }
    load(account)
}
