use std::{
    fs, io,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use fl_app::{Lost, UnlockFault, VaultFault};
use fl_domain::{Inn, Secret};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{
    chain::{Seal, WrappedKey},
    files::write_whole,
};

const KEY: &str = "key.json";
const SESSION: &str = "session";
/// Says that the platform holds a copy of the key.
const BIOMETRICS: &str = "biometrics";

/// The folder of one account, named by a random id.
pub(super) struct Folder {
    path: PathBuf,
    id: String,
}

/// The key file. Attempts stand beside the key they guard, so that neither can be taken back alone.
#[derive(Serialize, Deserialize)]
pub(super) struct Wrapped {
    pub(super) attempts: u32,
    /// `None` once ten wrong PINs destroyed it.
    pub(super) key: Option<WrappedKey>,
}

/// What is sealed in the session file.
#[derive(Serialize, Deserialize)]
struct Session<'a> {
    inn: Inn,
    refresh: Option<std::borrow::Cow<'a, str>>,
}

impl Folder {
    pub(super) fn at(path: PathBuf) -> Self {
        let id = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { path, id }
    }

    /// The account's folder, if there is one.
    pub(super) fn find(accounts: &Path) -> Result<Option<Self>, VaultFault> {
        let entries = match fs::read_dir(accounts) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(broken(&error)),
        };
        let mut found = None;
        for entry in entries {
            let path = entry.map_err(|e| broken(&e))?.path();
            if !path.is_dir() {
                continue;
            }
            if path.join(KEY).exists() {
                found = found.or(Some(Self::at(path)));
            } else {
                // A crash came before its key was written, or after its key was forgotten.
                fs::remove_dir_all(&path).map_err(|e| broken(&e))?;
            }
        }
        Ok(found)
    }

    pub(super) fn create(accounts: &Path) -> Result<Self, VaultFault> {
        let mut id = [0; 16];
        getrandom::fill(&mut id).map_err(|_| VaultFault::Broken)?;
        let path = accounts.join(URL_SAFE_NO_PAD.encode(id));
        fs::create_dir_all(&path).map_err(|e| broken(&e))?;
        Ok(Self::at(path))
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn read(&self) -> Result<Wrapped, VaultFault> {
        let bytes = fs::read(self.path.join(KEY)).map_err(|e| broken(&e))?;
        serde_json::from_slice(&bytes).map_err(|_| VaultFault::Unlock(UnlockFault::Lost(Lost::KeyFile)))
    }

    pub(super) fn write(&self, wrapped: &Wrapped) -> Result<(), VaultFault> {
        let bytes = serde_json::to_vec(wrapped).map_err(|_| VaultFault::Broken)?;
        write_whole(&self.path.join(KEY), &bytes).map_err(|e| broken(&e))
    }

    pub(super) fn forget_key(&self) -> Result<(), VaultFault> {
        match fs::remove_file(self.path.join(KEY)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(broken(&error)),
            _ => Ok(()),
        }
    }

    pub(super) fn has_biometrics(&self) -> bool {
        self.path.join(BIOMETRICS).exists()
    }

    pub(super) fn mark_biometrics(&self) -> Result<(), VaultFault> {
        write_whole(&self.path.join(BIOMETRICS), &[]).map_err(|e| broken(&e))
    }

    pub(super) fn unmark_biometrics(&self) -> Result<(), VaultFault> {
        match fs::remove_file(self.path.join(BIOMETRICS)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(broken(&error)),
            _ => Ok(()),
        }
    }

    pub(super) fn remove(&self) -> Result<(), VaultFault> {
        fs::remove_dir_all(&self.path).map_err(|e| broken(&e))
    }

    pub(super) fn keep_session(
        &self,
        seal: &Seal,
        inn: &Inn,
        refresh: Option<&Secret>,
    ) -> Result<(), VaultFault> {
        let session = Session { inn: inn.clone(), refresh: refresh.map(|token| token.expose().into()) };
        let plain = serde_json::to_vec(&session).map(Zeroizing::new).map_err(|_| VaultFault::Broken)?;
        let sealed = seal.close(&plain).ok_or(VaultFault::Broken)?;
        write_whole(&self.path.join(SESSION), &sealed).map_err(|e| broken(&e))
    }

    /// Whose account it is, and the refresh token kept. Without a readable file nobody can say whose it is.
    pub(super) fn session(&self, seal: &Seal) -> Result<(Inn, Option<Secret>), VaultFault> {
        let lost = VaultFault::Unlock(UnlockFault::Lost(Lost::KeyFile));
        let sealed = match fs::read(self.path.join(SESSION)) {
            Ok(sealed) => sealed,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(lost),
            Err(error) => return Err(broken(&error)),
        };
        let plain = seal.open(&sealed).ok_or(lost)?;
        let session: Session<'_> = serde_json::from_slice(&plain).map_err(|_| lost)?;
        Ok((session.inn, session.refresh.map(Secret::new)))
    }
}

/// What the file system refused, named by what a person can do about it.
pub(super) fn broken(error: &io::Error) -> VaultFault {
    tracing::warn!(target: "fl::log", kind = ?error.kind(), "the account's folder failed");
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => VaultFault::DiskFull,
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::NotADirectory => VaultFault::ReadOnly,
        _ => VaultFault::Broken,
    }
}
