//! What must hold, whatever happens.

use std::collections::{BTreeMap, BTreeSet};

use fl_app::{Call, Sending, SendingState};
use fl_domain::{
    Timestamp,
    service::{Ask, Failure, OfflineCause, OnceKey, Question, Told, outbox},
};

/// What is remembered of a walk.
#[derive(Default)]
pub(crate) struct Judge {
    /// In the order in which they were wanted.
    wanted: Vec<OnceKey>,
    /// Taken back by the person, or by a newer wish: certainly never left.
    withdrawn: BTreeSet<OnceKey>,
    /// Taken off the list by the person.
    dismissed: BTreeSet<OnceKey>,
    /// Whether it may leave: it has not, or what became of it is known since.
    may_leave: BTreeMap<OnceKey, bool>,
    /// May have left.
    left: BTreeSet<OnceKey>,
    /// When it left first.
    left_at: BTreeMap<OnceKey, Timestamp>,
    /// Something could not be written.
    pub(crate) was_full: bool,
    /// Came when nobody waited for them any more.
    late: BTreeSet<OnceKey>,
    /// Sent again because a person said so.
    again: BTreeSet<OnceKey>,
    /// How much was done each time the service forgot.
    forgot: Vec<usize>,
}

impl Judge {
    pub(crate) fn wanted(&mut self, key: OnceKey) {
        self.wanted.push(key);
        self.may_leave.insert(key, true);
    }

    /// It goes from the disk.
    pub(crate) fn gone(&mut self, sending: Option<&Sending>) {
        let Some(sending) = sending else { return };
        if !self.left.contains(&sending.key) {
            self.withdrawn.insert(sending.key);
            return;
        }
        // Where the disk was full, it may not know yet what the app does.
        assert!(self.was_full || sending.may_be_dismissed(true), "it is under way: {sending:?}");
        self.dismissed.insert(sending.key);
    }

    /// Something leaves the device.
    pub(crate) fn leaves(&mut self, key: OnceKey, disk: &[Sending], now: Timestamp) {
        self.left_at.entry(key).or_insert(now);
        self.left.insert(key);
        let may_leave = self.may_leave.get_mut(&key).expect("it is on disk before it leaves");
        assert!(std::mem::replace(may_leave, false), "sent again without asking: {key}");
        let kept = disk.iter().find(|one| one.key == key).expect("it is on disk before it leaves");
        assert_eq!(kept.state, SendingState::Left, "that it leaves is on disk first");
    }

    /// What the app was told.
    pub(crate) fn heard(&mut self, call: &Call, result: &Result<Told, Failure>) {
        match (&call.ask, call.key, result) {
            (Ask::Outbox(outbox::Ask::Fate(outbox::Fate(key))), _, Ok(told)) => {
                let told = outbox::Fate::peek(told).unwrap();
                if let outbox::FateTold::Unheard { known_since } = told {
                    // One that forgot knows only of what left after that; what died on its way out never left.
                    let left = self.left_at.get(key).copied();
                    let knows = known_since.is_none_or(|since| left.is_none_or(|left| since < left));
                    self.may_leave.insert(*key, knows);
                }
            }
            (_, Some(key), Err(Failure::Offline(OfflineCause::NoNetwork))) => {
                self.may_leave.insert(key, true);
            }
            _ => {}
        }
    }

    pub(crate) fn came_late(&mut self, key: OnceKey) {
        self.late.insert(key);
    }

    pub(crate) fn again(&mut self, key: OnceKey) {
        self.again.insert(key);
        self.may_leave.insert(key, true);
    }

    pub(crate) fn forgot(&mut self, done: usize) {
        self.forgot.push(done);
    }

    /// After each step: `done` is what the service did, in order.
    pub(crate) fn judge(&self, disk: &[Sending], done: &[OnceKey], letters: usize) {
        assert_eq!(done.len(), letters, "each thing done is one letter");
        for (index, key) in done.iter().enumerate() {
            let twice = done[..index].iter().position(|earlier| earlier == key);
            if let Some(earlier) = twice {
                let is_the_services = self.forgot.iter().any(|done| earlier < *done && *done <= index);
                let is_asked_for = self.again.contains(key) || self.late.contains(key);
                assert!(is_the_services && is_asked_for, "done twice: {key}");
            }
            assert!(!self.withdrawn.contains(key), "taken back, and done all the same: {key}");
        }
        for key in &self.wanted {
            let kept = disk.iter().find(|one| one.key == *key);
            let is_gone = self.withdrawn.contains(key) || self.dismissed.contains(key);
            assert!(kept.is_some() || is_gone, "lost: {key}");
            let was_done = done.contains(key);
            match kept.map(|kept| (&kept.state, kept.may_be_withdrawn())) {
                Some((SendingState::Accepted { .. }, _)) => assert!(was_done, "said to be done: {key}"),
                Some((SendingState::Refused { .. }, _)) => assert!(!was_done, "said to be refused: {key}"),
                Some((SendingState::Waiting(_), true)) => assert!(!was_done, "said to be here alone: {key}"),
                Some((SendingState::Waiting(_) | SendingState::Left | SendingState::Forgotten, _)) | None => {
                }
            }
        }
        // Nothing overtakes, unless somebody took a thing off the list that was still on its way.
        if self.forgot.is_empty() && self.dismissed.is_empty() {
            let order: Vec<_> = done.iter().map(|key| self.wanted.iter().position(|it| it == key)).collect();
            assert!(order.is_sorted(), "out of order: {order:?}");
        }
    }

    /// All faults are over, and time went on: everything is settled, or a person is asked.
    pub(crate) fn is_settled(&self, disk: &[Sending]) {
        let mut is_stuck = false;
        for sending in disk {
            is_stuck |= matches!(sending.state, SendingState::Forgotten) && !self.forgot.is_empty();
            // What comes after one that a person has to decide about waits for that.
            assert!(sending.is_settled() || is_stuck, "never settled: {sending:?}");
        }
    }
}
