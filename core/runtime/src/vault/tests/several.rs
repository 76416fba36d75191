//! Several accounts on one device: nothing of one is reachable from another.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::*;
use crate::vault::{
    folder::Folder,
    seal::{OwnerTag, Seal},
};

const OTHER_PIN: &str = "246802";

fn other_inn() -> Inn {
    Inn::made_up(7_700_654_321)
}

/// A device with the accounts of two people, the second one made last.
fn two() -> (Device, OpenAccount, OpenAccount) {
    let (device, first) = Device::with_account();
    let second =
        device.vault().create(other_inn(), &OTHER_PIN.into(), Some("refresh-2".into())).ok().unwrap();
    device.vault().replace(&second.id(), &second.inn);
    (device, first, second)
}

fn ids(device: &Device) -> Vec<AccountId> {
    match device.vault().look().unwrap() {
        VaultStatus::Empty => Vec::new(),
        VaultStatus::Accounts(accounts) => accounts.into_iter().map(|account| account.id).collect(),
    }
}

fn name(device: &Device, id: &AccountId) -> Option<String> {
    let Ok(VaultStatus::Accounts(accounts)) = device.vault().look() else { panic!("accounts") };
    accounts.into_iter().find(|account| account.id == *id).unwrap().name
}

fn state(device: &Device, id: &AccountId) -> AccountState {
    let Ok(VaultStatus::Accounts(accounts)) = device.vault().look() else { panic!("accounts") };
    accounts.into_iter().find(|account| account.id == *id).unwrap().state
}

/// Every file below, with every byte.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn secret(device: &Device, id: &AccountId) -> Option<Vec<u8>> {
    device.platform.build("fl-taxes", &id.0, None).unwrap().get_secret().ok()
}

#[test]
fn each_opens_with_its_own_pin_and_the_one_used_last_comes_first() {
    let (device, first, second) = two();
    assert_eq!(ids(&device), [second.id(), first.id()]);
    let opened = device.vault().unlock(&first.id(), &pin()).ok().unwrap();
    assert_eq!((opened.inn, opened.refresh), (inn(), Some("refresh-1".into())));
    assert_eq!(ids(&device), [first.id(), second.id()]);
    let opened = device.vault().unlock(&second.id(), &OTHER_PIN.into()).ok().unwrap();
    assert_eq!((opened.inn, opened.refresh), (other_inn(), Some("refresh-2".into())));
    assert_eq!(ids(&device), [second.id(), first.id()]);
    assert_eq!(device.vault().facts(&first.id()).ok().unwrap().accounts, 2);
    // An order that nobody can read is no reason to hide anything.
    fs::write(first.folder.join("used"), "¿").unwrap();
    fs::remove_file(second.folder.join("used")).unwrap();
    assert_eq!(ids(&device).len(), 2);
    assert!(device.vault().unlock(&first.id(), &pin()).is_ok());
    assert_eq!(ids(&device), [first.id(), second.id()]);
}

#[test]
fn a_pin_opens_no_other_account_and_ten_wrong_ones_cost_the_others_nothing() {
    let (device, first, second) = two();
    let (before, held) = (bytes(&second.folder), secret(&device, &second.id()));
    for _ in 0..ATTEMPTS {
        assert!(device.vault().unlock(&first.id(), &OTHER_PIN.into()).is_err());
    }
    assert_eq!(state(&device, &first.id()), AccountState::Lost(Lost::TooManyPins));
    assert_eq!(secret(&device, &first.id()), None);
    assert_eq!(state(&device, &second.id()), locked(ATTEMPTS));
    assert_eq!((bytes(&second.folder), secret(&device, &second.id())), (before, held));
    assert!(device.vault().unlock(&second.id(), &OTHER_PIN.into()).is_ok());
}

