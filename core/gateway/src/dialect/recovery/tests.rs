use fl_domain::{
    Secret,
    access::{CharacterClass, Email, PasswordPolicy},
    service::{
        Ask, Question, RecoveryField, RecoveryForm,
        recovery::{Form, Link, OpenLink, PasswordSet, Recover, Recovered, SetPassword},
    },
};

use crate::{
    exchange::Auth,
    fixtures::{answer, inn, json, put_own, refused, told, unexpected},
};

const DAY: u64 = 24 * 60 * 60;

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("recovery-form", 200, include_str!("fixtures/recovery-form.open.json")),
    ("recovery-form", 200, include_str!("fixtures/recovery-form.blocked.json")),
    ("recovery", 200, include_str!("fixtures/recovery.sent.json")),
    ("recovery", 400, include_str!("fixtures/recovery.mismatch.json")),
    ("recovery", 429, include_str!("fixtures/recovery.blocked.json")),
    ("recovery-link", 200, include_str!("fixtures/recovery-link.good.json")),
    ("recovery-link", 410, include_str!("fixtures/recovery-link.stale.json")),
    ("recovery-link", 410, include_str!("fixtures/recovery-link.used.json")),
    ("recovery-password", 200, include_str!("../fixtures/done.json")),
    ("recovery-password", 422, include_str!("../fixtures/password.refused.json")),
    ("recovery-password", 410, include_str!("fixtures/recovery-link.stale.json")),
    ("recovery-password", 410, include_str!("fixtures/recovery-link.used.json")),
];

fn form() -> Form {
    Form { inn: inn() }
}

fn whole() -> Recover {
    let email = Email::parse("maria@example.test").unwrap();
    Recover { inn: inn(), email: Some(email), control_word: Some(Secret::new("Made-up1")) }
}

fn bare() -> Recover {
    Recover { inn: inn(), email: None, control_word: None }
}

fn open() -> OpenLink {
    OpenLink { token: Secret::new("Made-up1") }
}

fn set() -> SetPassword {
    SetPassword { token: Secret::new("Made-up1"), new: Secret::new("Made-up2") }
}

pub(crate) fn asks() -> Vec<Ask> {
    // The last where the form asks for nothing else.
    vec![form().ask(), whole().ask(), open().ask(), set().ask(), bare().ask()]
}

#[test]
fn requests_are_the_contracts_and_only_looking_is_repeatable() {
    let id = inn().as_str().to_owned();
    let is = |path: &str, text: &str, repeatable| (path.to_owned(), json(text), Auth::None, repeatable);
    let of = format!("{{\"inn\":\"{id}\"}}");
    assert_eq!(put_own(form()), is("recovery/form", &of, true));
    let attempt =
        format!("{{\"inn\":\"{id}\",\"email\":\"maria@example.test\",\"controlWord\":\"Made-up1\"}}");
    assert_eq!(put_own(whole()), is("recovery", &attempt, false));
    assert_eq!(put_own(bare()), is("recovery", &of, false));
    assert_eq!(put_own(open()), is("recovery/link", "{\"token\":\"Made-up1\"}", true));
    let new = "{\"token\":\"Made-up1\",\"newPassword\":\"Made-up2\"}";
    assert_eq!(put_own(set()), is("recovery/password", new, false));
}

