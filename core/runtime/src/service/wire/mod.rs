//! HTTP to one service, and what can go wrong on the way.

mod proxy;
mod safety;
#[cfg(test)]
mod tests;

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use fl_domain::{
    Secret, Timestamp,
    service::{CertificateFault, Failure, OfflineCause},
};
use fl_gateway::{Auth, Body, Method, Profile, Request, Response};
use proxy::Way;
use reqwest::{
    Client, Proxy,
    header::{CONTENT_TYPE, DATE, RETRY_AFTER},
    multipart::{Form, Part},
    redirect,
};
use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer, pki_types::pem::PemObject};
use safety::certificate_fault;
use thiserror::Error;

/// No honest answer is larger; a body beyond it is cut off before it fills the memory.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// Why no connection can be made at all.
#[derive(Debug, Error)]
pub(crate) enum WireError {
    /// An anchor of the profile is no certificate.
    #[error("anchor {number} of the service profile is no certificate")]
    Anchor {
        /// Which, from 1.
        number: usize,
    },
    /// TLS or the client could not be set up.
    #[error("the HTTP client could not be set up")]
    Client,
}

/// Why there is no response.
#[derive(Debug)]
pub(super) enum WireFault {
    /// The connection could not be made: surely nothing was done.
    Unreachable,
    /// Whoever answered could not prove to be the service: nothing was sent.
    NotSafe(CertificateFault),
    /// It broke off: the service may or may not have done it.
    Broken,
    /// The body was larger than any honest one.
    TooLarge(&'static str),
}

impl WireFault {
    /// Where the connection broke off after something that changes something was sent, nobody knows whether it was done.
    pub(super) fn failure(&self, request: &Request) -> Failure {
        match self {
            Self::Broken if !request.repeatable => Failure::Offline(OfflineCause::Lost),
            Self::Unreachable | Self::Broken => Failure::Offline(OfflineCause::NoNetwork),
            Self::NotSafe(fault) => Failure::NotSafe(*fault),
            Self::TooLarge(operation) => {
                Failure::Unexpected { operation: (*operation).to_owned(), code: "body-too-large".to_owned() }
            }
        }
    }
}

/// HTTP to one service: one client, one pool, the profile's host only.
pub(super) struct Wire {
    client: Mutex<Client>,
    anchors: Vec<CertificateDer<'static>>,
    /// Decided once, so that all its clients go the same way.
    way: Way,
}

impl Wire {
    /// The environment may name a proxy: what it says by a name.
    pub(super) fn new(
        profile: &Profile,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, WireError> {
        let anchor = |(index, pem): (usize, &String)| {
            CertificateDer::from_pem_slice(pem.as_bytes())
                .map_err(|_| WireError::Anchor { number: index + 1 })
        };
        let anchors = profile.anchors().iter().enumerate().map(anchor).collect::<Result<Vec<_>, _>>()?;
        let way = Way::to(profile, environment);
        Ok(Self { client: Mutex::new(client(&anchors, &way)?), anchors, way })
    }

    /// Ends all connections but those that are in use: what was sent and read lies in their buffers as long as they live.
    pub(super) fn hang_up(&self) {
        // What could be made once can be made again; if not, the old one stays in use.
        if let Ok(fresh) = client(&self.anchors, &self.way) {
            *self.client.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
        }
    }

    /// One exchange. The log gets the operation, the status and the size, and the proxy it went through; nothing else.
    pub(super) async fn send(
        &self,
        request: &Request,
        access: Option<&Secret>,
        now: impl Fn() -> Timestamp,
    ) -> Result<Response, WireFault> {
        let sent = match self.way {
            Way::Straight | Way::Through(_) => self.exchange(request, access, &now).await,
            Way::Barred(_) => Err(WireFault::Unreachable),
        };
        let by_way = match (&self.way, self.way.proxy()) {
            (Way::Barred(_), Some(proxy)) => format!(", not sent: the proxy {proxy} cannot be used"),
            (_, Some(proxy)) => format!(", through the proxy {proxy}"),
            (_, None) => String::new(),
        };
        match &sent {
            Ok(r) => tracing::info!(
                target: "fl::http",
                "{:?} {} → {}, {} bytes{by_way}", request.method, request.operation, r.status, r.body.len()
            ),
            Err(fault) => tracing::info!(
                target: "fl::http", "{:?} {} → {fault:?}{by_way}", request.method, request.operation
            ),
        }
        sent
    }

    async fn exchange(
        &self,
        request: &Request,
        access: Option<&Secret>,
        now: &impl Fn() -> Timestamp,
    ) -> Result<Response, WireFault> {
        let client = self.client.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut builder = match request.method {
            Method::Get => client.get(&request.url),
            Method::Post => client.post(&request.url),
        };
        for (name, value) in &request.headers {
            builder = builder.header(*name, value);
        }
        builder = match (&request.auth, access) {
            (Auth::Bearer, Some(token)) => builder.bearer_auth(token.expose()),
            (Auth::Basic { user, password }, _) => builder.basic_auth(user, Some(password.expose())),
            (Auth::Bearer, None) | (Auth::None, _) => builder,
        };
        builder = match &request.body {
            Body::None => builder,
            Body::Json(text) => builder.body(text.expose().to_owned()),
            Body::Multipart(fields) => {
                let form = fields
                    .iter()
                    .fold(Form::new(), |form, (name, value)| form.text(*name, value.expose().to_owned()));
                builder.multipart(form)
            }
            Body::Attached { form, files, bytes } => {
                let text = Part::text(form.expose().to_owned()).mime_str("application/json");
                let form = Form::new().part("form", text.map_err(|error| fault(&error))?);
                let mut parts = files.iter().zip(bytes);
                let form = parts.try_fold(form, |form, (file, bytes)| {
                    let part =
                        Part::bytes(bytes.clone()).file_name(format!("{}.{}", file.id, file.kind.ending()));
                    part.mime_str(file.kind.media_type()).map(|part| form.part(file.id.to_string(), part))
                });
                builder.multipart(form.map_err(|error| fault(&error))?)
            }
        };
        let mut answer = builder.send().await.map_err(|error| fault(&error))?;
        let header = |name| answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let mut response = Response {
            status: answer.status().as_u16(),
            content_type: header(CONTENT_TYPE),
            retry_after: header(RETRY_AFTER),
            date: header(DATE),
            body: Vec::new(),
            received_at: now(),
        };
        while let Some(chunk) = answer.chunk().await.map_err(|_| WireFault::Broken)? {
            if response.body.len() + chunk.len() > BODY_LIMIT {
                return Err(WireFault::TooLarge(request.operation));
            }
            response.body.extend_from_slice(&chunk);
        }
        Ok(response)
    }
}

/// Before the connection stands, nothing was sent; what TLS says after that is about something that may have been done.
fn fault(error: &reqwest::Error) -> WireFault {
    if error.is_connect() {
        certificate_fault(error).map_or(WireFault::Unreachable, WireFault::NotSafe)
    } else {
        WireFault::Broken
    }
}

fn client(anchors: &[CertificateDer<'static>], way: &Way) -> Result<Client, WireError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    // This client speaks to the profile's host alone and follows no redirect, so its anchors are trusted nowhere else.
    for (index, anchor) in anchors.iter().enumerate() {
        roots.add(anchor.clone()).map_err(|_| WireError::Anchor { number: index + 1 })?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| WireError::Client)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    // Never by what a library makes of the environment.
    let builder = match way {
        Way::Straight | Way::Barred(_) => Client::builder().no_proxy(),
        Way::Through(url) => {
            Client::builder().no_proxy().proxy(Proxy::all(url.clone()).map_err(|_| WireError::Client)?)
        }
    };
    builder
        .tls_backend_preconfigured(tls)
        .user_agent(concat!("fl-taxes/", env!("CARGO_PKG_VERSION")))
        .redirect(redirect::Policy::none())
        // Plain http is spoken to this machine alone, whatever its own names are made to mean.
        .resolve_to_addrs(
            "localhost",
            &[IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)].map(|ip| (ip, 0).into()),
        )
        .connect_timeout(Duration::from_secs(10))
        .build()
        .map_err(|_| WireError::Client)
}
