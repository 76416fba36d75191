//! What the loss of each small file of an account costs, and that it costs no more.

use std::os::unix::fs::symlink;

use fl_app::PlatformFault;
use fl_domain::{
    Timestamp,
    account::Taxpayer,
    service::{Question, account},
};

use super::*;
use crate::vault::{folder::Folder, seal::Seal};

/// What can become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    Empty,
    Truncated,
    Flipped,
    Gone,
    Folder,
    /// Cannot be read, whoever tries: a link that leads to itself.
    Unreadable,
}

const DAMAGES: [Damage; 6] =
    [Damage::Empty, Damage::Truncated, Damage::Flipped, Damage::Gone, Damage::Folder, Damage::Unreadable];

fn damage(path: &Path, damage: Damage) {
    let whole = fs::read(path).unwrap();
    fs::remove_file(path).unwrap();
    match damage {
        Damage::Empty => fs::write(path, b"").unwrap(),
        Damage::Truncated => fs::write(path, &whole[..whole.len() - whole.len().min(1)]).unwrap(),
        Damage::Flipped => {
            let mut changed = whole;
            if let Some(last) = changed.last_mut() {
                *last ^= 1;
            }
            fs::write(path, changed).unwrap();
        }
        Damage::Gone => {}
        Damage::Folder => {
            fs::create_dir(path).unwrap();
            fs::write(path.join("in it"), b"x").unwrap();
        }
        Damage::Unreadable => symlink(path, path).unwrap(),
    }
}

fn each(test: impl Fn(&Device, &OpenAccount, Damage)) {
    for damage in DAMAGES {
        let (device, account) = Device::with_account();
        test(&device, &account, damage);
    }
}

#[test]
fn without_its_session_an_account_opens_and_wants_the_password_later() {
    each(|device, account, how| {
        device.vault().biometrics_kept(&account.id()).unwrap();
        damage(&account.folder.join("session"), how);
        assert_eq!(
            device.vault().state(),
            AccountState::Locked(LockedAccount { attempts_left: ATTEMPTS, biometrics: true })
        );
        let opened = device.vault().open(PIN).ok().unwrap();
        assert_eq!((&opened.inn, opened.refresh.is_none()), (&inn(), true), "{how:?}");
        assert_eq!(opened.key.as_bytes(), account.key.as_bytes());
        let key = account.key.as_bytes().to_vec();
        let opened = device.vault().unlock_with_key(&account.id(), key).ok().unwrap();
        assert_eq!((&opened.inn, opened.refresh.is_none()), (&inn(), true), "{how:?}");
        // The next sign-in keeps its session, whatever stands in the place.
        opened.session_file().keep(Some(&"refresh-2".into())).unwrap();
        assert_eq!(device.vault().open(PIN).ok().unwrap().refresh, Some("refresh-2".into()), "{how:?}");
    });
}

#[test]
fn another_key_opens_nothing_whether_there_is_a_session_or_not() {
    each(|device, account, how| {
        device.vault().biometrics_kept(&account.id()).unwrap();
        let opened = |key| device.vault().unlock_with_key(&account.id(), key);
        let failed = VaultFault::Biometrics(PlatformFault::Failed);
        assert_eq!(fault(opened(vec![1; 32])), failed);
        damage(&account.folder.join("session"), how);
        assert_eq!(fault(opened(vec![1; 32])), failed, "{how:?}");
    });
}

/// A folder as the version before made it: nothing but the session says whose it is, and attempts are counted in the key file.
pub(super) fn as_the_version_before(account: &OpenAccount, attempts: u32) {
    for entry in fs::read_dir(&account.folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with("try-") {
            fs::remove_file(path).unwrap();
        }
    }
    let path = account.folder.join("key.json");
    let mut wrapped: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let file = wrapped.as_object_mut().unwrap();
    file.remove("tries");
    file.remove("person");
    file["attempts"] = attempts.into();
    file["key"].as_object_mut().unwrap().remove("mark");
    fs::write(&path, wrapped.to_string()).unwrap();
}

