use crux_core::Command;
use fl_domain::{
    Secret, Timestamp,
    access::{ControlWordError, EmailError, PhoneError},
    service::{Contact, Failure, contacts::Confirmed},
};

use super::{Intent, reminder, update, view};
use crate::{
    kit::{
        effects::{CacheFault, Cached, ServiceAnswer},
        screen::{PageKey, Screen},
    },
    open::{
        Ground, Next,
        page::{Back, Life, Page},
    },
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

/// What was asked of the service.
#[derive(Clone)]
pub(super) enum What {
    /// A new address or phone was saved; a letter or a message goes to it.
    Saved(Contact, String),
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
        }
    }
}

impl Page for Form {
    type Intent = Intent;
    type Event = Event;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![self.subject.key().to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        update::touched(self, intent, ground)
    }

    fn heard(page: Option<&mut Self>, event: Event, ground: &mut Ground) -> Next {
        match (page, event) {
            (_, Event::Recalled(result)) => {
                reminder::recalled(&result, ground);
                Command::done()
            }
            (Some(page), Event::Code(code)) => update::confirm_with(page, code, ground),
            (None, Event::Code(_)) => Command::done(),
            (page, Event::Answered { what, answer }) => update::answered(page, what, answer, ground),
        }
    }

    fn edit(&mut self, field: &str, text: Secret, _: &mut Ground) -> Next {
        match (self.subject, field) {
            (Subject::Contact(Contact::Email), "email")
            | (Subject::Contact(Contact::Phone), "phone")
            | (Subject::ControlWord, "control-word") => {
                self.typed = text;
                self.fault = None;
            }
            (Subject::Contact(_), "code") => {
                self.code = text;
                self.code_fault = None;
            }
            _ => {}
        }
        Command::done()
    }

    fn back(&mut self, _: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    /// An address and a number stay: a screen shows them again. A code and a word are typed anew.
    fn left(&mut self, ground: &mut Ground) {
        self.code = Secret::default();
        if self.subject == Subject::ControlWord {
            self.typed = Secret::default();
        }
        self.revision = ground.next_revision();
    }

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        None
    }
}
