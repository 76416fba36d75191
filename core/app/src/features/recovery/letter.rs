//! The letter: its link is opened by the system or pasted.

use crux_core::Command;
use fl_domain::{
    Secret,
    service::{
        Capability, Failure,
        recovery::{Link, OpenLink},
    },
};

use super::{
    fault::Fault,
    link,
    model::{Choose, Event, KEY, Recovering, Step},
};
use crate::open::{Ground, Next, page};

/// The system opened a letter's link.
pub(super) fn open(url: Secret, ground: &mut Ground) -> Next {
    let revision = ground.next_revision();
    ground.show(Recovering::new(Secret::default(), revision));
    Command::event(page::event::<Recovering>(KEY, Event::Follow(url), ground))
}

/// A person looks at the link that was pasted.
pub(super) fn look(page: &mut Recovering, ground: &mut Ground) -> Next {
    let Step::Letter { link, .. } = &page.step else { return Command::done() };
    let text = link.clone();
    follow(page, &text, ground)
}

/// A letter's link, from the system or pasted.
pub(super) fn follow(page: &mut Recovering, text: &Secret, ground: &mut Ground) -> Next {
    if page.busy || !ground.offers(Capability::Recovery) {
        return Command::done();
    }
    if !matches!(page.step, Step::Letter { .. }) {
        page.go(Step::letter(), ground);
    }
    match link::token(text.expose(), ground) {
        Ok(token) => {
            (page.busy, page.fault) = (true, None);
            let question = OpenLink { token: token.clone() };
            page::ask::<Recovering, _>(KEY, question, ground, move |answer| Event::Link { token, answer })
        }
        Err(fault) => {
            page.fault = Some(fault);
            Command::done()
        }
    }
}

/// The link was looked at.
pub(super) fn told(
    page: &mut Recovering,
    token: Secret,
    result: Result<Link, Failure>,
    ground: &mut Ground,
) -> Next {
    page.busy = false;
    match result {
        Ok(Link::Good { inn, policy }) => {
            page.inn = Secret::new(inn.as_str());
            page.go(
                Step::Choose(Choose { token, inn, policy, new: Secret::default(), tried: false }),
                ground,
            );
        }
        Ok(Link::Stale) => page.fault = Some(Fault::LinkStale),
        Ok(Link::Used) => page.fault = Some(Fault::LinkUsed),
        Err(failure) => page.failed(failure),
    }
    Command::done()
}
