//! E-mail, phone and control word: set, confirmed, changed.

mod model;
mod page;
mod reminder;
mod summary;
mod update;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::{
    Secret,
    service::{Contact, contacts},
};

use crate::{
    kit::{screen::Block, touch::Meant},
    open::{
        Ground, Next, Place,
        account::Account,
        device,
        feature::{self, OwnLink, Reading, Slot},
    },
};
use model::Subject;

/// How a person is reached.
pub(crate) struct Contacts;

impl feature::Feature for Contacts {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        let subject = match place {
            Place::Email => Subject::Contact(Contact::Email),
            Place::Phone => Subject::Contact(Contact::Phone),
            Place::ControlWord => Subject::ControlWord,
            _ => return None,
        };
        Some(update::open(subject, ground))
    }

    /// A letter's link confirms the address.
    fn follow(&self, link: &OwnLink<'_>, ground: &mut Ground) -> Option<Next> {
        if link.word != "contact" {
            return None;
        }
        let code = Secret::new(device::parameter(link.query, "code")?);
        Some(update::confirm_by_link(code, ground))
    }

    fn reads(&self) -> Vec<Reading> {
        vec![Reading::ask(contacts::Read, |texts| texts.say("profile-contacts"))]
    }

    fn opened(&self, ground: &Ground) -> Next {
        reminder::opened(ground)
    }

    fn summary(&self, slot: Slot, account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::HomeReminder => reminder::blocks(account, ground),
            Slot::ProfileContacts => summary::rows(ground),
            Slot::ProfileGettingIn => summary::recovery(ground).into_iter().collect(),
            Slot::HomeTop | Slot::HomeMore | Slot::ProfileHere => Vec::new(),
        }
    }

    fn touched(&self, meant: &Meant, ground: &mut Ground) -> Option<Next> {
        meant.get::<reminder::Intent>().map(|intent| reminder::touched(*intent, ground))
    }
}
