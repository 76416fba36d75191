//! What an engine stands on: a service, a folder, a clock, a keeper of secrets.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use fl_app::Moment;
use fl_domain::Timestamp;
use fl_gateway::Profile;
use fl_runtime::{
    Clock, Engine, EngineConfig, ManualClock, Patience, file_secrets, platform_secrets, run_only_secrets,
};
use fl_sandbox::{Control, Sandbox, SandboxConfig, TaxpayerCard};
use jiff::SignedDuration;
use keyring_core::api::CredentialStore;
use tempfile::TempDir;

use crate::{clock::ShiftedClock, trouble::Trouble};

/// Minutes between UTC and Moscow, where the sandbox's figures are from.
const MOSCOW: i32 = 180;

/// Where an engine's data is.
pub(crate) enum Data {
    /// Gone when the stage is.
    Temporary(TempDir),
    /// Stays.
    Folder(PathBuf),
}

impl Data {
    pub(crate) fn temporary() -> Result<Self, Trouble> {
        tempfile::Builder::new().prefix("fl-taxes-").tempdir().map(Self::Temporary).map_err(Trouble::Folder)
    }

    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Temporary(folder) => folder.path(),
            Self::Folder(path) => path,
        }
    }
}

/// Which keeper of secrets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Secrets {
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
pub(crate) struct Stage {
    // Fields are dropped in this order: the engine before the service, the service before its runtime, the folder last.
    engine: Option<Arc<Engine>>,
    service: Service,
    _runtime: tokio::runtime::Runtime,
    profile: Profile,
    time: Time,
    secrets: Arc<CredentialStore>,
    patience: Patience,
    /// The folder within the stage's own in which the engine is opened; the own one itself at first.
    folder: PathBuf,
    data: Data,
}

impl Stage {
    /// With a sandbox of its own and a clock that stands still until it is moved: for stories, the tour, pictures.
    pub(crate) fn rehearsal() -> Result<Self, Trouble> {
        let config = SandboxConfig::default();
        let start = config.start;
        let (runtime, sandbox) = sandbox(config)?;
        let data = Data::temporary()?;
        let secrets = file_secrets(&data.path().join(SECRETS));
        let clock = ManualClock::new(Moment { at: start, offset_minutes: MOSCOW });
        Ok(Self {
            engine: None,
            profile: profile(&sandbox.profile_toml())?,
            service: Service::Embedded(sandbox),
            _runtime: runtime,
            time: Time::Manual(clock),
            secrets,
            patience: Patience::brisk(),
            folder: data.path().to_owned(),
            data,
        })
    }

    /// In real time, with the service of a profile or, without one, a sandbox of its own.
    pub(crate) fn live(service: Option<&Path>, data: Data, secrets: Secrets) -> Result<Self, Trouble> {
        std::fs::create_dir_all(data.path()).map_err(Trouble::Folder)?;
        let (runtime, service, profile) = match service {
            None => {
                let config = SandboxConfig { start: Timestamp::now(), ..SandboxConfig::default() };
                let (runtime, sandbox) = sandbox(config)?;
                let profile = profile(&sandbox.profile_toml())?;
                (runtime, Service::Embedded(sandbox), profile)
            }
            Some(path) => {
                let toml = std::fs::read_to_string(path)
                    .map_err(|why| Trouble::File { path: path.display().to_string(), why })?;
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
            time: Time::Real(Arc::new(ShiftedClock::new())),
            secrets,
            patience: Patience::default(),
            folder: data.path().to_owned(),
            data,
        })
    }

