use crux_core::Command;
use fl_domain::{
    Secret,
    service::{Failure, Question},
    shelf::{ShelfFilter, ShelfState, ShelfView},
};

use super::{
    event::{Came, Step},
    shelved::Shelved,
    sync::{Broken, Head, Tail, WINDOW, fetch_tail},
};
use crate::{
    kit::{effects::CacheFault, flow},
    open::{account::connection::Connection, event::Next, ground::Ground, page},
};

/// Rows in the screen at most; beyond it the window slides.
const SHOWN: u32 = 150;
/// Pages fetched side by side while all of the list is being loaded.
const BATCH: u32 = 10;
/// Fetches in a row that bring nothing new, and then no more.
const BARREN: u32 = 5;
/// Words longer than this are a text pasted by mistake; more of it would find nothing anyway.
const SEARCH_LIMIT: usize = 200;

/// A list as a page or a room.
pub(crate) struct Shelf<S: Shelved>(pub(super) List<S>);

impl<S: Shelved> Default for Shelf<S> {
    fn default() -> Self {
        Self(List::default())
    }
}

/// A list as it is looked at.
pub(super) struct List<S: Shelved> {
    pub(super) filter: ShelfFilter,
    /// Grows when the core sets the words.
    pub(super) search_revision: u32,
    /// Newer matching rows above the window.
    pub(super) offset: u64,
    /// Rows asked for, at most [`SHOWN`].
    limit: u32,
    pub(super) window: Option<ShelfView<S::Row>>,
    /// The last request for a window.
    request: u64,
    /// Rows the service gives a page, once it has given one.
    page: Option<u32>,
    pub(super) fetching: Fetching,
    /// The first page that no fetch has looked at.
    next: Option<u32>,
    /// The service gives no more, and whether this is all cannot be known.
    pub(super) gives_no_more: bool,
    /// So many fetches in a row brought nothing new.
    barren: u32,
    /// A fetch is on its way; windows that come meanwhile decide nothing.
    is_fetching: bool,
    /// Why the last fetch stopped.
    failure: Option<Failure>,
}

/// What is under way with the service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fetching {
    /// Nothing.
    #[default]
    Nothing,
    /// The next older page.
    Older,
    /// All that is missing.
    All,
    /// Stopping after the batch under way.
    Stopping,
}

impl<S: Shelved> Default for List<S> {
    fn default() -> Self {
        Self {
            filter: ShelfFilter::default(),
            search_revision: 0,
            offset: 0,
            limit: WINDOW,
            window: None,
            request: 0,
            page: None,
            next: None,
            gives_no_more: false,
            fetching: Fetching::Nothing,
            barren: 0,
            is_fetching: false,
            failure: None,
        }
    }
}

impl<S: Shelved> List<S> {
    /// Words to look for changed.
    pub(super) fn search(&mut self, text: &Secret, ground: &Ground) -> Next {
        let words = text.expose().chars().take(SEARCH_LIMIT).collect();
        self.narrow(ground, |filter| filter.text = words)
    }

    /// A person did something.
    pub(super) fn touched(&mut self, step: Step, ground: &mut Ground) -> Next {
        match step {
            Step::Only { facet, name } => {
                self.narrow(ground, |filter| *filter = std::mem::take(filter).with(facet, name))
            }
            Step::ClearFilters => {
                self.search_revision = ground.next_revision();
                self.narrow(ground, |filter| *filter = ShelfFilter::default())
            }
            Step::Older => self.older(ground),
            Step::Newer => {
                self.offset = self.offset.saturating_sub(u64::from(WINDOW));
                self.load(ground)
            }
            Step::LoadAll if self.fetching == Fetching::Nothing => {
                self.fetching = Fetching::All;
                self.fetch(BATCH, ground)
            }
            Step::Stop if self.fetching == Fetching::All => {
                self.fetching = Fetching::Stopping;
                Command::done()
            }
            Step::LoadAll | Step::Stop => Command::done(),
        }
    }

    /// Something came.
    pub(super) fn heard(&mut self, came: Came<S>, ground: &mut Ground) -> Next {
        match came {
            Came::Opened => self.load(ground),
            Came::Entered => {
                // What it would not give may be asked for again.
                (self.next, self.gives_no_more, self.barren) = (None, false, 0);
                self.go_to_top();
                self.load(ground)
            }
            Came::Find { facet, name } => {
                self.search_revision = ground.next_revision();
                self.narrow(ground, |filter| *filter = ShelfFilter::default().with(facet, Some(name)))
            }
            Came::Window { request, result } if request == self.request => self.shown(result, ground),
            Came::Head(Ok(Head { added, page })) => {
                self.page = Some(self.page.map_or(page, |longest| longest.max(page)));
                if self.offset > 0 && self.filter.is_empty() {
                    // What is looked at keeps its place.
                    self.offset += added;
                }
                self.load(ground)
            }
            Came::Head(Err(Broken::Cache(fault))) => {
                not_kept(fault, ground);
                Command::done()
            }
            Came::Tail(result) => self.fetched(result, ground),
            // An older request for a window is passed over; a failure of the service is told with the rest of the refresh; what is
            // known of the list as a whole is kept with the account, whoever looks at it.
            Came::Window { .. } | Came::Head(Err(Broken::Service(_))) | Came::Overview(_) => Command::done(),
        }
    }

