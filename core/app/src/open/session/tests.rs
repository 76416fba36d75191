mod pins;

use fl_domain::{
    Timestamp,
    service::{Failure, OfflineCause, Question, SignIn},
};

use crate::{
    AccountState, DeviceAccount, Lost, LostData, VaultStatus, Waiting,
    open::{nav, session},
    testing::{PIN, Stand, debtor, device_account, inn, one_locked},
    texts::Language,
};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        let stand = make(Stand::new(language));
        insta::assert_snapshot!(format!("{name}-{code}"), stand.seen());
    }
}

#[test]
fn screens_on_the_way_in() {
    golden("sign-in", Stand::started);
    golden("captcha", |stand| {
        let mut stand = stand.started();
        stand.sign_ins.push_back(Ok(SignIn::CaptchaWrong));
        stand.type_in("inn", inn().as_str());
        stand.type_in("password", "x");
        stand.touch(session::Intent::SignIn);
        stand
    });
    golden("choose-pin", |stand| {
        let mut stand = stand.started();
        stand.type_in("inn", inn().as_str());
        stand.type_in("password", "x");
        stand.touch(session::Intent::SignIn);
        stand
    });
    golden("unlock", |mut stand| {
        stand.vault = one_locked(3, false);
        stand.started()
    });
    golden("lost", |mut stand| {
        stand.vault = VaultStatus::Accounts(vec![DeviceAccount {
            state: AccountState::Lost(Lost::TooManyPins),
            ..device_account("account-1", 0, false)
        }]);
        stand.started()
    });
    golden("sign-out", |stand| {
        let mut stand = stand.signed_in();
        stand.touch(session::Intent::AskSignOut);
        stand
    });
    golden("settings", |stand| {
        let mut stand = stand.signed_in();
        stand.tap("tab-settings");
        stand
    });
}

#[test]
fn what_can_be_seen_to_be_wrong_is_named_and_not_sent() {
    let mut swapped: Vec<char> = inn().as_str().chars().collect();
    swapped.swap(8, 9);
    let swapped: String = swapped.into_iter().collect();
    let long = "x".repeat(10_000);
    let table = [
        ("", "p", "Type your INN"),
        ("77OO12345678", "p", "Character 3 is not a digit"),
        ("7700123", "p", "here are 7"),
        (swapped.as_str(), "p", "check digits do not match"),
        ("7727406020", "p", "INN of an organisation"),
        (inn().as_str(), "", "Type your password"),
        (inn().as_str(), long.as_str(), "longer than any password"),
    ]
    .map(|(inn, password, text)| (inn.to_owned(), password.to_owned(), text));
    for (typed, password, text) in table {
        let mut stand = Stand::new(Language::En).started();
        stand.type_in("inn", &typed);
        stand.type_in("password", &password);
        stand.touch(session::Intent::SignIn);
        assert!(stand.seen().contains(text), "{typed}: {}", stand.seen());
        assert!(stand.sent.is_empty(), "{typed}: {:?} was sent", stand.sent);
    }
}

#[test]
fn what_the_service_answers_is_told_and_nothing_typed_is_lost() {
    let table = [
        (Ok(SignIn::WrongPassword), "INN or password is wrong"),
        (Err(Failure::Offline(OfflineCause::NoNetwork)), "no attempt was spent"),
        (Err(Failure::Offline(OfflineCause::NoAnswer)), "did not answer in time"),
        (
            Err(Failure::Closed { until: Some("2026-11-22T10:30:00Z".parse().unwrap()) }),
            "until 13:30, 1 hour 30 minutes more",
        ),
        (Err(Failure::Closed { until: None }), "closed for maintenance"),
        (Err(Failure::Refused { words: "No.".to_owned() }), "The service refused: No."),
        (
            Err(Failure::NotOffered { website: Some("https://example.test".to_owned()) }),
            "https://example.test",
        ),
        (
            Err(Failure::Unexpected { operation: "sign-in".to_owned(), code: "http-500".to_owned() }),
            "sign-in/http-500",
        ),
    ];
    for (answer, text) in table {
        let mut stand = Stand::new(Language::En).started();
        stand.sign_ins.push_back(answer);
        stand.type_in("inn", inn().as_str());
        stand.type_in("password", "Passw0rd#");
        stand.touch(session::Intent::SignIn);
        assert!(stand.seen().contains(text), "{text}: {}", stand.seen());
        // Once more, with what was typed before.
        stand.touch(session::Intent::SignIn);
        assert_eq!(stand.screen().key(), "choose-pin", "{text}");
    }
}

