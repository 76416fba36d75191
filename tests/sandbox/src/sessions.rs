//! Tokens: who holds which, and until when.

use std::{
    collections::{HashMap, VecDeque},
    time::Duration,
};

use fl_domain::{Timestamp, service::SignInWay};
use serde::Serialize;

use crate::clock::later;

/// What a successful sign-in or refresh hands out.
#[derive(Debug)]
pub(crate) struct Grant {
    pub(crate) access: String,
    /// Missing where the old one stays valid.
    pub(crate) refresh: Option<String>,
}

/// What an access token is worth.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Valid { inn: String, session: u64 },
    Expired(String),
    Unknown,
}

#[derive(Debug)]
struct Held {
    session: u64,
    inn: String,
    expires: Timestamp,
}

/// One sign-in, as the history tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignIn {
    /// Its name.
    pub id: String,
    /// When, by the sandbox clock.
    pub at: Timestamp,
    /// How.
    pub way: SignInWay,
    /// The device, told from its `User-Agent`.
    pub device: String,
    /// The place; made up.
    pub place: String,
    /// Its tokens are good.
    pub is_open: bool,
    #[serde(skip)]
    pub(crate) session: u64,
}

/// Who comes in, and from where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Visitor<'a> {
    pub(crate) inn: &'a str,
    pub(crate) way: SignInWay,
    pub(crate) device: &'a str,
    pub(crate) place: &'a str,
}

/// More of one taxpayer's sign-ins are forgotten: a desk that runs for days shall not grow.
const HISTORY_MAX: usize = 200;

/// All sessions. Tokens are made up from a counter: nobody has to guess them on loopback.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    made: u64,
    access: HashMap<String, Held>,
    /// The session and its owner.
    refresh: HashMap<String, (u64, String)>,
    /// Oldest first.
    history: HashMap<String, VecDeque<SignIn>>,
}

impl Sessions {
    pub(crate) fn begin(&mut self, visitor: Visitor<'_>, now: Timestamp, lifetime: Duration) -> Grant {
        self.made += 1;
        let session = self.made;
        let history = self.history.entry(visitor.inn.to_owned()).or_default();
        if history.len() == HISTORY_MAX {
            history.pop_front();
        }
        history.push_back(SignIn {
            id: format!("sign-in-{session}"),
            at: now,
            way: visitor.way,
            device: visitor.device.to_owned(),
            place: visitor.place.to_owned(),
            is_open: true,
            session,
        });
        let access = self.new_access(session, visitor.inn, now, lifetime);
        let refresh = Some(self.new_refresh(session, visitor.inn));
        Grant { access, refresh }
    }

    /// Changes the refresh token for a new one, or keeps it; `None` if it is not valid.
    pub(crate) fn refresh(
        &mut self,
        token: &str,
        now: Timestamp,
        lifetime: Duration,
        keep: bool,
    ) -> Option<Grant> {
        let (session, inn) = self.refresh.get(token).cloned()?;
        let access = self.new_access(session, &inn, now, lifetime);
        if keep {
            return Some(Grant { access, refresh: None });
        }
        self.refresh.remove(token);
        let refresh = Some(self.new_refresh(session, &inn));
        Some(Grant { access, refresh })
    }

    pub(crate) fn refresh_owner(&self, token: &str) -> Option<String> {
        self.refresh.get(token).map(|(_, inn)| inn.clone())
    }

    pub(crate) fn access(&self, token: &str, now: Timestamp) -> Access {
        match self.access.get(token) {
            None => Access::Unknown,
            Some(held) if held.expires <= now => Access::Expired(held.inn.clone()),
            Some(held) => Access::Valid { inn: held.inn.clone(), session: held.session },
        }
    }

    /// Access tokens expire, the session goes on.
    pub(crate) fn expire(&mut self, inn: &str, now: Timestamp) {
        for held in self.access.values_mut().filter(|held| held.inn == inn) {
            held.expires = held.expires.min(now);
        }
    }

    /// All sessions of a taxpayer are over.
    pub(crate) fn revoke(&mut self, inn: &str) {
        self.access.retain(|_, held| held.inn != inn);
        self.refresh.retain(|_, (_, owner)| owner != inn);
        for sign_in in self.history.get_mut(inn).into_iter().flatten() {
            sign_in.is_open = false;
        }
    }

    /// «This was not me»: that one session of the taxpayer is over; `false` if there never was such a sign-in.
    pub(crate) fn disown(&mut self, inn: &str, id: &str) -> bool {
        let history = self.history.get_mut(inn).into_iter().flatten();
        let Some(sign_in) = history.into_iter().find(|sign_in| sign_in.id == id) else { return false };
        sign_in.is_open = false;
        let ended = sign_in.session;
        self.access.retain(|_, held| held.session != ended);
        self.refresh.retain(|_, (session, _)| *session != ended);
        true
    }

    /// Newest first.
    pub(crate) fn history(&self, inn: &str) -> impl Iterator<Item = &SignIn> {
        self.history.get(inn).into_iter().flat_map(|history| history.iter().rev())
    }

    fn new_access(&mut self, session: u64, inn: &str, now: Timestamp, lifetime: Duration) -> String {
        self.made += 1;
        let token = format!("sandbox-access-{}", self.made);
        let held = Held { session, inn: inn.to_owned(), expires: later(now, lifetime) };
        self.access.insert(token.clone(), held);
        token
    }

    fn new_refresh(&mut self, session: u64, inn: &str) -> String {
        self.made += 1;
        let token = format!("sandbox-refresh-{}", self.made);
        self.refresh.insert(token.clone(), (session, inn.to_owned()));
        token
    }
}
