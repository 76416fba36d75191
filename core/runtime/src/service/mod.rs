//! The service as the app sees it: the dialect, the wire, the session and patience with both.

mod keeper;
mod patience;
mod wire;

#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fl_domain::{
    Inn, Secret,
    attachment::Attachment,
    service::{Ask, Failure, OfflineCause, Once, OnceKey, SignIn, Told},
};
use fl_gateway::{
    Auth, Captcha, EsiaAnswer, Gateway, Profile, Request, Response, SignInAnswer, Tokens, server_time,
};

pub(crate) use keeper::{KeepToken, Keeper, Refreshing};
pub use patience::Patience;
pub(crate) use wire::WireError;

use crate::{blocking::blocking, clock::Clock, trusted::TrustedClock, waiting::Begun};
use patience::Verdict;
use wire::Wire;

/// So many times as long as anything else may take what brings files along (our own).
const FILES_TAKE: u32 = 6;

/// Everything that is asked of the service goes through here.
pub(crate) struct Service {
    gateway: Gateway,
    /// Made anew when an account is locked, so that connections and their buffers leave memory.
    wire: Wire,
    clock: Arc<TrustedClock>,
    patience: Patience,
    /// The session in use. A new sign-in makes a new keeper, so that nothing of an old session can reach into it.
    keeper: Mutex<Arc<Keeper>>,
    fresh: Mutex<Fresh>,
}

