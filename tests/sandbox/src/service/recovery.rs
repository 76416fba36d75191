//! Recovery of a password by a letter: attempts (three wrong ones shut it for 24 hours from the third; then it opens with all
//! of them), links, and the calls of the project's own contract about them.

use std::{sync::Arc, time::Duration};

use axum::{Router, body::Bytes, extract::State, http::StatusCode, response::Response, routing::post};
use fl_domain::{Inn, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Entrance, Letter, Password,
    policy::{WirePolicy, refused, weakness},
};
use crate::{
    clock::{day, later, seconds_until},
    http::answer::{self, Wrong, body},
    world::World,
};

/// How long a letter's link is good (our own).
const LINK_LIFE: Duration = Duration::from_hours(24);
/// What the answer promises of a letter (our own; the rules say "within minutes").
const LETTER_MINUTES: u32 = 5;
/// Unknown taxpayers whose attempts are counted; a desk that runs for days shall not grow.
const STRANGERS_MAX: usize = 10_000;
const ATTEMPTS: u32 = 3;
const BLOCK: Duration = Duration::from_hours(24);

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/recovery", post(recover))
        .route("/recovery/form", post(form))
        .route("/recovery/link", post(link))
        .route("/recovery/password", post(set))
}

/// Counted attempts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Recovery {
    wrong: u32,
    blocked_until: Option<Timestamp>,
}

/// How recovery stands for one INN, known or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RecoveryStanding {
    /// Attempts left; 0 while it is blocked.
    pub attempts_left: u32,
    /// When it opens again.
    pub blocked_until: Option<Timestamp>,
}

impl Default for RecoveryStanding {
    fn default() -> Self {
        Self { attempts_left: ATTEMPTS, blocked_until: None }
    }
}

/// What an attempt comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attempt {
    Right,
    Wrong { attempts_left: u32 },
    Blocked { seconds: u64 },
}

impl Recovery {
    pub(crate) fn standing(&mut self, now: Timestamp) -> RecoveryStanding {
        if self.blocked_until.is_some_and(|until| until <= now) {
            *self = Self::default();
        }
        RecoveryStanding {
            attempts_left: ATTEMPTS.saturating_sub(self.wrong),
            blocked_until: self.blocked_until,
        }
    }

    /// While it is blocked nothing is looked at and nothing is counted. A right entry forgets the wrong ones.
    pub(super) fn attempt(&mut self, is_right: bool, now: Timestamp) -> Attempt {
        if let Some(until) = self.standing(now).blocked_until {
            return Attempt::Blocked { seconds: seconds_until(until, now) };
        }
        if is_right {
            *self = Self::default();
            return Attempt::Right;
        }
        self.wrong += 1;
        if self.wrong < ATTEMPTS {
            return Attempt::Wrong { attempts_left: ATTEMPTS - self.wrong };
        }
        let until = later(now, BLOCK);
        self.blocked_until = Some(until);
        Attempt::Blocked { seconds: seconds_until(until, now) }
    }
}

/// A letter's link.
#[derive(Clone, Debug)]
pub(super) struct Link {
    inn: String,
    until: Timestamp,
    used: bool,
}

/// What a letter's link is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LinkState {
    Good(String),
    Stale,
    Used,
}

/// How setting a password by a link ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SetByLink {
    Done(String),
    Refused(String),
    Link(LinkState),
}

impl Entrance {
    pub(crate) fn recovery_standing(&mut self, inn: &str, now: Timestamp) -> RecoveryStanding {
        match self.accounts.get_mut(inn) {
            Some(account) => account.recovery.standing(now),
            None => self.strangers.get_mut(inn).map_or(RecoveryStanding::default(), |r| r.standing(now)),
        }
    }

    /// One attempt; a right one sends a letter.
    pub(crate) fn recover(&mut self, inn: &str, email: &str, word: &str, now: Timestamp) -> Attempt {
        let Some(account) = self.accounts.get_mut(inn) else {
            if self.strangers.len() >= STRANGERS_MAX && !self.strangers.contains_key(inn) {
                self.strangers.clear();
            }
            return self.strangers.entry(inn.to_owned()).or_default().attempt(false, now);
        };
        let address = account.contacts.recovers_with(email, word);
        let attempt = account.recovery.attempt(address.is_some(), now);
        if let (Attempt::Right, Some(to)) = (attempt, address) {
            self.made += 1;
            let token = format!("sandbox-letter-{}", self.made);
            let link = Link { inn: inn.to_owned(), until: later(now, LINK_LIFE), used: false };
            self.links.insert(token.clone(), link);
            account.letters.push(Letter::recovery(now, to, &token, &self.base_url));
        }
        attempt
    }

