//! E-mail, phone and control word: set, confirmed, changed.

mod update;
mod view;

#[cfg(test)]
mod tests;

use std::fmt;

use fl_domain::{
    Secret,
    access::{ControlWordError, EmailError, PhoneError},
    service::{Contact, Failure, Told},
};
use serde::Serialize;

use crate::effects::ServiceAnswer;

pub(crate) use update::{confirm_by_link, edit, on_event, on_intent};
pub(crate) use view::{icon, line, view};

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "ContactsIntent"))]
pub enum Intent {
    /// Saves what was typed.
    Send,
    /// Opens the address.
    Email,
    /// Opens the phone.
    Phone,
    /// Opens the control word.
    ControlWord,
    /// Sends the code.
    Confirm,
    /// Sends the letter or message once more.
    Again,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// The service answered; what was asked for an earlier account is passed over.
    Told {
        /// Of the account that was open.
        epoch: u64,
        /// What was done.
        what: What,
        /// The answer.
        answer: ServiceAnswer<Told>,
    },
}

/// What was asked of the service.
#[derive(Clone, PartialEq, Eq)]
pub enum What {
    /// A new address or phone was saved; a letter or a message goes to it.
    Saved(Contact, String),
    /// The control word was saved.
    WordSaved,
    /// The pending one was confirmed.
    Confirmed(Contact),
}

/// An address and a number are personal data: `Debug`, which ends up in logs, leaves them out.
impl fmt::Debug for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Saved(contact, _) => f.debug_tuple("Saved").field(contact).finish_non_exhaustive(),
            Self::WordSaved => f.write_str("WordSaved"),
            Self::Confirmed(contact) => f.debug_tuple("Confirmed").field(contact).finish(),
        }
    }
}

impl What {
    const fn subject(&self) -> Subject {
        match self {
            Self::Saved(contact, _) | Self::Confirmed(contact) => Subject::Contact(*contact),
            Self::WordSaved => Subject::ControlWord,
        }
    }
}

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The address or the phone.
    Contact(Contact),
    /// The control word.
    ControlWord,
}

/// One contact: what it is, what it becomes, its confirmation.
pub(crate) struct Form {
    pub(crate) subject: Subject,
    pub(crate) typed: Secret,
    pub(crate) code: Secret,
    /// Of both fields.
    pub(crate) revision: u32,
    pub(crate) busy: bool,
    pub(crate) fault: Option<Fault>,
    pub(crate) code_fault: Option<CodeFault>,
    /// What went well last.
    pub(crate) done: Option<What>,
}

/// What is wrong with what was typed, or with the service.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Seen here; nothing was sent.
    Email(EmailError),
    /// Seen here; nothing was sent.
    Phone(PhoneError),
    /// Seen here; nothing was sent.
    Word(ControlWordError),
    /// It is confirmed already; nothing was sent.
    Same,
    /// The service could not be asked, or did not do it.
    Service(Failure),
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeFault {
    /// Nothing was typed.
    Empty,
    /// Longer than any code.
    TooLong,
    /// The service has sent another one.
    Wrong,
}

impl Form {
    pub(crate) fn new(subject: Subject, revision: u32) -> Self {
        Self {
            subject,
            typed: Secret::default(),
            code: Secret::default(),
            revision,
            busy: false,
            fault: None,
            code_fault: None,
            done: None,
        }
    }

    /// A person looks at something else: a secret that was typed is dropped, since no shell shows it again.
    pub(crate) fn left(&mut self, revision: u32) {
        self.code = Secret::default();
        if self.subject == Subject::ControlWord {
            self.typed = Secret::default();
        }
        self.revision = revision;
    }
}