    /// In real time, with nobody to talk to: for what is kept. The port is one that was free a moment ago, so nothing
    /// answers there; a profile is used as it is, but for its address.
    pub(crate) fn without_a_service(
        service: Option<&Path>,
        data: Data,
        secrets: Secrets,
    ) -> Result<Self, Trouble> {
        let mut stage = Self::live(service, data, secrets)?;
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))
            .and_then(|socket| socket.local_addr())
            .map_err(Trouble::Sandbox)?
            .port();
        stage.service = Service::Foreign;
        stage.profile = profile(&format!(
            "name = \"nobody\"\nbase_url = \"http://127.0.0.1:{port}\"\nclient_id = \"{}\"\n",
            stage.profile.client_id()
        ))?;
        Ok(stage)
    }

    /// Opens an engine in the stage's folder.
    pub(crate) fn open(&mut self) -> Result<Arc<Engine>, Trouble> {
        let clock: Arc<dyn Clock> = match &self.time {
            Time::Real(clock) => Arc::<ShiftedClock>::clone(clock),
            Time::Manual(clock) => Arc::new(clock.clone()),
        };
        let mut config =
            EngineConfig::new(self.folder.clone(), self.profile.clone(), clock, Arc::clone(&self.secrets));
        config.patience = self.patience;
        let engine = Arc::new(Engine::new(config)?);
        self.engine = Some(Arc::clone(&engine));
        Ok(engine)
    }

    /// A folder of its own within the stage's, from the next opening on: for somebody else.
    pub(crate) fn use_folder(&mut self, name: &str) -> Result<(), Trouble> {
        let folder = self.data.path().join(name);
        std::fs::create_dir_all(&folder).map_err(Trouble::Folder)?;
        self.engine = None;
        self.folder = folder;
        Ok(())
    }

    /// Drops the engine as it stands: no lock, no sign-out, nothing saved that was not saved already.
    pub(crate) fn kill(&mut self) {
        self.engine = None;
    }

    /// The folder.
    pub(crate) fn data(&self) -> &Path {
        &self.folder
    }

    /// The sandbox's strings; `None` with a foreign service.
    pub(crate) fn control(&self) -> Option<&Control> {
        match &self.service {
            Service::Embedded(sandbox) => Some(sandbox.control()),
            Service::Foreign => None,
        }
    }

    /// Who one can sign in as; nobody is known at a foreign service.
    pub(crate) fn taxpayers(&self) -> &[TaxpayerCard] {
        match &self.service {
            Service::Embedded(sandbox) => sandbox.taxpayers(),
            Service::Foreign => &[],
        }
    }

    /// One of them.
    pub(crate) fn taxpayer(&self, key: &str) -> Option<&TaxpayerCard> {
        self.taxpayers().iter().find(|card| card.key == key)
    }

    /// Time goes on for the app and for the sandbox.
    pub(crate) fn later(&self, by: Duration) {
        if let Some(control) = self.control() {
            control.advance(by);
        }
        match &self.time {
            Time::Real(clock) => clock.shift(SignedDuration::try_from(by).unwrap_or(SignedDuration::ZERO)),
            Time::Manual(clock) => clock.advance(by),
        }
    }

    /// The device's clock is set back; a service does not mind what a device believes.
    pub(crate) fn clock_back(&self, by: Duration) {
        match &self.time {
            Time::Real(clock) => clock.shift(-SignedDuration::try_from(by).unwrap_or(SignedDuration::ZERO)),
            Time::Manual(clock) => clock.set_back(by),
        }
    }

    /// The app's time.
    pub(crate) fn now(&self) -> Moment {
        match &self.time {
            Time::Real(clock) => clock.now(),
            Time::Manual(clock) => clock.now(),
        }
    }
}

/// The file of [`Secrets::File`] within the data folder.
pub(crate) const SECRETS: &str = "qa-secrets.json";

fn profile(toml: &str) -> Result<Profile, Trouble> {
    Ok(Profile::parse(toml)?)
}

fn background() -> Result<tokio::runtime::Runtime, Trouble> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("fl-stage")
        .enable_all()
        .build()
        .map_err(Trouble::System)
}

/// Starts a sandbox on a runtime of its own.
pub(crate) fn sandbox(config: SandboxConfig) -> Result<(tokio::runtime::Runtime, Sandbox), Trouble> {
    let runtime = background()?;
    let sandbox = runtime.block_on(Sandbox::start(config)).map_err(Trouble::Sandbox)?;
    Ok((runtime, sandbox))
}
