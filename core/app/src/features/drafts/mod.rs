//! Forms that were begun: which there are, how old they are, how much room their files take.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use crate::{
    kit::{
        form::DraftId,
        screen::{Block, Icon, PageKey, Row, Screen, Tone},
        touch,
    },
    open::{
        Ground, Next, Place,
        account::Account,
        drafts::update,
        feature::{Feature, Form, Slot},
        form, nav,
        page::{Back, Life, Page},
    },
};

/// The page's key.
const KEY: &str = "drafts";

/// Forms that were begun.
pub(crate) struct Drafts;

impl Feature for Drafts {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Drafts {
            return None;
        }
        ground.show(List::default());
        Some(Command::done())
    }

    /// What was begun is in sight wherever one begins; how much room it takes is said with what else is stored here.
    fn summary(&self, slot: Slot, account: &Account, ground: &Ground) -> Vec<Block> {
        let texts = ground.texts();
        let count = account.begun();
        let row = |detail: String| {
            let row = Row::new("drafts", Icon::Draft, texts.say("drafts-title")).detail(detail);
            vec![row.touch(nav::Intent::Go(Place::Drafts)).into()]
        };
        match slot {
            Slot::HomeReminder if count > 0 => row(texts.tell("drafts-count", &[("count", count.into())])),
            Slot::ProfileHere => row(texts.say("drafts-detail")),
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::HomeMore
            | Slot::ProfileContacts
            | Slot::ProfileGettingIn => Vec::new(),
        }
    }
}

/// The page.
#[derive(Default)]
struct List {
    /// Of a form that this app does not know: whether it is to go is asked.
    asked: Option<DraftId>,
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Opens one where it was left.
    Open(DraftId),
    /// One of an unknown form goes.
    Remove(DraftId),
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Open(_) => "drafts/open",
            Self::Remove(_) => "drafts/remove",
        }
    }
}

/// The form of this name, whichever feature's it is.
fn form_of(name: &str, ground: &Ground) -> Option<&'static dyn Form> {
    let mut forms = ground.features().iter().flat_map(|feature| feature.forms());
    forms.find(|form| form.spec().name == name).copied()
}

impl Page for List {
    type Intent = Intent;
    type Event = std::convert::Infallible;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self.asked, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match intent {
            Intent::Open(id) => {
                let form =
                    ground.account().and_then(|account| account.drafts.get(id)).map(|it| it.form.clone());
                if let Some(form) = form.and_then(|name| form_of(&name, ground)) {
                    return form::resume(form, id, ground);
                }
                self.asked = (self.asked != Some(id)).then_some(id);
                Command::done()
            }
            Intent::Remove(id) => update::remove(id, ground),
        }
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

/// How a draft feels in a list.
const fn tone(is_unkept: bool) -> Tone {
    if is_unkept { Tone::Bad } else { Tone::Plain }
}
