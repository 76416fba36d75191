//! The pattern book: one form with every kind of field, for tests and for looking at. No app that ships has it.

mod spec;

#[cfg(test)]
mod tests;

use fl_domain::{
    Secret,
    service::{
        Ask, Capability,
        pattern::{Filled, Send},
    },
};

use crate::{
    kit::{
        form::{Answers, Chosen, DraftId, Spec},
        screen::Icon,
        texts::Texts,
    },
    open::{
        Ground, Next, Place,
        feature::{Feature, Form, OwnLink, SendingWords},
        form, outbox,
    },
};

/// The word of the link that opens it: `fltaxes://pattern?OBJECT`.
const WORD: &str = "pattern";

/// Every kind of field.
pub(crate) struct Pattern;

impl Feature for Pattern {
    fn open(&self, _: Place, _: &mut Ground) -> Option<Next> {
        None
    }

    /// By a link alone: there is no way to it on any screen. What follows the question mark is what the draft is about; `book` is nothing.
    fn follow(&self, link: &OwnLink<'_>, ground: &mut Ground) -> Option<Next> {
        if link.word != WORD {
            return None;
        }
        let object = Some(link.query).filter(|object| *object != "book");
        Some(form::open(&Pattern, object.map(|object| (object, object)), ground))
    }

    fn forms(&self) -> &'static [&'static dyn Form] {
        &[&Pattern]
    }

    fn sending(&self, ask: &Ask, texts: &Texts) -> Option<SendingWords> {
        let Ask::Pattern(fl_domain::service::pattern::Ask::Send(send)) = ask else { return None };
        Some(SendingWords {
            icon: Icon::Draft,
            title: texts.say("pattern-title"),
            detail: Some(send.0.subject.clone()),
        })
    }
}

impl Form for Pattern {
    fn spec(&self) -> &'static Spec {
        &spec::SPEC
    }

    fn icon(&self) -> Icon {
        Icon::Draft
    }

    fn capability(&self) -> Option<Capability> {
        Some(Capability::Pattern)
    }

    /// The name by which the account calls its owner stands in for what a service would say.
    fn given(&self, _: Option<&str>, ground: &Ground) -> Vec<(&'static str, String)> {
        let owner = ground.answer::<fl_domain::service::contacts::Read>();
        match owner {
            crate::open::answer::Answer::Known(contacts) => {
                let email = contacts.value.email.confirmed.clone();
                email.map(|email| ("subject", email)).into_iter().collect()
            }
            crate::open::answer::Answer::KnownNone(_) | crate::open::answer::Answer::NotKnown(_) => {
                Vec::new()
            }
        }
    }

    fn many(&self, _: &str, texts: &Texts) -> Vec<Chosen> {
        spec::offices(texts)
    }

    /// What no field can see by itself.
    fn wrong(&self, answers: &Answers, ground: &Ground) -> Vec<(String, String)> {
        let same = answers.text("surname").is_some() && answers.text("surname") == answers.text("name");
        same.then(|| ("name".to_owned(), ground.texts().say("pattern-same-name"))).into_iter().collect()
    }

    fn send(&self, answers: &Answers, draft: DraftId, ground: &mut Ground) -> Next {
        match made(answers) {
            Some(send) => outbox::submit_draft(send, draft, ground),
            None => Next::done(),
        }
    }
}

/// What the answers become. The password of a signature is asked for and goes nowhere: nothing is signed here.
fn made(answers: &Answers) -> Option<Send> {
    let _: Secret = answers.signature("signature")?;
    let payments = answers.keys("payment", "amount").into_iter().zip(answers.keys("payment", "day"));
    let filled = Filled {
        subject: answers.text("subject")?,
        story: answers.text("story"),
        wish: answers.text("wish")?,
        office: answers.text("office")?,
        surname: answers.text("surname")?,
        name: answers.text("name")?,
        address: answers.text("address"),
        paper: answers.text("paper"),
        day: answers.day("day")?,
        month: answers.month("month")?,
        amount: answers.amount("amount"),
        bank: answers.bic("bank"),
        account: answers.account("account"),
        payments: payments
            .filter_map(|(amount, day)| Some((answers.amount(&amount)?, answers.day(&day)?)))
            .collect(),
        files: answers.files("papers"),
    };
    answers.is_agreed("agreed").then(|| Send(Box::new(filled)))
}
