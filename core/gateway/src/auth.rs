//! Authorisation: OAuth 2 password grant in the Spring style, with a picture of digits in between.

#[cfg(test)]
pub(crate) mod tests;

use std::fmt;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use fl_domain::{Inn, Secret, service::Failure};
use serde::Deserialize;

use crate::{
    content::Content,
    exchange::{Auth, Body, Request, Response},
    fault::{self, Said},
    gateway::Gateway,
    lenient::{self, Trouble},
};

const SIGN_IN: &str = "sign-in";
const REFRESH: &str = "refresh";
const CAPTCHA: &str = "captcha";
/// The codes that are a verdict on the refresh token: RFC 6749, 5.2, and what authorisation in the Spring style says of one that is
/// unknown or has expired.
const VERDICTS: [&str; 2] = ["invalid_grant", "invalid_token"];
/// Codes of the project's own contract.
const PRIMARY_EXPIRED: &str = "password.primary-expired";
const NOT_ACTIVE: &str = "account.not-active";
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
        Some(PRIMARY_EXPIRED) => return Ok(SignInAnswer::PrimaryExpired),
        Some(NOT_ACTIVE) => {
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

/// The session is over only if the authorisation server itself judges the token: with a code of the protocol for that, or with the XML
/// document in which an expired token is attested to be answered. Everything else keeps it, since it may still be alive there: complaints
/// without such a code whatever their status, a bare 401, web pages, cut or empty bodies, closed doors, paths that have moved.
pub(crate) fn refresh_answer(response: &Response, website: &str) -> Result<Tokens, Failure> {
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    let given = match response.status {
        200..300 => tokens(REFRESH, &content)?,
        _ => None,
    };
    match (given, response.status) {
        (Some(tokens), _) => Ok(tokens),
        (None, status) if is_verdict(status, &said) => Err(Failure::SignInAgain),
        (None, 200..300) => Err(match said.words() {
            Some(words) => Failure::Refused { words: words.to_owned() },
            None => fault::of_content(REFRESH, &content, Trouble::Shape),
        }),
        (None, _) => Err(fault::of_status(REFRESH, response, said, website)),
    }
}

fn is_verdict(status: u16, said: &Said) -> bool {
    let is_about_the_token = match said.error.as_deref() {
        Some(code) => VERDICTS.contains(&code),
        None => said.is_xml(),
    };
    is_about_the_token && status < 500
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WireTokens {
    #[serde(deserialize_with = "lenient::as_sent")]
    access_token: Option<String>,
    #[serde(deserialize_with = "lenient::as_sent")]
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
    let inner = picture_inside(&response.body);
    let bytes = inner.as_ref().unwrap_or(&response.body);
    if response.status == 200
        && bytes.len() <= PICTURE_MAX
        && let Some(media_type) = picture_type(bytes)
    {
        return Ok(Captcha { media_type: media_type.to_owned(), bytes: bytes.clone() });
    }
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    Err(match (response.status, said.words()) {
        (200..300, Some(words)) => Failure::Refused { words: words.to_owned() },
        (200..300, None) => fault::unexpected(CAPTCHA, "not-a-picture"),
        _ => fault::of_status(CAPTCHA, response, said, website),
    })
}

/// A picture written into JSON as a `data:` URL in base64 (RFC 2397), alone or as the one text of an object.
fn picture_inside(body: &[u8]) -> Option<Vec<u8>> {
    let Content::Text(text) = Content::of(body) else { return None };
    let url = match lenient::value::<serde_json::Value>(text).ok()? {
        serde_json::Value::String(url) => url,
        serde_json::Value::Object(members) => members.into_iter().find_map(|(_, value)| {
            value.as_str().filter(|url| url.starts_with("data:")).map(str::to_owned)
        })?,
        _ => return None,
    };
    let (head, data) = url.strip_prefix("data:")?.split_once(',')?;
    let is_base64 = head.rsplit(';').next().is_some_and(|last| last.trim().eq_ignore_ascii_case("base64"));
    if !is_base64 || data.len() > 2 * PICTURE_MAX {
        return None;
    }
    BASE64_STANDARD.decode(data.trim()).ok()
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
