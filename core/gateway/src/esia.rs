//! Signing in through Gosuslugi by the service's broker, in the shape of the sister service's: an address to open in the
//! browser, then the code of the redirect for tokens. S256 of a verifier binds the two (RFC 7636), the state is ours.

#[cfg(test)]
pub(crate) mod tests;

use fl_domain::{
    Inn, Secret,
    service::{Capability, Failure},
};
use serde::{Deserialize, Serialize};

use crate::{
    auth::{self, Tokens},
    dialect::{
        codec::{Asked, Path, Reader, answer},
        forms::Fields,
    },
    exchange::{Auth, Body, Request, Response},
    fault,
    gateway::Gateway,
    lenient::{self, Trouble},
    profile,
};

const ESIA_URL: &str = "esia-url";
const ESIA: &str = "esia";
const URL_PATH: Path = Path::Own("/esia/url");
const PATH: Path = Path::Own("/esia");
/// Codes of the contract.
const NOT_CONFIRMED: &str = "esia.not-confirmed";
const FORMING: &str = "esia.forming";

/// What the broker says to the code of a redirect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EsiaAnswer {
    /// Welcome.
    Accepted {
        /// The keys to the session.
        tokens: Tokens,
        /// Whose account it is.
        inn: Inn,
    },
    /// The account is being formed, which takes one to two days.
    Forming {
        /// From the answer on, if the service says so.
        seconds: Option<u64>,
    },
    /// Gosuslugi knows the person, but the identity was not confirmed in person.
    NotConfirmed,
}

pub(crate) fn url_request(
    gateway: &Gateway,
    redirect: &str,
    state: &str,
    challenge: &str,
) -> Result<Request, Failure> {
    let url = gateway.url(URL_PATH, Some(Capability::Esia))?;
    let body = Fields(&[
        ("redirectUrl", Some(redirect)),
        ("codeChallenge", Some(challenge)),
        ("state", Some(state)),
    ])
    .body();
    Ok(gateway.request(ESIA_URL, url.into(), Auth::None, body))
}

pub(crate) fn url_answer(response: &Response, website: &str) -> Result<String, Failure> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct WireUrl {
        #[serde(deserialize_with = "lenient::as_sent")]
        url: Option<String>,
    }
    let asked = Asked { operation: ESIA_URL, website, in_session: false };
    let reader = Reader {
        read: |text| lenient::object::<WireUrl>(text)?.url.ok_or(Trouble::Shape),
        complaint: |_| None,
        nothing: || None,
    };
    let url = answer(asked, response, &reader)?;
    // It is opened outside of this app, where any scheme may start anything.
    match profile::address("url", &url) {
        Ok(url) => Ok(url.into()),
        Err(_) => Err(fault::unexpected(ESIA_URL, "unusable-address")),
    }
}

pub(crate) fn request(
    gateway: &Gateway,
    redirect: &str,
    code: &Secret,
    state: &str,
    verifier: &Secret,
) -> Result<Request, Failure> {
    let url = gateway.url(PATH, Some(Capability::Esia))?;
    let body = Body::json(&WireExchange {
        redirect_url: redirect,
        code: code.expose(),
        state,
        code_verifier: verifier.expose(),
        device_info: WireDevice { app_version: env!("CARGO_PKG_VERSION") },
    });
    Ok(gateway.request(ESIA, url.into(), Auth::None, body))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireExchange<'a> {
    redirect_url: &'a str,
    code: &'a str,
    state: &'a str,
    code_verifier: &'a str,
    device_info: WireDevice,
}

/// Nothing of the device itself: the version is enough to know this client by.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireDevice {
    app_version: &'static str,
}

pub(crate) fn exchange_answer(response: &Response, website: &str) -> Result<EsiaAnswer, Failure> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct WireOwner {
        #[serde(deserialize_with = "lenient::text")]
        inn: Option<String>,
    }
    let asked = Asked { operation: ESIA, website, in_session: false };
    let reader = Reader {
        read: |text| {
            let tokens = auth::tokens_in(text)?.ok_or(Trouble::Shape)?;
            let owner: WireOwner = lenient::object(text)?;
            let inn = owner.inn.and_then(|inn| Inn::parse_person(&inn).ok()).ok_or(Trouble::Shape)?;
            Ok(EsiaAnswer::Accepted { tokens, inn })
        },
        complaint: |said| match said.code()? {
            NOT_CONFIRMED => Some(EsiaAnswer::NotConfirmed),
            FORMING => Some(EsiaAnswer::Forming { seconds: said.seconds() }),
            _ => None,
        },
        nothing: || None,
    };
    answer(asked, response, &reader)
}
