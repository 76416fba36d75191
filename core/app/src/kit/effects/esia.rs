use crux_core::capability::Operation;
use fl_domain::{Inn, Secret};

use super::{platform::PlatformFault, service::ServiceAnswer};

/// Signing in through Gosuslugi, by the service's broker and the system's browser. The runtime makes and keeps what binds the
/// two halves together (a random state and a verifier), also over a restart; the app never sees it, nor any password of Gosuslugi.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EsiaCall {
    /// Asks the broker for its page and opens that in the browser. Where the device catches the redirect itself, this goes on to
    /// the end at once.
    Begin,
    /// The browser came back with this link.
    Finish(Secret),
    /// The person does something else: what was begun is forgotten, a redirect that comes later is a foreign one.
    Abandon,
}

impl EsiaCall {
    /// What is done, for the log; without the link.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Finish(_) => "finish",
            Self::Abandon => "abandon",
        }
    }
}

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Esia {
    /// The browser shows the page; the redirect will come as a link.
    Opened,
    /// Signed in; the tokens are held by the runtime as after any sign-in.
    Accepted {
        /// Whose account it is.
        inn: Inn,
    },
    /// The account is being formed, which takes one to two days.
    Forming {
        /// From the answer on, if the service says so.
        seconds: Option<u64>,
    },
    /// Gosuslugi knows the person, but the identity was not confirmed in person.
    NotConfirmed,
    /// The person said no in the browser, or closed it.
    Cancelled,
    /// The redirect belongs to no sign-in that was begun here: another state, or none under way.
    Foreign,
    /// The device could not open the browser.
    Device(PlatformFault),
    /// What was begun is forgotten.
    Abandoned,
}

impl Operation for EsiaCall {
    type Output = ServiceAnswer<Esia>;
}
