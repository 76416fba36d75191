use fl_domain::{
    Inn, InnError, Secret, Timestamp,
    access::{ControlWordError, EmailError, PasswordPolicy},
    service::{Failure, RecoveryField},
};

/// A forgotten password.
pub(crate) struct Recovery {
    /// The login as typed; it stays over all steps.
    pub(crate) inn: Secret,
    pub(crate) email: Secret,
    pub(crate) word: Secret,
    /// Of all fields.
    pub(crate) revision: u32,
    /// What the service asks for; the documented form until it was asked.
    pub(crate) fields: Vec<RecoveryField>,
    /// Of whom, and how many.
    pub(crate) attempts_left: Option<(Inn, u32)>,
    pub(crate) busy: bool,
    pub(crate) fault: Option<Fault>,
    pub(crate) step: Step,
}

/// How far it is.
pub(crate) enum Step {
    /// The form is filled in.
    Form,
    /// A letter is on its way; its link opens the app or is pasted.
    Letter {
        /// Minutes until it is there, if the service says so.
        minutes: Option<u32>,
        link: Secret,
    },
    /// The link is good: a password is chosen.
    Choose(Choose),
}

/// A password is chosen by a letter's link.
pub(crate) struct Choose {
    pub(crate) token: Secret,
    pub(crate) inn: Inn,
    pub(crate) policy: PasswordPolicy,
    pub(crate) new: Secret,
    /// It was sent and not taken for what it is: every rule that fails is named.
    pub(crate) tried: bool,
}

/// What is wrong.
#[derive(Clone)]
pub(crate) enum Fault {
    /// Seen here; nothing was sent.
    Inn(InnError),
    /// Seen here; nothing was sent.
    Email(EmailError),
    /// Seen here; nothing was sent.
    Word(ControlWordError),
    /// The service knows something else.
    Mismatch,
    /// What was pasted is no link of a letter.
    NoLink,
    /// What was pasted leads to somebody else.
    ForeignLink(fl_domain::access::Verdict),
    /// The link has run out.
    LinkStale,
    /// A password was set by it already.
    LinkUsed,
    /// The new password breaks the rules; the checklist says which.
    Weak,
    /// The new password is longer than any.
    TooLong,
    /// The service does not take it.
    PasswordRefused(String),
    /// The answer to a new password was lost: it may be in force.
    Unknown,
    /// The service could not be asked.
    Service(Failure),
}

impl Recovery {
    pub(crate) fn new(inn: Secret, revision: u32) -> Self {
        Self {
            inn,
            email: Secret::default(),
            word: Secret::default(),
            revision,
            fields: vec![RecoveryField::Email, RecoveryField::ControlWord],
            attempts_left: None,
            busy: false,
            fault: None,
            step: Step::Form,
        }
    }

    /// The person it is about, as far as what is typed says so.
    pub(crate) fn person(&self) -> Option<Inn> {
        Inn::parse_person(self.inn.expose()).ok()
    }

    /// Attempts left to the person whose INN is typed. None are left only while it is closed: once that is over, nobody said so.
    pub(crate) fn attempts(&self) -> Option<u32> {
        let person = self.person()?;
        self.attempts_left
            .as_ref()
            .filter(|(whose, left)| *whose == person && *left > 0)
            .map(|(_, left)| *left)
    }

    /// Until when it is blocked, if it is.
    pub(crate) fn blocked_until(&self, model: &crate::model::Model) -> Option<Timestamp> {
        let wait = model.waiting.recovery.as_ref()?;
        let is_same = self.person().is_none_or(|inn| inn == wait.inn);
        wait.blocked_until.filter(|until| is_same && *until > model.now.trusted())
    }
}
