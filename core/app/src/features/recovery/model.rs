use crux_core::Command;
use fl_domain::{
    Inn, InnError, Secret, Timestamp,
    access::{ControlWordError, EmailError, PasswordPolicy, Verdict, without_line_end},
    service::{
        Failure, RecoveryField, RecoveryForm, SignIn,
        recovery::{Link, PasswordSet, Recovered},
    },
};

use super::{Intent, KEY, choose, form, letter, view};
use crate::{
    kit::{
        effects::ServiceAnswer,
        screen::{PageKey, Screen},
    },
    open::{
        Ground, Next,
        page::{Back, Life, Page},
    },
};

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

/// What is wrong.
pub(super) enum Fault {
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
    ForeignLink(Verdict),
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

impl Fault {
    /// It goes with the secret it is about.
    const fn is_of_a_secret(&self) -> bool {
        match self {
            Self::Word(_)
            | Self::NoLink
            | Self::ForeignLink(_)
            | Self::Weak
            | Self::TooLong
            | Self::PasswordRefused(_) => true,
            Self::Inn(_)
            | Self::Email(_)
            | Self::Mismatch
            | Self::LinkStale
            | Self::LinkUsed
            | Self::Unknown
            | Self::Service(_) => false,
        }
    }

    /// It was seen in what this field holds.
    fn is_in(&self, field: &str) -> bool {
        match self {
            Self::Inn(_) => field == "inn",
            Self::Email(_) => field == "email",
            Self::Word(_) => field == "word",
            Self::NoLink | Self::ForeignLink(_) => field == "link",
            Self::Weak | Self::TooLong | Self::PasswordRefused(_) => field == "new-password",
            Self::Mismatch | Self::LinkStale | Self::LinkUsed | Self::Unknown | Self::Service(_) => false,
        }
    }
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

impl Page for Recovering {
    type Intent = Intent;
    type Event = Event;
    const LIFE: Life = Life::Device;

    fn path(&self) -> Vec<PageKey> {
        let step = match self.step {
            Step::Form => None,
            Step::Letter { .. } => Some("recovery-letter"),
            Step::Choose(_) => Some("new-password"),
        };
        [KEY].into_iter().chain(step).map(str::to_owned).collect()
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match intent {
            Intent::Send => form::send(self, ground),
            Intent::HaveLetter => {
                self.go(Step::letter(), ground);
                Command::done()
            }
            Intent::OpenLink => letter::look(self, ground),
            Intent::SetPassword => choose::set_password(self, ground),
        }
    }

    fn heard(page: Option<&mut Self>, event: Event, ground: &mut Ground) -> Next {
        match (page, event) {
            (Some(page), Event::Follow(url)) => letter::follow(page, &url, ground),
            (Some(page), Event::Standing { inn, send, answer }) => {
                form::standing_told(page, inn, send, answer.result, ground)
            }
            (Some(page), Event::Link { token, answer }) => letter::told(page, token, answer.result, ground),
            (None, Event::Follow(_) | Event::Standing { .. } | Event::Link { .. }) => Command::done(),
            (page, Event::Sent { inn, answer }) => form::sent(page, inn, answer.result, ground),
            (page, Event::Set { inn, new, answer }) => choose::told(page, inn, new, answer.result, ground),
            (_, Event::SignedIn { inn, new, answer, picture }) => {
                choose::signed_in(inn, new, answer, picture, ground)
            }
        }
    }

    /// What the service said stays until something is sent; what was seen here goes with its cause.
    fn edit(&mut self, field: &str, text: Secret, _: &mut Ground) -> Next {
        self.fault.take_if(|fault| fault.is_in(field));
        match (field, &mut self.step) {
            ("inn", Step::Form) => self.inn = text,
            ("email", Step::Form) => self.email = text,
            ("word", Step::Form) => self.word = text,
            ("link", Step::Letter { link, .. }) => *link = text,
            ("new-password", Step::Choose(choose)) => {
                // A copied password brings an end of line along, which nobody means.
                choose.new = Secret::new(without_line_end(text.expose()));
            }
            _ => {}
        }
        Command::done()
    }

    fn back(&mut self, ground: &mut Ground) -> Back {
        if matches!(self.step, Step::Form) {
            return Back::Goes(Command::done());
        }
        self.go(Step::Form, ground);
        Back::Stays
    }

    /// The word would cost an attempt that nobody means, since its field looks empty. A link's token goes too: the letter's link
    /// is opened once more.
    fn left(&mut self, ground: &mut Ground) {
        self.word = Secret::default();
        match &mut self.step {
            Step::Form => {}
            Step::Letter { link, .. } => *link = Secret::default(),
            Step::Choose(_) => self.step = Step::letter(),
        }
        self.fault.take_if(|fault| fault.is_of_a_secret());
        self.revision = ground.next_revision();
    }

    fn awaited(&self, ground: &Ground) -> Option<Timestamp> {
        self.blocked_until(ground)
    }
}
