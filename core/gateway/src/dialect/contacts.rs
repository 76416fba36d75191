//! E-mail, phone, control word: of the own contract.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::service::{
    Contact, ContactState, Contacts, Done,
    contacts::{Confirm, Confirmed, Read, SetControlWord, SetEmail, SetPhone},
};
use serde::Deserialize;

use super::{
    codec::{Codec, Path},
    forms::{Fields, done},
};
use crate::{
    exchange::Body,
    fault::Said,
    lenient::{self, Trouble},
};

/// Another code was sent.
const WRONG_CODE: &str = "contact.wrong-code";

speaks! { contacts: Read, SetEmail, SetPhone, SetControlWord, Confirm }

impl Codec for Read {
    const PATH: Path = Path::Own("/contacts");

    /// Any contact may be missing; whether a control word is set is always said, and an answer without it is about
    /// something else.
    fn read(text: &str) -> Result<Contacts, Trouble> {
        #[derive(Default, Deserialize)]
        #[serde(default, rename_all = "camelCase")]
        struct WireContacts {
            #[serde(deserialize_with = "lenient::harmless")]
            email: WireContact,
            #[serde(deserialize_with = "lenient::harmless")]
            phone: WireContact,
            #[serde(deserialize_with = "lenient::flag")]
            control_word_set: Option<bool>,
        }
        let wire: WireContacts = lenient::object(text)?;
        Ok(Contacts {
            email: wire.email.into(),
            phone: wire.phone.into(),
            control_word_set: wire.control_word_set.ok_or(Trouble::Shape)?,
        })
    }
}

#[derive(Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
struct WireContact {
    #[serde(deserialize_with = "lenient::text")]
    confirmed: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pending: Option<String>,
}

impl From<WireContact> for ContactState {
    fn from(wire: WireContact) -> Self {
        Self { confirmed: wire.confirmed, pending: wire.pending }
    }
}

impl Codec for SetEmail {
    const PATH: Path = Path::Own("/contacts/email");

    fn body(&self) -> Body {
        Fields(&[("address", Some(self.0.as_str()))]).body()
    }

    fn read(text: &str) -> Result<Done, Trouble> {
        done(text)
    }
}

impl Codec for SetPhone {
    const PATH: Path = Path::Own("/contacts/phone");

    fn body(&self) -> Body {
        Fields(&[("number", Some(self.0.as_str()))]).body()
    }

    fn read(text: &str) -> Result<Done, Trouble> {
        done(text)
    }
}

impl Codec for SetControlWord {
    const PATH: Path = Path::Own("/contacts/control-word");

    fn body(&self) -> Body {
        Fields(&[("word", Some(self.0.expose()))]).body()
    }

    fn read(text: &str) -> Result<Done, Trouble> {
        done(text)
    }
}

impl Codec for Confirm {
    const PATH: Path = Path::Own("/contacts/confirm");

    fn body(&self) -> Body {
        let name = match self.contact {
            Contact::Email => "email",
            Contact::Phone => "phone",
        };
        Fields(&[("contact", Some(name)), ("code", Some(self.code.expose()))]).body()
    }

    fn read(text: &str) -> Result<Confirmed, Trouble> {
        done(text).map(|Done| Confirmed::Done)
    }

    fn complaint(said: &Said) -> Option<Confirmed> {
        (said.code()? == WRONG_CODE).then_some(Confirmed::WrongCode)
    }
}
