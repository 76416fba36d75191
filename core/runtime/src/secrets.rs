//! Where the platform's half of the key is held: any store that speaks `keyring-core`.

use std::{
    any::Any,
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use keyring_core::{
    CredentialPersistence, Entry, Error, Result,
    api::{Credential, CredentialApi, CredentialStore, CredentialStoreApi},
};
use zeroize::Zeroizing;

use crate::platform::{Platform, PlatformError};

/// What holds the secrets, for saying so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretsKind {
    /// The kernel's key retention service: until the machine restarts.
    Keyutils,
    /// This process: until it ends.
    RunOnly,
    /// A plain file, for QA.
    File,
}

/// The best store of this desktop, proved by writing to it: the kernel's keyring, else this process.
#[cfg(feature = "desktop")]
pub fn platform_secrets() -> (Arc<CredentialStore>, SecretsKind) {
    if let Ok(store) = linux_keyutils_keyring_store::Store::new() {
        let store: Arc<CredentialStore> = store;
        let works = store.build("fl-taxes", "probe", None).is_ok_and(|entry| {
            let kept = entry.set_secret(b"probe").and_then(|()| entry.get_secret());
            let _ = entry.delete_credential();
            kept.is_ok_and(|secret| secret == b"probe")
        });
        if works {
            return (store, SecretsKind::Keyutils);
        }
    }
    (run_only_secrets(), SecretsKind::RunOnly)
}

/// Keeps secrets for this run only.
pub fn run_only_secrets() -> Arc<CredentialStore> {
    Arc::new(Held::default())
}

/// Keeps secrets in a plain file that anyone who can read it can use: for QA, where a desk is killed and opened again.
#[cfg(feature = "qa")]
pub fn file_secrets(path: &std::path::Path) -> Arc<CredentialStore> {
    Arc::new(Held { file: Some(path.to_owned()), ..Held::default() })
}

/// Keeps secrets where a platform keeps them.
pub fn held_by(platform: Arc<dyn Platform>) -> Arc<CredentialStore> {
    Arc::new(PlatformStore(platform))
}

type Shelf = HashMap<String, Zeroizing<Vec<u8>>>;

#[derive(Clone, Default)]
struct Held {
    shelf: Arc<Mutex<Shelf>>,
    file: Option<std::path::PathBuf>,
}

impl Held {
    fn with<T>(&self, work: impl FnOnce(&mut Shelf) -> Result<T>) -> Result<T> {
        let mut kept = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(path) = &self.file
            && let Ok(text) = std::fs::read_to_string(path)
        {
            let read: HashMap<String, Vec<u8>> = serde_json::from_str(&text).unwrap_or_default();
            *kept = read.into_iter().map(|(name, secret)| (name, Zeroizing::new(secret))).collect();
        }
        let done = work(&mut kept)?;
        if let Some(path) = &self.file {
            let plain: HashMap<&str, &[u8]> = kept.iter().map(|(n, s)| (n.as_str(), s.as_slice())).collect();
            let text = serde_json::to_vec(&plain).map_err(|e| Error::PlatformFailure(Box::new(e)))?;
            crate::vault::write_whole(path, &text).map_err(|e| Error::NoStorageAccess(Box::new(e)))?;
        }
        Ok(done)
    }
}

impl CredentialStoreApi for Held {
    fn vendor(&self) -> String {
        "fl-taxes".to_owned()
    }

    fn id(&self) -> String {
        if self.file.is_some() { "plain file for QA" } else { "this run only" }.to_owned()
    }

    fn build(&self, service: &str, user: &str, _: Option<&HashMap<&str, &str>>) -> Result<Entry> {
        let credential = HeldCredential { held: self.clone(), name: format!("{service}/{user}") };
        Ok(Entry::new_with_credential(Arc::new(credential)))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn persistence(&self) -> CredentialPersistence {
        if self.file.is_some() {
            CredentialPersistence::UntilDelete
        } else {
            CredentialPersistence::ProcessOnly
        }
    }

    fn debug_fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.id())
    }
}

struct HeldCredential {
    held: Held,
    name: String,
}

impl CredentialApi for HeldCredential {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        self.held.with(|shelf| {
            shelf.insert(self.name.clone(), Zeroizing::new(secret.to_vec()));
            Ok(())
        })
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        self.held.with(|shelf| shelf.get(&self.name).map(|s| s.to_vec()).ok_or(Error::NoEntry))
    }

    fn delete_credential(&self) -> Result<()> {
        self.held.with(|shelf| shelf.remove(&self.name).map(|_| ()).ok_or(Error::NoEntry))
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        self.name.split_once('/').map(|(service, user)| (service.to_owned(), user.to_owned()))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn debug_fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HeldCredential(<hidden>)")
    }
}

/// A platform's secrets, as a store.
struct PlatformStore(Arc<dyn Platform>);

impl CredentialStoreApi for PlatformStore {
    fn vendor(&self) -> String {
        "fl-taxes".to_owned()
    }

    fn id(&self) -> String {
        "the platform".to_owned()
    }

    fn build(&self, service: &str, user: &str, _: Option<&HashMap<&str, &str>>) -> Result<Entry> {
        let credential =
            PlatformCredential { platform: Arc::clone(&self.0), name: format!("{service}/{user}") };
        Ok(Entry::new_with_credential(Arc::new(credential)))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn persistence(&self) -> CredentialPersistence {
        CredentialPersistence::UntilDelete
    }

    fn debug_fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.id())
    }
}

struct PlatformCredential {
    platform: Arc<dyn Platform>,
    name: String,
}

fn refused(error: PlatformError) -> Error {
    Error::NoStorageAccess(Box::new(error))
}

impl CredentialApi for PlatformCredential {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        self.platform.keep_secret(&self.name, secret.to_vec()).map_err(refused)
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        self.platform.load_secret(&self.name).map_err(refused)?.ok_or(Error::NoEntry)
    }

    fn delete_credential(&self) -> Result<()> {
        self.platform.delete_secret(&self.name).map_err(refused)
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        self.name.split_once('/').map(|(service, user)| (service.to_owned(), user.to_owned()))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn debug_fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PlatformCredential(<hidden>)")
    }
}
