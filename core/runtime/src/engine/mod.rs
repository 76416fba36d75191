//! The door: touches and texts in, screens out, everything else behind it.

mod account;
mod attach;
mod device;
mod esia;
mod slot;
mod subscription;
mod task;
mod waiting;
mod work;
mod world;

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};

use fl_app::{App, Screen, Touch, Touches, View, screen::Block};
use fl_domain::Secret;
use fl_gateway::Profile;
use keyring_core::api::CredentialStore;
use thiserror::Error;
use tokio::{runtime::Runtime, sync::mpsc};

use crate::{
    clock::Clock,
    console::Console,
    platform::{NoPlatform, Platform, PlatformError},
    secrets::held_by,
    service::Patience,
};
use subscription::Subscription;
use task::Message;
use work::Work;
use world::World;

/// What an engine is made of.
pub struct EngineConfig {
    /// The folder of all accounts of this device; made if it is not there.
    pub data: PathBuf,
    /// The service.
    pub profile: Profile,
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// What holds the platform's half of the key.
    pub secrets: Arc<CredentialStore>,
    /// What else the device can do.
    pub platform: Arc<dyn Platform>,
    /// How long and how often the service is asked.
    pub patience: Patience,
}

impl EngineConfig {
    /// With the default patience, on a device that can do nothing but hold secrets.
    pub fn new(
        data: PathBuf,
        profile: Profile,
        clock: Arc<dyn Clock>,
        secrets: Arc<CredentialStore>,
    ) -> Self {
        let platform = Arc::new(NoPlatform);
        Self { data, profile, clock, secrets, platform, patience: Patience::default() }
    }

    /// With the default patience, on a device that holds the secrets too.
    pub fn on(data: PathBuf, profile: Profile, clock: Arc<dyn Clock>, platform: Arc<dyn Platform>) -> Self {
        let secrets = held_by(Arc::clone(&platform));
        Self { platform, ..Self::new(data, profile, clock, secrets) }
    }
}

/// Why an engine cannot start.
#[derive(Debug, Error)]
pub enum EngineError {
    /// An anchor of the service profile is no certificate.
    #[error("anchor {number} of the service profile is no certificate")]
    Anchor {
        /// Which, from 1.
        number: usize,
    },
    /// The system gave no thread or no socket.
    #[error("the system gave no thread for the engine")]
    System(#[source] std::io::Error),
    /// The HTTP client could not be set up.
    #[error("the HTTP client could not be set up")]
    Client,
}

/// A picture or file that a screen names by its key.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Such as `image/png`.
    pub media_type: String,
    /// The file.
    pub bytes: Arc<[u8]>,
}

/// Hears of new screens, on a thread of its own. Screens that came while it was busy are left out but for the newest.
pub trait ScreenListener: Send + Sync {
    /// The newest screen.
    ///
    /// # Errors
    /// A failure is logged; the next screen comes all the same.
    fn changed(&self, screen: Arc<Screen>) -> Result<(), PlatformError>;
}

/// What is seen from outside.
pub(crate) struct Shown {
    screen: RwLock<Arc<Screen>>,
    /// What the touches of the last screens mean. Whoever ends the engine empties it, and holds it meanwhile.
    touches: Mutex<Touches>,
    listeners: Mutex<Vec<Subscription>>,
    assets: Mutex<HashMap<String, Asset>>,
    /// The engine ended: nothing more is shown. Changed while the touches are held.
    ended: AtomicBool,
    /// So many messages were handled.
    #[cfg(test)]
    updates: std::sync::atomic::AtomicU64,
}

impl Shown {
    fn new() -> Self {
        let mut touches = Touches::default();
        let screen = Arc::new(first_screen(&mut touches));
        Self {
            screen: RwLock::new(screen),
            touches: Mutex::new(touches),
            listeners: Mutex::default(),
            assets: Mutex::default(),
            ended: AtomicBool::new(false),
            #[cfg(test)]
            updates: std::sync::atomic::AtomicU64::new(0),
        }
    }

