//! Attempts to recover a password: three wrong ones shut it for 24 hours from the third; then it opens with all of them.

use std::time::Duration;

use fl_domain::Timestamp;
use serde::Serialize;

use crate::clock::{later, seconds_until};

const ATTEMPTS: u32 = 3;
const BLOCK: Duration = Duration::from_hours(24);

/// Counted attempts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Recovery {
    wrong: u32,
    blocked_until: Option<Timestamp>,
}

/// How recovery stands for one INN, known or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RecoveryStanding {
    /// Attempts left; 0 while it is blocked.
    pub attempts_left: u32,
    /// When it opens again.
    pub blocked_until: Option<Timestamp>,
}

impl Default for RecoveryStanding {
    fn default() -> Self {
        Self { attempts_left: ATTEMPTS, blocked_until: None }
    }
}

/// What an attempt comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attempt {
    Right,
    Wrong { attempts_left: u32 },
    Blocked { seconds: u64 },
}

impl Recovery {
    pub(crate) fn standing(&mut self, now: Timestamp) -> RecoveryStanding {
        if self.blocked_until.is_some_and(|until| until <= now) {
            *self = Self::default();
        }
        RecoveryStanding {
            attempts_left: ATTEMPTS.saturating_sub(self.wrong),
            blocked_until: self.blocked_until,
        }
    }

    /// While it is blocked nothing is looked at and nothing is counted. A right entry forgets the wrong ones.
    pub(super) fn attempt(&mut self, is_right: bool, now: Timestamp) -> Attempt {
        if let Some(until) = self.standing(now).blocked_until {
            return Attempt::Blocked { seconds: seconds_until(until, now) };
        }
        if is_right {
            *self = Self::default();
            return Attempt::Right;
        }
        self.wrong += 1;
        if self.wrong < ATTEMPTS {
            return Attempt::Wrong { attempts_left: ATTEMPTS - self.wrong };
        }
        let until = later(now, BLOCK);
        self.blocked_until = Some(until);
        Attempt::Blocked { seconds: seconds_until(until, now) }
    }
}
