//! The whole engine against the sandbox: real HTTP, a real store, a clock that only moves when told.

mod accounts;
mod device;
mod esia;
mod odd;
mod phone;
mod touches;
mod waiting;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use fl_app::{Moment, Screen};
use fl_domain::{Money, Secret};
use fl_gateway::Profile;
use fl_sandbox::{Fault, FaultKind, NewOperation, Sandbox, SandboxConfig, Scope};
use keyring_core::api::CredentialStore;

use super::{Engine, EngineConfig, ScreenListener, world::World};
use crate::{ManualClock, Patience, PlatformError, run_only_secrets};

const PIN: &str = "135790";
const TOKEN_PATH: &str = "/api/auth/oauth/token";

/// A sandbox and a device.
struct Stage {
    sandbox: Sandbox,
    server: tokio::runtime::Runtime,
    data: tempfile::TempDir,
    secrets: Arc<CredentialStore>,
    clock: ManualClock,
    patience: Patience,
}

impl Stage {
    fn new() -> Self {
        Self::with(SandboxConfig::default())
    }

    fn with(config: SandboxConfig) -> Self {
        let server =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let start = config.start;
        let sandbox = server.block_on(Sandbox::start(config)).unwrap();
        Self {
            sandbox,
            server,
            data: tempfile::tempdir().unwrap(),
            secrets: run_only_secrets(),
            clock: ManualClock::new(Moment::new(start, 180)),
            patience: Patience::brisk(),
        }
    }

    fn open(&self) -> Engine {
        self.open_in(self.data.path())
    }

    fn open_in(&self, data: &Path) -> Engine {
        let profile = Profile::parse(&self.sandbox.profile_toml()).unwrap();
        let mut config = EngineConfig::new(
            data.to_owned(),
            profile,
            Arc::new(self.clock.clone()),
            Arc::clone(&self.secrets),
        );
        config.patience = self.patience;
        let engine = Engine::new(config).unwrap();
        engine.settle();
        engine.in_english();
        engine
    }

    fn card(&self, key: &str) -> (String, String) {
        let card = self.sandbox.taxpayers().iter().find(|c| c.key == key).unwrap();
        (card.inn.clone(), card.password.clone())
    }

    /// Signed in as this taxpayer, on the home screen.
    fn signed_in(&self, key: &str) -> Engine {
        let engine = self.open();
        let (inn, password) = self.card(key);
        engine.sign_in(&inn, &password);
        engine.keep_pin();
        engine.is_at("home");
        engine
    }

    fn later(&self, engine: &Engine, seconds: u64) {
        let by = Duration::from_secs(seconds);
        self.sandbox.control().advance(by);
        self.clock.advance(by);
        engine.settle();
    }

    fn tokens_asked(&self) -> usize {
        self.sandbox.control().requests().iter().filter(|r| r.path == TOKEN_PATH).count()
    }
}

/// What the app asks of the outside, asked by a test.
fn ask<T>(engine: &Engine, work: impl AsyncFnOnce(&World) -> T) -> T {
    let runtime = engine.runtime.lock().unwrap().as_ref().unwrap().handle().clone();
    let dispatch = engine.console.dispatch();
    runtime.block_on(tracing::instrument::WithSubscriber::with_subscriber(work(&engine.world), dispatch))
}

/// A person: does one thing and waits until all that follows from it is shown.
trait Hands {
    /// Touches what has this key.
    fn tap_on(&self, key: &str);
    fn type_in(&self, field: &str, text: &str);
    /// Goes where a link of our own leads.
    fn go(&self, word: &str);
    fn go_back(&self);
    fn in_english(&self);
    fn sign_in(&self, inn: &str, password: &str);
    fn keep_pin(&self);
    fn unlock(&self);
    fn lock(&self);
    fn sign_out(&self);
    fn read_anew(&self);
    fn is_at(&self, page: &str);
    fn seen(&self) -> String;
    fn sees(&self, text: &str);
}

impl Hands for Engine {
    fn tap_on(&self, key: &str) {
        assert!(self.tap(key), "no `{key}` to touch on\n{}", self.screen());
        self.settle();
    }

    fn type_in(&self, field: &str, text: &str) {
        assert!(self.type_into(field, text), "no `{field}` to type into on\n{}", self.screen());
        self.settle();
    }

    fn go(&self, word: &str) {
        self.follow(Secret::new(format!("fltaxes://{word}")));
        self.settle();
    }

    fn go_back(&self) {
        self.back();
        self.settle();
    }

    fn in_english(&self) {
        self.go("settings");
        self.tap_on("language/en");
        self.go_back();
    }

    fn sign_in(&self, inn: &str, password: &str) {
        self.type_in("inn", inn);
        self.type_in("password", password);
        self.tap_on("sign-in");
    }

