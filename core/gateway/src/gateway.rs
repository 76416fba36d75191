//! The codec of one service: its profile and the forms all its requests share.

use crate::{
    auth::{self, Captcha, SignInAnswer, Tokens},
    dialect::{self, codec::Path},
    esia::{self, EsiaAnswer},
    exchange::{Auth, Body, Method, Request, Response},
    fault,
    profile::Profile,
};
use fl_domain::{
    Inn, Secret,
    service::{Ask, Capability, Failure, OnceKey, Told},
};
use url::Url;

const PROBE: &str = "probe";

/// The dialect of one service: builds each request and reads its answer.
#[derive(Clone, Debug)]
pub struct Gateway {
    profile: Profile,
}

impl Gateway {
    /// The codec for the service of `profile`.
    pub const fn new(profile: Profile) -> Self {
        Self { profile }
    }

    /// The service.
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Asks for tokens with the person's password, and the digits of a picture if one was wanted. Not repeatable: a
    /// service may count attempts.
    pub fn sign_in(&self, inn: &Inn, password: &Secret, captcha: Option<&str>) -> Request {
        auth::sign_in(self, inn, password, captcha)
    }

    /// Reads the answer to [`Gateway::sign_in`].
    ///
    /// # Errors
    /// `Closed`; `Refused` in the service's words where they are neither about the password nor about the picture;
    /// `Unexpected`. Never `SignInAgain`.
    pub fn sign_in_answer(&self, response: &Response) -> Result<SignInAnswer, Failure> {
        auth::sign_in_answer(response, self.profile.website())
    }

    /// Asks for fresh tokens. Not repeatable: the service may have changed the token although no answer came.
    pub fn refresh(&self, token: &Secret) -> Request {
        auth::refresh(self, token)
    }

    /// Reads the answer to [`Gateway::refresh`].
    ///
    /// # Errors
    /// `SignInAgain` only where the service itself answered and gave no fresh tokens; `Closed`, `Refused`,
    /// `NotOffered` and `Unexpected` say nothing about the session, so the old refresh token is to be kept.
    pub fn refresh_answer(&self, response: &Response) -> Result<Tokens, Failure> {
        auth::refresh_answer(response, self.profile.website())
    }

    /// Asks for the picture with digits that belongs to the next sign-in of `inn`.
    pub fn captcha(&self, inn: &Inn) -> Request {
        auth::captcha(self, inn)
    }

    /// Reads the answer to [`Gateway::captcha`].
    ///
    /// # Errors
    /// `Closed`, `Refused`, `NotOffered`, `Unexpected` (`not-a-picture` among its codes).
    pub fn captcha_answer(&self, response: &Response) -> Result<Captcha, Failure> {
        auth::captcha_answer(response, self.profile.website())
    }

    /// Asks for the login page, to see whether the service is up.
    pub fn probe(&self) -> Request {
        let url = self.profile.address(self.profile.login_page(), "");
        Request {
            operation: PROBE,
            method: Method::Get,
            url: url.into(),
            headers: vec![("Accept", "text/html, */*".to_owned())],
            auth: Auth::None,
            body: Body::None,
            repeatable: true,
        }
    }

    /// Reads the answer to [`Gateway::probe`]: any 200 means the service is up.
    ///
    /// # Errors
    /// `Closed`, or `Unexpected` with the status.
    pub fn probe_answer(&self, response: &Response) -> Result<(), Failure> {
        match response.status {
            200 => Ok(()),
            503 => Err(fault::of_status(PROBE, response, fault::Said::default(), self.profile.website())),
            status => Err(fault::unexpected(PROBE, format!("http-{status}"))),
        }
    }

    /// Puts a question, in the session's name where it is asked so. Repeatable only where nothing is changed and no
    /// attempt is spent.
    ///
    /// # Errors
    /// `NotOffered`, with the website, if it belongs to a part of the contract that the service lacks. What is attested is
    /// always asked.
    pub fn ask(&self, ask: &Ask) -> Result<Request, Failure> {
        dialect::request(self, ask)
    }

    /// Puts a question that goes by the outbox, with the key under which the service does it at most once. Not repeatable: what became
    /// of it is asked first.
    ///
    /// # Errors
    /// As [`Gateway::ask`].
    pub fn ask_once(&self, ask: &Ask, key: &OnceKey) -> Result<Request, Failure> {
        dialect::request_once(self, ask, key)
    }

