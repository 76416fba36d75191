//! The password is changed, or the first one of the card confirmed.

mod first;
mod gate;
mod model;
mod page;
mod summary;
mod update;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::service::password;

use crate::{
    kit::{
        screen::{Block, Screen},
        touch::Meant,
    },
    open::{
        Ground, Next, Place,
        account::Account,
        feature::{self, Reading, Slot},
    },
};

/// The password, and the first one of the card.
pub(crate) struct Password;

impl feature::Feature for Password {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        (place == Place::Password).then(|| update::open(ground))
    }

    fn reads(&self) -> Vec<Reading> {
        vec![Reading::ask(password::Status, |texts| texts.say("password-row"))]
    }

    fn summary(&self, slot: Slot, account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::HomeTop => summary::home(account, ground).into_iter().collect(),
            Slot::ProfileGettingIn => summary::profile(account, ground),
            Slot::HomeReminder | Slot::HomeMore | Slot::ProfileContacts | Slot::ProfileHere => Vec::new(),
        }
    }

    fn gate(&self, account: &Account, ground: &Ground) -> Option<Screen> {
        gate::view(account, ground)
    }

    fn touched(&self, meant: &Meant, ground: &mut Ground) -> Option<Next> {
        meant.get::<gate::Intent>().map(|intent| gate::touched(*intent, ground))
    }
}
