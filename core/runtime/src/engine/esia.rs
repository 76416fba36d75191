//! Signing in through Gosuslugi: the broker's page in the browser, and the redirect that comes back.
//!
//! What binds the two is kept before the page is opened, so the app may be killed meanwhile. A link that does not fit is somebody
//! else's and ends nothing.

use std::sync::Arc;

use fl_app::{Esia, EsiaCall, PlatformFault, ServiceAnswer};
use fl_domain::{Secret, service::Failure};
use fl_gateway::EsiaAnswer;
use futures::future::{Either, select};
use reqwest::Url;
use subtle::ConstantTimeEq;
use tokio::sync::{Mutex, watch};

use super::world::World;
use crate::{blocking::blocking, platform::PlatformError, waiting::Begun};

/// Seconds in which a person has to come back (our own: a code of OAuth 2.0 lives for ten minutes at most).
const LONGEST: i64 = 15 * 60;
/// Where Gosuslugi itself asks.
const GOSUSLUGI: &str = "gosuslugi.ru";

/// Who is asking.
#[derive(Default)]
pub(super) struct EsiaDesk {
    /// Counts what was begun or given up: a later turn ends an earlier one.
    turn: watch::Sender<u64>,
    /// A code is sent once, however many links bring it.
    finishing: Mutex<()>,
}

impl EsiaDesk {
    fn next_turn(&self) -> u64 {
        let mut turn = 0;
        self.turn.send_modify(|latest| {
            *latest += 1;
            turn = *latest;
        });
        turn
    }
}

/// What a link says.
enum Redirect {
    /// It belongs to no sign-in that was begun here.
    Foreign,
    /// The person said no.
    Denied,
    /// Neither a code nor a no.
    Failed(&'static str),
    Code(Secret),
}

impl World {
    pub(super) async fn esia(&self, call: EsiaCall) -> ServiceAnswer<Esia> {
        let result = match call {
            EsiaCall::Begin => self.begin_esia().await,
            EsiaCall::Finish(link) => self.finish_esia(&link).await,
            EsiaCall::Abandon => {
                self.desk.next_turn();
                self.forget_any_begun().await;
                Ok(Esia::Abandoned)
            }
        };
        self.answered(result)
    }

    async fn begin_esia(&self) -> Result<Esia, Failure> {
        let turn = self.desk.next_turn();
        let redirect = match self.sign_in_redirect().await {
            Ok(redirect) => redirect,
            Err(fault) => return Ok(Esia::Device(fault)),
        };
        let begun = Begun::now(redirect, self.clock().now().trusted());
        let begun = begun.ok_or_else(|| unexpected("esia-url", "no-randomness"))?;
        let page = self.service.esia_url(&begun.redirect, &begun.state, &begun.challenge()).await?;
        let page = self.known_page(&page)?;
        if *self.desk.turn.borrow() != turn {
            return Ok(Esia::Abandoned);
        }
        self.keep_begun(begun.clone()).await;
        let mut turns = self.desk.turn.subscribe();
        let over = Box::pin(async move {
            let _ = turns.wait_for(|latest| *latest != turn).await;
        });
        // A person may take their time in the browser: only an answer ends this, or something else that is begun.
        match select(self.platform.open_sign_in(&page, &begun.redirect), over).await {
            Either::Left((Ok(Some(link)), _)) => self.finish_esia(&Secret::new(link)).await,
            Either::Left((Ok(None), _)) => Ok(Esia::Opened),
            Either::Left((Err(error), _)) => {
                tracing::warn!(target: "fl::log", %error, "no page was opened");
                self.forget_begun(&begun.state).await;
                Ok(match error {
                    PlatformError::Cancelled => Esia::Cancelled,
                    error => Esia::Device(error.into()),
                })
            }
            Either::Right(_) => {
                // Whoever was faster than the keeping above knew nothing of it.
                self.forget_begun(&begun.state).await;
                Ok(Esia::Abandoned)
            }
        }
    }

    async fn finish_esia(&self, link: &Secret) -> Result<Esia, Failure> {
        let _one_at_a_time = self.desk.finishing.lock().await;
        let Some(begun) = self.begun().await else { return Ok(Esia::Foreign) };
        let age = self.clock().now().trusted().as_second().saturating_sub(begun.at.as_second());
        if age > LONGEST {
            self.forget_begun(&begun.state).await;
            return Ok(Esia::Foreign);
        }
        let code = match redirect(link, &begun) {
            Redirect::Foreign => return Ok(Esia::Foreign),
            Redirect::Denied => {
                self.over(&begun).await;
                return Ok(Esia::Cancelled);
            }
            Redirect::Failed(code) => {
                self.over(&begun).await;
                return Err(unexpected("esia", code));
            }
            Redirect::Code(code) => code,
        };
        let since = self.service.epoch();
        match self.service.esia(&begun, &code).await {
            Ok(answer) => {
                if !self.over(&begun).await {
                    return Ok(Esia::Abandoned);
                }
                Ok(match answer {
                    EsiaAnswer::Accepted { tokens, inn } => {
                        self.service.bring(tokens, since, "esia")?;
                        Esia::Accepted { inn }
                    }
                    EsiaAnswer::Forming { seconds } => Esia::Forming { seconds },
                    EsiaAnswer::NotConfirmed => Esia::NotConfirmed,
                })
            }
            Err(failure) => {
                // Without an answer the same link may be tried again; the service's no is the end.
                if matches!(failure, Failure::Refused { .. }) {
                    self.over(&begun).await;
                }
                Err(failure)
            }
        }
    }

