//! Accounts on this device: their folders, keys, PIN and session.
//!
//! Key chain: a random data key, wrapped by a key from HKDF-SHA-256 over a platform-held secret and
//! Argon2id(PIN; 64 MiB, 3 passes). Ten wrong PINs destroy the wrapped key, and an attempt is counted on disk before it
//! is tried. The INN and the refresh token are sealed under the data key.

mod biometrics;
mod chain;
mod files;
mod folder;

#[cfg(test)]
mod tests;

use std::{path::PathBuf, sync::Arc};

use fl_app::{LockedAccount, Lost, UnlockFault, VaultFault, VaultStatus};
use fl_domain::{Inn, Secret};
use fl_store::DataKey;
use keyring_core::{CredentialPersistence, api::CredentialStore};

use crate::platform::Platform;

use chain::{PlatformSecret, Seal};
pub(crate) use files::write_whole;
use folder::{Folder, Wrapped};

/// The name under which the platform holds our secrets.
const SERVICE: &str = "fl-taxes";
/// Wrong PINs until the wrapped key is destroyed.
pub(crate) const ATTEMPTS: u32 = 10;

/// All accounts of this device; one of them at a time is open.
pub(crate) struct Vault {
    accounts: PathBuf,
    platform: Arc<CredentialStore>,
    device: Arc<dyn Platform>,
}

/// An account whose key is in memory.
pub(crate) struct OpenAccount {
    pub(crate) key: DataKey,
    pub(crate) folder: PathBuf,
    pub(crate) inn: Inn,
    pub(crate) refresh: Option<Secret>,
}

impl Vault {
    pub(crate) fn new(
        data: &std::path::Path,
        platform: Arc<CredentialStore>,
        device: Arc<dyn Platform>,
    ) -> Self {
        Self { accounts: data.join("accounts"), platform, device }
    }

    /// The platform forgets its secrets when this process ends.
    pub(crate) fn is_for_this_run_only(&self) -> bool {
        matches!(
            self.platform.persistence(),
            CredentialPersistence::ProcessOnly | CredentialPersistence::EntryOnly
        )
    }

    /// What is on this device. Folders that a crash left without a key are cleared away: nothing in them was acknowledged.
    pub(crate) fn look(&self) -> Result<VaultStatus, VaultFault> {
        let Some(folder) = self.folder()? else { return Ok(VaultStatus::Empty) };
        Ok(match folder.read() {
            Ok(Wrapped { key: None, .. }) => VaultStatus::Lost(Lost::TooManyPins),
            Ok(Wrapped { attempts, .. }) => match self.platform_secret(&folder)? {
                None => VaultStatus::Lost(Lost::PlatformSecret),
                Some(_) => VaultStatus::Locked(LockedAccount {
                    attempts_left: ATTEMPTS.saturating_sub(attempts),
                    biometrics: folder.has_biometrics(),
                }),
            },
            Err(VaultFault::Unlock(UnlockFault::Lost(lost))) => VaultStatus::Lost(lost),
            Err(fault) => return Err(fault),
        })
    }

    /// Makes an account. It exists once its key file is written, which happens last.
    pub(crate) fn create(
        &self,
        inn: Inn,
        pin: &Secret,
        refresh: Option<Secret>,
    ) -> Result<OpenAccount, VaultFault> {
        // What is left of an account whose key is lost goes now that its owner signed in anew.
        if let Some(old) = self.folder()? {
            self.remove(&old)?;
        }
        let folder = Folder::create(&self.accounts)?;
        let platform = PlatformSecret::random().ok_or(VaultFault::Broken)?;
        let entry = self.entry(&folder)?;
        entry.set_secret(platform.as_bytes()).map_err(|e| refused(&e))?;
        let key = DataKey::random().map_err(|_| VaultFault::Broken)?;
        let wrapped = chain::wrap(&key, pin, &platform, folder.id()).ok_or(VaultFault::Broken)?;
        let open = OpenAccount { key, folder: folder.path().to_owned(), inn, refresh };
        open.keep_session()?;
        folder.write(&Wrapped { attempts: 0, key: Some(wrapped) })?;
        Ok(open)
    }

