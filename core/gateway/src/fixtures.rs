//! Made-up answers and the small helpers the tests share.

use fl_domain::service::Capability;
use fl_domain::{
    Inn, Timestamp,
    service::{Failure, Question},
};

use crate::{Auth, Body, Gateway, Method, Profile, Response, auth, dialect, esia};

pub(crate) const WEBSITE: &str = "https://service.test/help";

pub(crate) fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

pub(crate) fn inn() -> Inn {
    Inn::made_up(7_700_000_001)
}

pub(crate) fn gateway() -> Gateway {
    let words: Vec<String> = Capability::ALL.iter().map(|part| format!("\"{}\"", part.word())).collect();
    let toml = "name = \"made up\"\nbase_url = \"https://service.test\"\nclient_id = \"client\"\n\
                client_secret = \"client-secret\"\nwebsite = \"https://service.test/help\"\n";
    let toml = format!("{toml}offers = [{}]", words.join(", "));
    Gateway::new(Profile::parse(&toml).unwrap())
}

pub(crate) fn response(status: u16, body: impl AsRef<[u8]>) -> Response {
    Response {
        status,
        content_type: Some("application/json".to_owned()),
        retry_after: None,
        date: None,
        body: body.as_ref().to_vec(),
        received_at: now(),
    }
}

/// Made-up answers, each beside its reading: whose they are (a request's operation), their status, their text.
pub(crate) fn answers() -> Vec<(&'static str, u16, &'static str)> {
    [auth::tests::ANSWERS, &dialect::answers(), esia::tests::ANSWERS].concat()
}

/// The text of one answer: the nth of an operation.
pub(crate) fn answer(operation: &str, nth: usize) -> &'static str {
    answers().into_iter().filter(|(name, ..)| *name == operation).nth(nth).unwrap().2
}

/// What a question is told by an answer; always one of its own.
pub(crate) fn told<Q: Question>(
    question: Q,
    status: u16,
    body: impl AsRef<[u8]>,
) -> Result<Q::Told, Failure> {
    gateway().told(&question.ask(), &response(status, body)).map(|told| Q::told(told).unwrap())
}

/// A question's request: the path after the prefix, the body, who asks, whether it may be sent again.
pub(crate) fn put<Q: Question>(question: Q, prefix: &str) -> (String, Body, Auth, bool) {
    let request = gateway().ask(&question.ask()).unwrap();
    assert_eq!(request.operation, Q::NAME);
    assert_eq!(request.method == Method::Get, request.body == Body::None);
    let prefix = format!("https://service.test{prefix}/");
    let path = request.url.strip_prefix(&prefix).unwrap().to_owned();
    (path, request.body, request.auth, request.repeatable)
}

/// The same, of the own contract.
pub(crate) fn put_own<Q: Question>(question: Q) -> (String, Body, Auth, bool) {
    put(question, "/api/fl/v1")
}

pub(crate) fn json(text: &str) -> Body {
    Body::Json(text.into())
}

pub(crate) fn unexpected(operation: &str, code: &str) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: code.to_owned() }
}

pub(crate) fn refused(words: &str) -> Failure {
    Failure::Refused { words: words.to_owned() }
}

/// Bodies that no operation expects, with the code that names each in a 2xx answer.
pub(crate) fn surprises() -> Vec<(Vec<u8>, &'static str)> {
    vec![
        (Vec::new(), "empty-body"),
        (b" \n".to_vec(), "empty-body"),
        (b"<!DOCTYPE html><html><body>maintenance</body></html>".to_vec(), "html-instead-of-json"),
        (b"\xef\xbb\xbf<html>".to_vec(), "html-instead-of-json"),
        (b"<".to_vec(), "html-instead-of-json"),
        (vec![0xff, 0xfe, 0x00], "not-text"),
        (vec![b'x'; 1 << 20], "not-json"),
        (vec![b'['; 1 << 20], "truncated-json"),
        (b"{\"a\":".repeat(100_000), "truncated-json"),
        (b"<a>".repeat(100_000), "html-instead-of-json"),
        (b"{".to_vec(), "truncated-json"),
        (b"null".to_vec(), "unexpected-shape"),
        (b"17".to_vec(), "unexpected-shape"),
    ]
}
