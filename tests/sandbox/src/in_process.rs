//! The double without a socket: the same router, called as a function.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
    response::Response,
};
use tower::ServiceExt as _;

use crate::{
    SandboxConfig, TaxpayerCard,
    clock::Clock,
    control::Control,
    http::{self, Dropped, Unending},
    server::profile_toml,
    world::World,
};

/// Nothing listens there.
const BASE_URL: &str = "http://127.0.0.1:1";

/// Status, headers, body.
pub type Answered = (u16, Vec<(String, String)>, Vec<u8>);

/// A double that is called instead of connected to. Its clock stands still but for [`Control::advance`].
#[derive(Debug)]
pub struct InProcess {
    world: Arc<World>,
    control: Control,
    router: Router,
}

impl InProcess {
    pub(crate) fn new(config: SandboxConfig) -> Self {
        let lifetime = Duration::from_secs(config.token_seconds);
        let clock = Clock::standing(config.start);
        let world = Arc::new(World::new(clock, lifetime, config.delay, BASE_URL.to_owned()));
        let control = Control::new(Arc::clone(&world));
        let router = http::router(&world, control.clone(), profile_toml(&world, None, true));
        Self { world, control, router }
    }

    /// One call, of a path with its query or an absolute address; `None` where the connection would be dropped, or where
    /// this is no HTTP request at all.
    pub async fn call<K: AsRef<str>, V: AsRef<str>>(
        &self,
        method: &str,
        path_and_query: &str,
        headers: impl IntoIterator<Item = (K, V)>,
        body: impl Into<Vec<u8>>,
    ) -> Option<Answered> {
        let mut request = Request::builder().method(method).uri(path_and_query);
        for (name, value) in headers {
            request = request.header(name.as_ref(), value.as_ref());
        }
        let request = request.body(Body::from(body.into())).ok()?;
        let answered: Result<Response, Infallible> = self.router.clone().oneshot(request).await;
        let Ok(response) = answered;
        // What never ends a client gives up.
        if response.extensions().get::<Dropped>().is_some()
            || response.extensions().get::<Unending>().is_some()
        {
            return None;
        }
        let (parts, body) = response.into_parts();
        let text = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let mut body = to_bytes(body, usize::MAX).await.ok()?.to_vec();
        // What is announced counts, as on a connection: less of it is no answer, more of it is not read.
        let announced =
            parts.headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
        if let Some(announced) = announced {
            if body.len() < announced {
                return None;
            }
            body.truncate(announced);
        }
        Some((parts.status.as_u16(), parts.headers.iter().map(text).collect(), body))
    }

    /// Faults, clock, letters.
    pub const fn control(&self) -> &Control {
        &self.control
    }

    /// A service profile that offers the whole own contract.
    pub fn profile_toml(&self) -> String {
        profile_toml(&self.world, None, true)
    }

    /// The same for a client that shall know nothing but the attested dialect.
    pub fn attested_profile_toml(&self) -> String {
        profile_toml(&self.world, None, false)
    }

    /// Who one can sign in as.
    pub fn taxpayers(&self) -> impl Iterator<Item = &TaxpayerCard> {
        self.world.people.iter().map(|person| &person.card)
    }
}
