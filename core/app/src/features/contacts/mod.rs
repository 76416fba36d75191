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
    service::{Ask, Contact, contacts},
};

use crate::{
    kit::{screen::Block, sending::Sending, texts::Texts, touch::Meant},
    open::{
        Ground, Next, Place,
        account::Account,
        device,
        feature::{self, OwnLink, Reading, SendingWords, Slot},
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

    fn sending(&self, ask: &Ask, texts: &Texts) -> Option<SendingWords> {
        let (contact, to) = update::saved(ask)?;
        let title = match contact {
            Contact::Email => texts.say("email-sending"),
            Contact::Phone => texts.say("phone-sending"),
        };
        Some(SendingWords { icon: summary::icon(contact), title, detail: Some(summary::shown(contact, to)) })
    }

    fn settled(&self, sending: &Sending, ground: &mut Ground) -> Next {
        update::settled(sending, ground)
    }

    fn touched(&self, meant: &Meant, ground: &mut Ground) -> Option<Next> {
        meant.get::<reminder::Intent>().map(|intent| reminder::touched(*intent, ground))
    }
}
