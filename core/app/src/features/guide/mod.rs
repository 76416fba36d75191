//! «Wrong password», talked through: the six steps of the account rules, asked one at a time, what the app knows already left out,
//! and exactly one thing to do at the end. It never costs an attempt by itself.

mod known;
mod view;

#[cfg(test)]
mod tests;

use std::convert::Infallible;

use crux_core::Command;
use fl_domain::{
    Secret, Timestamp,
    access::{Action, Facts, Next as Step, Question, next},
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

const KEY: &str = "guide";

/// The guide to a refused password.
pub(crate) struct Guide;

impl feature::Feature for Guide {
    /// The talk begins, with what is known.
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Guide {
            return None;
        }
        let known = known::known(ground);
        ground.show(Talk { known, answers: Vec::new() });
        Some(Command::done())
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Does what the talk ended in.
    Do,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Yes => "guide/yes",
            Self::No => "guide/no",
            Self::Do => "guide/do",
        }
    }
}

/// The talk so far.
struct Talk {
    /// What was known before it began.
    known: Facts,
    /// What was answered, in order.
    answers: Vec<(Question, bool)>,
}

impl Talk {
    fn facts(&self) -> Facts {
        let mut facts = self.known;
        for (question, yes) in &self.answers {
            facts.answer(*question, *yes);
        }
        facts
    }

    /// Where it stands.
    fn step(&self) -> Step {
        next(&self.facts())
    }
}

impl Page for Talk {
    type Intent = Intent;
    type Event = Infallible;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(self, ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        match (self.step(), intent) {
            (Step::Ask(question), Intent::Yes) => self.answers.push((question, true)),
            (Step::Ask(question), Intent::No) => self.answers.push((question, false)),
            (Step::Do(action), Intent::Do) => return act(action, ground),
            // What looks wrong may be right all the same: the talk goes on.
            (Step::Do(Action::TypeAgain), Intent::Yes) if self.known.typing.is_some() => {
                self.answers.push((Question::Typing, true));
            }
            (Step::Ask(_), Intent::Do) | (Step::Do(_), Intent::Yes | Intent::No) => {}
        }
        Command::done()
    }

    fn heard(_: Option<&mut Self>, event: Infallible, _: &mut Ground) -> Next {
        match event {}
    }

    fn edit(&mut self, _: &str, _: Secret, _: &mut Ground) -> Next {
        Command::done()
    }

    /// One answer is taken back.
    fn back(&mut self, _: &mut Ground) -> Back {
        if self.answers.pop().is_some() { Back::Stays } else { Back::Goes(Command::done()) }
    }

    /// Nothing is typed here.
    fn left(&mut self, _: &mut Ground) {}

    fn awaited(&self, ground: &Ground) -> Option<Timestamp> {
        match self.step() {
            Step::Do(Action::WaitForActivation) => {
                ground.waiting.activation.as_ref().map(|(_, until)| *until)
            }
            Step::Do(_) | Step::Ask(_) => None,
        }
    }
}

fn act(action: Action, ground: &mut Ground) -> Next {
    match action {
        // The sign-in below is where it is typed; nothing is sent by going there.
        Action::TypeAgain | Action::TryTheOneBefore | Action::WaitForActivation => {
            ground.clear();
            Command::done()
        }
        Action::NewCard | Action::GoToOffice => ground.go(Place::Card),
        Action::SignInThroughEsia => ground.go(Place::Esia),
        Action::Recover => ground.go(Place::Recovery),
    }
}
