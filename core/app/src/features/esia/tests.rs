use fl_domain::{
    Inn,
    service::{Capability, Failure, OfflineCause},
};

use super::Intent;
use crate::{
    kit::{
        effects::{Esia, EsiaCall, PlatformFault},
        texts::Language,
    },
    open::{Place, nav, session},
    testing::{Stand, inn},
};

const BACK: &str = "fltaxes://esia?state=s&code=c";

fn begun(language: Language, answer: Result<Esia, Failure>) -> Stand {
    let mut stand = Stand::new(language).started();
    stand.esia.push_back(answer);
    stand.go(Place::Esia);
    stand
}

/// The browser came back, and this is the answer.
fn back(language: Language, answer: Result<Esia, Failure>) -> Stand {
    let mut stand = begun(language, Ok(Esia::Opened));
    stand.esia.push_back(answer);
    stand.follow(BACK);
    stand
}

#[test]
fn the_browser_leads_in_and_a_pin_is_chosen() {
    let mut stand = begun(Language::En, Ok(Esia::Opened));
    assert!(stand.seen().contains("Go on in the browser"), "{}", stand.seen());
    stand.esia.push_back(Ok(Esia::Accepted { inn: inn() }));
    stand.follow(BACK);
    assert_eq!(stand.screen().key(), "choose-pin");
    assert!(matches!(stand.asked_esia.last(), Some(EsiaCall::Finish(link)) if link.expose() == BACK));
}

#[test]
fn a_device_that_catches_the_redirect_goes_on_at_once() {
    let stand = begun(Language::En, Ok(Esia::Accepted { inn: inn() }));
    assert_eq!(stand.screen().key(), "choose-pin");
}

#[test]
fn every_other_end_is_a_calm_state() {
    let lost = Failure::Offline(OfflineCause::Lost);
    let table = [
        (Ok(Esia::Cancelled), "cancelled", "Nothing has changed"),
        (Ok(Esia::Foreign), "foreign", "comes back from another sign-in"),
        (Ok(Esia::NotConfirmed), "not-confirmed", "does not accept a confirmation by post"),
        (Ok(Esia::Forming { seconds: Some(100_000) }), "forming", "Ready in: 27 hours 47 minutes"),
        (Ok(Esia::Forming { seconds: None }), "forming-open", "one to two days"),
        (Ok(Esia::Device(PlatformFault::Unavailable)), "no-browser", "This device has nothing"),
        (Err(lost), "lost", "The connection broke off"),
    ];
    for (answer, name, words) in table {
        for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
            let stand = back(language, answer.clone());
            assert_eq!(stand.screen().key(), "esia", "{name}");
            if language == Language::En {
                assert!(stand.seen().contains(words), "{name}: {}", stand.seen());
            }
            insta::assert_snapshot!(format!("{name}-{code}"), stand.seen());
        }
    }
}

#[test]
fn an_answer_that_was_lost_is_asked_for_with_the_same_link() {
    let mut stand = back(Language::En, Err(Failure::Offline(OfflineCause::NoNetwork)));
    stand.esia.push_back(Ok(Esia::Accepted { inn: inn() }));
    stand.tap("again");
    assert_eq!(stand.screen().key(), "choose-pin");
    let finished = stand.asked_esia.iter().filter(|call| matches!(call, EsiaCall::Finish(_))).count();
    assert_eq!(finished, 2);
}

#[test]
fn a_forming_account_resolves_itself_over_a_restart() {
    let mut stand = back(Language::En, Ok(Esia::Forming { seconds: Some(7_200) }));
    stand.restart();
    assert!(stand.seen().contains("Ready in: 2 hours"), "{}", stand.seen());
    stand.later(3_600);
    assert!(stand.seen().contains("Ready in: 1 hour"), "{}", stand.seen());
    stand.later(3_600);
    assert!(stand.seen().contains("The account should be ready"), "{}", stand.seen());
    stand.esia.push_back(Ok(Esia::Accepted { inn: inn() }));
    stand.tap("esia");
    assert_eq!(stand.screen().key(), "choose-pin");
    assert_eq!(stand.waiting.forming, None);
}

#[test]
fn going_back_forgets_what_was_begun() {
    let mut stand = begun(Language::En, Ok(Esia::Opened));
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "sign-in");
    assert_eq!(stand.asked_esia.last(), Some(&EsiaCall::Abandon));
}

#[test]
fn somebody_else_gets_no_session_in_an_open_account() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.esia.push_back(Ok(Esia::Accepted { inn: Inn::made_up(7_700_000_999) }));
    stand.go(Place::Esia);
    assert!(stand.seen().contains("Somebody else"), "{}", stand.seen());
    stand.touch(nav::Intent::Back);
    assert_eq!(stand.screen().key(), "home");
}

#[test]
fn the_owner_goes_on_with_the_open_account() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.failure = Some(Failure::SignInAgain);
    stand.touch(nav::Intent::Refresh);
    stand.failure = None;
    stand.touch(session::Intent::SignInAgain);
    stand.esia.push_back(Ok(Esia::Accepted { inn: inn() }));
    stand.tap("esia");
    assert_eq!(stand.screen().key(), "home");
    assert_eq!(stand.screen().notice, None);
}

#[test]
fn without_the_broker_the_website_is_shown() {
    let mut stand = Stand::new(Language::En);
    stand.facts.offers.retain(|offer| *offer != Capability::Esia);
    let mut stand = stand.started();
    stand.go(Place::Esia);
    assert!(stand.seen().contains("This service does not offer"), "{}", stand.seen());
    assert!(stand.asked_esia.is_empty());
    stand.touch(Intent::Begin);
    assert!(stand.asked_esia.is_empty());
}

#[test]
fn a_link_that_could_not_be_looked_at_is_kept_under_another_page() {
    let mut stand = back(Language::En, Err(Failure::Offline(OfflineCause::NoNetwork)));
    stand.tap("access");
    assert_eq!(stand.screen().key(), "access");
    assert!(!format!("{:?}", stand.screen()).contains("code=c"));
    stand.touch(nav::Intent::Back);
    stand.esia.push_back(Ok(Esia::Accepted { inn: inn() }));
    stand.tap("again");
    assert!(matches!(stand.asked_esia.last(), Some(EsiaCall::Finish(link)) if link.expose() == BACK));
    assert_eq!(stand.screen().key(), "choose-pin");
}

#[test]
fn an_account_that_is_formed_is_said_to_be_while_one_looks() {
    let mut stand = back(Language::En, Ok(Esia::Forming { seconds: Some(120) }));
    assert!(stand.seen().contains("Ready in: 2 minutes"), "{}", stand.seen());
    stand.later(60);
    assert!(stand.seen().contains("Ready in: 1 minute"), "{}", stand.seen());
    stand.later(60);
    assert!(stand.seen().contains("The account should be ready"), "{}", stand.seen());
}
