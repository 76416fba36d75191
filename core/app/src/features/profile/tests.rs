use fl_domain::{
    Timestamp,
    service::{
        Ask, Capability, ContactState, Contacts, Failure, OfflineCause, PasswordStatus, SignInRecord,
        SignInWay, Told,
    },
    time::Zone,
};

use super::Intent;
use crate::{
    CacheFault, Intent as AppIntent, Place, Platform, Sizes,
    screen::{Block, ScreenId},
    session,
    testing::{EVERYTHING, Stand},
    texts::Language,
};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

fn state(confirmed: Option<&str>, pending: Option<&str>) -> ContactState {
    ContactState { confirmed: confirmed.map(str::to_owned), pending: pending.map(str::to_owned) }
}

fn all_set() -> Contacts {
    Contacts {
        email: state(Some("anna@example.test"), None),
        phone: state(Some("+79000000067"), None),
        control_word_set: true,
    }
}

fn record(id: &str, at: &str, is_current: bool, is_open: bool) -> SignInRecord {
    SignInRecord {
        id: id.to_owned(),
        at: at.parse().unwrap(),
        way: if id == "c" { SignInWay::Esia } else { SignInWay::Password },
        device: if id == "c" { String::new() } else { format!("Телефон {id}") },
        place: if id == "b" { String::new() } else { "Москва".to_owned() },
        is_current,
        is_open,
    }
}

/// 29 March to 25 October 2026, each at 01:00 UTC: summer time in the European Union.
const SUMMER: std::ops::Range<Timestamp> =
    Timestamp::constant(1_774_746_000, 0)..Timestamp::constant(1_792_890_000, 0);

/// As a service might say it: in no order.
fn sign_ins() -> Vec<SignInRecord> {
    vec![
        record("c", "2025-03-01T10:00:00Z", false, false),
        record("a", "2026-11-22T08:59:00Z", true, true),
        record("b", "2026-11-21T20:30:00Z", false, true),
    ]
}

fn at(stand: Stand, place: Place) -> Stand {
    let mut stand = stand.signed_in();
    stand.intent(AppIntent::Go(place));
    stand
}

fn at_the_sign_ins(mut stand: Stand) -> Stand {
    stand.service.sign_ins = sign_ins();
    at(stand, Place::SignIns)
}

fn has(stand: &Stand, key: &str) -> bool {
    stand.screen().blocks.iter().any(|block| block.key() == key)
}

#[test]
fn screens() {
    golden("profile", |mut stand| {
        stand.service.contacts = all_set();
        stand.service.sign_ins = sign_ins();
        stand.service.password = Some(PasswordStatus::Own { changed: Some("2026-05-03".parse().unwrap()) });
        at(stand, Place::Profile)
    });
    golden("profile-not-set-up", |mut stand| {
        stand.service.contacts.email = state(Some("anna@example.test"), Some("anna.new@example.test"));
        stand.service.contacts.phone = state(None, Some("+79000000067"));
        stand.service.password =
            Some(PasswordStatus::Primary { issued: "2026-11-10".parse().unwrap(), confirmed: true });
        at(stand, Place::Profile)
    });
    golden("profile-not-offered", |mut stand| {
        stand.facts.offers.clear();
        at(stand, Place::Profile)
    });
    golden("profile-offline", |mut stand| {
        stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
        stand.vault = crate::testing::one_locked(10, false);
        let mut stand = stand.started();
        stand.unlock();
        stand.intent(AppIntent::Go(Place::Profile));
        stand
    });
    golden("sign-ins", at_the_sign_ins);
    golden("sign-ins-summer-time", |mut stand| {
        let offset = |at| if SUMMER.contains(&at) { 120 } else { 60 };
        stand.now.zone = Zone::default().asked(stand.now.at, |at| Some(offset(at))).unwrap();
        stand.service.sign_ins = vec![
            record("c", "2025-03-01T10:00:00Z", false, false),
            // The clock was put back between these two: an hour apart, both were at 02:30.
            record("d", "2026-10-25T00:30:00Z", false, false),
            record("e", "2026-10-25T01:30:00Z", false, true),
            record("f", "2026-07-01T22:30:00Z", false, true),
            record("a", "2026-11-22T08:59:00Z", true, true),
        ];
        at(stand, Place::SignIns)
    });
    golden("sign-ins-current", |stand| {
        let mut stand = at_the_sign_ins(stand);
        stand.tap("sign-in-0");
        stand
    });
    golden("sign-ins-asking", |stand| {
        let mut stand = at_the_sign_ins(stand);
        stand.tap("sign-in-1");
        stand.tap("not-me");
        stand
    });
    golden("sign-ins-disowned", |stand| {
        let mut stand = at_the_sign_ins(stand);
        stand.tap("sign-in-1");
        stand.tap("not-me");
        stand.service.sign_ins[2].is_open = false;
        stand.tap("disown");
        stand
    });
    golden("sign-ins-ended", |stand| {
        let mut stand = at_the_sign_ins(stand);
        stand.tap("sign-in-2");
        stand
    });
    golden("sign-ins-none", |stand| at(stand, Place::SignIns));
    golden("sign-ins-not-offered", |mut stand| {
        stand.facts.offers.clear();
        at(stand, Place::SignIns)
    });
    golden("stored", |mut stand| {
        stand.sizes = Sizes { cache: 1_234_567, keys: 412 };
        stand.biometrics_kept = true;
        stand.for_this_run_only = true;
        at(stand, Place::Stored)
    });
}

