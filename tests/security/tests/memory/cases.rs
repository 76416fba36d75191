//! When the memory is read, and what must not be in it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fl_security::{Masked, Needle, mask, memory};

use super::service::{PIN, Service, WRONG, back, go, is_at, lock, read_anew, sign_out, tap, type_in, unlock};

/// One at a time: the memory is everybody's.
static TURN: Mutex<()> = Mutex::new(());

/// A tax of the person's, which a row of the first screen carries and no catalogue names.
const TAX: [u8; 32] = mask("Пени (код выдуман)");
/// As long and as mixed as a state or a verifier.
const RANDOM: [u8; 43] = mask("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

/// Connections close and threads give back their last task some time after the engine has settled.
const SCANS: usize = 150;

pub(super) fn my_turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The names of what is found, each once.
pub(super) fn found(needles: &[Needle]) -> Vec<&'static str> {
    let mut names: Vec<_> = memory::scan(needles).unwrap().iter().map(|found| found.needle).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Nothing is left, at the latest once what goes on beside the engine has ended.
pub(super) fn assert_clean(needles: &[Needle]) {
    let mut left = Vec::new();
    for _ in 0..SCANS {
        left = memory::scan(needles).unwrap();
        if left.is_empty() {
            return;
        }
        std::thread::yield_now();
    }
    let lines: Vec<_> = left.iter().map(ToString::to_string).collect();
    panic!("left in memory:\n{}", lines.join("\n"));
}

#[test]
fn what_is_there_is_found_and_what_was_freed_is_not() {
    let _turn = my_turn();
    let needles = [Needle::new("PIN", Masked::new(&PIN))];
    assert!(found(&needles).is_empty(), "a masked needle is not found itself");
    let kept =
        format!("far from both ends of what holds it: {}; and on it goes", needles[0].text.secret().expose());
    assert_eq!(found(&needles), ["PIN"]);
    drop(kept);
    assert!(found(&needles).is_empty(), "the allocator wipes what is freed");
}

#[test]
fn a_random_text_is_found_by_its_shape_alone() {
    let _turn = my_turn();
    let held = Masked::new(&RANDOM);
    assert!(!memory::random_texts(held.len()).unwrap().contains(&held), "a masked one is not found");
    let kept = format!("\"{}\"", held.secret().expose());
    assert!(memory::random_texts(held.len()).unwrap().contains(&held));
    assert!(!memory::random_texts(held.len() - 1).unwrap().contains(&held));
    drop(kept);
    assert!(!memory::random_texts(held.len()).unwrap().contains(&held));
}

#[test]
fn an_open_account_holds_neither_password_nor_pin() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let needles = service.needles();
    let engine = service.lived_in(folder.path());
    let (typed, known): (Vec<_>, Vec<_>) =
        needles.into_iter().partition(|n| ["password", "PIN", "word sought"].contains(&n.name));
    assert_clean(&typed);
    // What is sought below is there before.
    let mut expected: Vec<_> = known.iter().map(|needle| needle.name).collect();
    expected.sort_unstable();
    assert_eq!(found(&known), expected);
    drop(engine);
}

#[test]
fn a_refused_password_leaves_nothing() {
    let _turn = my_turn();
    let (service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    type_in(&engine, "inn", &service.card("debt").inn);
    type_in(&engine, "password", &Masked::new(&WRONG));
    tap(&engine, "sign-in");
    // Where it stands in view it can be corrected; elsewhere it is gone.
    is_at(&engine, "sign-in");
    go(&engine, "settings");
    assert_clean(&[Needle::new("refused password", Masked::new(&WRONG))]);
    drop(engine);
}

#[test]
fn a_sign_in_given_up_before_a_pin_leaves_nothing() {
    let _turn = my_turn();
    let (service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    service.sign_in(&engine, "debt");
    is_at(&engine, "choose-pin");
    type_in(&engine, "pin", &Masked::new(&PIN));
    back(&engine);
    is_at(&engine, "sign-in");
    assert_clean(&service.needles());
    drop(engine);
}

#[test]
fn a_failure_inside_leaves_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let needles = service.needles();
    let engine = service.lived_in(folder.path());
    engine.break_inside();
    engine.settle();
    is_at(&engine, "unlock");
    assert_clean(&needles);
    drop(engine);
}

#[test]
fn a_locked_account_leaves_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let needles = service.needles();
    let engine = service.lived_in(folder.path());
    lock(&engine);
    assert_clean(&needles);
    drop(engine);
}

/// A touch carries what it opens: the service's words for a tax, its name for a sign-in. The table of them is emptied at a lock,
/// and so is the app's own state.
#[test]
fn what_touches_carry_is_gone_after_a_lock() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let engine = service.open(folder.path());
    service.get_in(&engine, "debt");
    let theirs = service.elsewhere("debt");
    let needles = [Needle::new("tax", Masked::new(&TAX)), Needle::new("sign-in", theirs)];
    for round in 0..2 {
        read_anew(&engine);
        tap(&engine, "arrears-3");
        is_at(&engine, "operations");
        go(&engine, "profile");
        tap(&engine, "sign-ins");
        tap(&engine, "sign-in-0");
        tap(&engine, "not-me");
        assert_eq!(found(&needles), ["sign-in", "tax"], "{round}");
        lock(&engine);
        assert_clean(&needles);
        unlock(&engine);
    }
    sign_out(&engine);
    assert_clean(&needles);
    drop(engine);
}

#[test]
fn a_sign_out_leaves_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let needles = service.needles();
    let engine = service.lived_in(folder.path());
    sign_out(&engine);
    is_at(&engine, "sign-in");
    assert_clean(&needles);
    drop(engine);
}

#[test]
fn an_engine_that_ended_leaves_nothing() {
    let _turn = my_turn();
    let (mut service, folder) = (Service::start(), tempfile::tempdir().unwrap());
    let needles = service.needles();
    let engine = service.lived_in(folder.path());
    engine.close();
    assert_clean(&needles);
}
