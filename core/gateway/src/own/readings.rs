//! What is read in the session's name: the password's standing, contacts, sign-ins; and the policy that several answers hold.

use fl_domain::{
    Date, Timestamp,
    access::{CharacterClass, PasswordPolicy},
    service::{ContactState, Contacts, PasswordStatus, SignInRecord, SignInWay},
};
use serde::Deserialize;

use crate::{
    data::content,
    fault::words,
    lenient::{self, Trouble},
};

/// Longer than a list of special characters on any keyboard. In characters.
const SPECIALS_MAX: usize = 64;
/// More sign-ins than that nobody looks through.
const SIGN_INS_MAX: usize = 500;
/// A name of a sign-in goes back as it came, so a longer one is refused, not cut. In bytes.
const ID_MAX: usize = 200;

#[derive(Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WirePolicy {
    #[serde(deserialize_with = "lenient::number")]
    min_length: Option<u32>,
    #[serde(deserialize_with = "lenient::text")]
    specials: Option<String>,
    #[serde(deserialize_with = "lenient::texts")]
    required: Option<Vec<String>>,
}

impl WirePolicy {
    /// What is missing is the documented policy's; the rest is held to what a person can fulfil.
    pub(super) fn policy(self) -> PasswordPolicy {
        let documented = PasswordPolicy::default();
        let specials: String =
            self.specials.unwrap_or(documented.specials).chars().take(SPECIALS_MAX).collect();
        let named = self.required.map(|names| names.iter().filter_map(|name| class(name)).collect());
        let required = named.unwrap_or(documented.required);
        PasswordPolicy::of(self.min_length.unwrap_or(documented.min_length), specials, required)
    }
}

/// A kind that nobody knows is the service's to check.
fn class(name: &str) -> Option<CharacterClass> {
    match name {
        "upper" => Some(CharacterClass::Upper),
        "lower" => Some(CharacterClass::Lower),
        "digit" => Some(CharacterClass::Digit),
        "special" => Some(CharacterClass::Special),
        _ => None,
    }
}

pub(crate) fn password(text: &str) -> Result<PasswordStatus, Trouble> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct WireStatus {
        #[serde(deserialize_with = "lenient::text")]
        kind: Option<String>,
        #[serde(deserialize_with = "lenient::date")]
        issued: Option<Date>,
        #[serde(deserialize_with = "lenient::flag")]
        confirmed: Option<bool>,
        #[serde(deserialize_with = "lenient::date")]
        changed: Option<Date>,
    }
    let wire: WireStatus = lenient::object(text)?;
    match wire.kind.as_deref() {
        Some("primary") => Ok(PasswordStatus::Primary {
            // Without it nobody can say when the password ends.
            issued: wire.issued.ok_or(Trouble::Shape)?,
            confirmed: wire.confirmed.unwrap_or(false),
        }),
        Some("own") => Ok(PasswordStatus::Own { changed: wire.changed }),
        Some("absent") => Ok(PasswordStatus::Absent),
        _ => Err(Trouble::Shape),
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
        let shown = |text: Option<String>| text.as_deref().and_then(words);
        Self { confirmed: shown(wire.confirmed), pending: shown(wire.pending) }
    }
}

/// Any contact may be missing; whether a control word is set is always said, and an answer without it is about
/// something else.
pub(crate) fn contacts(text: &str) -> Result<Contacts, Trouble> {
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

/// A row that cannot be read fails the list: the one that was dropped would be the stranger's.
pub(crate) fn sign_ins(text: &str) -> Result<Vec<SignInRecord>, Trouble> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct WireSignIn {
        #[serde(deserialize_with = "lenient::text")]
        id: Option<String>,
        #[serde(deserialize_with = "lenient::number")]
        at: Option<Timestamp>,
        #[serde(deserialize_with = "lenient::text")]
        way: Option<String>,
        #[serde(deserialize_with = "lenient::text")]
        device: Option<String>,
        #[serde(deserialize_with = "lenient::text")]
        place: Option<String>,
        #[serde(deserialize_with = "lenient::flag")]
        current: Option<bool>,
        #[serde(deserialize_with = "lenient::flag")]
        open: Option<bool>,
    }
    let rows: Vec<WireSignIn> = content(text)?;
    let shown = |text: Option<String>| text.as_deref().and_then(words).unwrap_or_default();
    let record = |row: WireSignIn| {
        let is_name = |id: &String| id.len() <= ID_MAX && id.bytes().all(|b| b.is_ascii_graphic());
        Ok(SignInRecord {
            id: row.id.filter(is_name).ok_or(Trouble::Shape)?,
            at: row.at.ok_or(Trouble::Shape)?,
            way: match row.way.as_deref() {
                Some("password") => SignInWay::Password,
                Some("esia") => SignInWay::Esia,
                _ => SignInWay::Other,
            },
            device: shown(row.device),
            place: shown(row.place),
            is_current: row.current.unwrap_or(false),
            is_open: row.open.unwrap_or(false),
        })
    };
    rows.into_iter().take(SIGN_INS_MAX).map(record).collect()
}