#[test]
fn no_file_of_one_opens_under_the_keys_of_another() {
    let (device, first, second) = two();
    // Sealed under the data key: neither with the other's key, nor with its own in the other's place.
    let theirs = Folder::at(first.folder.clone());
    for (key, id) in [(&second.key, first.id()), (&second.key, second.id()), (&first.key, second.id())] {
        assert!(theirs.session(&Seal::of_session(key, &id.0)).is_none());
    }
    assert!(theirs.session(&Seal::of_session(&first.key, &first.id().0)).is_some());
    // Moved whole, file by file, each is refused where it does not belong.
    let moved = |file: &str| {
        let own = fs::read(second.folder.join(file)).unwrap();
        fs::copy(first.folder.join(file), second.folder.join(file)).unwrap();
        own
    };
    let own = moved("key.json");
    for pin in [PIN, OTHER_PIN] {
        assert!(device.vault().unlock(&second.id(), &pin.into()).is_err());
    }
    fs::write(second.folder.join("key.json"), own).unwrap();
    let own = moved("session");
    assert!(device.vault().unlock(&second.id(), &PIN.into()).is_err());
    let opened = device.vault().unlock(&second.id(), &OTHER_PIN.into()).ok().unwrap();
    assert_eq!((opened.inn, opened.refresh), (other_inn(), None), "nobody else's session");
    fs::write(second.folder.join("session"), own).unwrap();
    assert!(device.vault().unlock(&second.id(), &OTHER_PIN.into()).is_ok());
    // The cache is sealed under the data key too.
    drop(fl_store::Store::open(&first.folder, &first.key).unwrap());
    let opened = fl_store::Store::open(&first.folder, &second.key).unwrap();
    assert!(opened.set_aside.is_some(), "another key opens nothing of it");
}

#[test]
fn a_name_is_read_before_the_pin_and_only_where_it_belongs() {
    let (device, first, second) = two();
    device.vault().rename(&first.id(), Some(" Ма\u{202e}ма\n\u{7} ")).unwrap();
    assert_eq!(name(&device, &first.id()), Some("Мама".to_owned()));
    assert_eq!(name(&device, &second.id()), None);
    let file = fs::read(first.folder.join("name")).unwrap();
    assert!(!file.windows("Мама".len()).any(|window| window == "Мама".as_bytes()), "sealed");
    // Moved to another account it is no name, and the account opens all the same.
    fs::copy(first.folder.join("name"), second.folder.join("name")).unwrap();
    assert_eq!(name(&device, &second.id()), None);
    assert!(device.vault().unlock(&second.id(), &OTHER_PIN.into()).is_ok());
    // Nor does it open under the same secret in another place.
    let platform = crate::vault::PlatformSecret::from_bytes(secret(&device, &first.id()).unwrap()).unwrap();
    assert!(Seal::of_name(&platform, &second.id().0).open(&file).is_none());
    assert!(Seal::of_name(&platform, &first.id().0).open(&file).is_some());

    device.vault().rename(&first.id(), Some(&"ю".repeat(60))).unwrap();
    assert_eq!(name(&device, &first.id()), Some("ю".repeat(40)));
    for none in [Some("\u{200e}\u{7}  ".replace('\u{200e}', "")), None] {
        device.vault().rename(&first.id(), none.as_deref()).unwrap();
        assert_eq!(name(&device, &first.id()), None);
        assert!(!first.folder.join("name").exists());
    }
}

#[test]
fn wiping_one_leaves_every_byte_of_the_others() {
    let (device, first, second) = two();
    device.vault().rename(&second.id(), Some("Отец")).unwrap();
    let (before, held) = (bytes(&second.folder), secret(&device, &second.id()));
    device.vault().wipe(&first.id()).unwrap();
    assert!(!first.folder.exists());
    assert_eq!(secret(&device, &first.id()), None);
    assert_eq!((bytes(&second.folder), secret(&device, &second.id())), (before, held));
    assert_eq!(ids(&device), [second.id()]);
    // No name leads out of the folder of accounts.
    let outside = device.folder.path().join("outside");
    fs::create_dir_all(&outside).unwrap();
    fs::write(outside.join("key.json"), "{}").unwrap();
    device.vault().wipe(&AccountId("../outside".to_owned())).unwrap();
    assert_eq!(
        fault(device.vault().unlock(&AccountId("../outside".to_owned()), &pin())),
        VaultFault::Nothing
    );
    assert!(outside.join("key.json").exists());
}

