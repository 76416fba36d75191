use fl_domain::{
    Timestamp,
    service::{
        CertificateFault, Failure,
        OfflineCause::{Lost, NoAnswer, NoNetwork},
    },
};

use crate::kit::effects::Moment;

/// How things stand with the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Connection {
    /// The last refresh went well, or none has ended yet.
    #[default]
    Fine,
    /// The service could not be asked.
    Offline,
    /// The service did not answer in time.
    NoAnswer,
    /// Closed for maintenance.
    Closed(Option<Timestamp>),
    /// Whoever answered could not prove to be the service.
    NotSafe(CertificateFault),
    /// The service ended the session.
    SessionEnded,
    /// The service could not renew the session, and did not end it.
    NotRenewed {
        /// Its own words, or a code for support.
        why: String,
    },
    /// One question failed, and what the service said of it.
    Trouble {
        /// The question's name.
        question: &'static str,
        /// Why.
        failure: Failure,
    },
}

impl Connection {
    /// What a refresh with these failures says about the service; the one that most needs a person comes first. Where all else was
    /// answered (`was_heard`), one question without an answer says nothing of the network or of the whole service.
    pub(super) fn after(failures: &[(&'static str, Failure)], was_heard: bool) -> Self {
        if let ([(question, failure @ (Failure::Offline(_) | Failure::Closed { .. }))], true) =
            (failures, was_heard)
        {
            return Self::Trouble { question, failure: failure.clone() };
        }
        let all = failures.iter().map(|(question, failure)| Self::of(question, failure));
        // The first among equals: `max_by_key` takes the last.
        all.rev().max_by_key(Self::rank).unwrap_or_default()
    }

    /// What the failure of one question says about the service.
    pub(crate) fn of(question: &'static str, failure: &Failure) -> Self {
        match failure {
            Failure::Offline(NoNetwork | Lost) => Self::Offline,
            Failure::Offline(NoAnswer) => Self::NoAnswer,
            Failure::NotSafe(fault) => Self::NotSafe(*fault),
            Failure::Closed { until } => Self::Closed(*until),
            Failure::SignInAgain => Self::SessionEnded,
            // A part this service does not have is no trouble: the part itself says so.
            Failure::NotOffered { .. } | Failure::FileGone { .. } => Self::Fine,
            Failure::NotRenewed { words, code } => {
                Self::NotRenewed { why: words.as_ref().unwrap_or(code).clone() }
            }
            Failure::Rejected { .. }
            | Failure::Refused { .. }
            | Failure::Fields(_)
            | Failure::Unexpected { .. } => Self::Trouble { question, failure: failure.clone() },
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Trouble { .. } => 1,
            Self::NoAnswer => 2,
            Self::Offline => 3,
            Self::Closed(_) => 4,
            Self::NotRenewed { .. } => 5,
            Self::NotSafe(_) => 6,
            Self::SessionEnded => 7,
        }
    }

    /// The service may be asked again without a person's wish.
    pub(super) fn may_retry(&self, now: &Moment) -> bool {
        match self {
            Self::Offline
            | Self::NoAnswer
            | Self::NotRenewed { .. }
            | Self::Trouble { failure: Failure::Offline(_), .. } => true,
            Self::Closed(until) | Self::Trouble { failure: Failure::Closed { until }, .. } => {
                until.is_none_or(|until| until <= now.at)
            }
            // Who is in between would be asked again and again.
            Self::Fine | Self::NotSafe(_) | Self::SessionEnded | Self::Trouble { .. } => false,
        }
    }

    /// What is seen is what was kept.
    pub(crate) const fn is_without_service(&self) -> bool {
        match self {
            Self::Offline | Self::NoAnswer | Self::NotSafe(_) | Self::Closed(_) | Self::NotRenewed { .. } => {
                true
            }
            Self::Fine | Self::SessionEnded | Self::Trouble { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_without_an_answer_says_nothing_of_the_network() {
        let (lost, closed) = (Failure::Offline(Lost), Failure::Closed { until: None });
        for failure in [lost.clone(), Failure::Offline(NoAnswer), Failure::Offline(NoNetwork), closed.clone()]
        {
            let one = [("arrears", failure.clone())];
            let named = Connection::Trouble { question: "arrears", failure: failure.clone() };
            assert_eq!(Connection::after(&one, true), named);
            assert!(named.may_retry(&Moment::default()), "it is asked again by itself: {failure:?}");
            // Where nothing was heard, or more got lost, it is the network or the service.
            for failures in [&one[..], &[one[0].clone(), ("accruals", failure.clone())]] {
                let is_heard = failures.len() > 1;
                assert_eq!(Connection::after(failures, is_heard), Connection::of("arrears", &failure));
            }
        }
        // What is about the session or about who answers stays that, however few it concerns.
        for failure in [Failure::SignInAgain, Failure::NotSafe(CertificateFault::Untrusted)] {
            let is = Connection::after(&[("arrears", failure.clone())], true);
            assert_eq!(is, Connection::of("arrears", &failure));
            assert!(!is.may_retry(&Moment::default()));
        }
    }
}
