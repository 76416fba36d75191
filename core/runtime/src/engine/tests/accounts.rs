//! Several accounts on one device, from the sign-in to the last trace.

use fl_app::{
    AccountId, AccountState, Cache, Call, DeviceAccount, SignInCall, Unlocked, Vault, VaultFault,
    VaultStatus, Vaulted,
};
use fl_domain::{
    Inn,
    service::{Question, SignIn, account},
};

use super::{
    phone::{Mood, Phone},
    *,
};
use crate::double::{Double, Said};

const OTHER_PIN: &str = "246802";

fn vault(engine: &Engine, operation: Vault) -> Result<Vaulted, VaultFault> {
    ask(engine, async |world| world.vault(operation).await)
}

fn opened(engine: &Engine, operation: Vault) -> Unlocked {
    match vault(engine, operation) {
        Ok(Vaulted::Opened(unlocked)) => unlocked,
        other => panic!("{other:?}"),
    }
}

fn look(engine: &Engine) -> Vec<DeviceAccount> {
    match vault(engine, Vault::Look) {
        Ok(Vaulted::Status(VaultStatus::Accounts(accounts))) => accounts,
        Ok(Vaulted::Status(VaultStatus::Empty)) => Vec::new(),
        other => panic!("{other:?}"),
    }
}

fn unlock(account: &AccountId, pin: &str) -> Vault {
    Vault::Unlock { account: account.clone(), pin: pin.into() }
}

impl Stage {
    fn inn(&self, key: &str) -> Inn {
        Inn::parse(&self.card(key).0).unwrap()
    }

    /// Signs in as this taxpayer, as far as the tokens.
    fn tokens(&self, engine: &Engine, key: &str) {
        let (inn, password) = (self.inn(key), self.card(key).1.as_str().into());
        let call = SignInCall { inn, password, captcha: None };
        let answer = ask(engine, async |world| world.sign_in(call).await);
        assert_eq!(answer.result, Ok(SignIn::Accepted));
    }

    fn make(&self, engine: &Engine, key: &str, pin: &str) -> Unlocked {
        self.tokens(engine, key);
        opened(engine, Vault::Create { inn: self.inn(key), pin: pin.into() })
    }
}

/// Whose account the service speaks of, and how many answers are kept.
fn whose(engine: &Engine) -> (String, usize) {
    let told = ask(engine, async |world| world.ask(Call::of(account::Taxpayer.ask())).await).result.unwrap();
    let name = account::Taxpayer::told(told).unwrap().name.unwrap();
    let kept = match ask(engine, async |world| world.cache(Cache::Load).await) {
        Ok(fl_app::Cached::Stored(stored)) => stored.len(),
        other => panic!("{other:?}"),
    };
    (name, kept)
}

#[test]
fn two_people_on_one_device_from_sign_in_to_the_last_trace() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    let first = stage.make(&engine, "debt", PIN);
    assert_eq!((first.accounts, first.name.as_deref(), first.inn.clone()), (1, None, stage.inn("debt")));
    let theirs = whose(&engine).0;
    let save = Cache::Save { told: vec![account::PaymentTotals::tell(None)], at: stage.clock_now() };
    ask(&engine, async |world| world.cache(save).await).unwrap();
    assert_eq!(whose(&engine).1, 1);
    assert_eq!(vault(&engine, Vault::Name(Some("Папа".into()))), Ok(Vaulted::Done));
    vault(&engine, Vault::Lock).unwrap();

    let second = stage.make(&engine, "no-debt", OTHER_PIN);
    assert_eq!((second.accounts, second.inn.clone()), (2, stage.inn("no-debt")));
    let (ours, kept) = whose(&engine);
    assert!(ours != theirs && kept == 0, "another session, another cache");
    match vault(&engine, Vault::Measure) {
        Ok(Vaulted::Sizes(sizes)) => {
            assert!(sizes.cache > 4096 && (100..4096).contains(&sizes.keys), "{sizes:?}");
        }
        other => panic!("{other:?}"),
    }
    // As after a kill: both are there, the one used last first, names before any PIN.
    drop(engine);
    let engine = stage.open_on(&phone);
    let found = look(&engine);
    let names: Vec<_> = found.iter().map(|account| (&account.id, account.name.as_deref())).collect();
    assert_eq!(names, [(&second.account, None), (&first.account, Some("Папа"))]);
    assert!(matches!(vault(&engine, unlock(&first.account, OTHER_PIN)), Err(VaultFault::Unlock(_))));
    let again = opened(&engine, unlock(&first.account, PIN));
    assert_eq!((again.name.as_deref(), again.accounts, again.has_session), (Some("Папа"), 2, true));
    assert_eq!(whose(&engine), (theirs.clone(), 1));

    // Another account goes, the open one stays open; then the open one itself.
    assert_eq!(vault(&engine, Vault::Wipe(Some(second.account.clone()))), Ok(Vaulted::Done));
    assert_eq!(whose(&engine), (theirs, 1));
    assert_eq!(look(&engine).len(), 1);
    assert_eq!(vault(&engine, Vault::Wipe(None)), Ok(Vaulted::Done));
    assert!(look(&engine).is_empty());
    assert_eq!((phone.secrets(), vault(&engine, Vault::Wipe(None))), (0, Err(VaultFault::Nothing)));
    assert_eq!(std::fs::read_dir(stage.data.path().join("accounts")).unwrap().count(), 0);
}

