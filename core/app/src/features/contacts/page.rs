use crux_core::Command;
use fl_domain::{Secret, Timestamp, service::Contact};

use super::{
    model::{Event, Form, Intent, Subject},
    reminder, update, view,
};
use crate::{
    kit::screen::{PageKey, Screen},
    open::{
        Ground, Next,
        page::{Back, Life, Page},
    },
};

impl Page for Form {
    type Intent = Intent;
    type Event = Event;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![self.subject.key().to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        update::touched(self, intent, ground)
    }

    fn heard(page: Option<&mut Self>, event: Event, ground: &mut Ground) -> Next {
        match (page, event) {
            (_, Event::Recalled(result)) => {
                reminder::recalled(&result, ground);
                Command::done()
            }
            (Some(page), Event::Code(code)) => update::confirm_with(page, code, ground),
            (Some(page), Event::Saved(ask)) => {
                update::saved_it(page, &ask, ground);
                Command::done()
            }
            (None, Event::Code(_) | Event::Saved(_)) => Command::done(),
            (page, Event::Answered { what, answer }) => update::answered(page, what, answer, ground),
        }
    }

    fn edit(&mut self, field: &str, text: Secret, _: &mut Ground) -> Next {
        match (self.subject, field) {
            (Subject::Contact(Contact::Email), "email")
            | (Subject::Contact(Contact::Phone), "phone")
            | (Subject::ControlWord, "control-word") => {
                self.typed = text;
                self.fault = None;
            }
            (Subject::Contact(_), "code") => {
                self.code = text;
                self.code_fault = None;
            }
            _ => {}
        }
        Command::done()
    }

    fn back(&mut self, _: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    /// An address and a number stay: a screen shows them again. A code and a word are typed anew.
    fn left(&mut self, ground: &mut Ground) {
        self.code = Secret::default();
        if self.subject == Subject::ControlWord {
            self.typed = Secret::default();
        }
        self.revision = ground.next_revision();
    }

    fn awaited(&self, _: &Ground) -> Option<Timestamp> {
        None
    }
}
