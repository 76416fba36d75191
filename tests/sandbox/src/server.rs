//! Listens on loopback and speaks HTTP/1.1 and HTTP/2, plain or over TLS.

use std::{convert::Infallible, io, net::Ipv4Addr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::Request, response::Response};
use fl_domain::{Timestamp, service::Capability};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use crate::{
    clock::Clock,
    control::Control,
    http::{self, Dropped},
    in_process::InProcess,
    people::TaxpayerCard,
    tls,
    world::World,
};

/// How a sandbox is started.
#[derive(Clone, Copy, Debug)]
pub struct SandboxConfig {
    /// On loopback; 0 for any that is free.
    pub port: u16,
    /// Every answer comes this much later, in real time.
    pub delay: Duration,
    /// Whether to speak TLS, with a certificate authority made for this run.
    pub tls: bool,
    /// Where the sandbox clock starts; it goes on with real time and [`Control::advance`].
    pub start: Timestamp,
    /// Whether the sandbox clock moves by [`Control::advance`] alone.
    pub standing: bool,
    /// How long an access token lives by the sandbox clock, in seconds.
    pub token_seconds: u64,
}

/// Any port, no delay, no TLS, 22 November 2026 at noon in Moscow, tokens for ten minutes.
impl Default for SandboxConfig {
    fn default() -> Self {
        Self {
            port: 0,
            delay: Duration::ZERO,
            tls: false,
            start: Timestamp::constant(1_795_338_000, 0),
            standing: false,
            token_seconds: 600,
        }
    }
}

/// A running double; dropping it stops it too.
#[derive(Debug)]
pub struct Sandbox {
    anchor: Option<String>,
    world: Arc<World>,
    control: Control,
    taxpayers: Vec<TaxpayerCard>,
    accepting: JoinHandle<()>,
}

impl Sandbox {
    /// Starts listening on 127.0.0.1, on the tokio runtime this is called in.
    ///
    /// # Errors
    /// The port is taken, or a certificate could not be made.
    pub async fn start(config: SandboxConfig) -> io::Result<Self> {
        let identity = config.tls.then(tls::identity).transpose()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, config.port)).await?;
        let scheme = if config.tls { "https" } else { "http" };
        let base_url = format!("{scheme}://{}", listener.local_addr()?);
        let lifetime = Duration::from_secs(config.token_seconds);
        let clock = if config.standing { Clock::standing(config.start) } else { Clock::new(config.start) };
        let world = Arc::new(World::new(clock, lifetime, config.delay, base_url));
        let control = Control::new(Arc::clone(&world));
        let (acceptor, anchor) = identity.map(|i| (i.acceptor, i.anchor)).unzip();
        let profile = profile_toml(&world, anchor.as_deref(), true);
        let router = http::router(&world, control.clone(), profile);
        let accepting = tokio::spawn(accept(listener, acceptor, router));
        let taxpayers = world.people.iter().map(|person| person.card.clone()).collect();
        Ok(Self { anchor, world, control, taxpayers, accepting })
    }

    /// Such as `http://127.0.0.1:40123`.
    pub fn base_url(&self) -> &str {
        &self.world.base_url
    }

    /// A service profile for this sandbox that offers the whole own contract, with its anchor if it speaks TLS.
    pub fn profile_toml(&self) -> String {
        profile_toml(&self.world, self.anchor.as_deref(), true)
    }

    /// The same for a client that shall know nothing but the attested dialect.
    pub fn attested_profile_toml(&self) -> String {
        profile_toml(&self.world, self.anchor.as_deref(), false)
    }

    /// The same double without a socket and with a clock that only moves by [`Control::advance`]: for tests that need
    /// thousands of them. The port and TLS of the config mean nothing here.
    pub fn in_process(config: SandboxConfig) -> InProcess {
        InProcess::new(config)
    }

    /// The OAuth client id it expects.
    pub fn client_id(&self) -> &str {
        self.world.client_id
    }

    /// The OAuth client secret it expects.
    pub fn client_secret(&self) -> &str {
        self.world.client_secret
    }

    /// Who one can sign in as.
    pub fn taxpayers(&self) -> &[TaxpayerCard] {
        &self.taxpayers
    }

    /// Faults, clock, new operations.
    pub const fn control(&self) -> &Control {
        &self.control
    }

    /// Stops listening and drops all connections.
    pub async fn stop(mut self) {
        self.accepting.abort();
        // Only ever ends by the abort.
        let _ = (&mut self.accepting).await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// The page in place of Gosuslugi is on the same host.
pub(crate) fn profile_toml(world: &World, anchor: Option<&str>, is_whole: bool) -> String {
    let anchors = anchor.map(|pem| format!("anchors = ['''\n{pem}''']\n")).unwrap_or_default();
    let offers = if is_whole { whole_offer() } else { String::new() };
    let World { base_url, client_id, client_secret, .. } = world;
    format!(
        "name = \"sandbox\"\nbase_url = \"{base_url}\"\nclient_id = \"{client_id}\"\nclient_secret = \"{client_secret}\"\n\
         website = \"{base_url}/lkfl/login\"\n{offers}hosts = [\"127.0.0.1\"]\n{anchors}"
    )
}

/// Accepts until it is aborted; the connections end with it, since the set owns them.
async fn accept(listener: TcpListener, acceptor: Option<TlsAcceptor>, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                // A failed accept concerns that one connection, or passes when a descriptor is free again.
                let Ok((stream, _)) = accepted else {
                    tokio::task::yield_now().await;
                    continue;
                };
                connections.spawn(connection(stream, acceptor.clone(), router.clone()));
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, acceptor: Option<TlsAcceptor>, router: Router) {
    // Small answers shall not wait for more to send.
    let _ = stream.set_nodelay(true);
    match acceptor {
        None => serve(stream, router).await,
        Some(acceptor) => {
            // A client that does not trust the anchor ends here, which is its right.
            if let Ok(stream) = acceptor.accept(stream).await {
                serve(stream, router).await;
            }
        }
    }
}

async fn serve(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, router: Router) {
    let service = service_fn(move |request: Request<Incoming>| {
        let router = router.clone();
        async move {
            let answered: Result<Response, Infallible> = router.oneshot(request.map(Body::new)).await;
            let Ok(response) = answered;
            // An error is what makes hyper close an HTTP/1.1 connection, or reset an HTTP/2 stream, unanswered.
            match response.extensions().get::<Dropped>() {
                Some(_) => Err(io::Error::from(io::ErrorKind::ConnectionAborted)),
                None => Ok(response),
            }
        }
    });
    // Ends with an error whenever a client goes away or is dropped on purpose.
    let mut builder = auto::Builder::new(TokioExecutor::new());
    // Every answer has the sandbox's own date, but for one that shall have none.
    builder.http1().auto_date_header(false);
    builder.http2().auto_date_header(false);
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}

/// All of the project's own contract, as a profile names it.
fn whole_offer() -> String {
    let words: Vec<String> = Capability::ALL.iter().map(|part| format!("\"{}\"", part.word())).collect();
    format!("offers = [{}]\n", words.join(", "))
}
