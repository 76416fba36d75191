use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use super::{
    Shelved, Step,
    list::{Came, List},
    view,
};
use crate::{
    kit::screen::{PageKey, Screen},
    open::{
        Ground, Next,
        page::{Back, Life, Page},
    },
};

/// A list as a page or a room.
pub(crate) struct Shelf<S: Shelved>(pub(super) List<S>);

impl<S: Shelved> Default for Shelf<S> {
    fn default() -> Self {
        Self(List::default())
    }
}

impl<S: Shelved> Page for Shelf<S> {
    type Intent = Step;
    type Event = Came<S>;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        S::path()
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(&self.0, ground)
    }

    fn touched(&mut self, step: Step, ground: &mut Ground) -> Next {
        self.0.touched(step, ground)
    }

    fn heard(page: Option<&mut Self>, came: Came<S>, ground: &mut Ground) -> Next {
        page.map_or_else(Command::done, |shelf| shelf.0.heard(came, ground))
    }

    fn edit(&mut self, field: &str, text: Secret, ground: &mut Ground) -> Next {
        if field == view::SEARCH { self.0.search(&text, ground) } else { Command::done() }
    }

    fn back(&mut self, _ground: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    /// The words that are sought are no secret.
    fn left(&mut self, _ground: &mut Ground) {}

    fn awaited(&self, _ground: &Ground) -> Option<Timestamp> {
        None
    }
}
