//! The words app, gateway, store and runtime share about the service: what is read, what comes back, what can fail.

mod access;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    account::{EnsBalance, Liability, LiabilityTotals, Operation, PaymentTotals, Taxpayer, YearIncome},
};

pub use access::{
    Ask, Capability, Contact, ContactState, Contacts, PasswordStatus, RecoveryField, RecoveryForm,
    SignInRecord, SignInWay, Told,
};

/// One window of a paged list; pages count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Page {
    /// Which one.
    pub number: u32,
    /// Rows a page, at least 1.
    pub size: u32,
}

/// A question that changes nothing at the service, so it may be asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Read {
    /// `ens/general`.
    EnsBalance,
    /// `ens/liabilitiesMeta`.
    LiabilityTotals,
    /// `ens/accrualsLiabilitySvnz`.
    Accruals(Page),
    /// `ens/arrearsLiabilitySvnz`.
    Arrears(Page),
    /// `ens/historyOperations`, newest first.
    History(Page),
    /// `taxpayer/2ndfl/v2`.
    Incomes,
    /// `taxpayer/info/v2`.
    Taxpayer,
    /// `taxes/taxInfo`; may be answered by an empty 404, which is `PaymentTotals(None)`.
    PaymentTotals,
    /// The password as the service knows it (own contract).
    Password,
    /// E-mail, phone, control word (own contract).
    Contacts,
    /// Who signed in and when, newest first (own contract).
    SignIns,
}

impl Read {
    /// A stable name for logs, the console and support codes; without parameters, so without personal data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EnsBalance => "ens-balance",
            Self::LiabilityTotals => "liability-totals",
            Self::Accruals(_) => "accruals",
            Self::Arrears(_) => "arrears",
            Self::History(_) => "history",
            Self::Incomes => "incomes",
            Self::Taxpayer => "taxpayer",
            Self::PaymentTotals => "payment-totals",
            Self::Password => "password",
            Self::Contacts => "contacts",
            Self::SignIns => "sign-ins",
        }
    }
}

/// The answer to a [`Read`], variant for variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// To [`Read::EnsBalance`].
    EnsBalance(EnsBalance),
    /// To [`Read::LiabilityTotals`].
    LiabilityTotals(LiabilityTotals),
    /// To [`Read::Accruals`].
    Accruals(Vec<Liability>),
    /// To [`Read::Arrears`].
    Arrears(Vec<Liability>),
    /// To [`Read::History`].
    History(Vec<Operation>),
    /// To [`Read::Incomes`].
    Incomes(Vec<YearIncome>),
    /// To [`Read::Taxpayer`].
    Taxpayer(Taxpayer),
    /// To [`Read::PaymentTotals`]; `None` where the service has none.
    PaymentTotals(Option<PaymentTotals>),
    /// To [`Read::Password`].
    Password(PasswordStatus),
    /// To [`Read::Contacts`].
    Contacts(Contacts),
    /// To [`Read::SignIns`].
    SignIns(Vec<SignInRecord>),
}

/// What failed, named by what a person can do about it. Rich causes stay in the log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// No answer came: wait, or go on with what is on the device.
    Offline(OfflineCause),
    /// The service is closed for maintenance, until a time if it said one.
    Closed {
        /// When it opens again.
        until: Option<Timestamp>,
    },
    /// The service ended the session: sign in again. Never made from a time-out.
    SignInAgain,
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
        /// What was asked ([`Read::name`] or a sign-in step's name).
        operation: String,
        /// A code that support can use, without personal data.
        code: String,
    },
}

/// `Debug` ends up in logs: the service's own words, which may repeat what was typed or name anybody, are left out.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offline(cause) => f.debug_tuple("Offline").field(cause).finish(),
            Self::Closed { until } => f.debug_struct("Closed").field("until", until).finish(),
            Self::SignInAgain => f.write_str("SignInAgain"),
            Self::Refused { .. } => f.debug_struct("Refused").finish_non_exhaustive(),
            Self::Fields(faults) => f.debug_tuple("Fields").field(faults).finish(),
            Self::NotOffered { website } => f.debug_struct("NotOffered").field("website", website).finish(),
            Self::Unexpected { operation, code } => {
                f.debug_struct("Unexpected").field("operation", operation).field("code", code).finish()
            }
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

/// How a sign-in ended, when it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignIn {
    /// Tokens are held by the runtime.
    Accepted,
    /// INN or password is wrong; the service does not say which.
    WrongPassword,
    /// Digits from a picture are wanted first.
    CaptchaWanted,
    /// The digits were wrong; a new picture is needed.
    CaptchaWrong,
    /// The first password of the card was not replaced in time (own contract).
    PrimaryExpired,
    /// The card was given out less than an hour ago: not before so many seconds from this answer (own contract).
    NotYetActive {
        /// From the answer on.
        seconds: u64,
    },
}