    pub(crate) fn link(&self, token: &str, now: Timestamp) -> LinkState {
        match self.links.get(token) {
            Some(link) if link.used => LinkState::Used,
            Some(link) if now < link.until => LinkState::Good(link.inn.clone()),
            _ => LinkState::Stale,
        }
    }

    pub(crate) fn link_owner(&self, token: &str) -> Option<String> {
        self.links.get(token).map(|link| link.inn.clone())
    }

    /// Sets a password by a link, which is good once; a refused password leaves it good. The person's other links are
    /// stale from then on.
    pub(crate) fn set_by_link(&mut self, token: &str, new: &str, now: Timestamp) -> SetByLink {
        let inn = match self.link(token, now) {
            LinkState::Good(inn) => inn,
            other => return SetByLink::Link(other),
        };
        if let Some(words) = weakness(&self.policy, new) {
            return SetByLink::Refused(words);
        }
        if let Some(account) = self.accounts.get_mut(&inn) {
            account.password = Password::Own { text: new.to_owned(), changed: day(now) };
        }
        self.links.retain(|other, link| link.inn != inn || link.used || other == token);
        if let Some(link) = self.links.get_mut(token) {
            link.used = true;
        }
        SetByLink::Done(inn)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    inn: String,
    email: Option<String>,
    control_word: Option<String>,
}

/// A person's INN; one with wrong check digits is not looked at and costs no attempt.
fn person(inn: &str) -> Result<String, Wrong> {
    match Inn::parse_person(inn) {
        Ok(inn) => Ok(inn.as_str().to_owned()),
        Err(_) => Err(Wrong::Field("inn", "Такого ИНН не бывает")),
    }
}

async fn form(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Asked = body(&bytes)?;
    let inn = person(&asked.inn)?;
    let mut state = world.lock();
    let now = state.clock.now();
    let standing = state.entrance.recovery_standing(&inn, now);
    let left = if standing.blocked_until.is_some() { 0 } else { standing.attempts_left };
    let blocked = standing.blocked_until.map(|until| seconds_until(until, now));
    let form =
        json!({ "fields": ["email", "control-word"], "attemptsLeft": left, "blockedSeconds": blocked });
    Ok(answer::json(StatusCode::OK, &form))
}

async fn recover(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Asked = body(&bytes)?;
    let inn = person(&asked.inn)?;
    let (Some(email), Some(control_word)) = (&asked.email, &asked.control_word) else {
        return Err(Wrong::Call("Нужны адрес и контрольное слово"));
    };
    let mut state = world.lock();
    let now = state.clock.now();
    Ok(match state.entrance.recover(&inn, email, control_word, now) {
        Attempt::Right => answer::json(StatusCode::OK, &json!({ "sent": true, "minutes": LETTER_MINUTES })),
        Attempt::Wrong { attempts_left } => answer::coded(
            StatusCode::BAD_REQUEST,
            "recovery.mismatch",
            "Данные не совпадают",
            &json!({ "attemptsLeft": attempts_left }),
        ),
        Attempt::Blocked { seconds } => answer::coded(
            StatusCode::TOO_MANY_REQUESTS,
            "recovery.blocked",
            "Восстановление заблокировано",
            &json!({ "seconds": seconds }),
        ),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ByLink {
    token: String,
    new_password: Option<String>,
}

async fn link(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: ByLink = body(&bytes)?;
    let state = world.lock();
    Ok(match state.entrance.link(&asked.token, state.clock.now()) {
        LinkState::Good(inn) => {
            let policy = WirePolicy::from(&state.entrance.policy);
            answer::json(StatusCode::OK, &json!({ "inn": inn, "policy": policy }))
        }
        other => spent(&other),
    })
}

fn spent(link: &LinkState) -> Response {
    let (code, words) = match link {
        LinkState::Used => ("recovery.link-used", "Ссылкой уже воспользовались"),
        LinkState::Stale | LinkState::Good(_) => ("recovery.link-stale", "Ссылка устарела"),
    };
    answer::coded(StatusCode::GONE, code, words, &json!(null))
}

async fn set(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: ByLink = body(&bytes)?;
    let new = asked.new_password.as_deref().ok_or(Wrong::Call("Нужен новый пароль"))?;
    let mut state = world.lock();
    let now = state.clock.now();
    Ok(match state.entrance.set_by_link(&asked.token, new, now) {
        SetByLink::Done(inn) => {
            state.sessions.revoke(&inn);
            answer::done()
        }
        SetByLink::Refused(words) => refused(&words),
        SetByLink::Link(link) => spent(&link),
    })
}
