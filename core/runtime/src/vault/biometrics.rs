//! The platform's copy of the data key, which a finger or a face gives back. A mark in the folder says that there is one.

use fl_app::{AccountId, Lost, PlatformFault, UnlockFault, VaultFault};
use fl_store::DataKey;
use zeroize::Zeroizing;

use super::{
    OpenAccount, Vault,
    folder::{Folder, Wrapped},
    own,
    seal::Seal,
    whose::{said, whose},
};

impl Vault {
    /// Under which name the platform holds the copy.
    pub(crate) fn biometrics_name(&self, id: &AccountId) -> Result<String, VaultFault> {
        Ok(self.marked(id)?.id().to_owned())
    }

    /// The platform holds a copy from now on; one that cannot be marked is taken back.
    pub(crate) fn biometrics_kept(&self, id: &AccountId) -> Result<(), VaultFault> {
        let folder = self.folder(id)?;
        folder.mark_biometrics().inspect_err(|_| self.take_back(&folder))
    }

    /// And no longer.
    pub(crate) fn forget_biometrics(&self, id: &AccountId) -> Result<(), VaultFault> {
        let folder = self.folder(id)?;
        folder.unmark_biometrics()?;
        self.take_back(&folder);
        Ok(())
    }

    /// Opens the account with the copy the platform gave back. PIN attempts stay as they were; an account whose key ten wrong
    /// PINs destroyed stays closed.
    pub(crate) fn unlock_with_key(&self, id: &AccountId, key: Vec<u8>) -> Result<OpenAccount, VaultFault> {
        let key = Zeroizing::new(key);
        let folder = self.marked(id)?;
        let Wrapped { key: Some(_), person, .. } = folder.read()? else {
            return Err(VaultFault::Unlock(UnlockFault::Lost(Lost::TooManyPins)));
        };
        let failed = VaultFault::Biometrics(PlatformFault::Failed);
        let key = DataKey::from_bytes(<[u8; 32]>::try_from(key.as_slice()).map_err(|_| failed)?);
        // Another key than this account's opens nothing: the PIN is the way, and the copy is no good.
        let is_its_key = person.as_deref().is_some_and(|sealed| said(&folder, &key, sealed).is_some())
            || folder.session(&Seal::of_session(&key, folder.id())).is_some();
        if !is_its_key {
            return Err(failed);
        }
        let found = whose(&folder, &key, person);
        let (inn, refresh) = (found.inn.ok_or(failed)?, found.refresh);
        self.used_now(&folder);
        if let Ok(Some(platform)) = self.platform_secret(&folder) {
            own(&folder, &platform, &inn);
        }
        Ok(OpenAccount { key, folder: folder.path().to_owned(), inn, refresh })
    }

    fn marked(&self, id: &AccountId) -> Result<Folder, VaultFault> {
        let folder = self.folder(id)?;
        if folder.has_biometrics() {
            Ok(folder)
        } else {
            Err(VaultFault::Biometrics(PlatformFault::Unavailable))
        }
    }
}
