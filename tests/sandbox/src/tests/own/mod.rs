//! The own contract from outside, without a socket: every request and every answer is held to it.

mod contacts_and_sign_ins;
mod gosuslugi;
mod outbox;
mod passwords;
mod pattern;

use std::sync::atomic::{AtomicUsize, Ordering};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use fl_domain::{
    access::{CharacterClass, Email, PasswordPolicy, Phone},
    service::{
        Capability, Contact, ContactState, Done, PasswordStatus, RecoveryField, RecoveryForm, SignInRecord,
        SignInWay, contacts, password, recovery, sign_ins,
    },
};
use fl_gateway::{EsiaAnswer, server_time};
use sha2::{Digest as _, Sha256};

use super::*;
use crate::{Fault, InProcess, LetterKind, Scope};

const REDIRECT: &str = "fltaxes://esia";
const STATE: &str = "made-up-state";
const DAY: Duration = Duration::from_hours(24);

/// A client of a double without a socket.
struct Caller {
    double: InProcess,
    gateway: Gateway,
    contract: Contract,
    /// How many bodies of several parts were made.
    parted: AtomicUsize,
}

impl Caller {
    fn new() -> Self {
        let double = Sandbox::in_process(SandboxConfig::default());
        let gateway = Gateway::new(Profile::parse(&double.profile_toml()).unwrap());
        Self { double, gateway, contract: Contract::load().unwrap(), parted: AtomicUsize::new(0) }
    }

    fn card(&self, key: &str) -> TaxpayerCard {
        self.double.taxpayers().find(|card| card.key == key).unwrap().clone()
    }

    fn inn(&self, key: &str) -> Inn {
        Inn::parse_person(&self.card(key).inn).unwrap()
    }

    /// `None` where the connection is dropped.
    async fn exchange(&self, request: &Request, token: Option<&Secret>) -> Option<Response> {
        assert_eq!(self.contract.check_request(request), Ok(()));
        let mut headers: Vec<_> =
            request.headers.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
        if request.auth == Auth::Bearer {
            headers.push((
                "Authorization".to_owned(),
                format!("Bearer {}", token.map_or("none", Secret::expose)),
            ));
        }
        let body = match &request.body {
            Body::None => String::new(),
            Body::Json(text) => text.expose().to_owned(),
            Body::Multipart(fields) => {
                headers.push(("Content-Type".to_owned(), "multipart/form-data; boundary=b".to_owned()));
                let part = |(name, text): &(&str, Secret)| {
                    format!(
                        "--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{}\r\n",
                        text.expose()
                    )
                };
                fields.iter().map(part).collect::<String>() + "--b--\r\n"
            }
            // A new boundary each time, as clients make them.
            Body::Attached { form, files, bytes } => {
                let boundary = format!("b{}", self.parted.fetch_add(1, Ordering::Relaxed));
                headers
                    .push(("Content-Type".to_owned(), format!("multipart/form-data; boundary={boundary}")));
                let part = |name: &str, text: &str| {
                    format!(
                        "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n"
                    )
                };
                let parts = files.iter().zip(bytes);
                let parts =
                    parts.map(|(file, bytes)| part(&file.id.to_string(), &String::from_utf8_lossy(bytes)));
                part("form", form.expose()) + &parts.collect::<String>() + &format!("--{boundary}--\r\n")
            }
        };
        let method = if request.method == Method::Get { "GET" } else { "POST" };
        let (status, headers, body) = self.double.call(method, &request.url, headers, body).await?;
        let header =
            |wanted: &str| headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let answer = Response {
            status,
            content_type: header("content-type"),
            retry_after: header("retry-after"),
            date: header("date"),
            body,
            received_at: start(),
        };
        let kept = self.contract.check_response(
            request.operation,
            answer.status,
            answer.content_type.as_deref(),
            &answer.body,
        );
        assert_eq!(kept, Ok(()), "{request:?}");
        // The clock stands still, so the answer's date is to the second.
        assert_eq!(server_time(&answer).unwrap().as_second(), self.double.control().now().as_second());
        Some(answer)
    }

    fn put(&self, question: impl Question) -> Request {
        once(&self.gateway, &question.ask())
    }

    async fn ask<Q: Question>(&self, token: Option<&Secret>, question: Q) -> Result<Q::Told, Failure> {
        let answer = self.exchange(&self.put(question.clone()), token).await.unwrap();
        told(&self.gateway, question, &answer)
    }

    async fn sign_in(&self, key: &str, password: &str) -> Result<SignInAnswer, Failure> {
        let request = self.gateway.sign_in(&self.inn(key), &Secret::from(password), None);
        self.gateway.sign_in_answer(&self.exchange(&request, None).await.unwrap())
    }

    async fn tokens(&self, key: &str) -> Tokens {
        match self.sign_in(key, &self.card(key).password).await {
            Ok(SignInAnswer::Accepted(tokens)) => tokens,
            other => panic!("{key}: {other:?}"),
        }
    }

    async fn recover(&self, inn: &Inn, email: &str, word: &str) -> Result<recovery::Recovered, Failure> {
        let (email, control_word) = (Some(Email::parse(email).unwrap()), Some(Secret::from(word)));
        self.ask(None, recovery::Recover { inn: inn.clone(), email, control_word }).await
    }

    /// The address of the broker's page and the verifier that belongs to it.
    async fn page(&self) -> (String, Secret) {
        let verifier = "v".repeat(43);
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
        let request = self.gateway.esia_url(REDIRECT, STATE, &challenge).unwrap();
        let answer = self.exchange(&request, None).await.unwrap();
        (self.gateway.esia_url_answer(&answer).unwrap(), Secret::new(verifier))
    }

