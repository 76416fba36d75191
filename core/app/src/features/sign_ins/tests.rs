use fl_domain::{
    Timestamp,
    service::{
        Ask, Failure, OfflineCause, SignInRecord, SignInWay,
        outbox::{Fate, FateTold},
        sign_ins::{self, Disown},
    },
    time::Zone,
};

use super::model::Intent;
use crate::{
    Platform,
    open::{Place, nav, session},
    testing::Stand,
    texts::Language,
};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
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

fn records() -> Vec<SignInRecord> {
    vec![
        record("c", "2025-03-01T10:00:00Z", false, false),
        record("a", "2026-11-22T08:59:00Z", true, true),
        record("b", "2026-11-21T20:30:00Z", false, true),
    ]
}

fn at(stand: Stand, place: Place) -> Stand {
    let mut stand = stand.signed_in();
    stand.go(place);
    stand
}

fn at_the_sign_ins(mut stand: Stand) -> Stand {
    stand.service.sign_ins = records();
    at(stand, Place::SignIns)
}

/// Which were disowned, by the service's names of them.
fn disowned(stand: &Stand) -> Vec<&str> {
    let of = |ask| match ask {
        &Ask::SignIns(sign_ins::Ask::Disown(Disown { ref id })) => Some(id.as_str()),
        _ => None,
    };
    stand.asked_service.iter().filter_map(of).collect()
}

fn has(stand: &Stand, key: &str) -> bool {
    stand.screen().blocks.iter().any(|block| block.key() == key)
}

#[test]
fn screens() {
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
    stand.touch(Intent::Disown);
    assert_eq!(disowned(&stand), [""; 0], "it was not asked yet");
    stand.tap("not-me");
    stand.service.sign_ins[2].is_open = false;
    stand.tap("disown");
    assert_eq!(disowned(&stand), ["b"]);
    assert_eq!(stand.sent, ["sign-in-disown", "sign-ins"], "read anew");
    assert!(stand.seen().contains("The session is ended") && !has(&stand, "not-me"), "{}", stand.seen());
    stand.tap("change");
    assert_eq!(stand.screen().key(), "password");
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
        stand.touch(Intent::NotMe);
        stand.touch(Intent::Disown);
        assert_eq!(disowned(&stand), [""; 0], "{id}");
    }
    stand.touch(Intent::SignIn("nobody".to_owned()));
    stand.touch(Intent::NotMe);
    stand.touch(Intent::Disown);
    assert_eq!(disowned(&stand), [""; 0]);
}

#[test]
fn an_answer_for_an_earlier_account_is_passed_over() {
    let mut stand = at_the_sign_ins(Stand::new(Language::En));
    stand.tap("sign-in-1");
    stand.tap("not-me");
    stand.hold = true;
    stand.tap("disown");
    stand.touch(session::Intent::Lock);
    stand.unlock();
    stand.go(Place::SignIns);
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
    stand.touch(nav::Intent::Refresh);
    stand.tap("not-me");
    stand.tap("disown");
    assert_eq!(disowned(&stand), ["b"]);
}

#[test]
fn a_session_that_was_not_ended_is_said() {
    let unreadable =
        Failure::Unexpected { operation: "sign-in-disown".to_owned(), code: "mismatched-answer".to_owned() };
    // Whether it is under way still, and then nothing else can be tried.
    let table = [
        (Failure::Offline(OfflineCause::NoNetwork), "Not sent yet. No network.", true),
        (Failure::Refused { words: "No.".to_owned() }, "The service refused: No.", false),
        (unreadable, "there is no answer yet", true),
    ];
    for (failure, words, is_under_way) in table {
        let mut stand = at_the_sign_ins(Stand::new(Language::En));
        stand.sent.clear();
        stand.tap("sign-in-1");
        stand.tap("not-me");
        stand.tell::<Disown>(Err(failure.clone()));
        stand.tap("disown");
        assert!(stand.seen().contains(words), "{failure:?}: {}", stand.seen());
        assert_eq!(has(&stand, "not-me"), !is_under_way, "{failure:?}: {}", stand.seen());
        // What was refused was about what the list says: it may have moved on.
        assert_eq!(stand.sent.contains(&"sign-ins".to_owned()), !is_under_way, "{failure:?}");
    }
    // A lost answer is asked after at once.
    let mut stand = at_the_sign_ins(Stand::new(Language::En));
    stand.tap("sign-in-1");
    stand.tap("not-me");
    stand.tell::<Disown>(Err(Failure::Offline(OfflineCause::Lost)));
    stand.tell::<Fate>(Ok(FateTold::Accepted { at: None }));
    stand.service.sign_ins[2].is_open = false;
    stand.tap("disown");
    assert_eq!(disowned(&stand), ["b"]);
    assert!(stand.seen().contains("The session is ended"), "{}", stand.seen());
}
