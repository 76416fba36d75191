//! One thing that must reach the service exactly once: where it is, and what comes next. Pure: whoever owns it writes down each step
//! before it is taken.
//!
//! ```text
//! Waiting ── leaves ──> Left ── an answer ──> Accepted, Refused
//!    ^                   │ no answer: what became of it is asked, and it is never sent again before that
//!    └── it never came ──┤
//!                        └── nobody knows any more ──> Forgotten: the person decides
//! ```

#[cfg(test)]
mod tests;

use fl_domain::{
    Timestamp,
    service::{Ask, Failure, OfflineCause, OnceKey, outbox::FateTold},
};
use serde::{Deserialize, Serialize};

/// The first pause after a try that came to nothing; each further one is twice as long. In seconds.
const PAUSE: i64 = 30;
/// The longest pause. In seconds.
const LONGEST: i64 = 3600;
/// Asked so often without an answer, a person may take it off the list.
const ENOUGH: u32 = 3;
/// What a service says of when its memory begins, and what is known here of when something left, are from clocks that were compared once:
/// within this much they are taken for the same time. In seconds.
const SAME_TIME: i64 = 300;

/// Something to be done at the service, exactly once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// Its name, for ever.
    pub key: OnceKey,
    /// What is asked.
    pub ask: Ask,
    /// When the person wanted it.
    pub made_at: Timestamp,
    /// Where it is.
    pub state: SendingState,
    /// How often it was sent, as far as it may have left this device.
    pub times_sent: u32,
    /// When it may have left first, by the service's clock as far as that is known.
    pub left_at: Option<Timestamp>,
    /// How often it was asked what became of it, since it left last.
    pub times_asked: u32,
    /// How often it was tried to send it, whether it left or not.
    pub tries: u32,
    /// Nothing is tried before this by itself, by the device's clock.
    pub not_before: Option<Timestamp>,
}

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SendingState {
    /// On this device alone, and why it did not leave so far.
    Waiting(Option<Failure>),
    /// It left, or is about to; no answer is known.
    Left,
    /// No answer came, and the service remembers no longer what came then.
    Forgotten,
    /// The service did it.
    Accepted {
        /// When, as far as it says so, else when that was heard.
        at: Timestamp,
    },
    /// The service refused it: nothing was changed.
    Refused {
        /// When that was heard.
        at: Timestamp,
        /// Why.
        failure: Failure,
    },
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is sent.
    Send,
    /// What became of it is asked.
    Ask,
    /// Nothing for now.
    Wait,
}

impl Sending {
    /// On this device alone.
    pub const fn new(key: OnceKey, ask: Ask, made_at: Timestamp) -> Self {
        Self {
            key,
            ask,
            made_at,
            state: SendingState::Waiting(None),
            times_sent: 0,
            left_at: None,
            times_asked: 0,
            tries: 0,
            not_before: None,
        }
    }

    /// Nothing more becomes of it.
    pub const fn is_settled(&self) -> bool {
        match self.state {
            SendingState::Accepted { .. } | SendingState::Refused { .. } => true,
            SendingState::Waiting(_) | SendingState::Left | SendingState::Forgotten => false,
        }
    }

    /// It has certainly not left: it can be taken back, and nobody will ever have heard of it.
    pub const fn may_be_withdrawn(&self) -> bool {
        matches!(self.state, SendingState::Waiting(_)) && self.times_sent == 0
    }

    /// Only the person can say how it goes on: nobody can be asked what became of it.
    pub const fn needs_a_person(&self, can_ask: bool) -> bool {
        match self.state {
            SendingState::Forgotten => true,
            SendingState::Left => !can_ask,
            SendingState::Waiting(_) | SendingState::Accepted { .. } | SendingState::Refused { .. } => false,
        }
    }

    /// A person may take it off the list: nothing more becomes of it, nobody knows, or nobody said for long.
    pub const fn may_be_dismissed(&self, can_ask: bool) -> bool {
        self.is_settled()
            || self.needs_a_person(can_ask)
            || matches!(self.state, SendingState::Left)
                && (self.times_asked >= ENOUGH || self.tries >= ENOUGH)
    }

    /// What comes next. `can_ask`: the service tells what became of things. `eager`: there is reason to think that it goes now.
    pub fn step(&self, now: Timestamp, can_ask: bool, eager: bool) -> Step {
        if !(eager || self.is_due(now)) {
            return Step::Wait;
        }
        match self.state {
            SendingState::Waiting(_) => Step::Send,
            SendingState::Left if can_ask => Step::Ask,
            SendingState::Left
            | SendingState::Forgotten
            | SendingState::Accepted { .. }
            | SendingState::Refused { .. } => Step::Wait,
        }
    }

    /// A clock that was set back must not keep it for longer than the longest pause.
    fn is_due(&self, now: Timestamp) -> bool {
        self.not_before
            .is_none_or(|until| until <= now || until.as_second().saturating_sub(now.as_second()) > LONGEST)
    }

