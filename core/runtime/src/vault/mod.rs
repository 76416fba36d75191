//! Accounts on this device: their folders, keys, PIN and session.
//!
//! Key chain: a random data key, wrapped by a key from HKDF-SHA-256 over a platform-held secret and
//! Argon2id(PIN; 64 MiB, 3 passes). Ten wrong PINs destroy the wrapped key, and an attempt is counted on disk before it
//! is tried. The INN and the refresh token are sealed under the data key. Every account has a folder, a platform secret and a
//! data key of its own; nothing of one opens anything of another.

mod biometrics;
mod chain;
mod counting;
mod files;
mod folder;
mod making;
mod name;
mod removing;
mod seal;
mod tries;
mod whose;

#[cfg(test)]
mod tests;

use std::{
    collections::HashSet,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use fl_app::{
    AccountId, AccountState, DeviceAccount, LockedAccount, Lost, Sizes, UnlockFault, VaultFault, VaultStatus,
};
use fl_domain::{Inn, Secret};
use fl_store::DataKey;
use keyring_core::{CredentialPersistence, api::CredentialStore};

use crate::platform::Platform;

pub(crate) use chain::PlatformSecret;
use counting::Count;
pub(crate) use files::{read, remove, write_whole};
use folder::Folder;
use seal::OwnerTag;
pub(crate) use seal::Seal;
use tries::Tries;
use whose::{sealed_person, whose};

/// The name under which the platform holds our secrets.
pub(crate) const SERVICE: &str = "fl-taxes";
/// Wrong PINs until the wrapped key is destroyed.
pub(crate) const ATTEMPTS: u32 = 10;

/// All accounts of this device; one of them at a time is open.
pub(crate) struct Vault {
    accounts: PathBuf,
    platform: Arc<CredentialStore>,
    device: Arc<dyn Platform>,
    /// Folders that are being made: no key is in them yet, and nobody clears them away.
    making: Mutex<HashSet<String>>,
}

/// An account whose key is in memory.
pub(crate) struct OpenAccount {
    pub(crate) key: DataKey,
    pub(crate) folder: PathBuf,
    pub(crate) inn: Inn,
    pub(crate) refresh: Option<Secret>,
}

/// What else is known of an account that opened.
pub(crate) struct Facts {
    pub(crate) name: Option<String>,
    /// So many are on this device.
    pub(crate) accounts: u32,
    pub(crate) biometrics_kept: bool,
}

impl Vault {
    pub(crate) fn new(
        data: &std::path::Path,
        platform: Arc<CredentialStore>,
        device: Arc<dyn Platform>,
    ) -> Self {
        Self { accounts: data.join("accounts"), platform, device, making: Mutex::default() }
    }

    /// The platform forgets its secrets when this process ends.
    pub(crate) fn is_for_this_run_only(&self) -> bool {
        matches!(
            self.platform.persistence(),
            CredentialPersistence::ProcessOnly | CredentialPersistence::EntryOnly
        )
    }

    /// What is on this device, the account used last first. One that cannot be looked at hides none of the others.
    pub(crate) fn look(&self) -> Result<VaultStatus, VaultFault> {
        let folders = self.folders()?;
        if folders.is_empty() {
            return Ok(VaultStatus::Empty);
        }
        let (mut accounts, mut failed) = (Vec::with_capacity(folders.len()), None);
        for folder in &folders {
            match self.describe(folder) {
                Ok(account) => accounts.push(account),
                Err(fault) => failed = failed.or(Some(fault)),
            }
        }
        match failed {
            Some(fault) if accounts.is_empty() => Err(fault),
            _ => Ok(VaultStatus::Accounts(accounts)),
        }
    }

    fn describe(&self, folder: &Folder) -> Result<DeviceAccount, VaultFault> {
        let account = |name, state| DeviceAccount { id: AccountId(folder.id().to_owned()), name, state };
        let lost = |lost| Ok(account(None, AccountState::Lost(lost)));
        let wrapped = match folder.read() {
            Ok(wrapped) => wrapped,
            Err(VaultFault::Unlock(UnlockFault::Lost(why))) => return lost(why),
            Err(fault) => return Err(fault),
        };
        let Some(key) = wrapped.key.clone() else { return lost(Lost::TooManyPins) };
        let Some(platform) = self.platform_secret(folder)? else { return lost(without_secret(folder)) };
        if !key.is_whole(&platform, folder.id()) {
            return lost(Lost::KeyFile);
        }
        let spent = Count::of(folder, wrapped, &platform)?.spent();
        if spent >= ATTEMPTS {
            return lost(Lost::TooManyPins);
        }
        let state = AccountState::Locked(LockedAccount {
            attempts_left: ATTEMPTS - spent,
            biometrics: folder.has_biometrics(),
        });
        // A name that cannot be read hides nothing but itself.
        Ok(account(folder.name(&Seal::of_name(&platform, folder.id())).unwrap_or_default(), state))
    }

    /// Opens an account. The attempt is on disk before the PIN is tried, so that pulling the plug spends it too. Nothing else has to
    /// be written: what there is no room for is said in the log and kept the next time.
    pub(crate) fn unlock(&self, id: &AccountId, pin: &Secret) -> Result<OpenAccount, VaultFault> {
        let folder = self.folder(id)?;
        let wrapped = folder.read()?;
        let lost = |lost| VaultFault::Unlock(UnlockFault::Lost(lost));
        let Some(sealed) = wrapped.key.clone() else { return Err(lost(Lost::TooManyPins)) };
        let platform = self.platform_secret(&folder)?.ok_or(lost(without_secret(&folder)))?;
        let person = wrapped.person.clone();
        let mut count = Count::of(&folder, wrapped, &platform)?;
        if count.spent() >= ATTEMPTS {
            return Err(self.destroy(&folder));
        }
        // No PIN opens it, and none is tried on it.
        if !sealed.is_whole(&platform, folder.id()) {
            return Err(lost(Lost::KeyFile));
        }
        count.spend()?;
        match chain::unwrap(&sealed, pin, &platform, folder.id()) {
            chain::Unwrapped::Key(key) => {
                let found = whose(&folder, &key, person);
                count.give_back(&sealed, &platform, found.person);
                // Without anybody's number there is nobody to sign in as.
                let (inn, refresh) = (found.inn.ok_or(lost(Lost::KeyFile))?, found.refresh);
                self.used_now(&folder);
                own(&folder, &platform, &inn);
                Ok(OpenAccount { key, folder: folder.path().to_owned(), inn, refresh })
            }
            chain::Unwrapped::WrongPin if count.spent() >= ATTEMPTS => Err(self.destroy(&folder)),
            chain::Unwrapped::WrongPin => Err(VaultFault::Unlock(UnlockFault::WrongPin {
                attempts_left: ATTEMPTS.saturating_sub(count.spent()),
            })),
            chain::Unwrapped::Unusable => Err(lost(Lost::KeyFile)),
        }
    }

    /// What else is known of an account that opened. Its name is no reason to keep it closed.
    pub(crate) fn facts(&self, id: &AccountId) -> Result<Facts, VaultFault> {
        let folder = self.folder(id)?;
        Ok(Facts {
            name: self.name(&folder).unwrap_or_default(),
            accounts: self.count()?,
            biometrics_kept: folder.has_biometrics(),
        })
    }

    /// So many are on this device.
    pub(crate) fn count(&self) -> Result<u32, VaultFault> {
        Ok(u32::try_from(self.folders()?.len()).unwrap_or(u32::MAX))
    }

    /// How much of an account is stored.
    pub(crate) fn measure(&self, id: &AccountId) -> Result<Sizes, VaultFault> {
        self.folder(id)?.sizes()
    }

    /// It becomes the one used last. An order that cannot be kept costs a choice at the next start, no more.
    fn used_now(&self, folder: &Folder) {
        let others = self.folders().unwrap_or_default();
        let last =
            others.iter().filter(|other| other.id() != folder.id()).map(Folder::used).max().unwrap_or(0);
        if folder.used() <= last && folder.keep_used(last.saturating_add(1)).is_err() {
            tracing::warn!(target: "fl::log", "which account was used last could not be kept");
        }
    }

    /// All accounts, the one used last first.
    fn folders(&self) -> Result<Vec<Folder>, VaultFault> {
        let (mut accounts, leftovers): (Vec<_>, Vec<_>) =
            Folder::all(&self.accounts)?.into_iter().partition(Folder::is_whole);
        for leftover in leftovers {
            self.clear_away(&leftover);
        }
        accounts.sort_by_cached_key(|folder| (std::cmp::Reverse(folder.used()), folder.id().to_owned()));
        Ok(accounts)
    }

    /// One of those that are there, so that no name leads anywhere else.
    fn folder(&self, id: &AccountId) -> Result<Folder, VaultFault> {
        self.folders()?.into_iter().find(|folder| folder.id() == id.0).ok_or(VaultFault::Nothing)
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
    pub(crate) fn id(&self) -> AccountId {
        AccountId(Folder::at(self.folder.clone()).id().to_owned())
    }

    /// What keeps INN and refresh token for the next start; it knows neither the PIN nor the key of the cache.
    pub(crate) fn session_file(&self) -> SessionFile {
        let folder = Folder::at(self.folder.clone());
        SessionFile { seal: Seal::of_session(&self.key, folder.id()), folder, inn: self.inn.clone() }
    }
}

/// Where the session of one account is kept.
pub(crate) struct SessionFile {
    folder: Folder,
    seal: Seal,
    inn: Inn,
}

impl SessionFile {
    pub(crate) fn keep(&self, refresh: Option<&Secret>) -> Result<(), VaultFault> {
        self.folder.keep_session(&self.seal, &self.inn, refresh)
    }

    /// The same for an account that is not open any more and may have been removed since.
    pub(crate) fn keep_if_there(&self, refresh: Option<&Secret>) -> Result<(), VaultFault> {
        if self.folder.is_whole() { self.keep(refresh) } else { Ok(()) }
    }
}

/// Why nothing opens where the platform's secret is gone: it goes with the last attempt too.
fn without_secret(folder: &Folder) -> Lost {
    if Tries::are_spent(folder) { Lost::TooManyPins } else { Lost::PlatformSecret }
}

/// Accounts made before there were tags get theirs, and those whose tag was changed have it again.
fn own(folder: &Folder, platform: &PlatformSecret, inn: &Inn) {
    let own = OwnerTag::of(platform, folder.id(), inn);
    let is_there = folder.owner().is_ok_and(|tag| tag.is_some_and(|tag| own.is(&tag)));
    if !is_there
        && let Some(tag) = own.bytes()
        && folder.keep_owner(&tag).is_err()
    {
        tracing::warn!(target: "fl::log", "whose account it is could not be kept");
    }
}

fn refused(error: &keyring_core::Error) -> VaultFault {
    tracing::warn!(target: "fl::log", error = error_name(error), "the platform's secure storage refused");
    VaultFault::Platform
}

/// The kind alone: a platform's own text may hold the name of a user.
pub(crate) fn error_name(error: &keyring_core::Error) -> &'static str {
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
