use fl_domain::access::{Case, Way};

use super::Intent;
use crate::{
    kit::{texts::Language, touch::Intent as Meaning},
    open::{Place, nav},
    testing::Stand,
};

fn open(language: Language, intents: &[Intent]) -> Stand {
    let mut stand = Stand::new(language).started();
    stand.go(Place::Access);
    for intent in intents {
        stand.touch(*intent);
    }
    assert!(stand.screen().path.contains(&"access".to_owned()));
    stand
}

const OWN_OFFICE: &[Intent] = &[Intent::Look(Way::Card), Intent::In(Case::OwnOffice)];
const OTHER_OFFICE: &[Intent] = &[Intent::Look(Way::Card), Intent::In(Case::OtherOffice)];
const REPRESENTATIVE: &[Intent] = &[Intent::Look(Way::Card), Intent::In(Case::Representative)];
const CHILD: &[Intent] = &[Intent::Look(Way::Card), Intent::In(Case::Child)];
const MFC: &[Intent] = &[Intent::Look(Way::Mfc)];
const ESIA: &[Intent] = &[Intent::Look(Way::Esia)];
const SIGNATURE: &[Intent] = &[Intent::Look(Way::Signature)];

#[test]
fn every_way_says_what_to_bring_and_how_long_it_takes() {
    let table = [
        (OWN_OFFICE, &["Passport", "5–10 minutes", "within 1 hour", "3 days"][..]),
        (OTHER_OFFICE, &["Passport", "INN certificate (original or copy)"]),
        (REPRESENTATIVE, &["Notarised power of attorney"]),
        (CHILD, &["Certificate of birth or adoption"]),
        (MFC, &["Passport", "e-mail", "up to 30 minutes", "15 days"]),
        (ESIA, &["in person", "Sberbank", "Post Bank", "Tinkoff", "by post", "1–2 days"]),
        (SIGNATURE, &["On a computer only", "CryptoPro"]),
    ];
    for (intents, words) in table {
        let stand = open(Language::En, intents);
        let seen = stand.seen();
        for word in words {
            let found =
                seen.contains(word) || (*word == "On a computer only" && seen.contains("Not on a phone"));
            let way: Vec<_> = intents.iter().map(Meaning::name).collect();
            assert!(found, "{way:?} lacks {word}: {seen}");
        }
    }
}

#[test]
fn it_works_before_any_sign_in_without_asking_anybody() {
    let mut stand = open(Language::En, &[]);
    stand.tap("card");
    assert_eq!(stand.screen().path, ["sign-in", "access", "access-card"]);
    stand.tap("case/child");
    assert!(stand.seen().contains("birth or adoption"), "{}", stand.seen());
    assert!(stand.sent.is_empty() && stand.asked_service.is_empty());
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().path, ["sign-in", "access"]);
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "sign-in");
}

#[test]
fn opened_at_one_way_going_back_leaves_it() {
    let mut stand = Stand::new(Language::En).started();
    stand.go(Place::Card);
    assert_eq!(stand.screen().path, ["sign-in", "card"]);
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "sign-in");
}

#[test]
fn screens() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("list-{code}"), open(language, &[]).seen());
        for (name, intents) in
            [("card", OTHER_OFFICE), ("mfc", MFC), ("esia", ESIA), ("signature", SIGNATURE)]
        {
            insta::assert_snapshot!(format!("{name}-{code}"), open(language, intents).seen());
        }
    }
}
