//! How a person is reached: e-mail, phone, control word. Of the project's own contract (`x-provenance: own`).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Capability, Done};
use crate::{
    Secret,
    access::{Email, Phone},
};

/// E-mail, phone, control word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read;

/// A new address; a letter goes to it, and until it is confirmed the old one stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetEmail(pub Email);

/// A new phone; a message with a code goes to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPhone(pub Phone);

/// The control word. It is a secret, and so it is never kept to be sent later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetControlWord(pub Secret);

/// Confirms the pending address or phone by the code of its letter or message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirm {
    /// Which.
    pub contact: Contact,
    /// The code.
    pub code: Secret,
}

questions! { Contacts, Some(Capability::Contacts);
    Read => Contacts { name: "contacts", session: true, repeatable: true, once: No, kept: true },
    SetEmail => Done { name: "contact-email", session: true, repeatable: false, once: Latest, kept: false },
    SetPhone => Done { name: "contact-phone", session: true, repeatable: false, once: Latest, kept: false },
    SetControlWord => Done { name: "control-word", session: true, repeatable: false, once: No, kept: false },
    Confirm => Confirmed { name: "contact-confirm", session: true, repeatable: false, once: No, kept: false },
}

/// What comes of [`Confirm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is in force.
    Done,
    /// Another code was sent.
    WrongCode,
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
