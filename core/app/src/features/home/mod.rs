//! Where one stands: the status line, the single tax account, liabilities by tax, letters.

mod explain;
mod list;
mod status;
mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{Secret, Timestamp, service::account as service};

use self::explain::{Explained, Name};
use crate::{
    kit::{
        screen::{PageKey, Screen},
        touch::{Intent as Meaning, Nothing},
    },
    open::{
        AnyPage, Ground, Next, Place,
        feature::{Feature, Reading},
        page::{Back, Life, Page},
    },
};

/// The page's key.
const KEY: &str = "home";

/// Where one stands.
pub(crate) struct Home;

impl Feature for Home {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Home {
            return None;
        }
        ground.clear();
        if let Some(account) = ground.account_mut() {
            account.place = Place::Home;
        }
        Some(Command::done())
    }

    fn room(&self, _ground: &mut Ground) -> Option<(Place, Box<dyn AnyPage>)> {
        Some((Place::Home, Box::new(Room)))
    }

    fn reads(&self) -> Vec<Reading> {
        vec![
            Reading::ask(service::EnsBalance, |texts| texts.say("home-balance")),
            Reading::ask(service::LiabilityTotals, |texts| texts.say("home-totals")),
            Reading::ask(service::Taxpayer, |texts| texts.say("home-person")),
            Reading::ask(service::PaymentTotals, |texts| texts.say("home-confirmed")),
            Reading::all::<service::Accruals>(|texts| texts.say("home-accruals")),
            Reading::all::<service::Arrears>(|texts| texts.say("home-arrears")),
        ]
    }
}

/// What a person can do in it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    /// Seeing what a figure means.
    Explain(Name),
}

impl Meaning for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Explain(_) => "home/explain",
        }
    }
}

/// The first room. All that it shows is the account's.
struct Room;

impl Page for Room {
    type Intent = Intent;
    type Event = Nothing;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match intent {
            Intent::Explain(name) => ground.show(Explained(name)),
        }
        Command::done()
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