#[test]
fn a_second_tap_while_one_is_under_way_sends_nothing() {
    let mut stand = Stand::new(Language::En).started();
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "x");
    stand.hold = true;
    stand.touch(session::Intent::SignIn);
    stand.touch(session::Intent::SignIn);
    assert!(stand.screen().busy);
    stand.release();
    assert_eq!(stand.sent, ["sign-in"]);
}

#[test]
fn digits_of_the_picture() {
    let mut stand = Stand::new(Language::En).started();
    stand.sign_ins.extend([Ok(SignIn::CaptchaWanted), Ok(SignIn::CaptchaWrong), Ok(SignIn::Accepted)]);
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "x");
    stand.touch(session::Intent::SignIn);
    assert_eq!(stand.screen().key(), "captcha");
    stand.touch(session::Intent::SendCaptcha);
    assert!(stand.seen().contains("Type the digits"), "{}", stand.seen());
    assert_eq!(stand.sent, ["sign-in", "captcha"], "an empty answer is not sent");
    stand.type_in("captcha", "1111");
    stand.touch(session::Intent::SendCaptcha);
    assert!(stand.seen().contains("Those were other digits"), "{}", stand.seen());
    stand.type_in("captcha", "2222");
    stand.touch(session::Intent::SendCaptcha);
    assert_eq!(stand.screen().key(), "choose-pin");
}

#[test]
fn a_wrong_pin_is_counted_and_the_field_emptied() {
    let mut stand = Stand::new(Language::En);
    stand.vault = one_locked(10, false);
    let mut stand = stand.started();
    stand.type_in("pin", "000000");
    stand.touch(session::Intent::Unlock);
    assert!(stand.seen().contains("9 attempts are left"), "{}", stand.seen());
    stand.touch(session::Intent::Unlock);
    assert!(stand.seen().contains("6 to 16 digits"), "the emptied field spends nothing: {}", stand.seen());
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    assert_eq!(stand.screen().key(), "home");
}

#[test]
fn locks_when_idle_and_when_the_clock_goes_back() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.later(4 * 60);
    assert_eq!(stand.screen().key(), "home");
    stand.tap("tab-operations");
    stand.later(4 * 60);
    assert_eq!(stand.screen().key(), "operations", "a touch starts the time anew");
    stand.later(60);
    assert_eq!(stand.screen().key(), "unlock");

    let mut stand = Stand::new(Language::En).signed_in();
    stand.later(-30);
    assert_eq!(stand.screen().key(), "home", "a correction by seconds is no reason");
    stand.later(-7_200);
    assert_eq!(stand.screen().key(), "unlock");
}

#[test]
fn a_shorter_lock_time_holds_at_once() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.tap("tab-settings");
    stand.tap("lock-after/lock-1");
    stand.later(60);
    assert_eq!(stand.screen().key(), "unlock");
    assert_eq!(stand.preferences.lock_minutes, 1);
}

#[test]
fn an_answer_that_comes_after_the_lock_shows_nothing() {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    let mut stand = stand.signed_in();
    stand.hold = true;
    stand.touch(nav::Intent::Refresh);
    stand.touch(session::Intent::Lock);
    stand.release();
    assert_eq!(stand.screen().key(), "unlock");
    assert!(!stand.seen().contains("12,340"), "{}", stand.seen());
}

#[test]
fn a_session_the_service_ended_asks_for_the_password_and_keeps_the_figures() {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    let mut stand = stand.signed_in();
    stand.failure = Some(Failure::SignInAgain);
    stand.touch(nav::Intent::Refresh);
    assert!(stand.seen().contains("The service ended the session"), "{}", stand.seen());
    assert!(stand.seen().contains("Debt ₽12,340.56"), "{}", stand.seen());
    stand.tap("connection");
    assert_eq!(stand.screen().key(), "sign-in");
    stand.failure = None;
    stand.type_in("password", "x");
    stand.touch(session::Intent::SignIn);
    assert_eq!(stand.screen().key(), "home");
    assert!(!stand.seen().contains("ended the session"), "{}", stand.seen());
}

#[test]
fn without_a_session_what_is_kept_shows_and_nothing_is_asked() {
    let mut stand = Stand::new(Language::En);
    stand.vault = one_locked(10, false);
    stand.has_session = false;
    let mut stand = stand.started();
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    assert!(stand.sent.is_empty(), "{:?}", stand.sent);
    assert!(stand.seen().contains("Sign in again"), "{}", stand.seen());
}

