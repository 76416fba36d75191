//! What holds for every question of the register.

use std::collections::BTreeSet;

use fl_domain::{
    Secret,
    service::{Ask, Capability, Failure, FieldFault, Question, Told, account, password},
};
use proptest::prelude::*;

use super::{answers, asks};
use crate::{
    Gateway, Profile, Response,
    fixtures::{WEBSITE, answer as fixture, gateway, refused, response, surprises, told, unexpected},
};

fn tell(ask: &Ask, status: u16, body: impl AsRef<[u8]>) -> Result<Told, Failure> {
    gateway().told(ask, &response(status, body))
}

fn named(name: &str) -> Ask {
    asks().into_iter().find(|ask| ask.name() == name).unwrap()
}

fn offering(offers: &str) -> Gateway {
    let toml = format!(
        "name = \"x\"\nbase_url = \"https://service.test\"\nclient_id = \"c\"\nwebsite = \"{WEBSITE}\"\noffers = [{offers}]"
    );
    Gateway::new(Profile::parse(&toml).unwrap())
}

#[test]
fn every_question_of_the_register_is_put_and_answered_here() {
    let all: BTreeSet<_> = Ask::REGISTER.iter().copied().flatten().map(|entry| entry.name).collect();
    assert_eq!(asks().iter().map(Ask::name).collect::<BTreeSet<_>>(), all);
    assert_eq!(answers().iter().map(|(name, ..)| *name).collect::<BTreeSet<_>>(), all);
}

#[test]
fn an_answer_is_always_one_of_its_own() {
    for ask in asks() {
        let told = tell(&ask, 200, fixture(ask.name(), 0)).unwrap();
        assert_eq!(told.name(), ask.name());
    }
}

#[test]
fn what_is_not_offered_is_not_asked_and_the_website_is_named() {
    let not_offered = || Failure::NotOffered { website: Some(WEBSITE.to_owned()) };
    let secret = Secret::new("made-up");
    let requests = |gateway: &Gateway| {
        let own = asks().into_iter().filter(|ask| ask.capability().is_some());
        let mut requests: Vec<_> = own.map(|ask| gateway.ask(&ask)).collect();
        requests.push(gateway.esia_url("fltaxes://esia", "state", "challenge"));
        requests.push(gateway.esia("fltaxes://esia", &secret, "state", &secret));
        requests
    };
    let all = requests(&gateway()).len();
    assert!(requests(&offering("")).into_iter().all(|asked| asked == Err(not_offered())));
    let mut sum = 0;
    for part in Capability::ALL {
        let gateway = offering(&format!("\"{}\"", part.word()));
        let offered = requests(&gateway).into_iter().flatten().count();
        // Gosuslugi's two calls are a way to a session, no questions in one.
        let own = asks().into_iter().filter(|ask| ask.capability() == Some(*part)).count();
        assert_eq!(offered, if *part == Capability::Esia { 2 } else { own }, "{part:?}");
        assert!(offered > 0, "{part:?} is nothing");
        sum += offered;
        // What is attested never depends on it.
        let attested: Vec<_> = asks().into_iter().filter(|ask| ask.capability().is_none()).collect();
        assert_eq!(attested.len(), 8);
        assert!(attested.iter().all(|ask| gateway.ask(ask).is_ok()));
    }
    assert_eq!(sum, all);
    assert!(offering("\"esia\"").profile().offers(Capability::Esia));
}

#[test]
fn another_prefix_moves_the_own_contract_alone() {
    let toml = "name = \"x\"\nbase_url = \"https://service.test\"\nclient_id = \"c\"\noffers = [\"password\"]\n\
                own_prefix = \"/fl\"";
    let gateway = Gateway::new(Profile::parse(toml).unwrap());
    let own = gateway.ask(&password::Status.ask()).unwrap().url;
    assert_eq!(own, "https://service.test/fl/password");
    let attested = gateway.ask(&account::EnsBalance.ask()).unwrap().url;
    assert_eq!(attested, "https://service.test/api/lkfl/api/v1/ens/general");
}

#[test]
fn every_made_up_answer_is_read_also_with_a_mark_and_white_space_around() {
    for ask in asks() {
        let text = fixture(ask.name(), 0);
        let plain = tell(&ask, 200, text);
        assert!(plain.is_ok(), "{text}");
        assert!(tell(&ask, 200, format!("\u{feff}\r\n{text} ")) == plain, "{text}");
    }
}

#[test]
fn another_shape_is_never_taken_for_done_or_for_no_danger() {
    for (body, code) in surprises() {
        for ask in asks() {
            assert_eq!(tell(&ask, 200, &body), Err(unexpected(ask.name(), code)), "{} bytes", body.len());
        }
    }
    for ask in asks() {
        for text in ["{\"status\":500,\"message\":\"Сервис перегружен\"}", "\"Сервис перегружен\""]
        {
            assert_eq!(tell(&ask, 200, text), Err(refused("Сервис перегружен")), "{} {text}", ask.name());
        }
    }
}

