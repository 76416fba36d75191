use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use super::{
    gate,
    model::{Change, Event, Faults, Intent, KEY, Source, Typed},
    update, view,
};
use crate::{
    kit::screen::{PageKey, Screen},
    open::{
        Ground, Next,
        page::{Back, Life, Page},
    },
};

impl Page for Change {
    type Intent = Intent;
    type Event = Event;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match intent {
            Intent::Send => update::send(self, ground),
        }
    }

    fn heard(page: Option<&mut Self>, event: Event, ground: &mut Ground) -> Next {
        match event {
            Event::Policy(answer) => {
                if let Some(page) = page {
                    match answer.result {
                        Ok(policy) => (page.policy, page.source) = (policy, Source::Service),
                        Err(_) => page.source = Source::Documented,
                    }
                }
                Command::done()
            }
            Event::Changed { inn, answer } => update::changed(page, inn, answer, ground),
            Event::Confirmed(answer) => gate::confirmed(answer, ground),
        }
    }

    fn edit(&mut self, field: &str, text: Secret, _: &mut Ground) -> Next {
        match field {
            "old-password" if self.old.is_some() => {
                self.old = Some(Typed::new(text));
                self.faults.old = None;
            }
            "new-password" => {
                self.new = Typed::new(text);
                self.faults.new = None;
            }
            _ => {}
        }
        Command::done()
    }

    fn back(&mut self, _: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    fn left(&mut self, ground: &mut Ground) {
        self.old = self.old.as_ref().map(|_| Typed::default());
        self.new = Typed::default();
        self.revision = ground.next_revision();
        (self.tried, self.faults) = (false, Faults::default());
    }

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        None
    }
}
