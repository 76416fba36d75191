//! The device: what it holds, refuses and never answers; and listeners that are slow, fail or close the engine.

use std::{
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};

use fl_app::{Platform as Operation, PlatformFault, Screen};

use super::{
    Hands, PIN, Stage, ask,
    phone::{Mood, Phone},
};
use crate::{Engine, EngineConfig, Platform, PlatformError, ScreenListener, field_of};

impl Stage {
    pub(super) fn open_on(&self, phone: &Arc<Phone>) -> Engine {
        self.open_at(fl_gateway::Profile::parse(&self.sandbox.profile_toml()).unwrap(), phone)
    }

    /// At another service than the sandbox.
    pub(super) fn open_at(&self, profile: fl_gateway::Profile, phone: &Arc<Phone>) -> Engine {
        let phone = Arc::clone(phone) as Arc<dyn Platform>;
        let mut config =
            EngineConfig::on(self.data.path().to_owned(), profile, Arc::new(self.clock.clone()), phone);
        config.patience = self.patience;
        let engine = Engine::new(config).unwrap();
        engine.settle();
        engine.in_english();
        engine
    }

    fn signed_in_on(&self, phone: &Arc<Phone>) -> Engine {
        let engine = self.open_on(phone);
        self.sign_in(&engine);
        engine
    }

    pub(super) fn sign_in(&self, engine: &Engine) {
        let (inn, password) = self.card("debt");
        engine.sign_in(&inn, &password);
        engine.keep_pin();
    }
}

fn use_biometrics(engine: &Engine) {
    engine.go("settings");
    engine.tap_on("biometrics");
}

/// Waits for a screen like this. The engine is not at rest meanwhile: something of it hangs.
fn shows(engine: &Engine, screens: &Receiver<Arc<Screen>>, is_it: impl Fn(&Screen) -> bool) {
    if is_it(&engine.screen()) {
        return;
    }
    while let Ok(screen) = screens.recv_timeout(Duration::from_mins(1)) {
        if is_it(&screen) {
            return;
        }
    }
    panic!("that never came; there is\n{}", engine.screen());
}

/// Until it is so; a test that would wait for ever fails instead.
fn wait(is_so: impl Fn() -> bool) {
    let start = std::time::Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_mins(1), "that never came");
        std::thread::yield_now();
    }
}

/// Passes every screen on.
struct Passes(Mutex<Sender<Arc<Screen>>>);

impl ScreenListener for Passes {
    fn changed(&self, screen: Arc<Screen>) -> Result<(), PlatformError> {
        self.0.lock().unwrap().send(screen).map_err(|_| PlatformError::Failed)
    }
}

fn listen(engine: &Engine) -> Receiver<Arc<Screen>> {
    let (sender, screens) = channel();
    engine.subscribe(Arc::new(Passes(Mutex::new(sender)))).unwrap();
    screens
}

fn has(screen: &Screen, key: &str) -> bool {
    screen.blocks.iter().any(|block| block.key() == key)
}

#[test]
fn the_device_holds_the_secret_and_a_finger_opens() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    engine.is_at("home");
    assert_eq!(phone.shelf.lock().unwrap().len(), 1);
    use_biometrics(&engine);
    assert_eq!(phone.guarded.lock().unwrap().len(), 1);
    drop(engine);

    let engine = stage.open_on(&phone);
    assert!(has(&engine.screen(), "use-biometrics"), "{}", engine.screen());
    engine.tap_on("use-biometrics");
    engine.is_at("home");
    engine.sees("Debt ₽");

    // Signing out takes both copies back.
    engine.sign_out();
    assert!(phone.shelf.lock().unwrap().is_empty());
    assert!(phone.guarded.lock().unwrap().is_empty());
}

#[test]
fn another_key_than_the_accounts_opens_nothing() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    use_biometrics(&engine);
    engine.lock();
    for wrong in [vec![7; 32], vec![7; 5], Vec::new()] {
        phone.guarded.lock().unwrap().values_mut().for_each(|key| key.clone_from(&wrong));
        engine.tap_on("use-biometrics");
        engine.is_at("unlock");
        engine.sees("Open with the PIN");
    }
    engine.unlock();
    engine.is_at("home");
}

#[test]
fn new_fingers_leave_only_the_pin() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    use_biometrics(&engine);
    engine.lock();
    phone.be(Mood::Refuses(PlatformError::Invalidated));
    engine.tap_on("use-biometrics");
    engine.sees("changed, so only the PIN opens");
    phone.be(Mood::Fine);
    engine.unlock();
    engine.is_at("home");
    engine.lock();
    assert!(!has(&engine.screen(), "use-biometrics"), "the mark is gone");
}