    fn keep_pin(&self) {
        self.type_in("pin", PIN);
        self.type_in("pin-again", PIN);
        self.tap_on("keep-pin");
    }

    fn unlock(&self) {
        self.type_in("pin", PIN);
        self.tap_on("unlock");
    }

    fn lock(&self) {
        self.go("settings");
        self.tap_on("lock-now");
    }

    fn sign_out(&self) {
        self.go("settings");
        self.tap_on("sign-out");
        self.is_at("sign-out");
        self.tap_on("sign-out");
    }

    fn read_anew(&self) {
        assert!(self.refresh(), "nothing can be read anew on\n{}", self.screen());
        self.settle();
    }

    fn is_at(&self, page: &str) {
        assert_eq!(self.screen().key(), page, "{}", self.screen());
    }

    fn seen(&self) -> String {
        self.screen().to_string().replace('\u{a0}', " ")
    }

    fn sees(&self, text: &str) {
        assert!(self.seen().contains(text), "no «{text}» on\n{}", self.seen());
    }
}

#[test]
fn from_the_password_to_home_over_tls() {
    let stage = Stage::with(SandboxConfig { tls: true, ..SandboxConfig::default() });
    let engine = stage.signed_in("debt");
    engine.sees("Debt ₽");
    engine.sees("from the service, just now");
    engine.tap_on("tab-operations");
    engine.is_at("operations");
}

#[test]
fn an_anchor_is_needed_for_a_service_no_browser_knows() {
    let stage = Stage::with(SandboxConfig { tls: true, ..SandboxConfig::default() });
    let with_anchor = stage.sandbox.profile_toml();
    let without: String = with_anchor.split("anchors").next().unwrap().to_owned();
    let mut config = EngineConfig::new(
        stage.data.path().to_owned(),
        Profile::parse(&without).unwrap(),
        Arc::new(stage.clock.clone()),
        run_only_secrets(),
    );
    config.patience = Patience::brisk();
    let engine = Engine::new(config).unwrap();
    engine.settle();
    let (inn, password) = stage.card("debt");
    engine.sign_in(&inn, &password);
    engine.sees("Соединение небезопасно");
    assert_eq!(stage.tokens_asked(), 0, "no password went to a stranger");
}

#[test]
fn without_a_network_all_of_it_is_still_there() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    drop(engine);
    stage.sandbox.control().set(Fault::Offline, Scope::Everyone);
    stage.clock.advance(Duration::from_hours(2));
    let engine = stage.open();
    engine.unlock();
    engine.sees("No network");
    engine.sees("Debt ₽");
    engine.sees("kept, 2 hours ago");
    engine.tap_on("tab-operations");
    engine.sees("operations");
    stage.sandbox.control().clear_all();
    engine.network_is_back();
    engine.settle();
    assert!(!engine.seen().contains("No network"), "{}", engine.seen());
}

#[test]
fn an_access_token_is_refreshed_before_it_ends_and_when_it_is_rejected() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    assert_eq!(stage.tokens_asked(), 1);
    engine.read_anew();
    assert_eq!(stage.tokens_asked(), 1, "a good token is used again");
    // Just inside the margin: refreshed once for eight calls side by side, and nothing was rejected on the way.
    stage.later(&engine, 240);
    engine.read_anew();
    stage.later(&engine, 240);
    engine.read_anew();
    stage.later(&engine, 100);
    engine.read_anew();
    assert_eq!(stage.tokens_asked(), 2);
    assert!(stage.sandbox.control().requests().iter().all(|r| r.status != Some(401)));
    // Rejected although it looked valid: eight calls, many 401s, one refresh.
    for fault in [None, Some(Fault::ExpiredInXml)] {
        stage.sandbox.control().clear_requests();
        if let Some(fault) = fault {
            stage.sandbox.control().set(fault, Scope::Everyone);
        }
        stage.sandbox.control().expire_access(&stage.card("debt").0);
        engine.read_anew();
        stage.sandbox.control().clear_all();
        assert_eq!(stage.tokens_asked(), 1);
        assert!(!engine.seen().contains("ended the session"), "{}", engine.seen());
    }
}

#[test]
fn an_answer_without_a_refresh_token_leaves_the_old_one_in_force() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    stage.sandbox.control().set(Fault::RefreshWithoutToken, Scope::Everyone);
    for _ in 0..3 {
        stage.sandbox.control().expire_access(&stage.card("debt").0);
        engine.read_anew();
        engine.sees("from the service, just now");
    }
    drop(engine);
    let engine = stage.open();
    engine.unlock();
    engine.sees("from the service, just now");
}

