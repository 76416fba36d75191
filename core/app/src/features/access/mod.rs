//! The ways to get access: what each is, what to bring in one's own case, how long it takes. Works before any sign-in and
//! without a network. The facts are the table of the account rules, in the domain.

mod view;

#[cfg(test)]
mod tests;

use std::convert::Infallible;

use crux_core::Command;
use fl_domain::{
    Secret, Timestamp,
    access::{Case, Way},
};

use crate::{
    kit::{
        screen::{PageKey, Screen},
        touch,
    },
    open::{
        Ground, Next, Place, feature,
        page::{Back, Life, Page},
    },
};

/// The ways to get access.
pub(crate) struct Access;

impl feature::Feature for Access {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        let (way, is_direct) = match place {
            Place::Access => (None, false),
            Place::Card => (Some(Way::Card), true),
            _ => return None,
        };
        ground.show(Ways { way, case: Case::OwnOffice, is_direct });
        Some(Command::done())
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Opens one way.
    Look(Way),
    /// Says in what case one is.
    In(Case),
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Look(Way::Card) => "access/card",
            Self::Look(Way::Mfc) => "access/mfc",
            Self::Look(Way::Esia) => "access/esia",
            Self::Look(Way::Signature) => "access/signature",
            Self::In(Case::OwnOffice) => "access/own-office",
            Self::In(Case::OtherOffice) => "access/other-office",
            Self::In(Case::Representative) => "access/representative",
            Self::In(Case::Child) => "access/child",
        }
    }
}

/// The list, or one way and one's own case.
struct Ways {
    way: Option<Way>,
    case: Case,
    /// Opened at this way: going back leaves the page.
    is_direct: bool,
}

impl Page for Ways {
    type Intent = Intent;
    type Event = Infallible;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        let step = match self.way {
            _ if self.is_direct => return vec!["card".to_owned()],
            None => return vec!["access".to_owned()],
            Some(Way::Card) => "access-card",
            Some(Way::Mfc) => "access-mfc",
            Some(Way::Esia) => "access-esia",
            Some(Way::Signature) => "access-signature",
        };
        vec!["access".to_owned(), step.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, _: &mut Ground) -> Next {
        match intent {
            Intent::Look(way) => self.way = Some(way),
            Intent::In(case) => self.case = case,
        }
        Command::done()
    }

    fn heard(_: Option<&mut Self>, event: Infallible, _: &mut Ground) -> Next {
        match event {}
    }

    fn edit(&mut self, _: &str, _: Secret, _: &mut Ground) -> Next {
        Command::done()
    }

    fn back(&mut self, _: &mut Ground) -> Back {
        if !self.is_direct && self.way.take().is_some() { Back::Stays } else { Back::Goes(Command::done()) }
    }

    /// Nothing is typed here.
    fn left(&mut self, _: &mut Ground) {}

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        None
    }
}