    /// Opens the account. The attempt is on disk before the PIN is tried, so that pulling the plug spends it too.
    pub(crate) fn unlock(&self, pin: &Secret) -> Result<OpenAccount, VaultFault> {
        let folder = self.folder()?.ok_or(VaultFault::Nothing)?;
        let mut wrapped = folder.read()?;
        let lost = |lost| VaultFault::Unlock(UnlockFault::Lost(lost));
        let Some(sealed) = wrapped.key.clone() else { return Err(lost(Lost::TooManyPins)) };
        if wrapped.attempts >= ATTEMPTS {
            return Err(self.destroy(&folder));
        }
        let platform = self.platform_secret(&folder)?.ok_or(lost(Lost::PlatformSecret))?;
        wrapped.attempts += 1;
        folder.write(&wrapped)?;
        match chain::unwrap(&sealed, pin, &platform, folder.id()) {
            chain::Unwrapped::Key(key) => {
                wrapped.attempts = 0;
                folder.write(&wrapped)?;
                let (inn, refresh) = folder.session(&Seal::of(&key, folder.id()))?;
                Ok(OpenAccount { key, folder: folder.path().to_owned(), inn, refresh })
            }
            chain::Unwrapped::WrongPin if wrapped.attempts >= ATTEMPTS => Err(self.destroy(&folder)),
            chain::Unwrapped::WrongPin => Err(VaultFault::Unlock(UnlockFault::WrongPin {
                attempts_left: ATTEMPTS.saturating_sub(wrapped.attempts),
            })),
            chain::Unwrapped::Unusable => Err(lost(Lost::KeyFile)),
        }
    }

    /// Removes the account from the device.
    pub(crate) fn wipe(&self) -> Result<(), VaultFault> {
        match self.folder()? {
            Some(folder) => self.remove(&folder),
            None => Ok(()),
        }
    }

    /// The tenth wrong PIN: the wrapped key goes, and the platform's secret with it.
    fn destroy(&self, folder: &Folder) -> VaultFault {
        let gone = folder.write(&Wrapped { attempts: ATTEMPTS, key: None });
        if let Ok(entry) = self.entry(folder) {
            let _ = entry.delete_credential();
        }
        self.take_back_marked(folder);
        gone.err().unwrap_or(VaultFault::Unlock(UnlockFault::Lost(Lost::TooManyPins)))
    }

    fn remove(&self, folder: &Folder) -> Result<(), VaultFault> {
        // The key first: whatever stops us after it, what is left cannot be read and is cleared away at the next look.
        folder.forget_key()?;
        if let Ok(entry) = self.entry(folder) {
            let _ = entry.delete_credential();
        }
        self.take_back_marked(folder);
        folder.remove()
    }

    /// The platform's copy of the key goes; without its mark it is never asked for again, even if the platform still has it.
    fn take_back(&self, folder: &Folder) {
        if let Err(error) = self.device.forget_biometrics(folder.id()) {
            tracing::warn!(target: "fl::log", %error, "the platform may still hold a copy of the key");
        }
    }

    /// The same where there is one; a platform that was never given a copy is not asked.
    fn take_back_marked(&self, folder: &Folder) {
        if folder.has_biometrics() {
            let _ = folder.unmark_biometrics();
            self.take_back(folder);
        }
    }

    fn folder(&self) -> Result<Option<Folder>, VaultFault> {
        Folder::find(&self.accounts)
    }

    fn entry(&self, folder: &Folder) -> Result<keyring_core::Entry, VaultFault> {
        self.platform.build(SERVICE, folder.id(), None).map_err(|e| refused(&e))
    }

    fn platform_secret(&self, folder: &Folder) -> Result<Option<PlatformSecret>, VaultFault> {
        match self.entry(folder)?.get_secret() {
            Ok(secret) => Ok(PlatformSecret::from_bytes(secret)),
            Err(keyring_core::Error::NoEntry) => Ok(None),
            Err(error) => Err(refused(&error)),
        }
    }
}

impl OpenAccount {
    /// The account's random name.
    pub(crate) fn name(&self) -> String {
        Folder::at(self.folder.clone()).id().to_owned()
    }

    /// Keeps INN and refresh token for the next start.
    pub(crate) fn keep_session(&self) -> Result<(), VaultFault> {
        let folder = Folder::at(self.folder.clone());
        folder.keep_session(&Seal::of(&self.key, folder.id()), &self.inn, self.refresh.as_ref())
    }
}

fn refused(error: &keyring_core::Error) -> VaultFault {
    tracing::warn!(target: "fl::log", error = error_name(error), "the platform's secure storage refused");
    VaultFault::Platform
}

/// The kind alone: a platform's own text may hold the name of a user.
fn error_name(error: &keyring_core::Error) -> &'static str {
    use keyring_core::Error as E;
    match error {
        E::PlatformFailure(_) => "platform-failure",
        E::NoStorageAccess(_) => "no-access",
        E::NoEntry => "no-entry",
        E::BadEncoding(_) | E::BadDataFormat(..) | E::BadStoreFormat(_) => "bad-format",
        E::TooLong(..) | E::Invalid(..) => "invalid",
        E::Ambiguous(_) => "ambiguous",
        _ => "other",
    }
}
