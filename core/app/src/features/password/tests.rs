use fl_domain::{
    Inn,
    access::PasswordPolicy,
    service::{
        Ask, Capability, Failure, OfflineCause, PasswordStatus, Question,
        password::{Ask as Asked, Change, Changed, Confirm},
    },
};
use proptest::prelude::*;

use super::{
    gate,
    model::{Intent, KEY},
};
use crate::{
    kit::{
        effects::ServiceAnswer,
        screen::{Block, CheckState},
        texts::Language,
    },
    open::{Place, nav, page, session},
    testing::{EVERYTHING, PIN, Stand, debtor, inn},
};

const OLD: &str = "Passw0rd#";
const NEW: &str = "Kalina7$snow";

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

/// On the page, with nothing typed.
fn at_the_page(stand: Stand) -> Stand {
    let mut stand = stand.signed_in();
    stand.go(Place::Password);
    stand
}

fn type_both(stand: &mut Stand, old: &str, new: &str) {
    stand.type_in("old-password", old);
    stand.type_in("new-password", new);
}

fn send(stand: &mut Stand) {
    stand.touch(Intent::Send);
}

/// Whatever was to be changed at the service.
fn asked(stand: &Stand) -> Vec<Ask> {
    stand.asked_service.iter().filter(|ask| !ask.is_repeatable()).cloned().collect()
}

fn primary(issued: &str, confirmed: bool) -> PasswordStatus {
    PasswordStatus::Primary { issued: issued.parse().unwrap(), confirmed }
}

fn answered(stand: Stand, told: Result<Changed, Failure>) -> Stand {
    let mut stand = at_the_page(stand);
    stand.tell::<Change>(told);
    type_both(&mut stand, OLD, NEW);
    send(&mut stand);
    stand
}

#[test]
fn screens_of_the_change() {
    golden("password", at_the_page);
    golden("password-typing", |stand| {
        let mut stand = at_the_page(stand);
        type_both(&mut stand, "Passw0rd#\n", "Каlina");
        stand
    });
    golden("password-tried", |stand| {
        let mut stand = at_the_page(stand);
        type_both(&mut stand, "", "kalina ");
        send(&mut stand);
        stand
    });
    golden("password-refused", |stand| {
        answered(stand, Ok(Changed::Refused { words: "Такой пароль уже был.".to_owned() }))
    });
    golden("password-wrong", |stand| answered(stand, Ok(Changed::OldWrong)));
    golden("password-offline", |stand| answered(stand, Err(Failure::Offline(OfflineCause::NoNetwork))));
    golden("password-lost", |stand| answered(stand, Err(Failure::Offline(OfflineCause::Lost))));
    golden("password-changed", |stand| answered(stand, Ok(Changed::Done)));
    golden("password-documented", |mut stand| {
        stand.service.policy = Some(Err(Failure::Closed { until: None }));
        at_the_page(stand)
    });
    golden("password-set", |mut stand| {
        stand.service.password = Some(PasswordStatus::Absent);
        at_the_page(stand)
    });
    golden("password-not-offered", |mut stand| {
        stand.facts.offers.clear();
        at_the_page(stand)
    });
}

#[test]
fn screens_of_the_first_password() {
    let with = |password: PasswordStatus| {
        move |mut stand: Stand| {
            stand.service.password = Some(password.clone());
            stand.signed_in()
        }
    };
    golden("first-password", with(primary("2026-11-10", false)));
    golden("first-password-last-days", with(primary("2026-10-22", false)));
    golden("first-password-expired", with(primary("2026-10-01", false)));
    golden("first-password-offline", |mut stand| {
        stand.service.password = Some(primary("2026-11-10", false));
        let mut stand = stand.signed_in();
        stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
        stand.touch(nav::Intent::Refresh);
        stand.tap("confirm");
        stand
    });
    golden("home-first-password", |mut stand| {
        debtor(&mut stand);
        stand.service.password = Some(primary("2026-10-28", true));
        stand.signed_in()
    });
    golden("home-first-password-last-days", |mut stand| {
        stand.service.password = Some(primary("2026-10-22", true));
        stand.signed_in()
    });
}

