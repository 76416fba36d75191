mod counting;
#[cfg(target_os = "linux")]
mod full_disk;
mod several;
mod small_files;

use std::{fs, path::Path, sync::Arc};

use fl_app::{AccountId, AccountState, LockedAccount, Lost, UnlockFault, VaultFault, VaultStatus};
use fl_domain::{Inn, Secret};
use keyring_core::api::CredentialStore;

use super::{ATTEMPTS, OpenAccount, Vault, write_whole};
use crate::{platform::NoPlatform, secrets::run_only_secrets};

struct Device {
    folder: tempfile::TempDir,
    platform: Arc<CredentialStore>,
}

impl Device {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), platform: run_only_secrets() }
    }

    /// As after a restart of the app.
    fn vault(&self) -> Vault {
        Vault::new(self.folder.path(), Arc::clone(&self.platform), Arc::new(NoPlatform))
    }

    fn with_account() -> (Self, OpenAccount) {
        let device = Self::new();
        let account = device.vault().create(inn(), &pin(), Some("refresh-1".into())).ok().unwrap();
        (device, account)
    }

    fn account_folder(&self) -> std::path::PathBuf {
        fs::read_dir(self.folder.path().join("accounts")).unwrap().next().unwrap().unwrap().path()
    }
}

/// Of a device with one account.
trait Only {
    fn id(&self) -> AccountId;
    fn state(&self) -> AccountState;
    fn open(&self, pin: &str) -> Result<OpenAccount, VaultFault>;
}

impl Only for Vault {
    fn id(&self) -> AccountId {
        let Ok(VaultStatus::Accounts(accounts)) = self.look() else { panic!("an account") };
        accounts[0].id.clone()
    }

    fn state(&self) -> AccountState {
        let Ok(VaultStatus::Accounts(accounts)) = self.look() else { panic!("an account") };
        assert_eq!(accounts.len(), 1);
        accounts[0].state
    }

    fn open(&self, pin: &str) -> Result<OpenAccount, VaultFault> {
        self.unlock(&self.id(), &pin.into())
    }
}

fn locked(attempts_left: u32) -> AccountState {
    AccountState::Locked(LockedAccount { attempts_left, biometrics: false })
}

fn inn() -> Inn {
    Inn::made_up(7_700_123_456)
}

const PIN: &str = "135790";

fn pin() -> Secret {
    PIN.into()
}

fn fault(result: Result<OpenAccount, VaultFault>) -> VaultFault {
    result.err().expect("it must not open")
}

fn lost(lost: Lost) -> VaultFault {
    VaultFault::Unlock(UnlockFault::Lost(lost))
}

#[test]
fn an_account_opens_with_its_pin_after_a_restart() {
    let device = Device::new();
    assert_eq!(device.vault().look(), Ok(VaultStatus::Empty));
    let made = device.vault().create(inn(), &pin(), Some("refresh-1".into())).ok().unwrap();
    assert_eq!(device.vault().state(), locked(ATTEMPTS));
    let opened = device.vault().open(PIN).ok().unwrap();
    assert_eq!(opened.key.as_bytes(), made.key.as_bytes());
    assert_eq!((opened.inn, opened.refresh), (inn(), Some("refresh-1".into())));
}

#[test]
fn wrong_pins_are_counted_on_disk_and_the_tenth_destroys_the_key() {
    let (device, _) = Device::with_account();
    for left in (1..ATTEMPTS).rev() {
        // Each time as after a restart: counting is on disk, not in memory.
        let fault = fault(device.vault().open("000000"));
        assert_eq!(fault, VaultFault::Unlock(UnlockFault::WrongPin { attempts_left: left }));
        assert_eq!(device.vault().state(), locked(left));
    }
    assert_eq!(fault(device.vault().open("000000")), lost(Lost::TooManyPins));
    assert_eq!(device.vault().state(), AccountState::Lost(Lost::TooManyPins));
    assert_eq!(fault(device.vault().open(PIN)), lost(Lost::TooManyPins), "the right PIN comes too late");
    // Signing in anew makes a new account in place of the lost one.
    let made = device.vault().create(inn(), &pin(), None).ok().unwrap();
    device.vault().replace(&made.id(), &made.inn);
    assert!(device.vault().open(PIN).is_ok());
}