#[test]
fn an_account_that_could_not_be_made_harms_nobody_and_can_be_made_again() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    let first = stage.make(&engine, "debt", PIN);
    vault(&engine, Vault::Lock).unwrap();
    stage.tokens(&engine, "no-debt");
    let create = || Vault::Create { inn: stage.inn("no-debt"), pin: OTHER_PIN.into() };
    phone.be(Mood::Refuses(PlatformError::Denied));
    assert_eq!(vault(&engine, create()), Err(VaultFault::Platform));
    phone.be(Mood::Fine);
    assert_eq!(look(&engine).len(), 1);
    assert_eq!(opened(&engine, create()).accounts, 2, "the session was not lost");
    vault(&engine, Vault::Lock).unwrap();
    assert_eq!(opened(&engine, unlock(&first.account, PIN)).inn, stage.inn("debt"));
    assert_eq!(vault(&engine, create()), Err(VaultFault::Nothing), "and was used once");
}

#[test]
fn the_same_person_again_replaces_the_earlier_account_alone() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    let first = stage.make(&engine, "debt", PIN);
    vault(&engine, Vault::Lock).unwrap();
    let other = stage.make(&engine, "no-debt", OTHER_PIN);
    vault(&engine, Vault::Lock).unwrap();
    let again = stage.make(&engine, "debt", OTHER_PIN);
    assert_eq!(again.accounts, 2);
    let ids: Vec<_> = look(&engine).into_iter().map(|account| account.id).collect();
    assert_eq!(ids, [again.account, other.account]);
    assert_eq!(vault(&engine, unlock(&first.account, PIN)), Err(VaultFault::Nothing));
    assert_eq!(phone.secrets(), 2);
}

#[test]
fn a_finger_opens_its_own_account_only() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let engine = stage.open_on(&phone);
    let prompt = || crate::Prompt { title: "t".into(), reason: "r".into(), cancel: "c".into() };
    let first = stage.make(&engine, "debt", PIN);
    vault(&engine, Vault::KeepBiometrics(prompt())).unwrap();
    vault(&engine, Vault::Lock).unwrap();
    let second = stage.make(&engine, "no-debt", OTHER_PIN);
    vault(&engine, Vault::Lock).unwrap();
    let has = |account: &DeviceAccount| matches!(account.state, AccountState::Locked(l) if l.biometrics);
    assert_eq!(look(&engine).iter().map(has).collect::<Vec<_>>(), [false, true]);
    let touch =
        |account: &AccountId| Vault::UnlockWithBiometrics { account: account.clone(), prompt: prompt() };
    assert!(matches!(vault(&engine, touch(&second.account)), Err(VaultFault::Biometrics(_))));
    assert_eq!(opened(&engine, touch(&first.account)).inn, stage.inn("debt"));
}

/// The service has rotated the token when the account is locked: what comes of it is kept for the next opening, which waits for it.
#[test]
fn a_lock_loses_no_token_that_is_on_its_way() {
    let (stage, phone) = (Stage::new(), Phone::new());
    let (let_go, held) = tokio::sync::watch::channel(false);
    let double = stage.server.block_on(Double::start(move |asked| {
        let mut held = held.clone();
        Box::pin(async move {
            let tokens = |access: &str, refresh: &str| {
                let text =
                    format!(r#"{{"access_token":"{access}","refresh_token":"{refresh}","expires_in":300}}"#);
                Said::json(200, &text)
            };
            match (asked.path.ends_with("/oauth/token"), asked.before, asked.bearer.as_deref()) {
                (true, 0, _) => tokens("a0", "r0"),
                (true, 1, _) => {
                    let _ = held.wait_for(|go| *go).await;
                    tokens("a1", "r1")
                }
                (true, _, _) if asked.body.contains("r1") => tokens("a2", "r2"),
                (true, _, _) => Said::json(400, r#"{"error":"invalid_grant","error_description":"x"}"#),
                (false, _, Some("a2")) => Said::json(200, r#"{"ens":{"balanceAmount":"1.00"}}"#),
                (false, ..) => Said::json(401, "{}"),
            }
        })
    }));
    let engine = stage.open_at(double.profile(), &phone);
    let made = stage.make(&engine, "debt", PIN);
    ask(&engine, async |world| {
        let service = Arc::clone(&world.service);
        let asking =
            tokio::spawn(async move { service.ask(&account::EnsBalance.ask(), None, Vec::new()).await });
        double.until(|log| log.count("/oauth/token") == 2).await;
        world.vault(Vault::Lock).await.unwrap();
        assert!(world.account.key().is_none(), "the key left memory at once");
        let opening = world.vault(unlock(&made.account, PIN));
        let going = async { let_go.send(true).unwrap() };
        let (opened, ()) = futures::join!(opening, going);
        assert!(matches!(opened, Ok(Vaulted::Opened(Unlocked { has_session: true, .. }))));
        assert!(asking.await.unwrap().is_err(), "nobody hears of a locked account");
        assert!(world.service.ask(&account::EnsBalance.ask(), None, Vec::new()).await.is_ok());
    });
    assert_eq!(double.log().count("/oauth/token"), 3);
    // A wipe meanwhile leaves nothing, and nothing comes back.
    vault(&engine, Vault::Wipe(None)).unwrap();
    assert_eq!(std::fs::read_dir(stage.data.path().join("accounts")).unwrap().count(), 0);
}

impl Stage {
    fn clock_now(&self) -> fl_domain::Timestamp {
        crate::Clock::now(&self.clock).at
    }
}