    /// Through Gosuslugi as this person.
    async fn esia(&self, key: &str) -> Result<EsiaAnswer, Failure> {
        let (page, verifier) = self.page().await;
        let back = self.double.control().esia_agree(&page, key).unwrap();
        self.code(&code_of(&back), &verifier).await
    }

    async fn code(&self, code: &Secret, verifier: &Secret) -> Result<EsiaAnswer, Failure> {
        let request = self.gateway.esia(REDIRECT, code, STATE, verifier).unwrap();
        self.gateway.esia_answer(&self.exchange(&request, None).await.unwrap())
    }
}

fn code_of(redirect: &str) -> Secret {
    let code = redirect.strip_prefix("fltaxes://esia?code=").unwrap();
    Secret::from(code.strip_suffix("&state=made-up-state").unwrap())
}

fn secret(text: &str) -> Secret {
    Secret::from(text)
}

fn change(old: &str, new: &str) -> password::Change {
    password::Change { old: secret(old), new: secret(new) }
}

#[test]
fn two_profiles_of_one_double() {
    let double = Sandbox::in_process(SandboxConfig::default());
    let whole = Profile::parse(&double.profile_toml()).unwrap();
    let attested = Profile::parse(&double.attested_profile_toml()).unwrap();
    assert_eq!(whole.capabilities(), Capability::ALL);
    assert!(whole.offers(Capability::Esia));
    assert!(attested.capabilities().is_empty());
    assert_eq!(whole.hosts(), ["127.0.0.1"]);
    assert_eq!((whole.host(), attested.host()), ("127.0.0.1", "127.0.0.1"));
}

#[tokio::test]
async fn a_lost_answer_is_of_something_that_was_done() {
    let caller = Caller::new();
    let control = caller.double.control();
    let card = caller.card("recovery");
    let token = caller.tokens("recovery").await.access;
    control.lose_answers("/password/change", 1);
    let lost = change("Sandbox-18", "New-pass1");
    assert_eq!(caller.exchange(&caller.put(lost.clone()), Some(&token)).await, None);
    assert!(control.password_is(&card.inn, "New-pass1"));
    assert_eq!(caller.ask(Some(&token), lost).await, Ok(password::Changed::OldWrong));

    // For one taxpayer, also where only the body says who it is; once each time it is set.
    control.set(Fault::AnswerLost, Scope::Taxpayer(card.inn.clone()));
    let form = |key: &str| caller.put(recovery::Form { inn: caller.inn(key) });
    assert!(caller.exchange(&form("debt"), None).await.is_some());
    assert!(caller.exchange(&form("recovery"), None).await.is_none());
    assert!(caller.exchange(&form("recovery"), None).await.is_some());
    let attempt = recovery::Recover {
        inn: caller.inn("recovery"),
        email: Some(Email::parse("a@example.test").unwrap()),
        control_word: Some(secret("x")),
    };
    control.lose_answers("/recovery", 2);
    for left in [2, 1] {
        assert!(caller.exchange(&caller.put(attempt.clone()), None).await.is_none());
        assert_eq!(control.recovery_standing(&card.inn).attempts_left, left);
    }
    assert!(caller.exchange(&caller.put(attempt.clone()), None).await.is_some());
    control.lose_answers("/recovery", 2);
    control.clear_all();
    assert!(caller.exchange(&caller.put(attempt.clone()), None).await.is_some());
    // The log has them as unanswered.
    let unanswered = control.requests().into_iter().filter(|row| row.status.is_none()).count();
    assert_eq!(unanswered, 4);
}

#[tokio::test]
async fn faults_strike_the_own_contract_too() {
    let caller = Caller::new();
    let card = caller.card("recovery");
    let ask = recovery::Form { inn: caller.inn("recovery") };
    let failed = async || caller.ask(None, ask.clone()).await.unwrap_err();
    let control = caller.double.control();
    for (fault, code) in [
        (Fault::ServerError, "http-500"),
        (Fault::HtmlInsteadOfJson, "html-instead-of-json"),
        (Fault::Truncated, "truncated-json"),
    ] {
        control.set(fault, Scope::Taxpayer(card.inn.clone()));
        if fault == Fault::ServerError {
            assert_eq!(failed().await, unexpected("recovery-form", code));
        } else {
            // What came is not the contract's, so only its reading is looked at.
            let request = caller.put(ask.clone());
            let headers: Vec<_> = request.headers.clone();
            let Body::Json(text) = &request.body else { panic!() };
            let (status, _, body) =
                caller.double.call("POST", &request.url, headers, text.expose()).await.unwrap();
            let answer = Response {
                status,
                content_type: None,
                retry_after: None,
                date: None,
                body,
                received_at: start(),
            };
            let failure = told(&caller.gateway, ask.clone(), &answer);
            assert_eq!(failure, Err(unexpected("recovery-form", code)));
        }
        control.clear_all();
    }
    assert!(caller.ask(None, ask.clone()).await.is_ok());
}

#[test]
fn thousands_of_doubles_are_cheap() {
    // No ledger is made before it is asked for, and no socket at all.
    let doubles: Vec<_> = (0..2000).map(|_| Sandbox::in_process(SandboxConfig::default())).collect();
    assert!(doubles.iter().all(|double| double.taxpayers().count() == 20));
}