#[test]
fn a_lost_refresh_answer_asks_for_the_password_once_and_keeps_everything() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let (inn, password) = stage.card("debt");
    stage.sandbox.control().set(Fault::RefreshAnswerLost, Scope::Everyone);
    stage.sandbox.control().expire_access(&inn);
    // The refresh whose answer is lost signs nobody out; the next one, with the token the service has rotated away, does.
    engine.read_anew();
    engine.read_anew();
    engine.sees("The service ended the session");
    engine.sees("Debt ₽");
    engine.tap_on("connection");
    engine.type_in("password", &password);
    engine.tap_on("sign-in");
    engine.sees("Debt ₽");
    assert!(!engine.seen().contains("ended the session"), "{}", engine.seen());
    // The new session is kept for the next start.
    drop(engine);
    let engine = stage.open();
    engine.unlock();
    engine.sees("from the service, just now");
}

#[test]
fn no_failure_but_the_services_word_ends_a_session() {
    let faults = [
        Fault::Offline,
        Fault::ServerError,
        Fault::Closed { until: None },
        Fault::Truncated,
        Fault::HtmlInsteadOfJson,
    ];
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    for fault in faults {
        // Garbage instead of a token answer would be a lost answer, since the service has rotated by then: told above.
        if !matches!(fault, Fault::Truncated | Fault::HtmlInsteadOfJson) {
            stage.sandbox.control().expire_access(&stage.card("debt").0);
        }
        stage.sandbox.control().set(fault, Scope::Everyone);
        engine.read_anew();
        assert!(!engine.seen().contains("ended the session"), "{fault:?}: {}", engine.seen());
        engine.sees("Debt ₽");
        stage.sandbox.control().clear_all();
        engine.read_anew();
        engine.sees("from the service, just now");
    }
    stage.sandbox.control().revoke(&stage.card("debt").0);
    engine.read_anew();
    engine.sees("The service ended the session");
}

#[test]
fn a_slow_service_is_given_up_on_without_signing_out() {
    let mut stage = Stage::new();
    drop(stage.signed_in("debt"));
    stage.patience = Patience::brisk().with_deadline(Duration::from_millis(50));
    stage.sandbox.control().set(Fault::Slow(Duration::from_mins(10)), Scope::Everyone);
    let engine = stage.open();
    engine.unlock();
    engine.sees("did not answer in time");
    engine.sees("Debt ₽");
}

#[test]
fn a_passing_error_is_asked_again_and_a_password_never_is() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    stage.sandbox.control().clear_requests();
    stage.sandbox.control().set(Fault::ServerError, Scope::Everyone);
    engine.read_anew();
    let asked = stage.sandbox.control().requests();
    let balance = asked.iter().filter(|r| r.path.ends_with("/ens/general")).count();
    assert_eq!(balance, 3);
    stage.sandbox.control().clear_all();
    stage.sandbox.control().revoke(&stage.card("debt").0);
    engine.read_anew();
    engine.tap_on("connection");
    engine.type_in("password", "wrong");
    stage.sandbox.control().set(Fault::ServerError, Scope::Everyone);
    stage.sandbox.control().clear_requests();
    engine.tap_on("sign-in");
    assert_eq!(stage.tokens_asked(), 1);
}

#[test]
fn closed_until_a_time_opens_by_itself() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let until = stage.sandbox.control().now().checked_add(Duration::from_mins(2)).unwrap();
    stage.sandbox.control().set(Fault::Closed { until: Some(until) }, Scope::Everyone);
    engine.read_anew();
    engine.sees("closed for maintenance until");
    for _ in 0..4 {
        stage.later(&engine, 60);
    }
    assert!(!engine.seen().contains("closed"), "{}", engine.seen());
}

#[test]
fn a_new_operation_at_the_service_comes_on_top() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let (inn, _) = stage.card("debt");
    engine.tap_on("tab-operations");
    let mut new = NewOperation::payment(Money::from_kopecks(123_400));
    new.description = "Just paid".to_owned();
    assert!(stage.sandbox.control().add_operation(&inn, new));
    engine.read_anew();
    engine.sees("Just paid: +₽1,234.00");
}

#[test]
fn two_desks_on_one_cache() {
    let stage = Stage::new();
    let first = stage.signed_in("debt");
    let second = stage.open();
    second.unlock();
    second.sees("Another window has this account open");
    drop(first);
    second.unlock();
    second.is_at("home");
}

#[test]
fn a_folder_that_cannot_be_used_is_said_and_the_session_is_not_lost() {
    let stage = Stage::new();
    let blocked = stage.data.path().join("a-file");
    std::fs::write(&blocked, b"not a folder").unwrap();
    let engine = stage.open_in(&blocked);
    let (inn, password) = stage.card("debt");
    // Looking at it fails already, and is said; trying again works once the folder can be used.
    engine.sees("cannot be written");
    std::fs::remove_file(&blocked).unwrap();
    engine.tap_on("try-again");
    engine.sign_in(&inn, &password);
    std::fs::remove_dir_all(&blocked).ok();
    std::fs::write(&blocked, b"not a folder").unwrap();
    engine.keep_pin();
    engine.sees("cannot be written");
    std::fs::remove_file(&blocked).unwrap();
    engine.tap_on("keep-pin");
    engine.is_at("home");
}

