//! Making an account, and what it takes the place of.

use std::sync::PoisonError;

use fl_app::{AccountId, AccountState, VaultFault};
use fl_domain::{Inn, Secret};
use fl_store::DataKey;

use super::{
    OpenAccount, Vault,
    chain::{self, PlatformSecret, WrappedKey},
    counting::make_tries,
    folder::{Folder, Wrapped},
    refused,
    seal::OwnerTag,
    sealed_person,
};

impl Vault {
    /// Makes an account beside those that are there. It exists once its key file is written, which happens last; of one that
    /// could not be made nothing stays.
    pub(crate) fn create(
        &self,
        inn: Inn,
        pin: &Secret,
        refresh: Option<Secret>,
    ) -> Result<OpenAccount, VaultFault> {
        // What takes long comes first: a folder without a key lives as short as can be.
        let folder = Folder::named_anew(&self.accounts)?;
        let platform = PlatformSecret::random().ok_or(VaultFault::Broken)?;
        let key = DataKey::random().map_err(|_| VaultFault::Broken)?;
        let wrapped = chain::wrap(&key, pin, &platform, folder.id()).ok_or(VaultFault::Broken)?;
        let open = OpenAccount { key, folder: folder.path().to_owned(), inn, refresh };
        let _being_made = BeingMade::start(self, &folder);
        if let Err(fault) = self.write_down(&folder, &open, &platform, wrapped) {
            let _ = self.remove(&folder);
            return Err(fault);
        }
        Ok(open)
    }

    fn write_down(
        &self,
        folder: &Folder,
        open: &OpenAccount,
        platform: &PlatformSecret,
        wrapped: WrappedKey,
    ) -> Result<(), VaultFault> {
        folder.create()?;
        self.entry(folder)?.set_secret(platform.as_bytes()).map_err(|e| refused(&e))?;
        open.session_file().keep(open.refresh.as_ref())?;
        let tag = OwnerTag::of(platform, folder.id(), &open.inn).bytes().ok_or(VaultFault::Broken)?;
        folder.keep_owner(&tag)?;
        self.used_now(folder);
        make_tries(folder, platform)?;
        let person = sealed_person(folder, &open.key, &open.inn);
        folder.write(&Wrapped { attempts: 0, tries: true, person, key: Some(wrapped) })
    }

    /// Removes what the new account takes the place of: another of the same person, and those whose key is gone. What cannot
    /// be removed now stays until the next account is made.
    pub(crate) fn replace(&self, id: &AccountId, inn: &Inn) {
        for folder in self.folders().unwrap_or_default() {
            if folder.id() == id.0 || !self.is_replaced(&folder, inn) {
                continue;
            }
            if self.remove(&folder).is_err() {
                tracing::warn!(target: "fl::log", "an account that was replaced could not be removed");
            }
        }
    }

    /// An account that cannot be looked at now is nobody's to remove.
    fn is_replaced(&self, folder: &Folder, inn: &Inn) -> bool {
        match self.describe(folder).map(|account| account.state) {
            Ok(AccountState::Lost(_)) => true,
            Ok(AccountState::Locked(_)) => {
                let (tag, platform) = (folder.owner(), self.platform_secret(folder));
                let (Ok(Some(tag)), Ok(Some(platform))) = (tag, platform) else { return false };
                OwnerTag::of(&platform, folder.id(), inn).is(&tag)
            }
            Err(_) => false,
        }
    }

    /// Removes an account that was made and did not open.
    pub(crate) fn discard(&self, id: &AccountId) -> Result<(), VaultFault> {
        self.remove(&Folder::at(self.accounts.join(&id.0)))
    }

    pub(super) fn is_being_made(&self, folder: &Folder) -> bool {
        self.making.lock().unwrap_or_else(PoisonError::into_inner).contains(folder.id())
    }
}

/// A folder that is being made, until this is dropped.
struct BeingMade<'a>(&'a Vault, String);

impl<'a> BeingMade<'a> {
    fn start(vault: &'a Vault, folder: &Folder) -> Self {
        let id = folder.id().to_owned();
        vault.making.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone());
        Self(vault, id)
    }
}

impl Drop for BeingMade<'_> {
    fn drop(&mut self) {
        self.0.making.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.1);
    }
}
