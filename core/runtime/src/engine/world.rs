//! The outside, as the app's effects see it.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use fl_app::{
    Cache, CacheFault, Cached, Call, CaptchaCall, KeepPreferences, Moment, ServiceAnswer, ServiceFacts,
    SignInCall, texts::Preferences,
};
use fl_domain::service::{Failure, SignIn, Told};

use super::{Asset, EngineConfig, EngineError, Shown, esia::EsiaDesk, slot::OpenSlot, waiting::WaitingRoom};
use crate::{
    blocking::blocking,
    clock::Clock,
    console::Console,
    platform::Platform,
    preferences::PreferencesFile,
    service::{Service, WireError},
    store_thread::StoreThread,
    trusted::TrustedClock,
    vault::Vault,
    waiting::WaitingFile,
};

pub(crate) struct World {
    pub(super) service: Arc<Service>,
    pub(super) vault: Arc<Vault>,
    pub(super) account: OpenSlot,
    pub(super) platform: Arc<dyn Platform>,
    pub(super) console: Console,
    pub(super) trusted: Arc<TrustedClock>,
    pub(super) waiting: WaitingRoom,
    pub(super) desk: EsiaDesk,
    store: Mutex<Option<Arc<StoreThread>>>,
    preferences: Arc<PreferencesFile>,
    shown: Arc<Shown>,
    pictures: AtomicU64,
    /// Counts what the vault was asked for, so that a finger shown too late opens nothing.
    turns: AtomicU64,
}

impl World {
    pub(crate) fn new(
        config: EngineConfig,
        console: Console,
        shown: Arc<Shown>,
    ) -> Result<Self, EngineError> {
        let trusted = Arc::new(TrustedClock::new(config.clock, config.data.join("service-time.json")));
        let waiting = WaitingFile::new(config.data.join("waiting"), Arc::clone(&config.secrets));
        let service =
            Service::new(config.profile, Arc::clone(&trusted), config.patience).map_err(|e| match e {
                WireError::Anchor { number } => EngineError::Anchor { number },
                WireError::Client => EngineError::Client,
            })?;
        let store = StoreThread::start(console.dispatch()).map_err(EngineError::System)?;
        Ok(Self {
            service: Arc::new(service),
            vault: Arc::new(Vault::new(&config.data, config.secrets, Arc::clone(&config.platform))),
            account: OpenSlot::default(),
            platform: config.platform,
            console,
            trusted,
            waiting: WaitingRoom::new(waiting),
            desk: EsiaDesk::default(),
            store: Mutex::new(Some(Arc::new(store))),
            preferences: Arc::new(PreferencesFile(config.data.join("preferences.json"))),
            shown,
            pictures: AtomicU64::new(0),
            turns: AtomicU64::new(0),
        })
    }

    pub(super) fn clock(&self) -> &dyn Clock {
        &*self.trusted
    }

    pub(super) fn store(&self) -> Option<Arc<StoreThread>> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The engine ends: the store's thread ends with what it was asked before, and its lock goes.
    pub(super) fn release(&self) {
        self.trusted.end();
        // Tokens leave memory, and connections with them.
        drop(self.service.reset());
        self.account.clear();
        self.leave_waiting();
        let store = self.store.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(store);
    }

    /// The vault is asked for something: a later turn ends an earlier one.
    pub(super) fn turn(&self) -> u64 {
        self.turns.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(super) fn latest_turn(&self) -> u64 {
        self.turns.load(Ordering::Relaxed)
    }

    pub(super) fn answered<T>(&self, result: Result<T, Failure>) -> ServiceAnswer<T> {
        ServiceAnswer { at: self.now(), result }
    }

    fn now(&self) -> Moment {
        self.trusted.now()
    }

    pub(super) async fn ask(&self, Call { ask, key }: Call) -> ServiceAnswer<Told> {
        let files = self.service.files_of(&ask);
        let result = match self.bytes_of(&files).await {
            Ok(bytes) => self.service.ask(&ask, key.as_ref(), bytes).await,
            Err(failure) => {
                tracing::warn!(target: "fl::log", "{} is not sent: {failure:?}", ask.name());
                Err(failure)
            }
        };
        self.answered(result)
    }

    /// What service this is, by its profile.
    pub(super) fn describe(&self) -> ServiceFacts {
        let profile = self.service.profile();
        let (number, as_of) = profile.contact_centre();
        ServiceFacts {
            offers: profile.capabilities().to_vec(),
            website: profile.website().to_owned(),
            hosts: profile.hosts().to_vec(),
            contact_centre: (!number.is_empty()).then(|| (number.to_owned(), as_of)),
        }
    }

    pub(super) async fn sign_in(&self, call: SignInCall) -> ServiceAnswer<SignIn> {
        let result = self.service.sign_in(&call.inn, &call.password, call.captcha.as_deref()).await;
        self.answered(result)
    }

    pub(super) async fn captcha(&self, call: CaptchaCall) -> ServiceAnswer<String> {
        let result = self.service.captcha(&call.inn).await.map(|picture| {
            let key = format!("captcha-{}", self.pictures.fetch_add(1, Ordering::Relaxed) + 1);
            let asset = Asset { media_type: picture.media_type, bytes: picture.bytes.into() };
            self.shown.put_asset(key.clone(), asset);
            key
        });
        self.answered(result)
    }

    pub(super) async fn cache(&self, operation: Cache) -> Result<Cached, CacheFault> {
        let store = self.store().ok_or(CacheFault::Closed)?;
        store.perform(operation).await
    }

    pub(super) async fn preferences(&self, operation: KeepPreferences) -> Preferences {
        let file = Arc::clone(&self.preferences);
        let fallback = match &operation {
            KeepPreferences::Save(preferences) => *preferences,
            KeepPreferences::Load => Preferences::default(),
        };
        blocking(move || file.perform(&operation)).await.unwrap_or(fallback)
    }
}