#[test]
fn every_row_leads_where_it_says() {
    let mut stand = Stand::new(Language::En);
    stand.service.contacts = all_set();
    let mut stand = at(stand, Place::Home);
    stand.tap("profile");
    for (key, id) in [
        ("email", ScreenId::Contact),
        ("phone", ScreenId::Contact),
        ("control-word", ScreenId::Contact),
        ("password", ScreenId::NewPassword),
        ("sign-ins", ScreenId::SignIns),
        ("settings", ScreenId::Settings),
        ("stored", ScreenId::Stored),
        ("name", ScreenId::Accounts),
    ] {
        assert_eq!(stand.screen().id, ScreenId::Profile, "before {key}");
        stand.tap(key);
        assert_eq!(stand.screen().id, id, "{key}");
        stand.intent(AppIntent::Back);
    }
    stand.tap("sign-out");
    assert_eq!(stand.screen().id, ScreenId::SignOut);
}

#[test]
fn what_is_not_offered_is_on_the_website() {
    for (part, key) in [
        (Capability::Contacts, "contacts-website"),
        (Capability::Password, "password-website"),
        (Capability::SignIns, "sign-ins-website"),
    ] {
        let mut stand = Stand::new(Language::En);
        stand.facts.offers = EVERYTHING.into_iter().filter(|offered| *offered != part).collect();
        let mut stand = at(stand, Place::Profile);
        stand.tap(key);
        assert_eq!(stand.asked, [Platform::OpenLink("https://example.test".to_owned())], "{part:?}");
        assert!(!stand.seen().contains("unexpected"), "{}", stand.seen());
    }
}

#[test]
fn only_what_is_offered_is_read() {
    let own = ["password", "contacts", "sign-ins"];
    for offers in [Vec::new(), EVERYTHING.to_vec()] {
        let mut stand = Stand::new(Language::En);
        stand.facts.offers.clone_from(&offers);
        let stand = stand.signed_in();
        for name in own {
            assert_eq!(stand.sent.iter().any(|sent| sent == name), !offers.is_empty(), "{name}");
        }
    }
}

#[test]
fn somebody_elses_session_is_ended() {
    let mut stand = at_the_sign_ins(Stand::new(Language::En));
    stand.sent.clear();
    stand.tap("sign-in-1");
    assert!(!has(&stand, "disown"), "it asks first");
    stand.tap("not-me");
    stand.tap("keep");
    assert!(has(&stand, "not-me"));
    stand.intent(AppIntent::Profile(Intent::Disown));
    assert_eq!(stand.asked_service, [], "it was not asked yet");
    stand.tap("not-me");
    stand.service.sign_ins[2].is_open = false;
    stand.tap("disown");
    assert_eq!(stand.asked_service, [Ask::DisownSignIn { id: "b".to_owned() }]);
    assert_eq!(stand.sent, ["sign-in-disown", "sign-ins"], "read anew");
    assert!(stand.seen().contains("The session is ended") && !has(&stand, "not-me"), "{}", stand.seen());
    stand.tap("change");
    assert_eq!(stand.screen().id, ScreenId::NewPassword);
}

#[test]
fn a_session_through_gosuslugi_is_guarded_there() {
    let mut stand = at_the_sign_ins(Stand::new(Language::En));
    stand.tap("sign-in-2");
    assert!(!has(&stand, "change"), "its password is another one: {}", stand.seen());
    stand.tap("gosuslugi");
    assert_eq!(stand.asked, [Platform::OpenLink("https://www.gosuslugi.ru".to_owned())]);
}

#[test]
fn the_session_in_use_and_an_ended_one_are_not_disowned() {
    let mut stand = at_the_sign_ins(Stand::new(Language::En));
    for (key, id) in [("sign-in-0", "a"), ("sign-in-2", "c")] {
        stand.tap(key);
        assert!(!has(&stand, "not-me"), "{id}");
        // Not even by an intent that no screen offers.
        stand.intent(AppIntent::Profile(Intent::NotMe));
        stand.intent(AppIntent::Profile(Intent::Disown));
        assert_eq!(stand.asked_service, [], "{id}");
    }
    stand.intent(AppIntent::Profile(Intent::SignIn("nobody".to_owned())));
    stand.intent(AppIntent::Profile(Intent::NotMe));
    stand.intent(AppIntent::Profile(Intent::Disown));
    assert_eq!(stand.asked_service, []);
}