#[test]
fn what_can_be_seen_to_be_wrong_is_named_and_not_sent() {
    let long = format!("Aa1#{}", "x".repeat(253));
    let table = [
        ("", NEW, "Type the password that is in force now"),
        (OLD, "", "Choose a new password"),
        (OLD, OLD, "This is the password you have now"),
        (long.as_str(), NEW, "longer than any password"),
        (OLD, long.as_str(), "longer than any password"),
        (OLD, "Kal7$", "! at least 7 characters"),
        (OLD, "kalina7$snow", "! a capital letter"),
        (OLD, "KALINA7$SNOW", "! a small letter"),
        (OLD, "Kalina$snow", "! a digit"),
        (OLD, "Kalina7snow", "! one of the signs"),
        (OLD, "Kalina7$ snow", "! no spaces"),
        (OLD, "Kalina7$snow!", "! no other signs"),
        (OLD, "Калина7$snow", "! Latin letters only"),
    ];
    for (old, new, words) in table {
        let mut stand = at_the_page(Stand::new(Language::En));
        type_both(&mut stand, old, new);
        send(&mut stand);
        let seen = stand.seen();
        assert!(seen.contains(words), "{new:?}: {words}: {seen}");
        assert!(seen.contains("Nothing was sent"), "{new:?}: {seen}");
        assert_eq!(asked(&stand), [], "{new:?}");
    }
}

#[test]
fn what_is_suspicious_is_named_while_it_is_typed() {
    let table = [
        ("Kaлina", "“л”, character 3"),
        ("Kalina7$snow ", "ends with a space"),
        (" Kalina7$snow", "begins with a space"),
        ("KALINA", "Caps Lock"),
        ("Kalina7$snow\r\n", "was cut off"),
    ];
    for (typed, words) in table {
        for field in ["old-password", "new-password"] {
            let mut stand = at_the_page(Stand::new(Language::En));
            stand.type_in(field, typed);
            let seen = stand.seen();
            assert!(seen.contains(words), "{typed:?}: {seen}");
            assert!(!seen.contains("Nothing was sent"), "{typed:?}: {seen}");
        }
    }
}

#[test]
fn a_pasted_end_of_line_is_not_sent() {
    let mut stand = at_the_page(Stand::new(Language::En));
    type_both(&mut stand, "Passw0rd#\n", "Kalina7$snow\r\n");
    send(&mut stand);
    assert_eq!(asked(&stand), [Change { old: OLD.into(), new: NEW.into() }.ask()]);
}

#[test]
fn the_list_follows_each_edit() {
    let states = |stand: &Stand| {
        let list = stand.screen().blocks.into_iter().find_map(|block| match block {
            Block::Checklist(list) if list.key == "policy" => Some(list),
            _ => None,
        });
        list.unwrap().checks.iter().map(|check| check.state).collect::<Vec<_>>()
    };
    let mut stand = at_the_page(Stand::new(Language::En));
    assert!(states(&stand).iter().all(|state| *state == CheckState::Open));
    stand.type_in("new-password", "k");
    assert!(!states(&stand).contains(&CheckState::Failed), "what is missing may still come");
    stand.type_in("new-password", "k ");
    assert!(states(&stand).contains(&CheckState::Failed), "a space will not go by itself");
    stand.type_in("new-password", NEW);
    assert!(states(&stand).iter().all(|state| *state == CheckState::Met));
}

#[test]
fn the_services_own_rules_hold() {
    let mut stand = Stand::new(Language::En);
    stand.service.policy = Some(Ok(PasswordPolicy::of(20, ")", [])));
    let mut stand = at_the_page(stand);
    assert!(!stand.seen().contains("service's description"), "{}", stand.seen());
    type_both(&mut stand, OLD, NEW);
    send(&mut stand);
    assert!(stand.seen().contains("at least 20 characters") && asked(&stand).is_empty(), "{}", stand.seen());
    let longer = "Kalina7)snowKalina7)snow";
    type_both(&mut stand, OLD, longer);
    send(&mut stand);
    assert_eq!(asked(&stand), [Change { old: OLD.into(), new: longer.into() }.ask()]);
}

