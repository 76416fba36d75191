//! What is asked about getting in and staying in beyond the attested sign-in. Every operation here is of the project's own
//! contract (`x-provenance: own`); a service that lacks one makes the gateway say so.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Date, Inn, Secret, Timestamp,
    access::{Email, PasswordPolicy, Phone},
};

/// A part of the contract that a service may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capability {
    /// Password policy, change and confirmation.
    Password,
    /// Recovery by a letter.
    Recovery,
    /// E-mail, phone and control word.
    Contacts,
    /// Signing in through Gosuslugi.
    Esia,
    /// Who signed in and when.
    SignIns,
}

/// Something asked for once: it changes something, or is asked before there is a session. Never sent twice by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Which passwords the service takes. Answered by [`Told::Policy`].
    PasswordPolicy,
    /// Replaces the password in the session's name. [`Told::Done`], [`Told::OldPasswordWrong`], [`Told::PasswordRefused`].
    ChangePassword {
        /// In force until now.
        old: Secret,
        /// From now on.
        new: Secret,
    },
    /// Goes on with the first password of the card (order ММВ-7-17/617@, cl. 13–14). [`Told::Done`].
    ConfirmPassword,
    /// How recovery stands for this person and what it asks for. Costs no attempt. [`Told::RecoveryForm`].
    RecoveryForm {
        /// Whose.
        inn: Inn,
    },
    /// An attempt. [`Told::LetterSent`], [`Told::RecoveryMismatch`], [`Told::RecoveryBlocked`].
    Recover {
        /// Whose.
        inn: Inn,
        /// The address, where the form asks for it.
        email: Option<Email>,
        /// The control word, where the form asks for it.
        control_word: Option<Secret>,
    },
    /// Looks at a letter's link before a password is chosen. [`Told::Link`], [`Told::LinkStale`], [`Told::LinkUsed`].
    OpenRecoveryLink {
        /// The link's token.
        token: Secret,
    },
    /// Sets a password by a letter's link; the link is good once. [`Told::Done`], [`Told::LinkStale`], [`Told::LinkUsed`],
    /// [`Told::PasswordRefused`].
    SetPassword {
        /// The link's token.
        token: Secret,
        /// From now on.
        new: Secret,
    },
    /// A new address; a letter goes to it, and until it is confirmed the old one stays. [`Told::Done`].
    SetEmail(Email),
    /// A new phone; a message with a code goes to it. [`Told::Done`].
    SetPhone(Phone),
    /// The control word. [`Told::Done`].
    SetControlWord(Secret),
    /// Confirms the pending address or phone by the code of its letter or message. [`Told::Done`], [`Told::WrongCode`].
    ConfirmContact {
        /// Which.
        contact: Contact,
        /// The code.
        code: Secret,
    },
    /// «This was not me»: the service ends that session. [`Told::Done`].
    DisownSignIn {
        /// The service's name of the sign-in.
        id: String,
    },
}

impl Ask {
    /// A stable name for logs, the console and support codes; without parameters, so without personal data.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::PasswordPolicy => "password-policy",
            Self::ChangePassword { .. } => "password-change",
            Self::ConfirmPassword => "password-confirm",
            Self::RecoveryForm { .. } => "recovery-form",
            Self::Recover { .. } => "recovery",
            Self::OpenRecoveryLink { .. } => "recovery-link",
            Self::SetPassword { .. } => "recovery-password",
            Self::SetEmail(_) => "contact-email",
            Self::SetPhone(_) => "contact-phone",
            Self::SetControlWord(_) => "control-word",
            Self::ConfirmContact { .. } => "contact-confirm",
            Self::DisownSignIn { .. } => "sign-in-disown",
        }
    }

    /// Asked in the session's name.
    pub const fn needs_session(&self) -> bool {
        match self {
            Self::PasswordPolicy
            | Self::RecoveryForm { .. }
            | Self::Recover { .. }
            | Self::OpenRecoveryLink { .. }
            | Self::SetPassword { .. } => false,
            Self::ChangePassword { .. }
            | Self::ConfirmPassword
            | Self::SetEmail(_)
            | Self::SetPhone(_)
            | Self::SetControlWord(_)
            | Self::ConfirmContact { .. }
            | Self::DisownSignIn { .. } => true,
        }
    }
}

