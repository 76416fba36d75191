use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use super::{
    model::{Intent, KEY, List},
    update, view,
};
use crate::{
    kit::screen::{PageKey, Screen},
    open::{
        Ground, Next,
        page::{Back, Life, Page},
    },
};

impl Page for List {
    type Intent = Intent;
    type Event = std::convert::Infallible;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        update::touched(self, intent, ground)
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