#[test]
fn in_a_folder_of_the_version_before_the_cache_says_whose_it_is() {
    each(|device, account, how| {
        as_the_version_before(account, 0);
        damage(&account.folder.join("session"), how);
        assert_eq!(fault(device.vault().open(PIN)), lost(Lost::KeyFile), "{how:?}: nobody says it");
        let mut store = fl_store::Store::open(&account.folder, &account.key).unwrap().store;
        let person = Taxpayer { inn: Some(inn()), ..Taxpayer::default() };
        let (name, bytes) = crate::kept::keep(&account::Taxpayer::tell(person)).unwrap();
        store.put_all(&[(name, &bytes)], Timestamp::UNIX_EPOCH).unwrap();
        drop(store);
        assert_eq!(device.vault().open(PIN).ok().unwrap().inn, inn(), "{how:?}");
        // From now on its key file says it.
        fs::remove_file(account.folder.join("cache.sqlite")).unwrap();
        assert_eq!(device.vault().open(PIN).ok().unwrap().inn, inn(), "{how:?}");
    });
}

#[test]
fn a_key_file_that_is_not_what_was_written_is_said_and_costs_no_attempt() {
    each(|device, account, how| {
        let path = account.folder.join("key.json");
        let whole = fs::read(&path).unwrap();
        damage(&path, how);
        let look = device.vault().look();
        match how {
            // Its last byte is a bracket.
            Damage::Empty | Damage::Truncated | Damage::Flipped | Damage::Folder => {
                assert_eq!(device.vault().state(), AccountState::Lost(Lost::KeyFile), "{how:?}");
                assert_eq!(fault(device.vault().open(PIN)), lost(Lost::KeyFile), "{how:?}");
            }
            // An account is there once its key file is.
            Damage::Gone => assert_eq!(look, Ok(VaultStatus::Empty)),
            // It may be readable later: nothing is given up.
            Damage::Unreadable => {
                assert_eq!(look, Err(VaultFault::Broken));
                fs::remove_file(&path).unwrap();
                fs::write(&path, &whole).unwrap();
                assert_eq!(device.vault().state(), locked(ATTEMPTS));
            }
        }
    });
    // Wherever in it a bit is flipped, no right PIN is called wrong.
    let (device, account) = Device::with_account();
    let path = account.folder.join("key.json");
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&path, changed).unwrap();
        // What opens takes its time, so not each is tried.
        if at % 7 == 0 || device.vault().state() == AccountState::Lost(Lost::KeyFile) {
            match device.vault().open(PIN) {
                Ok(opened) => assert_eq!(opened.inn, inn(), "{at}"),
                Err(fault) => assert_eq!(fault, lost(Lost::KeyFile), "{at}"),
            }
        }
        fs::write(&path, &whole).unwrap();
        assert_eq!(device.vault().state(), locked(ATTEMPTS), "{at}");
    }
}

#[test]
fn whatever_else_is_damaged_costs_itself() {
    each(|device, account, how| {
        device.vault().biometrics_kept(&account.id()).unwrap();
        device.vault().rename(&account.id(), Some("Мама")).unwrap();
        for file in ["owner", "name", "used", "biometrics"] {
            damage(&account.folder.join(file), how);
        }
        let Ok(VaultStatus::Accounts(accounts)) = device.vault().look() else { panic!("{how:?}") };
        assert_eq!((accounts.len(), accounts[0].name.as_deref()), (1, None), "{how:?}");
        let opened = device.vault().open(PIN).ok().unwrap();
        assert_eq!((opened.inn, opened.refresh), (inn(), Some("refresh-1".into())), "{how:?}");
        assert_eq!(device.vault().facts(&account.id()).ok().unwrap().accounts, 1);
        // Each is kept anew.
        device.vault().rename(&account.id(), Some("Папа")).unwrap();
        device.vault().biometrics_kept(&account.id()).unwrap();
        let Ok(VaultStatus::Accounts(accounts)) = device.vault().look() else { panic!("{how:?}") };
        assert_eq!(accounts[0].name.as_deref(), Some("Папа"), "{how:?}");
        device.vault().forget_biometrics(&account.id()).unwrap();
        assert_eq!(device.vault().state(), locked(ATTEMPTS), "{how:?}");
        // And whose it is, is known again: a new account of the same person takes its place.
        let made = device.vault().create(inn(), &pin(), None).ok().unwrap();
        device.vault().replace(&made.id(), &inn());
        assert_eq!(device.vault().count().ok(), Some(1), "{how:?}");
    });
}

#[test]
fn a_name_of_nothing_readable_is_taken_away_too() {
    each(|device, account, how| {
        device.vault().rename(&account.id(), Some("Мама")).unwrap();
        damage(&account.folder.join("name"), how);
        device.vault().rename(&account.id(), None).unwrap();
        let folder = Folder::at(account.folder.clone());
        assert!(account.folder.join("name").symlink_metadata().is_err(), "{how:?}");
        assert!(folder.session(&Seal::of_session(&account.key, folder.id())).is_some());
    });
}