#[test]
fn every_answer_says_which_password_is_in_force() {
    let unexpected = |code: &str| Failure::Unexpected { operation: "x".to_owned(), code: code.to_owned() };
    let old = "The old password is valid";
    let unknown = "Try the new one first";
    let table = [
        (Ok(Changed::OldWrong), "the old one is valid", false),
        (Ok(Changed::Refused { words: "Too common.".to_owned() }), "Too common.", false),
        (Err(Failure::Refused { words: "No.".to_owned() }), "The service refused: No. The old", false),
        (Err(Failure::Closed { until: None }), old, false),
        (Err(Failure::SignInAgain), old, false),
        (Err(unexpected("http-500")), old, false),
        (
            Err(Failure::Offline(OfflineCause::NoNetwork)),
            "Nothing was sent: the old password is valid",
            false,
        ),
        (Err(Failure::Offline(OfflineCause::NoAnswer)), unknown, true),
        (Err(Failure::Offline(OfflineCause::Lost)), unknown, true),
        (Err(unexpected("http-504")), unknown, true),
        (Err(unexpected("not-json")), unknown, true),
    ];
    for (told, words, may_be_changed) in table {
        let mut stand = answered(Stand::new(Language::En), told.clone());
        let seen = stand.seen();
        assert!(seen.to_lowercase().contains(&words.to_lowercase()), "{told:?}: {seen}");
        assert!(may_be_changed || seen.to_lowercase().contains("the old"), "{told:?}: {seen}");
        assert_eq!(stand.screen().key(), "password", "{told:?}");
        // Whoever tries to sign in later is asked which of the two was tried.
        assert_eq!(stand.waiting.changed.is_some(), may_be_changed, "{told:?}");
        // Nothing typed is lost: once more, as it is.
        send(&mut stand);
        assert_eq!(asked(&stand).len(), 2, "{told:?}");
    }
}

#[test]
fn a_change_closes_the_page_and_is_remembered() {
    let mut stand = Stand::new(Language::En);
    stand.service.password = Some(primary("2026-11-10", false));
    let mut stand = stand.signed_in();
    assert_eq!(stand.screen().key(), "first-password");
    stand.tap("change");
    stand.sent.clear();
    type_both(&mut stand, OLD, NEW);
    // Only its «done» says so: the answer to how it is now does not come.
    stand.not_offered = Some("password");
    send(&mut stand);
    assert_eq!(stand.screen().key(), "home");
    assert_eq!(stand.sent, ["password-change", "password"], "the status is read anew");
    assert_eq!(stand.waiting.changed.as_ref().map(|(whose, _)| whose), Some(&inn()));
    stand.restart();
    assert!(stand.waiting.changed.is_some());
    stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
    stand.unlock();
    assert_eq!(stand.screen().key(), "home", "what is kept knows it too: {}", stand.seen());
}

#[test]
fn without_a_password_the_old_one_is_not_asked_for() {
    let mut stand = Stand::new(Language::En);
    stand.service.password = Some(PasswordStatus::Absent);
    let mut stand = at_the_page(stand);
    assert!(!stand.screen().blocks.iter().any(|block| block.key() == "old-password"));
    stand.type_in("old-password", "x");
    stand.type_in("new-password", NEW);
    stand.tell::<Change>(Ok(Changed::OldWrong));
    send(&mut stand);
    assert_eq!(asked(&stand), [Change { old: "".into(), new: NEW.into() }.ask()]);
    assert!(
        stand.screen().blocks.iter().any(|block| block.key() == "old-password"),
        "there is one after all"
    );
}

#[test]
fn a_second_tap_and_a_late_answer_change_nothing() {
    let mut stand = at_the_page(Stand::new(Language::En));
    type_both(&mut stand, OLD, NEW);
    stand.hold = true;
    send(&mut stand);
    send(&mut stand);
    assert!(stand.screen().busy);
    stand.touch(session::Intent::Lock);
    stand.release();
    assert_eq!(asked(&stand).len(), 1);
    // The account is locked, and yet the new password is in force.
    assert_eq!((stand.screen().key(), stand.waiting.changed.is_some()), ("unlock", true));
    assert!(stand.seen().contains("The new password is set"), "{}", stand.seen());
}

