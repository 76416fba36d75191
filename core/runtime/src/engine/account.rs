//! Opening, keeping and closing the account: the vault's keys, the store and the session, brought together.

use std::sync::Arc;

use fl_app::{
    AccountId, AccountState, Biometrics, DeviceAccount, LockedAccount, Unlocked, Vault as Operation,
    VaultFault, VaultStatus, Vaulted,
};
use fl_domain::{Inn, Secret};
use fl_store::DataKey;

use super::world::World;
use crate::{
    blocking::blocking,
    service::Keeper,
    vault::{OpenAccount, Vault},
};

impl World {
    pub(super) async fn vault(&self, operation: Operation) -> Result<Vaulted, VaultFault> {
        // Only looking leaves a finger or face that is being asked for alone.
        if !matches!(operation, Operation::Look | Operation::UnlockWithBiometrics { .. }) {
            self.turn();
        }
        match operation {
            Operation::Look => self.look().await.map(Vaulted::Status),
            Operation::Create { inn, pin } => self.create(inn, pin).await,
            Operation::Unlock { account, pin } => {
                self.account.left(&account).await;
                let account = self.in_vault(move |vault| vault.unlock(&account, &pin)).await?;
                self.open(account, None).await
            }
            Operation::UnlockWithBiometrics { account, prompt } => {
                self.unlock_with_biometrics(account, prompt).await
            }
            Operation::KeepBiometrics(prompt) => self.keep_biometrics(prompt).await,
            Operation::ForgetBiometrics => {
                let id = self.account.id().ok_or(VaultFault::Nothing)?;
                self.in_vault(move |vault| vault.forget_biometrics(&id)).await.map(|()| Vaulted::Done)
            }
            Operation::Resume => self.resume().await.map(|()| Vaulted::Done),
            Operation::Lock => {
                self.lock().await;
                Ok(Vaulted::Done)
            }
            Operation::Wipe(which) => self.wipe(which).await.map(|()| Vaulted::Done),
            Operation::Name(name) => {
                let id = self.account.id().ok_or(VaultFault::Nothing)?;
                self.in_vault(move |vault| vault.rename(&id, name.as_ref().map(Secret::expose)))
                    .await
                    .map(|()| Vaulted::Done)
            }
            Operation::Measure => {
                let id = self.account.id().ok_or(VaultFault::Nothing)?;
                self.in_vault(move |vault| vault.measure(&id)).await.map(Vaulted::Sizes)
            }
            Operation::Forget => {
                self.service.drop_fresh();
                Ok(Vaulted::Done)
            }
        }
    }

    async fn look(&self) -> Result<VaultStatus, VaultFault> {
        let VaultStatus::Accounts(mut accounts) = self.in_vault(Vault::look).await? else {
            return Ok(VaultStatus::Empty);
        };
        let is_marked = |account: &DeviceAccount| {
            matches!(account.state, AccountState::Locked(LockedAccount { biometrics: true, .. }))
        };
        // A device is asked only where an account would use the answer.
        if accounts.iter().any(is_marked) && self.biometrics().await != Biometrics::Ready {
            for account in &mut accounts {
                if let AccountState::Locked(locked) = &mut account.state {
                    locked.biometrics = false;
                }
            }
        }
        Ok(VaultStatus::Accounts(accounts))
    }

    async fn create(&self, inn: Inn, pin: Secret) -> Result<Vaulted, VaultFault> {
        let tokens = self.service.take_fresh().ok_or(VaultFault::Nothing)?;
        if self.account.id().is_some() {
            self.lock().await;
        }
        let (owner, refresh) = (inn.clone(), tokens.refresh.clone());
        let made = self.in_vault(move |vault| vault.create(inn, &pin, refresh)).await;
        let opened = match made {
            Ok(account) => {
                let id = account.id();
                let opened = self.open(account, Some(tokens.clone())).await;
                if opened.is_err() {
                    let _ = self.in_vault(move |vault| vault.discard(&id)).await;
                }
                opened
            }
            Err(fault) => Err(fault),
        };
        match opened {
            Ok(Vaulted::Opened(unlocked)) => {
                // Only now that the new one is there for certain.
                let id = unlocked.account.clone();
                let replaced = move |vault: &Vault| {
                    vault.replace(&id, &owner);
                    vault.count()
                };
                let accounts = self.in_vault(replaced).await.unwrap_or(unlocked.accounts);
                Ok(Vaulted::Opened(Unlocked { accounts, ..unlocked }))
            }
            opened => {
                // Nothing was kept, and the session is still good: the person can try again with another PIN or more room.
                self.service.put_fresh(tokens);
                opened
            }
        }
    }

