use std::{
    fs, io,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use fl_app::{Lost, Sizes, UnlockFault, VaultFault};
use fl_domain::{Inn, Secret};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{
    ATTEMPTS,
    chain::WrappedKey,
    files::{read, remove, write_whole},
    seal::Seal,
    tries::Tries,
};

const KEY: &str = "key.json";
const SESSION: &str = "session";
/// Says that the platform holds a copy of the key.
const BIOMETRICS: &str = "biometrics";
/// Says whose it is to whoever knows it already.
const OWNER: &str = "owner";
/// What its owner calls it, sealed.
const NAME: &str = "name";
/// How late it was used last: a number, larger than those of the accounts used before.
const USED: &str = "used";

/// The folder of one account, named by a random id.
pub(super) struct Folder {
    path: PathBuf,
    id: String,
}

/// The key file, and what goes with the key: without it the rest is worth nothing, and with it there is all that it takes to open
/// the account, whatever becomes of the other small files.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Wrapped {
    /// As an earlier version counted; at the end all of them, so that the file says why there is no key.
    pub(super) attempts: u32,
    /// They are counted by files, and one that is not there is spent ([`Tries`]).
    #[serde(default)]
    pub(super) tries: bool,
    /// Whose account it is, sealed under the data key. Files of an earlier version do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) person: Option<String>,
    /// `None` once ten wrong PINs destroyed it.
    pub(super) key: Option<WrappedKey>,
}

/// What is sealed in the session file.
#[derive(Serialize, Deserialize)]
struct Session<'a> {
    inn: Inn,
    refresh: Option<std::borrow::Cow<'a, str>>,
}

/// What the files in a folder take.
fn bytes_in(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.metadata().ok()).map(|known| known.len()).sum()
}

impl Folder {
    pub(super) fn at(path: PathBuf) -> Self {
        let id = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { path, id }
    }

