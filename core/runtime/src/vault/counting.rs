//! Counting attempts at a PIN: by files, and in folders of an earlier version in the key file until they have those.

use fl_app::VaultFault;

use super::{
    ATTEMPTS,
    chain::{PlatformSecret, WrappedKey},
    folder::{Folder, Wrapped, broken},
    tries::Tries,
};

/// The attempts at one account.
pub(super) struct Count<'a> {
    folder: &'a Folder,
    wrapped: Wrapped,
    tries: Tries,
}

impl<'a> Count<'a> {
    pub(super) fn of(
        folder: &'a Folder,
        wrapped: Wrapped,
        platform: &PlatformSecret,
    ) -> Result<Self, VaultFault> {
        let tries = Tries::of(folder, platform).ok_or(VaultFault::Broken)?;
        Ok(Self { folder, wrapped, tries })
    }

    /// How many were spent since the last right PIN.
    pub(super) fn spent(&self) -> u32 {
        if self.is_by_files() {
            self.wrapped.attempts.max(ATTEMPTS - self.tries.left())
        } else {
            self.wrapped.attempts
        }
    }

    fn is_by_files(&self) -> bool {
        self.has_changed_over() || self.tries.are_there()
    }

    /// A key gets its mark no sooner than its attempts their files: taking the word for it back is not enough.
    fn has_changed_over(&self) -> bool {
        self.wrapped.tries || self.wrapped.key.as_ref().is_some_and(WrappedKey::is_marked)
    }

    /// One attempt is on disk from now on; without that none is made.
    pub(super) fn spend(&mut self) -> Result<(), VaultFault> {
        self.change_over();
        if self.is_by_files() {
            return self.tries.spend().map_err(|e| broken(&e));
        }
        self.wrapped.attempts += 1;
        self.folder.write(&self.wrapped)
    }

    /// A folder of an earlier version gets its files. Where there is room for none, the key file goes on counting.
    fn change_over(&mut self) {
        if self.has_changed_over() {
            return;
        }
        if let Err(error) = self.tries.make(ATTEMPTS.saturating_sub(self.wrapped.attempts)) {
            broken(&error);
            return;
        }
        self.wrapped.tries = true;
        // From then on what is missing is spent. Until it can be said, the files that are there count all the same.
        let _ = self.folder.write(&self.wrapped);
    }

    /// The PIN was right: all are given back, and what an earlier version did not keep beside the key is kept now. What there is no
    /// room for costs attempts at the next start, and nothing now.
    pub(super) fn give_back(mut self, key: &WrappedKey, platform: &PlatformSecret, person: Option<String>) {
        if self.is_by_files()
            && let Err(error) = self.tries.give_back()
        {
            broken(&error);
        }
        let (tries, mut key) = (self.has_changed_over(), key.clone());
        if tries {
            key = key.marked(platform, self.folder.id());
        }
        let whole = Wrapped { attempts: 0, tries, person, key: Some(key) };
        if whole != self.wrapped {
            self.wrapped = whole;
            let _ = self.folder.write(&self.wrapped);
        }
    }
}

/// The files that count attempts at a new account.
pub(super) fn make_tries(folder: &Folder, platform: &PlatformSecret) -> Result<(), VaultFault> {
    Tries::of(folder, platform).ok_or(VaultFault::Broken)?.make(ATTEMPTS).map_err(|e| broken(&e))
}
