//! Opening, keeping and closing the account: the vault's keys, the store and the session, brought together.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fl_app::{Biometrics, LockedAccount, Unlocked, Vault as Operation, VaultFault, VaultStatus, Vaulted};
use fl_domain::Secret;
use fl_store::DataKey;

use super::world::{World, blocking};
use crate::{
    service::{KeepToken, Keeper},
    vault::OpenAccount,
};

/// The open account, if one is open. Clones are the same slot.
#[derive(Clone, Default)]
pub(crate) struct OpenSlot(Arc<Mutex<Slot>>);

#[derive(Default)]
struct Slot {
    account: Option<OpenAccount>,
    /// Counts accounts put here, so that the session of an earlier one writes nothing into a later one.
    number: u64,
}

impl OpenSlot {
    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, account: OpenAccount) -> u64 {
        let mut slot = self.slot();
        slot.account = Some(account);
        slot.number += 1;
        slot.number
    }

    pub(crate) fn clear(&self) {
        let mut slot = self.slot();
        slot.account = None;
        slot.number += 1;
    }

    /// The open account's name and a copy of its key, for the platform to keep.
    pub(super) fn key(&self) -> Option<(String, Vec<u8>)> {
        let slot = self.slot();
        slot.account.as_ref().map(|account| (account.name(), account.key.as_bytes().to_vec()))
    }

    /// Keeps a refresh token with the account it belongs to; a failure costs a sign-in at the next start, no more.
    fn keep(&self, number: u64, token: Option<&Secret>) -> Result<(), VaultFault> {
        let mut slot = self.slot();
        if slot.number != number {
            return Ok(());
        }
        let account = slot.account.as_mut().ok_or(VaultFault::Nothing)?;
        account.refresh = token.cloned();
        account.keep_session()
    }

    fn keeper_of(&self, number: u64) -> KeepToken {
        let slot = self.clone();
        Box::new(move |token| {
            let (slot, token) = (slot.clone(), token.cloned());
            Box::pin(async move {
                if let Some(Err(fault)) = blocking(move || slot.keep(number, token.as_ref())).await {
                    tracing::warn!(target: "fl::log", ?fault, "the session could not be kept");
                }
            })
        })
    }
}

impl World {
    pub(super) async fn vault(&self, operation: Operation) -> Result<Vaulted, VaultFault> {
        // Only looking leaves a finger or face that is being asked for alone.
        if !matches!(operation, Operation::Look | Operation::UnlockWithBiometrics(_)) {
            self.turn();
        }
        match operation {
            Operation::Look => {
                let vault = Arc::clone(&self.vault);
                let status = self.run(move || vault.look()).await?;
                Ok(Vaulted::Status(match status {
                    VaultStatus::Locked(found) if found.biometrics => {
                        let biometrics = self.biometrics().await == Biometrics::Ready;
                        VaultStatus::Locked(LockedAccount { biometrics, ..found })
                    }
                    status => status,
                }))
            }
            Operation::Create { inn, pin } => {
                let tokens = self.service.take_fresh().ok_or(VaultFault::Nothing)?;
                let (vault, refresh) = (Arc::clone(&self.vault), tokens.refresh.clone());
                let opened = match self.run(move || vault.create(inn, &pin, refresh)).await {
                    Ok(account) => self.open(account, Some(tokens.clone())).await,
                    Err(fault) => Err(fault),
                };
                if opened.is_err() {
                    // Nothing was kept, and the session is still good: the person can try again with another PIN or more room.
                    self.service.put_fresh(tokens);
                    let vault = Arc::clone(&self.vault);
                    let _ = self.run(move || vault.wipe()).await;
                }
                opened
            }
            Operation::Unlock { pin } => {
                let vault = Arc::clone(&self.vault);
                let account = self.run(move || vault.unlock(&pin)).await?;
                self.open(account, None).await
            }
            Operation::UnlockWithBiometrics(prompt) => self.unlock_with_biometrics(prompt).await,
            Operation::KeepBiometrics(prompt) => self.keep_biometrics(prompt).await,
            Operation::ForgetBiometrics => {
                let vault = Arc::clone(&self.vault);
                self.run(move || vault.forget_biometrics()).await.map(|()| Vaulted::Done)
            }
            Operation::Resume => {
                let tokens = self.service.take_fresh().ok_or(VaultFault::Nothing)?;
                let (slot, refresh) = (self.account.clone(), tokens.refresh.clone());
                let number = slot.slot().number;
                let kept = run(move || slot.keep(number, refresh.as_ref())).await;
                let keeper = Keeper::signed_in(tokens, self.clock().now().at, self.account.keeper_of(number));
                self.service.use_session(keeper);
                kept.map(|()| Vaulted::Done)
            }
            Operation::Lock => {
                self.lock().await;
                Ok(Vaulted::Done)
            }
            Operation::Wipe => {
                self.lock().await;
                let vault = Arc::clone(&self.vault);
                self.run(move || vault.wipe()).await.map(|()| Vaulted::Done)
            }
            Operation::Forget => {
                self.service.drop_fresh();
                Ok(Vaulted::Done)
            }
        }
    }

    /// Keys, tokens and plain texts leave memory.
    pub(super) async fn lock(&self) {
        self.service.end_session();
        self.account.clear();
        if let Some(store) = self.store() {
            store.close().await;
        }
    }

    pub(super) async fn open(
        &self,
        account: OpenAccount,
        tokens: Option<fl_gateway::Tokens>,
    ) -> Result<Vaulted, VaultFault> {
        let store = self.store().ok_or(VaultFault::Broken)?;
        let key = DataKey::from_bytes(*account.key.as_bytes());
        let lost_data = store.open(account.folder.clone(), key).await?;
        let (inn, refresh) = (account.inn.clone(), account.refresh.clone());
        let has_session = tokens.is_some() || refresh.is_some();
        let number = self.account.put(account);
        let keep = self.account.keeper_of(number);
        self.service.use_session(match (tokens, refresh) {
            (Some(tokens), _) => Keeper::signed_in(tokens, self.clock().now().at, keep),
            (None, Some(refresh)) => Keeper::kept(refresh, keep),
            (None, None) => Keeper::none(),
        });
        let for_this_run_only = self.vault.is_for_this_run_only();
        let (biometrics, vault) = (self.biometrics().await, Arc::clone(&self.vault));
        let biometrics_kept = self.run(move || vault.has_biometrics()).await?;
        Ok(Vaulted::Opened(Unlocked {
            inn,
            has_session,
            lost_data,
            for_this_run_only,
            biometrics,
            biometrics_kept,
        }))
    }
}

pub(super) async fn run<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, VaultFault> + Send + 'static,
) -> Result<T, VaultFault> {
    blocking(work).await.unwrap_or(Err(VaultFault::Broken))
}
