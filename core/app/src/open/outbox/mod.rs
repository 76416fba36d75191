//! The outbox: whatever must reach the service exactly once. A feature hands a question over ([`submit`]) and looks at what became of it
//! ([`Ground::sending`]); it is written down with a key before it leaves, goes when it can, one of a kind at a time and in order, and
//! what nobody knows is asked, never repeated blindly. Which step comes next is said by [`Sending`] alone.

pub(super) mod event;
pub(super) mod model;
pub(super) mod update;
mod view;

#[cfg(test)]
mod tests;

pub(crate) use model::Of;
pub(crate) use update::submit;
#[cfg_attr(not(any(test, feature = "pattern-book")), allow(unused_imports))]
pub(crate) use update::submit_draft;
pub(crate) use view::{actions, fault, under_way, words};

use fl_domain::service::Ask;

use super::ground::Ground;

impl Ground {
    /// What became of this question: of the newest like it.
    pub(crate) fn sending(&self, ask: &Ask) -> Of<'_> {
        self.account().map_or(Of::Nothing, |account| account.outbox.of(|one| one == ask))
    }

    /// What became of this question, asked when so many like it were settled.
    pub(crate) fn sending_after(&self, ask: &Ask, settled: usize) -> Of<'_> {
        let of = self.sending(ask);
        let is_earlier = match of {
            Of::Known(sending) if sending.is_settled() => {
                self.account().is_none_or(|account| account.outbox.settled(ask) <= settled)
            }
            Of::Nothing | Of::Keeping | Of::OnItsWay(_) | Of::Known(_) => false,
        };
        if is_earlier { Of::Nothing } else { of }
    }

    /// What became of the newest question of this name.
    pub(crate) fn sending_of(&self, name: &str) -> Of<'_> {
        self.account().map_or(Of::Nothing, |account| account.outbox.of(|one| one.name() == name))
    }
}
