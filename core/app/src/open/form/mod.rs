//! Forms of the open account: a feature declares one ([`Form`](super::feature::Form)); the page, its draft, its files and its way into the outbox are here for
//! all of them.

// What begins and sends a form is called by a form; until the first one ships, by the pattern book alone.
#![cfg_attr(not(any(test, feature = "pattern-book")), allow(dead_code, unused_imports))]

mod event;
mod page;
mod update;
mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;

pub(crate) use page::Filling;

use super::{event::Next, feature::Form, ground::Ground};
use crate::kit::form::{Draft, DraftId};

/// Opens the draft of this form about this thing; begins one where there is none. `about`: what a person calls the thing.
pub(crate) fn open(form: &'static dyn Form, object: Option<(&str, &str)>, ground: &mut Ground) -> Next {
    let spec = form.spec();
    let known = ground.account().map(|account| {
        let draft = account.drafts.of(spec.name, object.map(|(key, _)| key)).map(|draft| draft.id);
        (draft, account.drafts.known().is_some_and(|known| known.is_ok()))
    });
    match known {
        None => Command::done(),
        Some((Some(draft), _)) => resume(form, draft, ground),
        // What is held already is not known: a second one beside it would hide the first.
        Some((None, false)) => {
            ground.show(Filling::unread(form));
            Command::done()
        }
        Some((None, true)) => {
            let given = form.given(object.map(|(key, _)| key), ground);
            let at = ground.now.at;
            let Some(account) = ground.account_mut() else { return Command::done() };
            let id = account.drafts.begin(|id| {
                let mut draft = Draft::new(id, spec.name, spec.version, at);
                draft.object = object.map(|(key, _)| key.to_owned());
                draft.about = object.map(|(_, about)| about.to_owned());
                draft.acknowledge(&given, true);
                draft
            });
            show(form, id, ground);
            Command::done()
        }
    }
}

/// Opens a draft where it was left.
pub(crate) fn resume(form: &'static dyn Form, id: DraftId, ground: &mut Ground) -> Next {
    let spec = form.spec();
    let is_older = ground
        .account()
        .and_then(|account| account.drafts.get(id))
        .is_some_and(|draft| draft.version < spec.version);
    let next = if is_older {
        super::drafts::update::change(id, ground, |draft| {
            draft.fit(spec);
        })
    } else {
        Command::done()
    };
    show(form, id, ground);
    next
}

fn show(form: &'static dyn Form, id: DraftId, ground: &mut Ground) {
    let step = ground.account().and_then(|account| account.drafts.get(id)).map(|draft| draft.step.clone());
    let revision = ground.next_revision();
    // One form of a kind is open at a time: another draft of it takes its place.
    ground.remove(form.spec().name);
    ground.show(Filling::new(form, id, step.as_deref().unwrap_or_default(), revision));
}
