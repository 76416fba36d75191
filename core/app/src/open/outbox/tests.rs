use fl_domain::{
    Timestamp,
    service::{
        Ask, Capability, Failure, OfflineCause,
        contacts::{SetEmail, SetPhone},
        outbox::{Fate, FateTold},
    },
};

use crate::{
    CacheFault, SendingState,
    open::{Place, session},
    testing::{Stand, one_locked},
    texts::Language,
};

const LOST: Failure = Failure::Offline(OfflineCause::Lost);
const NO_NETWORK: Failure = Failure::Offline(OfflineCause::NoNetwork);

fn at_the_email() -> Stand {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.go(Place::Email);
    stand
}

fn save(stand: &mut Stand, address: &str) {
    stand.type_in("email", address);
    stand.tap("save");
}

fn sent(stand: &Stand) -> Vec<String> {
    let of = |ask: &Ask| match ask {
        Ask::Contacts(fl_domain::service::contacts::Ask::SetEmail(SetEmail(email))) => {
            Some(email.as_str().to_owned())
        }
        _ => None,
    };
    stand.asked_service.iter().filter_map(of).collect()
}

fn states(stand: &Stand) -> Vec<SendingState> {
    stand.cache.sendings.iter().map(|sending| sending.state.clone()).collect()
}

fn without_network(stand: &mut Stand) {
    stand.failure = Some(NO_NETWORK);
}

fn anew(mut stand: Stand) -> Stand {
    stand.vault = one_locked(10, false);
    stand.restart();
    stand.unlock();
    stand
}

#[test]
fn what_is_wanted_without_a_network_goes_after_a_restart_once_there_is_one() {
    let mut stand = at_the_email();
    without_network(&mut stand);
    save(&mut stand, "anna@example.test");
    assert!(stand.seen().contains("Not sent yet. No network."), "{}", stand.seen());
    assert!(stand.seen().contains("anna@example.test"), "what was typed stays: {}", stand.seen());
    let mut stand = anew(stand);
    assert!(stand.seen().contains("1 thing is not settled"), "{}", stand.seen());
    let tries = sent(&stand).len();
    stand.failure = None;
    stand.network_back();
    assert_eq!(sent(&stand).len(), tries + 1);
    assert!(matches!(states(&stand)[..], [SendingState::Accepted { .. }]));
    assert!(!stand.seen().contains("not settled"), "{}", stand.seen());
    stand.network_back();
    stand.later(90_000);
    assert_eq!(sent(&stand).len(), tries + 1, "never a second time");
}

#[test]
fn ten_taps_are_one_thing_and_a_newer_wish_takes_the_place_of_one_that_has_not_left() {
    let mut stand = at_the_email();
    stand.hold = true;
    for _ in 0..10 {
        stand.type_in("email", "anna@example.test");
        stand.tap_anyway("save");
    }
    assert_eq!(stand.cache.sendings.len(), 1);
    // It is on its way: the next one waits for its answer.
    stand.type_in("email", "anna.b@example.test");
    stand.tap_anyway("save");
    stand.type_in("email", "anna.c@example.test");
    stand.tap_anyway("save");
    assert_eq!(stand.cache.sendings.len(), 2, "the second gave way to the third");
    stand.release();
    assert_eq!(sent(&stand), ["anna@example.test", "anna.c@example.test"]);
    assert!(states(&stand).iter().all(|state| matches!(state, SendingState::Accepted { .. })));
}

#[test]
fn nothing_leaves_that_is_not_on_disk_first() {
    for (fault, words) in [
        (CacheFault::DiskFull, "no room on this device, so nothing was sent"),
        (CacheFault::ReadOnly, "Nothing can be kept on this device"),
        (CacheFault::Broken, "could not be kept here"),
    ] {
        let mut stand = at_the_email();
        stand.cache.fault = Some(fault);
        save(&mut stand, "anna@example.test");
        assert!(stand.seen().contains(words), "{}", stand.seen());
        assert!(stand.seen().contains("anna@example.test"), "what was typed stays: {}", stand.seen());
        assert_eq!(sent(&stand), [""; 0]);
        stand.cache.fault = None;
        stand.tap("save");
        assert_eq!(sent(&stand), ["anna@example.test"]);
        assert!(!stand.seen().contains(words), "{}", stand.seen());
    }
    // It was wanted, and what comes next could not be written down.
    let mut stand = at_the_email();
    without_network(&mut stand);
    save(&mut stand, "anna@example.test");
    let tries = sent(&stand).len();
    (stand.failure, stand.cache.fault) = (None, Some(CacheFault::DiskFull));
    stand.network_back();
    assert_eq!(sent(&stand).len(), tries);
    stand.cache.fault = None;
    stand.network_back();
    assert_eq!(sent(&stand).len(), tries + 1);
}

