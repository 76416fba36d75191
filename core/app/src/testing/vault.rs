use fl_domain::{Inn, Secret};

use super::{MemoryCache, PIN, Stand, inn};
use crate::{
    AccountId, AccountState, DeviceAccount, LockedAccount, UnlockFault, Unlocked, Vault, VaultFault,
    VaultStatus, Vaulted,
};

/// A device with one account that waits for its PIN.
pub(crate) fn one_locked(attempts_left: u32, biometrics: bool) -> VaultStatus {
    VaultStatus::Accounts(vec![device_account("account-1", attempts_left, biometrics)])
}

/// An account that waits for its PIN.
pub(crate) fn device_account(id: &str, attempts_left: u32, biometrics: bool) -> DeviceAccount {
    DeviceAccount {
        id: AccountId(id.to_owned()),
        name: None,
        state: AccountState::Locked(LockedAccount { attempts_left, biometrics }),
    }
}

impl Stand {
    fn accounts(&self) -> Vec<DeviceAccount> {
        match &self.vault {
            VaultStatus::Empty => Vec::new(),
            VaultStatus::Accounts(accounts) => accounts.clone(),
        }
    }

    fn set_accounts(&mut self, accounts: Vec<DeviceAccount>) {
        self.vault = if accounts.is_empty() { VaultStatus::Empty } else { VaultStatus::Accounts(accounts) };
    }

    /// Whose an account is; those that no test made belong to one person.
    fn owner(&self, id: &AccountId) -> Inn {
        self.owners.iter().find(|(known, _)| known == id).map_or_else(inn, |(_, inn)| inn.clone())
    }

    /// Opens it and puts it first; each account has a cache of its own.
    fn open(&mut self, id: &AccountId) -> Result<Vaulted, VaultFault> {
        let mut accounts = self.accounts();
        let index = accounts.iter().position(|a| a.id == *id).ok_or(VaultFault::Nothing)?;
        let account = accounts.remove(index);
        let name = account.name.clone();
        accounts.insert(0, account);
        let count = u32::try_from(accounts.len()).unwrap();
        self.set_accounts(accounts);
        if let Some(before) = self.opened.replace(id.clone()).filter(|before| before != id) {
            let shelved = self.shelf.iter().position(|(other, _)| other == id);
            let next = shelved.map(|i| self.shelf.remove(i).1).unwrap_or_default();
            self.shelf.push((before, std::mem::replace(&mut self.cache, next)));
        }
        Ok(Vaulted::Opened(Unlocked {
            account: id.clone(),
            inn: self.owner(id),
            name,
            accounts: count,
            has_session: self.has_session,
            lost_data: self.lost_data,
            for_this_run_only: self.for_this_run_only,
            biometrics: self.biometrics,
            biometrics_kept: self.biometrics_kept,
        }))
    }

    fn create(&mut self, inn: Inn) -> Result<Vaulted, VaultFault> {
        self.made_for = Some(inn.clone());
        let mut accounts = self.accounts();
        accounts.retain(|a| matches!(a.state, AccountState::Locked(_)) && self.owner(&a.id) != inn);
        let id = format!("account-{}", self.owners.len() + 1);
        accounts.insert(0, device_account(&id, 10, self.biometrics_kept));
        self.set_accounts(accounts);
        self.owners.push((AccountId(id.clone()), inn));
        self.open(&AccountId(id))
    }

    fn wipe(&mut self, which: Option<AccountId>) -> Result<Vaulted, VaultFault> {
        let id = which.or_else(|| self.opened.clone()).ok_or(VaultFault::Nothing)?;
        let mut accounts = self.accounts();
        accounts.retain(|a| a.id != id);
        self.set_accounts(accounts);
        self.shelf.retain(|(other, _)| *other != id);
        if self.opened.as_ref().is_none_or(|open| *open == id) {
            self.opened = None;
            self.cache = MemoryCache::default();
        }
        Ok(Vaulted::Done)
    }

    fn name(&mut self, name: Option<&str>) -> Result<Vaulted, VaultFault> {
        let open = self.opened.clone().ok_or(VaultFault::Nothing)?;
        let mut accounts = self.accounts();
        for account in accounts.iter_mut().filter(|a| a.id == open) {
            account.name = name.map(str::to_owned);
        }
        self.set_accounts(accounts);
        Ok(Vaulted::Done)
    }

    pub(super) fn vault(&mut self, operation: Vault) -> Result<Vaulted, VaultFault> {
        match operation {
            Vault::Look => Ok(Vaulted::Status(self.vault.clone())),
            Vault::Create { inn, pin } => {
                self.made_with = Some(pin);
                self.create(inn)
            }
            Vault::Unlock { .. } if let Some(fault) = self.unlock_fault => Err(fault),
            Vault::Unlock { account, pin } if pin.expose() == PIN => self.open(&account),
            Vault::Unlock { .. } => Err(VaultFault::Unlock(UnlockFault::WrongPin { attempts_left: 9 })),
            Vault::Wipe(which) => self.wipe(which),
            Vault::Name(name) => self.name(name.as_ref().map(Secret::expose)),
            Vault::Measure => Ok(Vaulted::Sizes(self.sizes)),
            Vault::Lock => {
                self.locked += 1;
                Ok(Vaulted::Done)
            }
            Vault::UnlockWithBiometrics { account, .. } => match self.platform {
                None => self.open(&account),
                Some(fault) => Err(VaultFault::Biometrics(fault)),
            },
            Vault::KeepBiometrics(_) => match self.platform {
                None => {
                    self.biometrics_kept = true;
                    Ok(Vaulted::Done)
                }
                Some(fault) => Err(VaultFault::Biometrics(fault)),
            },
            Vault::ForgetBiometrics => {
                self.biometrics_kept = false;
                Ok(Vaulted::Done)
            }
            Vault::Resume | Vault::Forget => Ok(Vaulted::Done),
        }
    }
}
