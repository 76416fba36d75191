use fl_domain::{
    Inn, Secret, Timestamp,
    access::PasswordPolicy,
    service::{
        Failure, RecoveryField, RecoveryForm, SignIn,
        recovery::{Link, PasswordSet, Recovered},
    },
};

use super::fault::Fault;
use crate::{
    kit::{effects::ServiceAnswer, touch},
    open::Ground,
};

/// The page; its answers are heard without it too.
pub(super) const KEY: &str = "recovery";

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    /// Asks for a letter: an attempt.
    Send,
    /// There is a letter already.
    HaveLetter,
    /// Looks at the link that was pasted.
    OpenLink,
    /// Sets the new password.
    SetPassword,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Send => "recovery/send",
            Self::HaveLetter => "recovery/have-letter",
            Self::OpenLink => "recovery/open-link",
            Self::SetPassword => "recovery/set-password",
        }
    }
}

/// What comes back.
pub(super) enum Event {
    /// A letter's link came from the system.
    Follow(Secret),
    /// How it stands for a person, asked without an attempt; and whether an attempt was to follow.
    Standing { inn: Inn, send: bool, answer: ServiceAnswer<RecoveryForm> },
    /// An attempt was answered.
    Sent { inn: Inn, answer: ServiceAnswer<Recovered> },
    /// The link of this token was looked at.
    Link { token: Secret, answer: ServiceAnswer<Link> },
    /// This password was set, or was not.
    Set { inn: Inn, new: Secret, answer: ServiceAnswer<PasswordSet> },
    /// And the sign-in with it; the picture is the one it wants digits from.
    SignedIn {
        inn: Inn,
        new: Secret,
        answer: ServiceAnswer<SignIn>,
        picture: Option<Result<String, Failure>>,
    },
}

/// The page.
pub(super) struct Recovering {
    /// The login as typed; it stays over all steps.
    pub(super) inn: Secret,
    pub(super) email: Secret,
    pub(super) word: Secret,
    /// Of all fields.
    pub(super) revision: u32,
    /// What the service asks for; the documented form until it was asked.
    pub(super) fields: Vec<RecoveryField>,
    /// Of whom, and how many.
    pub(super) attempts_left: Option<(Inn, u32)>,
    pub(super) busy: bool,
    pub(super) fault: Option<Fault>,
    pub(super) step: Step,
}

/// How far it is.
pub(super) enum Step {
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

impl Step {
    /// There is a letter, and nobody said when it came.
    pub(super) fn letter() -> Self {
        Self::Letter { minutes: None, link: Secret::default() }
    }
}

/// A password is chosen by a letter's link.
pub(super) struct Choose {
    pub(super) token: Secret,
    pub(super) inn: Inn,
    pub(super) policy: PasswordPolicy,
    pub(super) new: Secret,
    /// It was sent and not taken for what it is: every rule that fails is named.
    pub(super) tried: bool,
}

impl Recovering {
    pub(super) fn new(inn: Secret, revision: u32) -> Self {
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
    pub(super) fn person(&self) -> Option<Inn> {
        Inn::parse_person(self.inn.expose()).ok()
    }

    /// Attempts left to the person whose INN is typed. None are left only while it is closed: once that is over, nobody said so.
    pub(super) fn attempts(&self) -> Option<u32> {
        let person = self.person()?;
        self.attempts_left
            .as_ref()
            .filter(|(whose, left)| *whose == person && *left > 0)
            .map(|(_, left)| *left)
    }

    /// Until when it is blocked, if it is.
    pub(super) fn blocked_until(&self, ground: &Ground) -> Option<Timestamp> {
        let wait = ground.waiting.recovery.as_ref()?;
        let is_same = self.person().is_none_or(|inn| inn == wait.inn);
        wait.blocked_until.filter(|until| is_same && *until > ground.now.trusted())
    }

    /// To another step. Its fields come into view empty, so no secret is taken along that is not part of the step.
    pub(super) fn go(&mut self, step: Step, ground: &mut Ground) {
        self.step = step;
        self.word = Secret::default();
        self.fault = None;
        self.revision = ground.next_revision();
    }

    pub(super) fn failed(&mut self, failure: Failure) {
        self.busy = false;
        self.fault = Some(Fault::Service(failure));
    }
}
