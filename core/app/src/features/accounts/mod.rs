//! The account among the others of this device: what its owner calls it here, and the way to the others. Before its PIN an account is
//! known by that name alone.

mod name;

#[cfg(test)]
mod tests;

use crux_core::Command;

use self::name::Naming;
use crate::{
    kit::screen::{Block, Icon, Row},
    open::{
        Ground, Next, Place,
        account::Account,
        feature::{Feature, Slot},
        nav, session,
    },
};

/// The accounts of this device.
pub(crate) struct Accounts;

impl Feature for Accounts {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Name {
            return None;
        }
        let text = ground.account()?.name.clone().unwrap_or_default();
        let revision = ground.next_revision();
        ground.show(Naming { text, revision });
        Some(Command::done())
    }

    fn summary(&self, slot: Slot, account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::ProfileHere => rows(account, ground),
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::HomeMore
            | Slot::ProfileContacts
            | Slot::ProfileGettingIn => Vec::new(),
        }
    }
}

/// Its name, and the accounts beside it; without any, the way to one more.
fn rows(account: &Account, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let name = account.name.clone().unwrap_or_else(|| texts.say("profile-name-none"));
    let (title, detail, touch) = if account.accounts > 1 {
        ("accounts-other", "accounts-apart", session::Intent::ListAccounts)
    } else {
        ("account-add", "account-add-detail", session::Intent::AddAccount)
    };
    vec![
        Row::new("name", Icon::Person, texts.say("profile-name"))
            .detail(name)
            .touch(nav::Intent::Go(Place::Name))
            .into(),
        Row::new("accounts", Icon::Person, texts.say(title)).detail(texts.say(detail)).touch(touch).into(),
    ]
}
