use fl_domain::service::{
    Ask, Failure, OfflineCause, OnceKey, Question,
    contacts::SetEmail,
    outbox::{Fate, FateTold},
};

use crate::{
    exchange::Auth,
    fixtures::{gateway, json, put_own, response, told, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("outbox-fate", 200, include_str!("fixtures/outbox-fate.accepted.json")),
    ("outbox-fate", 200, include_str!("fixtures/outbox-fate.refused.json")),
    ("outbox-fate", 200, include_str!("fixtures/outbox-fate.in-work.json")),
    ("outbox-fate", 200, include_str!("fixtures/outbox-fate.unheard.json")),
];

fn fate() -> Fate {
    Fate(OnceKey::from_bytes([0xab; 16]))
}

pub(crate) fn asks() -> Vec<Ask> {
    vec![fate().ask()]
}

#[test]
fn the_request_is_the_contracts() {
    let text = format!("{{\"key\":\"{}\"}}", "ab".repeat(16));
    assert_eq!(put_own(fate()), ("outbox/fate".to_owned(), json(&text), Auth::Bearer, true));
}

#[test]
fn every_answer_is_what_it_says() {
    let at = Some("2026-11-22T09:00:00Z".parse().unwrap());
    let known = [
        FateTold::Accepted { at },
        FateTold::Refused { words: Some("Такого входа не было".to_owned()) },
        FateTold::InWork,
        FateTold::Unheard { known_since: at },
    ];
    for ((_, status, text), expected) in ANSWERS.iter().zip(known) {
        assert_eq!(told(fate(), *status, text), Ok(expected), "{text}");
    }
}

#[test]
fn what_does_not_say_outright_that_nothing_came_does_not_say_so() {
    for text in ["{}", "{\"state\":null}", "{\"state\":\"lost\"}", "{\"state\":\"Unheard \"}", "{\"key\":1}"]
    {
        assert_eq!(told(fate(), 200, text), Err(unexpected("outbox-fate", "unexpected-shape")), "{text}");
    }
    // No promise is read out of what cannot be read.
    for since in ["\"soon\"", "1795338000", "{\"epochSecond\":1795338000}", "[]", "\"\""] {
        let text = format!("{{\"state\":\"unheard\",\"knownSince\":{since}}}");
        let known_since = Some(fl_domain::Timestamp::MAX);
        assert_eq!(told(fate(), 200, &text), Ok(FateTold::Unheard { known_since }), "{since}");
    }
}

#[test]
fn a_key_goes_along_and_is_never_repeated_by_itself() {
    let ask = SetEmail(fl_domain::access::Email::parse("maria@example.test").unwrap()).ask();
    let key = OnceKey::from_bytes([1; 16]);
    let request = gateway().ask_once(&ask, &key).unwrap();
    let header = request.headers.iter().find(|(name, _)| *name == "Idempotency-Key").unwrap();
    assert_eq!(header.1, format!("\"{}\"", "01".repeat(16)));
    assert!(!request.repeatable);
    // Still worked at: no answer yet.
    let in_work = response(409, "{\"code\":\"outbox.in-work\",\"message\":\"w\",\"additionalInfo\":null}");
    assert_eq!(gateway().told(&ask, &in_work), Err(Failure::Offline(OfflineCause::NoAnswer)));
}
