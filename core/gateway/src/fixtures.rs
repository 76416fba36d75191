//! Made-up answers and the small helpers the tests share.

use fl_domain::{
    Timestamp,
    service::{Page, Read},
};

use crate::{Gateway, Profile, Response};

pub(crate) fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

pub(crate) fn gateway() -> Gateway {
    let toml = "name = \"made up\"\nbase_url = \"https://service.test\"\nclient_id = \"client\"\n\
                client_secret = \"client-secret\"\nwebsite = \"https://service.test/help\"";
    Gateway::new(Profile::parse(toml).unwrap())
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

/// Made-up answers: whose they are (a request's operation), their status, their text.
pub(crate) const ANSWERS: [(&str, u16, &str); 17] = [
    ("sign-in", 200, include_str!("../fixtures/sign-in.accepted.json")),
    ("sign-in", 400, include_str!("../fixtures/sign-in.wrong-password.json")),
    ("sign-in", 403, include_str!("../fixtures/sign-in.captcha-wanted.json")),
    ("sign-in", 403, include_str!("../fixtures/sign-in.captcha-wrong.json")),
    ("refresh", 200, include_str!("../fixtures/refresh.accepted.json")),
    ("refresh", 200, include_str!("../fixtures/refresh.without-token.json")),
    ("ens-balance", 200, include_str!("../fixtures/ens-balance.debt.json")),
    ("ens-balance", 200, include_str!("../fixtures/ens-balance.clear.json")),
    ("liability-totals", 200, include_str!("../fixtures/liability-totals.both.json")),
    ("accruals", 200, include_str!("../fixtures/accruals.page.json")),
    ("arrears", 200, include_str!("../fixtures/arrears.page.json")),
    ("history", 200, include_str!("../fixtures/history.page.json")),
    ("incomes", 200, include_str!("../fixtures/incomes.years.json")),
    ("taxpayer", 200, include_str!("../fixtures/taxpayer.person.json")),
    ("payment-totals", 200, include_str!("../fixtures/payment-totals.sums.json")),
    ("payment-totals", 404, ""),
    ("ens-balance", 401, "{\"error\":\"invalid_token\",\"error_description\":\"Access token expired\"}"),
];

/// The text of one answer, by the start of its file's name.
pub(crate) fn answer(operation: &str, nth: usize) -> &'static str {
    ANSWERS.iter().filter(|(name, ..)| *name == operation).nth(nth).unwrap().2
}

/// Every question once.
pub(crate) fn reads() -> [Read; 8] {
    let page = Page { number: 0, size: 10 };
    [
        Read::EnsBalance,
        Read::LiabilityTotals,
        Read::Accruals(page),
        Read::Arrears(page),
        Read::History(page),
        Read::Incomes,
        Read::Taxpayer,
        Read::PaymentTotals,
    ]
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
