//! The own contract read: what is meant by each answer, and what is not taken for one.

mod getting_in;
mod requests;

use fl_domain::{
    Date, Inn, Secret,
    access::{CharacterClass, PasswordPolicy},
    service::{
        Ask, Capability, ContactState, Contacts, Failure, PasswordStatus, Read, Reading, RecoveryField,
        RecoveryForm, SignInRecord, SignInWay, Told,
    },
};
use proptest::prelude::*;

use crate::{
    Auth, Body, EsiaAnswer, Gateway, Method, Profile, Request, SignInAnswer, Tokens,
    fixtures::{ANSWERS, answer as fixture, asks, gateway, reads, response, surprises},
};

const WEBSITE: &str = "https://service.test/help";

fn inn() -> Inn {
    Inn::made_up(7_700_000_001)
}

fn named(name: &str) -> Ask {
    asks().into_iter().find(|ask| ask.name() == name).unwrap()
}

fn told(ask: &Ask, status: u16, body: impl AsRef<[u8]>) -> Result<Told, Failure> {
    gateway().ask_answer(ask, &response(status, body))
}

fn esia(status: u16, body: impl AsRef<[u8]>) -> Result<EsiaAnswer, Failure> {
    gateway().esia_answer(&response(status, body))
}

fn esia_url(status: u16, body: impl AsRef<[u8]>) -> Result<String, Failure> {
    gateway().esia_url_answer(&response(status, body))
}

fn read(read: Read, body: &str) -> Result<Reading, Failure> {
    gateway().read_answer(read, &response(200, body))
}

fn unexpected(operation: &str, code: &str) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: code.to_owned() }
}

fn refused(words: &str) -> Failure {
    Failure::Refused { words: words.to_owned() }
}

fn documented() -> PasswordPolicy {
    PasswordPolicy::default()
}

#[test]
fn every_answer_of_the_contract_is_what_it_says() {
    let form = |left, blocked| RecoveryForm {
        fields: vec![RecoveryField::Email, RecoveryField::ControlWord],
        attempts_left: left,
        blocked_seconds: blocked,
    };
    let own_policy = PasswordPolicy {
        min_length: 8,
        specials: "#)".to_owned(),
        required: vec![CharacterClass::Upper, CharacterClass::Digit],
    };
    let weak = || Told::PasswordRefused {
        words: "Пароль не подходит: нет цифры".to_owned()
    };
    let expected = [
        ("password-policy", vec![Told::Policy(documented())]),
        ("password-change", vec![Told::Done, Told::OldPasswordWrong, weak()]),
        ("password-confirm", vec![Told::Done]),
        ("recovery-form", vec![Told::RecoveryForm(form(3, None)), Told::RecoveryForm(form(0, Some(86_400)))]),
        (
            "recovery",
            vec![
                Told::LetterSent { minutes: Some(5) },
                Told::RecoveryMismatch { attempts_left: 2 },
                Told::RecoveryBlocked { seconds: 86_400 },
            ],
        ),
        (
            "recovery-link",
            vec![Told::Link { inn: inn(), policy: own_policy }, Told::LinkStale, Told::LinkUsed],
        ),
        ("recovery-password", vec![Told::Done, weak(), Told::LinkStale, Told::LinkUsed]),
        ("contact-email", vec![Told::Done]),
        ("contact-phone", vec![Told::Done]),
        ("control-word", vec![Told::Done]),
        ("contact-confirm", vec![Told::Done, Told::WrongCode]),
        ("sign-in-disown", vec![Told::Done]),
    ];
    for (name, meanings) in expected {
        let answers: Vec<_> = ANSWERS
            .iter()
            .filter(|(operation, ..)| *operation == name)
            .map(|(_, status, text)| told(&named(name), *status, text).unwrap())
            .collect();
        assert_eq!(answers, meanings, "{name}");
    }
}

