//! A long list of the account on a shelf of its own: windows of it, filters, words to look for, and filling it from the service. A feature
//! says what its rows are and how one is shown ([`Shelved`]); the rest is here once.

mod event;
mod list;
mod overview;
mod page;
mod shelved;
mod sync;
mod view;

use fl_domain::service::Question;

use super::{
    event::Next,
    feature::{Flow, Reading},
    ground::Ground,
    page::{event, event_of},
};
use crate::kit::texts::Texts;
use event::Came;
use sync::{Broken, sync_head};

#[cfg(test)]
pub(crate) use event::Step;
pub(crate) use list::Shelf;
pub(crate) use overview::overview;
pub(crate) use shelved::{Facet, Shelved, Words};

/// What a refresh reads of a list: the newest rows, until they meet those that are kept.
pub(crate) fn head<S: Shelved>() -> Reading {
    let flow: Flow = |ctx, epoch| {
        Box::pin(async move {
            let head = sync_head::<S>(&ctx).await;
            let failure = match &head {
                Err(Broken::Service(failure)) => Some((S::Question::NAME, failure.clone())),
                Err(Broken::Cache(_)) | Ok(_) => None,
            };
            ctx.send_event(event_of::<Shelf<S>>(S::KEY, epoch, Came::Head(head)));
            failure
        })
    };
    let title = |texts: &Texts| S::words(texts).title;
    Reading::Flow { name: S::Question::NAME, title, capability: S::Question::CAPABILITY, flow }
}

/// The account opened: what is kept is looked at.
pub(crate) fn opened<S: Shelved>(ground: &Ground) -> Next {
    Next::event(event::<Shelf<S>>(S::KEY, Came::Opened, ground))
}

/// A person comes to the list: from its newest on.
pub(crate) fn entered<S: Shelved>(ground: &Ground) -> Next {
    Next::event(event::<Shelf<S>>(S::KEY, Came::Entered, ground))
}

/// A person comes to see what goes by this name.
pub(crate) fn find<S: Shelved>(facet: usize, name: &str, ground: &Ground) -> Next {
    Next::event(event::<Shelf<S>>(S::KEY, Came::Find { facet, name: name.to_owned() }, ground))
}
