//! The face itself: what it refuses, and that a shell's exceptions come out as what they are.

use std::sync::{Arc, Mutex, mpsc};

use async_trait::async_trait;
use fl_app::{Screen, Touch, screen::Block};

use crate::{
    BiometricPrompt, BiometricsState, CoreError, Engine, EngineConfig, FileRequest, PickedFile, Platform,
    PlatformError, ScreenListener, SharedFile, interface_version,
};

const PROFILE: &str = "name = \"nobody\"\nbase_url = \"http://127.0.0.1:9\"\nclient_id = \"x\"\n";

/// A phone whose every answer is this error.
struct Refuses(PlatformError);

#[async_trait]
impl Platform for Refuses {
    fn load_secret(&self, _: String) -> Result<Option<Vec<u8>>, PlatformError> {
        Err(self.0)
    }

    fn keep_secret(&self, _: String, _: Vec<u8>) -> Result<(), PlatformError> {
        Err(self.0)
    }

    fn delete_secret(&self, _: String) -> Result<(), PlatformError> {
        Err(self.0)
    }

    fn biometrics(&self) -> Result<BiometricsState, PlatformError> {
        Err(self.0)
    }

    async fn keep_with_biometrics(
        &self,
        _: String,
        _: Vec<u8>,
        _: BiometricPrompt,
    ) -> Result<(), PlatformError> {
        Err(self.0)
    }

    async fn load_with_biometrics(&self, _: String, _: BiometricPrompt) -> Result<Vec<u8>, PlatformError> {
        Err(self.0)
    }

    fn forget_biometrics(&self, _: String) -> Result<(), PlatformError> {
        Err(self.0)
    }

    async fn open_link(&self, _: String) -> Result<(), PlatformError> {
        Err(self.0)
    }

    fn sign_in_redirect(&self) -> Result<String, PlatformError> {
        Err(self.0)
    }

    async fn open_sign_in(&self, _: String, _: String) -> Result<Option<String>, PlatformError> {
        Err(self.0)
    }

    async fn share_file(&self, _: SharedFile) -> Result<(), PlatformError> {
        Err(self.0)
    }

    async fn pick_file(&self, _: FileRequest) -> Result<PickedFile, PlatformError> {
        Err(self.0)
    }

    fn utc_offset_minutes(&self, _: i64) -> Result<i32, PlatformError> {
        Err(self.0)
    }
}

struct Passes(Mutex<mpsc::Sender<Screen>>);

impl ScreenListener for Passes {
    fn changed(&self, screen: Screen) -> Result<(), PlatformError> {
        self.0.lock().unwrap().send(screen).map_err(|_| PlatformError::Failed)
    }
}

fn open(folder: &tempfile::TempDir, error: PlatformError) -> Arc<Engine> {
    let config = EngineConfig {
        data_folder: folder.path().to_string_lossy().into_owned(),
        service_profile: PROFILE.to_owned(),
    };
    Engine::new(config, Arc::new(Refuses(error))).unwrap()
}

fn go_to_settings(engine: &Engine) {
    engine.follow("fltaxes://settings".to_owned()).unwrap();
    engine.runtime().settle();
    assert_eq!(engine.screen().unwrap().key(), "settings");
}

/// The touch of the button with this key, as a shell has it: a number alone.
fn button(screen: &Screen, key: &str) -> Touch {
    let found = screen.blocks.iter().find_map(|block| match block {
        Block::Button(button) if button.key == key => Some(button.touch.number()),
        _ => None,
    });
    Touch::numbered(found.unwrap_or_else(|| panic!("no {key} on\n{screen}")))
}

#[test]
fn a_profile_that_cannot_be_used_is_named() {
    for (profile, words) in [("", "lacks `name`"), ("name = 1", "has to be"), ("nonsense", "no TOML")] {
        let config = EngineConfig { data_folder: String::new(), service_profile: profile.to_owned() };
        match Engine::new(config, Arc::new(Refuses(PlatformError::Failed))).map(|_| ()) {
            Err(CoreError::Profile { reason }) => assert!(reason.contains(words), "{reason}"),
            other => panic!("{profile}: {other:?}"),
        }
    }
}

