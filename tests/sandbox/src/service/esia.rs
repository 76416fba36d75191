//! The broker between the service and Gosuslugi: a page, a redirect, a code that is good once; its calls of the project's
//! own contract, and a page in place of Gosuslugi.

use std::{collections::HashMap, fmt::Write as _, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use fl_domain::{Timestamp, service::SignInWay};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use url::{Host, Url};

use super::{Entrance, Identity};
use crate::{
    clock::{later, seconds_until},
    http::{
        answer::{self, Wrong, body},
        auth, query_parameter,
    },
    world::World,
};

/// How long the page waits for a person (our own).
const PAGE_LIFE: Duration = Duration::from_mins(15);
/// How long a code is good (our own; RFC 6749, 4.1.2 has ten minutes at most).
const CODE_LIFE: Duration = Duration::from_mins(5);

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new().route("/esia/url", post(url)).route("/esia", post(exchange))
}

/// In a browser, of Gosuslugi.
pub(super) fn pages() -> Router<Arc<World>> {
    Router::new()
        .route("/esia/authorize", get(authorize))
        .route("/esia/agree", get(agree))
        .route("/esia/deny", get(deny))
}

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

/// Why Gosuslugi's word is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unwelcome {
    Forming { seconds: u64 },
    ByPost,
}

impl Entrance {
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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Begin {
    redirect_url: String,
    code_challenge: String,
    state: String,
}

async fn url(State(world): State<Arc<World>>, bytes: Bytes) -> Result<Response, Wrong> {
    let asked: Begin = body(&bytes)?;
    let mut state = world.lock();
    let now = state.clock.now();
    let Begin { redirect_url, code_challenge, state: echoed } = asked;
    Ok(match state.entrance.broker.begin(&redirect_url, &code_challenge, &echoed, now) {
        Some(page) => {
            let url = format!("{}/esia/authorize?request={page}", world.base_url);
            answer::json(StatusCode::OK, &json!({ "url": url }))
        }
        None => answer::invalid("The redirect is no app's, or the challenge no S256"),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Exchange {
    redirect_url: String,
    code: String,
    state: String,
    code_verifier: String,
}

async fn exchange(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Wrong> {
    let asked: Exchange = body(&bytes)?;
    let mut state = world.lock();
    let now = state.clock.now();
    let Exchange { redirect_url, code, state: echoed, code_verifier } = asked;
    let owner = state.entrance.broker.exchange(&code, &redirect_url, &echoed, &code_verifier, now);
    let Some(inn) = owner else {
        let words = "Код недействителен или устарел";
        return Ok(answer::coded(StatusCode::BAD_REQUEST, "esia.code-refused", words, &json!(null)));
    };
    Ok(match state.entrance.welcome(&inn, now) {
        Ok(()) => {
            let mut tokens = auth::begin(&world, &mut state, &inn, SignInWay::Esia, &headers);
            tokens.insert("inn".to_owned(), json!(inn));
            answer::json(StatusCode::OK, &tokens)
        }
        Err(Unwelcome::Forming { seconds }) => answer::coded(
            StatusCode::CONFLICT,
            "esia.forming",
            "Личный кабинет формируется",
            &json!({ "seconds": seconds }),
        ),
        Err(Unwelcome::ByPost) => answer::coded(
            StatusCode::FORBIDDEN,
            "esia.not-confirmed",
            "Личность подтверждена не при личном посещении",
            &json!(null),
        ),
    })
}

/// The page: whoever looks at it chooses who they are, as nobody can sign in to Gosuslugi here.
async fn authorize(State(world): State<Arc<World>>, uri: Uri) -> Response {
    let page = query_parameter(&uri, "request").unwrap_or_default();
    {
        let state = world.lock();
        if !state.entrance.broker.waits(&page, state.clock.now()) {
            return gone();
        }
    }
    let mut rows = String::new();
    for person in &world.people {
        // Names and keys are this crate's own and need no escaping; the page's name was just found among our own.
        let _ = writeln!(
            rows,
            "<li><a href=\"/esia/agree?request={page}&amp;who={key}\">agree</a> as {key}: {name}</li>",
            key = person.card.key,
            name = person.name,
        );
    }
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sandbox, not Gosuslugi</title></head>\n\
         <body><h1>This is not Gosuslugi</h1>\n\
         <p>It is a double for tests on this machine: people are made up. Never type a real password.</p>\n\
         <p lang=\"ru\">Это не Госуслуги, а их двойник для проверок. Не вводите настоящий пароль.</p>\n\
         <ul>\n{rows}</ul>\n<p><a href=\"/esia/deny?request={page}\">deny</a></p>\n</body></html>\n"
    );
    (StatusCode::OK, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

async fn agree(State(world): State<Arc<World>>, uri: Uri) -> Response {
    let parameter = |name| query_parameter(&uri, name).unwrap_or_default();
    back(world.esia_agree(&parameter("request"), &parameter("who")))
}

async fn deny(State(world): State<Arc<World>>, uri: Uri) -> Response {
    back(world.esia_deny(&query_parameter(&uri, "request").unwrap_or_default()))
}

fn back(redirect: Option<String>) -> Response {
    match redirect {
        Some(url) => (StatusCode::SEE_OTHER, [(header::LOCATION, url)]).into_response(),
        None => gone(),
    }
}

fn gone() -> Response {
    answer::message(StatusCode::GONE, "This page was answered, or nobody asked for it")
}
