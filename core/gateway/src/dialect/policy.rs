//! Which passwords a service takes: its form in several answers, and what it says of one that it does not take.

use fl_domain::access::{CharacterClass, PasswordPolicy};
use serde::Deserialize;

use crate::{fault::Said, lenient};

/// The new password does not keep to the policy.
const REFUSED: &str = "password.refused";
/// Longer than a list of special characters on any keyboard. In characters.
const SPECIALS_MAX: usize = 64;

/// The service's words about a new password, if that is what it refuses.
pub(super) fn refused(said: &Said) -> Option<String> {
    (said.code()? == REFUSED).then(|| said.words().unwrap_or_default().to_owned())
}

#[derive(Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WirePolicy {
    #[serde(deserialize_with = "lenient::number")]
    min_length: Option<u32>,
    #[serde(deserialize_with = "lenient::as_sent")]
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
