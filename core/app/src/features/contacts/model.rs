use fl_domain::{
    Secret,
    access::{ControlWordError, EmailError, PhoneError},
    service::{Ask, Contact, Failure, contacts::Confirmed},
};

use crate::kit::{
    effects::{CacheFault, Cached, ServiceAnswer},
    touch,
};

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The address or the phone.
    Contact(Contact),
    /// The control word.
    ControlWord,
}

impl Subject {
    /// Its page.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Contact(Contact::Email) => "contact-email",
            Self::Contact(Contact::Phone) => "contact-phone",
            Self::ControlWord => "contact-word",
        }
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
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

/// What was asked of the service.
#[derive(Clone, Copy)]
pub(super) enum What {
    /// The control word was saved.
    WordSaved,
    /// The pending one was confirmed.
    Confirmed(Contact),
}

/// What comes back.
pub(super) enum Event {
    /// Whether the reminder to set recovery up was dismissed before.
    Recalled(Result<Cached, CacheFault>),
    /// A letter's link brought its code.
    Code(Secret),
    /// The outbox has saved this.
    Saved(Ask),
    /// The service answered.
    Answered { what: What, answer: ServiceAnswer<Confirmed> },
}

/// One contact: what it is, what it becomes, its confirmation.
pub(super) struct Form {
    pub(super) subject: Subject,
    pub(super) typed: Secret,
    pub(super) code: Secret,
    /// Of both fields.
    pub(super) revision: u32,
    pub(super) busy: bool,
    pub(super) fault: Option<Fault>,
    pub(super) code_fault: Option<CodeFault>,
    /// What went well last.
    pub(super) done: Option<What>,
    /// What was handed over to be saved, and how many like it were settled before.
    pub(super) handed: Option<(Ask, usize)>,
}

/// What is wrong with what was typed, or with the service.
pub(super) enum Fault {
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
#[derive(Clone, Copy)]
pub(super) enum CodeFault {
    /// Nothing was typed.
    Empty,
    /// Longer than any code.
    TooLong,
    /// The service has sent another one.
    Wrong,
}

impl Form {
    pub(super) fn new(subject: Subject, revision: u32) -> Self {
        Self {
            subject,
            typed: Secret::default(),
            code: Secret::default(),
            revision,
            busy: false,
            fault: None,
            code_fault: None,
            done: None,
            handed: None,
        }
    }
}
