use super::Intent;
use crate::{Intent as AppIntent, Place, screen::ScreenId, testing::Stand, texts::Language};

fn open(language: Language, intent: Option<Intent>) -> Stand {
    let mut stand = Stand::new(language).started();
    stand.intent(AppIntent::Go(Place::Access));
    if let Some(intent) = intent {
        stand.intent(AppIntent::Access(intent));
    }
    assert_eq!(stand.screen().id, ScreenId::Access);
    stand
}

#[test]
fn every_way_says_what_to_bring_and_how_long_it_takes() {
    let table = [
        (Intent::OwnOffice, &["Passport", "5–10 minutes", "within 1 hour", "3 days"][..]),
        (Intent::OtherOffice, &["Passport", "INN certificate (original or copy)"]),
        (Intent::Representative, &["Notarised power of attorney"]),
        (Intent::Child, &["Certificate of birth or adoption"]),
        (Intent::Mfc, &["Passport", "e-mail", "up to 30 minutes", "15 days"]),
        (Intent::Esia, &["in person", "Sberbank", "Post Bank", "Tinkoff", "by post", "1–2 days"]),
        (Intent::Signature, &["On a computer only", "CryptoPro"]),
    ];
    for (intent, words) in table {
        let stand = open(Language::En, Some(intent));
        let seen = stand.seen();
        for word in words {
            let found =
                seen.contains(word) || (*word == "On a computer only" && seen.contains("Not on a phone"));
            assert!(found, "{intent:?} lacks {word}: {seen}");
        }
    }
}

#[test]
fn it_works_before_any_sign_in_without_asking_anybody() {
    let mut stand = open(Language::En, None);
    stand.tap("card");
    stand.tap("case/child");
    assert!(stand.seen().contains("birth or adoption"), "{}", stand.seen());
    assert!(stand.sent.is_empty() && stand.asked_service.is_empty());
    stand.intent(AppIntent::Back);
    stand.intent(AppIntent::Back);
    assert_eq!(stand.screen().id, ScreenId::SignIn);
}

#[test]
fn opened_at_one_way_going_back_leaves_it() {
    let mut stand = Stand::new(Language::En).started();
    stand.intent(AppIntent::Access(Intent::Card));
    assert_eq!(stand.screen().id, ScreenId::Access);
    stand.intent(AppIntent::Back);
    assert_eq!(stand.screen().id, ScreenId::SignIn);
}

#[test]
fn screens() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("list-{code}"), open(language, None).seen());
        for (name, intent) in [
            ("card", Intent::OtherOffice),
            ("mfc", Intent::Mfc),
            ("esia", Intent::Esia),
            ("signature", Intent::Signature),
        ] {
            insta::assert_snapshot!(format!("{name}-{code}"), open(language, Some(intent)).seen());
        }
    }
}
