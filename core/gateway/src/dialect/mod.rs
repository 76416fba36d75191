//! What the service is asked and how it answers, one file a capability: path, body, reading, complaints, with made-up
//! answers and tests beside it.
//!
//! Attested or own is a property of a path. The attested ones are known from a public client; the project's own contract
//! stands beside them for getting in and staying in. No service is known to have it (`x-provenance: own`), so what follows
//! from the rules of the account and what a client needs is settled here, in the sister service's error form
//! `{code, message, additionalInfo}`. Codes count with 4xx only; what an answer does not say outright is not taken for said.

#[macro_use]
pub(crate) mod codec;

mod account;
mod contacts;
mod documents;
pub(crate) mod forms;
mod outbox;
mod password;
#[cfg(feature = "pattern-book")]
mod pattern;
mod policy;
mod recovery;
mod sign_ins;

#[cfg(test)]
mod odd;
#[cfg(test)]
mod tests;

use fl_domain::service::{Ask, Failure, OfflineCause, Once, OnceKey, Told};

use crate::{
    exchange::{Auth, Body, Request, Response},
    gateway::Gateway,
};
use codec::{Asked, Spoken};

/// Makes the register of capabilities: one line each, `Variant(its file)`, as the domain's.
macro_rules! register {
    ($($(#[$on:meta])* $capability:ident($file:ident)),+ $(,)?) => {
        pub(crate) const fn spoken(ask: &Ask) -> &'static Spoken {
            match ask {
                $($(#[$on])* Ask::$capability(ask) => $file::spoken(ask),)+
            }
        }

        fn body(ask: &Ask) -> Body {
            match ask {
                $($(#[$on])* Ask::$capability(ask) => $file::body(ask),)+
            }
        }

        /// Made-up answers of every capability: the question's name, a status, the text.
        #[cfg(test)]
        pub(crate) fn answers() -> Vec<(&'static str, u16, &'static str)> {
            [$($(#[$on])* $file::tests::ANSWERS),+].concat()
        }

        /// Every question once, then the other forms of its request.
        #[cfg(test)]
        pub(crate) fn asks() -> Vec<Ask> {
            [$($(#[$on])* $file::tests::asks()),+].concat()
        }
    };
}

register! {
    Account(account),
    Password(password),
    Recovery(recovery),
    Contacts(contacts),
    SignIns(sign_ins),
    Documents(documents),
    Outbox(outbox),
    #[cfg(feature = "pattern-book")]
    Pattern(pattern),
}

pub(crate) fn request(gateway: &Gateway, ask: &Ask) -> Result<Request, Failure> {
    let url = gateway.url(spoken(ask).path, ask.capability())?;
    let auth = if ask.needs_session() { Auth::Bearer } else { Auth::None };
    let request = gateway.request(ask.name(), url.into(), auth, body(ask));
    Ok(Request { repeatable: ask.is_repeatable(), ..request })
}

/// The same with the key under which it is done once.
pub(crate) fn request_once(gateway: &Gateway, ask: &Ask, key: &OnceKey) -> Result<Request, Failure> {
    let mut request = request(gateway, ask)?;
    request.headers.push((outbox::KEY, format!("\"{key}\"")));
    Ok(request)
}

pub(crate) fn answer(ask: &Ask, response: &Response, website: &str) -> Result<Told, Failure> {
    if ask.entry().once != Once::No && outbox::is_in_work(response) {
        // It came, and there is no answer yet: what became of it is asked later.
        return Err(Failure::Offline(OfflineCause::NoAnswer));
    }
    let asked = Asked { operation: ask.name(), website, in_session: ask.needs_session() };
    codec::answer(asked, response, &spoken(ask).reader)
}
