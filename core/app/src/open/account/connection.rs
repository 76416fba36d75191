use fl_domain::{
    Timestamp,
    service::{
        Failure,
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
    /// The service ended the session.
    SessionEnded,
    /// Something else failed; the code is for support.
    Trouble(String),
}

impl Connection {
    /// What a refresh with these failures says about the service; the one that most needs a person comes first.
    pub(super) fn after(failures: &[(&'static str, Failure)]) -> Self {
        failures.iter().map(|(_, failure)| Self::of(failure)).max_by_key(Self::rank).unwrap_or_default()
    }

    /// What one failure says about the service.
    pub(crate) fn of(failure: &Failure) -> Self {
        match failure {
            Failure::Offline(NoNetwork | Lost) => Self::Offline,
            Failure::Offline(NoAnswer) => Self::NoAnswer,
            Failure::Closed { until } => Self::Closed(*until),
            Failure::SignInAgain => Self::SessionEnded,
            // A part this service does not have is no trouble: the part itself says so.
            Failure::NotOffered { .. } => Self::Fine,
            Failure::Refused { .. } => Self::Trouble("refused".to_owned()),
            Failure::Fields(_) => Self::Trouble("fields".to_owned()),
            Failure::Unexpected { operation, code } => Self::Trouble(format!("{operation}/{code}")),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Trouble(_) => 1,
            Self::NoAnswer => 2,
            Self::Offline => 3,
            Self::Closed(_) => 4,
            Self::SessionEnded => 5,
        }
    }

    /// The service may be asked again without a person's wish.
    pub(super) fn may_retry(&self, now: &Moment) -> bool {
        match self {
            Self::Offline | Self::NoAnswer => true,
            Self::Closed(until) => until.is_none_or(|until| until <= now.at),
            Self::Fine | Self::SessionEnded | Self::Trouble(_) => false,
        }
    }

    /// What is seen is what was kept.
    pub(crate) const fn is_without_service(&self) -> bool {
        match self {
            Self::Offline | Self::NoAnswer | Self::Closed(_) => true,
            Self::Fine | Self::SessionEnded | Self::Trouble(_) => false,
        }
    }
}
