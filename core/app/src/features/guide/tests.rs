use fl_domain::{Timestamp, service::SignIn};

use super::Intent;
use crate::{
    kit::{
        effects::Waiting,
        screen::{Block, ButtonRole},
        texts::Language,
    },
    open::{Place, nav, session},
    testing::{Stand, inn},
};

/// A password was refused, and the person asks why.
fn refused(language: Language, password: &str, waiting: Waiting) -> Stand {
    let mut stand = Stand::new(language);
    stand.waiting = waiting;
    let mut stand = stand.started();
    stand.sign_ins.push_back(Ok(SignIn::WrongPassword));
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", password);
    stand.touch(session::Intent::SignIn);
    stand.tap("fault");
    assert_eq!(stand.screen().key(), "guide");
    stand
}

fn answer(stand: &mut Stand, answers: &str) {
    for yes in answers.chars() {
        stand.tap(if yes == 'y' { "yes" } else { "no" });
    }
}

#[test]
fn each_talk_ends_in_one_action_and_sends_nothing() {
    let table = [
        // Typing wrong.
        ("n", "Type the password once more", "sign-in"),
        // Typed well, from the card, older than a month.
        ("yyy", "You need a new registration card", "card"),
        // Not from the card, changed lately, the one before not tried.
        ("ynyn", "from before the change", "sign-in"),
        // Neither, and always through Gosuslugi.
        ("ynny", "Sign in through Gosuslugi", "esia"),
        // A password of one's own, recovery set up.
        ("ynnnny", "Recover the password", "recovery"),
        ("ynnnnn", "Go to a tax office", "card"),
    ];
    for (answers, words, leads_to) in table {
        let mut stand = refused(Language::En, "Passw0rd#", Waiting::default());
        let sent = (stand.sent.len(), stand.asked_service.len());
        answer(&mut stand, answers);
        let seen = stand.seen();
        assert!(seen.contains(words), "{answers}: {seen}");
        let primaries = stand.screen().blocks.iter().filter(|b| is_primary(b)).count();
        assert_eq!(primaries, 1, "{answers}: {seen}");
        assert_eq!((stand.sent.len(), stand.asked_service.len()), sent, "{answers}");
        stand.tap("do");
        assert_eq!(stand.screen().key(), leads_to, "{answers}: {}", stand.seen());
    }
}

fn is_primary(block: &Block) -> bool {
    matches!(block, Block::Button(button) if button.role == ButtonRole::Primary)
}

#[test]
fn what_is_known_is_not_asked() {
    // The text itself shows what is wrong: nothing is asked at all.
    for (password, words) in
        [("Пароль-1", "Cyrillic letter"), ("PASSWORD-1", "Caps Lock"), ("Passw0rd# ", "spaces at its ends")]
    {
        let mut stand = refused(Language::En, password, Waiting::default());
        assert!(stand.seen().contains(words), "{password}: {}", stand.seen());
        stand.tap("right");
        assert!(stand.seen().contains("never changed"), "{password}: {}", stand.seen());
    }
    // Changed on this device: the card and the change are not asked about.
    let changed = Waiting { changed: Some((inn(), Timestamp::UNIX_EPOCH)), ..Waiting::default() };
    let mut stand = refused(Language::En, "Passw0rd#", changed);
    answer(&mut stand, "y");
    assert!(stand.seen().contains("Have you tried the password from before"), "{}", stand.seen());
    // The service said when the login becomes active.
    let until: Timestamp = "2026-11-22T09:30:00Z".parse().unwrap();
    let waiting = Waiting { activation: Some((inn(), until)), ..Waiting::default() };
    let mut stand = refused(Language::En, "Passw0rd#", waiting);
    answer(&mut stand, "ynnn");
    assert!(stand.seen().contains("The login works in: 30 minutes"), "{}", stand.seen());
    // Of somebody else nothing is known.
    let other = fl_domain::Inn::made_up(7_700_000_555);
    let changed = Waiting { changed: Some((other, Timestamp::UNIX_EPOCH)), ..Waiting::default() };
    let mut stand = refused(Language::En, "Passw0rd#", changed);
    answer(&mut stand, "y");
    assert!(stand.seen().contains("never changed"), "{}", stand.seen());
}

#[test]
fn an_answer_can_be_taken_back() {
    let mut stand = refused(Language::En, "Passw0rd#", Waiting::default());
    answer(&mut stand, "yyy");
    assert!(stand.seen().contains("You need a new registration card"));
    stand.touch(nav::Intent::Back);
    answer(&mut stand, "n");
    assert!(!stand.seen().contains("You need a new registration card"), "{}", stand.seen());
    for _ in 0..8 {
        stand.touch(nav::Intent::Back);
    }
    assert_eq!(stand.screen().key(), "sign-in");
}

#[test]
fn screens() {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let mut stand = Stand::new(language).started();
        stand.go(Place::Guide);
        insta::assert_snapshot!(format!("question-{code}"), stand.seen());
        stand.touch(Intent::No);
        insta::assert_snapshot!(format!("type-again-{code}"), stand.seen());
        let mut stand = refused(language, "Passw0rd#", Waiting::default());
        answer(&mut stand, "ynnnnn");
        insta::assert_snapshot!(format!("office-{code}"), stand.seen());
    }
}
