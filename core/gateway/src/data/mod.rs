//! The data calls: one question, one answer, each in the session's name.

mod ens;
mod history;
mod taxpayer;

use fl_domain::service::{Failure, Page, Read, Reading};
use serde::Deserialize;
use serde_json::{json, value::RawValue};

use crate::{
    content::Content,
    exchange::{Auth, Body, Request, Response},
    fault::{self, Said},
    gateway::Gateway,
    lenient::{self, Trouble},
    own::readings,
    place,
};

pub(crate) fn request(gateway: &Gateway, read: Read) -> Result<Request, Failure> {
    let body = match read {
        Read::Accruals(page) | Read::Arrears(page) => ens::filter(page),
        Read::History(page) => history::filter(page),
        Read::EnsBalance
        | Read::LiabilityTotals
        | Read::Incomes
        | Read::Taxpayer
        | Read::PaymentTotals
        | Read::Password
        | Read::Contacts
        | Read::SignIns => Body::None,
    };
    let url = gateway.url(place::of_read(read))?;
    let request = gateway.request(read.name(), url.into(), Auth::Bearer, body);
    // The POSTs carry a filter and change nothing.
    Ok(Request { repeatable: true, ..request })
}

pub(crate) fn answer(read: Read, response: &Response, website: &str) -> Result<Reading, Failure> {
    let operation = read.name();
    let content = Content::of(&response.body);
    let said = Said::of(&content);
    match (response.status, &content) {
        (status, _) if said.ends_session(status) => Err(Failure::SignInAgain),
        (204 | 404, Content::Empty) if read == Read::PaymentTotals => Ok(Reading::PaymentTotals(None)),
        (200..300, Content::Text(text)) => {
            let result = reading(read, text);
            // A complaint with status 200 is neither an empty answer nor a broken one.
            let may_be_complaint = matches!(result, Ok(Reading::PaymentTotals(None)) | Err(Trouble::Shape));
            match (result, said.words()) {
                (_, Some(words)) if may_be_complaint => Err(Failure::Refused { words: words.to_owned() }),
                (Ok(reading), _) => Ok(reading),
                (Err(trouble), _) => Err(fault::of_content(operation, &content, trouble)),
            }
        }
        (200..300, other) => Err(fault::of_content(operation, other, Trouble::Shape)),
        _ => Err(fault::of_status(operation, response, said, website)),
    }
}

fn reading(read: Read, text: &str) -> Result<Reading, Trouble> {
    Ok(match read {
        Read::EnsBalance => Reading::EnsBalance(ens::balance(text)?),
        Read::LiabilityTotals => Reading::LiabilityTotals(ens::totals(text)?),
        Read::Accruals(_) => Reading::Accruals(ens::accruals(text)?),
        Read::Arrears(_) => Reading::Arrears(ens::arrears(text)?),
        Read::History(_) => Reading::History(history::operations(text)?),
        Read::Incomes => Reading::Incomes(taxpayer::incomes(text)?),
        Read::Taxpayer => Reading::Taxpayer(taxpayer::taxpayer(text)?),
        Read::PaymentTotals => Reading::PaymentTotals(taxpayer::payment_totals(text)?),
        Read::Password => Reading::Password(readings::password(text)?),
        Read::Contacts => Reading::Contacts(readings::contacts(text)?),
        Read::SignIns => Reading::SignIns(readings::sign_ins(text)?),
    })
}

/// `svnzInfo`: which tax.
#[derive(Default, Deserialize)]
#[serde(default)]
struct WireTax {
    #[serde(deserialize_with = "lenient::text")]
    code: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    title: Option<String>,
}

/// The rows of one page; without the list it is no page.
pub(crate) fn content<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Vec<T>, Trouble> {
    #[derive(Deserialize)]
    struct WirePage<'a> {
        #[serde(borrow)]
        content: Vec<&'a RawValue>,
    }
    let page: WirePage<'a> = lenient::object(text)?;
    rows(&page.content)
}

