//! Signing in through Gosuslugi: the service's broker, the system's browser, the way back. The app never sees a password of
//! Gosuslugi; what binds the two halves together stays in the runtime.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{
    Inn, Secret, Timestamp,
    service::{Capability, Failure},
};
use serde::Serialize;

pub(crate) use view::{forming, view};

use crate::{
    app::Event as AppEvent,
    effects::{Effect, Esia, EsiaCall, PlatformFault, ServiceAnswer},
    features::session,
    model::{Model, Stage},
    page::{self, Page},
};

type Next = Command<Effect, AppEvent>;

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "EsiaIntent"))]
pub enum Intent {
    /// Opens the browser, once more if it was closed.
    Begin,
    /// The link that came could not be looked at: tries it again.
    Again,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// A half is done, or is not.
    Went {
        /// The link it was about, if it was the second half.
        link: Option<Secret>,
        /// How it went.
        answer: ServiceAnswer<Esia>,
    },
}

/// How far it is.
pub(crate) enum Progress {
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

/// Begins, or begins anew.
pub(crate) fn begin(model: &mut Model) -> Next {
    let offered = model.facts.offers.contains(&Capability::Esia);
    show(Progress::Asking, model);
    if offered { call(EsiaCall::Begin, None) } else { Command::done() }
}

/// What was begun is forgotten.
pub(crate) fn abandon() -> Next {
    Command::request_from_shell(EsiaCall::Abandon)
        .then_send(|answer| AppEvent::Esia(Event::Went { link: None, answer }))
}

/// The browser came back with this link.
pub(crate) fn follow(url: &str, model: &mut Model) -> Next {
    show(Progress::Finishing, model);
    finish(Secret::new(url))
}

fn finish(link: Secret) -> Next {
    call(EsiaCall::Finish(link.clone()), Some(link))
}

fn call(call: EsiaCall, link: Option<Secret>) -> Next {
    Command::request_from_shell(call).then_send(move |answer| AppEvent::Esia(Event::Went { link, answer }))
}

fn show(progress: Progress, model: &mut Model) {
    match model.pages.last_mut() {
        Some(Page::Esia(page)) => *page = progress,
        _ => page::open(Page::Esia(progress), model),
    }
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    match intent {
        Intent::Begin => begin(model),
        Intent::Again => match model.pages.last_mut() {
            Some(Page::Esia(Progress::Failed { link: Some(link), .. })) => {
                let link = link.clone();
                show(Progress::Finishing, model);
                finish(link)
            }
            _ => begin(model),
        },
    }
}

/// Something came back. Once the page is left, only a sign-in that was accepted still matters.
pub(crate) fn on_event(event: Event, model: &mut Model) -> Next {
    let Event::Went { link, answer } = event;
    model.now = answer.at;
    let is_seen = matches!(model.pages.last(), Some(Page::Esia(_)));
    let progress = match answer.result {
        Ok(Esia::Accepted { inn }) => return accepted(&inn, model),
        Ok(Esia::Abandoned) => return Command::done(),
        Ok(Esia::Opened) => Progress::Browser,
        Ok(Esia::NotConfirmed) => Progress::NotConfirmed,
        Ok(Esia::Cancelled) => Progress::Cancelled,
        Ok(Esia::Foreign) => Progress::Foreign,
        Ok(Esia::Device(fault)) => Progress::Device(fault),
        Ok(Esia::Forming { seconds }) => {
            let until = seconds.map(|seconds| session::after(model.now.trusted(), seconds));
            model.waiting.forming = Some(until.unwrap_or(Timestamp::MAX));
            let keep = model.keep_waiting();
            if is_seen {
                show(Progress::Forming(until), model);
            }
            return keep;
        }
        Err(failure) => Progress::Failed { failure, link },
    };
    if is_seen {
        show(progress, model);
    }
    Command::done()
}

/// In. An account that is open goes on with its own person's session only.
fn accepted(inn: &Inn, model: &mut Model) -> Next {
    if let Stage::Open(account) = &model.stage
        && account.inn != *inn
    {
        show(Progress::SomebodyElse, model);
        return session::forget();
    }
    model.pages.retain(|page| !matches!(page, Page::Esia(_)));
    let forming = model.waiting.forming.take();
    let keep = if forming.is_some() { model.keep_waiting() } else { Command::done() };
    keep.and(session::accepted(inn, model))
}
