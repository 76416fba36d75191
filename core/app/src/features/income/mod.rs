//! Income and the tax withheld from it, by year (2-NDFL).

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{Secret, Timestamp, service::account as service};

use crate::{
    kit::{
        screen::{Block, Icon, PageKey, Row, Screen},
        touch::Nothing,
    },
    open::{
        Ground, Next, Place,
        account::Account,
        feature::{Feature, Reading, Slot},
        nav,
        page::{Back, Life, Page},
    },
};

/// The page's key.
const KEY: &str = "income";

/// Income by year.
pub(crate) struct Income;

impl Feature for Income {
    /// It lies over the first room, whichever was seen.
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Income {
            return None;
        }
        ground.clear();
        if let Some(account) = ground.account_mut() {
            account.place = Place::Home;
        }
        // A gate stands before this room as before the others.
        if ground.gate().is_none() {
            ground.show(Years);
        }
        Some(Command::done())
    }

    fn reads(&self) -> Vec<Reading> {
        vec![Reading::ask(service::Incomes, |texts| texts.say("income-title"))]
    }

    fn summary(&self, slot: Slot, _account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::HomeMore => {
                let texts = ground.texts();
                let row = Row::new("income", Icon::Income, texts.say("income-title"))
                    .detail(texts.say("income-detail"))
                    .touch(nav::Intent::Go(Place::Income));
                vec![row.into()]
            }
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::ProfileContacts
            | Slot::ProfileGettingIn
            | Slot::ProfileHere => Vec::new(),
        }
    }
}

/// The page. All that it shows is the account's.
struct Years;

impl Page for Years {
    type Intent = Nothing;
    type Event = Nothing;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(ground)
    }

    fn touched(&mut self, intent: Nothing, _ground: &mut Ground) -> Next {
        match intent {}
    }

    fn heard(_page: Option<&mut Self>, event: Nothing, _ground: &mut Ground) -> Next {
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
