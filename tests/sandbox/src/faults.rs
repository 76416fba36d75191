//! What can be made to go wrong, for whom and for how long.

use std::time::Duration;

use fl_domain::Timestamp;
use serde::{Deserialize, Serialize};

/// Who is hit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Every request, also those that name nobody.
    Everyone,
    /// Requests of the taxpayer with this INN.
    Taxpayer(String),
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection is dropped without an answer.
    Offline,
    /// Every answer comes this much later, in real time.
    Slow(Duration),
    /// 500.
    ServerError,
    /// 503, with `Retry-After` if a time is given; over when the sandbox clock reaches it.
    Closed {
        /// When it opens again.
        until: Option<Timestamp>,
    },
    /// The body is cut in the middle, with the `Content-Length` of what is left.
    Truncated,
    /// 200 with a web page in place of JSON.
    HtmlInsteadOfJson,
    /// A rejected access token is answered in XML.
    ExpiredInXml,
    /// A refresh brings no `refresh_token`; the old one stays valid.
    RefreshWithoutToken,
    /// A refresh changes the token, but the connection is dropped before the answer. Once each time it is set.
    RefreshAnswerLost,
    /// A call is done, but the connection is dropped before its answer. Once each time it is set.
    AnswerLost,
    /// A call is lost on its way: nothing is done, and the connection is dropped. Once each time it is set.
    RequestLost,
    /// What comes with a key comes twice, and the second answer gets through. Once each time it is set.
    AnsweredTwice,
    /// A restart that lost all keys: at once, and over with that.
    KeysForgotten,
}

/// A fault without its details, which is how one is cleared and named over HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// [`Fault::Offline`].
    Offline,
    /// [`Fault::Slow`].
    Slow,
    /// [`Fault::ServerError`].
    ServerError,
    /// [`Fault::Closed`].
    Closed,
    /// [`Fault::Truncated`].
    Truncated,
    /// [`Fault::HtmlInsteadOfJson`].
    HtmlInsteadOfJson,
    /// [`Fault::ExpiredInXml`].
    ExpiredInXml,
    /// [`Fault::RefreshWithoutToken`].
    RefreshWithoutToken,
    /// [`Fault::RefreshAnswerLost`].
    RefreshAnswerLost,
    /// [`Fault::AnswerLost`].
    AnswerLost,
    /// [`Fault::RequestLost`].
    RequestLost,
    /// [`Fault::AnsweredTwice`].
    AnsweredTwice,
    /// [`Fault::KeysForgotten`].
    KeysForgotten,
}

impl Fault {
    /// Its kind.
    pub const fn kind(self) -> FaultKind {
        match self {
            Self::Offline => FaultKind::Offline,
            Self::Slow(_) => FaultKind::Slow,
            Self::ServerError => FaultKind::ServerError,
            Self::Closed { .. } => FaultKind::Closed,
            Self::Truncated => FaultKind::Truncated,
            Self::HtmlInsteadOfJson => FaultKind::HtmlInsteadOfJson,
            Self::ExpiredInXml => FaultKind::ExpiredInXml,
            Self::RefreshWithoutToken => FaultKind::RefreshWithoutToken,
            Self::RefreshAnswerLost => FaultKind::RefreshAnswerLost,
            Self::AnswerLost => FaultKind::AnswerLost,
            Self::RequestLost => FaultKind::RequestLost,
            Self::AnsweredTwice => FaultKind::AnsweredTwice,
            Self::KeysForgotten => FaultKind::KeysForgotten,
        }
    }
}

#[derive(Debug)]
struct Active {
    scope: Scope,
    fault: Fault,
    until: Option<Timestamp>,
}

impl Active {
    fn is_over(&self, now: Timestamp) -> bool {
        let opens = match self.fault {
            Fault::Closed { until } => until,
            _ => None,
        };
        [self.until, opens].into_iter().flatten().any(|until| until <= now)
    }
}

/// The faults that are on, at most one of a kind in a scope.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    active: Vec<Active>,
}

impl Faults {
    pub(crate) fn set(&mut self, fault: Fault, scope: Scope, until: Option<Timestamp>) {
        self.clear(fault.kind(), &scope);
        self.active.push(Active { scope, fault, until });
    }

    pub(crate) fn clear(&mut self, kind: FaultKind, scope: &Scope) {
        self.active.retain(|active| active.fault.kind() != kind || active.scope != *scope);
    }

    pub(crate) fn clear_all(&mut self) {
        self.active.clear();
    }

    pub(crate) fn active(&mut self, now: Timestamp) -> Vec<(Scope, Fault)> {
        self.active.retain(|active| !active.is_over(now));
        self.active.iter().map(|active| (active.scope.clone(), active.fault)).collect()
    }

    /// The fault of a kind that hits a caller: one set for the caller before one for everyone.
    pub(crate) fn hitting(&mut self, kind: FaultKind, inn: Option<&str>, now: Timestamp) -> Option<Fault> {
        self.position(kind, inn, now).map(|index| self.active[index].fault)
    }

    /// As [`Faults::hitting`], and it is over with that.
    pub(crate) fn take(&mut self, kind: FaultKind, inn: Option<&str>, now: Timestamp) -> Option<Fault> {
        self.position(kind, inn, now).map(|index| self.active.remove(index).fault)
    }

    fn position(&mut self, kind: FaultKind, inn: Option<&str>, now: Timestamp) -> Option<usize> {
        self.active.retain(|active| !active.is_over(now));
        let find = |wanted: &dyn Fn(&Scope) -> bool| {
            self.active.iter().position(|active| active.fault.kind() == kind && wanted(&active.scope))
        };
        find(&|scope| matches!((scope, inn), (Scope::Taxpayer(hit), Some(inn)) if hit == inn))
            .or_else(|| find(&|scope| *scope == Scope::Everyone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_nearer_scope_wins_and_time_ends_faults() {
        let mut faults = Faults::default();
        let me = || Scope::Taxpayer("me".to_owned());
        faults.set(Fault::Slow(Duration::from_secs(9)), Scope::Everyone, None);
        faults.set(Fault::Slow(Duration::from_secs(8)), Scope::Everyone, None);
        faults.set(Fault::Slow(Duration::from_secs(1)), me(), Some(at(10)));
        let slow = |faults: &mut Faults, inn, now| faults.hitting(FaultKind::Slow, inn, at(now));
        assert_eq!(slow(&mut faults, Some("me"), 9), Some(Fault::Slow(Duration::from_secs(1))));
        assert_eq!(slow(&mut faults, Some("you"), 9), Some(Fault::Slow(Duration::from_secs(8))));
        assert_eq!(slow(&mut faults, None, 9), Some(Fault::Slow(Duration::from_secs(8))));
        assert_eq!(slow(&mut faults, Some("me"), 10), Some(Fault::Slow(Duration::from_secs(8))));
        faults.set(Fault::Closed { until: Some(at(20)) }, me(), None);
        assert_eq!(faults.active(at(19)).len(), 2);
        assert_eq!(faults.active(at(20)).len(), 1);
        faults.clear(FaultKind::Slow, &Scope::Everyone);
        assert_eq!(faults.active(at(20)), Vec::new());
    }

    #[test]
    fn what_happens_once_is_over_after_it() {
        let mut faults = Faults::default();
        faults.set(Fault::RefreshAnswerLost, Scope::Everyone, None);
        assert!(faults.take(FaultKind::RefreshAnswerLost, Some("me"), at(0)).is_some());
        assert!(faults.take(FaultKind::RefreshAnswerLost, Some("me"), at(0)).is_none());
    }
}