#[test]
fn an_answer_for_an_earlier_account_is_passed_over() {
    let mut stand = at_the_sign_ins(Stand::new(Language::En));
    stand.tap("sign-in-1");
    stand.tap("not-me");
    stand.hold = true;
    stand.tap("disown");
    stand.session(session::Intent::Lock);
    stand.unlock();
    stand.intent(AppIntent::Go(Place::SignIns));
    stand.tap("sign-in-1");
    stand.sent.clear();
    stand.release();
    assert!(!stand.seen().contains("is ended") && has(&stand, "not-me"), "{}", stand.seen());
}

#[test]
fn a_list_that_moved_on_disowns_the_one_that_was_touched() {
    let mut stand = at_the_sign_ins(Stand::new(Language::En));
    stand.tap("sign-in-1");
    stand.service.sign_ins.push(record("d", "2026-11-22T08:59:30Z", false, true));
    stand.intent(AppIntent::Home(crate::home::Intent::Refresh));
    stand.tap("not-me");
    stand.tap("disown");
    assert_eq!(stand.asked_service, [Ask::DisownSignIn { id: "b".to_owned() }]);
}

#[test]
fn a_session_that_was_not_ended_is_said() {
    let table = [
        (Err(Failure::Offline(OfflineCause::NoNetwork)), "Nothing was sent", false),
        (Err(Failure::Offline(OfflineCause::Lost)), "not known whether", true),
        (Err(Failure::Refused { words: "No.".to_owned() }), "The service refused: No.", false),
        (Ok(Told::WrongCode), "not known whether", true),
    ];
    for (told, words, asks_again) in table {
        let mut stand = at_the_sign_ins(Stand::new(Language::En));
        stand.sent.clear();
        stand.tap("sign-in-1");
        stand.tap("not-me");
        stand.told.push_back(told.clone());
        stand.tap("disown");
        assert!(stand.seen().contains(words), "{told:?}: {}", stand.seen());
        assert_eq!(stand.sent.contains(&"sign-ins".to_owned()), asks_again, "{told:?}");
        assert!(has(&stand, "not-me"), "it can be tried again: {}", stand.seen());
    }
}

#[test]
fn the_reminder_goes_once_and_for_all() {
    let mut stand = Stand::new(Language::En).signed_in();
    assert!(has(&stand, "recovery-reminder"));
    stand.tap("recovery-reminder");
    assert_eq!(stand.screen().id, ScreenId::Profile);
    stand.intent(AppIntent::Back);
    stand.tap("no-reminder");
    assert!(!has(&stand, "recovery-reminder"));
    stand.restart();
    stand.unlock();
    assert_eq!(stand.screen().id, ScreenId::Home);
    assert!(!has(&stand, "recovery-reminder"), "{}", stand.seen());
}

#[test]
fn the_reminder_is_shown_only_with_reason() {
    let shows = |change: fn(&mut Stand)| {
        let mut stand = Stand::new(Language::En);
        change(&mut stand);
        has(&stand.signed_in(), "recovery-reminder")
    };
    assert!(shows(|_| {}));
    assert!(shows(|stand| stand.service.contacts = Contacts { control_word_set: false, ..all_set() }));
    assert!(!shows(|stand| stand.service.contacts = all_set()), "all is set up");
    assert!(!shows(|stand| stand.facts.offers.clear()), "it could not be set up here");
    assert!(!shows(|stand| stand.failure = Some(Failure::Closed { until: None })), "nothing is known");
    assert!(!shows(|stand| stand.not_offered = Some("contacts")), "nothing is known");
    assert!(
        !shows(|stand| stand.cache.fault = Some(CacheFault::Broken)),
        "whether it was dismissed is not known"
    );
}

#[test]
fn what_is_stored_is_measured_and_removed() {
    let mut stand = at(Stand::new(Language::En), Place::Stored);
    assert!(stand.seen().contains("0 kB"), "{}", stand.seen());
    stand.tap("sign-out");
    assert_eq!(stand.screen().id, ScreenId::SignOut);
    stand.session(session::Intent::SignOut);
    assert_eq!(stand.screen().id, ScreenId::SignIn);
}

#[test]
fn no_page_of_the_account_outlives_it() {
    for place in [Place::Profile, Place::SignIns, Place::Stored, Place::Password] {
        let mut stand = at(Stand::new(Language::En), place);
        stand.session(session::Intent::Lock);
        assert_eq!(stand.screen().id, ScreenId::Unlock, "{place:?}");
        // Nor can it be opened without one.
        stand.intent(AppIntent::Go(place));
        assert_eq!(stand.screen().id, ScreenId::Unlock, "{place:?}");
    }
}

#[test]
fn every_value_has_its_age() {
    let mut stand = Stand::new(Language::En);
    stand.service.contacts = all_set();
    let mut stand = stand.signed_in();
    stand.later(120);
    stand.intent(AppIntent::Go(Place::Profile));
    let section = stand.screen().blocks.into_iter().find_map(|block| match block {
        Block::Section(section) if section.key == "contacts" => section.detail,
        _ => None,
    });
    assert_eq!(section.as_deref(), Some("from the service, 2 minutes ago"));
}