/// What the service says to an [`Ask`].
#[derive(Clone, PartialEq, Eq)]
pub enum Told {
    /// It is done.
    Done,
    /// Which passwords it takes.
    Policy(PasswordPolicy),
    /// The old password is another one; nothing was changed.
    OldPasswordWrong,
    /// It does not take the new password; the old one stays in force.
    PasswordRefused {
        /// The service's words.
        words: String,
    },
    /// How recovery stands.
    RecoveryForm(RecoveryForm),
    /// A letter is on its way.
    LetterSent {
        /// Minutes until it is there at the latest, if the service says so.
        minutes: Option<u32>,
    },
    /// What was sent is not what the service knows.
    RecoveryMismatch {
        /// Attempts left, at least 1.
        attempts_left: u32,
    },
    /// Three wrong attempts: not before so many seconds from this answer.
    RecoveryBlocked {
        /// From the answer on.
        seconds: u64,
    },
    /// The link is good.
    Link {
        /// Whose password it sets.
        inn: Inn,
        /// Which passwords it takes.
        policy: PasswordPolicy,
    },
    /// The link has run out, or there never was such a link.
    LinkStale,
    /// A password was set by it already.
    LinkUsed,
    /// Another code was sent.
    WrongCode,
}

/// `Debug` ends up in logs: the service's own words, which may repeat what was typed, are left out.
impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Done => f.write_str("Done"),
            Self::Policy(policy) => f.debug_tuple("Policy").field(policy).finish(),
            Self::OldPasswordWrong => f.write_str("OldPasswordWrong"),
            Self::PasswordRefused { .. } => f.debug_struct("PasswordRefused").finish_non_exhaustive(),
            Self::RecoveryForm(form) => f.debug_tuple("RecoveryForm").field(form).finish(),
            Self::LetterSent { minutes } => f.debug_struct("LetterSent").field("minutes", minutes).finish(),
            Self::RecoveryMismatch { attempts_left } => {
                f.debug_struct("RecoveryMismatch").field("attempts_left", attempts_left).finish()
            }
            Self::RecoveryBlocked { seconds } => {
                f.debug_struct("RecoveryBlocked").field("seconds", seconds).finish()
            }
            Self::Link { inn, policy } => {
                f.debug_struct("Link").field("inn", inn).field("policy", policy).finish()
            }
            Self::LinkStale => f.write_str("LinkStale"),
            Self::LinkUsed => f.write_str("LinkUsed"),
            Self::WrongCode => f.write_str("WrongCode"),
        }
    }
}

/// What recovery asks for, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryForm {
    /// The fields beside the INN, in the order to show.
    pub fields: Vec<RecoveryField>,
    /// Attempts left until it is blocked.
    pub attempts_left: u32,
    /// Blocked for so many seconds from this answer.
    pub blocked_seconds: Option<u64>,
}

/// A field that recovery may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryField {
    /// The confirmed address.
    Email,
    /// The control word.
    ControlWord,
}

/// A way to reach a person that is confirmed by a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contact {
    /// The address.
    Email,
    /// The phone.
    Phone,
}

/// One contact as the service knows it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactState {
    /// Confirmed, in force.
    pub confirmed: Option<String>,
    /// Saved, waiting for its confirmation.
    pub pending: Option<String>,
}

/// An address and a number are personal data: `Debug`, which ends up in logs, says only whether there is one.
impl fmt::Debug for ContactState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ContactState")
            .field("is_confirmed", &self.confirmed.is_some())
            .field("is_pending", &self.pending.is_some())
            .finish()
    }
}

/// How a person is reached and recovers the password.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// The address.
    pub email: ContactState,
    /// The phone.
    pub phone: ContactState,
    /// A control word is set. The word itself never comes back.
    pub control_word_set: bool,
}

impl Contacts {
    /// One of the two.
    pub const fn of(&self, contact: Contact) -> &ContactState {
        match contact {
            Contact::Email => &self.email,
            Contact::Phone => &self.phone,
        }
    }

    /// Recovery is possible: e-mail and phone confirmed, a control word set (account rules, Recovery).
    pub const fn can_recover(&self) -> bool {
        self.email.confirmed.is_some() && self.phone.confirmed.is_some() && self.control_word_set
    }
}

/// The password as the service knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordStatus {
    /// Still the one from the card.
    Primary {
        /// The card's day of issue.
        issued: Date,
        /// The person went on with it on purpose.
        confirmed: bool,
    },
    /// The person's own.
    Own {
        /// When it was set, if the service says so.
        changed: Option<Date>,
    },
    /// None: the person signs in through Gosuslugi only.
    Absent,
}

/// How someone signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignInWay {
    /// With INN and password.
    Password,
    /// Through Gosuslugi.
    Esia,
    /// Some other way.
    Other,
}

/// One sign-in of the history.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRecord {
    /// The service's name of it.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// How.
    pub way: SignInWay,
    /// The device, in the service's words.
    pub device: String,
    /// The place, in the service's words; may be empty.
    pub place: String,
    /// This very session.
    pub is_current: bool,
    /// Still open.
    pub is_open: bool,
}

/// Where a person was, and with what, is personal data: `Debug`, which ends up in logs, leaves it out.
impl fmt::Debug for SignInRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInRecord")
            .field("at", &self.at)
            .field("way", &self.way)
            .field("is_current", &self.is_current)
            .field("is_open", &self.is_open)
            .finish_non_exhaustive()
    }
}
