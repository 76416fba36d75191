use fl_domain::{Secret, service::Failure};
use proptest::prelude::*;

use super::EsiaAnswer;
use crate::{
    Tokens,
    exchange::{Auth, Method},
    fixtures::{answer as fixture, gateway, inn, json, refused, response, surprises, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("esia-url", 200, include_str!("fixtures/esia-url.page.json")),
    ("esia", 200, include_str!("fixtures/esia.accepted.json")),
    ("esia", 409, include_str!("fixtures/esia.forming.json")),
    ("esia", 403, include_str!("fixtures/esia.not-confirmed.json")),
];

fn esia(status: u16, body: impl AsRef<[u8]>) -> Result<EsiaAnswer, Failure> {
    gateway().esia_answer(&response(status, body))
}

fn esia_url(status: u16, body: impl AsRef<[u8]>) -> Result<String, Failure> {
    gateway().esia_url_answer(&response(status, body))
}

/// Whether an answer is taken for one.
fn passes(operation: &str, status: u16, body: &[u8]) -> bool {
    if operation == super::ESIA { esia(status, body).is_ok() } else { esia_url(status, body).is_ok() }
}

#[test]
fn requests_are_the_contracts() {
    let secret = Secret::new("made-up");
    let url = gateway().esia_url("fltaxes://esia", "state", "challenge").unwrap();
    let text = "{\"redirectUrl\":\"fltaxes://esia\",\"codeChallenge\":\"challenge\",\"state\":\"state\"}";
    assert_eq!((url.url.as_str(), url.body), ("https://service.test/api/fl/v1/esia/url", json(text)));
    assert_eq!((url.method, url.auth, url.repeatable), (Method::Post, Auth::None, false));
    let code = gateway().esia("fltaxes://esia", &secret, "state", &secret).unwrap();
    let text = concat!(
        "{\"redirectUrl\":\"fltaxes://esia\",\"code\":\"made-up\",\"state\":\"state\",",
        "\"codeVerifier\":\"made-up\",\"deviceInfo\":{\"appVersion\":\"",
        env!("CARGO_PKG_VERSION"),
        "\"}}"
    );
    assert_eq!((code.url.as_str(), code.body), ("https://service.test/api/fl/v1/esia", json(text)));
    assert_eq!((code.method, code.auth, code.repeatable), (Method::Post, Auth::None, false));
}

#[test]
fn the_brokers_page_is_an_address_that_may_be_opened() {
    let page = |url: &str| esia_url(200, format!("{{\"url\":\"{url}\"}}"));
    for url in ["https://esia.test/a?b=c#d", "http://127.0.0.1:8088/esia/authorize?x=1", "http://[::1]/"] {
        assert_eq!(page(url), Ok(url.to_owned()));
    }
    for url in [
        "http://esia.test/",
        "javascript:alert(1)",
        "fltaxes://esia",
        "file:///etc/passwd",
        "intent://esia.test#Intent;end",
        "/esia/authorize",
        "https://me:you@esia.test/",
        "https://",
    ] {
        assert_eq!(page(url), Err(unexpected("esia-url", "unusable-address")), "{url}");
    }
    assert_eq!(esia_url(200, "{\"url\":7}").unwrap_err(), unexpected("esia-url", "unusable-address"));
    assert_eq!(esia_url(200, "{}"), Err(unexpected("esia-url", "unexpected-shape")));
}

#[test]
fn the_code_of_a_redirect_brings_tokens_or_says_why_not() {
    let tokens = Tokens {
        access: Secret::new("made-up-access"),
        refresh: Some(Secret::new("made-up-refresh")),
        expires_in_seconds: Some(599),
    };
    assert_eq!(esia(200, fixture("esia", 0)), Ok(EsiaAnswer::Accepted { tokens, inn: inn() }));
    assert_eq!(esia(409, fixture("esia", 1)), Ok(EsiaAnswer::Forming { seconds: Some(86_400) }));
    let soon = "{\"code\":\"esia.forming\",\"message\":\"\"}";
    assert_eq!(esia(409, soon), Ok(EsiaAnswer::Forming { seconds: None }));
    assert_eq!(esia(403, fixture("esia", 2)), Ok(EsiaAnswer::NotConfirmed));
    let table = [
        (200, "{\"access_token\":\"a\"}", unexpected("esia", "unexpected-shape")),
        (200, "{\"access_token\":\"a\",\"inn\":\"770000000157\"}", unexpected("esia", "unexpected-shape")),
        (200, "{\"inn\":\"770000000156\"}", unexpected("esia", "unexpected-shape")),
        (200, "{\"access_token\":\"a b\",\"inn\":\"770000000156\"}", unexpected("esia", "unusable-token")),
        (200, soon, unexpected("esia", "unexpected-shape")),
        (400, "{\"message\":\"The code was used\"}", refused("The code was used")),
        (500, fixture("esia", 1), unexpected("esia", "http-500")),
    ];
    for (status, text, expected) in table {
        assert_eq!(esia(status, text), Err(expected), "{status} {text}");
    }
}

#[test]
fn surprises_are_named_and_a_rejected_token_ends_no_session() {
    for (body, code) in surprises() {
        assert_eq!(esia_url(200, &body), Err(unexpected("esia-url", code)));
        assert_eq!(esia(200, &body), Err(unexpected("esia", code)));
    }
    let json = "{\"error\":\"invalid_token\",\"error_description\":\"Access token expired\"}";
    assert_ne!(esia(401, json), Err(Failure::SignInAgain));
    assert_ne!(esia_url(401, json), Err(Failure::SignInAgain));
}

#[test]
fn every_prefix_of_every_answer_is_an_answer_or_a_typed_failure() {
    for (operation, status, text) in ANSWERS {
        let whole = text.trim_end();
        assert!(passes(operation, *status, whole.as_bytes()), "{operation} {whole}");
        for end in 0..whole.len() {
            assert!(!passes(operation, *status, &whole.as_bytes()[..end]), "{operation} cut at {end}");
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = esia(status, &body);
        let _ = esia_url(status, &body);
    }

    #[test]
    fn one_spoilt_byte_never_panics(which in 0_usize..ANSWERS.len(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let (_, status, text) = ANSWERS[which];
        let mut body = text.as_bytes().to_vec();
        let at = at.index(body.len());
        body[at] = byte;
        let _ = esia(status, &body);
        let _ = esia_url(status, &body);
    }
}
