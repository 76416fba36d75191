//! Keeps one session alive.
//!
//! However many calls find the access token old or rejected, one refresh is under way at a time and all wait for it. A
//! refresh runs to its end even if those who wait for it go away, since its answer may hold a token that the service has
//! rotated. The new refresh token is kept on disk before it is used. The session ends only when the service says so.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fl_domain::{Secret, Timestamp, service::Failure};
use fl_gateway::Tokens;
use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use tracing::instrument::WithSubscriber;

use super::Service;

/// An access token this close to its end is refreshed first: a call must not outlive it.
const MARGIN_SECONDS: i64 = 30;

/// Keeps a refresh token for the next start; `None` when the session is over.
pub(crate) type KeepToken = Box<dyn Fn(Option<&Secret>) -> BoxFuture<'static, ()> + Send + Sync>;

/// A refresh under way; it ends whoever waits for it.
pub(crate) type Refreshing = Shared<BoxFuture<'static, Result<(), Failure>>>;

/// One session.
pub(crate) struct Keeper {
    state: Mutex<State>,
    keep: KeepToken,
}

struct State {
    session: Session,
    /// The refresh under way.
    refreshing: Option<Refreshing>,
    /// Counts access tokens, so that one rejected twice is dropped once.
    generation: u64,
}

enum Session {
    /// None yet, or the service ended it.
    Over,
    Alive {
        access: Option<Access>,
        refresh: Option<Secret>,
    },
}

/// An access token that looked valid when it was handed out.
#[derive(Clone)]
pub(crate) struct Access {
    token: Secret,
    refresh_at: Option<Timestamp>,
    generation: u64,
}

impl Access {
    pub(crate) fn token(&self) -> &Secret {
        &self.token
    }
}

impl Keeper {
    /// No session: every question is answered by «sign in again».
    pub(crate) fn none() -> Self {
        Self::new(Session::Over, Box::new(|_| Box::pin(async {})))
    }

    /// A session just signed in.
    pub(crate) fn signed_in(tokens: Tokens, now: Timestamp, keep: KeepToken) -> Self {
        let access = Some(access(tokens.access, tokens.expires_in_seconds, now, 0));
        Self::new(Session::Alive { access, refresh: tokens.refresh }, keep)
    }

    /// A session kept from an earlier run.
    pub(crate) fn kept(refresh: Secret, keep: KeepToken) -> Self {
        Self::new(Session::Alive { access: None, refresh: Some(refresh) }, keep)
    }

