//! The password of one taxpayer.

use std::time::Duration;

use fl_domain::{Date, Timestamp, access::PasswordPolicy};

use super::policy;
use crate::clock::{day, later, seconds_until};

/// A login becomes active within an hour of the card (account rules); here it takes the whole hour.
const ACTIVATION: Duration = Duration::from_hours(1);

/// What one signs in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Password {
    /// From the registration card.
    Primary { text: String, issued: Timestamp, confirmed: bool },
    /// The person's own.
    Own { text: String, changed: Date },
    /// None: through Gosuslugi only.
    Absent,
}

/// What a sign-in comes to. Anything but wrong is told only to who knows the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Right,
    Wrong,
    Expired,
    NotActive { seconds: u64 },
}

/// How a change ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Changed {
    Done,
    OldWrong,
    Refused(String),
}

impl Password {
    pub(crate) fn is(&self, typed: &str) -> bool {
        match self {
            Self::Primary { text, .. } | Self::Own { text, .. } => text == typed,
            Self::Absent => false,
        }
    }

    pub(crate) fn sign_in(&self, typed: &str, now: Timestamp) -> Verdict {
        if !self.is(typed) {
            return Verdict::Wrong;
        }
        // Going on with it makes it no longer: what is not replaced in time is blocked (account rules, Passwords).
        let Self::Primary { issued, .. } = self else { return Verdict::Right };
        let active = later(*issued, ACTIVATION);
        if now < active {
            Verdict::NotActive { seconds: seconds_until(active, now) }
        } else if day(now) > last_day(day(*issued)) {
            Verdict::Expired
        } else {
            Verdict::Right
        }
    }

    pub(super) fn change(
        &mut self,
        old: Option<&str>,
        new: &str,
        policy: &PasswordPolicy,
        today: Date,
    ) -> Changed {
        let knows_old = match old {
            Some(old) => self.is(old),
            None => *self == Self::Absent,
        };
        if !knows_old {
            return Changed::OldWrong;
        }
        if let Some(words) = policy::weakness(policy, new) {
            return Changed::Refused(words);
        }
        *self = Self::Own { text: new.to_owned(), changed: today };
        Changed::Done
    }

    pub(super) fn confirm(&mut self) -> bool {
        match self {
            Self::Primary { confirmed, .. } => {
                *confirmed = true;
                true
            }
            Self::Own { .. } | Self::Absent => false,
        }
    }
}

/// The last day on which a card's password is taken: the later of 30 days and a calendar month.
pub(super) fn last_day(issued: Date) -> Date {
    issued.saturating_add_days(30).max(issued.saturating_add_months(1))
}

/// The day of issue of a card for which, `today`, the earlier of 30 days and a month is over and the later is not; on days that
/// have no such card, of the oldest one that is still taken.
pub(crate) fn ending_card(today: Date) -> Date {
    let ago = |days: i64| today.checked_add_days(-days).unwrap_or(today);
    let earlier = |issued: Date| issued.saturating_add_days(30).min(issued.saturating_add_months(1));
    let candidates = || (28..=31).rev().map(ago);
    candidates()
        .find(|issued| earlier(*issued) < today && today <= last_day(*issued))
        .or_else(|| candidates().find(|issued| today <= last_day(*issued)))
        .unwrap_or(today)
}
