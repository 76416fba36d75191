//! Attempts are counted by files that are there before.

use super::{small_files::as_the_version_before, *};

/// Files by the beginning of their names.
fn files(account: &OpenAccount, begin: &str) -> Vec<std::path::PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(&account.folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with(begin));
    files
}

fn counted(account: &OpenAccount) -> (usize, usize) {
    (files(account, "try-").len(), files(account, "gone-").len())
}

#[test]
fn an_attempt_takes_a_file_and_a_right_pin_gives_all_back() {
    let (device, account) = Device::with_account();
    assert_eq!(counted(&account), (10, 0));
    let key_file = fs::read(account.folder.join("key.json")).unwrap();
    for wrong in 1..4 {
        let _ = device.vault().open("000000");
        assert_eq!(counted(&account), (10 - wrong, wrong));
    }
    assert_eq!(fs::read(account.folder.join("key.json")).unwrap(), key_file, "nothing was written");
    assert!(device.vault().open(PIN).is_ok());
    assert_eq!(counted(&account), (10, 0));
    assert_eq!(fs::read(account.folder.join("key.json")).unwrap(), key_file);
    let sizes = device.vault().measure(&account.id()).unwrap();
    assert_eq!(sizes.cache, 0, "they are no part of the cache");
}

#[test]
fn nothing_is_won_by_deleting_copying_or_making_files() {
    let (device, account) = Device::with_account();
    for _ in 0..4 {
        let _ = device.vault().open("000000");
    }
    assert_eq!(device.vault().state(), locked(6));
    // What is gone is spent, under whatever name.
    for path in files(&account, "gone-") {
        fs::remove_file(path).unwrap();
    }
    assert_eq!(device.vault().state(), locked(6));
    fs::remove_file(&files(&account, "try-")[0]).unwrap();
    assert_eq!(device.vault().state(), locked(5));
    // Those of another account, and made-up ones, count for nothing.
    let (_other, another) = Device::with_account();
    for path in files(&another, "try-") {
        fs::copy(&path, account.folder.join(path.file_name().unwrap())).unwrap();
    }
    for number in 0..10 {
        fs::write(account.folder.join(format!("try-{number:032x}")), b"").unwrap();
    }
    assert_eq!(device.vault().state(), locked(5));
    // Nor does a key file that says that nothing was counted.
    let path = account.folder.join("key.json");
    let text = fs::read_to_string(&path).unwrap().replace("\"tries\":true", "\"tries\":false");
    fs::write(&path, text).unwrap();
    assert_eq!(device.vault().state(), locked(5));
    let _ = device.vault().open("000000");
    assert_eq!(device.vault().state(), locked(4));
    for _ in 0..4 {
        let _ = device.vault().open("000000");
    }
    assert_eq!(device.vault().state(), AccountState::Lost(Lost::TooManyPins));
    assert_eq!(fault(device.vault().open(PIN)), lost(Lost::TooManyPins));
}

#[test]
fn all_files_gone_is_all_attempts_gone() {
    let (device, account) = Device::with_account();
    for path in files(&account, "try-") {
        fs::remove_file(path).unwrap();
    }
    assert_eq!(device.vault().state(), AccountState::Lost(Lost::TooManyPins));
    assert_eq!(fault(device.vault().open(PIN)), lost(Lost::TooManyPins));
}

#[test]
fn a_folder_of_the_version_before_goes_on_from_its_count() {
    for spent in [0, 3, 9] {
        let (device, account) = Device::with_account();
        as_the_version_before(&account, spent);
        assert_eq!(device.vault().state(), locked(ATTEMPTS - spent));
        if spent < 9 {
            assert_eq!(
                fault(device.vault().open("000000")),
                VaultFault::Unlock(UnlockFault::WrongPin { attempts_left: ATTEMPTS - spent - 1 })
            );
            assert_eq!(device.vault().state(), locked(ATTEMPTS - spent - 1));
            let text = fs::read_to_string(account.folder.join("key.json")).unwrap();
            assert!(text.contains("\"tries\":true"), "{text}");
        }
        assert!(device.vault().open(PIN).is_ok());
        assert_eq!(device.vault().state(), locked(ATTEMPTS));
        assert_eq!(counted(&account), (10, 0));
    }
    let (device, account) = Device::with_account();
    as_the_version_before(&account, 9);
    assert_eq!(fault(device.vault().open("000000")), lost(Lost::TooManyPins));
    assert_eq!(device.vault().state(), AccountState::Lost(Lost::TooManyPins));
}

/// The change came to a kill half-way: what was made counts, what was not is made.
#[test]
fn a_change_that_was_cut_off_costs_nothing() {
    let (device, account) = Device::with_account();
    // One of the eight that the change makes of the version before, and of no other.
    as_the_version_before(&account, 2);
    let _ = device.vault().open("000000");
    let made = files(&account, "try-");
    as_the_version_before(&account, 2);
    for spent in files(&account, "gone-") {
        fs::remove_file(spent).unwrap();
    }
    fs::write(&made[0], b"").unwrap();
    let _ = device.vault().open("000000");
    assert_eq!(device.vault().state(), locked(7));
}

#[test]
fn where_the_secret_went_with_the_last_attempt_that_is_said() {
    let (device, account) = Device::with_account();
    let key_file = fs::read(account.folder.join("key.json")).unwrap();
    for _ in 0..ATTEMPTS {
        let _ = device.vault().open("000000");
    }
    // As where there was no room to write that the key is gone.
    fs::write(account.folder.join("key.json"), key_file).unwrap();
    assert_eq!(device.vault().state(), AccountState::Lost(Lost::TooManyPins));
    assert_eq!(fault(device.vault().open(PIN)), lost(Lost::TooManyPins));
}
