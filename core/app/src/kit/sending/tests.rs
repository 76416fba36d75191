use fl_domain::service::{FieldFault, Question, sign_ins::Disown};

use super::*;

const NOW: Timestamp = Timestamp::constant(1_000_000, 0);

fn later(seconds: i64) -> Timestamp {
    Timestamp::from_second(NOW.as_second() + seconds).unwrap()
}

fn sending() -> Sending {
    Sending::new(OnceKey::from_bytes([1; 16]), Disown { id: "1".to_owned() }.ask(), NOW)
}

fn left() -> Sending {
    let mut sending = sending();
    sending.leaves(NOW);
    sending
}

fn unexpected(code: &str) -> Failure {
    Failure::Unexpected { operation: "o".to_owned(), code: code.to_owned() }
}

/// What each failure of sending says of it: it stays, its fate is open, or it is refused.
#[test]
fn only_what_says_so_outright_settles_it() {
    let words = || "w".to_owned();
    let table = [
        (Failure::Offline(OfflineCause::NoNetwork), "stays"),
        (Failure::NotSafe(fl_domain::service::CertificateFault::Untrusted), "stays"),
        (Failure::NotRenewed { words: None, code: "c".to_owned() }, "stays"),
        (Failure::SignInAgain, "stays"),
        (Failure::Rejected { operation: "o".to_owned() }, "stays"),
        (Failure::Closed { until: None }, "open"),
        (Failure::Closed { until: Some(later(9000)) }, "open"),
        (Failure::Offline(OfflineCause::NoAnswer), "asked"),
        (Failure::Offline(OfflineCause::Lost), "asked"),
        (unexpected("html-instead-of-json"), "open"),
        (unexpected("http-500"), "open"),
        (unexpected("http-502"), "open"),
        (unexpected("http-408"), "open"),
        (unexpected("http-425"), "stays"),
        (unexpected("http-429"), "stays"),
        (unexpected("http-400"), "refused"),
        (Failure::Refused { words: words() }, "refused"),
        (Failure::Fields(vec![FieldFault { field: "f".to_owned(), words: words() }]), "refused"),
        (Failure::NotOffered { website: None }, "refused"),
    ];
    for (failure, expected) in table {
        let mut sending = left();
        sending.answered(Err(failure.clone()), NOW);
        let is = match &sending.state {
            SendingState::Waiting(Some(_)) if sending.may_be_withdrawn() => "stays",
            SendingState::Left if sending.step(NOW, true, false) == Step::Ask => "asked",
            SendingState::Left => "open",
            SendingState::Refused { .. } => "refused",
            other => panic!("{failure:?}: {other:?}"),
        };
        assert_eq!(is, expected, "{failure:?}");
        assert_eq!(sending.is_settled(), expected == "refused");
        if expected == "open" || expected == "stays" {
            assert_eq!(sending.step(NOW, true, false), Step::Wait, "{failure:?}: it pauses");
        }
    }
}

#[test]
fn whatever_may_have_left_is_asked_after_and_never_sent_first() {
    let mut sending = left();
    // As after a kill: nobody knows whether it went.
    assert_eq!(sending.step(NOW, true, false), Step::Ask);
    assert_eq!(sending.step(NOW, false, true), Step::Wait);
    assert!(sending.needs_a_person(false) && !sending.needs_a_person(true));
    assert!(!sending.may_be_withdrawn());
    sending.told(Err(Failure::Offline(OfflineCause::Lost)), NOW);
    assert_eq!(
        (sending.step(later(59), true, false), sending.step(later(60), true, false)),
        (Step::Wait, Step::Ask)
    );
    sending.told(Ok(FateTold::InWork), later(60));
    assert_eq!(sending.times_asked, 2);
    sending.told(Ok(FateTold::Unheard { known_since: None }), later(300));
    assert_eq!(sending.step(later(300), true, false), Step::Send);
    // It may still come by its first way: nobody takes that back.
    assert!(!sending.may_be_withdrawn());
    sending.leaves(later(300));
    sending.answered(Ok(()), later(301));
    assert_eq!(sending.state, SendingState::Accepted { at: later(301) });
}

#[test]
fn a_service_that_forgot_is_not_taken_for_one_that_never_heard() {
    for (since, forgot) in
        [(None, false), (Some(-301), false), (Some(-299), true), (Some(0), true), (Some(900), true)]
    {
        let mut sending = left();
        let known_since = since.map(later);
        sending.told(Ok(FateTold::Unheard { known_since }), later(1000));
        assert_eq!(sending.state == SendingState::Forgotten, forgot, "{since:?}");
        assert_eq!(sending.step(later(9000), true, true) == Step::Send, !forgot, "{since:?}");
        assert_eq!(sending.needs_a_person(true), forgot);
    }
}

#[test]
fn pauses_grow_up_to_an_hour_and_no_clock_makes_them_longer() {
    let mut sending = left();
    let mut pauses = Vec::new();
    for _ in 0..9 {
        sending.told(Err(Failure::Offline(OfflineCause::Lost)), NOW);
        pauses.push(sending.not_before.unwrap().as_second() - NOW.as_second());
    }
    assert_eq!(pauses, [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
    assert_eq!(sending.step(later(3599), true, false), Step::Wait);
    assert_eq!(sending.step(later(3599), true, true), Step::Ask);
    // The clock was a day ahead when it was set.
    assert_eq!(sending.step(later(-86_400), true, false), Step::Ask);
    let mut closed = left();
    closed.answered(Err(Failure::Closed { until: Some(later(1800)) }), NOW);
    assert_eq!(closed.step(later(1799), true, false), Step::Wait);
    assert_eq!(closed.step(later(1800), true, false), Step::Ask);
}

#[test]
fn refused_words_are_kept_and_their_absence_too() {
    for (words, expected) in [
        (Some("нет".to_owned()), Failure::Refused { words: "нет".to_owned() }),
        (None, Failure::Unexpected { operation: "sign-in-disown".to_owned(), code: "refused".to_owned() }),
    ] {
        let mut sending = left();
        sending.told(Ok(FateTold::Refused { words }), NOW);
        assert_eq!(sending.state, SendingState::Refused { at: NOW, failure: expected });
    }
}