#[test]
fn every_answer_is_what_it_says() {
    let standing = |left, blocked| RecoveryForm {
        fields: vec![RecoveryField::Email, RecoveryField::ControlWord],
        attempts_left: left,
        blocked_seconds: blocked,
    };
    assert_eq!(told(form(), 200, answer("recovery-form", 0)), Ok(standing(3, None)));
    assert_eq!(told(form(), 200, answer("recovery-form", 1)), Ok(standing(0, Some(DAY))));

    let attempt = |status, nth| told(whole(), status, answer("recovery", nth));
    assert_eq!(attempt(200, 0), Ok(Recovered::LetterSent { minutes: Some(5) }));
    assert_eq!(attempt(400, 1), Ok(Recovered::Mismatch { attempts_left: 2 }));
    assert_eq!(attempt(429, 2), Ok(Recovered::Blocked { seconds: DAY }));

    let policy = PasswordPolicy {
        min_length: 8,
        specials: "#)".to_owned(),
        required: vec![CharacterClass::Upper, CharacterClass::Digit],
    };
    let link = |status, nth| told(open(), status, answer("recovery-link", nth));
    assert_eq!(link(200, 0), Ok(Link::Good { inn: inn(), policy }));
    assert_eq!((link(410, 1), link(410, 2)), (Ok(Link::Stale), Ok(Link::Used)));

    let new = |status, nth| told(set(), status, answer("recovery-password", nth));
    assert_eq!(new(200, 0), Ok(PasswordSet::Done));
    let words = "Пароль не подходит: нет цифры".to_owned();
    assert_eq!(new(422, 1), Ok(PasswordSet::Refused { words }));
    assert_eq!((new(410, 2), new(410, 3)), (Ok(PasswordSet::Stale), Ok(PasswordSet::Used)));
}

#[test]
fn another_shape_is_never_taken_for_an_answer() {
    let shape = |name| unexpected(name, "unexpected-shape");
    assert_eq!(told(whole(), 200, "{\"sent\":false}"), Err(shape("recovery")));
    assert_eq!(told(open(), 200, "{\"inn\":\"770000000157\"}"), Err(shape("recovery-link")));
    assert_eq!(told(form(), 200, "{\"fields\":[\"email\"]}"), Err(shape("recovery-form")));
    let more = "{\"fields\":[\"email\",\"snils\"],\"attemptsLeft\":3}";
    assert_eq!(told(form(), 200, more), Err(unexpected("recovery-form", "unknown-field")));
    // A policy that cannot be read is the documented one.
    let link = "{\"inn\":\"770000000156\",\"policy\":[1]}";
    let policy = PasswordPolicy::default();
    assert_eq!(told(open(), 200, link), Ok(Link::Good { inn: inn(), policy }));
}

#[test]
fn numbers_of_a_stranger_are_held_to_what_can_be() {
    let mismatch = |info: &str| {
        let text =
            format!("{{\"code\":\"recovery.mismatch\",\"message\":\"Нет\",\"additionalInfo\":{info}}}");
        told(whole(), 400, text)
    };
    let table = [
        ("{\"attemptsLeft\":1}", Ok(Recovered::Mismatch { attempts_left: 1 })),
        ("{\"attemptsLeft\":\"2\"}", Ok(Recovered::Mismatch { attempts_left: 2 })),
        ("{\"attemptsLeft\":4000000000}", Ok(Recovered::Mismatch { attempts_left: 100 })),
        // The last one shuts it.
        ("{\"attemptsLeft\":0}", Ok(Recovered::Blocked { seconds: DAY })),
        ("{\"attemptsLeft\":-1}", Err(refused("Нет"))),
        ("null", Err(refused("Нет"))),
    ];
    for (info, expected) in table {
        assert_eq!(mismatch(info), expected, "{info}");
    }
    let blocked = |info: &str| {
        let text = format!("{{\"code\":\"recovery.blocked\",\"message\":\"\",\"additionalInfo\":{info}}}");
        told(whole(), 429, text)
    };
    let longest = 400 * DAY;
    for (info, seconds) in [
        ("{\"seconds\":60}", 60),
        ("{\"seconds\":\"60\"}", 60),
        ("{\"seconds\":18446744073709551615}", longest),
        ("{\"seconds\":1e99}", DAY),
        ("{}", DAY),
    ] {
        assert_eq!(blocked(info), Ok(Recovered::Blocked { seconds }), "{info}");
    }
    let shut = RecoveryForm { fields: Vec::new(), attempts_left: 0, blocked_seconds: Some(longest) };
    assert_eq!(told(form(), 200, "{\"fields\":[],\"blockedSeconds\":99999999999}"), Ok(shut));
    let letter = told(whole(), 200, "{\"sent\":true,\"minutes\":4000000000}");
    assert_eq!(letter, Ok(Recovered::LetterSent { minutes: Some(1440) }));
}
