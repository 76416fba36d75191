use fl_domain::service::{Ask, OnceKey, Told, outbox::FateTold};

use crate::kit::{
    effects::{CacheFault, ServiceAnswer},
    form::DraftId,
    sending::Sending,
    touch,
};

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// What this device holds.
    Loaded(Result<Vec<Sending>, CacheFault>),
    /// A new one is written down, or is not.
    Submitted {
        /// What it is about.
        ask: Ask,
        /// The one whose place it took.
        instead: Option<OnceKey>,
        /// The draft it was made of.
        draft: Option<DraftId>,
        /// As it is kept.
        kept: Result<Sending, CacheFault>,
    },
    /// That it is about to leave is written down, or is not.
    Written(OnceKey, Result<(), CacheFault>),
    /// The service answered.
    Answered(OnceKey, ServiceAnswer<Told>),
    /// The service said what became of it.
    Told(OnceKey, ServiceAnswer<FateTold>),
    /// How it is now is written down, or is not.
    Kept(OnceKey, Result<(), CacheFault>),
    /// It is gone from this device, or is not.
    Removed(OnceKey, Result<(), CacheFault>),
}

/// What a person does about one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Takes back what has not left.
    Withdraw(OnceKey),
    /// It was not done: it is sent again, under its key.
    Again(OnceKey),
    /// It is not shown any more; nothing else becomes of it from here.
    Dismiss(OnceKey),
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Withdraw(_) => "outbox/withdraw",
            Self::Again(_) => "outbox/again",
            Self::Dismiss(_) => "outbox/dismiss",
        }
    }
}
