use super::name;
use crate::{
    AccountId, DeviceAccount, VaultStatus,
    open::{Place, session},
    testing::{PIN, Stand, device_account},
    texts::Language,
};

fn family(language: Language) -> Stand {
    let mut stand = Stand::new(language);
    stand.vault = VaultStatus::Accounts(vec![
        DeviceAccount { name: Some("Мой".to_owned()), ..device_account("account-1", 10, false) },
        device_account("account-2", 7, false),
    ]);
    stand.started()
}

#[test]
fn the_one_used_last_is_asked_for_first_and_another_can_be_chosen() {
    let mut stand = family(Language::En);
    assert_eq!(stand.screen().key(), "unlock");
    assert!(stand.seen().contains("Мой"), "{}", stand.seen());
    stand.tap("accounts");
    insta::assert_snapshot!("choose-en", stand.seen());
    stand.tap("account-1");
    assert!(stand.seen().contains("Account 2") && stand.seen().contains("7 attempts"), "{}", stand.seen());
    stand.unlock();
    assert_eq!(stand.screen().key(), "home");
    // Back to the list: the open one is locked on the way.
    let locked = stand.locked;
    stand.touch(session::Intent::ListAccounts);
    assert_eq!((stand.screen().key(), stand.locked), ("accounts", locked + 1));
    stand.back();
    assert_eq!(stand.screen().key(), "unlock");
    insta::assert_snapshot!("choose-ru", {
        let mut stand = family(Language::Ru);
        stand.tap("accounts");
        stand.seen()
    });
}

#[test]
fn one_more_account_and_the_way_back_from_it() {
    let mut stand = family(Language::En);
    stand.touch(session::Intent::AddAccount);
    assert_eq!(stand.screen().key(), "sign-in");
    stand.back();
    assert_eq!(stand.screen().key(), "unlock");
    stand.touch(session::Intent::AddAccount);
    stand.type_in("inn", crate::testing::inn().as_str());
    stand.type_in("password", "Passw0rd#");
    stand.touch(session::Intent::SignIn);
    assert_eq!(stand.screen().key(), "choose-pin");
    // Given up: the accounts that were here still are.
    stand.back();
    stand.back();
    assert_eq!(stand.screen().key(), "unlock");
}

#[test]
fn removing_one_leaves_the_other() {
    let mut stand = family(Language::En);
    stand.unlock();
    stand.touch(session::Intent::AskSignOut);
    stand.touch(session::Intent::SignOut);
    assert_eq!(stand.screen().key(), "unlock");
    assert!(
        matches!(&stand.vault, VaultStatus::Accounts(list) if list.len() == 1 && list[0].id == AccountId("account-2".to_owned()))
    );
}

#[test]
fn an_account_gets_a_name() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.go(Place::Name);
    stand.type_in("name", &"🙂".repeat(2_560));
    assert!(stand.seen().contains("Too long"), "{}", stand.seen());
    stand.touch(name::Intent::KeepName);
    assert_eq!(stand.screen().key(), "name");
    stand.type_in("name", "  Kid\u{7} ");
    stand.tap("keep-name");
    assert_ne!(stand.screen().key(), "name");
    stand.touch(session::Intent::Lock);
    assert!(stand.seen().contains("Kid"), "{}", stand.seen());
    stand.type_in("pin", PIN);
}
