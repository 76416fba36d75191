//! A full disk: this test runs itself once more, as a process that may write not one byte more to any file.

use std::process::Command;

use fl_store::{DataKey, Store};
use futures::executor::block_on;
use tracing::Dispatch;

use super::{small_files::as_the_version_before, *};
use crate::store_thread::StoreThread;

const CHILD: &str = "FL_TAXES_FULL_DISK";

/// The platform's secret, which has to be the same in both.
fn secret(device: &Device, id: &AccountId) -> Vec<u8> {
    device.platform.build("fl-taxes", &id.0, None).unwrap().get_secret().unwrap()
}

/// Runs the test of this name in a process whose files may not grow. `SIGXFSZ` is passed over, so that writing fails as it does
/// on a full disk instead of ending the process; both outlive `exec`.
fn run_without_room(test: &str, device: &Device, account: &OpenAccount) {
    let secret: Vec<String> = secret(device, &account.id()).iter().map(u8::to_string).collect();
    let done = Command::new("sh")
        .args(["-c", "trap '' XFSZ && ulimit -f 0 && exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("vault::tests::full_disk::{test}"), "--nocapture", "--test-threads=1"])
        .env(CHILD, device.folder.path())
        .env("FL_TAXES_SECRET", secret.join(" "))
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{said}");
    assert!(said.contains("1 passed") && said.contains("there was no room"), "it ran: {said}");
}

/// In the process without room: a vault over what the other one made.
fn vault_without_room() -> Option<Vault> {
    let data = std::path::PathBuf::from(std::env::var_os(CHILD)?);
    let full = fs::write(data.join("more"), b"x").expect_err("nothing can be written");
    assert_eq!(full.kind(), std::io::ErrorKind::FileTooLarge);
    println!("there was no room");
    let platform = run_only_secrets();
    let id = fs::read_dir(data.join("accounts")).unwrap().next().unwrap().unwrap().file_name();
    let secret = std::env::var("FL_TAXES_SECRET").unwrap();
    let secret: Vec<u8> = secret.split(' ').map(|byte| byte.parse().unwrap()).collect();
    platform.build("fl-taxes", &id.to_string_lossy(), None).unwrap().set_secret(&secret).unwrap();
    Some(Vault::new(&data, platform, Arc::new(NoPlatform)))
}

#[test]
fn the_pin_opens_and_is_counted_and_what_was_kept_is_read() {
    if let Some(vault) = vault_without_room() {
        for round in 0..15 {
            // Right ones cost nothing, however often: no disk full alone ends an account.
            let opened = vault.open(PIN).ok().unwrap();
            assert_eq!((opened.inn, opened.refresh), (inn(), Some("refresh-1".into())), "{round}");
            assert_eq!(vault.state(), locked(ATTEMPTS));
            let mut store = Store::open(&opened.folder, &opened.key).unwrap();
            assert_eq!(store.set_aside, None);
            assert_eq!(store.store.setting("kept").unwrap().as_deref(), Some(&b"before"[..]));
            assert!(store.store.set_setting("more", &[1; 100]).is_err());
        }
        for left in (1..ATTEMPTS).rev() {
            let wrong = VaultFault::Unlock(UnlockFault::WrongPin { attempts_left: left });
            assert_eq!(fault(vault.open("000000")), wrong);
            assert_eq!(vault.state(), locked(left));
        }
        // What cannot be kept is said.
        assert_eq!(vault.rename(&vault.id(), Some("Мама")), Err(VaultFault::DiskFull));
        assert_eq!(fault(vault.create(inn(), &pin(), None)), VaultFault::DiskFull);
        return;
    }
    let (device, account) = Device::with_account();
    let mut store = Store::open(&account.folder, &account.key).unwrap().store;
    store.set_setting("kept", b"before").unwrap();
    drop(store);
    run_without_room("the_pin_opens_and_is_counted_and_what_was_kept_is_read", &device, &account);
    // There is room again: the nine wrong ones still count, and nothing is lost.
    assert_eq!(device.vault().state(), locked(1));
    assert!(device.vault().open(PIN).is_ok());
    let mut store = Store::open(&account.folder, &account.key).unwrap().store;
    assert_eq!(store.setting("kept").unwrap().as_deref(), Some(&b"before"[..]));
    store.set_setting("more", b"after").unwrap();
}

#[test]
fn the_tenth_wrong_pin_ends_it_also_without_room() {
    if let Some(vault) = vault_without_room() {
        for _ in 0..ATTEMPTS {
            assert!(vault.open("000000").is_err());
        }
        assert_eq!(vault.state(), AccountState::Lost(Lost::TooManyPins));
        assert_eq!(fault(vault.open(PIN)), lost(Lost::TooManyPins));
        return;
    }
    let (device, account) = Device::with_account();
    run_without_room("the_tenth_wrong_pin_ends_it_also_without_room", &device, &account);
    assert_eq!(device.vault().state(), AccountState::Lost(Lost::TooManyPins));
}

#[test]
fn a_folder_of_the_version_before_opens_and_is_counted_too() {
    if let Some(vault) = vault_without_room() {
        assert_eq!(vault.state(), locked(7));
        assert_eq!(
            fault(vault.open("000000")),
            VaultFault::Unlock(UnlockFault::WrongPin { attempts_left: 6 })
        );
        assert_eq!(vault.state(), locked(6));
        assert!(vault.open(PIN).is_ok());
        return;
    }
    let (device, account) = Device::with_account();
    as_the_version_before(&account, 3);
    run_without_room("a_folder_of_the_version_before_opens_and_is_counted_too", &device, &account);
    assert_eq!(device.vault().state(), locked(7), "the old count could not be taken back without room");
    assert!(device.vault().open(PIN).is_ok());
    assert_eq!(device.vault().state(), locked(ATTEMPTS));
}

/// A cache of the first version, which has to be changed before it can be read; its key is that of the store's tests.
const OLD_CACHE: &[u8] = include_bytes!("../../../../store/src/tests/fixtures/v1.sqlite");

#[test]
fn a_cache_that_no_room_is_there_to_bring_up_is_neither_set_aside_nor_called_damaged() {
    let open = |folder: &std::path::Path| {
        let thread = StoreThread::start(Dispatch::none()).unwrap();
        block_on(thread.open(folder.to_owned(), DataKey::from_bytes([7; 32])))
    };
    if let Some(vault) = vault_without_room() {
        let folder = vault.open(PIN).ok().unwrap().folder;
        let before = fs::read(folder.join("cache.sqlite")).unwrap();
        for _ in 0..2 {
            assert_eq!(open(&folder), Err(VaultFault::DiskFull));
            assert!(fs::read(folder.join("cache.sqlite")).unwrap() == before);
        }
        return;
    }
    let (device, account) = Device::with_account();
    fs::write(account.folder.join("cache.sqlite"), OLD_CACHE).unwrap();
    run_without_room(
        "a_cache_that_no_room_is_there_to_bring_up_is_neither_set_aside_nor_called_damaged",
        &device,
        &account,
    );
    // There is room again: the same file opens, with what was in it.
    assert_eq!(open(&account.folder), Ok(None));
    let mut store = Store::open(&account.folder, &DataKey::from_bytes([7; 32])).unwrap().store;
    assert_eq!(store.get_all().unwrap().len(), 10);
    let kept = fs::read_dir(&account.folder).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(kept.into_iter().all(|name| !name.to_string_lossy().starts_with("cache.damaged")));
}