#[test]
fn what_was_asked_for_an_earlier_account_is_passed_over() {
    let mut stand = Stand::new(Language::En);
    stand.service.password = Some(primary("2026-11-10", false));
    let mut stand = stand.signed_in();
    stand.hold = true;
    stand.tap("confirm");
    stand.touch(session::Intent::Lock);
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    stand.release();
    assert_eq!(stand.screen().key(), "first-password", "{}", stand.seen());
    assert!(!stand.seen().contains("Confirmed"), "{}", stand.seen());
}

#[test]
fn a_session_that_ended_meanwhile_is_begun_anew_from_the_page() {
    let mut stand = answered(Stand::new(Language::En), Err(Failure::SignInAgain));
    assert!(stand.seen().contains("nothing was changed. Sign in again"), "{}", stand.seen());
    stand.tap("connection");
    assert_eq!(stand.screen().key(), "sign-in");
    stand.type_in("password", OLD);
    stand.touch(session::Intent::SignIn);
    assert_eq!(stand.screen().key(), "home");
}

#[test]
fn what_was_typed_is_dropped_when_something_else_is_opened() {
    let mut stand = at_the_page(Stand::new(Language::En));
    type_both(&mut stand, OLD, NEW);
    let revisions = |stand: &Stand| {
        let fields = stand.screen().blocks.into_iter().filter_map(|block| match block {
            Block::Field(field) => Some(field.revision),
            _ => None,
        });
        fields.collect::<Vec<_>>()
    };
    let before = revisions(&stand);
    stand.go(Place::Settings);
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "password");
    assert!(revisions(&stand).iter().all(|revision| !before.contains(revision)), "every shell empties them");
    send(&mut stand);
    assert!(stand.seen().contains("Type the password that is in force"), "{}", stand.seen());
    assert_eq!(asked(&stand), []);
}

#[test]
fn no_password_is_on_any_screen() {
    for told in [Ok(Changed::OldWrong), Err(Failure::Closed { until: None }), Ok(Changed::Done)] {
        let stand = answered(Stand::new(Language::En), told);
        let debug = format!("{:?}", stand.screen());
        assert!(!debug.contains(OLD) && !debug.contains(NEW), "{debug}");
    }
}

#[test]
fn the_gate_stands_before_every_room_and_nothing_else() {
    let mut stand = Stand::new(Language::En);
    stand.service.password = Some(primary("2026-11-10", false));
    let mut stand = stand.signed_in();
    for place in [Place::Home, Place::Operations, Place::Income] {
        stand.go(place);
        assert_eq!(stand.screen().key(), "first-password", "{place:?}");
    }
    stand.tap("settings");
    assert_eq!(stand.screen().key(), "settings");
    stand.touch(nav::Intent::Back);
    stand.tap("sign-out");
    assert_eq!(stand.screen().key(), "sign-out");
    stand.tap("stay");
    assert_eq!(stand.screen().key(), "first-password");
    stand.failure = Some(Failure::SignInAgain);
    stand.tap("confirm");
    stand.tap("connection");
    assert_eq!(stand.screen().key(), "sign-in");
}

#[test]
fn the_first_password_can_be_gone_on_with() {
    let mut stand = Stand::new(Language::En);
    stand.service.password = Some(primary("2026-11-10", false));
    let mut stand = stand.signed_in();
    stand.service.password = Some(primary("2026-11-10", true));
    stand.tap("confirm");
    assert_eq!(asked(&stand), [Confirm.ask()]);
    assert_eq!(stand.screen().key(), "home");
    assert!(stand.seen().contains("Confirmed"), "{}", stand.seen());
    assert!(stand.waiting.changed.is_none());
    for (issued, words) in [
        ("2026-11-10", None),
        ("2026-10-30", None),
        ("2026-10-29", Some("7 days are left")),
        ("2026-10-23", Some("1 day is left")),
        ("2026-10-22", Some("about to run out")),
        ("2026-10-21", Some("has not been valid since")),
    ] {
        stand.service.password = Some(primary(issued, true));
        stand.touch(nav::Intent::Refresh);
        let found = stand.screen().blocks.iter().any(|block| block.key() == "first-password");
        assert_eq!(found, words.is_some(), "{issued}");
        assert!(words.is_none_or(|words| stand.seen().contains(words)), "{issued}: {}", stand.seen());
    }
}

