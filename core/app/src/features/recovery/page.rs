use crux_core::Command;
use fl_domain::{Secret, Timestamp, access::without_line_end};

use super::{
    choose, form, letter,
    model::{Event, Intent, KEY, Recovering, Step},
    view,
};
use crate::{
    kit::screen::{PageKey, Screen},
    open::{
        Ground, Next,
        page::{Back, Life, Page},
    },
};

impl Page for Recovering {
    type Intent = Intent;
    type Event = Event;
    const LIFE: Life = Life::Device;

    fn path(&self) -> Vec<PageKey> {
        let step = match self.step {
            Step::Form => None,
            Step::Letter { .. } => Some("recovery-letter"),
            Step::Choose(_) => Some("new-password"),
        };
        [KEY].into_iter().chain(step).map(str::to_owned).collect()
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match intent {
            Intent::Send => form::send(self, ground),
            Intent::HaveLetter => {
                self.go(Step::letter(), ground);
                Command::done()
            }
            Intent::OpenLink => letter::look(self, ground),
            Intent::SetPassword => choose::set_password(self, ground),
        }
    }

    fn heard(page: Option<&mut Self>, event: Event, ground: &mut Ground) -> Next {
        match (page, event) {
            (Some(page), Event::Follow(url)) => letter::follow(page, &url, ground),
            (Some(page), Event::Standing { inn, send, answer }) => {
                form::standing_told(page, inn, send, answer.result, ground)
            }
            (Some(page), Event::Link { token, answer }) => letter::told(page, token, answer.result, ground),
            (None, Event::Follow(_) | Event::Standing { .. } | Event::Link { .. }) => Command::done(),
            (page, Event::Sent { inn, answer }) => form::sent(page, inn, answer.result, ground),
            (page, Event::Set { inn, new, answer }) => choose::told(page, inn, new, answer.result, ground),
            (_, Event::SignedIn { inn, new, answer, picture }) => {
                choose::signed_in(inn, new, answer, picture, ground)
            }
        }
    }

    /// What the service said stays until something is sent; what was seen here goes with its cause.
    fn edit(&mut self, field: &str, text: Secret, _: &mut Ground) -> Next {
        self.fault.take_if(|fault| fault.is_in(field));
        match (field, &mut self.step) {
            ("inn", Step::Form) => self.inn = text,
            ("email", Step::Form) => self.email = text,
            ("word", Step::Form) => self.word = text,
            ("link", Step::Letter { link, .. }) => *link = text,
            ("new-password", Step::Choose(choose)) => {
                // A copied password brings an end of line along, which nobody means.
                choose.new = Secret::new(without_line_end(text.expose()));
            }
            _ => {}
        }
        Command::done()
    }

    fn back(&mut self, ground: &mut Ground) -> Back {
        if matches!(self.step, Step::Form) {
            return Back::Goes(Command::done());
        }
        self.go(Step::Form, ground);
        Back::Stays
    }

    /// The word would cost an attempt that nobody means, since its field looks empty. A link's token goes too: the letter's link
    /// is opened once more.
    fn left(&mut self, ground: &mut Ground) {
        self.word = Secret::default();
        match &mut self.step {
            Step::Form => {}
            Step::Letter { link, .. } => *link = Secret::default(),
            Step::Choose(_) => self.step = Step::letter(),
        }
        self.fault.take_if(|fault| fault.is_of_a_secret());
        self.revision = ground.next_revision();
    }

    fn awaited(&self, ground: &Ground) -> Option<Timestamp> {
        self.blocked_until(ground)
    }
}
