//! Everything the double knows, behind one lock that is never held while waiting.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use fl_domain::Date;
use tokio::sync::watch;

use crate::{
    captcha,
    clock::{Clock, day, later},
    control::RequestLog,
    faults::Faults,
    ledger::Ledger,
    people::{Person, everyone},
    script::Book,
    service::{Entrance, Forms, Keys},
    sessions::Sessions,
};

/// Enough for any test; a desk that runs for days shall not grow.
const LOG_MAX: usize = 10_000;

/// What stays as it was at the start, and the changing rest.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) client_id: &'static str,
    pub(crate) client_secret: &'static str,
    pub(crate) token_lifetime: Duration,
    pub(crate) delay: Duration,
    pub(crate) base_url: String,
    pub(crate) people: Vec<Person>,
    first_day: Date,
    state: Mutex<State>,
    /// Told of every jump of the clock.
    jumped: watch::Sender<()>,
}

/// What changes.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) clock: Clock,
    pub(crate) faults: Faults,
    pub(crate) scripts: Book,
    pub(crate) sessions: Sessions,
    pub(crate) entrance: Entrance,
    pub(crate) keys: Keys,
    pub(crate) forms: Forms,
    captchas: HashMap<String, Challenge>,
    pictures: u64,
    ledgers: HashMap<String, Ledger>,
    log: VecDeque<RequestLog>,
}

/// A taxpayer from whom digits are wanted.
#[derive(Debug, Default)]
struct Challenge {
    digits: Option<String>,
}

impl World {
    pub(crate) fn new(clock: Clock, token_lifetime: Duration, delay: Duration, base_url: String) -> Self {
        let start = clock.now();
        let first_day = day(start);
        let people = everyone(first_day);
        let accounts = people.iter().map(|person| (person.card.inn.clone(), person.account(start))).collect();
        let challenged = people.iter().filter(|person| person.wants_captcha);
        let captchas = challenged.map(|person| (person.card.inn.clone(), Challenge::default())).collect();
        let state = State {
            clock,
            faults: Faults::default(),
            scripts: Book::default(),
            sessions: Sessions::default(),
            entrance: Entrance::new(&base_url, accounts),
            keys: Keys::default(),
            forms: Forms::default(),
            captchas,
            pictures: 0,
            ledgers: HashMap::new(),
            log: VecDeque::new(),
        };
        Self {
            client_id: "sandbox-client",
            client_secret: "sandbox-secret",
            token_lifetime,
            delay,
            base_url,
            people,
            first_day,
            state: Mutex::new(state),
            jumped: watch::Sender::new(()),
        }
    }

    /// The changing part. A panic elsewhere does not make it unusable: each change is whole.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Jumps the clock forward; whoever waits for a time looks at it again.
    pub(crate) fn advance(&self, by: Duration) {
        self.lock().clock.advance(by);
        self.jumped.send_replace(());
    }

    /// Waits until so much time has passed by the clock.
    pub(crate) async fn passes(&self, time: Duration) {
        let mut jumped = self.jumped.subscribe();
        let until = later(self.lock().clock.now(), time);
        loop {
            let (left, stands) = {
                let clock = &self.lock().clock;
                (until.duration_since(clock.now()), clock.stands())
            };
            let Some(left) = left.filter(|left| !left.is_zero()) else { return };
            // Where the clock stands, only a jump brings the time on.
            tokio::select! {
                () = tokio::time::sleep(left), if !stands => {}
                Ok(()) = jumped.changed() => {}
                else => return,
            }
        }
    }

    /// The person of a key or an INN.
    pub(crate) fn anyone(&self, inn_or_key: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.card.inn == inn_or_key || person.card.key == inn_or_key)
    }

    /// Says yes on a page of the broker: where the browser goes.
    pub(crate) fn esia_agree(&self, page: &str, who: &str) -> Option<String> {
        let inn = &self.anyone(who)?.card.inn;
        let mut state = self.lock();
        let now = state.clock.now();
        state.entrance.broker.agree(page, inn, now)
    }

    /// Says no.
    pub(crate) fn esia_deny(&self, page: &str) -> Option<String> {
        let mut state = self.lock();
        let now = state.clock.now();
        state.entrance.broker.deny(page, now)
    }

    pub(crate) fn person(&self, inn: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.card.inn == inn)
    }

    /// Looks at or changes a person's ledger as of now; it is made the first time.
    pub(crate) fn with_ledger<T>(&self, person: &Person, look: impl FnOnce(&mut Ledger, Date) -> T) -> T {
        let mut state = self.lock();
        let today = state.clock.today();
        let made = || person.ledger(self.first_day);
        let ledger = state.ledgers.entry(person.card.inn.clone()).or_insert_with(made);
        ledger.settle(today);
        look(ledger, today)
    }
}

impl State {
    pub(crate) fn wants_captcha(&self, inn: &str) -> bool {
        self.captchas.contains_key(inn)
    }

    /// The digits of the picture last drawn for `inn`, if it was not tried yet.
    pub(crate) fn captcha_digits(&self, inn: &str) -> Option<String> {
        self.captchas.get(inn)?.digits.clone()
    }

    /// New digits for a picture. They are kept only where digits are wanted: one may ask for a picture at any time.
    pub(crate) fn new_captcha(&mut self, inn: &str) -> String {
        self.pictures += 1;
        let digits = captcha::digits(self.pictures);
        if let Some(challenge) = self.captchas.get_mut(inn) {
            challenge.digits = Some(digits.clone());
        }
        digits
    }

    /// Whether `typed` are the digits. A picture is good for one try.
    pub(crate) fn try_captcha(&mut self, inn: &str, typed: &str) -> bool {
        let drawn = self.captchas.get_mut(inn).and_then(|challenge| challenge.digits.take());
        drawn.as_deref() == Some(typed)
    }

    pub(crate) fn captcha_passed(&mut self, inn: &str) {
        self.captchas.remove(inn);
    }

    pub(crate) fn log(&mut self, method: String, path: String, status: Option<u16>) {
        if self.log.len() == LOG_MAX {
            self.log.pop_front();
        }
        let at = self.clock.now();
        self.log.push_back(RequestLog { method, path, status, at });
    }

    pub(crate) fn requests(&self) -> Vec<RequestLog> {
        self.log.iter().cloned().collect()
    }

    pub(crate) fn clear_requests(&mut self) {
        self.log.clear();
    }
}
