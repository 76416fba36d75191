//! The service: one file a capability, its rules and its calls together.
//!
//! Getting in and staying in is by the account rules: one state machine a taxpayer, without I/O and with the time handed in.
//! What the rules leave open is our own here: a letter's link lives for a day, a letter takes up to five minutes, a new
//! password by a link ends all sessions, a confirmed first password has no expiry.

mod account;
mod contacts;
mod documents;
mod esia;
mod letters;
mod outbox;
mod password;
mod pattern;
mod policy;
mod recovery;
mod sign_ins;
#[cfg(test)]
mod tests;
mod wire;

use std::{collections::HashMap, sync::Arc};

use axum::Router;
use fl_domain::{Timestamp, access::PasswordPolicy};

pub(crate) use contacts::{Channel, Contacts};
pub use letters::{Letter, LetterKind};
pub(crate) use outbox::Keys;
pub(crate) use password::{Password, Verdict, ending_card};
pub(crate) use pattern::Forms;
pub(crate) use policy::WirePolicy;
pub use recovery::RecoveryStanding;

use crate::world::World;
use esia::Broker;
use recovery::{Link, Recovery};

/// The attested calls, under the data prefix.
pub(crate) fn attested() -> Router<Arc<World>> {
    account::routes()
}

/// The calls of the project's own contract, under its prefix: one line a capability.
pub(crate) fn own(world: &Arc<World>) -> Router<Arc<World>> {
    Router::new()
        .merge(password::routes())
        .merge(recovery::routes())
        .merge(contacts::routes())
        .merge(sign_ins::routes())
        .merge(esia::routes())
        .merge(documents::routes())
        .merge(outbox::routes())
        .merge(pattern::routes())
        .layer(axum::middleware::from_fn_with_state(Arc::clone(world), outbox::once))
}

/// Pages in a browser: no faults strike there.
pub(crate) fn pages() -> Router<Arc<World>> {
    esia::pages()
}

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
}
