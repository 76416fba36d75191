use fl_domain::{
    Date, Secret,
    access::{CharacterClass, PasswordPolicy},
    service::{
        Ask, Done, PasswordStatus, Question,
        password::{Change, Changed, Confirm, Policy, Status},
    },
};

use crate::{
    exchange::{Auth, Body},
    fixtures::{answer, json, put_own, refused, told, unexpected},
};

/// Made-up answers.
pub(crate) const ANSWERS: &[(&str, u16, &str)] = &[
    ("password", 200, include_str!("fixtures/password.primary.json")),
    ("password", 200, include_str!("fixtures/password.own.json")),
    ("password", 200, include_str!("fixtures/password.absent.json")),
    ("password-policy", 200, include_str!("fixtures/password-policy.documented.json")),
    ("password-change", 200, include_str!("../fixtures/done.json")),
    ("password-change", 400, include_str!("fixtures/password-change.old-wrong.json")),
    ("password-change", 422, include_str!("../fixtures/password.refused.json")),
    ("password-confirm", 200, include_str!("../fixtures/done.json")),
];

fn change(old: &str) -> Change {
    Change { old: Secret::new(old), new: Secret::new("Made-up2") }
}

pub(crate) fn asks() -> Vec<Ask> {
    // The last of an account without a password.
    vec![Status.ask(), Policy.ask(), change("Made-up1").ask(), Confirm.ask(), change("").ask()]
}

#[test]
fn requests_are_the_contracts() {
    let is = |path: &str, body, auth, repeatable| (path.to_owned(), body, auth, repeatable);
    assert_eq!(put_own(Status), is("password", Body::None, Auth::Bearer, true));
    assert_eq!(put_own(Policy), is("password/policy", Body::None, Auth::None, true));
    let both = json("{\"oldPassword\":\"Made-up1\",\"newPassword\":\"Made-up2\"}");
    assert_eq!(put_own(change("Made-up1")), is("password/change", both, Auth::Bearer, false));
    let first = json("{\"newPassword\":\"Made-up2\"}");
    assert_eq!(put_own(change("")), is("password/change", first, Auth::Bearer, false));
    assert_eq!(put_own(Confirm), is("password/confirm", json("{}"), Auth::Bearer, false));
}

#[test]
fn every_answer_is_what_it_says() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let primary = PasswordStatus::Primary { issued: day("2026-11-20"), confirmed: false };
    assert_eq!(told(Status, 200, answer("password", 0)), Ok(primary));
    let own = PasswordStatus::Own { changed: Some(day("2026-11-21")) };
    assert_eq!(told(Status, 200, answer("password", 1)), Ok(own));
    assert_eq!(told(Status, 200, answer("password", 2)), Ok(PasswordStatus::Absent));
    assert_eq!(told(Policy, 200, answer("password-policy", 0)), Ok(PasswordPolicy::default()));
    let changed = |status, nth| told(change("Made-up1"), status, answer("password-change", nth));
    assert_eq!(changed(200, 0), Ok(Changed::Done));
    assert_eq!(changed(400, 1), Ok(Changed::OldWrong));
    let words = "Пароль не подходит: нет цифры".to_owned();
    assert_eq!(changed(422, 2), Ok(Changed::Refused { words }));
    assert_eq!(told(Confirm, 200, answer("password-confirm", 0)), Ok(Done));
}

#[test]
fn another_shape_is_never_taken_for_done() {
    let shape = |name| unexpected(name, "unexpected-shape");
    for text in ["{\"kind\":\"primary\"}", "{\"kind\":\"new\"}"] {
        assert_eq!(told(Status, 200, text), Err(shape("password")), "{text}");
    }
    assert_eq!(told(Confirm, 200, "{\"done\":false}"), Err(shape("password-confirm")));
    assert_eq!(told(change("a"), 200, "{\"ok\":true}"), Err(shape("password-change")));
    assert_eq!(told(Policy, 200, "{\"other\":1}"), Err(shape("password-policy")));
    // A code counts with 4xx alone.
    let weak = "{\"code\":\"password.refused\",\"message\":\"Нет\"}";
    assert_eq!(told(change("a"), 200, weak), Err(refused("Нет")));
}

#[test]
fn a_policy_asks_for_nothing_that_nobody_can_fulfil() {
    let policy = |text: &str| told(Policy, 200, text).unwrap();
    let length = |min_length| PasswordPolicy { min_length, ..PasswordPolicy::default() };
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
}
