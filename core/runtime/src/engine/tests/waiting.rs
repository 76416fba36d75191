//! What is waited for before there is an account, and the time it is counted by.

use fl_app::{KeepWaiting, RecoveryWait, Vault, Waiting};
use fl_domain::{Inn, Timestamp};

use super::{phone::Phone, *};

fn recovery(until: Timestamp) -> Waiting {
    let inn = Inn::made_up(7_700_123_456);
    let recovery = RecoveryWait { inn, attempts_left: Some(0), blocked_until: Some(until), letter_at: None };
    Waiting { recovery: Some(recovery), ..Waiting::default() }
}

fn load(engine: &Engine) -> Waiting {
    ask(engine, async |world| world.waiting(KeepWaiting::Load).await)
}

fn save(engine: &Engine, waiting: Waiting) {
    ask(engine, async |world| world.waiting(KeepWaiting::Save(waiting)).await);
}

fn trusted(engine: &Engine) -> Timestamp {
    engine.world.clock().now().trusted()
}

impl Stage {
    fn file(&self, name: &str) -> bool {
        self.data.path().join(name).exists()
    }
}

#[test]
fn what_is_waited_for_survives_a_restart_and_leaves_nothing_once_it_is_over() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    assert_eq!((load(&engine), phone.secrets(), stage.file("waiting")), (Waiting::default(), 0, false));
    let waiting = recovery("2026-11-23T09:00:00Z".parse().unwrap());
    save(&engine, waiting.clone());
    drop(engine);
    let engine = stage.open_on(&phone);
    assert_eq!((load(&engine), phone.secrets()), (waiting.clone(), 1));
    save(&engine, Waiting::default());
    assert_eq!((load(&engine), phone.secrets(), stage.file("waiting")), (Waiting::default(), 0, false));

    // Two changes side by side lose neither.
    save(&engine, waiting.clone());
    ask(&engine, async |world| {
        let begun = crate::waiting::Begun::now("fltaxes://esia".to_owned(), Timestamp::UNIX_EPOCH).unwrap();
        let other = Waiting { forming: Some(Timestamp::MAX), ..waiting.clone() };
        futures::join!(world.keep_begun(begun), world.waiting(KeepWaiting::Save(other)));
        assert!(world.begun().await.is_some());
    });
    drop(engine);
    let engine = stage.open_on(&phone);
    assert_eq!(load(&engine).forming, Some(Timestamp::MAX));
    assert!(ask(&engine, async |world| world.begun().await).is_some());
}

#[test]
fn a_device_that_forgets_waits_for_nothing() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    save(&engine, recovery(Timestamp::MAX));
    drop(engine);
    let engine = stage.open_on(&Phone::new());
    assert_eq!((load(&engine), stage.file("waiting")), (Waiting::default(), false));
    let told = |e: &crate::Entry| e.text.contains("cannot be read and is removed");
    assert!(engine.console().entries_since(0).iter().any(told));
}

#[test]
fn wiping_the_last_account_leaves_nothing_to_wait_for() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    stage.sign_in(&engine);
    save(&engine, recovery(Timestamp::MAX));
    assert!(stage.file("waiting") && stage.file("service-time.json"));
    assert_eq!(phone.secrets(), 2);
    assert!(ask(&engine, async |world| world.vault(Vault::Wipe(None)).await).is_ok());
    assert_eq!(load(&engine), Waiting::default());
    drop(engine);
    assert!(!stage.file("waiting") && !stage.file("service-time.json"));
    assert_eq!(phone.secrets(), 0);
}

#[test]
fn a_countdown_goes_by_the_services_time() {
    let (stage, phone) = (Stage::new(), Phone::new());
    // The service's clock is an hour ahead of the device's.
    stage.sandbox.control().advance(Duration::from_hours(1));
    let engine = stage.open_on(&phone);
    stage.sign_in(&engine);
    let near = |engine: &Engine, at: Timestamp| trusted(engine).as_second().abs_diff(at.as_second()) <= 2;
    let service = || stage.sandbox.control().now();
    assert!(near(&engine, service()), "{} {}", trusted(&engine), service());
    let until = service().checked_add(Duration::from_mins(30)).unwrap();
    save(&engine, recovery(until));
    // Whatever is done to the device's clock, it is as long as before.
    let told = trusted(&engine);
    for _ in 0..2 {
        stage.clock.set_forward(Duration::from_hours(24));
        assert_eq!(trusted(&engine), told);
        stage.clock.set_back(Duration::from_hours(48));
        assert_eq!(trusted(&engine), told);
    }
    stage.clock.advance(Duration::from_mins(10));
    stage.sandbox.control().advance(Duration::from_mins(10));
    assert!(near(&engine, service()));
    // Nor does a restart take any of it back, though the clock was set back and nobody answers.
    let told = trusted(&engine);
    drop(engine);
    stage.clock.set_back(Duration::from_hours(72));
    stage.sandbox.control().set(Fault::Offline, Scope::Everyone);
    let engine = stage.open_on(&phone);
    assert!(trusted(&engine) >= told, "{} {told}", trusted(&engine));
    assert_eq!(load(&engine).recovery.unwrap().blocked_until, Some(until));
    stage.clock.advance(Duration::from_mins(20));
    assert!(trusted(&engine).as_second() >= until.as_second() - 2);
}