#[test]
fn later_is_offered_only_while_the_service_cannot_be_asked() {
    let mut stand = Stand::new(Language::En);
    stand.service.password = Some(primary("2026-11-10", false));
    let mut stand = stand.signed_in();
    let has_later = |stand: &Stand| stand.screen().blocks.iter().any(|block| block.key() == "later");
    assert!(!has_later(&stand));
    stand.touch(gate::Intent::Later);
    assert_eq!(stand.screen().key(), "first-password");
    stand.failure = Some(Failure::Offline(OfflineCause::NoAnswer));
    stand.touch(nav::Intent::Refresh);
    assert!(has_later(&stand), "{}", stand.seen());
    stand.tap("later");
    assert_eq!(stand.screen().key(), "home");
    stand.later(13 * 24 * 3_600);
    stand.unlock();
    stand.tap("later");
    assert!(stand.seen().contains("6 days are left"), "{}", stand.seen());
    stand.failure = None;
    stand.network_back();
    assert_eq!(stand.screen().key(), "first-password");
}

#[test]
fn a_service_without_it_has_no_gate() {
    let mut stand = Stand::new(Language::En);
    stand.facts.offers = EVERYTHING.iter().copied().filter(|part| *part != Capability::Password).collect();
    stand.service.password = Some(primary("2026-11-10", false));
    let stand = stand.signed_in();
    assert_eq!(stand.screen().key(), "home");
    assert!(!stand.sent.contains(&"password".to_owned()));
    // Nor where an earlier one had it, and what it said is still kept.
    let mut stand = Stand::new(Language::En);
    stand.service.password = Some(primary("2026-11-10", false));
    let mut stand = stand.signed_in();
    stand.facts.offers.clear();
    stand.restart();
    stand.unlock();
    assert_eq!(stand.screen().key(), "home");
}

/// The answer of one person's change says nothing on the page of another.
#[test]
fn a_late_answer_is_not_shown_to_somebody_else() {
    let other = Inn::made_up(7_700_000_777);
    let mut stand = at_the_page(Stand::new(Language::En));
    let late = super::model::Event::Changed {
        inn: other.clone(),
        answer: ServiceAnswer { at: stand.now, result: Ok(Changed::Done) },
    };
    stand.event(page::lasting::<super::model::Change>(KEY, late));
    assert_eq!(stand.screen().key(), "password", "the page stays");
    assert_eq!(stand.waiting.changed.as_ref().map(|(whose, _)| whose), Some(&other));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed, pasted and sent in whatever order: the service is never asked for a password it would not take.
    #[test]
    fn no_sequence_of_edits_sends_a_password_that_breaks_the_policy(
        min in 1_u32..12,
        specials in "[#$)!]{0,3}",
        steps in proptest::collection::vec(
            prop_oneof![
                "[A-Ca-c1-3#$! \nа-в]{0,12}".prop_map(|text| Some(("new-password", text))),
                "[A-Ca-c1-3]{6,10}[#$)]{1,3}".prop_map(|text| Some(("new-password", text))),
                "[A-Ca-c1-3#]{0,9}".prop_map(|text| Some(("old-password", text))),
                Just(None),
            ],
            1..14,
        ),
    ) {
        use fl_domain::access::CharacterClass::{Digit, Lower, Special, Upper};
        let policy = PasswordPolicy::of(min, specials, [Upper, Lower, Digit, Special]);
        let mut stand = Stand::new(Language::En);
        stand.service.policy = Some(Ok(policy.clone()));
        let mut stand = at_the_page(stand);
        for step in steps {
            if let Some((field, text)) = step {
                stand.type_in(field, &text);
            } else {
                stand.tell::<Change>(Ok(Changed::OldWrong));
                send(&mut stand);
            }
        }
        for ask in asked(&stand) {
            let Ask::Password(Asked::Change(Change { old, new })) = ask else { panic!("{ask:?}") };
            prop_assert!(policy.is_met(new.expose()) && !old.is_empty() && old != new);
        }
    }
}
