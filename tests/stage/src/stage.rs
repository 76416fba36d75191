//! What an engine stands on: a service, a folder, a clock, a keeper of secrets.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use fl_app::Moment;
use fl_gateway::Profile;
use fl_runtime::{
    Clock, Engine, EngineConfig, ManualClock, Patience, Platform, file_secrets, held_by, platform_secrets,
    run_only_secrets,
};
use fl_sandbox::{Control, Sandbox, SandboxConfig, TaxpayerCard};
use keyring_core::api::CredentialStore;
use tempfile::TempDir;
use thiserror::Error;

use crate::{clock::ShiftedClock, device::StageDevice};

/// Why a stage could not be set up.
#[derive(Debug, Error)]
pub enum StageError {
    /// The folder.
    #[error("the data folder cannot be used: {0}")]
    Folder(#[source] io::Error),
    /// A file.
    #[error("{path} cannot be read: {why}")]
    File {
        /// Which.
        path: String,
        /// Why.
        why: io::Error,
    },
    /// The profile.
    #[error("the service profile cannot be used: {0}")]
    Profile(#[from] fl_gateway::ProfileError),
    /// The engine.
    #[error("the engine did not start: {0}")]
    Engine(#[from] fl_runtime::EngineError),
    /// The sandbox.
    #[error("the sandbox did not start: {0}")]
    Sandbox(#[source] io::Error),
    /// The system.
    #[error("the system gave no thread: {0}")]
    System(#[source] io::Error),
}

/// Minutes between UTC and Moscow, where the sandbox's figures are from.
const MOSCOW: i32 = 180;

/// Where an engine's data is.
pub enum Data {
    /// Gone when the stage is.
    Temporary(TempDir),
    /// Stays.
    Folder(PathBuf),
}

impl Data {
    /// A new one.
    ///
    /// # Errors
    /// [`StageError::Folder`] where the system gives none.
    pub fn temporary() -> Result<Self, StageError> {
        tempfile::Builder::new()
            .prefix("fl-taxes-")
            .tempdir()
            .map(Self::Temporary)
            .map_err(StageError::Folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        match self {
            Self::Temporary(folder) => folder.path(),
            Self::Folder(path) => path,
        }
    }
}

/// Which keeper of secrets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Secrets {
    /// The best that this machine has.
    #[default]
    Auto,
    /// This process alone: after it one signs in again.
    Run,
    /// A plain file in the data folder, readable to whoever reads the folder. For tests only.
    File,
}

enum Time {
    Real(Arc<ShiftedClock>),
    Manual(ManualClock),
}

/// Whom the engine talks to.
enum Service {
    Embedded(Sandbox),
    Foreign,
}

/// A stage, and the engine on it while one is open.
pub struct Stage {
    // Fields are dropped in this order: the engine before the service, the service before its runtime, the folder last.
    engine: Option<Arc<Engine>>,
    service: Service,
    _runtime: tokio::runtime::Runtime,
    profile: Profile,
    time: Time,
    secrets: Arc<CredentialStore>,
    patience: Patience,
    platform: Option<Arc<dyn Platform>>,
    /// The same, where it is the rehearsal's own.
    device: Option<Arc<StageDevice>>,
    /// The folder within the stage's own in which the engine is opened; the own one itself at first.
    folder: PathBuf,
    data: Data,
}

impl Stage {
    /// With a sandbox of its own and a clock that stands still until it is moved: for stories, the tour, pictures.
    ///
    /// # Errors
    /// [`StageError`] says what could not be set up.
    pub fn rehearsal() -> Result<Self, StageError> {
        // Both clocks stand, so that no text depends on how fast a machine is.
        let config = SandboxConfig { standing: true, ..SandboxConfig::default() };
        let start = config.start;
        let (runtime, sandbox) = sandbox(config)?;
        let data = Data::temporary()?;
        let secrets = file_secrets(&data.path().join(SECRETS));
        let clock = ManualClock::new(Moment::new(start, MOSCOW));
        let device = Arc::new(StageDevice::default());
        Ok(Self {
            engine: None,
            profile: profile(&sandbox.profile_toml())?,
            service: Service::Embedded(sandbox),
            _runtime: runtime,
            time: Time::Manual(clock),
            secrets,
            patience: Patience::brisk(),
            platform: Some(Arc::<StageDevice>::clone(&device)),
            device: Some(device),
            folder: data.path().to_owned(),
            data,
        })
    }

    /// In real time, with the service of a profile or, without one, a sandbox of its own.
    ///
    /// # Errors
    /// [`StageError`] says what could not be set up.
    pub fn live(service: Option<&Path>, data: Data, secrets: Secrets) -> Result<Self, StageError> {
        std::fs::create_dir_all(data.path()).map_err(StageError::Folder)?;
        let (runtime, service, profile) = match service {
            None => {
                let config = SandboxConfig { start: SystemTime::now().into(), ..SandboxConfig::default() };
                let (runtime, sandbox) = sandbox(config)?;
                let profile = profile(&sandbox.profile_toml())?;
                (runtime, Service::Embedded(sandbox), profile)
            }
            Some(path) => {
                let toml = std::fs::read_to_string(path)
                    .map_err(|why| StageError::File { path: path.display().to_string(), why })?;
                (background()?, Service::Foreign, profile(&toml)?)
            }
        };
        let secrets = match (secrets, &data) {
            // What is gone with the process must leave no secret behind on the machine.
            (Secrets::Auto, Data::Temporary(_)) | (Secrets::Run, _) => run_only_secrets(),
            (Secrets::Auto, Data::Folder(_)) => platform_secrets().0,
            (Secrets::File, _) => file_secrets(&data.path().join(SECRETS)),
        };
        Ok(Self {
            engine: None,
            service,
            _runtime: runtime,
            profile,
            time: Time::Real(Arc::new(ShiftedClock::default())),
            secrets,
            patience: Patience::default(),
            platform: None,
            device: None,
            folder: data.path().to_owned(),
            data,
        })
    }

    /// In real time, with nobody to talk to: for what is kept. The port is one that was free a moment ago, so nothing
    /// answers there; a profile is used as it is, but for its address.
    ///
    /// # Errors
    /// [`StageError`] says what could not be set up.
    pub fn without_a_service(
        service: Option<&Path>,
        data: Data,
        secrets: Secrets,
    ) -> Result<Self, StageError> {
        let mut stage = Self::live(service, data, secrets)?;
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))
            .and_then(|socket| socket.local_addr())
            .map_err(StageError::Sandbox)?
            .port();
        stage.service = Service::Foreign;
        stage.profile = profile(&format!(
            "name = \"nobody\"\nbase_url = \"http://127.0.0.1:{port}\"\nclient_id = \"{}\"\n",
            stage.profile.client_id()
        ))?;
        Ok(stage)
    }

    /// Opens an engine in the stage's folder.
    ///
    /// # Errors
    /// [`StageError`] says what could not be set up.
    pub fn open(&mut self) -> Result<Arc<Engine>, StageError> {
        let clock: Arc<dyn Clock> = match &self.time {
            Time::Real(clock) => Arc::<ShiftedClock>::clone(clock),
            Time::Manual(clock) => Arc::new(clock.clone()),
        };
        let mut config =
            EngineConfig::new(self.folder.clone(), self.profile.clone(), clock, Arc::clone(&self.secrets));
        config.patience = self.patience;
        if let Some(platform) = &self.platform {
            config.platform = Arc::clone(platform);
        }
        let engine = Arc::new(Engine::new(config)?);
        self.engine = Some(Arc::clone(&engine));
        Ok(engine)
    }

    /// From the next opening on this is the device; secrets stay where they are held.
    pub fn use_device(&mut self, platform: Arc<dyn Platform>) {
        self.platform = Some(platform);
        self.device = None;
    }

    /// From the next opening on this is the device, which holds the secrets too.
    pub fn use_platform(&mut self, platform: Arc<dyn Platform>) {
        self.secrets = held_by(Arc::clone(&platform));
        self.use_device(platform);
    }

    /// The rehearsal's own device; `None` where another one took its place.
    pub fn device(&self) -> Option<&StageDevice> {
        self.device.as_deref()
    }

    /// How to reach the sandbox, as a profile file; `None` with a foreign service.
    pub fn profile_toml(&self) -> Option<String> {
        match &self.service {
            Service::Embedded(sandbox) => Some(sandbox.profile_toml()),
            Service::Foreign => None,
        }
    }

    /// From the next opening on the sandbox offers nothing of the project's own contract.
    ///
    /// # Errors
    /// [`StageError::Profile`] where its profile is none.
    pub fn use_attested(&mut self) -> Result<(), StageError> {
        if let Service::Embedded(sandbox) = &self.service {
            self.profile = profile(&sandbox.attested_profile_toml())?;
        }
        Ok(())
    }

    /// A folder of its own within the stage's, from the next opening on: for somebody else.
    ///
    /// # Errors
    /// [`StageError`] says what could not be set up.
    pub fn use_folder(&mut self, name: &str) -> Result<(), StageError> {
        let folder = self.data.path().join(name);
        std::fs::create_dir_all(&folder).map_err(StageError::Folder)?;
        self.engine = None;
        self.folder = folder;
        Ok(())
    }

    /// Drops the engine as it stands: no lock, no sign-out, nothing saved that was not saved already.
    pub fn kill(&mut self) {
        self.engine = None;
    }

    /// The app is removed and put on the device anew: all that a rehearsal's device kept for it is gone. It does not run.
    ///
    /// # Errors
    /// [`StageError::Folder`] where something stays.
    pub fn reinstall(&mut self) -> Result<(), StageError> {
        self.kill();
        for entry in std::fs::read_dir(self.data.path()).map_err(StageError::Folder)? {
            let path = entry.map_err(StageError::Folder)?.path();
            let removed =
                if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
            removed.map_err(StageError::Folder)?;
        }
        self.data.path().clone_into(&mut self.folder);
        // The old one remembers what was in its file.
        self.secrets = file_secrets(&self.data.path().join(SECRETS));
        if let Some(device) = &self.device {
            device.forget_app();
        }
        Ok(())
    }

    /// The folder.
    pub fn data(&self) -> &Path {
        &self.folder
    }

    /// The sandbox's strings; `None` with a foreign service.
    pub fn control(&self) -> Option<&Control> {
        match &self.service {
            Service::Embedded(sandbox) => Some(sandbox.control()),
            Service::Foreign => None,
        }
    }

    /// Who one can sign in as; nobody is known at a foreign service.
    pub fn taxpayers(&self) -> &[TaxpayerCard] {
        match &self.service {
            Service::Embedded(sandbox) => sandbox.taxpayers(),
            Service::Foreign => &[],
        }
    }

    /// One of them.
    pub fn taxpayer(&self, key: &str) -> Option<&TaxpayerCard> {
        self.taxpayers().iter().find(|card| card.key == key)
    }

    /// Time goes on for the app and for the sandbox.
    pub fn later(&self, by: Duration) {
        if let Some(control) = self.control() {
            control.advance(by);
        }
        match &self.time {
            Time::Real(clock) => clock.advance(by),
            Time::Manual(clock) => clock.advance(by),
        }
    }

    /// The device's clock is set back; a service does not mind what a device believes.
    pub fn clock_back(&self, by: Duration) {
        match &self.time {
            Time::Real(clock) => clock.set_back(by),
            Time::Manual(clock) => clock.set_back(by),
        }
    }

    /// The device's clock is set forward. It does not go faster for that: what measures time steadily sees none pass.
    pub fn clock_forward(&self, by: Duration) {
        match &self.time {
            Time::Real(clock) => clock.set_forward(by),
            Time::Manual(clock) => clock.set_forward(by),
        }
    }

    /// The app's time.
    pub fn now(&self) -> Moment {
        match &self.time {
            Time::Real(clock) => clock.now(),
            Time::Manual(clock) => clock.now(),
        }
    }
}

/// The file of [`Secrets::File`] within the data folder.
pub const SECRETS: &str = "qa-secrets.json";

fn profile(toml: &str) -> Result<Profile, StageError> {
    Ok(Profile::parse(toml)?)
}

fn background() -> Result<tokio::runtime::Runtime, StageError> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("fl-stage")
        .enable_all()
        .build()
        .map_err(StageError::System)
}

/// Starts a sandbox on a runtime of its own.
///
/// # Errors
/// [`StageError`] says what could not be set up.
pub fn sandbox(config: SandboxConfig) -> Result<(tokio::runtime::Runtime, Sandbox), StageError> {
    let runtime = background()?;
    let sandbox = runtime.block_on(Sandbox::start(config)).map_err(StageError::Sandbox)?;
    Ok((runtime, sandbox))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attested_sandbox_offers_nothing_of_the_own_contract() {
        let mut stage = Stage::rehearsal().unwrap();
        assert!(!stage.profile.capabilities().is_empty());
        stage.use_attested().unwrap();
        assert!(stage.profile.capabilities().is_empty());
    }
}