    /// All that are there; each says by [`Folder::is_whole`] whether it is an account.
    pub(super) fn all(accounts: &Path) -> Result<Vec<Self>, VaultFault> {
        let entries = match fs::read_dir(accounts) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(broken(&error)),
        };
        let mut found = Vec::new();
        for entry in entries {
            let path = entry.map_err(|e| broken(&e))?.path();
            if path.is_dir() {
                found.push(Self::at(path));
            }
        }
        Ok(found)
    }

    /// Names one; it is not there yet.
    pub(super) fn named_anew(accounts: &Path) -> Result<Self, VaultFault> {
        let mut id = [0; 16];
        getrandom::fill(&mut id).map_err(|_| VaultFault::Broken)?;
        Ok(Self::at(accounts.join(URL_SAFE_NO_PAD.encode(id))))
    }

    pub(super) fn create(&self) -> Result<(), VaultFault> {
        fs::create_dir_all(&self.path).map_err(|e| broken(&e))
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Its key was written, so it is an account; else a crash came before that, or after its key was forgotten.
    /// What cannot be looked at now may well be there: nothing is cleared away for it.
    pub(super) fn is_whole(&self) -> bool {
        let found = self.path.join(KEY).symlink_metadata();
        !found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    }

    pub(super) fn read(&self) -> Result<Wrapped, VaultFault> {
        let lost = VaultFault::Unlock(UnlockFault::Lost(Lost::KeyFile));
        let bytes = self.file(KEY)?.ok_or(lost)?;
        let wrapped: Wrapped = serde_json::from_slice(&bytes).map_err(|_| lost)?;
        // A key goes with the last attempt and not before.
        if wrapped.key.is_none() && wrapped.attempts < ATTEMPTS { Err(lost) } else { Ok(wrapped) }
    }

    pub(super) fn write(&self, wrapped: &Wrapped) -> Result<(), VaultFault> {
        let bytes = serde_json::to_vec(wrapped).map_err(|_| VaultFault::Broken)?;
        self.keep(KEY, &bytes)
    }

    pub(super) fn forget_key(&self) -> Result<(), VaultFault> {
        self.forget(KEY)
    }

    pub(super) fn has_biometrics(&self) -> bool {
        self.path.join(BIOMETRICS).exists()
    }

    pub(super) fn mark_biometrics(&self) -> Result<(), VaultFault> {
        self.keep(BIOMETRICS, &[])
    }

    pub(super) fn unmark_biometrics(&self) -> Result<(), VaultFault> {
        self.forget(BIOMETRICS)
    }

    pub(super) fn owner(&self) -> Result<Option<Vec<u8>>, VaultFault> {
        self.file(OWNER)
    }

    pub(super) fn keep_owner(&self, tag: &[u8]) -> Result<(), VaultFault> {
        self.keep(OWNER, tag)
    }

    pub(super) fn has_name(&self) -> bool {
        self.path.join(NAME).exists()
    }

    /// `None` for no name, and for one that was changed or belongs to another folder.
    pub(super) fn name(&self, seal: &Seal) -> Result<Option<String>, VaultFault> {
        let plain = self.file(NAME)?.and_then(|sealed| seal.open(&sealed));
        Ok(plain.and_then(|plain| String::from_utf8(plain.to_vec()).ok()))
    }

    pub(super) fn keep_name(&self, seal: &Seal, name: &str) -> Result<(), VaultFault> {
        self.keep(NAME, &seal.close(name.as_bytes()).ok_or(VaultFault::Broken)?)
    }

    pub(super) fn forget_name(&self) -> Result<(), VaultFault> {
        self.forget(NAME)
    }

    /// Zero where nothing readable is: then it counts as used before all others.
    pub(super) fn used(&self) -> u64 {
        let text = fs::read_to_string(self.path.join(USED)).unwrap_or_default();
        text.trim().parse().unwrap_or(0)
    }

    pub(super) fn keep_used(&self, number: u64) -> Result<(), VaultFault> {
        self.keep(USED, number.to_string().as_bytes())
    }

    pub(super) fn sizes(&self) -> Result<Sizes, VaultFault> {
        let mut sizes = Sizes::default();
        for entry in fs::read_dir(&self.path).map_err(|e| broken(&e))? {
            let entry = entry.map_err(|e| broken(&e))?;
            // A file that went meanwhile takes no room.
            let Ok(known) = entry.metadata() else { continue };
            let bytes = if known.is_dir() { bytes_in(&entry.path()) } else { known.len() };
            match entry.file_name().to_str() {
                Some(KEY | SESSION | BIOMETRICS | OWNER | NAME | USED) => sizes.keys += bytes,
                Some(name) if Tries::is_one(name) => sizes.keys += bytes,
                _ => sizes.cache += bytes,
            }
        }
        Ok(sizes)
    }

    pub(super) fn remove(&self) -> Result<(), VaultFault> {
        match fs::remove_dir_all(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(broken(&error)),
            _ => Ok(()),
        }
    }

    pub(super) fn keep_session(
        &self,
        seal: &Seal,
        inn: &Inn,
        refresh: Option<&Secret>,
    ) -> Result<(), VaultFault> {
        let session = Session { inn: inn.clone(), refresh: refresh.map(|token| token.expose().into()) };
        let plain = serde_json::to_vec(&session).map(Zeroizing::new).map_err(|_| VaultFault::Broken)?;
        self.keep(SESSION, &seal.close(&plain).ok_or(VaultFault::Broken)?)
    }

    /// Whose account it is, and the refresh token kept. `None` where nothing readable is, whatever stands in its place: that costs
    /// a password when the service is needed, and nothing before.
    pub(super) fn session(&self, seal: &Seal) -> Option<(Inn, Option<Secret>)> {
        let plain = self.file(SESSION).ok()?.and_then(|sealed| seal.open(&sealed))?;
        let session: Session<'_> = serde_json::from_slice(&plain).ok()?;
        Some((session.inn, session.refresh.map(Secret::new)))
    }

    fn file(&self, name: &str) -> Result<Option<Vec<u8>>, VaultFault> {
        read(&self.path.join(name)).map_err(|e| broken(&e))
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), VaultFault> {
        write_whole(&self.path.join(name), bytes).map_err(|e| broken(&e))
    }

    fn forget(&self, name: &str) -> Result<(), VaultFault> {
        remove(&self.path.join(name)).map_err(|e| broken(&e))
    }
}

/// What the file system refused, named by what a person can do about it.
pub(super) fn broken(error: &io::Error) -> VaultFault {
    tracing::warn!(target: "fl::log", kind = ?error.kind(), "the account's folder failed");
    match error.kind() {
        // A file may also be as large as this process may make one.
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            VaultFault::DiskFull
        }
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::NotADirectory => VaultFault::ReadOnly,
        _ => VaultFault::Broken,
    }
}
