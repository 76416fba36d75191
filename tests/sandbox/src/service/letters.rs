//! What the service sends to people.

use fl_domain::{Timestamp, service::Contact};
use serde::Serialize;

/// A letter or a message that a taxpayer got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// When it was sent, by the sandbox clock.
    pub at: Timestamp,
    /// The address or the number.
    pub to: String,
    /// What it is about.
    pub kind: LetterKind,
    /// Its link, as one that leads into the app.
    pub app_link: Option<String>,
    /// The same link as a page of the service.
    pub web_link: Option<String>,
    /// Its code.
    pub code: Option<String>,
}

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// A link that sets a new password.
    Recovery,
    /// The code of a new address.
    EmailCode,
    /// The code of a new phone.
    PhoneCode,
}

impl Letter {
    pub(super) fn recovery(at: Timestamp, to: String, token: &str, base_url: &str) -> Self {
        Self {
            at,
            to,
            kind: LetterKind::Recovery,
            app_link: Some(format!("fltaxes://recovery?token={token}")),
            web_link: Some(format!("{base_url}/recovery?token={token}")),
            code: None,
        }
    }

    /// A letter also has a link, a message to a phone is digits only.
    pub(super) fn code(at: Timestamp, contact: Contact, to: &str, code: &str) -> Self {
        let (kind, app_link) = match contact {
            Contact::Email => (LetterKind::EmailCode, Some(format!("fltaxes://contact?code={code}"))),
            Contact::Phone => (LetterKind::PhoneCode, None),
        };
        Self { at, to: to.to_owned(), kind, app_link, web_link: None, code: Some(code.to_owned()) }
    }
}