#[test]
fn a_code_counts_where_the_contract_lists_it_and_with_4xx_only() {
    let codes: [(&str, &[&str]); 7] = [
        ("password.old-wrong", &["password-change"]),
        ("password.refused", &["password-change", "recovery-password"]),
        ("recovery.mismatch", &["recovery"]),
        ("recovery.blocked", &["recovery"]),
        ("recovery.link-stale", &["recovery-link", "recovery-password"]),
        ("recovery.link-used", &["recovery-link", "recovery-password"]),
        ("contact.wrong-code", &["contact-confirm"]),
    ];
    for (code, homes) in codes {
        let text =
            format!("{{\"code\":\"{code}\",\"message\":\"Нет\",\"additionalInfo\":{{\"attemptsLeft\":2}}}}");
        for ask in asks() {
            let answer = tell(&ask, 400, &text);
            assert_eq!(answer.is_ok(), homes.contains(&ask.name()), "{code} {}", ask.name());
            assert_eq!(answer.err().unwrap_or_else(|| refused("Нет")), refused("Нет"));
            assert_eq!(tell(&ask, 200, &text), Err(refused("Нет")));
            assert_eq!(tell(&ask, 500, &text), Err(unexpected(ask.name(), "http-500")));
            assert_eq!(tell(&ask, 503, &text), Err(Failure::Closed { until: None }));
        }
    }
}

#[test]
fn a_rejected_token_ends_only_what_is_asked_in_the_sessions_name() {
    let json = "{\"error\":\"invalid_token\",\"error_description\":\"Access token expired: x\"}";
    let xml = "<oauth><error_description>Access token expired</error_description><error>invalid_token</error></oauth>";
    let bare = "<X><error_description>Access token expired</error_description></X>";
    for ask in asks() {
        for (status, text) in [
            (401, ""),
            (401, "<html>"),
            (401, json),
            (401, xml),
            (400, json),
            (400, xml),
            (500, bare),
            (200, json),
            (200, xml),
            (200, bare),
        ] {
            let ended = tell(&ask, status, text) == Err(Failure::SignInAgain);
            assert_eq!(ended, ask.needs_session(), "{} {status} {text}", ask.name());
        }
        for text in [json, xml, bare] {
            assert_eq!(tell(&ask, 503, text), Err(Failure::Closed { until: None }), "{text}");
        }
        // Nothing there is an answer to one question alone.
        let gone = Err(Failure::NotOffered { website: Some(WEBSITE.to_owned()) });
        let nothing = Ok(account::PaymentTotals::tell(None));
        let is_payments = ask.name() == account::PaymentTotals::NAME;
        assert_eq!(tell(&ask, 404, ""), if is_payments { nothing } else { gone }, "{}", ask.name());
    }
    let denied = "<oauth><error>access_denied</error><error_description>No</error_description></oauth>";
    assert_eq!(told(account::EnsBalance, 403, denied), Err(refused("No")));
}

#[test]
fn statuses_become_what_a_person_can_do() {
    let not_offered = || Failure::NotOffered { website: Some(WEBSITE.to_owned()) };
    let field = |field: &str, words: &str| FieldFault { field: field.to_owned(), words: words.to_owned() };
    let code = |code: &str| Failure::Unexpected { operation: "incomes".to_owned(), code: code.to_owned() };
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
        (403, "{\"error\":\"access_denied\",\"error_description\":\"Нет доступа\"}", refused("Нет доступа")),
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
        assert_eq!(told(account::Incomes, status, text), Err(expected), "{status} {text}");
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
        let read = gateway().told(&account::EnsBalance.ask(), &closed);
        assert_eq!(read, Err(Failure::Closed { until }), "{header:?}");
    }
}

#[test]
fn every_prefix_of_every_answer_is_an_answer_or_a_typed_failure() {
    let mut seen = 0;
    for (operation, status, text) in answers() {
        let ask = named(operation);
        let whole = text.trim_end();
        assert_eq!(tell(&ask, status, whole).is_ok(), status != 401, "{operation} {whole}");
        for end in 0..whole.len() {
            // JSON objects and lists end with their last character: nothing shorter may pass for whole.
            assert!(tell(&ask, status, &whole.as_bytes()[..end]).is_err(), "{operation} cut at {end}");
        }
        seen += 1;
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn debug_of_a_question_and_of_its_answers_tells_nobody() {
    for ask in asks() {
        let shown = format!("{ask:?}");
        for hidden in ["Made-up", "maria", "7700", "9000000001"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
    for (operation, status, text) in answers() {
        let shown = format!("{:?}", tell(&named(operation), status, text));
        for hidden in ["maria", "7700", "9000000001", "нет цифры", "ВЫДУМАННАЯ", "Выдуманный город", "500000"]
        {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..200)) {
        for ask in asks() {
            let _ = tell(&ask, status, &body);
        }
    }

    #[test]
    fn one_spoilt_byte_never_panics(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let answers = answers();
        let (_, status, text) = answers[which.index(answers.len())];
        let mut body = text.as_bytes().to_vec();
        if !body.is_empty() {
            let at = at.index(body.len());
            body[at] = byte;
        }
        for ask in asks() {
            let _ = tell(&ask, status, &body);
        }
    }
}
