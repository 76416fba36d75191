//! Removing accounts, wholly or but for the traces of ten wrong PINs.

use fl_app::{AccountId, Lost, UnlockFault, VaultFault};

use super::{
    ATTEMPTS, Vault,
    folder::{Folder, Wrapped},
};

impl Vault {
    /// Removes an account from the device; one that is not there is removed already.
    pub(crate) fn wipe(&self, id: &AccountId) -> Result<(), VaultFault> {
        match self.folder(id) {
            Ok(folder) => self.remove(&folder),
            Err(VaultFault::Nothing) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// The tenth wrong PIN: the wrapped key goes, and the platform's secret with it.
    pub(super) fn destroy(&self, folder: &Folder) -> VaultFault {
        // Where there is no room to write that, the attempts that are gone say it, and without the secret the key is nothing.
        let _ = folder.write(&Wrapped { attempts: ATTEMPTS, tries: true, person: None, key: None });
        self.forget_secret(folder);
        self.take_back_marked(folder);
        VaultFault::Unlock(UnlockFault::Lost(Lost::TooManyPins))
    }

    pub(super) fn remove(&self, folder: &Folder) -> Result<(), VaultFault> {
        // The key first: whatever stops us after it, what is left cannot be read and is cleared away at the next look.
        folder.forget_key()?;
        self.forget_secret(folder);
        self.take_back_marked(folder);
        folder.remove()
    }

    /// A crash came before its key was written, or after its key was forgotten: nothing in it was acknowledged. What cannot be
    /// cleared away now stands in nobody's way.
    pub(super) fn clear_away(&self, leftover: &Folder) {
        // It may have been finished since it was looked at.
        if self.is_being_made(leftover) || leftover.is_whole() {
            return;
        }
        self.forget_secret(leftover);
        self.take_back_marked(leftover);
        let _ = leftover.remove();
    }

    fn forget_secret(&self, folder: &Folder) {
        if let Ok(entry) = self.entry(folder) {
            let _ = entry.delete_credential();
        }
    }

    /// The platform's copy of the key goes; without its mark it is never asked for again, even if the platform still has it.
    pub(super) fn take_back(&self, folder: &Folder) {
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
}
