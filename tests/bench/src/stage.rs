//! An engine against the sandbox, on a clock that stands still.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use fl_app::{Moment, Screen};
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

/// A person's hands: each does one thing and waits until all that follows from it is done and shown.
pub trait Hands {
    /// Touches what has this key.
    ///
    /// # Errors
    /// There is nothing to touch.
    fn touches(&self, key: &str) -> Outcome<()>;

    /// Goes where a link of our own leads.
    fn go(&self, word: &str);

    /// Types a text over what the field with this key holds.
    ///
    /// # Errors
    /// There is no such field.
    fn types(&self, field: &str, text: &str) -> Outcome<()>;

    /// Signs in and types a PIN; only keeping it is left to do.
    ///
    /// # Errors
    /// Another screen came than the next.
    fn sign_in(&self, inn: &str, password: &str) -> Outcome<()> {
        self.types("inn", inn)?;
        self.types("password", password)?;
        self.touches("sign-in")?;
        self.types("pin", PIN)?;
        self.types("pin-again", PIN)
    }

    /// Fails unless this page is seen.
    ///
    /// # Errors
    /// Another one is.
    fn expect(&self, page: &str) -> Outcome<()>;
}

impl Hands for Engine {
    fn touches(&self, key: &str) -> Outcome<()> {
        if !self.tap(key) {
            return Err(format!("no `{key}` to touch on\n{}", self.screen()).into());
        }
        self.settle();
        Ok(())
    }

    fn go(&self, word: &str) {
        self.follow(Secret::new(format!("fltaxes://{word}")));
        self.settle();
    }

    fn types(&self, field: &str, text: &str) -> Outcome<()> {
        if !self.type_into(field, text) {
            return Err(format!("no `{field}` to type into on\n{}", self.screen()).into());
        }
        self.settle();
        Ok(())
    }

    fn expect(&self, page: &str) -> Outcome<()> {
        let screen = self.screen();
        if screen.key() == page { Ok(()) } else { Err(format!("not {page} but\n{screen}").into()) }
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
