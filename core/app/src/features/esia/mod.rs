//! Signing in through Gosuslugi: the service's broker, the system's browser, the way back. The app never sees a password of
//! Gosuslugi; what binds the two halves together stays in the runtime.

mod update;
mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{Secret, Timestamp, service::Failure};

use crate::{
    kit::{
        effects::{self, PlatformFault, ServiceAnswer},
        screen::{PageKey, Screen},
        touch,
    },
    open::{
        Ground, Next, Place, feature,
        page::{Back, Life, Page},
    },
};

const KEY: &str = "esia";

/// Signing in through Gosuslugi.
pub(crate) struct Esia;

impl feature::Feature for Esia {
    /// Begins, or begins anew.
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        (place == Place::Esia).then(|| update::begin(ground))
    }

    /// The browser came back.
    fn follow(&self, link: &feature::OwnLink<'_>, ground: &mut Ground) -> Option<Next> {
        (link.word == "esia").then(|| update::follow(Secret::new(link.url), ground))
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Opens the browser, once more if it was closed.
    Begin,
    /// The link that came could not be looked at: tries it again.
    Again,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Begin => "esia/begin",
            Self::Again => "esia/again",
        }
    }
}

/// A half is done, or is not.
struct Went {
    /// The link it was about, if it was the second half.
    link: Option<Secret>,
    /// How it went.
    answer: ServiceAnswer<effects::Esia>,
}

/// The way to Gosuslugi and back.
struct Way {
    progress: Progress,
}

/// How far it is.
enum Progress {
    /// The broker is asked for its page.
    Asking,
    /// The browser is open.
    Browser,
    /// The browser came back; the service is asked.
    Finishing,
    /// Gosuslugi knows the person, but the identity was not confirmed in person.
    NotConfirmed,
    /// The account is being formed, until then by the service's clock.
    Forming(Option<Timestamp>),
    /// The person said no.
    Cancelled,
    /// A redirect of another sign-in came.
    Foreign,
    /// It is the account of somebody else than the one that is open.
    SomebodyElse,
    /// The device has no browser.
    Device(PlatformFault),
    /// The service could not be asked; where the browser came back already, the link is kept.
    Failed { failure: Failure, link: Option<Secret> },
}

impl Page for Way {
    type Intent = Intent;
    type Event = Went;
    const LIFE: Life = Life::Device;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(&self.progress, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        update::touched(self, intent, ground)
    }

    fn heard(page: Option<&mut Self>, event: Went, ground: &mut Ground) -> Next {
        update::heard(page, event, ground)
    }

    fn edit(&mut self, _: &str, _: Secret, _: &mut Ground) -> Next {
        Command::done()
    }

    /// What was begun is forgotten.
    fn back(&mut self, _: &mut Ground) -> Back {
        Back::Goes(update::abandon())
    }

    /// Nothing is typed here. A link that came back is kept while it could not be looked at: no field shows it.
    fn left(&mut self, _: &mut Ground) {}

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        match &self.progress {
            Progress::Forming(until) => until.filter(|until| *until != Timestamp::MAX),
            Progress::Asking
            | Progress::Browser
            | Progress::Finishing
            | Progress::NotConfirmed
            | Progress::Cancelled
            | Progress::Foreign
            | Progress::SomebodyElse
            | Progress::Device(_)
            | Progress::Failed { .. } => None,
        }
    }
}
