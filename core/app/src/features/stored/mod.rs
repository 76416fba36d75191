//! What is stored on this device, how it is locked, and how it is removed.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use crate::{
    kit::{
        effects::{Sizes, Vault, VaultFault, Vaulted},
        screen::{Block, Icon, PageKey, Row, Screen},
        touch::Nothing,
    },
    open::{
        Ground, Next, Place,
        account::Account,
        feature::{Feature, Slot},
        nav,
        page::{self, Back, Life, Page},
    },
};

/// The page's key.
const KEY: &str = "stored";

/// What is stored here.
pub(crate) struct Stored;

impl Feature for Stored {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Stored {
            return None;
        }
        ground.show(Measured { sizes: None });
        Some(page::run::<Measured, _, _>(KEY, ground, |ctx| async move {
            match ctx.request_from_shell(Vault::Measure).await {
                Ok(Vaulted::Sizes(sizes)) => Ok(sizes),
                Ok(_) => Err(VaultFault::Broken),
                Err(fault) => Err(fault),
            }
        }))
    }

    fn summary(&self, slot: Slot, _account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::ProfileHere => {
                let texts = ground.texts();
                let row = Row::new("stored", Icon::Device, texts.say("stored-title"))
                    .detail(texts.say("stored-detail"))
                    .touch(nav::Intent::Go(Place::Stored));
                vec![row.into()]
            }
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::HomeMore
            | Slot::ProfileContacts
            | Slot::ProfileGettingIn => Vec::new(),
        }
    }
}

/// The page; `None` while it is being measured.
struct Measured {
    sizes: Option<Result<Sizes, VaultFault>>,
}

impl Page for Measured {
    type Intent = Nothing;
    /// How much is stored.
    type Event = Result<Sizes, VaultFault>;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self.sizes, ground)
    }

    fn touched(&mut self, intent: Nothing, _ground: &mut Ground) -> Next {
        match intent {}
    }

    fn heard(page: Option<&mut Self>, sizes: Result<Sizes, VaultFault>, _ground: &mut Ground) -> Next {
        if let Some(page) = page {
            page.sizes = Some(sizes);
        }
        Command::done()
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