#[test]
fn a_lost_answer_is_asked_after_and_not_sent_again() {
    let mut stand = at_the_email();
    stand.tell::<SetEmail>(Err(LOST));
    stand.tell::<Fate>(Ok(FateTold::Accepted { at: None }));
    save(&mut stand, "anna@example.test");
    assert_eq!(sent(&stand).len(), 1);
    assert!(stand.seen().contains("A letter was sent to anna@example.test"), "{}", stand.seen());
    // The answer to that is lost too: asked again, later.
    let mut stand = at_the_email();
    stand.tell::<SetEmail>(Err(LOST));
    stand.tell::<Fate>(Err(LOST));
    stand.tell::<Fate>(Ok(FateTold::InWork));
    stand.tell::<Fate>(Ok(FateTold::Refused { words: Some("Занято".to_owned()) }));
    save(&mut stand, "anna@example.test");
    assert!(stand.seen().contains("tried to ask 1 time and will ask again"), "{}", stand.seen());
    stand.later(61);
    assert!(stand.seen().contains("tried to ask 2 times"), "{}", stand.seen());
    stand.later(61);
    stand.later(61);
    assert_eq!((sent(&stand).len(), stand.asked::<Fate>()), (1, 3));
    assert!(stand.seen().contains("Занято"), "{}", stand.seen());
}

#[test]
fn what_never_came_goes_again_under_its_key() {
    let mut stand = at_the_email();
    stand.tell::<SetEmail>(Err(LOST));
    save(&mut stand, "anna@example.test");
    assert_eq!((sent(&stand).len(), stand.asked::<Fate>()), (2, 1));
    assert_eq!(stand.cache.sendings.len(), 1);
    assert_eq!(stand.cache.sendings[0].times_sent, 2);
}

#[test]
fn where_nobody_knows_the_person_decides() {
    let forgot = |mut stand: Stand| {
        let known_since = Some(Timestamp::MAX);
        stand.tell::<SetEmail>(Err(LOST));
        stand.tell::<Fate>(Ok(FateTold::Unheard { known_since }));
        save(&mut stand, "anna@example.test");
        stand
    };
    let lacking = |mut stand: Stand| {
        stand.facts.offers.retain(|part| *part != Capability::Outbox);
        let mut stand = stand.signed_in();
        stand.go(Place::Email);
        stand.tell::<SetEmail>(Err(LOST));
        save(&mut stand, "anna@example.test");
        stand
    };
    for make in [&(|| forgot(at_the_email())) as &dyn Fn() -> Stand, &|| lacking(Stand::new(Language::En))] {
        let mut stand = make();
        stand.later(90);
        stand.network_back();
        assert_eq!(sent(&stand).len(), 1, "never blindly");
        assert!(stand.seen().contains("nobody can be asked any more"), "{}", stand.seen());
        stand.tap("outbox-again");
        assert_eq!(sent(&stand).len(), 2);
        assert!(stand.seen().contains("A letter was sent"), "{}", stand.seen());
        let mut stand = make();
        stand.tap("outbox-dismiss");
        assert_eq!(stand.cache.sendings, []);
        assert!(!stand.seen().contains("nobody can be asked"), "{}", stand.seen());
    }
}

#[test]
fn a_lock_in_the_middle_loses_nothing_and_repeats_nothing() {
    let mut stand = at_the_email();
    stand.hold = true;
    save(&mut stand, "anna@example.test");
    stand.touch(session::Intent::Lock);
    // It was done, and nobody heard.
    stand.release();
    assert_eq!(sent(&stand).len(), 1);
    assert_eq!(states(&stand), [SendingState::Left]);
    stand.tell::<Fate>(Ok(FateTold::Accepted { at: None }));
    stand.unlock();
    assert_eq!((sent(&stand).len(), stand.asked::<Fate>()), (1, 1));
    assert!(matches!(states(&stand)[..], [SendingState::Accepted { .. }]));
}

