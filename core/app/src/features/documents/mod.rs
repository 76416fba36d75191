//! The account's documents: notices, demands, receipts, by kind and year. What one holds is opened on the website, as yet.

mod list;

#[cfg(test)]
mod tests;

use fl_domain::{
    Freshness, Origin,
    service::{Capability, documents::Document},
};

use self::list::Documents as All;
use crate::{
    kit::screen::{Block, Icon, Row, Tone},
    open::{
        Ground, Next, Place,
        account::{Account, describe},
        blocks::on_the_website,
        feature::{Feature, Reading, Slot},
        nav,
        shelf::{self, Shelf},
    },
};

/// The documents.
pub(crate) struct Documents;

impl Feature for Documents {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        (place == Place::Documents).then(|| {
            ground.show(Shelf::<All>::default());
            shelf::entered::<All>(ground)
        })
    }

    fn opened(&self, ground: &Ground) -> Next {
        shelf::opened::<All>(ground)
    }

    fn reads(&self) -> Vec<Reading> {
        vec![shelf::head::<All>()]
    }

    fn summary(&self, slot: Slot, account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::HomeMore => vec![line(account, ground)],
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::ProfileContacts
            | Slot::ProfileGettingIn
            | Slot::ProfileHere => Vec::new(),
        }
    }
}

/// How many wait to be read, and how old that is; that nobody knows, where nobody does.
fn line(account: &Account, ground: &Ground) -> Block {
    let texts = ground.texts();
    let title = texts.say("documents-title");
    if !ground.offers(Capability::Documents) {
        return on_the_website("documents", title, ground);
    }
    let row = Row::new("documents", Icon::Letter, title).touch(nav::Intent::Go(Place::Documents));
    let known =
        shelf::overview::<All>(account).and_then(|known| known.state.fetched_at.map(|at| (known, at)));
    let Some((known, fetched_at)) = known else {
        return row.detail(texts.say("documents-unknown")).tone(Tone::Quiet).into();
    };
    let origin = if known.is_live(ground) { Origin::Live } else { Origin::Cached };
    let state = |name| known.count(Document::STATE, name);
    let (unread, read) = (state(Document::UNREAD), state(Document::READ));
    let (value, tone) = if unread > 0 {
        (texts.tell("documents-unread", &[("count", unread.into())]), Tone::Attention)
    } else if known.state.count == 0 {
        (texts.say("documents-none-short"), Tone::Quiet)
    } else if read == known.state.count {
        (texts.say("documents-all-read"), Tone::Quiet)
    } else {
        // Of some the service does not say it: that all are read is not claimed.
        (list::counted(known.state.count, texts), Tone::Quiet)
    };
    row.detail(describe(Freshness { origin, fetched_at }, ground)).value(value).tone(tone).into()
}
