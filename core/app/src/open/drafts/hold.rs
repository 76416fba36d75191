//! What may be done about a draft, by what became of what was made of it.

use fl_domain::service::OnceKey;

use crate::{
    kit::{form::Draft, sending::SendingState},
    open::account::model::Account,
};

/// What may be done about a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// All: it is on this device alone.
    Free,
    /// Nothing: it is being handed over just now.
    HandingOver,
    /// Nothing: it was handed over, and what became of it is not read yet from this device's own disk.
    NotKnown,
    /// Nothing: it was handed over under this key, and is on its way or has come.
    Sent(OnceKey),
    /// All: the service refused it.
    Refused(OnceKey),
    /// All, at the person's own risk: it was handed over, nobody looks after that any more, and it may be at the service.
    Doubt,
}

impl Hold {
    /// It may be changed, sent and removed.
    pub(crate) const fn is_open(self) -> bool {
        match self {
            Self::Free | Self::Refused(_) | Self::Doubt => true,
            Self::HandingOver | Self::NotKnown | Self::Sent(_) => false,
        }
    }
}

impl Account {
    /// What may be done about a draft.
    pub(crate) fn hold(&self, draft: &Draft) -> Hold {
        let Some(key) = draft.sent.filter(|_| !self.drafts.is_handing(draft.id)) else {
            return if self.drafts.is_handing(draft.id) { Hold::HandingOver } else { Hold::Free };
        };
        match self.outbox.state(key) {
            _ if !self.outbox.is_read => Hold::NotKnown,
            Some(SendingState::Refused { .. }) => Hold::Refused(key),
            Some(
                SendingState::Waiting(_)
                | SendingState::Left
                | SendingState::Forgotten
                | SendingState::Accepted { .. },
            ) => Hold::Sent(key),
            None => Hold::Doubt,
        }
    }

    /// How many forms were begun and are for the person to go on with.
    pub(crate) fn begun(&self) -> usize {
        let is_begun = |draft: &&Draft| draft.edition > 0 && self.hold(draft).is_open();
        self.drafts.newest_first().filter(is_begun).count()
    }
}
