//! E-mail, phone and control word: set, confirmed, changed.

mod model;
mod reminder;
mod summary;
mod update;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::{
    Secret,
    service::{Contact, Question, contacts},
};

use crate::{
    kit::{
        screen::Block,
        touch::{self, Meant},
    },
    open::{
        Ground, Next, Place,
        account::Account,
        device,
        feature::{self, OwnLink, Reading, Slot},
        page,
    },
};
use model::{Event, Form, Subject};

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
        vec![Reading::Ask(contacts::Read.ask())]
    }

    fn opened(&self, ground: &Ground) -> Next {
        page::run::<Form, _, _>("contacts", ground, |ctx| async {
            Event::Recalled(reminder::recall(ctx).await)
        })
    }

    fn summary(&self, slot: Slot, account: &Account, ground: &Ground) -> Vec<Block> {
        summary::summary(slot, account, ground)
    }

    fn touched(&self, meant: &Meant, ground: &mut Ground) -> Option<Next> {
        meant.get::<reminder::Intent>().map(|intent| reminder::touched(*intent, ground))
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Saves what was typed.
    Send,
    /// Sends the code.
    Confirm,
    /// Sends the letter or message once more.
    Again,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Send => "contacts/send",
            Self::Confirm => "contacts/confirm",
            Self::Again => "contacts/again",
        }
    }
}
