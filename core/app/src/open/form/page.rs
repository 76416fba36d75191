use fl_domain::{Secret, Timestamp};

use super::{
    event::Event,
    model::{Filling, review_key},
    update, view,
};
use crate::{
    kit::{
        form::Ask,
        screen::{PageKey, Screen},
    },
    open::{
        drafts,
        event::Next,
        ground::Ground,
        page::{Back, Life, Page},
    },
};

impl Page for Filling {
    type Intent = Ask;
    type Event = Event;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        let spec = self.form.spec();
        let steps = spec.steps.iter().skip(1).map(|step| step.key.to_owned());
        let mut path: Vec<PageKey> =
            std::iter::once(spec.name.to_owned()).chain(steps).take(self.at + 1).collect();
        if self.at >= spec.steps.len() {
            path.push(review_key(spec));
        }
        if let Some((field, _)) = &self.looking {
            path.push(format!("{}-choose-{field}", spec.name));
        }
        path
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, ask: Ask, ground: &mut Ground) -> Next {
        update::touched(self, ask, ground)
    }

    fn heard(page: Option<&mut Self>, event: Event, ground: &mut Ground) -> Next {
        update::heard(page, event, ground)
    }

    fn edit(&mut self, field: &str, text: Secret, ground: &mut Ground) -> Next {
        update::edit(self, field, text, ground)
    }

    fn back(&mut self, ground: &mut Ground) -> Back {
        if self.is_discarding {
            self.is_discarding = false;
            return Back::Stays;
        }
        if self.looking.take().is_some() {
            return Back::Stays;
        }
        // Where there is nothing to fill in there are no steps to go back by.
        if self.at > 0 && update::is_editable(self, ground) {
            self.at -= 1;
            self.forget_typed(ground);
            return Back::StaysWith(update::note_step(self, ground));
        }
        // What nobody filled anything into was never kept, and is no draft.
        if let Some(account) = ground.account_mut()
            && account.drafts.get(self.draft).is_some_and(|draft| draft.edition == 0)
        {
            account.drafts.forget(self.draft);
        }
        Back::Goes(drafts::update::run(ground))
    }

    /// The password of a signature is typed again: no shell shows it twice.
    fn left(&mut self, ground: &mut Ground) {
        self.forget_typed(ground);
    }

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        None
    }
}
