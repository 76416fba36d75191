use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use fl_app::{Screen, Touch};
use fl_domain::Secret;
use fl_gateway::Profile;
use fl_runtime::SystemClock;

use crate::{
    CoreError, Platform, ScreenListener,
    listener::Heard,
    platform::{as_device, place_of},
};

/// What an engine is made of.
#[derive(Clone, Debug, uniffi::Record)]
pub struct EngineConfig {
    /// The folder of all accounts of this device; made if it is not there.
    pub data_folder: String,
    /// The service profile: the text of its TOML file.
    pub service_profile: String,
}

/// A picture or file that a screen names by its key.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Asset {
    /// Such as `image/png`.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The version of this library, which a shell shows beside its own.
#[uniffi::export]
pub fn interface_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The core, running. Every method returns at once and may be called from any thread, from a listener too.
#[derive(uniffi::Object)]
pub struct Engine {
    inner: Arc<fl_runtime::Engine>,
    closed: AtomicBool,
}

impl Engine {
    /// An engine that was set up otherwise: with another clock, for tests.
    pub fn of(inner: Arc<fl_runtime::Engine>) -> Self {
        Self { inner, closed: AtomicBool::new(false) }
    }

    /// What runs behind it.
    pub fn runtime(&self) -> &Arc<fl_runtime::Engine> {
        &self.inner
    }

    fn open(&self) -> Result<&fl_runtime::Engine, CoreError> {
        if self.closed.load(Ordering::Acquire) { Err(CoreError::Closed) } else { Ok(&self.inner) }
    }
}

#[uniffi::export]
impl Engine {
    /// Starts an engine; what is on the device is looked at right away.
    ///
    /// # Errors
    /// [`CoreError::Profile`] for a profile that cannot be used, [`CoreError::System`] where the system gives no thread.
    #[uniffi::constructor]
    pub fn new(config: EngineConfig, platform: Arc<dyn Platform>) -> Result<Arc<Self>, CoreError> {
        let profile = Profile::parse(&config.service_profile)
            .map_err(|error| CoreError::Profile { reason: error.to_string() })?;
        let config = fl_runtime::EngineConfig::on(
            PathBuf::from(config.data_folder),
            profile,
            Arc::new(SystemClock::new(place_of(&platform))),
            as_device(platform),
        );
        Ok(Arc::new(Self::of(Arc::new(fl_runtime::Engine::new(config)?))))
    }

    /// A person touched something: hands back what its block carries. A touch of a page that is gone does nothing.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed.
    pub fn touch(&self, touch: Touch) -> Result<(), CoreError> {
        self.open()?.touch(touch);
        Ok(())
    }

    /// A field now holds this text, whole. `field` is its `id`; a field that is not seen any more takes nothing.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed.
    pub fn typed(&self, field: &str, text: String) -> Result<(), CoreError> {
        // A secret from here on, whatever is refused.
        let text = Secret::from(text);
        self.open()?.typed(field, text);
        Ok(())
    }

    /// The platform's way back, where the screen has one.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed.
    pub fn back(&self) -> Result<(), CoreError> {
        self.open()?.back();
        Ok(())
    }

    /// The platform gave the app this link.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed.
    pub fn follow(&self, link: String) -> Result<(), CoreError> {
        let link = Secret::from(link);
        self.open()?.follow(link);
        Ok(())
    }

    /// The platform has a network again.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed.
    pub fn network_is_back(&self) -> Result<(), CoreError> {
        self.open()?.network_is_back();
        Ok(())
    }

    /// The newest screen.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed.
    pub fn screen(&self) -> Result<Screen, CoreError> {
        Ok(Screen::clone(&self.open()?.screen()))
    }

    /// A picture or file that a screen names; none once no screen names it.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed.
    pub fn asset(&self, key: &str) -> Result<Option<Asset>, CoreError> {
        let asset = self.open()?.asset(key);
        Ok(asset.map(|asset| Asset { media_type: asset.media_type, bytes: asset.bytes.to_vec() }))
    }

    /// Hears of the newest screen, and of every newer one from now on.
    ///
    /// # Errors
    /// [`CoreError::Closed`] once it is closed, [`CoreError::System`] where the system gives no thread.
    pub fn subscribe(&self, listener: Arc<dyn ScreenListener>) -> Result<(), CoreError> {
        Ok(self.open()?.subscribe(Arc::new(Heard(listener)))?)
    }

    /// Ends it (in Kotlin every object has a `close` of its own, which only lets go of it): what is under way is dropped, what was acknowledged is on disk. A second call does nothing. No listener is
    /// called after one that is under way.
    ///
    /// # Errors
    /// None; a mistake inside becomes an error here and not the end of the process.
    #[uniffi::method(name = "shutdown")]
    pub fn close(&self) -> Result<(), CoreError> {
        self.closed.store(true, Ordering::Release);
        self.inner.close();
        Ok(())
    }
}
