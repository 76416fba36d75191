use std::{fmt, time::Duration};

use crate::{Answer, Finger, Mail, Opened, Pick, Service, ShellName};

/// One story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its name: what follows `story` in the file.
    pub name: String,
    /// The language it is told in: that of every text it looks for.
    pub language: Language,
    /// Whose account it is about: `{inn}` and `{password}` stand for theirs until the next `taxpayer` step.
    pub taxpayer: String,
    /// The service is one of the attested dialect alone: it offers nothing of the project's own contract.
    pub attested: bool,
    /// The shells that play it.
    pub played_by: Vec<ShellName>,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

/// The languages a story can be told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Russian.
    Ru,
    /// English.
    En,
}

/// One line of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The line as it was written.
    pub source: String,
    /// What it asks for.
    pub verb: Verb,
}

/// What a step asks for. `README.md` has the words for each. Texts still have their placeholders in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verb {
    /// `{inn}` and `{password}` are this one's from here on.
    Taxpayer(String),
    /// Types a text at the end of a field.
    Type {
        /// The field's key.
        key: String,
        /// The text.
        text: String,
    },
    /// Puts a text into a field at once, as from the clipboard.
    Paste {
        /// The field's key.
        key: String,
        /// The text.
        text: String,
    },
    /// Empties a field.
    Clear(String),
    /// Touches something.
    Tap(Target),
    /// Expects to be on this screen.
    Screen(String),
    /// Expects a text anywhere on the screen.
    See(String),
    /// Expects a text at one key.
    SeeAt {
        /// Where.
        key: String,
        /// What.
        text: String,
    },
    /// Expects a text to be nowhere on the screen.
    NotSee(String),
    /// Expects nothing with this key on the screen.
    Absent(String),
    /// The platform gives the app a link.
    Link(String),
    /// Goes back.
    Back,
    /// Reads everything anew.
    Refresh,
    /// Scrolls as far down as it goes, further as more comes.
    ScrollEnd,
    /// A fault holds for everyone from here on.
    Fault(FaultSpec),
    /// It holds no longer.
    NoFault(FaultName),
    /// Time goes on, for the app and for the service.
    Later(Duration),
    /// The device's clock is set back; the service's is not.
    ClockBack(Duration),
    /// The device's clock is set forward; the service's is not.
    ClockForward(Duration),
    /// The person, on the sign-in page that the app has opened in the browser.
    Browser(Answer),
    /// What the app has opened in the browser.
    Opened(Opened),
    /// What the service has written to the taxpayer.
    Mail(Mail),
    /// The device's sensor.
    Finger(Finger),
    /// What comes of picking a file next.
    Picks(Pick),
    /// The app's process ends without a goodbye.
    Kill,
    /// The app starts anew in the same folder.
    Open,
    /// The app is removed with all that it kept, and is on the device anew; it does not run.
    Reinstall,
    /// The service ends every session of the taxpayer.
    Revoke,
    /// The service takes the taxpayer's access tokens for expired.
    Expire,
    /// What the service holds and takes.
    Service(Service),
    /// The service has a new operation.
    Operation {
        /// Its amount in roubles, with two places.
        amount: String,
        /// What it says.
        text: String,
    },
    /// Types the digits of the picture that is on the screen.
    CaptchaAnswer,
    /// From here on requests are counted anew.
    ForgetRequests,
    /// Expects that no request has reached the service since the start or the last `forget requests`.
    NoRequests,
    /// Expects that so many requests have reached this path.
    Requests {
        /// How many.
        count: usize,
        /// What their path ends with.
        path: String,
    },
    /// Expects that nothing of the account is left on the device.
    NothingKept,
    /// Types INN and password and sends them.
    SignIn,
    /// Chooses this PIN and keeps it.
    ChoosePin(String),
    /// Opens the account with this PIN.
    Unlock(String),
    /// Locks the account from the settings.
    Lock,
}

/// What is touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The thing with this key; an option of a filter is `filter/option`.
    Key(String),
    /// The thing with this name on it.
    Label(String),
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Label(label) => write!(f, "\"{label}\""),
        }
    }
}

/// What can go wrong at the service, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultName {
    /// Connections are cut.
    Offline,
    /// Answers take their time.
    Slow,
    /// 500.
    ServerError,
    /// Maintenance.
    Closed,
    /// Answers break off in the middle.
    Truncated,
    /// A page for people where an answer for programs belongs.
    Html,
    /// An expired token is told in XML.
    ExpiredInXml,
    /// A refreshed session comes without a refresh token.
    RefreshWithoutToken,
    /// A session is refreshed, and the answer is lost on the way.
    RefreshAnswerLost,
    /// Something is changed, and the answer is lost on the way.
    AnswerLost,
    /// A call is lost on its way; once.
    RequestLost,
    /// What comes with a key comes twice; once.
    AnsweredTwice,
    /// The service forgets all keys, at once.
    KeysForgotten,
}

impl FaultName {
    /// All of them, in the order of a list that people see.
    pub const ALL: [Self; 13] = [
        Self::Offline,
        Self::Slow,
        Self::ServerError,
        Self::Closed,
        Self::Truncated,
        Self::Html,
        Self::ExpiredInXml,
        Self::RefreshWithoutToken,
        Self::RefreshAnswerLost,
        Self::AnswerLost,
        Self::RequestLost,
        Self::AnsweredTwice,
        Self::KeysForgotten,
    ];

    /// Its name in a story.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Slow => "slow",
            Self::ServerError => "server-error",
            Self::Closed => "closed",
            Self::Truncated => "truncated",
            Self::Html => "html",
            Self::ExpiredInXml => "expired-in-xml",
            Self::RefreshWithoutToken => "refresh-without-token",
            Self::RefreshAnswerLost => "refresh-answer-lost",
            Self::AnswerLost => "answer-lost",
            Self::RequestLost => "request-lost",
            Self::AnsweredTwice => "answered-twice",
            Self::KeysForgotten => "keys-forgotten",
        }
    }

    /// The fault of this name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == word)
    }
}

/// A fault and how long it concerns the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultSpec {
    /// Which one.
    pub name: FaultName,
    /// `slow`: how long an answer takes. `closed`: how long the maintenance takes. Nothing for the others.
    pub time: Option<Span>,
}

/// A length of time as a story writes it: `90s`, `6m`, `24h`.
pub type Span = Duration;
