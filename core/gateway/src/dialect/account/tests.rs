use fl_domain::service::{
    Ask, Page, Question,
    account::{Accruals, Arrears, EnsBalance, History, Incomes, LiabilityTotals, PaymentTotals, Taxpayer},
};

use crate::{
    exchange::{Auth, Body},
    fixtures::{json, put, told, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("ens-balance", 200, include_str!("fixtures/ens-balance.debt.json")),
    ("ens-balance", 200, include_str!("fixtures/ens-balance.clear.json")),
    ("liability-totals", 200, include_str!("fixtures/liability-totals.both.json")),
    ("accruals", 200, include_str!("fixtures/accruals.page.json")),
    ("arrears", 200, include_str!("fixtures/arrears.page.json")),
    ("history", 200, include_str!("fixtures/history.page.json")),
    ("incomes", 200, include_str!("fixtures/incomes.years.json")),
    ("taxpayer", 200, include_str!("fixtures/taxpayer.person.json")),
    ("payment-totals", 200, include_str!("fixtures/payment-totals.sums.json")),
    ("payment-totals", 404, ""),
    ("ens-balance", 401, "{\"error\":\"invalid_token\",\"error_description\":\"Access token expired\"}"),
];

pub(crate) fn asks() -> Vec<Ask> {
    let page = Page { number: 0, size: 10 };
    vec![
        EnsBalance.ask(),
        LiabilityTotals.ask(),
        Accruals(page).ask(),
        Arrears(page).ask(),
        History(page).ask(),
        Incomes.ask(),
        Taxpayer.ask(),
        PaymentTotals.ask(),
    ]
}

#[test]
fn requests_are_the_wire_pages() {
    let page = Page { number: 3, size: 50 };
    let filter = "{\"filter\":{\"liabilityType\":\"FL\",\"sourceDocCodes\":[],\"svnzCodes\":[]},\
                  \"pagination\":{\"page\":3,\"size\":50}}";
    let history = "{\"filter\":{\"actionTypeName\":\"\",\"sourceDocCodes\":[]},\
                   \"pagination\":{\"page\":3,\"size\":50}}";
    let is = |path: &str, body| (path.to_owned(), body, Auth::Bearer, true);
    let attested = "/api/lkfl/api/v1";
    assert_eq!(put(EnsBalance, attested), is("ens/general", Body::None));
    assert_eq!(put(LiabilityTotals, attested), is("ens/liabilitiesMeta", Body::None));
    assert_eq!(put(Accruals(page), attested), is("ens/accrualsLiabilitySvnz", json(filter)));
    assert_eq!(put(Arrears(page), attested), is("ens/arrearsLiabilitySvnz", json(filter)));
    assert_eq!(put(History(page), attested), is("ens/historyOperations", json(history)));
    assert_eq!(put(Incomes, attested), is("taxpayer/2ndfl/v2", Body::None));
    assert_eq!(put(Taxpayer, attested), is("taxpayer/info/v2", Body::None));
    assert_eq!(put(PaymentTotals, attested), is("taxes/taxInfo", Body::None));
}

/// What a question says to a body that it cannot read.
fn code<Q: Question>(question: Q, body: &str) -> fl_domain::service::Failure {
    told(question, 200, body).unwrap_err()
}

#[test]
fn an_amount_that_cannot_be_read_is_neither_zero_nor_dropped() {
    let page = Page { number: 0, size: 10 };
    let amount = |name| unexpected(name, "unreadable-amount");
    for text in [
        "{\"ens\":{\"balanceAmount\":\"many\"}}",
        "{\"ens\":{\"balanceAmount\":0,\"accrual\":{\"accrualNearest\":{\"amount\":{}}}}}",
        "{\"ens\":{\"accrual\":{\"accrualNearest\":{\"date\":\"2026-12-01\"}}}}",
    ] {
        assert_eq!(code(EnsBalance, text), amount("ens-balance"), "{text}");
    }
    for text in ["{\"accruals\":[{\"amount\":1},{}]}", "{\"arrears\":[{\"amount\":null}]}"] {
        assert_eq!(code(LiabilityTotals, text), amount("liability-totals"), "{text}");
    }
    let row = "{\"content\":[{\"amount\":1},{\"amount\":\"\"}]}";
    assert_eq!(code(Accruals(page), row), amount("accruals"));
    assert_eq!(code(Arrears(page), "{\"content\":[{\"amount\":1e400}]}"), amount("arrears"));
    assert_eq!(code(History(page), "{\"content\":[{\"date\":\"2026-12-01\"}]}"), amount("history"));
    assert_eq!(code(Incomes, "[{\"year\":2025,\"income\":\"1.2.3\"}]"), amount("incomes"));
    assert_eq!(code(PaymentTotals, "{\"enpSum\":[]}"), amount("payment-totals"));
    assert_eq!(code(Incomes, "[{\"income\":1}]"), unexpected("incomes", "unreadable-year"));
}

#[test]
fn another_shape_is_named() {
    let page = Page { number: 0, size: 10 };
    let shape = |name| unexpected(name, "unexpected-shape");
    for text in ["{}", "{\"ens\":null}", "{\"ens\":[]}", "{\"ens\":{\"accrual\":[]}}"] {
        assert_eq!(code(EnsBalance, text), shape("ens-balance"), "{text}");
    }
    for text in ["{}", "{\"accruals\":{}}"] {
        assert_eq!(code(LiabilityTotals, text), shape("liability-totals"), "{text}");
    }
    assert_eq!(code(Accruals(page), "{\"content\":{}}"), shape("accruals"));
    assert!(
        told(Accruals(page), 200, "{\"content\":null}") == Ok(Vec::new()),
        "so some services write an empty list"
    );
    for text in ["[]", "{\"content\":[[\"2026-01-01\",5]]}"] {
        assert_eq!(code(History(page), text), shape("history"), "{text}");
    }
    assert_eq!(code(Incomes, "{\"year\":2025}"), shape("incomes"));
    assert_eq!(code(Taxpayer, "{\"unknown\":1}"), shape("taxpayer"));
    assert_eq!(code(PaymentTotals, "[]"), shape("payment-totals"));
    let xml = "<a><error>x</error></a>";
    assert_eq!(code(Taxpayer, xml), unexpected("taxpayer", "xml-instead-of-json"));
}

#[test]
fn nothing_is_said_of_payments_in_three_ways() {
    for (status, text) in [(404, ""), (404, " \n"), (204, ""), (200, "{}"), (200, "{\"enpSum\":null}")] {
        assert!(told(PaymentTotals, status, text) == Ok(None), "{status} {text:?}");
    }
}
