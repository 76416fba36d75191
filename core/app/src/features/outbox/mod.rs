//! Everything that is to be done at the service exactly once: where each thing is, and what can be done about it.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{Secret, Timestamp, service::OnceKey};

use crate::{
    kit::{
        screen::{Block, Icon, PageKey, Row, Screen, Tone},
        touch,
    },
    open::{
        Ground, Next, Place,
        account::Account,
        feature::{Feature, Slot},
        nav,
        page::{Back, Life, Page},
    },
};

/// The page's key.
const KEY: &str = "outbox";

/// What is to be sent.
pub(crate) struct Outbox;

impl Feature for Outbox {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Outbox {
            return None;
        }
        ground.show(List::default());
        Some(Command::done())
    }

    /// What waits is in sight wherever one begins; what is done is in the profile.
    fn summary(&self, slot: Slot, account: &Account, ground: &Ground) -> Vec<Block> {
        let texts = ground.texts();
        let row = |detail: String, tone| {
            vec![
                Row::new("outbox", Icon::Letter, texts.say("outbox-title"))
                    .detail(detail)
                    .tone(tone)
                    .touch(nav::Intent::Go(Place::Outbox))
                    .into(),
            ]
        };
        let (unsettled, refused) = (account.outbox.unsettled(), account.outbox.refused());
        match slot {
            Slot::HomeTop if refused > 0 => {
                row(texts.tell("outbox-refused-count", &[("count", refused.into())]), Tone::Bad)
            }
            Slot::HomeTop if unsettled > 0 => {
                row(texts.tell("outbox-unsettled", &[("count", unsettled.into())]), Tone::Attention)
            }
            Slot::ProfileHere if account.outbox.newest_first().next().is_some() => {
                row(texts.say("outbox-detail"), Tone::Plain)
            }
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::HomeMore
            | Slot::ProfileContacts
            | Slot::ProfileGettingIn
            | Slot::ProfileHere => Vec::new(),
        }
    }
}

/// The page.
#[derive(Default)]
struct List {
    /// The one that was touched.
    opened: Option<OnceKey>,
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Opens one of the list, or closes it.
    Open(OnceKey),
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Open(_) => "outbox/open",
        }
    }
}

impl Page for List {
    type Intent = Intent;
    type Event = std::convert::Infallible;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self.opened, ground)
    }

    fn touched(&mut self, intent: Intent, _ground: &mut Ground) -> Next {
        match intent {
            Intent::Open(key) => self.opened = (self.opened != Some(key)).then_some(key),
        }
        Command::done()
    }

    fn heard(_page: Option<&mut Self>, event: Self::Event, _ground: &mut Ground) -> Next {
        match event {}
    }

    fn edit(&mut self, _field: &str, _text: Secret, _ground: &mut Ground) -> Next {
        Command::done()
    }

    fn back(&mut self, _ground: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    fn left(&mut self, _ground: &mut Ground) {}

    fn awaited(&self, _ground: &Ground) -> Option<Timestamp> {
        None
    }
}
