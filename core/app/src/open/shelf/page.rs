use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use super::{
    event::{Came, Step},
    list::Shelf,
    overview,
    shelved::Shelved,
    view,
};
use crate::{
    kit::screen::{PageKey, Screen},
    open::{
        event::Next,
        ground::{Back, Ground, Life},
        page::Page,
    },
};

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
        let beside = beside::<S>(&came, ground);
        page.map_or_else(Command::done, |shelf| shelf.0.heard(came, ground)).and(beside)
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

/// What is kept of the list as a whole, while nobody looks at it too.
fn beside<S: Shelved>(came: &Came<S>, ground: &mut Ground) -> Next {
    match came {
        Came::Head(Ok(_)) => {
            overview::change::<S>(ground, |overview| overview.is_met = true);
            overview::load::<S>(ground)
        }
        Came::Opened | Came::Tail(Ok(_)) => overview::load::<S>(ground),
        Came::Overview(Ok(view)) => {
            overview::change::<S>(ground, |overview| {
                (overview.state, overview.facets) = (view.state.clone(), view.facets.clone());
            });
            Command::done()
        }
        // Not known is not none: what was known stays, with its age.
        Came::Overview(Err(_))
        | Came::Head(Err(_))
        | Came::Tail(Err(_))
        | Came::Entered
        | Came::Find { .. }
        | Came::Window { .. } => Command::done(),
    }
}
