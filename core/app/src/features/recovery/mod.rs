//! A forgotten password: the form, three attempts, the letter, a new password, and the way in. Account rules, Recovery.

mod choose;
mod fault;
mod form;
mod letter;
mod link;
mod model;
mod page;
mod view;

#[cfg(test)]
mod tests;

use fl_domain::Secret;

use crate::open::{
    Ground, Next, Place,
    feature::{self, OwnLink},
};

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