    fn new(session: Session, keep: KeepToken) -> Self {
        Self { state: Mutex::new(State { session, refreshing: None, generation: 0 }), keep }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An access token that will last for a call.
    pub(crate) async fn access(self: &Arc<Self>, service: &Arc<Service>) -> Result<Access, Failure> {
        // Twice: a refresh that someone else started may have ended just before its token grew old.
        for _ in 0..2 {
            let refreshing = {
                let mut state = self.state();
                match &state.session {
                    Session::Over => return Err(Failure::SignInAgain),
                    Session::Alive { access: Some(access), .. } if access.lasts(service.now()) => {
                        return Ok(access.clone());
                    }
                    // Without a refresh token the old access token is tried as long as the service takes it.
                    Session::Alive { access: Some(access), refresh: None } => return Ok(access.clone()),
                    Session::Alive { access: None, refresh: None } => {
                        state.session = Session::Over;
                        return Err(Failure::SignInAgain);
                    }
                    Session::Alive { refresh: Some(token), .. } => {
                        let token = token.clone();
                        state.refreshing.get_or_insert_with(|| self.start_refresh(service, token)).clone()
                    }
                }
            };
            refreshing.await?;
        }
        let state = self.state();
        match &state.session {
            Session::Alive { access: Some(access), .. } => Ok(access.clone()),
            Session::Alive { access: None, .. } | Session::Over => Err(Failure::SignInAgain),
        }
    }

    /// Runs on its own, so that it ends whoever waits for it.
    fn start_refresh(self: &Arc<Self>, service: &Arc<Service>, token: Secret) -> Refreshing {
        let (keeper, service) = (Arc::clone(self), Arc::clone(service));
        let task = tokio::spawn(
            async move {
                let result = service.refresh(&token).await;
                keeper.refreshed(result, service.now()).await
            }
            .with_current_subscriber(),
        );
        let ended = async move {
            task.await.unwrap_or_else(|_| {
                Err(Failure::Unexpected { operation: "refresh".to_owned(), code: "interrupted".to_owned() })
            })
        };
        ended.boxed().shared()
    }

    async fn refreshed(&self, result: Result<Tokens, Failure>, now: Timestamp) -> Result<(), Failure> {
        match result {
            Ok(tokens) => {
                if let Some(fresh) = &tokens.refresh {
                    (self.keep)(Some(fresh)).await;
                }
                let mut state = self.state();
                state.refreshing = None;
                state.generation += 1;
                let generation = state.generation;
                if let Session::Alive { access: held, refresh } = &mut state.session {
                    *held = Some(access(tokens.access, tokens.expires_in_seconds, now, generation));
                    // An answer without a refresh token leaves the old one in force.
                    *refresh = tokens.refresh.or_else(|| refresh.take());
                }
                Ok(())
            }
            Err(Failure::SignInAgain) => {
                tracing::info!(target: "fl::log", "the service ended the session");
                (self.keep)(None).await;
                let mut state = self.state();
                state.refreshing = None;
                state.session = Session::Over;
                Err(Failure::SignInAgain)
            }
            // No answer, maintenance, an error: the session may well be alive, and nobody is signed out for it.
            Err(failure) => {
                self.state().refreshing = None;
                Err(not_renewed(failure))
            }
        }
    }

    /// The service rejected this token: it is dropped, unless another has taken its place meanwhile. Says whether a fresh one can be
    /// had: without a refresh token the old one is tried as long as the service takes it anywhere.
    pub(crate) fn rejected(&self, rejected: &Access) -> bool {
        let mut state = self.state();
        let Session::Alive { access, refresh } = &mut state.session else { return true };
        if access.as_ref().is_some_and(|held| held.generation == rejected.generation) {
            if refresh.is_none() {
                return false;
            }
            *access = None;
        }
        true
    }

    /// Nothing more is asked in this session; tokens leave memory. A refresh under way goes on, since the service may have
    /// rotated the token already; whoever closes the session waits for it or lets it keep what it brings.
    pub(crate) fn close(&self) -> Option<Refreshing> {
        let mut state = self.state();
        state.session = Session::Over;
        state.refreshing.clone()
    }
}

/// What was asked in the session's name was not refused: only its renewal was.
fn not_renewed(failure: Failure) -> Failure {
    let (words, code) = match failure {
        Failure::Offline(_)
        | Failure::NotSafe(_)
        | Failure::Closed { .. }
        | Failure::SignInAgain
        | Failure::NotRenewed { .. } => return failure,
        Failure::Refused { words } => (Some(words), "refused".to_owned()),
        Failure::Fields(_) => (None, "fields".to_owned()),
        Failure::NotOffered { .. } | Failure::FileGone { .. } => (None, "not-there".to_owned()),
        Failure::Rejected { operation } => (None, format!("{operation}/rejected")),
        Failure::Unexpected { operation, code } => (None, format!("{operation}/{code}")),
    };
    Failure::NotRenewed { words, code }
}

impl Access {
    fn lasts(&self, now: Timestamp) -> bool {
        self.refresh_at.is_none_or(|at| now < at)
    }
}

fn access(token: Secret, expires_in_seconds: Option<u64>, now: Timestamp, generation: u64) -> Access {
    // Without a lifetime the token is used until the service rejects it.
    let refresh_at = expires_in_seconds.map(|seconds| {
        let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
        // A token that lives shorter than twice the margin is refreshed at half its life.
        let usable = if seconds > 2 * MARGIN_SECONDS { seconds - MARGIN_SECONDS } else { seconds / 2 };
        Timestamp::from_second(now.as_second().saturating_add(usable)).unwrap_or(Timestamp::MAX)
    });
    Access { token, refresh_at, generation }
}
