use std::{
    any::{Any, TypeId},
    collections::HashMap,
};

use fl_domain::{Inn, service::Failure};

use super::{connection::Connection, figures::Figures};
use crate::{
    kit::effects::{Biometrics, CacheFault, LostData, Unlocked, VaultFault},
    open::{drafts::model::Drafts, outbox::model::Outbox, place::Place, session::model::SignInForm},
};

/// An open account.
pub(crate) struct Account {
    pub(in crate::open) epoch: u64,
    /// What its owner calls it.
    pub(crate) name: Option<String>,
    /// So many accounts are on this device.
    pub(crate) accounts: u32,
    pub(crate) inn: Inn,
    /// The room one is in.
    pub(crate) place: Place,
    pub(crate) figures: Figures,
    pub(crate) connection: Connection,
    /// A refresh is under way.
    pub(crate) refreshing: bool,
    /// What failed in the last refresh, by the name of the question.
    pub(crate) failures: Vec<(&'static str, Failure)>,
    /// Of which lists not all may have come in the last refresh, and why.
    pub(in crate::open) partial: Vec<(&'static str, Failure)>,
    /// Which chain of pulses is alive.
    pub(in crate::open) pulse_serial: u64,
    /// The password is asked for again.
    pub(in crate::open) sign_in_again: Option<SignInForm>,
    /// Asking before this device's copy is removed.
    pub(in crate::open) asking_sign_out: bool,
    /// The cache had to start anew.
    pub(in crate::open) lost_data: Option<LostData>,
    /// The last save failed.
    pub(crate) cache_fault: Option<CacheFault>,
    /// The session could not be kept for the next start.
    pub(in crate::open) keep_fault: Option<VaultFault>,
    /// The platform keeps secrets for this run only.
    pub(crate) for_this_run_only: bool,
    pub(crate) biometrics: BiometricLock,
    /// What is to be done once.
    pub(crate) outbox: Outbox,
    /// Forms that were begun.
    pub(crate) drafts: Drafts,
    /// What a feature keeps with the open account, by its type.
    parts: HashMap<TypeId, Box<dyn Any + Send>>,
}

/// Opening this account with a finger or a face.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BiometricLock {
    /// Whether one can be asked for.
    pub(crate) state: Biometrics,
    /// One opens it already.
    pub(crate) kept: bool,
}

impl Account {
    pub(in crate::open) fn new(epoch: u64, unlocked: Unlocked) -> Self {
        Self {
            epoch,
            name: unlocked.name,
            accounts: unlocked.accounts,
            inn: unlocked.inn,
            place: Place::Home,
            figures: Figures::default(),
            connection: if unlocked.has_session { Connection::Fine } else { Connection::SessionEnded },
            refreshing: false,
            failures: Vec::new(),
            partial: Vec::new(),
            pulse_serial: 0,
            sign_in_again: None,
            asking_sign_out: false,
            lost_data: unlocked.lost_data,
            cache_fault: None,
            keep_fault: None,
            for_this_run_only: unlocked.for_this_run_only,
            biometrics: BiometricLock { state: unlocked.biometrics, kept: unlocked.biometrics_kept },
            outbox: Outbox::default(),
            drafts: Drafts::default(),
            parts: HashMap::new(),
        }
    }

    /// What a feature keeps here, if it ever did.
    pub(crate) fn part<T: 'static>(&self) -> Option<&T> {
        self.parts.get(&TypeId::of::<T>()).and_then(|part| part.downcast_ref())
    }

    /// Changes what a feature keeps here; its default where it never kept anything.
    pub(crate) fn change<T: Default + Send + 'static, R>(&mut self, change: impl FnOnce(&mut T) -> R) -> R {
        let kept = self.parts.remove(&TypeId::of::<T>()).and_then(|part| part.downcast::<T>().ok());
        let mut part = kept.unwrap_or_default();
        let changed = change(&mut part);
        self.parts.insert(TypeId::of::<T>(), part);
        changed
    }

    /// The password is asked for, or whether this copy is to be removed, before any room.
    pub(in crate::open) const fn is_asking(&self) -> bool {
        self.sign_in_again.is_some() || self.asking_sign_out
    }

    /// What a failure says of the connection, where it is about more than one question.
    pub(in crate::open) fn heard(&mut self, failure: &Failure) {
        if *failure == Failure::SignInAgain {
            self.connection = Connection::SessionEnded;
        }
    }
}
