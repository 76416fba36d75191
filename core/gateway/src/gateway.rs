//! The codec of one service: its profile and the forms all its requests share.

use crate::{
    auth::{self, Captcha, SignInAnswer, Tokens},
    data,
    exchange::{Auth, Body, Method, Request, Response},
    fault,
    profile::Profile,
};
use fl_domain::{
    Inn, Secret,
    service::{Failure, Read, Reading},
};

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

    /// Asks for data, in the session's name.
    pub fn read(&self, read: Read) -> Request {
        data::request(self, read)
    }

    /// Reads the answer to [`Gateway::read`] of the same `read`.
    ///
    /// # Errors
    /// `SignInAgain` if the access token was rejected (401, or `invalid_token` in JSON or XML): a fresh one may help.
    /// `Closed`, `Refused`, `Fields`, `NotOffered`, and `Unexpected` with a stable code: `html-instead-of-json`,
    /// `truncated-json`, `not-json`, `unexpected-shape`, `unreadable-amount`, `unreadable-year`, `empty-body`,
    /// `not-text`, `xml-instead-of-json`, `http-…`, `oauth-…`.
    pub fn read_answer(&self, read: Read, response: &Response) -> Result<Reading, Failure> {
        data::answer(read, response, self.profile.website())
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