    /// It is forgotten, and a browser that is waited for still is not waited for any more. Answers whether it was under way.
    async fn over(&self, begun: &Begun) -> bool {
        let was_under_way = self.forget_begun(&begun.state).await;
        if was_under_way {
            self.desk.next_turn();
        }
        was_under_way
    }

    async fn sign_in_redirect(&self) -> Result<String, PlatformFault> {
        let platform = Arc::clone(&self.platform);
        match self.in_time(blocking(move || platform.sign_in_redirect())).await {
            Some(Some(redirect)) => redirect.map_err(Into::into),
            Some(None) => Err(PlatformFault::Failed),
            None => Err(PlatformFault::NoAnswer),
        }
    }

    /// The address as it was read here, so that no browser reads it otherwise.
    fn known_page(&self, page: &str) -> Result<String, Failure> {
        let url = Url::parse(page).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        let is_at =
            |known: &str| host == known || host.strip_suffix(known).is_some_and(|rest| rest.ends_with('.'));
        let is_known = is_at(GOSUSLUGI) || self.service.profile().hosts().iter().any(|known| is_at(known));
        match url {
            Some(url) if is_known => Ok(url.into()),
            _ => Err(unexpected("esia-url", "foreign-page")),
        }
    }
}

fn unexpected(operation: &str, code: &str) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: code.to_owned() }
}

/// Only a link to where this sign-in comes back to, with its state, once, is its redirect.
fn redirect(link: &Secret, begun: &Begun) -> Redirect {
    let rest = link.expose().strip_prefix(begun.redirect.as_str());
    let first = if begun.redirect.contains('?') { '&' } else { '?' };
    let (Some(true), Ok(url)) = (rest.map(|rest| rest.starts_with(first)), Url::parse(link.expose())) else {
        return Redirect::Foreign;
    };
    let all = |name: &str| {
        let pairs = url.query_pairs().filter(|(key, _)| key == name);
        pairs.map(|(_, value)| Secret::new(value)).collect::<Vec<_>>()
    };
    match all("state").as_slice() {
        [state] if bool::from(state.expose().as_bytes().ct_eq(begun.state.as_bytes())) => {}
        _ => return Redirect::Foreign,
    }
    match (all("error").as_slice(), all("code").as_slice()) {
        ([error], _) if error.expose() == "access_denied" => Redirect::Denied,
        ([], [code]) if !code.is_empty() => Redirect::Code(code.clone()),
        ([], _) => Redirect::Failed("no-code"),
        _ => Redirect::Failed("refused-there"),
    }
}

#[cfg(test)]
mod tests {
    use fl_domain::Timestamp;

    use super::*;

    fn said(redirect_to: &str, link: &str) -> String {
        let begun = Begun {
            state: "mine".to_owned(),
            verifier: "v".to_owned(),
            redirect: redirect_to.to_owned(),
            at: Timestamp::UNIX_EPOCH,
        };
        match redirect(&link.into(), &begun) {
            Redirect::Foreign => "foreign".to_owned(),
            Redirect::Denied => "denied".to_owned(),
            Redirect::Failed(code) => code.to_owned(),
            Redirect::Code(code) => format!("code {}", code.expose()),
        }
    }

    #[test]
    fn only_a_link_that_fits_is_its_redirect() {
        let app = "fltaxes://esia";
        let table = [
            ("fltaxes://esia?code=a%2Fb&state=mine", "code a/b"),
            ("fltaxes://esia?state=mine&code=c&extra=1#_=_", "code c"),
            ("fltaxes://esia?error=access_denied&state=mine", "denied"),
            ("fltaxes://esia?error=access_denied&state=mine&code=c", "denied"),
            ("fltaxes://esia?error=server_error&state=mine", "refused-there"),
            ("fltaxes://esia?error=access_denied&error=x&state=mine", "refused-there"),
            ("fltaxes://esia?state=mine", "no-code"),
            ("fltaxes://esia?code=&state=mine", "no-code"),
            ("fltaxes://esia?code=c&code=d&state=mine", "no-code"),
            // Not ours.
            ("fltaxes://esia?code=c", "foreign"),
            ("fltaxes://esia?code=c&state=", "foreign"),
            ("fltaxes://esia?code=c&state=other", "foreign"),
            ("fltaxes://esia?code=c&state=min", "foreign"),
            ("fltaxes://esia?code=c&state=mine2", "foreign"),
            ("fltaxes://esia?code=c&state=mine&state=mine", "foreign"),
            ("fltaxes://esia?code=c&state=other&state=mine", "foreign"),
            ("fltaxes://esia#?code=c&state=mine", "foreign"),
            ("fltaxes://esia.evil?code=c&state=mine", "foreign"),
            ("fltaxes://esia/x?code=c&state=mine", "foreign"),
            ("fltaxes://operations?code=c&state=mine", "foreign"),
            ("https://esia?code=c&state=mine", "foreign"),
            ("fltaxes://esia", "foreign"),
            ("", "foreign"),
        ];
        for (link, expected) in table {
            assert_eq!(said(app, link), expected, "{link}");
        }
        // A redirect with a query of its own goes on with «&».
        assert_eq!(said("http://localhost:1/?a=1", "http://localhost:1/?a=1&code=c&state=mine"), "code c");
        assert_eq!(said("http://localhost:1/?a=1", "http://localhost:1/?a=1?code=c&state=mine"), "foreign");
    }
}