#[test]
fn after_closing_every_call_is_refused_and_closing_again_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(&folder, PlatformError::Failed);
    engine.close().unwrap();
    engine.close().unwrap();
    assert_eq!(engine.touch(Touch::numbered(1)), Err(CoreError::Closed));
    assert_eq!(engine.typed("sign-in/inn", "7".to_owned()), Err(CoreError::Closed));
    assert_eq!(engine.back(), Err(CoreError::Closed));
    assert_eq!(engine.follow("fltaxes://settings".to_owned()), Err(CoreError::Closed));
    assert_eq!(engine.network_is_back(), Err(CoreError::Closed));
    assert_eq!(engine.screen().map(|_| ()), Err(CoreError::Closed));
    assert_eq!(engine.asset("x"), Err(CoreError::Closed));
    let (sender, _screens) = mpsc::channel();
    assert_eq!(engine.subscribe(Arc::new(Passes(Mutex::new(sender)))), Err(CoreError::Closed));
}

#[test]
fn what_a_phone_refuses_is_what_the_screen_says() {
    let table = [
        (PlatformError::Unavailable, Some("нечем это сделать")),
        (PlatformError::Denied, Some("Устройство отказало")),
        (PlatformError::Invalidated, Some("изменились")),
        (PlatformError::Failed, Some("не смогло это сделать")),
        (PlatformError::from(uniffi::UnexpectedUniFFICallbackError::new("boom")), Some("не смогло")),
        (PlatformError::Cancelled, None),
    ];
    for (error, words) in table {
        let folder = tempfile::tempdir().unwrap();
        let engine = open(&folder, error);
        engine.runtime().settle();
        go_to_settings(&engine);
        engine.touch(button(&engine.screen().unwrap(), "share-log")).unwrap();
        engine.runtime().settle();
        let screen = engine.screen().unwrap().to_string();
        assert_eq!(words.is_some(), screen.contains(" i "), "{error:?}\n{screen}");
        assert!(words.is_none_or(|words| screen.contains(words)), "{error:?}\n{screen}");
    }
}

#[test]
fn a_listener_hears_of_the_newest_screen_at_once_and_of_every_newer_one() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(&folder, PlatformError::Failed);
    engine.runtime().settle();
    let (sender, screens) = mpsc::channel();
    engine.subscribe(Arc::new(Passes(Mutex::new(sender)))).unwrap();
    engine.runtime().settle();
    assert_eq!(screens.try_recv().unwrap().key(), "sign-in");
    go_to_settings(&engine);
    assert_eq!(screens.try_recv().unwrap(), engine.screen().unwrap());
    engine.back().unwrap();
    engine.runtime().settle();
    assert_eq!(screens.try_recv().unwrap().key(), "sign-in");
    assert_eq!(interface_version(), env!("CARGO_PKG_VERSION"));
}

#[test]
fn what_crosses_is_a_number_and_a_text_by_its_fields_id() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(&folder, PlatformError::Failed);
    engine.runtime().settle();
    engine.typed("sign-in/inn", "771".to_owned()).unwrap();
    engine.runtime().settle();
    let screen = engine.screen().unwrap();
    let field = screen.blocks.iter().find_map(|block| match block {
        Block::Field(field) if field.id == "sign-in/inn" => Some(field),
        _ => None,
    });
    assert_eq!(field.unwrap().value, "771");
    assert!(button(&screen, "sign-in").number() > 0);
    // A number that nobody gave.
    engine.touch(Touch::numbered(u64::MAX)).unwrap();
    engine.runtime().settle();
    assert_eq!(engine.screen().unwrap(), screen);
}
