//! Listens on loopback and speaks HTTP/1.1 and HTTP/2, plain or over TLS.

use std::{convert::Infallible, io, net::Ipv4Addr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::Request, response::Response};
use fl_domain::Timestamp;
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
    control::Control,
    http::{self, Dropped},
    people::TaxpayerCard,
    tls,
    world::World,
};

/// How a sandbox is started.
#[derive(Clone, Debug)]
pub struct SandboxConfig {
    /// On loopback; 0 for any that is free.
    pub port: u16,
    /// Every answer comes this much later, in real time.
    pub delay: Duration,
    /// Whether to speak TLS, with a certificate authority made for this run.
    pub tls: bool,
    /// Where the sandbox clock starts; it goes on with real time and [`Control::advance`].
    pub start: Timestamp,
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
            token_seconds: 600,
        }
    }
}

/// A running double; dropping it stops it too.
#[derive(Debug)]
pub struct Sandbox {
    base_url: String,
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
        let world =
            Arc::new(World::new(config.start, Duration::from_secs(config.token_seconds), config.delay));
        let control = Control::new(Arc::clone(&world));
        let (acceptor, anchor) = identity.map(|i| (i.acceptor, i.anchor)).unzip();
        let profile = profile_toml(&base_url, &world, anchor.as_deref());
        let router = http::router(&world, control.clone(), profile);
        let accepting = tokio::spawn(accept(listener, acceptor, router));
        let taxpayers = world.people.iter().map(|person| person.card.clone()).collect();
        Ok(Self { base_url, anchor, world, control, taxpayers, accepting })
    }

    /// Such as `http://127.0.0.1:40123`.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// A service profile for this sandbox, with its anchor if it speaks TLS.
    pub fn profile_toml(&self) -> String {
        profile_toml(&self.base_url, &self.world, self.anchor.as_deref())
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

fn profile_toml(base_url: &str, world: &World, anchor: Option<&str>) -> String {
    let anchors = anchor.map(|pem| format!("anchors = ['''\n{pem}''']\n")).unwrap_or_default();
    format!(
        "name = \"sandbox\"\nbase_url = \"{base_url}\"\nclient_id = \"{}\"\nclient_secret = \"{}\"\n\
         website = \"{base_url}/lkfl/login\"\n{anchors}",
        world.client_id, world.client_secret
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
    let _ = auto::Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await;
}