#[test]
fn a_cache_that_cannot_be_used_is_set_aside_and_loads_anew() {
    let stage = Stage::new();
    drop(stage.signed_in("debt"));
    let account =
        std::fs::read_dir(stage.data.path().join("accounts")).unwrap().next().unwrap().unwrap().path();
    let cache = account.join("cache.sqlite");
    let other = Stage::new();
    drop(other.signed_in("debt"));
    let theirs =
        std::fs::read_dir(other.data.path().join("accounts")).unwrap().next().unwrap().unwrap().path();
    let theirs = std::fs::read(theirs.join("cache.sqlite")).unwrap();
    let table = [(b"something else".to_vec(), "not ours", "foreign"), (theirs, "another key", "wrong-key")];
    for (bytes, text, name) in table {
        for side in ["cache.sqlite-wal", "cache.sqlite-shm"] {
            std::fs::remove_file(account.join(side)).ok();
        }
        std::fs::write(&cache, bytes).unwrap();
        let engine = stage.open();
        engine.unlock();
        engine.sees(text);
        engine.sees("Debt ₽");
        engine.sees("from the service, just now");
        drop(engine);
        let aside = std::fs::read_dir(&account).unwrap();
        let aside = aside.filter(|e| e.as_ref().unwrap().file_name().to_string_lossy().contains(name));
        assert!(aside.count() > 0, "{name}: the file is renamed, not deleted");
    }
    // Half of our own file: whatever SQLite makes of it, it is told, set aside, and nothing panics.
    let own = std::fs::read(&cache).unwrap();
    std::fs::write(&cache, &own[..own.len() / 2]).unwrap();
    let engine = stage.open();
    engine.unlock();
    engine.read_anew();
    engine.sees("Debt ₽");
    engine.sees("from the service, just now");
}

#[test]
fn sign_out_leaves_nothing_behind() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let home = engine.screen();
    engine.sign_out();
    engine.is_at("sign-in");
    assert_eq!(std::fs::read_dir(stage.data.path().join("accounts")).unwrap().count(), 0);
    engine.touch(home.refresh.as_ref().unwrap().touch.clone());
    engine.settle();
    engine.is_at("sign-in");
}

#[test]
fn nothing_personal_reaches_the_console() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let (inn, password) = stage.card("debt");
    stage.sandbox.control().expire_access(&inn);
    engine.read_anew();
    engine.tap_on("tab-operations");
    engine.type_in("search", "транспорт");
    engine.typed("Примеров", "транспорт".into());
    engine.settle();
    stage.sandbox.control().set(Fault::HtmlInsteadOfJson, Scope::Everyone);
    engine.read_anew();
    let lines = engine.console().entries_since(0);
    assert!(lines.len() > 20);
    let all: String = lines.iter().map(|e| e.text.as_str()).collect::<Vec<_>>().join("\n");
    for secret in [inn.as_str(), &password, PIN, "транспорт", "Налог", "Bearer", "@", "₽", "Примеров"]
    {
        assert!(!all.contains(secret), "{secret} in\n{all}");
    }
    assert!(all.contains("ens-balance → 200") && all.contains("typed operations/search"), "{all}");
}

struct Counter(AtomicUsize);

impl ScreenListener for Counter {
    fn changed(&self, _: Arc<Screen>) -> Result<(), PlatformError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

#[test]
fn a_listener_hears_of_changes_only_and_close_is_final() {
    let stage = Stage::new();
    let engine = stage.signed_in("no-debt");
    let heard = Arc::new(Counter(AtomicUsize::new(0)));
    engine.subscribe(Arc::clone(&heard) as Arc<dyn ScreenListener>).unwrap();
    engine.tap_on("tab-home");
    assert_eq!(heard.0.load(Ordering::Relaxed), 1, "the newest, and the same screen is no news");
    engine.tap_on("income");
    assert_eq!(heard.0.load(Ordering::Relaxed), 2);
    engine.close();
    engine.close();
    engine.go("home");
    assert_eq!(engine.screen().key(), "starting", "what was seen is gone too");
}

#[test]
fn faults_are_cleared_one_by_one() {
    let stage = Stage::new();
    stage.sandbox.control().set(Fault::ServerError, Scope::Everyone);
    stage.sandbox.control().clear(FaultKind::ServerError, &Scope::Everyone);
    stage.signed_in("empty").sees("No debt");
    let Stage { sandbox, server, .. } = stage;
    server.block_on(sandbox.stop());
}
