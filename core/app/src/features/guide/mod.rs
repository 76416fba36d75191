//! «Wrong password», talked through: the six steps of the account rules, asked one at a time, what the app knows already left out,
//! and exactly one thing to do at the end. It never costs an attempt by itself.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::{
    Inn,
    access::{
        Action, Facts, Next as Step, PrimaryValidity, Question, TypingHint, next, primary_validity,
        suspicions,
    },
    service::PasswordStatus,
};
use serde::Serialize;

pub(crate) use view::view;

use crate::{
    app::{Event as AppEvent, Place},
    effects::Effect,
    features::{access, session},
    model::{Model, Stage},
    page::{self, Page},
};

type Next = Command<Effect, AppEvent>;

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "GuideIntent"))]
pub enum Intent {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Does what the talk ended in.
    Do,
}

/// The talk so far.
pub(crate) struct Guide {
    /// What was known before it began.
    known: Facts,
    /// What was answered, in order.
    answers: Vec<(Question, bool)>,
}

impl Guide {
    fn facts(&self) -> Facts {
        let mut facts = self.known;
        for (question, yes) in &self.answers {
            facts.answer(*question, *yes);
        }
        facts
    }

    /// Where it stands.
    pub(crate) fn step(&self) -> Step {
        next(&self.facts())
    }
}

/// The talk begins, with what is known.
pub(crate) fn open(model: &mut Model) -> Next {
    if matches!(model.pages.last(), Some(Page::Guide(_))) {
        return Command::done();
    }
    let known = known(model);
    page::open(Page::Guide(Guide { known, answers: Vec::new() }), model);
    Command::done()
}

/// What this app knows of the person whose INN is typed: never asked again.
fn known(model: &Model) -> Facts {
    let mut facts = Facts {
        typing: session::typed_password(model).and_then(|typed| TypingHint::of(&suspicions(typed))),
        ..Facts::default()
    };
    let typed = Inn::parse_person(session::typed_login(model).expose()).ok();
    let is_this = |inn: &Inn| typed.as_ref() == Some(inn);
    if model.waiting.changed.as_ref().is_some_and(|(inn, _)| is_this(inn)) {
        facts.has_card_password = Some(false);
        facts.changed_lately = Some(true);
    }
    if let Some((inn, until)) = &model.waiting.activation
        && is_this(inn)
    {
        facts.registered_within_hour = Some(*until > model.now.trusted());
    }
    if let Stage::Open(account) = &model.stage {
        match account.figures.password.as_ref().map(|known| &known.value) {
            Some(PasswordStatus::Primary { issued, .. }) => {
                facts.has_card_password = Some(true);
                let expired =
                    matches!(primary_validity(*issued, model.today()), PrimaryValidity::Expired { .. });
                facts.card_older_than_month = Some(expired);
            }
            Some(PasswordStatus::Own { .. }) => facts.has_card_password = Some(false),
            Some(PasswordStatus::Absent) => facts.esia_only = Some(true),
            None => {}
        }
        if let Some(contacts) = &account.figures.contacts {
            facts.recovery_set_up = Some(contacts.value.can_recover());
        }
    }
    facts
}

/// One answer is taken back; `false` where the page itself goes.
pub(crate) fn back(page: &mut Guide) -> bool {
    page.answers.pop().is_some()
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    let Some(Page::Guide(page)) = model.pages.last_mut() else { return Command::done() };
    match (page.step(), intent) {
        (Step::Ask(question), Intent::Yes) => page.answers.push((question, true)),
        (Step::Ask(question), Intent::No) => page.answers.push((question, false)),
        (Step::Do(action), Intent::Do) => return act(action, model),
        // What looks wrong may be right all the same: the talk goes on.
        (Step::Do(Action::TypeAgain), Intent::Yes) if page.known.typing.is_some() => {
            page.answers.push((Question::Typing, true));
        }
        (Step::Ask(_), Intent::Do) | (Step::Do(_), Intent::Yes | Intent::No) => {}
    }
    Command::done()
}

fn act(action: Action, model: &mut Model) -> Next {
    match action {
        // The sign-in below is where it is typed; nothing is sent by going there.
        Action::TypeAgain | Action::TryTheOneBefore | Action::WaitForActivation => {
            model.pages.clear();
            Command::done()
        }
        Action::NewCard | Action::GoToOffice => access::on_intent(access::Intent::Card, model),
        Action::SignInThroughEsia => page::go(Place::Esia, model),
        Action::Recover => page::go(Place::Recovery, model),
    }
}
