//! Authorisation: OAuth 2 password grant in the Spring style, with a picture of digits in between.

use std::fmt;

use fl_domain::{Inn, Secret, service::Failure};
use serde::Deserialize;

use crate::{
    content::Content,
    exchange::{Auth, Body, Request, Response},
    fault::{self, Said},
    gateway::Gateway,
    lenient::{self, Trouble},
    own::code,
};

const SIGN_IN: &str = "sign-in";
const REFRESH: &str = "refresh";
const CAPTCHA: &str = "captcha";
/// Codes of RFC 6749 (4.1.2.1, 5.2) that blame the client or the server, not the token.
const NOT_ABOUT_THE_SESSION: [&str; 7] = [
    "invalid_client",
    "invalid_request",
    "invalid_scope",
    "unauthorized_client",
    "unsupported_grant_type",
    "server_error",
    "temporarily_unavailable",
];
/// A login becomes active within an hour (account rules), where the service does not say when.
const ACTIVATION_SECONDS: u64 = 60 * 60;
/// No picture of a few digits is larger. In bytes.
const PICTURE_MAX: usize = 2 << 20;

/// What the service says to a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInAnswer {
    /// Welcome.
    Accepted(Tokens),
    /// INN or password is wrong; the service does not say which.
    WrongPassword,
    /// Digits from a picture are wanted first.
    CaptchaWanted,
    /// The digits were wrong; a new picture is needed.
    CaptchaWrong,
    /// The first password of the card was not replaced in time (own contract).
    PrimaryExpired,
    /// The card was given out less than an hour ago: not before so many seconds from this answer (own contract).
    NotYetActive {
        /// From the answer on.
        seconds: u64,
    },
}

/// The keys to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Goes into `Authorization: Bearer`: printable ASCII, never empty.
    pub access: Secret,
    /// For fresh tokens later; where a refresh brings none, the old one stays valid.
    pub refresh: Option<Secret>,
    /// How long the access token lives, in seconds from the answer, if the service says so.
    pub expires_in_seconds: Option<u64>,
}

/// A picture with digits to type.
#[derive(Clone, PartialEq, Eq)]
pub struct Captcha {
    /// Such as `image/png`, told from the bytes.
    pub media_type: String,
    /// The picture as received.
    pub bytes: Vec<u8>,
}

/// The bytes of a picture are nothing to read in a log.
impl fmt::Debug for Captcha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = format_args!("<{} bytes>", self.bytes.len());
        f.debug_struct("Captcha").field("media_type", &self.media_type).field("bytes", &bytes).finish()
    }
}

pub(crate) fn sign_in(gateway: &Gateway, inn: &Inn, password: &Secret, captcha: Option<&str>) -> Request {
    let profile = gateway.profile();
    let mut fields = vec![
        ("username", Secret::from(inn.as_str())),
        ("password", password.clone()),
        ("grant_type", Secret::from("password")),
        ("client_id", Secret::from(profile.client_id())),
        ("client_secret", profile.client_secret().clone()),
    ];
    if let Some(digits) = captcha {
        fields.push(("captcha", Secret::from(digits)));
    }
    token_request(gateway, SIGN_IN, fields)
}

pub(crate) fn refresh(gateway: &Gateway, token: &Secret) -> Request {
    let profile = gateway.profile();
    let fields = vec![
        ("grant_type", Secret::from("refresh_token")),
        ("client_id", Secret::from(profile.client_id())),
        ("client_secret", profile.client_secret().clone()),
        ("refresh_token", token.clone()),
    ];
    token_request(gateway, REFRESH, fields)
}

fn token_request(gateway: &Gateway, operation: &'static str, fields: Vec<(&'static str, Secret)>) -> Request {
    let profile = gateway.profile();
    let url = profile.address(profile.auth_prefix(), "/oauth/token");
    gateway.request(operation, url.into(), Auth::None, Body::Multipart(fields))
}