#[test]
fn a_new_account_replaces_that_of_the_same_person_and_those_whose_key_is_gone() {
    let (device, first, second) = two();
    let third = device.vault().create(Inn::made_up(7_700_111_222), &pin(), None).ok().unwrap();
    device.platform.build("fl-taxes", &third.id().0, None).unwrap().delete_credential().unwrap();
    // Made again for the first person: theirs stays until the new one is known to be good.
    let again = device.vault().create(inn(), &"999000".into(), None).ok().unwrap();
    assert_eq!(ids(&device).len(), 4);
    let before = bytes(&second.folder);
    device.vault().replace(&again.id(), &again.inn);
    assert_eq!(ids(&device), [again.id(), second.id()]);
    assert_eq!((secret(&device, &first.id()), bytes(&second.folder)), (None, before));
    // A tag says nothing under another secret, in another place or for another person.
    let tag = fs::read(again.folder.join("owner")).unwrap();
    let secret_of = |id| crate::vault::PlatformSecret::from_bytes(secret(&device, id).unwrap()).unwrap();
    let (own, other) = (secret_of(&again.id()), secret_of(&second.id()));
    assert!(OwnerTag::of(&own, &again.id().0, &inn()).is(&tag));
    assert!(!OwnerTag::of(&other, &again.id().0, &inn()).is(&tag));
    assert!(!OwnerTag::of(&own, &second.id().0, &inn()).is(&tag));
    assert!(!OwnerTag::of(&own, &again.id().0, &other_inn()).is(&tag));
}

#[test]
fn an_account_without_a_tag_gets_one_when_it_opens() {
    let (device, first) = Device::with_account();
    fs::remove_file(first.folder.join("owner")).unwrap();
    let stranger = device.vault().create(inn(), &pin(), None).ok().unwrap();
    device.vault().replace(&stranger.id(), &stranger.inn);
    assert_eq!(ids(&device).len(), 2, "nobody knows whose it is, so it stays");
    device.vault().unlock(&first.id(), &pin()).ok().unwrap();
    device.vault().replace(&first.id(), &first.inn);
    let again = device.vault().create(inn(), &pin(), None).ok().unwrap();
    device.vault().replace(&again.id(), &again.inn);
    assert_eq!(ids(&device), [again.id()]);
}

#[test]
fn one_that_could_not_be_made_takes_nothing_with_it() {
    let (device, first, second) = two();
    let before = (bytes(&first.folder), bytes(&second.folder));
    // The platform refuses the new secret.
    let refusing = crate::secrets::held_by(Arc::new(NoPlatform));
    let vault = Vault::new(device.folder.path(), refusing, Arc::new(NoPlatform));
    assert_eq!(fault(vault.create(inn(), &pin(), None)), VaultFault::Platform);
    assert_eq!(ids(&device).len(), 2);
    // It was made and did not open.
    let made = device.vault().create(inn(), &pin(), None).ok().unwrap();
    device.vault().discard(&made.id()).unwrap();
    assert!(!made.folder.exists());
    assert_eq!(secret(&device, &made.id()), None);
    assert_eq!((bytes(&first.folder), bytes(&second.folder)), before);
    assert!(device.vault().unlock(&first.id(), &pin()).is_ok());
}

#[test]
fn an_account_in_the_making_is_not_cleared_away_and_a_leftover_is() {
    let (device, first) = Device::with_account();
    let vault = device.vault();
    let folder = Folder::at(device.folder.path().join("accounts").join("new"));
    folder.create().unwrap();
    vault.making.lock().unwrap().insert("new".to_owned());
    vault.look().unwrap();
    assert!(folder.path().exists());
    vault.making.lock().unwrap().clear();
    device.platform.build("fl-taxes", "new", None).unwrap().set_secret(b"half").unwrap();
    vault.look().unwrap();
    assert!(!folder.path().exists());
    assert_eq!(secret(&device, &AccountId("new".to_owned())), None);
    assert_eq!(ids(&device), [first.id()]);
}

#[test]
fn sizes_tell_the_cache_from_the_keys() {
    let (device, first) = Device::with_account();
    let keys: u64 = bytes(&first.folder).values().map(|file| file.len() as u64).sum();
    assert_eq!(device.vault().measure(&first.id()), Ok(fl_app::Sizes { cache: 0, keys }));
    fs::write(first.folder.join("cache.sqlite"), [0; 4096]).unwrap();
    fs::write(first.folder.join("cache.damaged-1.sqlite"), [0; 100]).unwrap();
    assert_eq!(device.vault().measure(&first.id()), Ok(fl_app::Sizes { cache: 4196, keys }));
}