    async fn resume(&self) -> Result<(), VaultFault> {
        let tokens = self.service.take_fresh().ok_or(VaultFault::Nothing)?;
        let (slot, refresh) = (self.account.clone(), tokens.refresh.clone());
        let number = slot.renew();
        let kept = run(move || slot.keep(number, refresh.as_ref())).await;
        let keeper = Keeper::signed_in(tokens, self.clock().now().at, self.account.keeper_of(number));
        self.service.use_session(keeper);
        kept
    }

    async fn wipe(&self, which: Option<AccountId>) -> Result<(), VaultFault> {
        let open = self.account.id();
        let id = which.or_else(|| open.clone()).ok_or(VaultFault::Nothing)?;
        if open.as_ref() == Some(&id) {
            self.lock().await;
        }
        self.account.forget(&id);
        let left = self.in_vault(move |vault| {
            vault.wipe(&id)?;
            vault.count()
        });
        if left.await? == 0 {
            self.wait_for_nothing().await;
        }
        Ok(())
    }

    /// Keys, tokens and plain texts leave memory.
    pub(super) async fn lock(&self) {
        match self.service.reset() {
            Some(refreshing) => self.account.leave(refreshing),
            None => self.account.clear(),
        }
        if let Some(store) = self.store() {
            store.close().await;
        }
    }

    /// Opens the store and goes on with the session; of an account that does not open nothing stays in memory.
    pub(super) async fn open(
        &self,
        account: OpenAccount,
        tokens: Option<fl_gateway::Tokens>,
    ) -> Result<Vaulted, VaultFault> {
        let opened = self.enter(account, tokens).await;
        if opened.is_err() {
            self.lock().await;
        }
        opened
    }

    async fn enter(
        &self,
        account: OpenAccount,
        tokens: Option<fl_gateway::Tokens>,
    ) -> Result<Vaulted, VaultFault> {
        let store = self.store().ok_or(VaultFault::Broken)?;
        let key = DataKey::from_bytes(*account.key.as_bytes());
        let lost_data = store.open(account.folder.clone(), key).await?;
        let (id, inn, refresh) = (account.id(), account.inn.clone(), account.refresh.clone());
        let has_session = tokens.is_some() || refresh.is_some();
        let number = self.account.put(account);
        let keep = self.account.keeper_of(number);
        self.service.use_session(match (tokens, refresh) {
            (Some(tokens), _) => Keeper::signed_in(tokens, self.clock().now().at, keep),
            (None, Some(refresh)) => Keeper::kept(refresh, keep),
            (None, None) => Keeper::none(),
        });
        let biometrics = self.biometrics().await;
        let named = id.clone();
        let facts = self.in_vault(move |vault| vault.facts(&named)).await?;
        Ok(Vaulted::Opened(Unlocked {
            account: id,
            inn,
            name: facts.name,
            accounts: facts.accounts,
            has_session,
            lost_data,
            for_this_run_only: self.vault.is_for_this_run_only(),
            biometrics,
            biometrics_kept: facts.biometrics_kept,
        }))
    }

    /// Runs what asks the vault, and so perhaps the platform's secure storage; a storage that does not answer has refused.
    pub(super) async fn in_vault<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Vault) -> Result<T, VaultFault> + Send + 'static,
    ) -> Result<T, VaultFault> {
        let vault = Arc::clone(&self.vault);
        self.in_time(run(move || work(&vault))).await.unwrap_or(Err(VaultFault::Platform))
    }
}

async fn run<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, VaultFault> + Send + 'static,
) -> Result<T, VaultFault> {
    blocking(work).await.unwrap_or(Err(VaultFault::Broken))
}