/// Rows of which every one is wanted: dropping one that cannot be read would make every sum silently short.
fn rows<'a, T: Deserialize<'a>>(raw: &[&'a RawValue]) -> Result<Vec<T>, Trouble> {
    raw.iter().map(|row| lenient::object(row.get())).collect()
}

/// The filter and the window of a paged call.
fn paged(filter: &serde_json::Value, page: Page) -> Body {
    Body::json(&json!({ "filter": filter, "pagination": { "page": page.number, "size": page.size } }))
}

#[cfg(test)]
mod tests {
    use fl_domain::service::FieldFault;
    use proptest::prelude::*;

    use super::*;
    use crate::fixtures::{ANSWERS, answer as fixture, gateway, reads, response, surprises};

    const WEBSITE: &str = "https://service.test/help";

    fn ask(read: Read, status: u16, body: impl AsRef<[u8]>) -> Result<Reading, Failure> {
        gateway().read_answer(read, &response(status, body))
    }

    fn unexpected(read: Read, code: &str) -> Result<Reading, Failure> {
        Err(Failure::Unexpected { operation: read.name().to_owned(), code: code.to_owned() })
    }

    fn refused(words: &str) -> Failure {
        Failure::Refused { words: words.to_owned() }
    }

    #[test]
    fn requests_are_the_wire_pages() {
        let page = Page { number: 3, size: 50 };
        let filter = "{\"filter\":{\"liabilityType\":\"FL\",\"sourceDocCodes\":[],\"svnzCodes\":[]},\
                      \"pagination\":{\"page\":3,\"size\":50}}";
        let history = "{\"filter\":{\"actionTypeName\":\"\",\"sourceDocCodes\":[]},\
                       \"pagination\":{\"page\":3,\"size\":50}}";
        let table = [
            (Read::EnsBalance, "ens/general", None),
            (Read::LiabilityTotals, "ens/liabilitiesMeta", None),
            (Read::Accruals(page), "ens/accrualsLiabilitySvnz", Some(filter)),
            (Read::Arrears(page), "ens/arrearsLiabilitySvnz", Some(filter)),
            (Read::History(page), "ens/historyOperations", Some(history)),
            (Read::Incomes, "taxpayer/2ndfl/v2", None),
            (Read::Taxpayer, "taxpayer/info/v2", None),
            (Read::PaymentTotals, "taxes/taxInfo", None),
        ];
        for (read, path, body) in table {
            let request = gateway().read(read).unwrap();
            assert_eq!(request.url, format!("https://service.test/api/lkfl/api/v1/{path}"));
            let expected = body.map_or(Body::None, |text| Body::Json(text.into()));
            assert_eq!((request.body, request.auth, request.repeatable), (expected, Auth::Bearer, true));
        }
    }

    #[test]
    fn every_made_up_answer_is_read_also_with_a_mark_and_white_space_around() {
        for read in reads() {
            let text = fixture(read.name(), 0);
            let plain = ask(read, 200, text);
            assert!(plain.is_ok(), "{text}");
            assert!(ask(read, 200, format!("\u{feff}\r\n{text} ")) == plain, "{text}");
        }
    }

    #[test]
    fn an_amount_that_cannot_be_read_is_neither_zero_nor_dropped() {
        let [balance, totals, accruals, arrears, history, incomes, _, payments, ..] = reads();
        let table = [
            (balance, "{\"ens\":{\"balanceAmount\":\"many\"}}"),
            (balance, "{\"ens\":{\"balanceAmount\":0,\"accrual\":{\"accrualNearest\":{\"amount\":{}}}}}"),
            (balance, "{\"ens\":{\"accrual\":{\"accrualNearest\":{\"date\":\"2026-12-01\"}}}}"),
            (totals, "{\"accruals\":[{\"amount\":1},{}]}"),
            (totals, "{\"arrears\":[{\"amount\":null}]}"),
            (accruals, "{\"content\":[{\"amount\":1},{\"amount\":\"\"}]}"),
            (arrears, "{\"content\":[{\"amount\":1e400}]}"),
            (history, "{\"content\":[{\"date\":\"2026-12-01\"}]}"),
            (incomes, "[{\"year\":2025,\"income\":\"1.2.3\"}]"),
            (payments, "{\"enpSum\":[]}"),
        ];
        for (read, text) in table {
            assert_eq!(ask(read, 200, text), unexpected(read, "unreadable-amount"), "{text}");
        }
        assert_eq!(ask(incomes, 200, "[{\"income\":1}]"), unexpected(incomes, "unreadable-year"));
    }

    #[test]
    fn another_shape_is_named_and_a_complaint_is_passed_on() {
        let [balance, totals, accruals, _, history, incomes, person, payments, ..] = reads();
        let shapes = [
            (balance, "{}"),
            (balance, "{\"ens\":null}"),
            (balance, "{\"ens\":[]}"),
            (balance, "{\"ens\":{\"accrual\":[]}}"),
            (totals, "{}"),
            (totals, "{\"accruals\":{}}"),
            (accruals, "{\"content\":null}"),
            (history, "[]"),
            (history, "{\"content\":[[\"2026-01-01\",5]]}"),
            (incomes, "{\"year\":2025}"),
            (person, "{\"unknown\":1}"),
            (payments, "[]"),
        ];
        for (read, text) in shapes {
            assert_eq!(ask(read, 200, text), unexpected(read, "unexpected-shape"), "{text}");
        }
        for read in reads() {
            for text in ["{\"status\":500,\"message\":\"Сервис перегружен\"}", "\"Сервис перегружен\""]
            {
                assert_eq!(ask(read, 200, text), Err(refused("Сервис перегружен")), "{read:?} {text}");
            }
        }
    }

    #[test]
    fn nothing_is_said_of_payments_in_three_ways() {
        for (status, text) in [(404, ""), (404, " \n"), (204, ""), (200, "{}"), (200, "{\"enpSum\":null}")] {
            let read = ask(Read::PaymentTotals, status, text);
            assert!(read == Ok(Reading::PaymentTotals(None)), "{status} {text:?}");
        }
    }

    #[test]
    fn a_rejected_token_in_every_form() {
        let json = "{\"error\":\"invalid_token\",\"error_description\":\"Access token expired: x\"}";
        let xml = "<oauth><error_description>Access token expired</error_description><error>invalid_token</error></oauth>";
        let bare = "<X><error_description>Access token expired</error_description></X>";
        for read in reads() {
            for (status, text) in
                [(401, ""), (401, "<html>"), (401, json), (401, xml), (400, json), (500, bare)]
            {
                assert_eq!(ask(read, status, text), Err(Failure::SignInAgain), "{status} {text}");
            }
            for text in [json, xml, bare] {
                assert_eq!(ask(read, 200, text), Err(Failure::SignInAgain), "{text}");
                assert_eq!(ask(read, 503, text), Err(Failure::Closed { until: None }), "{text}");
            }
        }
        let denied = "<oauth><error>access_denied</error><error_description>No</error_description></oauth>";
        assert_eq!(ask(Read::EnsBalance, 403, denied), Err(refused("No")));
    }

    #[test]
    fn statuses_become_what_a_person_can_do() {
        let not_offered = || Failure::NotOffered { website: Some(WEBSITE.to_owned()) };
        let field =
            |field: &str, words: &str| FieldFault { field: field.to_owned(), words: words.to_owned() };
        let code =
            |code: &str| Failure::Unexpected { operation: "incomes".to_owned(), code: code.to_owned() };
        let long = format!("{{\"message\":\"{}\"}}", "ы".repeat(600));
        let table = [
            (404, "", not_offered()),
            (404, "<html>no such page</html>", not_offered()),
            (404, "{\"status\":404,\"error\":\"Not Found\"}", not_offered()),
            (410, "", not_offered()),
            (501, "", not_offered()),
            (404, "{\"message\":\"Сведений нет\"}", refused("Сведений нет")),
            (400, "\"Неверный период\"", refused("Неверный период")),
            (
                400,
                "{\"code\":\"validation.failed\",\"message\":\" Неверный\\n период\\u0000 \"}",
                refused("Неверный период"),
            ),
            (422, "{\"code\":\"x\",\"message\":\"Нет\",\"additionalInfo\":null}", refused("Нет")),
            (
                422,
                "{\"message\":\"Нет\",\"additionalInfo\":{\"email\":\"занят\",\"n\":5}}",
                Failure::Fields(vec![field("email", "занят")]),
            ),
            (
                400,
                "{\"additionalInfo\":[{\"field\":\"a\",\"message\":\"b\"},{\"field\":\"c\"},7]}",
                Failure::Fields(vec![field("a", "b")]),
            ),
            (
                403,
                "{\"error\":\"access_denied\",\"error_description\":\"Нет доступа\"}",
                refused("Нет доступа"),
            ),
            (429, "{\"message\":\"Слишком часто\"}", refused("Слишком часто")),
            (429, "", code("http-429")),
            (400, "{\"error\":\"invalid_client\"}", code("oauth-invalid-client")),
            (400, "{\"error\":\"<secret>\"}", code("http-400")),
            (400, "", code("http-400")),
            (302, "", code("http-302")),
            (500, "{\"message\":\"NullPointerException at ...\"}", code("http-500")),
            (502, "<html>", code("http-502")),
            (400, &long, refused(&format!("{}…", "ы".repeat(500)))),
        ];
        for (status, text, expected) in table {
            assert_eq!(ask(Read::Incomes, status, text), Err(expected), "{status} {text}");
        }
    }

    #[test]
    fn closed_until_what_the_header_says() {
        let until = |text: &str| Some(text.parse().unwrap());
        let table = [
            (None, None),
            (Some("600"), until("2026-11-22T09:10:00Z")),
            (Some("Sun, 22 Nov 2026 21:00:00 GMT"), until("2026-11-22T21:00:00Z")),
            (Some("tomorrow"), None),
        ];
        for (header, until) in table {
            let closed = Response { retry_after: header.map(str::to_owned), ..response(503, "<html>") };
            let read = gateway().read_answer(Read::EnsBalance, &closed);
            assert_eq!(read, Err(Failure::Closed { until }), "{header:?}");
        }
    }

    #[test]
    fn surprises_are_named_by_a_stable_code() {
        for (body, code) in surprises() {
            for read in reads() {
                assert_eq!(ask(read, 200, &body), unexpected(read, code), "{} bytes", body.len());
            }
        }
        assert_eq!(
            ask(Read::Taxpayer, 200, "<a><error>x</error></a>"),
            unexpected(Read::Taxpayer, "xml-instead-of-json")
        );
    }

    #[test]
    fn every_prefix_of_every_answer_is_a_reading_or_a_typed_failure() {
        for read in reads() {
            for (operation, status, text) in ANSWERS {
                if operation != read.name() {
                    continue;
                }
                for end in 0..text.trim_end().len() {
                    let read = ask(read, status, &text.as_bytes()[..end]);
                    // JSON objects and lists end with their last character: nothing shorter may pass for whole.
                    assert!(read.is_err() || end == 0, "{operation} passed when cut at {end}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_get_an_answer(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..200)) {
            for read in reads() {
                let _ = ask(read, status, &body);
            }
        }

        #[test]
        fn one_spoilt_byte_never_panics(which in 0_usize..ANSWERS.len(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let (_, status, text) = ANSWERS[which];
            let mut body = text.as_bytes().to_vec();
            if !body.is_empty() {
                let at = at.index(body.len());
                body[at] = byte;
            }
            for read in reads() {
                let _ = ask(read, status, &body);
            }
        }
    }
}