pub(crate) fn captcha(gateway: &Gateway, inn: &Inn) -> Request {
    let profile = gateway.profile();
    let mut url = profile.address(profile.auth_prefix(), "/captcha");
    url.query_pairs_mut().append_pair("username", inn.as_str());
    let auth =
        Auth::Basic { user: profile.client_id().to_owned(), password: profile.client_secret().clone() };
    let request = gateway.request(CAPTCHA, url.into(), auth, Body::None);
    // A second picture only replaces the first, which nobody saw.
    Request { repeatable: true, ..request }
}

/// What the service says about a sign-in is attested by its words, not by the status, so the words decide, except for
/// 503, and so does a code of the project's own contract beside them. Tokens count only with 2xx.
pub(crate) fn sign_in_answer(response: &Response, website: &str) -> Result<SignInAnswer, Failure> {
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    let trouble = match response.status {
        503 => return Err(fault::of_status(SIGN_IN, response, said, website)),
        200..300 => match tokens(SIGN_IN, &content) {
            Ok(Some(tokens)) => return Ok(SignInAnswer::Accepted(tokens)),
            Ok(None) => Some(fault::of_content(SIGN_IN, &content, Trouble::Shape)),
            Err(failure) => Some(failure),
        },
        _ => None,
    };
    // First of all the picture: as long as one is wanted, the password is not looked at.
    if said.mentions("incorrect captcha") {
        return Ok(SignInAnswer::CaptchaWrong);
    }
    if said.mentions("captcha") {
        return Ok(SignInAnswer::CaptchaWanted);
    }
    match said.code() {
        Some(code::PRIMARY_EXPIRED) => return Ok(SignInAnswer::PrimaryExpired),
        Some(code::NOT_ACTIVE) => {
            let seconds = said.seconds().unwrap_or(ACTIVATION_SECONDS);
            return Ok(SignInAnswer::NotYetActive { seconds });
        }
        _ => {}
    }
    if said.mentions("bad credentials") {
        return Ok(SignInAnswer::WrongPassword);
    }
    Err(match (trouble, said.words()) {
        (None, _) => fault::of_status(SIGN_IN, response, said, website),
        (Some(_), Some(words)) => Failure::Refused { words: words.to_owned() },
        (Some(failure), None) => failure,
    })
}

/// The session is over only if the authorisation server itself says so: with 2xx, 400, 401, 403 or 422 it answered as
/// one does (a JSON object or the XML error document) and gave no fresh tokens, or it said a bare 401. What says
/// nothing about the session keeps it: web pages whatever their status, cut or empty bodies, closed doors, paths that
/// have moved, and errors about the client.
pub(crate) fn refresh_answer(response: &Response, website: &str) -> Result<Tokens, Failure> {
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    let given = match response.status {
        200..300 => tokens(REFRESH, &content)?,
        _ => None,
    };
    match (given, response.status) {
        (Some(tokens), _) => Ok(tokens),
        (None, status) if is_verdict(status, &content, &said) => Err(Failure::SignInAgain),
        (None, 200..300) => Err(match said.words() {
            Some(words) => Failure::Refused { words: words.to_owned() },
            None => fault::of_content(REFRESH, &content, Trouble::Shape),
        }),
        (None, _) => Err(fault::of_status(REFRESH, response, said, website)),
    }
}

fn is_verdict(status: u16, content: &Content<'_>, said: &Said) -> bool {
    let of_the_server = match content {
        Content::XmlError(_) => true,
        Content::Text(text) => lenient::object::<WireTokens>(text).is_ok(),
        Content::Empty => status == 401,
        Content::Markup | Content::Binary => false,
    };
    let about_the_session = !said.error.as_deref().is_some_and(|code| NOT_ABOUT_THE_SESSION.contains(&code));
    of_the_server && about_the_session && matches!(status, 200..300 | 400 | 401 | 403 | 422)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireTokens {
    #[serde(deserialize_with = "lenient::text")]
    access_token: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    refresh_token: Option<String>,
    #[serde(deserialize_with = "lenient::number")]
    expires_in: Option<u64>,
}

/// The tokens in a body; `None` if it is a JSON object without any, or an XML error.
fn tokens(operation: &str, content: &Content<'_>) -> Result<Option<Tokens>, Failure> {
    let text = match content {
        Content::Text(text) => *text,
        Content::XmlError(_) => return Ok(None),
        other => return Err(fault::of_content(operation, other, Trouble::Shape)),
    };
    tokens_in(text).map_err(|trouble| fault::of_content(operation, content, trouble))
}

/// The tokens in a JSON object; `None` if it has none.
pub(crate) fn tokens_in(text: &str) -> Result<Option<Tokens>, Trouble> {
    let wire: WireTokens = lenient::object(text)?;
    let Some(access) = wire.access_token else { return Ok(None) };
    if !access.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(Trouble::Token);
    }
    let refresh = wire.refresh_token.map(Secret::from);
    Ok(Some(Tokens { access: Secret::from(access), refresh, expires_in_seconds: wire.expires_in }))
}

