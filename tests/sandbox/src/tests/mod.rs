//! The double from outside, as a client sees it: every request and answer is held to the gateway's contract.

mod answers;
mod faults;
mod figures;
mod own;
mod session;
mod steering;
mod transport;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    time::Duration,
};

use fl_domain::{
    Inn, Secret, Timestamp,
    service::{Ask, Failure, Once, OnceKey, Question, account},
};
use fl_gateway::{
    Auth, Body, Gateway, Method, Profile, Request, Response, SignInAnswer, Tokens, contract::Contract,
};
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject as _},
};

use crate::{Sandbox, SandboxConfig, TaxpayerCard};

/// The request of a question, with a key of its own where it goes by the outbox.
fn once(gateway: &Gateway, ask: &Ask) -> Request {
    static MADE: AtomicU8 = AtomicU8::new(0);
    match ask.entry().once {
        Once::No => gateway.ask(ask).unwrap(),
        Once::Latest | Once::Each => {
            let key = OnceKey::from_bytes([MADE.fetch_add(1, Ordering::Relaxed); 16]);
            gateway.ask_once(ask, &key).unwrap()
        }
    }
}

/// A client of one sandbox.
struct Client {
    http: reqwest::Client,
    gateway: Gateway,
    contract: Contract,
}

impl Client {
    fn of(sandbox: &Sandbox) -> Self {
        Self::with(sandbox, &[b"h2", b"http/1.1"], |builder| builder)
    }

    /// With the protocols to offer over TLS, and other wishes.
    fn with(
        sandbox: &Sandbox,
        alpn: &[&[u8]],
        tune: impl FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder,
    ) -> Self {
        let profile = Profile::parse(&sandbox.profile_toml()).unwrap();
        let mut roots = RootCertStore::empty();
        for anchor in profile.anchors() {
            roots.add(CertificateDer::from_pem_slice(anchor.as_bytes()).unwrap()).unwrap();
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        tls.alpn_protocols = alpn.iter().map(|name| name.to_vec()).collect();
        let builder = reqwest::Client::builder().tls_backend_preconfigured(tls).no_proxy();
        let http = tune(builder).build().unwrap();
        Self { http, gateway: Gateway::new(profile), contract: Contract::load().unwrap() }
    }

    /// Sends a request, whatever comes back: `None` if nothing does.
    async fn exchange(&self, request: &Request, token: Option<&Secret>) -> Option<Response> {
        assert_eq!(self.contract.check_request(request), Ok(()));
        let mut builder = match request.method {
            Method::Get => self.http.get(&request.url),
            Method::Post => self.http.post(&request.url),
        };
        for (name, value) in &request.headers {
            builder = builder.header(*name, value);
        }
        builder = match &request.auth {
            Auth::None => builder,
            Auth::Bearer => builder.bearer_auth(token.map_or("none", Secret::expose)),
            Auth::Basic { user, password } => builder.basic_auth(user, Some(password.expose())),
        };
        builder = match &request.body {
            Body::None => builder,
            Body::Json(text) => builder.body(text.expose().to_owned()),
            Body::Multipart(fields) => {
                let form = fields.iter().fold(reqwest::multipart::Form::new(), |form, (name, text)| {
                    form.text(*name, text.expose().to_owned())
                });
                builder.multipart(form)
            }
            Body::Attached { form, files, bytes } => {
                let form = reqwest::multipart::Form::new().text("form", form.expose().to_owned());
                let part = |bytes: &Vec<u8>| reqwest::multipart::Part::bytes(bytes.clone());
                let parts = files.iter().zip(bytes);
                builder.multipart(
                    parts.fold(form, |form, (file, bytes)| form.part(file.id.to_string(), part(bytes))),
                )
            }
        };
        let answer = builder.send().await.ok()?;
        let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (status, content_type, retry_after, date) =
            (answer.status().as_u16(), header("content-type"), header("retry-after"), header("date"));
        let body = answer.bytes().await.ok()?.to_vec();
        Some(Response { status, content_type, retry_after, date, body, received_at: start() })
    }

    /// As [`Client::exchange`], and the answer has to keep to the contract.
    async fn lawful(&self, request: &Request, token: Option<&Secret>) -> Response {
        let answer = self.exchange(request, token).await.unwrap();
        let kept = self.contract.check_response(
            request.operation,
            answer.status,
            answer.content_type.as_deref(),
            &answer.body,
        );
        assert_eq!(kept, Ok(()), "{request:?}");
        answer
    }

    async fn sign_in(&self, card: &TaxpayerCard, captcha: Option<&str>) -> Result<SignInAnswer, Failure> {
        let inn = Inn::parse_person(&card.inn).unwrap();
        let request = self.gateway.sign_in(&inn, &Secret::from(card.password.as_str()), captcha);
        self.gateway.sign_in_answer(&self.lawful(&request, None).await)
    }

    async fn tokens(&self, card: &TaxpayerCard) -> Tokens {
        match self.sign_in(card, None).await {
            Ok(SignInAnswer::Accepted(tokens)) => tokens,
            other => panic!("{}: {other:?}", card.key),
        }
    }

    async fn refresh(&self, token: &Secret) -> Result<Tokens, Failure> {
        let request = self.gateway.refresh(token);
        self.gateway.refresh_answer(&self.lawful(&request, None).await)
    }

    /// The request of a question.
    fn put(&self, question: impl Question) -> Request {
        once(&self.gateway, &question.ask())
    }

    async fn read<Q: Question>(&self, token: &Secret, question: Q) -> Result<Q::Told, Failure> {
        let answer = self.lawful(&self.put(question.clone()), Some(token)).await;
        told(&self.gateway, question, &answer)
    }
}

/// An answer read: one of the question's own.
fn told<Q: Question>(gateway: &Gateway, question: Q, answer: &Response) -> Result<Q::Told, Failure> {
    gateway.told(&question.ask(), answer).map(|told| Q::told(told).unwrap())
}

fn start() -> Timestamp {
    SandboxConfig::default().start
}

async fn sandbox() -> Sandbox {
    Sandbox::start(SandboxConfig::default()).await.unwrap()
}

fn card<'a>(sandbox: &'a Sandbox, key: &str) -> &'a TaxpayerCard {
    sandbox.taxpayers().iter().find(|card| card.key == key).unwrap()
}

/// Whether INN and password are all that is wanted of this taxpayer at the start.
fn signs_in(card: &TaxpayerCard) -> bool {
    !matches!(card.key, "captcha" | "card-expired" | "not-active") && !card.password.is_empty()
}

const MINUTE: Duration = Duration::from_mins(1);

fn unexpected(operation: &str, code: &str) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: code.to_owned() }
}
