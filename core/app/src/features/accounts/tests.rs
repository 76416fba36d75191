use super::Intent;
use crate::{
    AccountId, DeviceAccount, Intent as AppIntent, Place, VaultStatus,
    screen::{FieldId, ScreenId},
    session,
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
    assert_eq!(stand.screen().id, ScreenId::Unlock);
    assert!(stand.seen().contains("Мой"), "{}", stand.seen());
    stand.tap("accounts");
    insta::assert_snapshot!("choose-en", stand.seen());
    stand.tap("account-1");
    assert!(stand.seen().contains("Account 2") && stand.seen().contains("7 attempts"), "{}", stand.seen());
    stand.unlock();
    assert_eq!(stand.screen().id, ScreenId::Home);
    // Back to the list: the open one is locked on the way.
    let locked = stand.locked;
    stand.intent(AppIntent::Accounts(Intent::List));
    assert_eq!((stand.screen().id, stand.locked), (ScreenId::Accounts, locked + 1));
    stand.intent(AppIntent::Back);
    assert_eq!(stand.screen().id, ScreenId::Unlock);
    insta::assert_snapshot!("choose-ru", {
        let mut stand = family(Language::Ru);
        stand.tap("accounts");
        stand.seen()
    });
}

#[test]
fn one_more_account_and_the_way_back_from_it() {
    let mut stand = family(Language::En);
    stand.intent(AppIntent::Accounts(Intent::Add));
    assert_eq!(stand.screen().id, ScreenId::SignIn);
    stand.intent(AppIntent::Back);
    assert_eq!(stand.screen().id, ScreenId::Unlock);
    stand.intent(AppIntent::Accounts(Intent::Add));
    stand.type_in(FieldId::Inn, crate::testing::inn().as_str());
    stand.type_in(FieldId::Password, "Passw0rd#");
    stand.session(session::Intent::SignIn);
    assert_eq!(stand.screen().id, ScreenId::ChoosePin);
    // Given up: the accounts that were here still are.
    stand.intent(AppIntent::Back);
    stand.intent(AppIntent::Back);
    assert_eq!(stand.screen().id, ScreenId::Unlock);
}

#[test]
fn removing_one_leaves_the_other() {
    let mut stand = family(Language::En);
    stand.unlock();
    stand.session(session::Intent::AskSignOut);
    stand.session(session::Intent::SignOut);
    assert_eq!(stand.screen().id, ScreenId::Unlock);
    assert!(
        matches!(&stand.vault, VaultStatus::Accounts(list) if list.len() == 1 && list[0].id == AccountId("account-2".to_owned()))
    );
}

#[test]
fn an_account_gets_a_name() {
    let mut stand = Stand::new(Language::En).signed_in();
    stand.intent(AppIntent::Go(Place::Name));
    stand.type_in(FieldId::Name, &"🙂".repeat(2_560));
    assert!(stand.seen().contains("Too long"), "{}", stand.seen());
    stand.intent(AppIntent::Accounts(Intent::KeepName));
    assert_eq!(stand.screen().id, ScreenId::Accounts);
    stand.type_in(FieldId::Name, "  Kid\u{7} ");
    stand.tap("keep-name");
    assert_ne!(stand.screen().id, ScreenId::Accounts);
    stand.session(session::Intent::Lock);
    assert!(stand.seen().contains("Kid"), "{}", stand.seen());
    stand.type_in(FieldId::Pin, PIN);
}