pub(crate) fn captcha_answer(response: &Response, website: &str) -> Result<Captcha, Failure> {
    let bytes = &response.body;
    if response.status == 200
        && bytes.len() <= PICTURE_MAX
        && let Some(media_type) = picture_type(bytes)
    {
        return Ok(Captcha { media_type: media_type.to_owned(), bytes: bytes.clone() });
    }
    let content = Content::of(bytes);
    let said = Said::of(&content);
    Err(match (response.status, said.words()) {
        (200..300, Some(words)) => Failure::Refused { words: words.to_owned() },
        (200..300, None) => fault::unexpected(CAPTCHA, "not-a-picture"),
        _ => fault::of_status(CAPTCHA, response, said, website),
    })
}

/// By signature: the header may say anything, and what all shells can draw are these.
fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Some("image/bmp"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        exchange::Method,
        fixtures::{answer as fixture, gateway, response, surprises},
    };

    fn inn() -> Inn {
        Inn::made_up(7_700_000_001)
    }

    fn sign_in(status: u16, body: impl AsRef<[u8]>) -> Result<SignInAnswer, Failure> {
        gateway().sign_in_answer(&response(status, body))
    }

    fn refresh(status: u16, body: impl AsRef<[u8]>) -> Result<Tokens, Failure> {
        gateway().refresh_answer(&response(status, body))
    }

    fn unexpected(operation: &str, code: &str) -> Failure {
        Failure::Unexpected { operation: operation.to_owned(), code: code.to_owned() }
    }

    fn refused(words: &str) -> Failure {
        Failure::Refused { words: words.to_owned() }
    }

    fn fields(request: &Request) -> Vec<(&'static str, String)> {
        let Body::Multipart(fields) = &request.body else { panic!("{request:?}") };
        fields.iter().map(|(name, text)| (*name, text.expose().to_owned())).collect()
    }

    #[test]
    fn sign_in_and_refresh_send_the_attested_fields_in_order() {
        let gateway = gateway();
        let common = [
            ("username", inn().as_str().to_owned()),
            ("password", "Made-up1".to_owned()),
            ("grant_type", "password".to_owned()),
            ("client_id", "client".to_owned()),
            ("client_secret", "client-secret".to_owned()),
        ];
        let request = gateway.sign_in(&inn(), &Secret::new("Made-up1"), None);
        assert_eq!(fields(&request), common);
        assert_eq!((request.method, request.repeatable), (Method::Post, false));
        assert_eq!(request.url, "https://service.test/api/auth/oauth/token");
        let headers = [
            ("Accept", "application/json, text/plain, */*".to_owned()),
            ("Origin", "https://service.test".to_owned()),
            ("Referer", "https://service.test/lkfl/login".to_owned()),
        ];
        assert_eq!(request.headers, headers);

        let request = gateway.sign_in(&inn(), &Secret::new("Made-up1"), Some("0123"));
        assert_eq!(fields(&request).split_last(), Some((&("captcha", "0123".to_owned()), &common[..])));

        let request = gateway.refresh(&Secret::new("old"));
        let expected = [
            ("grant_type", "refresh_token".to_owned()),
            ("client_id", "client".to_owned()),
            ("client_secret", "client-secret".to_owned()),
            ("refresh_token", "old".to_owned()),
        ];
        assert_eq!((fields(&request), request.repeatable), (expected.to_vec(), false));
    }

    #[test]
    fn every_attested_answer_to_a_sign_in() {
        let tokens = Tokens {
            access: Secret::new("made-up-access"),
            refresh: Some(Secret::new("made-up-refresh")),
            expires_in_seconds: Some(599),
        };
        assert_eq!(sign_in(200, fixture("sign-in", 0)), Ok(SignInAnswer::Accepted(tokens)));
        let table = [
            (fixture("sign-in", 1), SignInAnswer::WrongPassword),
            (fixture("sign-in", 2), SignInAnswer::CaptchaWanted),
            (fixture("sign-in", 3), SignInAnswer::CaptchaWrong),
            ("{\"error_description\":\"user: BAD CREDENTIALS.\"}", SignInAnswer::WrongPassword),
            ("<o><error_description>Bad credentials</error_description></o>", SignInAnswer::WrongPassword),
            ("{\"message\":\"captcha\"}", SignInAnswer::CaptchaWanted),
            ("{\"message\":\"incorrect captcha\",\"status\":\"ERROR\"}", SignInAnswer::CaptchaWrong),
            (
                "{\"error_description\":\"Bad credentials\",\"message\":\"CAPTCHA\"}",
                SignInAnswer::CaptchaWanted,
            ),
        ];
        for (text, expected) in table {
            // Statuses are not attested.
            for status in [200, 400, 401, 403, 500] {
                assert_eq!(sign_in(status, text), Ok(expected.clone()), "{status} {text}");
            }
        }
    }

    #[test]
    fn other_answers_to_a_sign_in_never_end_a_session_or_blame_the_password() {
        let locked = "{\"error\":\"invalid_grant\",\"error_description\":\"Доступ закрыт\"}";
        let table = [
            (400, locked, refused("Доступ закрыт")),
            (200, locked, refused("Доступ закрыт")),
            (401, "", unexpected("sign-in", "http-401")),
            (401, "{\"error\":\"invalid_client\"}", unexpected("sign-in", "oauth-invalid-client")),
            (200, "{}", unexpected("sign-in", "unexpected-shape")),
            (200, "{\"access_token\":\"\"}", unexpected("sign-in", "unexpected-shape")),
            (200, "{\"access_token\":\"a\\nb\"}", unexpected("sign-in", "unusable-token")),
            (200, "<html>captcha, bad credentials</html>", unexpected("sign-in", "html-instead-of-json")),
            (500, "<html>captcha</html>", unexpected("sign-in", "http-500")),
            (503, "{\"message\":\"CAPTCHA\"}", Failure::Closed { until: None }),
            (500, "{\"access_token\":\"a\"}", unexpected("sign-in", "http-500")),
        ];
        for (status, text, expected) in table {
            assert_eq!(sign_in(status, text), Err(expected), "{status} {text}");
        }
        for (body, code) in surprises() {
            assert_eq!(sign_in(200, &body), Err(unexpected("sign-in", code)), "{} bytes", body.len());
        }
    }

    #[test]
    fn a_refresh_keeps_the_old_token_where_none_comes() {
        let fresh = refresh(200, fixture("refresh", 0)).unwrap();
        assert_eq!(fresh.refresh, Some(Secret::new("made-up-refresh-2")));
        assert_eq!(fresh.expires_in_seconds, Some(599));
        for text in [
            fixture("refresh", 1),
            "{\"access_token\":\"made-up-access-3\",\"refresh_token\":\"\",\"expires_in\":-1}",
        ] {
            let fresh = refresh(200, text).unwrap();
            let expected =
                Tokens { access: Secret::new("made-up-access-3"), refresh: None, expires_in_seconds: None };
            assert_eq!(fresh, expected);
        }
    }

    #[test]
    fn only_the_services_own_verdict_ends_the_session() {
        let grant = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid refresh token: x\"}";
        let expired = "<o><error_description>expired</error_description><error>invalid_token</error></o>";
        let verdicts = [
            (400, grant),
            (200, grant),
            (401, grant),
            (401, ""),
            (200, "{}"),
            (200, expired),
            (400, expired),
            (403, "{\"message\":\"no\"}"),
        ];
        for (status, text) in verdicts {
            assert_eq!(refresh(status, text), Err(Failure::SignInAgain), "{status} {text}");
        }
        let table = [
            (500, grant, unexpected("refresh", "http-500")),
            (502, "<html>", unexpected("refresh", "http-502")),
            (503, grant, Failure::Closed { until: None }),
            (503, "", Failure::Closed { until: None }),
            (429, "", unexpected("refresh", "http-429")),
            (429, grant, refused("Invalid refresh token: x")),
            (401, "<html>", unexpected("refresh", "http-401")),
            (403, "<html>blocked</html>", unexpected("refresh", "http-403")),
            (
                404,
                "{\"error\":\"Not Found\"}",
                Failure::NotOffered { website: Some("https://service.test/help".to_owned()) },
            ),
            (302, "", unexpected("refresh", "http-302")),
            (400, "", unexpected("refresh", "http-400")),
            (401, "{\"error\":\"invalid_client\"}", unexpected("refresh", "oauth-invalid-client")),
            (
                400,
                "{\"error\":\"invalid_client\",\"error_description\":\"Bad client\"}",
                refused("Bad client"),
            ),
            (200, "{\"error\":\"temporarily_unavailable\"}", unexpected("refresh", "unexpected-shape")),
            (200, "{\"access_token\":\"ы\"}", unexpected("refresh", "unusable-token")),
        ];
        for (status, text, expected) in table {
            assert_eq!(refresh(status, text), Err(expected), "{status} {text}");
        }
        for (body, code) in surprises() {
            assert_eq!(refresh(200, &body), Err(unexpected("refresh", code)), "{} bytes", body.len());
        }
    }

    #[test]
    fn cut_answers_never_end_a_session() {
        for text in [fixture("refresh", 0), fixture("refresh", 1), fixture("sign-in", 1)] {
            for end in 0..text.trim_end().len() {
                let cut = refresh(200, &text[..end]);
                assert!(matches!(cut, Err(Failure::Unexpected { .. })), "cut at {end}: {cut:?}");
                assert!(sign_in(200, &text[..end]).is_err(), "cut at {end}");
            }
        }
    }

    #[test]
    fn a_picture_is_told_by_its_bytes() {
        let request = gateway().captcha(&inn());
        assert_eq!(request.url, format!("https://service.test/api/auth/captcha?username={}", inn().as_str()));
        let basic = Auth::Basic { user: "client".to_owned(), password: Secret::new("client-secret") };
        assert_eq!((request.method, request.auth, request.repeatable), (Method::Get, basic, true));

        let answer = |status, body: &[u8]| gateway().captcha_answer(&response(status, body));
        let table: [(&[u8], &str); 5] = [
            (b"\x89PNG\r\n\x1a\n...", "image/png"),
            (b"\xff\xd8\xff\xe0...", "image/jpeg"),
            (b"GIF89a...", "image/gif"),
            (b"BM\x01\x02\x03\x04\0\0\0\0...", "image/bmp"),
            (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "image/webp"),
        ];
        for (bytes, media_type) in table {
            let expected = Captcha { media_type: media_type.to_owned(), bytes: bytes.to_vec() };
            assert_eq!(answer(200, bytes), Ok(expected));
        }
        let failures: [(u16, &[u8], Failure); 6] = [
            (200, b"<html>", unexpected("captcha", "not-a-picture")),
            (200, b"<svg xmlns='http://www.w3.org/2000/svg'/>", unexpected("captcha", "not-a-picture")),
            (200, b"", unexpected("captcha", "not-a-picture")),
            (200, "\"Попробуйте позже\"".as_bytes(), refused("Попробуйте позже")),
            (401, b"", unexpected("captcha", "http-401")),
            (503, b"", Failure::Closed { until: None }),
        ];
        for (status, body, expected) in failures {
            assert_eq!(answer(status, body), Err(expected), "{status} {body:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_get_an_answer(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..200)) {
            let response = response(status, &body);
            let _ = gateway().sign_in_answer(&response);
            let _ = gateway().captcha_answer(&response);
            let refreshed = gateway().refresh_answer(&response);
            prop_assert!(status < 500 || !matches!(refreshed, Err(Failure::SignInAgain)));
        }
    }
}
