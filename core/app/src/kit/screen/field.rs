use serde::Serialize;

use crate::kit::touch::Touch;

/// What is typed, for keyboards, autofill and content types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum FieldKind {
    /// A login made of digits.
    Login,
    /// A password known already: paste and managers are welcome.
    Password,
    /// A PIN known already.
    Pin,
    /// A PIN being chosen.
    NewPin,
    /// Digits once.
    Digits,
    /// Words to look for.
    Search,
    /// A password being chosen: managers may propose one.
    NewPassword,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A code from a message, once: platforms offer it from the message.
    Code,
    /// Secret words that are no password: no manager is asked for them.
    SecretWords,
    /// A link, pasted.
    Link,
    /// Plain words.
    Words,
    /// Words over several lines.
    LongWords,
    /// A person's name.
    PersonName,
    /// An address of a place, over several lines.
    Address,
    /// Roubles and kopecks.
    Amount,
    /// A day: typed, or picked in the platform's calendar.
    Day,
    /// A month of a year.
    Month,
}

impl FieldKind {
    /// It may take several lines.
    pub const fn is_long(self) -> bool {
        matches!(self, Self::LongWords | Self::Address)
    }

    /// What is typed is not shown.
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::Password | Self::NewPassword | Self::SecretWords | Self::Pin | Self::NewPin)
    }
}

/// Something to type. The shell owns the text; `value` is taken over when the field comes into view or `revision` changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Field {
    /// Stable key.
    pub key: String,
    /// Page and key: goes back with every edit, so that what is typed never reaches a field of another page.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What is typed.
    pub kind: FieldKind,
    /// What is typed is not shown.
    pub secret: bool,
    /// The text as the core has it, always empty for a secret.
    pub value: String,
    /// Changes when the core sets the text; no two forms share one.
    pub revision: u32,
    /// What is right to type.
    pub hint: Option<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Whether it can be typed into now.
    pub enabled: bool,
    /// What Enter does.
    pub submit: Option<Touch>,
    /// Where a secret may be looked at while it is typed: how that is called. Whether it is shown is the shell's own matter, and
    /// it is hidden again when the field leaves the screen.
    pub reveal: Option<Reveal>,
    /// How much of what fits is typed, as a text of its own: a screen reader says it when asked, not with each letter.
    pub count: Option<String>,
    /// Where a day is typed: the platform's calendar, which hands the day back as `2026-11-30` as if that were typed.
    pub calendar: Option<Calendar>,
}

/// A calendar that a day may be picked in. Days are written `2026-11-30`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Calendar {
    /// What opens it is called so.
    pub open: String,
    /// Takes the day that is marked.
    pub take: String,
    /// Goes without.
    pub cancel: String,
    /// The day it opens on.
    pub day: String,
    /// The first that can be picked.
    pub earliest: String,
    /// The last that can be picked.
    pub latest: String,
}

/// The two names of the way to look at a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Reveal {
    /// While it is hidden.
    pub show: String,
    /// While it is shown.
    pub hide: String,
}