#[test]
fn a_right_pin_gives_all_attempts_back() {
    let (device, _) = Device::with_account();
    let _ = device.vault().open("000000");
    assert!(device.vault().open(PIN).is_ok());
    assert_eq!(device.vault().state(), locked(ATTEMPTS));
}

#[test]
fn an_attempt_that_was_cut_off_is_spent() {
    let (device, _) = Device::with_account();
    // The plug was pulled after the count and before the answer: ten of those, and no PIN is tried any more.
    let key = device.account_folder().join("key.json");
    let text = fs::read_to_string(&key).unwrap().replace("\"attempts\":0", "\"attempts\":10");
    fs::write(&key, text).unwrap();
    assert_eq!(fault(device.vault().open(PIN)), lost(Lost::TooManyPins));
}

#[test]
fn without_the_platforms_secret_nothing_opens() {
    let (device, _) = Device::with_account();
    let elsewhere = Vault::new(device.folder.path(), run_only_secrets(), Arc::new(NoPlatform));
    assert_eq!(elsewhere.state(), AccountState::Lost(Lost::PlatformSecret));
    assert_eq!(fault(elsewhere.open(PIN)), lost(Lost::PlatformSecret));
    assert!(device.vault().open(PIN).is_ok(), "and no attempt was spent on it");
}

#[test]
fn every_damage_to_the_key_file_is_said_and_none_panics() {
    let (device, _) = Device::with_account();
    let key = device.account_folder().join("key.json");
    let whole = fs::read(&key).unwrap();
    // Every truncation is unreadable: no PIN is tried on it.
    for length in 0..whole.len() {
        fs::write(&key, &whole[..length]).unwrap();
        assert_eq!(device.vault().state(), AccountState::Lost(Lost::KeyFile), "{length}");
        assert_eq!(fault(device.vault().open(PIN)), lost(Lost::KeyFile), "{length}");
    }
    // A file that asks for more memory than any phone has is not ours.
    let greedy = String::from_utf8(whole.clone()).unwrap().replace("65536", "4294967295");
    fs::write(&key, greedy).unwrap();
    assert_eq!(fault(device.vault().open(PIN)), lost(Lost::KeyFile));
    fs::write(&key, &whole).unwrap();
    assert!(device.vault().open(PIN).is_ok());
}

#[test]
fn a_crash_while_making_or_removing_leaves_nothing() {
    let device = Device::new();
    let half = device.folder.path().join("accounts").join("half-made");
    fs::create_dir_all(&half).unwrap();
    fs::write(half.join("session"), b"x").unwrap();
    assert_eq!(device.vault().look(), Ok(VaultStatus::Empty));
    assert!(!half.exists());
}

#[test]
fn removing_leaves_no_file_and_no_secret() {
    let (device, _) = Device::with_account();
    let id = device.account_folder().file_name().unwrap().to_string_lossy().into_owned();
    let account = device.vault().id();
    device.vault().wipe(&account).unwrap();
    assert_eq!(fs::read_dir(device.folder.path().join("accounts")).unwrap().count(), 0);
    let entry = device.platform.build("fl-taxes", &id, None).unwrap();
    assert!(matches!(entry.get_secret(), Err(keyring_core::Error::NoEntry)));
    assert_eq!(device.vault().look(), Ok(VaultStatus::Empty));
    device.vault().wipe(&account).unwrap();
}

#[test]
fn a_folder_that_cannot_be_one_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    fs::write(&file, b"not a folder").unwrap();
    let vault = Vault::new(&file, run_only_secrets(), Arc::new(NoPlatform));
    assert_eq!(fault(vault.create(inn(), &pin(), None)), VaultFault::ReadOnly);
}

#[test]
fn nothing_readable_lies_in_the_folder() {
    let (device, account) = Device::with_account();
    let needles = [
        inn().as_str().as_bytes().to_vec(),
        b"refresh-1".to_vec(),
        b"135790".to_vec(),
        account.key.as_bytes().to_vec(),
    ];
    let mut files = 0;
    for entry in fs::read_dir(device.account_folder()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        files += 1;
        for needle in &needles {
            assert!(!bytes.windows(needle.len()).any(|window| window == needle));
        }
    }
    assert_eq!(files, 4 + ATTEMPTS);
}

#[test]
fn a_file_is_replaced_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep").join("file");
    write_whole(&path, b"one").unwrap();
    write_whole(&path, b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no leftover beside it");
    assert!(write_whole(Path::new("/"), b"x").is_err());
}
