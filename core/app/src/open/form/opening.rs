use crux_core::Command;

use super::model::Filling;
use crate::{
    kit::form::{Draft, DraftId},
    open::{device::Hint, drafts, event::Next, feature::Form, ground::Ground},
};

/// Opens the draft of this form about this thing; begins one where there is none that the person can go on with. `object`: the thing's key
/// and what a person calls it. Without an open account nobody knows whose it would be.
pub(crate) fn open(form: &'static dyn Form, object: Option<(&str, &str)>, ground: &mut Ground) -> Next {
    let spec = form.spec();
    let Some(account) = ground.account() else {
        ground.hint = Some(Hint::OpenFirst);
        return Command::done();
    };
    let draft = {
        let mut drafts = account.drafts.of(spec.name, object.map(|(key, _)| key));
        drafts.find(|draft| account.hold(draft).is_open()).map(|draft| draft.id)
    };
    let is_known = account.drafts.known().is_some_and(|known| known.is_ok()) && account.outbox.is_read;
    match draft {
        Some(draft) => resume(form, draft, ground),
        // What is held already is not known: a second one beside it would hide the first.
        None if !is_known => {
            let object = object.map(|(key, about)| (key.to_owned(), about.to_owned()));
            ground.remove(spec.name);
            ground.show(Filling::unread(form, object));
            Command::done()
        }
        None => {
            let given = form.given(object.map(|(key, _)| key), ground);
            let at = ground.now.at;
            let Some(account) = ground.account_mut() else { return Command::done() };
            let id = account.drafts.begin(at, |id| {
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
        drafts::update::change(id, ground, |draft| {
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