#[test]
fn switched_off_is_off_even_where_the_device_refuses_to_forget() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    use_biometrics(&engine);
    phone.be(Mood::Refuses(PlatformError::Failed));
    engine.tap_on("biometrics");
    phone.be(Mood::Fine);
    assert_eq!(phone.guarded.lock().unwrap().len(), 1, "the device still has its copy");
    engine.lock();
    assert!(!has(&engine.screen(), "use-biometrics"), "and it is never asked for it");
}

#[test]
fn ten_wrong_pins_take_the_finger_with_them() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    use_biometrics(&engine);
    engine.lock();
    for _ in 0..10 {
        engine.type_in("pin", "999999");
        engine.tap_on("unlock");
    }
    engine.is_at("sign-in");
    assert!(phone.guarded.lock().unwrap().is_empty());
}

#[test]
fn the_pin_wins_over_a_finger_that_is_still_asked_for() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    use_biometrics(&engine);
    engine.lock();
    let screens = listen(&engine);
    phone.be(Mood::Hangs);
    assert!(engine.tap("use-biometrics"));
    // It is asked for before the device is fine again, since one thing is done after the other.
    engine.typed("unlock/pin", PIN.into());
    let asked =
        || engine.console().entries_since(0).iter().any(|e| e.text.contains("unlock with biometrics"));
    wait(asked);
    phone.be(Mood::Fine);
    wait(|| engine.tap("unlock"));
    shows(&engine, &screens, |screen| screen.key() == "home");
}

#[test]
fn a_device_that_refuses_or_fails_is_a_sentence() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    engine.go("settings");
    let moods = [
        (Mood::Refuses(PlatformError::Unavailable), "has nothing that can do that"),
        (Mood::Refuses(PlatformError::Denied), "The device refused"),
        (Mood::Refuses(PlatformError::Failed), "could not do that"),
    ];
    for (mood, words) in moods {
        phone.be(mood);
        engine.tap_on("share-log");
        engine.sees(words);
    }
    phone.be(Mood::Refuses(PlatformError::Cancelled));
    engine.tap_on("share-log");
    assert!(!has(&engine.screen(), "hint"));

    // Locked while the secure storage refuses: said, and no attempt is spent.
    phone.be(Mood::Fine);
    engine.lock();
    for mood in [Mood::Refuses(PlatformError::Denied), Mood::Panics] {
        phone.be(mood);
        engine.unlock();
        engine.sees(if mood == Mood::Panics { "cannot be used" } else { "secure storage refused" });
    }
    phone.be(Mood::Fine);
    engine.unlock();
    engine.is_at("home");
    drop(engine);
    assert!(!std::fs::read_dir(stage.data.path().join("accounts")).unwrap().any(|entry| {
        std::fs::read_to_string(entry.unwrap().path().join("key.json")).unwrap().contains("\"attempts\":1")
    }));
}

#[test]
fn a_device_that_never_answers_is_given_up() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    let screens = listen(&engine);
    engine.go("settings");
    for act in ["share-log", "lock-now"] {
        let is_lock = act == "lock-now";
        phone.be(Mood::Hangs);
        assert!(engine.tap(act));
        if is_lock {
            // Looking at the device hangs.
            shows(&engine, &screens, |screen| screen.key() == "starting");
        }
        // The call may not be there yet: the clock moves on until it is given up.
        let told = |screen: &Screen| {
            if is_lock { screen.key() == "blocked" } else { screen.to_string().contains("did not answer") }
        };
        wait(|| {
            stage.clock.advance(Duration::from_secs(16));
            // A clock that never stood still would leave nobody the time to look at it.
            let _ = screens.recv_timeout(Duration::from_millis(20));
            told(&engine.screen())
        });
        phone.be(Mood::Fine);
        engine.settle();
    }
    engine.tap_on("try-again");
    engine.unlock();
    engine.is_at("home");
}

