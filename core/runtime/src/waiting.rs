//! What is waited for before there is an account: a small file, sealed with a secret that the platform holds under a name of
//! its own. Both are there only while something is waited for.

use std::{path::PathBuf, sync::Arc};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use fl_app::Waiting;
use fl_domain::Timestamp;
use keyring_core::{Entry, Error, api::CredentialStore};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::vault::{PlatformSecret, SERVICE, Seal, error_name, read, remove, write_whole};

/// The name of the platform's secret. No account is named so: their names are longer.
const NAME: &str = "waiting";

/// All that is kept.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    pub(crate) waiting: Waiting,
    pub(crate) esia: Option<Begun>,
}

/// A sign-in through Gosuslugi that was begun here: what its end has to fit.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Begun {
    /// Comes back with the redirect.
    pub(crate) state: String,
    /// Proves that whoever brings the code asked for the page (RFC 7636).
    pub(crate) verifier: String,
    /// Where the browser comes back to.
    pub(crate) redirect: String,
    /// By the service's time.
    #[zeroize(skip)]
    pub(crate) at: Timestamp,
}

impl Begun {
    /// `None` if the system has no randomness.
    pub(crate) fn now(redirect: String, at: Timestamp) -> Option<Self> {
        Some(Self { state: random()?, verifier: random()?, redirect, at })
    }

    /// The verifier's S256 (RFC 7636, 4.2).
    pub(crate) fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()))
    }
}

/// 32 random bytes as a text.
fn random() -> Option<String> {
    let mut bytes = Zeroizing::new([0; 32]);
    getrandom::fill(&mut *bytes).ok()?;
    Some(URL_SAFE_NO_PAD.encode(*bytes))
}

/// Nothing could be done; the log has the cause.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotNow;

/// The file and its secret.
pub(crate) struct WaitingFile {
    path: PathBuf,
    platform: Arc<CredentialStore>,
}

impl WaitingFile {
    pub(crate) fn new(path: PathBuf, platform: Arc<CredentialStore>) -> Self {
        Self { path, platform }
    }

    /// A file that nobody can read any more is nothing, and goes.
    pub(crate) fn load(&self) -> Result<Kept, NotNow> {
        let Some(sealed) = read(&self.path).map_err(|e| failed(&e))? else { return Ok(Kept::default()) };
        let kept = self.secret()?.and_then(|secret| {
            let plain = Seal::of_waiting(&secret).open(&sealed)?;
            serde_json::from_slice(&plain).ok()
        });
        if kept.is_none() {
            tracing::warn!(target: "fl::log", "what was waited for cannot be read and is removed");
            self.clear();
        }
        Ok(kept.unwrap_or_default())
    }

    /// Keeps it; of nothing, nothing stays.
    pub(crate) fn save(&self, kept: &Kept) -> Result<(), NotNow> {
        if *kept == Kept::default() {
            if self.path.exists() {
                self.clear();
            }
            return Ok(());
        }
        let secret = match self.secret()? {
            Some(secret) => secret,
            None => self.new_secret()?,
        };
        let plain = serde_json::to_vec(kept).map(Zeroizing::new).map_err(|_| NotNow)?;
        let sealed = Seal::of_waiting(&secret).close(&plain).ok_or(NotNow)?;
        write_whole(&self.path, &sealed).map_err(|e| failed(&e))
    }

    /// Removes both. The secret goes first: after it nobody reads the file, whatever stops us.
    pub(crate) fn clear(&self) {
        match self.entry().map(|entry| entry.delete_credential()) {
            Ok(Err(Error::NoEntry) | Ok(())) | Err(NotNow) => {}
            Ok(Err(error)) => {
                refused(&error);
            }
        }
        if let Err(error) = remove(&self.path) {
            failed(&error);
        }
    }

    fn entry(&self) -> Result<Entry, NotNow> {
        self.platform.build(SERVICE, NAME, None).map_err(|e| refused(&e))
    }

    fn secret(&self) -> Result<Option<PlatformSecret>, NotNow> {
        match self.entry()?.get_secret() {
            Ok(secret) => Ok(PlatformSecret::from_bytes(secret)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(refused(&error)),
        }
    }

    fn new_secret(&self) -> Result<PlatformSecret, NotNow> {
        let secret = PlatformSecret::random().ok_or(NotNow)?;
        self.entry()?.set_secret(secret.as_bytes()).map_err(|e| refused(&e))?;
        Ok(secret)
    }
}

fn failed(error: &std::io::Error) -> NotNow {
    tracing::warn!(target: "fl::log", kind = ?error.kind(), "the file of what is waited for failed");
    NotNow
}

fn refused(error: &Error) -> NotNow {
    let error = error_name(error);
    tracing::warn!(target: "fl::log", error, "the secret of what is waited for was refused");
    NotNow
}

#[cfg(test)]
mod tests {
    use fl_domain::Inn;

