use fl_domain::{
    Timestamp,
    service::{Ask, Once, OnceKey},
};

use crate::kit::{
    effects::CacheFault,
    sending::{Sending, SendingState, Step},
};

/// What was done is shown for this long, then it goes from this device. In seconds.
const SHOWN: i64 = 30 * 86_400;

/// What the outbox says of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of<'a> {
    /// It holds none like it.
    Nothing,
    /// It is being written down.
    Keeping,
    /// It is on its way just now.
    OnItsWay(&'a Sending),
    /// It is as it says.
    Known(&'a Sending),
}

/// What is to be done once, of the open account.
#[derive(Default)]
pub(crate) struct Outbox {
    /// In the order in which they were wanted.
    pub(super) sendings: Vec<Sending>,
    /// Those whose answer is waited for just now.
    pub(super) busy: Vec<(OnceKey, Step)>,
    /// Those of which the disk does not know yet where they are: written once there is room.
    pub(super) unwritten: Vec<OnceKey>,
    /// Those that are being written down for the first time.
    pub(super) keeping: Vec<Ask>,
    /// Those of which something is being written just now: nothing else of them is, since two writings may overtake each other.
    pub(super) writing: Vec<OnceKey>,
    /// Those that go from the disk: they never leave the device, and are no wish any more.
    pub(super) removing: Vec<OnceKey>,
    /// Those of them that could not be removed.
    pub(super) unremoved: Vec<OnceKey>,
    /// The service answered since the account was opened, so its time is known.
    pub(in crate::open) was_heard: bool,
    /// Something waits for a writing to end, and does not wait for its pause.
    pub(super) is_eager: bool,
    /// What this device holds was read.
    pub(crate) is_read: bool,
    /// What this device could not do.
    pub(crate) fault: Option<Fault>,
}

/// What this device could not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Keep what was wanted, so it is not sent.
    Wanted(CacheFault),
    /// Say what it holds.
    Read,
    /// Write down where something is now.
    Noted,
    /// Take something away.
    Removed,
}

impl Outbox {
    /// All of them, the newest first.
    pub(crate) fn newest_first(&self) -> impl Iterator<Item = &Sending> {
        self.sendings.iter().rev()
    }

    /// How many are not settled.
    pub(crate) fn unsettled(&self) -> usize {
        self.sendings.iter().filter(|sending| !sending.is_settled()).count()
    }

    /// How many were refused, until the person takes them off the list.
    pub(crate) fn refused(&self) -> usize {
        self.sendings.iter().filter(|sending| matches!(sending.state, SendingState::Refused { .. })).count()
    }

    /// How many like this are settled: whatever comes after them is a new wish.
    pub(crate) fn settled(&self, ask: &Ask) -> usize {
        self.sendings.iter().filter(|sending| sending.ask == *ask && sending.is_settled()).count()
    }

    /// Whether this very wish is under way. Where a later one takes the place of an earlier one, only the last is.
    pub(super) fn is_under_way(&self, ask: &Ask) -> bool {
        let is_wanted = |sending: &&Sending| !sending.is_settled() && !self.removing.contains(&sending.key);
        let mut unsettled = self.newest_first().filter(is_wanted);
        match ask.entry().once {
            Once::Latest => {
                unsettled.find(|sending| sending.ask.name() == ask.name()).is_some_and(|it| it.ask == *ask)
            }
            Once::Each | Once::No => unsettled.any(|sending| sending.ask == *ask),
        }
    }

    /// What the service is asked for of it just now.
    pub(crate) fn doing(&self, key: OnceKey) -> Option<Step> {
        self.busy.iter().find(|(busy, _)| *busy == key).map(|(_, step)| *step)
    }

    /// It goes from this device.
    pub(crate) fn is_going(&self, key: OnceKey) -> bool {
        self.removing.contains(&key)
    }

    /// Something is done about it just now that a person cannot change.
    pub(crate) fn is_busy(&self, key: OnceKey) -> bool {
        self.doing(key).is_some() || self.is_going(key)
    }

    /// Nothing is done about it just now.
    pub(super) fn is_at_rest(&self, key: OnceKey) -> bool {
        !self.is_busy(key) && !self.writing.contains(&key)
    }

    /// An earlier one of its kind is not settled yet, so it waits for that.
    pub(super) fn is_behind(&self, sending: &Sending) -> bool {
        let mut earlier = self.sendings.iter().take_while(|one| one.key != sending.key);
        sending.ask.entry().once == Once::Latest
            && earlier.any(|one| one.ask.name() == sending.ask.name() && !one.is_settled())
    }

    pub(super) fn of(&self, is_it: impl Fn(&Ask) -> bool) -> Of<'_> {
        if self.keeping.iter().any(&is_it) {
            return Of::Keeping;
        }
        match self.newest_first().find(|sending| is_it(&sending.ask)) {
            None => Of::Nothing,
            Some(sending) if self.is_busy(sending.key) => Of::OnItsWay(sending),
            Some(sending) => Of::Known(sending),
        }
    }

    /// The one of this key.
    pub(crate) fn under(&self, key: OnceKey) -> Of<'_> {
        match self.sendings.iter().find(|sending| sending.key == key) {
            None => Of::Nothing,
            Some(sending) if self.is_busy(key) => Of::OnItsWay(sending),
            Some(sending) => Of::Known(sending),
        }
    }

    /// Where the one of this key is; `None` where this device holds none.
    pub(crate) fn state(&self, key: OnceKey) -> Option<&SendingState> {
        self.sendings.iter().find(|sending| sending.key == key).map(|sending| &sending.state)
    }

    pub(super) fn get_mut(&mut self, key: OnceKey) -> Option<&mut Sending> {
        self.sendings.iter_mut().find(|sending| sending.key == key)
    }

    /// Takes over what this device holds; what was done long ago goes, and is named.
    pub(super) fn take(&mut self, sendings: Vec<Sending>, now: Timestamp) -> Vec<OnceKey> {
        let is_old = |sending: &Sending| match sending.state {
            SendingState::Accepted { at } => now.as_second().saturating_sub(at.as_second()) > SHOWN,
            SendingState::Waiting(_)
            | SendingState::Left
            | SendingState::Forgotten
            | SendingState::Refused { .. } => false,
        };
        let (old, mut held): (Vec<_>, Vec<_>) = sendings.into_iter().partition(is_old);
        // Whatever was handed over while this was being read comes last.
        let later = std::mem::take(&mut self.sendings);
        let is_new = |one: &Sending| !held.iter().any(|it| it.key == one.key);
        let later: Vec<_> = later.into_iter().filter(is_new).collect();
        held.extend(later);
        self.sendings = held;
        old.into_iter().map(|sending| sending.key).collect()
    }

    /// No answer is waited for any more.
    pub(super) fn is_done_with(&mut self, key: OnceKey) {
        self.busy.retain(|(busy, _)| *busy != key);
    }

    pub(super) fn remove(&mut self, key: OnceKey) {
        self.sendings.retain(|sending| sending.key != key);
    }
}