#[test]
fn the_password_contacts_and_sign_ins_are_read() {
    let password = |nth| read(Read::Password, fixture("password", nth)).unwrap();
    let day = |text: &str| text.parse::<Date>().unwrap();
    let primary = PasswordStatus::Primary { issued: day("2026-11-20"), confirmed: false };
    assert_eq!(password(0), Reading::Password(primary));
    assert_eq!(password(1), Reading::Password(PasswordStatus::Own { changed: Some(day("2026-11-21")) }));
    assert_eq!(password(2), Reading::Password(PasswordStatus::Absent));

    let contact = |confirmed: Option<&str>, pending: Option<&str>| ContactState {
        confirmed: confirmed.map(str::to_owned),
        pending: pending.map(str::to_owned),
    };
    let maria = Some("maria@example.test");
    let contacts = [
        Contacts {
            email: contact(maria, None),
            phone: contact(Some("+79000000001"), None),
            control_word_set: true,
        },
        Contacts {
            email: contact(maria, Some("new@example.test")),
            phone: contact(None, Some("+79000000002")),
            control_word_set: false,
        },
        Contacts::default(),
    ];
    for (nth, expected) in contacts.into_iter().enumerate() {
        assert_eq!(read(Read::Contacts, fixture("contacts", nth)), Ok(Reading::Contacts(expected)));
    }

    let record = |id: &str, at: &str, way, [device, place]: [&str; 2], is_current, is_open| SignInRecord {
        id: id.to_owned(),
        at: at.parse().unwrap(),
        way,
        device: device.to_owned(),
        place: place.to_owned(),
        is_current,
        is_open,
    };
    let sign_ins = vec![
        record(
            "made-up-2",
            "2026-11-22T08:59:00Z",
            SignInWay::Password,
            ["FL Taxes", "Выдуманный город"],
            true,
            true,
        ),
        record("made-up-1", "2026-11-21T04:00:00Z", SignInWay::Esia, ["Браузер", ""], false, true),
        record("7", "2026-11-20T07:00:00Z", SignInWay::Other, ["", ""], false, false),
    ];
    assert_eq!(read(Read::SignIns, fixture("sign-ins", 0)), Ok(Reading::SignIns(sign_ins)));
}

#[test]
fn another_shape_is_never_taken_for_done_or_for_no_danger() {
    let shapes = [
        (Read::Password, "{\"kind\":\"primary\"}"),
        (Read::Password, "{\"kind\":\"new\"}"),
        (Read::Contacts, "{\"email\":{\"confirmed\":\"a@b.test\"}}"),
        (Read::Contacts, "{\"controlWordSet\":1}"),
        (Read::SignIns, "{\"content\":[{\"at\":\"2026-11-22T08:59:00Z\"}]}"),
        (Read::SignIns, "{\"content\":[{\"id\":\"a\",\"at\":\"yesterday\"}]}"),
        (Read::SignIns, "{\"content\":[{\"id\":\"a b\",\"at\":\"2026-11-22T08:59:00Z\"}]}"),
    ];
    for (asked, text) in shapes {
        assert_eq!(read(asked, text), Err(unexpected(asked.name(), "unexpected-shape")), "{text}");
    }
    let table = [
        ("password-confirm", "{\"done\":false}", "unexpected-shape"),
        ("password-change", "{\"ok\":true}", "unexpected-shape"),
        ("password-policy", "{\"other\":1}", "unexpected-shape"),
        ("recovery", "{\"sent\":false}", "unexpected-shape"),
        ("recovery-link", "{\"inn\":\"770000000157\"}", "unexpected-shape"),
        ("recovery-form", "{\"fields\":[\"email\"]}", "unexpected-shape"),
        ("recovery-form", "{\"fields\":[\"email\",\"snils\"],\"attemptsLeft\":3}", "unknown-field"),
    ];
    for (name, text, code) in table {
        assert_eq!(told(&named(name), 200, text), Err(unexpected(name, code)), "{text}");
    }
    assert_eq!(told(&named("sign-in-disown"), 204, ""), Err(unexpected("sign-in-disown", "empty-body")));
    for ask in asks() {
        for (body, code) in surprises() {
            assert_eq!(told(&ask, 200, &body), Err(unexpected(ask.name(), code)), "{} bytes", body.len());
        }
        let words = "{\"status\":500,\"message\":\"Сервис перегружен\"}";
        assert_eq!(told(&ask, 200, words), Err(refused("Сервис перегружен")));
    }
    for (body, code) in surprises() {
        assert_eq!(esia_url(200, &body), Err(unexpected("esia-url", code)));
        assert_eq!(esia(200, &body), Err(unexpected("esia", code)));
    }
}

