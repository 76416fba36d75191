//! The device itself: links, files, fingers and faces; and an end to waiting for one that never answers.

use std::{future::Future, sync::Arc};

use fl_app::{AccountId, Platform as Operation, PlatformFault, Prompt, VaultFault, Vaulted};
use fl_domain::Timestamp;
use futures::future::{Either, select};

use super::world::World;
use crate::{
    blocking::blocking,
    console::EntryKind,
    platform::{PlatformError, SharedFile},
};

/// A page that a browser may be given.
fn is_page(url: &str) -> bool {
    ["https://", "http://127.0.0.1:", "http://localhost:", "http://[::1]:"]
        .iter()
        .any(|start| url.starts_with(start))
}

/// Seconds until a device that does not answer is given up (our own; a key store of a slow phone takes a few).
const PATIENCE: i64 = 15;

impl From<PlatformError> for PlatformFault {
    fn from(error: PlatformError) -> Self {
        match error {
            PlatformError::Cancelled => Self::Cancelled,
            PlatformError::Unavailable => Self::Unavailable,
            PlatformError::Denied => Self::Denied,
            PlatformError::Invalidated => Self::Invalidated,
            PlatformError::Failed => Self::Failed,
        }
    }
}

impl World {
    pub(super) async fn platform(&self, operation: Operation) -> Result<(), PlatformFault> {
        let answer = match operation {
            // A service's pages are https, or on this machine; anything else a screen could name is none of them.
            Operation::OpenLink(url) if !is_page(&url) => return Err(PlatformFault::Denied),
            Operation::OpenLink(url) => self.platform.open_link(&url),
            Operation::ShareLog { name } => {
                let file =
                    SharedFile { name, media_type: "text/plain".to_owned(), bytes: self.log().into_bytes() };
                self.platform.share_file(file)
            }
        };
        match self.in_time(answer).await {
            Some(result) => result.map_err(|error| {
                tracing::warn!(target: "fl::log", %error, "the device did not do it");
                error.into()
            }),
            None => Err(PlatformFault::NoAnswer),
        }
    }

    /// The redacted lines that the console shows.
    fn log(&self) -> String {
        let lines = self.console.entries_since(0).into_iter().map(|entry| {
            let kind = match entry.kind {
                EntryKind::Event => "event",
                EntryKind::Effect => "effect",
                EntryKind::Http => "http",
                EntryKind::Log => "log",
            };
            format!("{} {kind} {}\n", entry.at.at, entry.text)
        });
        let version = env!("CARGO_PKG_VERSION");
        std::iter::once(format!("fl-taxes {version}\n")).chain(lines).collect()
    }

    /// What came before the device was given up.
    pub(super) async fn in_time<T>(&self, answer: impl Future<Output = T> + Send) -> Option<T> {
        let mut answer = Box::pin(answer);
        loop {
            let now = self.clock().now().at;
            let until = Timestamp::from_second(now.as_second() + PATIENCE).unwrap_or(Timestamp::MAX);
            match select(answer, self.clock().wake_at(until)).await {
                Either::Left((answer, _)) => return Some(answer),
                // A clock that was set back wakes early: then it is waited anew.
                Either::Right(((), still)) if self.clock().now().at < until => answer = still,
                Either::Right(_) => {
                    tracing::warn!(target: "fl::log", "the device does not answer");
                    return None;
                }
            }
        }
    }

    /// A person may take their time before the sensor, so this ends only with an answer, or when the vault is asked for
    /// something else.
    pub(super) async fn unlock_with_biometrics(
        &self,
        id: AccountId,
        prompt: Prompt,
    ) -> Result<Vaulted, VaultFault> {
        let turn = self.turn();
        self.account.left(&id).await;
        let asked = id.clone();
        let name = self.in_vault(move |vault| vault.biometrics_name(&asked)).await?;
        let answer = self.platform.load_with_biometrics(&name, prompt).await;
        if turn != self.latest_turn() {
            return Err(VaultFault::Biometrics(PlatformFault::Cancelled));
        }
        match answer {
            Ok(key) => {
                let account = self.in_vault(move |vault| vault.unlock_with_key(&id, key)).await?;
                self.open(account, None).await
            }
            Err(PlatformError::Invalidated) => {
                self.in_vault(move |vault| vault.forget_biometrics(&id)).await?;
                Err(VaultFault::Biometrics(PlatformFault::Invalidated))
            }
            Err(error) => Err(VaultFault::Biometrics(error.into())),
        }
    }

    pub(super) async fn keep_biometrics(&self, prompt: Prompt) -> Result<Vaulted, VaultFault> {
        let (id, key) = self.account.key().ok_or(VaultFault::Nothing)?;
        let kept = self.platform.keep_with_biometrics(&id.0, key, prompt).await;
        kept.map_err(|error| VaultFault::Biometrics(error.into()))?;
        self.in_vault(move |vault| vault.biometrics_kept(&id)).await.map(|()| Vaulted::Done)
    }

    /// Whether a finger or a face can be asked for; a device that cannot say has none.
    pub(super) async fn biometrics(&self) -> fl_app::Biometrics {
        let platform = Arc::clone(&self.platform);
        let answer = self.in_time(blocking(move || platform.biometrics())).await;
        answer.flatten().and_then(Result::ok).unwrap_or_default()
    }
}
