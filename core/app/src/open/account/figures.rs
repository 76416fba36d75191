use std::collections::HashMap;

use fl_domain::{
    Freshness, Origin, Timestamp,
    service::{Question, Told},
};

/// A figure with its age.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<T> {
    pub(crate) value: T,
    pub(crate) freshness: Freshness,
}

/// What is known of the account: the last answer to each kept question, each with its own age.
#[derive(Default)]
pub(crate) struct Figures(HashMap<&'static str, Known<Told>>);

impl Figures {
    /// The last answer to this question, if there is any.
    pub(crate) fn get<Q: Question>(&self) -> Option<Known<&Q::Told>> {
        let Known { value, freshness } = self.0.get(Q::NAME)?;
        Q::peek(value).map(|value| Known { value, freshness: *freshness })
    }

    /// Takes an answer over; a cached one never replaces a live one. What has windows of its own is not kept here.
    pub(super) fn take(&mut self, told: Told, origin: Origin, fetched_at: Timestamp) {
        if !told.is_kept() {
            return;
        }
        let is_older = |known: &Known<Told>| known.freshness.origin == Origin::Live && origin != Origin::Live;
        if !self.0.get(told.name()).is_some_and(is_older) {
            self.0.insert(told.name(), Known { value: told, freshness: Freshness { origin, fetched_at } });
        }
    }

    /// After time without the service, a live figure is one that was kept.
    pub(super) fn all_cached(&mut self) {
        for known in self.0.values_mut() {
            known.freshness.origin = Origin::Cached;
        }
    }
}