    /// It is about to leave: written down before it does. `now` is the service's time as far as that is known.
    pub fn leaves(&mut self, now: Timestamp) {
        self.state = SendingState::Left;
        self.times_sent = self.times_sent.saturating_add(1);
        self.tries = self.tries.saturating_add(1);
        self.left_at.get_or_insert(now);
        self.times_asked = 0;
    }

    /// It did not leave after all, for certain. What left before may come still, so that is asked after first.
    pub fn stays(&mut self, failure: Option<Failure>, now: Timestamp) {
        self.times_sent = self.times_sent.saturating_sub(1);
        self.state = if self.times_sent == 0 {
            self.left_at = None;
            SendingState::Waiting(failure)
        } else {
            SendingState::Left
        };
        self.pause(now);
    }

    /// The answer to it. Only what says so outright settles it; all else leaves open whether it was done.
    pub fn answered(&mut self, result: Result<(), Failure>, now: Timestamp) {
        match result {
            Ok(()) => self.state = SendingState::Accepted { at: now },
            Err(failure) => match &failure {
                // It never left, or came to a door that was shut.
                Failure::Offline(OfflineCause::NoNetwork)
                | Failure::NotSafe(_)
                | Failure::NotRenewed { .. }
                | Failure::SignInAgain
                | Failure::Rejected { .. } => self.stays(Some(failure), now),
                // Whoever stands before the service may say so after the service did it. One that says a later time than the longest
                // pause is looked at again after that.
                Failure::Closed { until } => {
                    let longest = Timestamp::from_second(now.as_second().saturating_add(LONGEST)).ok();
                    let opens = until
                        .filter(|until| *until > now)
                        .map(|until| longest.map_or(until, |it| it.min(until)));
                    self.pause(now);
                    self.not_before = self.not_before.max(opens);
                }
                Failure::Refused { .. }
                | Failure::Fields(_)
                | Failure::NotOffered { .. }
                | Failure::FileGone { .. } => {
                    self.state = SendingState::Refused { at: now, failure };
                }
                // Not now (RFC 8470, 5.2; RFC 6585, 4): it was not looked at.
                Failure::Unexpected { code, .. } if matches!(code.as_str(), "http-425" | "http-429") => {
                    self.stays(Some(failure), now);
                }
                // Whoever gave up waiting may be a proxy.
                Failure::Unexpected { code, .. } if code == "http-408" => self.pause(now),
                // A status of the client's fault says that it was looked at and not done. Any other failure says nothing.
                Failure::Unexpected { code, .. } if code.starts_with("http-4") => {
                    self.state = SendingState::Refused { at: now, failure };
                }
                // The service may be quite well: what became of it is asked at once, the first time.
                Failure::Offline(OfflineCause::NoAnswer | OfflineCause::Lost) if self.tries <= 1 => {
                    self.not_before = None;
                }
                Failure::Offline(OfflineCause::NoAnswer | OfflineCause::Lost)
                | Failure::Unexpected { .. } => self.pause(now),
            },
        }
    }

    /// What the service says became of it. A failure to say so leaves it as it is.
    pub fn told(&mut self, fate: Result<FateTold, Failure>, now: Timestamp) {
        self.times_asked = self.times_asked.saturating_add(1);
        match fate {
            Ok(FateTold::Accepted { at }) => self.state = SendingState::Accepted { at: at.unwrap_or(now) },
            Ok(FateTold::Refused { words }) => {
                let failure = match words {
                    Some(words) => Failure::Refused { words },
                    None => Failure::Unexpected {
                        operation: self.ask.name().to_owned(),
                        code: "refused".to_owned(),
                    },
                };
                self.state = SendingState::Refused { at: now, failure };
            }
            // It cannot say, again and again: one answer of that kind may be anyone's.
            Err(Failure::NotOffered { .. }) if self.times_asked >= ENOUGH => {
                self.state = SendingState::Forgotten;
            }
            Ok(FateTold::InWork) | Err(_) => self.pause(now),
            Ok(FateTold::Unheard { known_since }) => {
                if self.remembers(known_since) {
                    // Under the same key, should it still come: then it is done once.
                    self.state = SendingState::Waiting(None);
                    self.not_before = None;
                } else {
                    self.state = SendingState::Forgotten;
                }
            }
        }
    }

    /// Whether a service that remembers since then would know of it, had it come.
    fn remembers(&self, known_since: Option<Timestamp>) -> bool {
        match (known_since, self.left_at) {
            (None, _) => true,
            (Some(since), Some(left)) => since.as_second().saturating_add(SAME_TIME) <= left.as_second(),
            (Some(_), None) => false,
        }
    }

    /// The person says that it was not done, and wants it done: it goes again under its key.
    pub fn again(&mut self) {
        self.state = SendingState::Waiting(None);
        self.not_before = None;
    }

    fn pause(&mut self, now: Timestamp) {
        let tries = self.tries.saturating_add(self.times_asked).saturating_sub(1).min(7);
        let pause = (PAUSE << tries).min(LONGEST);
        self.not_before = Timestamp::from_second(now.as_second().saturating_add(pause)).ok();
    }
}
