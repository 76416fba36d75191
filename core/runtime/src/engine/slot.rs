//! The account that is open, and those just closed whose session is being refreshed still.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fl_app::{AccountId, VaultFault};
use fl_domain::Secret;

use crate::{
    blocking::blocking,
    service::{KeepToken, Refreshing},
    vault::{OpenAccount, SessionFile},
};

/// The open account, if one is open. Clones are the same slot.
#[derive(Clone, Default)]
pub(crate) struct OpenSlot(Arc<Mutex<Slot>>);

#[derive(Default)]
struct Slot {
    account: Option<OpenAccount>,
    /// Counts sessions put here, so that an earlier one writes nothing over a later one.
    number: u64,
    leaving: Vec<Leaving>,
}

/// An account that was closed while its session was being refreshed: what comes of that is kept for its next start. Its data
/// key is gone already.
struct Leaving {
    number: u64,
    id: AccountId,
    session: SessionFile,
    ended: Refreshing,
}

impl OpenSlot {
    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn put(&self, account: OpenAccount) -> u64 {
        let mut slot = self.slot();
        slot.account = Some(account);
        slot.number += 1;
        slot.number
    }

    /// The account has a new session; an earlier one keeps nothing any more.
    pub(super) fn renew(&self) -> u64 {
        let mut slot = self.slot();
        slot.number += 1;
        slot.number
    }

    pub(crate) fn clear(&self) {
        let mut slot = self.slot();
        slot.account = None;
        slot.number += 1;
    }

    /// The same for an account whose session is being refreshed: the token that comes of it is kept all the same.
    pub(super) fn leave(&self, ended: Refreshing) {
        let mut slot = self.slot();
        let number = slot.number;
        slot.number += 1;
        let Some(account) = slot.account.take() else { return };
        let leaving =
            Leaving { number, id: account.id(), session: account.session_file(), ended: ended.clone() };
        slot.leaving.push(leaving);
        drop(slot);
        let slots = self.clone();
        tokio::spawn(async move {
            let _ = ended.await;
            slots.slot().leaving.retain(|leaving| leaving.number != number);
        });
    }

    /// Waits until nothing of an earlier opening of this account is under way.
    pub(super) async fn left(&self, id: &AccountId) {
        let ends: Vec<_> =
            self.slot().leaving.iter().filter(|l| l.id == *id).map(|l| l.ended.clone()).collect();
        for ended in ends {
            let _ = ended.await;
        }
    }

    /// Nothing is kept for this account any more.
    pub(super) fn forget(&self, id: &AccountId) {
        self.slot().leaving.retain(|leaving| leaving.id != *id);
    }

    /// Which account is open.
    pub(super) fn id(&self) -> Option<AccountId> {
        self.slot().account.as_ref().map(OpenAccount::id)
    }

    /// The open account and a copy of its key, for the platform to keep.
    pub(super) fn key(&self) -> Option<(AccountId, Vec<u8>)> {
        let slot = self.slot();
        slot.account.as_ref().map(|account| (account.id(), account.key.as_bytes().to_vec()))
    }

    /// Keeps a refresh token with the account it belongs to; a failure costs a sign-in at the next start, no more.
    pub(super) fn keep(&self, number: u64, token: Option<&Secret>) -> Result<(), VaultFault> {
        let mut slot = self.slot();
        if slot.number == number {
            let account = slot.account.as_mut().ok_or(VaultFault::Nothing)?;
            account.refresh = token.cloned();
            return account.session_file().keep(token);
        }
        match slot.leaving.iter().find(|leaving| leaving.number == number) {
            Some(leaving) => leaving.session.keep_if_there(token),
            None => Ok(()),
        }
    }

    pub(super) fn keeper_of(&self, number: u64) -> KeepToken {
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