/// The session just signed in, until an account takes or drops it.
#[derive(Default)]
struct Fresh {
    tokens: Option<Tokens>,
    /// Counts locks: a sign-in that was under way when one came brings nothing any more.
    epoch: u64,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Service {
    pub(crate) fn new(
        profile: Profile,
        clock: Arc<TrustedClock>,
        patience: Patience,
    ) -> Result<Self, WireError> {
        let wire = Wire::new(&profile, |name| std::env::var(name).ok())?;
        Ok(Self {
            gateway: Gateway::new(profile),
            wire,
            clock,
            patience,
            keeper: Mutex::new(Arc::new(Keeper::none())),
            fresh: Mutex::default(),
        })
    }

    pub(crate) const fn profile(&self) -> &Profile {
        self.gateway.profile()
    }

    /// Signs in. The tokens wait here until [`Service::take_fresh`].
    pub(crate) async fn sign_in(
        &self,
        inn: &Inn,
        password: &Secret,
        captcha: Option<&str>,
    ) -> Result<SignIn, Failure> {
        let since = self.epoch();
        let request = self.gateway.sign_in(inn, password, captcha);
        let answer = self.exchange(&request, None, |r| self.gateway.sign_in_answer(r)).await;
        if !matches!(answer, Ok(SignInAnswer::Accepted(_))) {
            // The password lies in the connection's buffers until other calls fill them, and now there are none.
            self.wire.hang_up();
        }
        Ok(match answer? {
            SignInAnswer::Accepted(tokens) => {
                self.bring(tokens, since, request.operation)?;
                SignIn::Accepted
            }
            SignInAnswer::WrongPassword => SignIn::WrongPassword,
            SignInAnswer::CaptchaWanted => SignIn::CaptchaWanted,
            SignInAnswer::CaptchaWrong => SignIn::CaptchaWrong,
            SignInAnswer::PrimaryExpired => SignIn::PrimaryExpired,
            SignInAnswer::NotYetActive { seconds } => SignIn::NotYetActive { seconds },
        })
    }

    pub(crate) async fn captcha(&self, inn: &Inn) -> Result<Captcha, Failure> {
        let request = self.gateway.captcha(inn);
        self.exchange(&request, None, |r| self.gateway.captcha_answer(r)).await
    }

    /// The page of Gosuslugi at which the person is asked.
    pub(crate) async fn esia_url(
        &self,
        redirect: &str,
        state: &str,
        challenge: &str,
    ) -> Result<String, Failure> {
        let request = self.gateway.esia_url(redirect, state, challenge)?;
        self.exchange(&request, None, |r| self.gateway.esia_url_answer(r)).await
    }

    /// Changes the code of a redirect for tokens.
    pub(crate) async fn esia(&self, begun: &Begun, code: &Secret) -> Result<EsiaAnswer, Failure> {
        let verifier = Secret::new(begun.verifier.as_str());
        let request = self.gateway.esia(&begun.redirect, code, &begun.state, &verifier)?;
        let answer = self.exchange(&request, None, |r| self.gateway.esia_answer(r)).await;
        // State, verifier and code lie in the connection's buffers, and no other call may follow.
        self.wire.hang_up();
        answer
    }

    /// Before a sign-in begins; [`Service::bring`] wants it back.
    pub(crate) fn epoch(&self) -> u64 {
        held(&self.fresh).epoch
    }

    /// The tokens of a sign-in that began in this epoch. After a lock nobody waits for them.
    pub(crate) fn bring(&self, tokens: Tokens, since: u64, operation: &str) -> Result<(), Failure> {
        let mut fresh = held(&self.fresh);
        if fresh.epoch != since {
            let code = "locked-meanwhile".to_owned();
            return Err(Failure::Unexpected { operation: operation.to_owned(), code });
        }
        fresh.tokens = Some(tokens);
        Ok(())
    }

    /// The tokens of the last sign-in; at most once.
    pub(crate) fn take_fresh(&self) -> Option<Tokens> {
        held(&self.fresh).tokens.take()
    }

    /// Puts back what could not be used.
    pub(crate) fn put_fresh(&self, tokens: Tokens) {
        held(&self.fresh).tokens = Some(tokens);
    }

    /// From now on questions are asked in this session.
    pub(crate) fn use_session(&self, keeper: Keeper) {
        *held(&self.keeper) = Arc::new(keeper);
    }

    /// The session, its tokens and the connections leave memory. Answers the refresh that is still under way, if one is.
    pub(crate) fn reset(&self) -> Option<Refreshing> {
        {
            let mut fresh = held(&self.fresh);
            fresh.tokens = None;
            fresh.epoch += 1;
        }
        self.wire.hang_up();
        let old = std::mem::replace(&mut *held(&self.keeper), Arc::new(Keeper::none()));
        old.close()
    }

    /// A sign-in that becomes no account leaves memory likewise.
    pub(crate) fn drop_fresh(&self) {
        drop(self.take_fresh());
        self.wire.hang_up();
    }

    fn keeper(&self) -> Arc<Keeper> {
        Arc::clone(&held(&self.keeper))
    }

    /// The files whose bytes are wanted to ask this.
    pub(crate) fn files_of(&self, ask: &Ask) -> Vec<Attachment> {
        self.gateway.ask(ask).map(|request| request.body.files().to_vec()).unwrap_or_default()
    }

    /// Asks a question, with the bytes of its [files](Self::files_of); one in the session's name refreshes that before or after where it is needed. What may not be repeated and got
    /// lost on the way back is not asked again: nobody knows whether it was done.
    pub(crate) async fn ask(
        self: &Arc<Self>,
        ask: &Ask,
        key: Option<&OnceKey>,
        files: Vec<Vec<u8>>,
    ) -> Result<Told, Failure> {
        let mut request = match (ask.entry().once, key) {
            (Once::No, None) => self.gateway.ask(ask)?,
            (Once::Latest | Once::Each, Some(key)) => self.gateway.ask_once(ask, key)?,
            // A mistake between rooms: what goes by the outbox has a key, and nothing else. Nothing is sent.
            (Once::No, Some(_)) | (Once::Latest | Once::Each, None) => {
                let code = "http-400-key".to_owned();
                return Err(Failure::Unexpected { operation: ask.name().to_owned(), code });
            }
        };
        request.body.fill(files);
        let parse = |response: &Response| self.gateway.told(ask, response);
        let answer = if request.auth == Auth::Bearer {
            self.in_session(&request, parse).await
        } else {
            self.exchange(&request, None, parse).await
        };
        // What reads in the session's name brings nothing along. Of anything else a password, a control word or a letter's token
        // may lie in the connection's buffers, and no other call may follow.
        if !(ask.needs_session() && ask.is_repeatable()) {
            self.wire.hang_up();
        }
        answer
    }

    async fn in_session<T>(
        self: &Arc<Self>,
        request: &Request,
        parse: impl Fn(&Response) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let keeper = self.keeper();
        let access = keeper.access(self).await?;
        match self.exchange(request, Some(access.token()), &parse).await {
            // The token was rejected although it looked valid, so nothing was done: refreshed once, whoever else is doing so,
            // and asked once more.
            Err(Failure::SignInAgain) => {
                let rejected = || Failure::Rejected { operation: request.operation.to_owned() };
                if !keeper.rejected(&access) {
                    return Err(rejected());
                }
                let access = keeper.access(self).await?;
                // A token that the service has just given and rejects here says nothing of the session: others are asked with it too.
                self.exchange(request, Some(access.token()), &parse).await.map_err(|failure| match failure {
                    Failure::SignInAgain => rejected(),
                    other => other,
                })
            }
            other => other,
        }
    }

    /// The refresh itself; only the keeper calls it, one at a time.
    async fn refresh(&self, token: &Secret) -> Result<Tokens, Failure> {
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
        parse: impl Fn(&Response) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let attempts = async {
            let mut attempt = 1;
            loop {
                let sent = self.wire.send(request, access, || self.now()).await;
                let (result, retry_after) = match &sent {
                    Ok(response) => {
                        self.observe(response).await;
                        (parse(response), response.retry_after.as_deref())
                    }
                    Err(fault) => (Err(fault.failure(request)), None),
                };
                match self.patience.judge(request, attempt, &sent, retry_after) {
                    Verdict::Done => return result,
                    Verdict::Again(after) => tokio::time::sleep(after).await,
                }
                attempt += 1;
            }
        };
        // Files take their time on a train.
        let deadline = self.patience.deadline * if request.body.files().is_empty() { 1 } else { FILES_TAKE };
        tokio::time::timeout(deadline, attempts).await.unwrap_or_else(|_| {
            tracing::info!(target: "fl::http", "{} gave no answer in {} s", request.operation, deadline.as_secs());
            Err(Failure::Offline(OfflineCause::NoAnswer))
        })
    }

    /// Every answer says what time it is there.
    async fn observe(&self, response: &Response) {
        if let Some(time) = server_time(response)
            && self.clock.observe(time)
        {
            let clock = Arc::clone(&self.clock);
            let _ = blocking(move || clock.keep()).await;
        }
    }
}