#[test]
fn a_code_counts_where_the_contract_lists_it_and_with_4xx_only() {
    let codes = [
        ("password.old-wrong", "password-change"),
        ("password.refused", "password-change"),
        ("recovery.mismatch", "recovery"),
        ("recovery.blocked", "recovery"),
        ("recovery.link-stale", "recovery-link"),
        ("recovery.link-used", "recovery-link"),
        ("contact.wrong-code", "contact-confirm"),
    ];
    for (code, home) in codes {
        let text =
            format!("{{\"code\":\"{code}\",\"message\":\"Нет\",\"additionalInfo\":{{\"attemptsLeft\":2}}}}");
        for ask in asks() {
            let is_shared = matches!(ask, Ask::SetPassword { .. })
                && matches!(code, "password.refused" | "recovery.link-stale" | "recovery.link-used");
            let answer = told(&ask, 400, &text);
            assert_eq!(answer.is_ok(), ask.name() == home || is_shared, "{code} {}", ask.name());
            assert_eq!(answer.err().unwrap_or_else(|| refused("Нет")), refused("Нет"));
            assert_eq!(told(&ask, 200, &text), Err(refused("Нет")));
            assert_eq!(told(&ask, 500, &text), Err(unexpected(ask.name(), "http-500")));
            assert_eq!(told(&ask, 503, &text), Err(Failure::Closed { until: None }));
        }
    }
}

#[test]
fn numbers_of_a_stranger_are_held_to_what_can_be() {
    let ask = named("recovery");
    let mismatch = |info: &str| {
        let text =
            format!("{{\"code\":\"recovery.mismatch\",\"message\":\"Нет\",\"additionalInfo\":{info}}}");
        told(&ask, 400, text)
    };
    let day = 24 * 60 * 60;
    let table = [
        ("{\"attemptsLeft\":1}", Ok(Told::RecoveryMismatch { attempts_left: 1 })),
        ("{\"attemptsLeft\":\"2\"}", Ok(Told::RecoveryMismatch { attempts_left: 2 })),
        ("{\"attemptsLeft\":4000000000}", Ok(Told::RecoveryMismatch { attempts_left: 100 })),
        // The last one shuts it.
        ("{\"attemptsLeft\":0}", Ok(Told::RecoveryBlocked { seconds: day })),
        ("{\"attemptsLeft\":-1}", Err(refused("Нет"))),
        ("null", Err(refused("Нет"))),
    ];
    for (info, expected) in table {
        assert_eq!(mismatch(info), expected, "{info}");
    }
    let blocked = |info: &str| {
        told(
            &ask,
            429,
            format!("{{\"code\":\"recovery.blocked\",\"message\":\"\",\"additionalInfo\":{info}}}"),
        )
    };
    let longest = 400 * day;
    for (info, seconds) in [
        ("{\"seconds\":60}", 60),
        ("{\"seconds\":\"60\"}", 60),
        ("{\"seconds\":18446744073709551615}", longest),
        ("{\"seconds\":1e99}", day),
        ("{}", day),
    ] {
        assert_eq!(blocked(info), Ok(Told::RecoveryBlocked { seconds }), "{info}");
    }
    let form = told(&named("recovery-form"), 200, "{\"fields\":[],\"blockedSeconds\":99999999999}");
    let shut = RecoveryForm { fields: Vec::new(), attempts_left: 0, blocked_seconds: Some(longest) };
    assert_eq!(form, Ok(Told::RecoveryForm(shut)));
    let letter = told(&ask, 200, "{\"sent\":true,\"minutes\":4000000000}");
    assert_eq!(letter, Ok(Told::LetterSent { minutes: Some(1440) }));

    let rows = "{\"id\":\"a\",\"at\":\"2026-11-22T08:59:00Z\"},".repeat(600);
    let long = format!("{{\"content\":[{}]}}", rows.trim_end_matches(','));
    let Ok(Reading::SignIns(rows)) = read(Read::SignIns, &long) else { panic!() };
    assert_eq!(rows.len(), 500);
}

