//! An engine against the sandbox, on a clock that stands still.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use fl_app::{
    Intent, Moment, Screen,
    screen::{FieldId, ScreenId},
    session,
};
use fl_domain::Secret;
use fl_gateway::Profile;
use fl_runtime::{Engine, EngineConfig, ManualClock, PlatformError, ScreenListener, run_only_secrets};
use fl_sandbox::{Sandbox, SandboxConfig, TaxpayerCard};
use keyring_core::api::CredentialStore;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use crate::Outcome;

/// The PIN of every account made here.
pub const PIN: &str = "135790";

/// A sandbox and what it runs on.
#[derive(Debug)]
pub struct Stage {
    /// The service.
    pub sandbox: Sandbox,
    /// Where it runs.
    pub server: Runtime,
    start: Moment,
}

/// A device: its folder and its secrets, which outlive an engine.
pub struct Device {
    data: TempDir,
    secrets: Arc<CredentialStore>,
}

impl Stage {
    /// Starts a sandbox.
    ///
    /// # Errors
    /// The system gave no port or no thread.
    pub fn new(config: SandboxConfig) -> Outcome<Self> {
        let server = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let start = Moment::new(config.start, 180);
        Ok(Self { sandbox: server.block_on(Sandbox::start(config))?, server, start })
    }

    /// The person with this key.
    ///
    /// # Errors
    /// There is none.
    pub fn card(&self, key: &str) -> Outcome<&TaxpayerCard> {
        Ok(self.sandbox.taxpayers().iter().find(|card| card.key == key).ok_or("no such taxpayer")?)
    }

    /// An engine on this device.
    ///
    /// # Errors
    /// The engine's own.
    pub fn open(&self, device: &Device) -> Outcome<Engine> {
        device.open(&self.sandbox.profile_toml(), self.start)
    }
}

impl Device {
    /// A new one.
    ///
    /// # Errors
    /// No folder could be made.
    pub fn new() -> Outcome<Self> {
        Ok(Self { data: tempfile::tempdir()?, secrets: run_only_secrets() })
    }

    /// An engine on it, with this service.
    ///
    /// # Errors
    /// The engine's own.
    pub fn open(&self, profile: &str, now: Moment) -> Outcome<Engine> {
        let config = EngineConfig::new(
            self.data.path().to_owned(),
            Profile::parse(profile)?,
            Arc::new(ManualClock::new(now)),
            Arc::clone(&self.secrets),
        );
        let engine = Engine::new(config)?;
        engine.settle();
        Ok(engine)
    }

    /// The folder of its account.
    ///
    /// # Errors
    /// There is no account.
    pub fn account(&self) -> Outcome<PathBuf> {
        let mut accounts = fs::read_dir(self.data.path().join("accounts"))?;
        Ok(accounts.next().ok_or("no account")??.path())
    }
}

/// A person's hands.
pub trait Hands {
    /// Does this and waits until all that follows from it is done and shown.
    fn act(&self, intent: Intent);

    /// Types a text.
    fn type_in(&self, field: FieldId, text: &str) {
        self.act(Intent::Edit { field, text: Secret::new(text) });
    }

    /// Signs in and types a PIN; only [`session::Intent::KeepPin`] is left to do.
    fn sign_in(&self, inn: &str, password: &str) {
        self.type_in(FieldId::Inn, inn);
        self.type_in(FieldId::Password, password);
        self.act(Intent::Session(session::Intent::SignIn));
        self.type_in(FieldId::Pin, PIN);
        self.type_in(FieldId::PinAgain, PIN);
    }

    /// Fails unless this screen is shown.
    ///
    /// # Errors
    /// Another one is.
    fn expect(&self, id: ScreenId) -> Outcome<()>;
}

impl Hands for Engine {
    fn act(&self, intent: Intent) {
        self.dispatch(intent);
        self.settle();
    }

    fn expect(&self, id: ScreenId) -> Outcome<()> {
        let screen = self.screen();
        if screen.id == id { Ok(()) } else { Err(format!("not {id:?} but\n{screen}").into()) }
    }
}

/// Remembers when each screen came.
#[derive(Debug, Default)]
pub struct Watch(Mutex<Vec<(Instant, Arc<Screen>)>>);

impl Watch {
    /// One that watches this engine.
    ///
    /// # Errors
    /// The system gave no thread.
    pub fn on(engine: &Engine) -> Outcome<Arc<Self>> {
        let watch = Arc::new(Self::default());
        engine.subscribe(Arc::clone(&watch) as Arc<dyn ScreenListener>)?;
        Ok(watch)
    }

    /// When the first such screen came.
    ///
    /// # Errors
    /// None did.
    pub fn first(&self, is_it: impl Fn(&Screen) -> bool) -> Outcome<Instant> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, _) = seen.iter().find(|(_, screen)| is_it(screen)).ok_or("no such screen came")?;
        Ok(*at)
    }
}

impl ScreenListener for Watch {
    fn changed(&self, screen: Arc<Screen>) -> Result<(), PlatformError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((Instant::now(), screen));
        Ok(())
    }
}
