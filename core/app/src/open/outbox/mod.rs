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
pub(crate) use view::{actions, fault, under_way, words};

use fl_domain::service::Ask;

use super::ground::Ground;

impl Ground {
    /// What became of this question: of the newest like it.
    pub(crate) fn sending(&self, ask: &Ask) -> Of<'_> {
        self.account().map_or(Of::Nothing, |account| account.outbox.of(|one| one == ask))
    }

    /// What became of the newest question of this name.
    pub(crate) fn sending_of(&self, name: &str) -> Of<'_> {
        self.account().map_or(Of::Nothing, |account| account.outbox.of(|one| one.name() == name))
    }
}
