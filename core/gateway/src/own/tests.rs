//! The own contract read: what is meant by each answer, and what is not taken for one.

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

/// All requests of the own contract, or their refusals.
fn requests(gateway: &Gateway) -> Vec<Result<Request, Failure>> {
    let secret = Secret::new("made-up");
    let mut requests: Vec<_> = asks().iter().map(|ask| gateway.ask(ask)).collect();
    requests.extend([Read::Password, Read::Contacts, Read::SignIns].map(|read| gateway.read(read)));
    requests.push(gateway.esia_url("fltaxes://esia", "state", "challenge"));
    requests.push(gateway.esia("fltaxes://esia", &secret, "state", &secret));
    requests
}

fn offering(offers: &str) -> Gateway {
    let toml = format!(
        "name = \"x\"\nbase_url = \"https://service.test\"\nclient_id = \"c\"\nwebsite = \"{WEBSITE}\"\noffers = [{offers}]"
    );
    Gateway::new(Profile::parse(&toml).unwrap())
}

#[test]
fn requests_are_the_contracts_and_only_looking_is_repeatable() {
    let json = |text: &str| Body::Json(text.into());
    let id = inn().as_str().to_owned();
    let table = [
        ("password/policy", Body::None, Auth::None, true),
        (
            "password/change",
            json("{\"oldPassword\":\"Made-up1\",\"newPassword\":\"Made-up2\"}"),
            Auth::Bearer,
            false,
        ),
        ("password/confirm", json("{}"), Auth::Bearer, false),
        ("recovery/form", json(&format!("{{\"inn\":\"{id}\"}}")), Auth::None, true),
        (
            "recovery",
            json(&format!(
                "{{\"inn\":\"{id}\",\"email\":\"maria@example.test\",\"controlWord\":\"Made-up1\"}}"
            )),
            Auth::None,
            false,
        ),
        ("recovery/link", json("{\"token\":\"Made-up1\"}"), Auth::None, true),
        (
            "recovery/password",
            json("{\"token\":\"Made-up1\",\"newPassword\":\"Made-up2\"}"),
            Auth::None,
            false,
        ),
        ("contacts/email", json("{\"address\":\"maria@example.test\"}"), Auth::Bearer, false),
        ("contacts/phone", json("{\"number\":\"+79000000001\"}"), Auth::Bearer, false),
        ("contacts/control-word", json("{\"word\":\"Made-up1\"}"), Auth::Bearer, false),
        ("contacts/confirm", json("{\"contact\":\"email\",\"code\":\"Made-up1\"}"), Auth::Bearer, false),
        ("sign-ins/disown", json("{\"id\":\"made-up-1\"}"), Auth::Bearer, false),
        // No old password, fields that the form does not ask for, the other contact.
        ("password/change", json("{\"newPassword\":\"Made-up2\"}"), Auth::Bearer, false),
        ("recovery", json(&format!("{{\"inn\":\"{id}\"}}")), Auth::None, false),
        ("contacts/confirm", json("{\"contact\":\"phone\",\"code\":\"Made-up1\"}"), Auth::Bearer, false),
        ("password", Body::None, Auth::Bearer, true),
        ("contacts", Body::None, Auth::Bearer, true),
        ("sign-ins", Body::None, Auth::Bearer, true),
        (
            "esia/url",
            json("{\"redirectUrl\":\"fltaxes://esia\",\"codeChallenge\":\"challenge\",\"state\":\"state\"}"),
            Auth::None,
            false,
        ),
        (
            "esia",
            json(concat!(
                "{\"redirectUrl\":\"fltaxes://esia\",\"code\":\"made-up\",\"state\":\"state\",",
                "\"codeVerifier\":\"made-up\",\"deviceInfo\":{\"appVersion\":\"",
                env!("CARGO_PKG_VERSION"),
                "\"}}"
            )),
            Auth::None,
            false,
        ),
    ];
    let asked = requests(&gateway());
    assert_eq!(asked.len(), table.len());
    for (request, (path, body, auth, repeatable)) in asked.into_iter().zip(table) {
        let request = request.unwrap();
        assert_eq!(request.url, format!("https://service.test/api/fl/v1/{path}"));
        let is_get = body == Body::None;
        assert_eq!(request.method == Method::Get, is_get, "{path}");
        assert_eq!((request.body, request.auth, request.repeatable), (body, auth, repeatable), "{path}");
    }
}

#[test]
fn what_is_not_offered_is_not_asked_and_the_website_is_named() {
    let not_offered = || Err(Failure::NotOffered { website: Some(WEBSITE.to_owned()) });
    let all = requests(&gateway()).len();
    assert!(requests(&offering("")).into_iter().all(|asked| asked == not_offered()));
    let mut sum = 0;
    for (name, count) in [("password", 5), ("recovery", 5), ("contacts", 6), ("esia", 2), ("sign-ins", 2)] {
        let gateway = offering(&format!("\"{name}\""));
        let offered = requests(&gateway).into_iter().flatten().count();
        assert_eq!(offered, count, "{name}");
        sum += offered;
        // What is attested never depends on it.
        assert!(reads().into_iter().take(8).all(|read| gateway.read(read).is_ok()));
    }
    assert_eq!(sum, all);
    assert!(offering("\"esia\"").profile().offers(Capability::Esia));
}

#[test]
fn another_prefix_moves_the_own_contract_alone() {
    let toml = "name = \"x\"\nbase_url = \"https://service.test\"\nclient_id = \"c\"\noffers = [\"password\"]\n\
                own_prefix = \"/fl\"";
    let gateway = Gateway::new(Profile::parse(toml).unwrap());
    assert_eq!(gateway.read(Read::Password).unwrap().url, "https://service.test/fl/password");
    let attested = gateway.read(Read::EnsBalance).unwrap().url;
    assert_eq!(attested, "https://service.test/api/lkfl/api/v1/ens/general");
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
    assert_eq!(policy("{\"minLength\":4000000000}"), length(64));
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
fn our_own_words_of_a_sign_in_stand_beside_the_attested_ones() {
    let sign_in = |status, text: &str| gateway().sign_in_answer(&response(status, text));
    let not_active = |extra: &str| format!("{{\"code\":\"account.not-active\",\"message\":\"\"{extra}}}");
    for status in [200, 400, 403, 500] {
        assert_eq!(sign_in(status, fixture("sign-in", 4)), Ok(SignInAnswer::PrimaryExpired));
        let in_40_minutes = SignInAnswer::NotYetActive { seconds: 2400 };
        assert_eq!(sign_in(status, fixture("sign-in", 5)), Ok(in_40_minutes));
    }
    for (extra, seconds) in [("", 3600), (",\"seconds\":\"5\"", 5), (",\"seconds\":99999999999", 34_560_000)]
    {
        assert_eq!(sign_in(400, &not_active(extra)), Ok(SignInAnswer::NotYetActive { seconds }), "{extra}");
    }
    assert_eq!(sign_in(503, fixture("sign-in", 4)), Err(Failure::Closed { until: None }));
    // A picture comes first, and a code that means nothing here changes nothing.
    let both = "{\"code\":\"password.primary-expired\",\"message\":\"CAPTCHA\"}";
    assert_eq!(sign_in(403, both), Ok(SignInAnswer::CaptchaWanted));
    let other = "{\"code\":\"password.refused\",\"error_description\":\"Bad credentials\"}";
    assert_eq!(sign_in(400, other), Ok(SignInAnswer::WrongPassword));
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
