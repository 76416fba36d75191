//! What can fail, whatever was asked.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Timestamp, attachment::FileId};

/// What failed, named by what a person can do about it. Rich causes stay in the log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// No answer came: wait, or go on with what is on the device.
    Offline(OfflineCause),
    /// An answer came from someone who could not prove to be the service: nothing was sent there, and asking again does not help.
    NotSafe(CertificateFault),
    /// The service is closed for maintenance, until a time if it said one.
    Closed {
        /// When it opens again.
        until: Option<Timestamp>,
    },
    /// The service ended the session: sign in again. Never made from a time-out.
    SignInAgain,
    /// This one question was rejected in the name of a session that had just been renewed. Whether the session is at fault is judged
    /// by what the others are told.
    Rejected {
        /// What was asked ([`Question::NAME`](super::Question::NAME)).
        operation: String,
    },
    /// The service gave no fresh session and did not end the old one: to be asked again later.
    NotRenewed {
        /// Its own words, if it said any.
        words: Option<String>,
        /// A code that support can use, without personal data.
        code: String,
    },
    /// The service refused and said why.
    Refused {
        /// Its own words.
        words: String,
    },
    /// These fields are wrong.
    Fields(Vec<FieldFault>),
    /// This service does not offer the operation; its website may.
    NotOffered {
        /// Where to go instead, if the profile names a page.
        website: Option<String>,
    },
    /// Anything else.
    Unexpected {
        /// What was asked ([`Question::NAME`](super::Question::NAME) or a sign-in step's name).
        operation: String,
        /// A code that support can use, without personal data.
        code: String,
    },
    /// A file that was to go along is not on this device any longer: nothing was sent.
    FileGone {
        /// Which.
        file: FileId,
    },
}

/// `Debug` ends up in logs: the service's own words, which may repeat what was typed or name anybody, are left out.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offline(cause) => f.debug_tuple("Offline").field(cause).finish(),
            Self::Closed { until } => f.debug_struct("Closed").field("until", until).finish(),
            Self::NotSafe(fault) => f.debug_tuple("NotSafe").field(fault).finish(),
            Self::SignInAgain => f.write_str("SignInAgain"),
            Self::Rejected { operation } => f.debug_struct("Rejected").field("operation", operation).finish(),
            Self::NotRenewed { code, .. } => {
                f.debug_struct("NotRenewed").field("code", code).finish_non_exhaustive()
            }
            Self::Refused { .. } => f.debug_struct("Refused").finish_non_exhaustive(),
            Self::Fields(faults) => f.debug_tuple("Fields").field(faults).finish(),
            Self::NotOffered { website } => f.debug_struct("NotOffered").field("website", website).finish(),
            Self::Unexpected { operation, code } => {
                f.debug_struct("Unexpected").field("operation", operation).field("code", code).finish()
            }
            Self::FileGone { file } => f.debug_struct("FileGone").field("file", file).finish(),
        }
    }
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfflineCause {
    /// The service could not be reached.
    NoNetwork,
    /// It was reached and did not answer in time.
    NoAnswer,
    /// The connection broke off before the answer to something that changes something: whether it was done is not known.
    Lost,
}

/// Why whoever answered is not to be trusted (RFC 5280, 6.1; RFC 9525).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CertificateFault {
    /// Nobody whom this app trusts vouches for it.
    Untrusted,
    /// It is over, or not yet good, by this device's clock, which may be the one that is wrong.
    OutOfTime,
    /// It belongs to another host.
    OtherHost,
    /// Anything else that is wrong with it, or with how the connection was to be made safe.
    Unusable,
}

/// One field the service found wrong.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFault {
    /// The service's name of the field.
    pub field: String,
    /// Its own words.
    pub words: String,
}

/// As of a [`Failure`]: without the words.
impl fmt::Debug for FieldFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldFault").field("field", &self.field).finish_non_exhaustive()
    }
}
