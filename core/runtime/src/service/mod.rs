//! The service as the app sees it: the dialect, the wire, the session and patience with both.

mod keeper;
mod patience;
mod wire;

use std::sync::{Arc, Mutex, PoisonError};

use fl_domain::{
    Inn, Secret,
    service::{Failure, Read, Reading, SignIn},
};
use fl_gateway::{Captcha, Gateway, Profile, Request, SignInAnswer};

pub(crate) use keeper::{KeepToken, Keeper};
pub use patience::Patience;
pub(crate) use wire::WireError;

use crate::clock::Clock;
use patience::Verdict;
use wire::Wire;

/// Everything that is asked of the service goes through here.
pub(crate) struct Service {
    gateway: Gateway,
    wire: Wire,
    clock: Arc<dyn Clock>,
    patience: Patience,
    /// The session in use. A new sign-in makes a new keeper, so that nothing of an old session can reach into it.
    keeper: Mutex<Arc<Keeper>>,
    /// The session just signed in, until an account takes or drops it.
    fresh: Mutex<Option<fl_gateway::Tokens>>,
}

impl Service {
    pub(crate) fn new(
        profile: Profile,
        clock: Arc<dyn Clock>,
        patience: Patience,
    ) -> Result<Self, WireError> {
        let wire = Wire::new(&profile)?;
        Ok(Self {
            gateway: Gateway::new(profile),
            wire,
            clock,
            patience,
            keeper: Mutex::new(Arc::new(Keeper::none())),
            fresh: Mutex::new(None),
        })
    }

    /// Signs in. The tokens wait here until [`Service::take_fresh`].
    pub(crate) async fn sign_in(
        &self,
        inn: &Inn,
        password: &Secret,
        captcha: Option<&str>,
    ) -> Result<SignIn, Failure> {
        let request = self.gateway.sign_in(inn, password, captcha);
        let answer = self.exchange(&request, None, |r| self.gateway.sign_in_answer(r)).await;
        if !matches!(answer, Ok(SignInAnswer::Accepted(_))) {
            // The password lies in the connection's buffers until other calls fill them, and now there are none.
            self.wire.hang_up();
        }
        Ok(match answer? {
            SignInAnswer::Accepted(tokens) => {
                *self.fresh.lock().unwrap_or_else(PoisonError::into_inner) = Some(tokens);
                SignIn::Accepted
            }
            SignInAnswer::WrongPassword => SignIn::WrongPassword,
            SignInAnswer::CaptchaWanted => SignIn::CaptchaWanted,
            SignInAnswer::CaptchaWrong => SignIn::CaptchaWrong,
        })
    }

    pub(crate) async fn captcha(&self, inn: &Inn) -> Result<Captcha, Failure> {
        let request = self.gateway.captcha(inn);
        self.exchange(&request, None, |r| self.gateway.captcha_answer(r)).await
    }

    /// The tokens of the last sign-in; at most once.
    pub(crate) fn take_fresh(&self) -> Option<fl_gateway::Tokens> {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Puts back what could not be used.
    pub(crate) fn put_fresh(&self, tokens: fl_gateway::Tokens) {
        *self.fresh.lock().unwrap_or_else(PoisonError::into_inner) = Some(tokens);
    }

    /// From now on questions are asked in this session.
    pub(crate) fn use_session(&self, keeper: Keeper) {
        *self.keeper.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(keeper);
    }

    /// The session leaves memory, and with it what connections hold of it.
    pub(crate) fn end_session(&self) {
        self.use_session(Keeper::none());
        self.drop_fresh();
    }

    /// A sign-in that becomes no account leaves memory likewise.
    pub(crate) fn drop_fresh(&self) {
        drop(self.take_fresh());
        self.wire.hang_up();
    }

    fn keeper(&self) -> Arc<Keeper> {
        Arc::clone(&self.keeper.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Asks a question, refreshing the session before or after where that is needed.
    pub(crate) async fn read(self: &Arc<Self>, read: Read) -> Result<Reading, Failure> {
        let keeper = self.keeper();
        let request = self.gateway.read(read);
        let parse = |response: &fl_gateway::Response| self.gateway.read_answer(read, response);
        let access = keeper.access(self).await?;
        match self.exchange(&request, Some(access.token()), parse).await {
            // The token was rejected although it looked valid: refreshed once, whoever else is doing so, and asked once more.
            Err(Failure::SignInAgain) => {
                keeper.rejected(&access);
                let access = keeper.access(self).await?;
                let again = self.exchange(&request, Some(access.token()), parse).await;
                if matches!(again, Err(Failure::SignInAgain)) {
                    keeper.end();
                }
                again
            }
            other => other,
        }
    }

    /// The refresh itself; only the keeper calls it, one at a time.
    async fn refresh(&self, token: &Secret) -> Result<fl_gateway::Tokens, Failure> {
        let request = self.gateway.refresh(token);
        self.exchange(&request, None, |r| self.gateway.refresh_answer(r)).await
    }

    fn now(&self) -> fl_domain::Timestamp {
        self.clock.now().at
    }

    /// Sends a request, within its deadline and as often as it may be sent.
    async fn exchange<T>(
        &self,
        request: &Request,
        access: Option<&Secret>,
        parse: impl Fn(&fl_gateway::Response) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let attempts = async {
            let mut attempt = 1;
            loop {
                let sent = self.wire.send(request, access, || self.now()).await;
                let (result, retry_after) = match &sent {
                    Ok(response) => (parse(response), response.retry_after.as_deref()),
                    Err(fault) => (Err(fault.failure()), None),
                };
                match self.patience.judge(request, attempt, &sent, retry_after) {
                    Verdict::Done => return result,
                    Verdict::Again(after) => tokio::time::sleep(after).await,
                }
                attempt += 1;
            }
        };
        let deadline = self.patience.deadline;
        tokio::time::timeout(deadline, attempts).await.unwrap_or_else(|_| {
            tracing::info!(target: "fl::http", "{} gave no answer in {} s", request.operation, deadline.as_secs());
            Err(Failure::Offline(fl_domain::service::OfflineCause::NoAnswer))
        })
    }
}
