//! The password of one taxpayer: its rules, and the calls of the project's own contract about it.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use fl_domain::{Date, Timestamp, access::PasswordPolicy};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Entrance,
    policy::{self, WirePolicy, refused},
};
use crate::{
    clock::{day, later, seconds_until},
    http::{
        answer::{self, Wrong, body},
        who::Who,
    },
    world::World,
};

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/password", get(status))
        .route("/password/policy", get(taken))
        .route("/password/change", post(change))
        .route("/password/confirm", post(confirm))
}

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

impl Entrance {
    pub(crate) fn sign_in(&self, inn: &str, typed: &str, now: Timestamp) -> Verdict {
        self.account(inn).map_or(Verdict::Wrong, |account| account.password.sign_in(typed, now))
    }

    /// Replaces the password. `old` is missing where there is none yet.
    pub(crate) fn change(&mut self, inn: &str, old: Option<&str>, new: &str, today: Date) -> Changed {
        let Some(account) = self.accounts.get_mut(inn) else { return Changed::OldWrong };
        account.password.change(old, new, &self.policy, today)
    }

    /// Goes on with the first password; `false` if it is none.
    pub(crate) fn confirm_password(&mut self, inn: &str) -> bool {
        self.accounts.get_mut(inn).is_some_and(|account| account.password.confirm())
    }
}

#[derive(Serialize)]
struct Status {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Date>,
}

async fn status(State(world): State<Arc<World>>, who: Who) -> Response {
    let state = world.lock();
    let Some(account) = state.entrance.account(who.inn()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let status = match &account.password {
        Password::Primary { issued, confirmed, .. } => {
            Status { kind: "primary", issued: Some(day(*issued)), confirmed: Some(*confirmed), changed: None }
        }
        Password::Own { changed, .. } => {
            Status { kind: "own", issued: None, confirmed: None, changed: Some(*changed) }
        }
        Password::Absent => Status { kind: "absent", issued: None, confirmed: None, changed: None },
    };
    answer::json(StatusCode::OK, &status)
}

async fn taken(State(world): State<Arc<World>>) -> Response {
    answer::json(StatusCode::OK, &WirePolicy::from(&world.lock().entrance.policy))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    old_password: Option<String>,
    new_password: String,
}

async fn change(State(world): State<Arc<World>>, who: Who, bytes: Bytes) -> Result<Response, Wrong> {
    let change: Change = body(&bytes)?;
    let mut state = world.lock();
    let today = state.clock.today();
    let old = change.old_password.as_deref();
    Ok(match state.entrance.change(who.inn(), old, &change.new_password, today) {
        Changed::Done => answer::done(),
        Changed::OldWrong => answer::coded(
            StatusCode::BAD_REQUEST,
            "password.old-wrong",
            "Неверный текущий пароль",
            &json!(null),
        ),
        Changed::Refused(words) => refused(&words),
    })
}

async fn confirm(State(world): State<Arc<World>>, who: Who) -> Response {
    if world.lock().entrance.confirm_password(who.inn()) {
        answer::done()
    } else {
        answer::invalid("Первичного пароля нет: подтверждать нечего")
    }
}
