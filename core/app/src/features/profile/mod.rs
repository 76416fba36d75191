//! Who one is; and, in the words of the features that know them, how one is reached, how one gets in, what is on this device.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use crate::{
    kit::{
        screen::{PageKey, Screen},
        touch::Nothing,
    },
    open::{
        Ground, Next, Place,
        feature::Feature,
        page::{Back, Life, Page},
    },
};

/// The page's key.
const KEY: &str = "profile";

/// Who one is.
pub(crate) struct Profile;

impl Feature for Profile {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Profile {
            return None;
        }
        ground.show(Person);
        Some(Command::done())
    }
}

/// The page. All that it shows is the account's.
struct Person;

impl Page for Person {
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