#[test]
fn sign_out_asks_first_and_can_be_left() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.tap("tab-settings");
    stand.tap("sign-out");
    stand.tap("stay");
    assert_ne!(stand.screen().key(), "sign-out");
    stand.touch(session::Intent::AskSignOut);
    stand.tap("sign-out");
    assert_eq!(stand.screen().key(), "sign-in");
    assert_eq!(stand.vault, VaultStatus::Empty);
}

#[test]
fn what_was_waited_for_goes_with_the_last_account() {
    let mut stand = Stand::new(Language::En);
    stand.waiting.changed = Some((inn(), Timestamp::UNIX_EPOCH));
    let mut stand = stand.signed_in();
    stand.touch(session::Intent::AskSignOut);
    stand.tap("sign-out");
    // The runtime drops it; whatever is waited for next is kept alone.
    stand.waiting = Waiting::default();
    stand.sign_ins.push_back(Ok(SignIn::NotYetActive { seconds: 60 }));
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "x");
    stand.touch(session::Intent::SignIn);
    assert!(stand.waiting.activation.is_some() && stand.waiting.changed.is_none());
}

#[test]
fn each_loss_of_the_cache_is_said() {
    for (lost, text) in [
        (LostData::WrongKey, "another key"),
        (LostData::Foreign, "not ours"),
        (LostData::Damaged, "was damaged"),
        (LostData::TooNew, "newer version"),
        (LostData::Own, "what was still to be sent"),
    ] {
        let mut stand = Stand::new(Language::En);
        stand.lost_data = Some(lost);
        assert!(stand.signed_in().seen().contains(text), "{text}");
    }
}

#[test]
fn typing_shows_nowhere() {
    let mut stand = Stand::new(Language::En).started();
    stand.type_in("password", "Passw0rd#");
    let debug = format!("{:?}", stand.screen());
    assert!(!debug.contains("Passw0rd#"));
}

#[test]
fn no_two_forms_share_a_revision_and_a_secret_is_dropped_when_it_is_left() {
    let revision = |stand: &Stand, key: &str| {
        stand.screen().blocks.iter().find_map(|block| match block {
            crate::screen::Block::Field(field) if field.key == key => {
                Some((field.revision, field.value.clone()))
            }
            _ => None,
        })
    };
    let mut stand = Stand::new(Language::En).started();
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "Passw0rd#");
    let first = revision(&stand, "password").unwrap().0;
    stand.tap("settings");
    stand.back();
    assert_ne!(revision(&stand, "password").unwrap().0, first);
    assert_eq!(revision(&stand, "inn").unwrap().1, inn().as_str(), "what is no secret is still there");
    stand.touch(session::Intent::SignIn);
    assert!(stand.seen().contains("Type your password"), "{}", stand.seen());
    stand.type_in("password", "Passw0rd#");
    stand.touch(session::Intent::SignIn);
    let second = revision(&stand, "pin").unwrap().0;
    stand.type_in("pin", PIN);
    stand.type_in("pin-again", PIN);
    stand.touch(session::Intent::KeepPin);
    stand.touch(session::Intent::Lock);
    assert_ne!(revision(&stand, "pin").unwrap().0, second);
}

#[test]
fn what_was_asked_for_an_earlier_account_is_passed_over() {
    let mut stand = Stand::new(Language::En);
    debtor(&mut stand);
    let mut stand = stand.signed_in();
    stand.touch(session::Intent::Lock);
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    for (epoch, is_shown) in [(1, false), (3, true)] {
        let balance = Some(fl_domain::Money::from_kopecks(-77_700));
        let ens = fl_domain::account::EnsBalance { balance, ..Default::default() };
        let told = fl_domain::service::account::EnsBalance::tell(ens);
        let answer = crate::ServiceAnswer { at: stand.now, result: Ok(told) };
        let event = crate::open::account::event::Event::Answered { question: "ens-balance", answer };
        stand.event(crate::Event::Account(epoch, event));
        assert_eq!(stand.seen().contains("Debt ₽777.00"), is_shown, "{epoch}: {}", stand.seen());
    }
}