    /// Reads the answer to [`Gateway::ask`] of the same `ask`: one of its own, always.
    ///
    /// # Errors
    /// `SignInAgain`, only for what is asked in the session's name, if the access token was rejected (401, or
    /// `invalid_token` in JSON or XML): a fresh one may help. `Closed`, `Refused`, `Fields`, `NotOffered`, and `Unexpected`
    /// with a stable code: `html-instead-of-json`, `truncated-json`, `not-json`, `unexpected-shape`, `unreadable-amount`,
    /// `unreadable-year`, `empty-body`, `not-text`, `xml-instead-of-json`, `unknown-field` (a form wants something that this
    /// client does not know), `http-…`, `oauth-…`.
    pub fn told(&self, ask: &Ask, response: &Response) -> Result<Told, Failure> {
        dialect::answer(ask, response, self.profile.website())
    }

    /// Asks for the address at which Gosuslugi will ask the person. `redirect` is where the browser comes back to,
    /// `state` comes back with it, `challenge` is the S256 of the verifier, in base64url (RFC 7636, 4.2).
    ///
    /// # Errors
    /// `NotOffered`, with the website.
    pub fn esia_url(&self, redirect: &str, state: &str, challenge: &str) -> Result<Request, Failure> {
        esia::url_request(self, redirect, state, challenge)
    }

    /// Reads the answer to [`Gateway::esia_url`]: an absolute address, https, or http to this machine itself.
    ///
    /// # Errors
    /// `Closed`, `Refused`, `NotOffered`, `Unexpected` (`unusable-address` among its codes).
    pub fn esia_url_answer(&self, response: &Response) -> Result<String, Failure> {
        esia::url_answer(response, self.profile.website())
    }

    /// Changes the code that came with the redirect for tokens. Not repeatable: a code is good once.
    ///
    /// # Errors
    /// `NotOffered`, with the website.
    pub fn esia(
        &self,
        redirect: &str,
        code: &Secret,
        state: &str,
        verifier: &Secret,
    ) -> Result<Request, Failure> {
        esia::request(self, redirect, code, state, verifier)
    }

    /// Reads the answer to [`Gateway::esia`].
    ///
    /// # Errors
    /// `Closed`, `Refused` (a code that is spent or too old among it), `NotOffered`, `Unexpected`. Never `SignInAgain`.
    pub fn esia_answer(&self, response: &Response) -> Result<EsiaAnswer, Failure> {
        esia::exchange_answer(response, self.profile.website())
    }

    /// The address of a call, if the service has it.
    pub(crate) fn url(&self, path: Path, capability: Option<Capability>) -> Result<Url, Failure> {
        let profile = &self.profile;
        if capability.is_some_and(|capability| !profile.offers(capability)) {
            return Err(Failure::NotOffered { website: Some(profile.website().to_owned()) });
        }
        Ok(match path {
            Path::Attested(path) => profile.address(profile.data_prefix(), path),
            Path::Own(path) => profile.address(profile.own_prefix(), path),
        })
    }

    /// A request in the form the service's own web client sends.
    pub(crate) fn request(&self, operation: &'static str, url: String, auth: Auth, body: Body) -> Request {
        let login_page = self.profile.address(self.profile.login_page(), "");
        let mut headers = vec![
            ("Accept", "application/json, text/plain, */*".to_owned()),
            ("Origin", self.profile.base_url().origin().ascii_serialization()),
            ("Referer", login_page.into()),
        ];
        if matches!(body, Body::Json(_)) {
            headers.push(("Content-Type", "application/json".to_owned()));
        }
        let method = if body == Body::None { Method::Get } else { Method::Post };
        Request { operation, method, url, headers, auth, body, repeatable: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{gateway, response};

    #[test]
    fn any_200_is_up_and_503_is_closed() {
        let gateway = gateway();
        let probe = gateway.probe();
        assert_eq!(probe.url, "https://service.test/lkfl/login");
        assert!(probe.repeatable);
        assert_eq!(gateway.probe_answer(&response(200, "<html>")), Ok(()));
        assert_eq!(gateway.probe_answer(&response(503, "")), Err(Failure::Closed { until: None }));
        let told = Failure::Unexpected { operation: "probe".to_owned(), code: "http-404".to_owned() };
        assert_eq!(gateway.probe_answer(&response(404, "")), Err(told));
    }
}