#[test]
fn only_pages_of_a_service_are_opened_and_the_log_holds_nothing_personal() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    let (inn, password) = stage.card("debt");
    engine.go("settings");
    engine.tap_on("check-link");
    for (url, opens) in [
        ("https://lkfl2.nalog.ru/x", true),
        ("http://lkfl2.nalog.ru", false),
        ("https://nalog-ru.com/", false),
        ("javascript:1", false),
    ] {
        engine.type_in("link", url);
        engine.tap_on("check");
        assert_eq!(engine.tap("open"), opens, "{url}");
        engine.settle();
        assert_eq!(phone.opened.lock().unwrap().last().is_some_and(|last| last == url), opens, "{url}");
    }
    // Nor does the device get anything else, whoever asks.
    for url in ["http://lkfl2.nalog.ru", "javascript:1", "fltaxes://home"] {
        let open = Operation::OpenLink(url.to_owned());
        let answer = ask(&engine, async |world| world.platform(open).await);
        assert_eq!(answer, Err(PlatformFault::Denied), "{url}");
    }
    assert_eq!(phone.opened.lock().unwrap().len(), 1);
    engine.go_back();
    engine.tap_on("share-log");
    let shared = phone.shared.lock().unwrap();
    let [file] = shared.as_slice() else { panic!("one file") };
    assert_eq!((file.name.as_str(), file.media_type.as_str()), ("fl-taxes-log.txt", "text/plain"));
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.lines().count() > 20 && text.contains("http"), "{text}");
    for secret in [&inn, &password, PIN, "nalog-ru.com"] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[test]
fn a_mistake_inside_starts_the_app_anew_and_loses_nothing() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.signed_in_on(&phone);
    engine.break_inside();
    engine.settle();
    engine.is_at("unlock");
    engine.sees("it started anew");
    engine.unlock();
    engine.is_at("home");
    engine.sees("Debt ₽");
}

/// Waits in its first call until it may go on; counts calls.
struct Slow {
    gate: Mutex<Receiver<()>>,
    heard: Mutex<Vec<Arc<Screen>>>,
}

impl ScreenListener for Slow {
    fn changed(&self, screen: Arc<Screen>) -> Result<(), PlatformError> {
        self.heard.lock().unwrap().push(screen);
        if self.heard.lock().unwrap().len() == 1 {
            let _ = self.gate.lock().unwrap().recv();
        }
        Ok(())
    }
}

#[test]
fn ten_thousand_screens_behind_a_slow_listener_cost_one() {
    let stage = Stage::new();
    let engine = stage.open();
    let (open, gate) = channel();
    let slow = Arc::new(Slow { gate: Mutex::new(gate), heard: Mutex::default() });
    engine.subscribe(Arc::clone(&slow) as Arc<dyn ScreenListener>).unwrap();
    let screens = listen(&engine);
    for number in 0..10_000 {
        engine.typed("sign-in/inn", number.to_string().into());
    }
    engine.typed("sign-in/inn", "7".into());
    let last = |screen: &Screen| field_of(screen, "inn").is_some_and(|field| field.value == "7");
    shows(&engine, &screens, last);
    open.send(()).unwrap();
    engine.settle();
    let heard = slow.heard.lock().unwrap();
    assert!(heard.len() <= 3, "{} screens", heard.len());
    assert!(last(heard.last().unwrap()));
}

/// Fails, one way or the other, every time.
struct Fails(bool);

impl ScreenListener for Fails {
    fn changed(&self, _: Arc<Screen>) -> Result<(), PlatformError> {
        assert!(!self.0, "a shell's own mistake");
        Err(PlatformError::Failed)
    }
}

/// Closes the engine from within.
struct Closes(Mutex<Option<Arc<Engine>>>, Sender<()>);

impl ScreenListener for Closes {
    fn changed(&self, _: Arc<Screen>) -> Result<(), PlatformError> {
        if let Some(engine) = self.0.lock().unwrap().take() {
            engine.close();
            engine.close();
            let _ = self.1.send(());
        }
        Ok(())
    }
}

#[test]
fn listeners_that_fail_or_close_harm_nobody() {
    let stage = Stage::new();
    let engine = Arc::new(stage.open());
    engine.subscribe(Arc::new(Fails(true))).unwrap();
    engine.subscribe(Arc::new(Fails(false))).unwrap();
    let screens = listen(&engine);
    engine.go("settings");
    shows(&engine, &screens, |screen| screen.key() == "settings");
    engine.go_back();
    shows(&engine, &screens, |screen| screen.key() == "sign-in");

    let (closed, heard) = channel();
    engine.subscribe(Arc::new(Closes(Mutex::new(Some(Arc::clone(&engine))), closed))).unwrap();
    heard.recv_timeout(Duration::from_mins(1)).unwrap();
    // After it nothing happens, and the folder can be opened again.
    engine.go("settings");
    assert_eq!(stage.open().screen().key(), "sign-in");
}