#[test]
fn an_inn_changed_while_signing_in_changes_nobodys_account() {
    let other = fl_domain::Inn::made_up(7_700_999_999);
    let mut stand = Stand::new(Language::En).started();
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "x");
    stand.hold = true;
    stand.touch(session::Intent::SignIn);
    stand.type_in("inn", other.as_str());
    stand.release();
    stand.type_in("pin", PIN);
    stand.type_in("pin-again", PIN);
    stand.touch(session::Intent::KeepPin);
    assert_eq!(stand.made_for, Some(inn()));
    // Nor can it be changed when the account that is open asks for the password again.
    stand.touch(session::Intent::SignInAgain);
    stand.type_in("inn", other.as_str());
    stand.type_in("password", "x");
    stand.touch(session::Intent::SignIn);
    assert_eq!(stand.signed_in_as, [inn(), inn()]);
}

#[test]
fn an_account_that_opens_too_late_is_closed_again() {
    let mut stand = Stand::new(Language::En).started();
    let opened = crate::Unlocked {
        account: crate::AccountId("account-1".to_owned()),
        inn: inn(),
        name: None,
        accounts: 1,
        has_session: true,
        lost_data: None,
        for_this_run_only: false,
        biometrics: crate::Biometrics::Unavailable,
        biometrics_kept: false,
    };
    let result = Ok(crate::Vaulted::Opened(opened));
    stand.event(crate::Event::Session(super::Event::Opened { now: stand.now, result }));
    assert_eq!((stand.screen().key(), stand.locked), ("sign-in", 1));
}

#[test]
fn a_first_password_that_ran_out_leads_to_a_new_card() {
    golden("primary-expired", |stand| refused_with(stand, SignIn::PrimaryExpired));
    let mut stand = refused_with(Stand::new(Language::En), SignIn::PrimaryExpired);
    stand.tap("fault");
    assert_eq!(stand.screen().key(), "card");
}

fn refused_with(stand: Stand, answer: SignIn) -> Stand {
    let mut stand = stand.started();
    stand.sign_ins.push_back(Ok(answer));
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "Passw0rd#");
    stand.touch(session::Intent::SignIn);
    stand
}

#[test]
fn a_login_that_is_not_active_yet_is_waited_for_over_a_restart() {
    golden("not-active", |stand| refused_with(stand, SignIn::NotYetActive { seconds: 2_400 }));
    let mut stand = refused_with(Stand::new(Language::En), SignIn::NotYetActive { seconds: 2_400 });
    stand.later(60);
    assert!(stand.seen().contains("The login works in: 39 minutes"), "{}", stand.seen());
    stand.restart();
    stand.later(60);
    assert!(stand.seen().contains("The login works in: 38 minutes"), "{}", stand.seen());
    stand.later(2_280);
    assert!(stand.seen().contains("should work by now"), "{}", stand.seen());
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "Passw0rd#");
    stand.touch(session::Intent::SignIn);
    assert_eq!(stand.screen().key(), "choose-pin");
    assert_eq!(stand.waiting.activation, None);
}

#[test]
fn what_a_copied_password_brings_along_is_cut_off_or_named() {
    let mut stand = Stand::new(Language::En).started();
    for (typed, words) in [
        ("Passw0rd#", "capitals matter"),
        ("Passw0rd#\r\n", "capitals matter"),
        ("Passw0rd# ", "It ends with a space"),
        (" Passw0rd#", "It begins with a space"),
        ("Pаssw0rd#", "“а”, character 2, is a Cyrillic letter"),
        ("PASSW0RD#", "Caps Lock may be on"),
    ] {
        stand.type_in("password", typed);
        assert!(stand.seen().contains(words), "{typed:?}: {}", stand.seen());
    }
}

#[test]
fn a_pin_that_is_guessed_first_is_warned_of_and_not_refused() {
    for (pin, words) in [
        ("000000", "Equal digits"),
        ("123456", "Digits in a row"),
        ("123123", "Repeated digits"),
        ("19031984", "looks like a date"),
    ] {
        let mut stand = refused_with(Stand::new(Language::En), SignIn::Accepted);
        stand.type_in("pin", pin);
        stand.type_in("pin-again", pin);
        stand.touch(session::Intent::KeepPin);
        assert!(stand.seen().contains(words), "{pin}: {}", stand.seen());
        assert_eq!(stand.made_for, None, "{pin}");
        stand.touch(session::Intent::KeepPin);
        assert_eq!(stand.made_for, Some(inn()), "{pin}");
    }
    golden("weak-pin", |stand| {
        let mut stand = refused_with(stand, SignIn::Accepted);
        stand.type_in("pin", "000000");
        stand.type_in("pin-again", "000000");
        stand.touch(session::Intent::KeepPin);
        stand
    });
}
