use fl_domain::service::{
    Ask, Done, Question, SignInRecord, SignInWay,
    sign_ins::{Disown, Read},
};

use crate::{
    exchange::{Auth, Body},
    fixtures::{answer, json, put_own, told, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("sign-ins", 200, include_str!("fixtures/sign-ins.list.json")),
    ("sign-in-disown", 200, include_str!("../fixtures/done.json")),
];

fn disown() -> Disown {
    Disown { id: "made-up-1".to_owned() }
}

pub(crate) fn asks() -> Vec<Ask> {
    vec![Read.ask(), disown().ask()]
}

#[test]
fn requests_are_the_contracts() {
    assert_eq!(put_own(Read), ("sign-ins".to_owned(), Body::None, Auth::Bearer, true));
    let text = json("{\"id\":\"made-up-1\"}");
    assert_eq!(put_own(disown()), ("sign-ins/disown".to_owned(), text, Auth::Bearer, false));
}

#[test]
fn every_answer_is_what_it_says() {
    let record = |id: &str, at: &str, way, [device, place]: [&str; 2], is_current, is_open| SignInRecord {
        id: id.to_owned(),
        at: at.parse().unwrap(),
        way,
        device: device.to_owned(),
        place: place.to_owned(),
        is_current,
        is_open,
    };
    let here = ["FL Taxes", "Выдуманный город"];
    let rows = vec![
        record("made-up-2", "2026-11-22T08:59:00Z", SignInWay::Password, here, true, true),
        record("made-up-1", "2026-11-21T04:00:00Z", SignInWay::Esia, ["Браузер", ""], false, true),
        record("7", "2026-11-20T07:00:00Z", SignInWay::Other, ["", ""], false, false),
    ];
    assert_eq!(told(Read, 200, answer("sign-ins", 0)), Ok(rows));
    assert_eq!(told(disown(), 200, answer("sign-in-disown", 0)), Ok(Done));
}

#[test]
fn another_shape_is_never_taken_for_no_danger() {
    for text in [
        "{\"content\":[{\"at\":\"2026-11-22T08:59:00Z\"}]}",
        "{\"content\":[{\"id\":\"a\",\"at\":\"yesterday\"}]}",
        "{\"content\":[{\"id\":\"a b\",\"at\":\"2026-11-22T08:59:00Z\"}]}",
    ] {
        assert_eq!(told(Read, 200, text), Err(unexpected("sign-ins", "unexpected-shape")), "{text}");
    }
    assert_eq!(told(disown(), 204, ""), Err(unexpected("sign-in-disown", "empty-body")));
}

#[test]
fn nobody_looks_through_more_than_500() {
    let rows = "{\"id\":\"a\",\"at\":\"2026-11-22T08:59:00Z\"},".repeat(600);
    let long = format!("{{\"content\":[{}]}}", rows.trim_end_matches(','));
    assert_eq!(told(Read, 200, long).unwrap().len(), 500);
}
