//! A forgotten password: the form, three attempts, the letter, a new password, and the way in. Account rules, Recovery.

mod choose;
mod form;
mod letter;
mod link;
mod model;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::Secret;

use crate::{
    kit::touch,
    open::{
        Ground, Next, Place,
        feature::{self, OwnLink},
    },
};

const KEY: &str = "recovery";

/// A forgotten password.
pub(crate) struct Recovery;

impl feature::Feature for Recovery {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        (place == Place::Recovery).then(|| form::open(ground))
    }

    /// A letter's link, opened by the system.
    fn follow(&self, link: &OwnLink<'_>, ground: &mut Ground) -> Option<Next> {
        (link.word == "recovery").then(|| letter::open(Secret::new(link.url), ground))
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Asks for a letter: an attempt.
    Send,
    /// There is a letter already.
    HaveLetter,
    /// Looks at the link that was pasted.
    OpenLink,
    /// Sets the new password.
    SetPassword,
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Send => "recovery/send",
            Self::HaveLetter => "recovery/have-letter",
            Self::OpenLink => "recovery/open-link",
            Self::SetPassword => "recovery/set-password",
        }
    }
}
