//! What is waited for before there is an account, in memory and on the device.

use std::sync::Arc;

use fl_app::{KeepWaiting, Waiting};
use tokio::sync::Mutex;

use super::world::World;
use crate::{
    blocking::blocking,
    waiting::{Begun, Kept, NotNow, WaitingFile},
};

/// The file, and what is known to be in it.
pub(super) struct WaitingRoom {
    file: Arc<WaitingFile>,
    /// `None` until it was read. Whoever changes it holds it until the change is on the device, so that none is overtaken.
    kept: Mutex<Option<Kept>>,
}

impl WaitingRoom {
    pub(super) fn new(file: WaitingFile) -> Self {
        Self { file: Arc::new(file), kept: Mutex::default() }
    }
}

impl World {
    pub(super) async fn waiting(&self, operation: KeepWaiting) -> Waiting {
        match operation {
            KeepWaiting::Load => self.kept(|kept| kept.waiting.clone()).await,
            KeepWaiting::Save(waiting) => {
                let is_some = waiting != Waiting::default();
                let saved = self
                    .kept(|kept| {
                        kept.waiting = waiting;
                        kept.waiting.clone()
                    })
                    .await;
                if is_some {
                    // Times that are waited for are counted from here, also after a restart.
                    let clock = Arc::clone(&self.trusted);
                    let _ = blocking(move || clock.keep()).await;
                }
                saved
            }
        }
    }

    /// The sign-in through Gosuslugi that is under way.
    pub(super) async fn begun(&self) -> Option<Begun> {
        self.kept(|kept| kept.esia.clone()).await
    }

    /// One is under way; one that was before is forgotten.
    pub(super) async fn keep_begun(&self, begun: Begun) {
        self.kept(|kept| kept.esia = Some(begun)).await;
    }

    /// It is over. Answers whether it still was under way.
    pub(super) async fn forget_begun(&self, state: &str) -> bool {
        let is_it = |begun: &Begun| begun.state == state;
        self.kept(|kept| kept.esia.take_if(|begun| is_it(begun)).is_some()).await
    }

    /// Whichever is under way is over.
    pub(super) async fn forget_any_begun(&self) {
        self.kept(|kept| kept.esia = None).await;
    }

    /// Nobody is left on this device to wait for anything.
    pub(super) async fn wait_for_nothing(&self) {
        let mut kept = self.waiting.kept.lock().await;
        *kept = Some(Kept::default());
        let (file, clock) = (Arc::clone(&self.waiting.file), Arc::clone(&self.trusted));
        let cleared = blocking(move || {
            file.clear();
            clock.forget();
        });
        let _ = self.in_time(cleared).await;
    }

    /// The engine ends: what is waited for leaves memory, and stays on the device.
    pub(super) fn leave_waiting(&self) {
        // Whoever holds it ends with the engine.
        if let Ok(mut kept) = self.waiting.kept.try_lock() {
            *kept = None;
        }
    }

    /// Reads or changes what is kept; a change is on the device when this ends, or the log says why not.
    async fn kept<T>(&self, work: impl FnOnce(&mut Kept) -> T + Send) -> T {
        let mut held = self.waiting.kept.lock().await;
        let before = match held.as_ref() {
            Some(kept) => Some(kept.clone()),
            None => self.with_file(WaitingFile::load).await.ok(),
        };
        let mut after = before.clone().unwrap_or_default();
        let done = work(&mut after);
        if before.as_ref() != Some(&after) && (before.is_some() || after != Kept::default()) {
            let saved = after.clone();
            let _ = self.with_file(move |file| file.save(&saved)).await;
            *held = Some(after);
        } else {
            // What could not be read now may be readable later.
            *held = before;
        }
        done
    }

    async fn with_file<T: Send + 'static>(
        &self,
        work: impl FnOnce(&WaitingFile) -> Result<T, NotNow> + Send + 'static,
    ) -> Result<T, NotNow> {
        let file = Arc::clone(&self.waiting.file);
        let done = self.in_time(blocking(move || work(&file))).await;
        done.flatten().unwrap_or(Err(NotNow))
    }
}