    use super::*;
    use crate::{
        platform::NoPlatform,
        secrets::{held_by, run_only_secrets},
    };

    struct Device {
        folder: tempfile::TempDir,
        platform: Arc<CredentialStore>,
    }

    impl Device {
        fn new() -> Self {
            Self { folder: tempfile::tempdir().unwrap(), platform: run_only_secrets() }
        }

        /// As after a restart.
        fn file(&self) -> WaitingFile {
            WaitingFile::new(self.folder.path().join("waiting"), Arc::clone(&self.platform))
        }

        fn has_secret(&self) -> bool {
            self.platform.build("fl-taxes", "waiting", None).unwrap().get_secret().is_ok()
        }

        fn has_file(&self) -> bool {
            self.folder.path().join("waiting").exists()
        }
    }

    fn kept() -> Kept {
        let at: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
        let inn = Inn::made_up(7_700_123_456);
        Kept {
            waiting: Waiting { activation: Some((inn, at)), ..Waiting::default() },
            esia: Begun::now("fltaxes://esia".to_owned(), at),
        }
    }

    #[test]
    fn it_survives_a_restart_sealed() {
        let device = Device::new();
        assert!(device.file().load() == Ok(Kept::default()));
        assert!(!device.has_secret() && !device.has_file(), "nothing is made before something is kept");
        let kept = kept();
        device.file().save(&kept).unwrap();
        assert!(device.file().load() == Ok(kept.clone()));
        let bytes = std::fs::read(device.folder.path().join("waiting")).unwrap();
        let begun = kept.esia.unwrap();
        for needle in ["7700", "fltaxes", &begun.state, &begun.verifier] {
            assert!(!bytes.windows(needle.len()).any(|window| window == needle.as_bytes()));
        }
    }

    #[test]
    fn of_nothing_nothing_stays() {
        let device = Device::new();
        for clear in [true, false] {
            device.file().save(&kept()).unwrap();
            assert!(device.has_secret() && device.has_file());
            if clear {
                device.file().clear();
            } else {
                device.file().save(&Kept::default()).unwrap();
            }
            assert!(!device.has_secret() && !device.has_file());
        }
    }

    #[test]
    fn what_cannot_be_read_is_removed() {
        let device = Device::new();
        device.file().save(&kept()).unwrap();
        let path = device.folder.path().join("waiting");
        let whole = std::fs::read(&path).unwrap();
        let mut changed = whole.clone();
        *changed.last_mut().unwrap() ^= 1;
        for bytes in [changed.as_slice(), &whole[..30], &[]] {
            device.file().save(&kept()).unwrap();
            std::fs::write(&path, bytes).unwrap();
            assert!(device.file().load() == Ok(Kept::default()));
            assert!(!device.has_file() && !device.has_secret());
        }
        // A folder stands in its place.
        device.file().save(&kept()).unwrap();
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir_all(path.join("in it")).unwrap();
        assert!(device.file().load() == Ok(Kept::default()));
        assert!(!device.has_file() && !device.has_secret());
        std::fs::create_dir(&path).unwrap();
        device.file().save(&kept()).unwrap();
        assert!(device.file().load().is_ok_and(|kept| kept.esia.is_some()));
        // The secret is gone: kept for the run only, or the device was reset.
        device.file().save(&kept()).unwrap();
        device.platform.build("fl-taxes", "waiting", None).unwrap().delete_credential().unwrap();
        assert!(device.file().load() == Ok(Kept::default()));
        assert!(!device.has_file());
    }

    #[test]
    fn a_platform_that_refuses_now_takes_nothing_away() {
        let device = Device::new();
        device.file().save(&kept()).unwrap();
        let refusing = WaitingFile::new(device.folder.path().join("waiting"), held_by(Arc::new(NoPlatform)));
        assert!(refusing.load() == Err(NotNow));
        assert!(refusing.save(&kept()) == Err(NotNow));
        assert!(device.file().load().is_ok_and(|kept| kept.esia.is_some()));
    }

    #[test]
    fn the_challenge_is_that_of_the_rfc() {
        // RFC 7636, appendix B.
        let begun = Begun {
            state: String::new(),
            verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".to_owned(),
            redirect: String::new(),
            at: Timestamp::UNIX_EPOCH,
        };
        assert_eq!(begun.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        let (one, other) = (kept().esia.unwrap(), kept().esia.unwrap());
        assert!(one.state != other.state && one.verifier != other.verifier && one.state != one.verifier);
        assert_eq!((one.state.len(), one.verifier.len()), (43, 43));
    }
}
