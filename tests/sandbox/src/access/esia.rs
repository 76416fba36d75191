//! The broker between the service and Gosuslugi: a page, a redirect, a code that is good once.

use std::{collections::HashMap, time::Duration};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use fl_domain::Timestamp;
use sha2::{Digest as _, Sha256};
use url::{Host, Url};

use crate::clock::later;

/// How long the page waits for a person (our own).
const PAGE_LIFE: Duration = Duration::from_mins(15);
/// How long a code is good (our own; RFC 6749, 4.1.2 has ten minutes at most).
const CODE_LIFE: Duration = Duration::from_mins(5);

/// Pages that wait for an answer, and codes that wait to be changed for tokens.
#[derive(Debug, Default)]
pub(crate) struct Broker {
    made: u64,
    pages: HashMap<String, Page>,
    codes: HashMap<String, Code>,
}

#[derive(Debug)]
struct Page {
    redirect: Url,
    challenge: String,
    state: String,
    until: Timestamp,
}

#[derive(Debug)]
struct Code {
    inn: String,
    page: Page,
    until: Timestamp,
}

impl Broker {
    /// A new page's name; `None` if the redirect leads somewhere else than into an app on this machine, or the challenge is no
    /// S256.
    pub(crate) fn begin(
        &mut self,
        redirect: &str,
        challenge: &str,
        state: &str,
        now: Timestamp,
    ) -> Option<String> {
        let redirect = Url::parse(redirect).ok().filter(is_of_an_app)?;
        if URL_SAFE_NO_PAD.decode(challenge).ok()?.len() != 32 || state.is_empty() {
            return None;
        }
        self.pages.retain(|_, page| now < page.until);
        self.codes.retain(|_, code| now < code.until);
        self.made += 1;
        let name = format!("sandbox-page-{}", self.made);
        let page = Page {
            redirect,
            challenge: challenge.to_owned(),
            state: state.to_owned(),
            until: later(now, PAGE_LIFE),
        };
        self.pages.insert(name.clone(), page);
        Some(name)
    }

    pub(crate) fn waits(&self, page: &str, now: Timestamp) -> bool {
        self.pages.get(page).is_some_and(|page| now < page.until)
    }

    /// The person says yes: where the browser goes. Once a page.
    pub(crate) fn agree(&mut self, page: &str, inn: &str, now: Timestamp) -> Option<String> {
        let page = self.pages.remove(page).filter(|page| now < page.until)?;
        self.made += 1;
        let code = format!("sandbox-code-{}", self.made);
        let redirect = with(&page.redirect, [("code", &code), ("state", &page.state)]);
        self.codes.insert(code, Code { inn: inn.to_owned(), page, until: later(now, CODE_LIFE) });
        Some(redirect)
    }

    /// The person says no (RFC 6749, 4.1.2.1).
    pub(crate) fn deny(&mut self, page: &str, now: Timestamp) -> Option<String> {
        let page = self.pages.remove(page).filter(|page| now < page.until)?;
        Some(with(&page.redirect, [("error", "access_denied"), ("state", &page.state)]))
    }

    pub(crate) fn owner(&self, code: &str) -> Option<String> {
        self.codes.get(code).map(|code| code.inn.clone())
    }

    /// Whose code it is. Whatever comes of it, the code is spent.
    pub(crate) fn exchange(
        &mut self,
        code: &str,
        redirect: &str,
        state: &str,
        verifier: &str,
        now: Timestamp,
    ) -> Option<String> {
        let Code { inn, page, until } = self.codes.remove(code)?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
        let is_the_same = Url::parse(redirect).is_ok_and(|url| url == page.redirect)
            && state == page.state
            && challenge == page.challenge;
        (is_the_same && now < until).then_some(inn)
    }
}

/// The app's own scheme, or a port of this machine (RFC 8252, 7.1 and 7.3).
fn is_of_an_app(url: &Url) -> bool {
    let is_loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    url.scheme() == "fltaxes" || (url.scheme() == "http" && is_loopback)
}

fn with<'a>(redirect: &Url, pairs: [(&'a str, &'a str); 2]) -> String {
    let mut url = redirect.clone();
    url.query_pairs_mut().extend_pairs(pairs);
    url.into()
}