    fn touches(&self) -> MutexGuard<'_, Touches> {
        self.touches.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn screen(&self) -> Arc<Screen> {
        Arc::clone(&self.screen.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What a person saw leaves memory, and what could be done on it.
    fn end(&self) {
        let mut touches = self.touches();
        let first = Arc::new(first_screen(&mut touches));
        touches.clear();
        {
            let mut shown = self.screen.write().unwrap_or_else(PoisonError::into_inner);
            self.ended.store(true, Ordering::Relaxed);
            *shown = first;
        }
        drop(touches);
        self.assets.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn publish(&self, View { screen, epoch }: View) {
        let mut touches = self.touches();
        if self.ended.load(Ordering::Relaxed) {
            return;
        }
        let screen = Arc::new(touches.number(screen, epoch));
        {
            let mut shown = self.screen.write().unwrap_or_else(PoisonError::into_inner);
            if **shown == *screen {
                return;
            }
            *shown = Arc::clone(&screen);
        }
        drop(touches);
        for listener in self.listeners.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            listener.put(Arc::clone(&screen));
        }
    }

    /// The newest screen has a field with this id.
    fn names_field(&self, id: &str) -> bool {
        self.screen().blocks.iter().any(|block| matches!(block, Block::Field(field) if field.id == id))
    }

    /// Nothing that was shown means anything any more.
    fn forget_touches(&self) {
        self.touches().clear();
    }

    pub(crate) fn put_asset(&self, key: String, asset: Asset) {
        let mut assets = self.assets.lock().unwrap_or_else(PoisonError::into_inner);
        // Only the newest picture is on any screen.
        assets.clear();
        assets.insert(key, asset);
    }
}

fn first_screen(touches: &mut Touches) -> Screen {
    let View { screen, epoch } = crux_core::App::view(&App, &fl_app::Model::default());
    touches.number(screen, epoch)
}

/// The core of the app, running. Every method returns at once, but for [`Engine::settle`] and [`Engine::close`].
pub struct Engine {
    shown: Arc<Shown>,
    work: Arc<Work>,
    console: Console,
    inbox: mpsc::UnboundedSender<Message>,
    runtime: Mutex<Option<Runtime>>,
    world: Arc<World>,
}

impl Engine {
    /// Starts an engine; what is on the device is looked at right away.
    ///
    /// # Errors
    /// [`EngineError`] when the profile's anchors are no certificates, or the system gives no thread.
    pub fn new(config: EngineConfig) -> Result<Self, EngineError> {
        let console = Console::new(Arc::clone(&config.clock));
        let dispatch = console.dispatch();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("fl-engine")
            .enable_all()
            .build()
            .map_err(EngineError::System)?;
        let shown = Arc::new(Shown::new());
        let work = Arc::new(Work::new(Arc::clone(&config.clock)));
        let world = Arc::new(World::new(config, console.clone(), Arc::clone(&shown))?);
        let (inbox, messages) = mpsc::unbounded_channel();
        let task = task::Task::new(Arc::clone(&world), Arc::clone(&work), Arc::clone(&shown), inbox.clone());
        let start = Message::start(&work);
        // The receiver lives in the task below, which has not ended before it began.
        let _ = inbox.send(start);
        runtime.spawn(tracing::instrument::WithSubscriber::with_subscriber(task.run(messages), dispatch));
        Ok(Self { shown, work, console, inbox, runtime: Mutex::new(Some(runtime)), world })
    }

    /// A person touched something: what it said on the screen it is from is done, or nothing where that is gone. After
    /// [`Engine::close`] nothing happens, here and below.
    pub fn touch(&self, touch: Touch) {
        let _ = self.inbox.send(Message::touch(touch, &self.work));
    }

    /// A field now holds this text, whole. `field` is the id that its screen gave it; where no such field is seen any more, nothing
    /// happens.
    pub fn typed(&self, field: &str, text: Secret) {
        let _ = self.inbox.send(Message::typed(field, text, &self.work));
    }

    /// The platform's way back: as a touch of the newest screen's own; nothing where it has none.
    pub fn back(&self) {
        if let Some(back) = self.screen().back.clone() {
            self.touch(back);
        }
    }

    /// The platform gave the app this link. It may carry a code, so it is a secret.
    pub fn follow(&self, link: Secret) {
        let _ = self.inbox.send(Message::followed(link, &self.work));
    }

    /// The platform has a network again.
    pub fn network_is_back(&self) {
        let _ = self.inbox.send(Message::network_back(&self.work));
    }

    /// The newest screen.
    pub fn screen(&self) -> Arc<Screen> {
        self.shown.screen()
    }

    /// A picture or file that a screen names; `None` once no screen names it.
    pub fn asset(&self, key: &str) -> Option<Asset> {
        self.shown.assets.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Hears of the newest screen, and of every newer one from now on.
    ///
    /// # Errors
    /// [`EngineError::System`] where the system gives no thread.
    pub fn subscribe(&self, listener: Arc<dyn ScreenListener>) -> Result<(), EngineError> {
        let subscription = Subscription::start(listener, &self.work, self.console.dispatch())
            .map_err(EngineError::System)?;
        // The list is held meanwhile, so that no newer screen is overtaken by this one.
        let mut listeners = self.shown.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        subscription.put(self.screen());
        listeners.push(subscription);
        Ok(())
    }

    /// Waits until nothing but timers is under way. For tests and scripts; not from a listener.
    pub fn settle(&self) {
        self.work.settle();
    }

    /// A mistake of ours, for tests: the next event fails in the middle.
    #[cfg(any(test, feature = "qa"))]
    pub fn break_inside(&self) {
        let _ = self.inbox.send(Message::broken(&self.work));
    }

    /// What the engine did.
    pub fn console(&self) -> Console {
        self.console.clone()
    }

    /// Ends it: what is under way is dropped, what was acknowledged is on disk. A second call does nothing.
    pub fn close(&self) {
        let runtime = self.runtime.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(runtime) = runtime {
            runtime.shutdown_background();
            self.shown.end();
            self.world.release();
            self.work.end();
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.close();
    }
}
