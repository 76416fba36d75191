//! Tokens: who holds which, and until when.

use std::{collections::HashMap, time::Duration};

use fl_domain::Timestamp;

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
    Valid(String),
    Expired(String),
    Unknown,
}

#[derive(Debug)]
struct Held {
    inn: String,
    expires: Timestamp,
}

/// All sessions. Tokens are made up from a counter: nobody has to guess them on loopback.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    made: u64,
    access: HashMap<String, Held>,
    refresh: HashMap<String, String>,
}

impl Sessions {
    pub(crate) fn begin(&mut self, inn: &str, now: Timestamp, lifetime: Duration) -> Grant {
        let access = self.new_access(inn, now, lifetime);
        let refresh = Some(self.new_refresh(inn));
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
        let inn = self.refresh_owner(token)?;
        let access = self.new_access(&inn, now, lifetime);
        if keep {
            return Some(Grant { access, refresh: None });
        }
        self.refresh.remove(token);
        let refresh = Some(self.new_refresh(&inn));
        Some(Grant { access, refresh })
    }

    pub(crate) fn refresh_owner(&self, token: &str) -> Option<String> {
        self.refresh.get(token).cloned()
    }

    pub(crate) fn access(&self, token: &str, now: Timestamp) -> Access {
        match self.access.get(token) {
            None => Access::Unknown,
            Some(held) if held.expires <= now => Access::Expired(held.inn.clone()),
            Some(held) => Access::Valid(held.inn.clone()),
        }
    }

    /// Access tokens expire, the session goes on.
    pub(crate) fn expire(&mut self, inn: &str, now: Timestamp) {
        for held in self.access.values_mut().filter(|held| held.inn == inn) {
            held.expires = held.expires.min(now);
        }
    }

    /// The session is over.
    pub(crate) fn revoke(&mut self, inn: &str) {
        self.access.retain(|_, held| held.inn != inn);
        self.refresh.retain(|_, owner| owner != inn);
    }

    fn new_access(&mut self, inn: &str, now: Timestamp, lifetime: Duration) -> String {
        self.made += 1;
        let token = format!("sandbox-access-{}", self.made);
        self.access.insert(token.clone(), Held { inn: inn.to_owned(), expires: later(now, lifetime) });
        token
    }

    fn new_refresh(&mut self, inn: &str) -> String {
        self.made += 1;
        let token = format!("sandbox-refresh-{}", self.made);
        self.refresh.insert(token.clone(), inn.to_owned());
        token
    }
}