#[test]
fn a_policy_asks_for_nothing_that_nobody_can_fulfil() {
    let policy = |text: &str| match told(&Ask::PasswordPolicy, 200, text) {
        Ok(Told::Policy(policy)) => policy,
        other => panic!("{text}: {other:?}"),
    };
    let length = |min_length| PasswordPolicy { min_length, ..documented() };
    assert_eq!(policy("{\"minLength\":0}"), length(1));
    assert_eq!(policy("{\"minLength\":4000000000}"), length(256));
    assert_eq!(policy("{\"minLength\":\"12\",\"required\":7}"), length(12));
    let signs = policy("{\"specials\":\"##) a1ы\\u0000\"}");
    assert_eq!(signs.specials, "#)");
    let many: String = ('\u{2200}'..'\u{22ff}').collect();
    assert_eq!(policy(&format!("{{\"specials\":\"{many}\"}}")).specials.chars().count(), 64);
    // A special character is wanted, and there is none.
    let none = policy("{\"specials\":\"abc\",\"required\":[\"special\",\"digit\",\"digit\",\"emoji\"]}");
    assert_eq!((none.specials.as_str(), none.required), ("", vec![CharacterClass::Digit]));
    let link = "{\"inn\":\"770000000156\",\"policy\":[1]}";
    assert_eq!(told(&named("recovery-link"), 200, link), Ok(Told::Link { inn: inn(), policy: documented() }));
}

#[test]
fn a_rejected_token_ends_only_what_is_asked_in_the_sessions_name() {
    let json = "{\"error\":\"invalid_token\",\"error_description\":\"Access token expired\"}";
    let xml = "<o><error_description>expired</error_description><error>invalid_token</error></o>";
    for ask in asks() {
        for (status, text) in [(401, ""), (401, "<html>"), (401, json), (400, xml), (200, xml)] {
            let ended = told(&ask, status, text) == Err(Failure::SignInAgain);
            assert_eq!(ended, ask.needs_session(), "{} {status} {text}", ask.name());
        }
        assert_eq!(told(&ask, 503, json), Err(Failure::Closed { until: None }));
        let gone = Err(Failure::NotOffered { website: Some(WEBSITE.to_owned()) });
        assert_eq!(told(&ask, 404, ""), gone);
    }
    assert_ne!(esia(401, json), Err(Failure::SignInAgain));
    assert_ne!(esia_url(401, json), Err(Failure::SignInAgain));
}

/// What reads an answer to an operation of the own contract; nothing shorter than the whole may pass for it.
fn passes(operation: &str, status: u16, body: &[u8]) -> bool {
    match operation {
        "esia" => esia(status, body).is_ok(),
        "esia-url" => esia_url(status, body).is_ok(),
        _ => told(&named(operation), status, body).is_ok(),
    }
}

#[test]
fn every_prefix_of_every_answer_is_an_answer_or_a_typed_failure() {
    let reads: Vec<_> = reads().map(Read::name).into();
    let mut seen = 0;
    for (operation, status, text) in ANSWERS {
        if reads.contains(&operation) || ["sign-in", "refresh"].contains(&operation) {
            continue;
        }
        let whole = text.trim_end();
        assert!(passes(operation, status, whole.as_bytes()), "{operation} {whole}");
        for end in 0..whole.len() {
            assert!(!passes(operation, status, &whole.as_bytes()[..end]), "{operation} cut at {end}");
        }
        seen += 1;
    }
    assert_eq!(seen, 27);
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..200)) {
        for ask in asks() {
            let _ = told(&ask, status, &body);
        }
        let _ = esia(status, &body);
        let _ = esia_url(status, &body);
    }

    #[test]
    fn one_spoilt_byte_never_panics(which in 0_usize..ANSWERS.len(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let (_, status, text) = ANSWERS[which];
        let mut body = text.as_bytes().to_vec();
        if !body.is_empty() {
            let at = at.index(body.len());
            body[at] = byte;
        }
        for ask in asks() {
            let _ = told(&ask, status, &body);
        }
        let _ = esia(status, &body);
        let _ = esia_url(status, &body);
    }
}