#[test]
fn a_session_that_ended_keeps_it_until_the_next_one() {
    let mut stand = at_the_email();
    stand.tell::<SetEmail>(Err(Failure::SignInAgain));
    save(&mut stand, "anna@example.test");
    assert!(stand.seen().contains("Sign in again, and it goes by itself"), "{}", stand.seen());
    stand.network_back();
    assert_eq!(sent(&stand).len(), 1);
    stand.touch(session::Intent::SignInAgain);
    stand.type_in("password", "Passw0rd#");
    stand.touch(session::Intent::SignIn);
    assert_eq!(sent(&stand).len(), 2);
    assert!(matches!(states(&stand)[..], [SendingState::Accepted { .. }]));
}

#[test]
fn what_has_not_left_can_be_taken_back_and_nothing_else() {
    let mut stand = at_the_email();
    without_network(&mut stand);
    save(&mut stand, "anna@example.test");
    stand.tap("outbox-withdraw");
    assert_eq!(stand.cache.sendings, []);
    assert!(!stand.seen().contains("Not sent yet"), "{}", stand.seen());
    stand.failure = None;
    let tries = sent(&stand).len();
    stand.network_back();
    assert_eq!(sent(&stand).len(), tries);
    // What may have left stays, whatever is touched.
    stand.tell::<SetEmail>(Err(LOST));
    stand.tell::<Fate>(Err(LOST));
    save(&mut stand, "anna.b@example.test");
    let key = stand.cache.sendings[0].key;
    stand.touch(super::event::Intent::Withdraw(key));
    stand.touch(super::event::Intent::Dismiss(key));
    stand.touch(super::event::Intent::Again(key));
    assert_eq!(states(&stand), [SendingState::Left]);
    assert_eq!(sent(&stand).len(), tries + 1);
}

#[test]
fn each_kind_goes_its_own_way() {
    let mut stand = at_the_email();
    stand.tell::<SetEmail>(Err(LOST));
    stand.tell::<Fate>(Err(LOST));
    save(&mut stand, "anna@example.test");
    stand.go(Place::Phone);
    stand.type_in("phone", "+79000000067");
    stand.tap("save");
    assert_eq!(stand.asked::<SetPhone>(), 1);
    assert!(matches!(states(&stand)[..], [SendingState::Left, SendingState::Accepted { .. }]));
}

#[test]
fn what_was_done_long_ago_goes_and_what_was_not_stays() {
    let mut stand = at_the_email();
    save(&mut stand, "anna@example.test");
    stand.tell::<SetEmail>(Err(Failure::Refused { words: "Нет".to_owned() }));
    save(&mut stand, "anna.b@example.test");
    stand.now.at = Timestamp::from_second(stand.now.at.as_second() + 31 * 86_400).unwrap();
    let stand = anew(stand);
    assert!(matches!(states(&stand)[..], [SendingState::Refused { .. }]));
}

#[test]
fn who_leaves_is_told_what_is_not_settled() {
    let mut stand = at_the_email();
    without_network(&mut stand);
    save(&mut stand, "anna@example.test");
    stand.touch(session::Intent::AskSignOut);
    assert!(stand.seen().contains("1 thing is not settled yet. From here nobody"), "{}", stand.seen());
}

#[test]
fn an_answer_of_another_kind_settles_nothing() {
    // The one arm for the impossible answers so; nobody knows whether it was done.
    let mut stand = at_the_email();
    let odd =
        Failure::Unexpected { operation: "contact-email".to_owned(), code: "mismatched-answer".to_owned() };
    stand.tell::<SetEmail>(Err(odd));
    save(&mut stand, "anna@example.test");
    assert_eq!(states(&stand), [SendingState::Left]);
}

#[test]
fn an_answer_that_found_no_room_is_written_once_there_is_some() {
    let mut stand = at_the_email();
    stand.hold = true;
    save(&mut stand, "anna@example.test");
    stand.cache.fault = Some(CacheFault::DiskFull);
    stand.release();
    assert!(stand.seen().contains("A letter was sent"), "{}", stand.seen());
    assert_eq!(states(&stand), [SendingState::Left], "the disk does not know yet");
    stand.cache.fault = None;
    stand.network_back();
    assert!(matches!(states(&stand)[..], [SendingState::Accepted { .. }]));
    assert_eq!((sent(&stand).len(), stand.asked::<Fate>()), (1, 0));
}
