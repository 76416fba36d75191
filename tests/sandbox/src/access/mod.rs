//! Getting in and staying in, by the account rules: one state machine a taxpayer, without I/O and with the time handed in.
//!
//! What the rules leave open is our own here: a letter's link lives for a day, a letter takes up to five minutes, a new
//! password by a link ends all sessions, a confirmed first password has no expiry.

mod contacts;
mod esia;
mod letters;
mod password;
mod policy;
mod recovery;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, time::Duration};

use fl_domain::{Date, Timestamp, access::PasswordPolicy, service::Contact};

pub(crate) use contacts::{Channel, Contacts};
pub(crate) use esia::Broker;
pub use letters::{Letter, LetterKind};
pub(crate) use password::{Changed, Password, Verdict, ending_card};
pub use recovery::RecoveryStanding;
pub(crate) use recovery::{Attempt, Recovery};

use crate::{
    captcha,
    clock::{day, later, seconds_until},
};

/// How long a letter's link is good (our own).
pub(crate) const LINK_LIFE: Duration = Duration::from_hours(24);
/// What the answer promises of a letter (our own; the rules say "within minutes").
pub(crate) const LETTER_MINUTES: u32 = 5;
/// Unknown taxpayers whose attempts are counted; a desk that runs for days shall not grow.
const STRANGERS_MAX: usize = 10_000;

/// One taxpayer's way in.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub(crate) password: Password,
    pub(crate) contacts: Contacts,
    pub(crate) recovery: Recovery,
    pub(crate) identity: Identity,
    letters: Vec<Letter>,
}

/// What Gosuslugi says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// Confirmed in person.
    Confirmed,
    /// The same, but the account forms until then.
    Forming(Timestamp),
    /// Confirmed by post, which is refused.
    ByPost,
}

impl Account {
    pub(crate) fn new(password: Password, contacts: Contacts, identity: Identity) -> Self {
        Self { password, contacts, recovery: Recovery::default(), identity, letters: Vec::new() }
    }
}

/// A letter's link.
#[derive(Clone, Debug)]
struct Link {
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

/// Why Gosuslugi's word is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unwelcome {
    Forming { seconds: u64 },
    ByPost,
}

/// Everybody's way in, and what they share.
#[derive(Debug)]
pub(crate) struct Entrance {
    pub(crate) policy: PasswordPolicy,
    pub(crate) broker: Broker,
    base_url: String,
    accounts: HashMap<String, Account>,
    /// Attempts for an INN that nobody has are counted as anyone's: the answers are no oracle.
    strangers: HashMap<String, Recovery>,
    links: HashMap<String, Link>,
    made: u64,
}

impl Entrance {
    pub(crate) fn new(base_url: &str, accounts: HashMap<String, Account>) -> Self {
        Self {
            policy: PasswordPolicy::default(),
            broker: Broker::default(),
            base_url: base_url.to_owned(),
            accounts,
            strangers: HashMap::new(),
            links: HashMap::new(),
            made: 0,
        }
    }

    pub(crate) fn account(&self, inn: &str) -> Option<&Account> {
        self.accounts.get(inn)
    }

    pub(crate) fn letters(&self, inn: &str) -> Vec<Letter> {
        self.account(inn).map(|account| account.letters.clone()).unwrap_or_default()
    }

    pub(crate) fn sign_in(&self, inn: &str, typed: &str, now: Timestamp) -> Verdict {
        self.account(inn).map_or(Verdict::Wrong, |account| account.password.sign_in(typed, now))
    }

    /// Replaces the password. `old` is missing where there is none yet.
    pub(crate) fn change(&mut self, inn: &str, old: Option<&str>, new: &str, today: Date) -> Changed {
        let Some(account) = self.accounts.get_mut(inn) else { return Changed::OldWrong };
        account.password.change(old, new, &self.policy, today)
    }

    /// Goes on with the first password; `false` if it is none.
    pub(crate) fn confirm_password(&mut self, inn: &str) -> bool {
        self.accounts.get_mut(inn).is_some_and(|account| account.password.confirm())
    }

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
        if let Some(words) = policy::weakness(&self.policy, new) {
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

    /// A new address or number, to be confirmed by the code that is sent to it.
    pub(crate) fn set_contact(&mut self, inn: &str, contact: Contact, to: &str, now: Timestamp) {
        let Some(account) = self.accounts.get_mut(inn) else { return };
        self.made += 1;
        let code = captcha::digits(self.made);
        account.contacts.channel(contact).propose(to, &code);
        account.letters.push(Letter::code(now, contact, to, &code));
    }

    pub(crate) fn confirm_contact(&mut self, inn: &str, contact: Contact, code: &str) -> bool {
        self.accounts.get_mut(inn).is_some_and(|account| account.contacts.channel(contact).confirm(code))
    }

    pub(crate) fn set_control_word(&mut self, inn: &str, word: &str) {
        if let Some(account) = self.accounts.get_mut(inn) {
            account.contacts.control_word = Some(word.to_owned());
        }
    }

    /// Whether a person who comes with Gosuslugi's word gets in.
    pub(crate) fn welcome(&self, inn: &str, now: Timestamp) -> Result<(), Unwelcome> {
        match self.account(inn).map(|account| account.identity) {
            Some(Identity::Confirmed) => Ok(()),
            Some(Identity::Forming(until)) if until <= now => Ok(()),
            Some(Identity::Forming(until)) => Err(Unwelcome::Forming { seconds: seconds_until(until, now) }),
            Some(Identity::ByPost) | None => Err(Unwelcome::ByPost),
        }
    }
}