    fn state(&self) -> ShelfState {
        self.window.as_ref().map(|window| window.state.clone()).unwrap_or_default()
    }

    fn go_to_top(&mut self) {
        (self.offset, self.limit) = (0, WINDOW);
    }

    fn narrow(&mut self, ground: &Ground, change: impl FnOnce(&mut ShelfFilter)) -> Next {
        change(&mut self.filter);
        self.go_to_top();
        self.load(ground)
    }

    /// Asks the cache for the window.
    fn load(&mut self, ground: &Ground) -> Next {
        self.request += 1;
        let (request, filter, offset, limit) = (self.request, self.filter.clone(), self.offset, self.limit);
        page::run::<Shelf<S>, _, _>(S::KEY, ground, move |ctx| async move {
            let result = flow::window::<S::Question>(&ctx, filter, offset, limit).await;
            Came::Window { request, result }
        })
    }

    /// The window grows, then slides; below what is kept the service is asked.
    fn older(&mut self, ground: &Ground) -> Next {
        let Some(window) = &self.window else { return Command::done() };
        let below = window.total.saturating_sub(self.offset + window.rows.len() as u64);
        if below > 0 {
            self.step_down();
            return self.load(ground);
        }
        if self.filter.is_empty() && !window.state.complete && self.fetching == Fetching::Nothing {
            self.fetching = Fetching::Older;
            return self.fetch(1, ground);
        }
        Command::done()
    }

    fn step_down(&mut self) {
        if self.limit < SHOWN {
            self.limit = (self.limit + WINDOW).min(SHOWN);
        } else {
            self.offset += u64::from(WINDOW);
        }
    }

    fn fetch(&mut self, pages: u32, ground: &Ground) -> Next {
        self.failure = None;
        let count = self.state().count;
        self.is_fetching = true;
        let (size, from) = (self.page.unwrap_or(WINDOW), self.next);
        page::run::<Shelf<S>, _, _>(S::KEY, ground, move |ctx| async move {
            Came::Tail(fetch_tail::<S>(&ctx, count, size, pages, from).await)
        })
    }

    fn shown(&mut self, result: Result<ShelfView<S::Row>, CacheFault>, ground: &mut Ground) -> Next {
        match result {
            Ok(window) => {
                let is_loading = self.fetching == Fetching::All && !self.is_fetching;
                // A service that gives nothing more, and never says that it was all, is not asked for ever.
                let goes_on = is_loading && !window.state.complete && !self.gives_no_more;
                if is_loading && !goes_on {
                    self.fetching = Fetching::Nothing;
                }
                self.window = Some(window);
                if goes_on { self.fetch(BATCH, ground) } else { Command::done() }
            }
            Err(fault) => {
                self.fetching = Fetching::Nothing;
                not_kept(fault, ground);
                Command::done()
            }
        }
    }

    fn fetched(&mut self, result: Result<Tail, Broken>, ground: &mut Ground) -> Next {
        let was = self.fetching;
        self.is_fetching = false;
        match result {
            Ok(Tail { next, gives_no_more, is_news }) => {
                // Rows hidden by the service make what was fetched lie within what is kept: there may be more below, but not for ever.
                self.barren = if is_news { 0 } else { self.barren + 1 };
                self.next = Some(next);
                self.gives_no_more = gives_no_more || self.barren >= BARREN;
                // Where nothing came, what is seen stays where it is.
                if was == Fetching::Older && is_news {
                    self.step_down();
                }
                // While all of it is being loaded, the next batch starts when the window says what is still missing.
                if was != Fetching::All {
                    self.fetching = Fetching::Nothing;
                }
            }
            Err(broken) => {
                self.fetching = Fetching::Nothing;
                match broken {
                    Broken::Service(failure) => {
                        let connection = Connection::of(S::Question::NAME, &failure);
                        if let Some(account) = ground.account_mut().filter(|_| connection != Connection::Fine)
                        {
                            account.connection = connection;
                        }
                        self.failure = Some(failure);
                    }
                    Broken::Cache(fault) => not_kept(fault, ground),
                }
            }
        }
        self.load(ground)
    }
}

fn not_kept(fault: CacheFault, ground: &mut Ground) {
    if let Some(account) = ground.account_mut() {
        account.cache_fault = Some(fault);
    }
}
