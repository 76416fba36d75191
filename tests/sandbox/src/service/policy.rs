//! The password policy as the service checks it: written anew here, so that the app's own reading of it is held against
//! another one; and as it stands on the wire.

use axum::{http::StatusCode, response::Response};
use fl_domain::access::{CharacterClass, PasswordPolicy};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::http::answer;

/// Longer passwords are refused (our own; NIST SP 800-63B-4 has services take at least 64). In characters.
const LONGEST: usize = 128;

/// Why `password` is refused, in words for a person; `None` if it is taken.
pub(super) fn weakness(policy: &PasswordPolicy, password: &str) -> Option<String> {
    let mut missing: Vec<String> = Vec::new();
    let length = password.chars().count();
    if length < usize::try_from(policy.min_length).unwrap_or(usize::MAX) {
        missing.push(format!("нужно не меньше {} символов", policy.min_length));
    }
    if length > LONGEST {
        missing.push(format!("нужно не больше {LONGEST} символов"));
    }
    for class in &policy.required {
        let (there, words) = match class {
            CharacterClass::Upper => (password.contains(|c: char| c.is_ascii_uppercase()), "прописной буквы"),
            CharacterClass::Lower => (password.contains(|c: char| c.is_ascii_lowercase()), "строчной буквы"),
            CharacterClass::Digit => (password.contains(|c: char| c.is_ascii_digit()), "цифры"),
            CharacterClass::Special => {
                (password.contains(|c| policy.specials.contains(c)), "специального знака")
            }
        };
        if !there {
            missing.push(format!("нет {words}"));
        }
    }
    if password.contains(char::is_whitespace) {
        missing.push("есть пробел".to_owned());
    }
    let is_foreign =
        |c: char| !c.is_ascii_alphanumeric() && !c.is_whitespace() && !policy.specials.contains(c);
    if password.contains(is_foreign) {
        missing.push("есть недопустимый знак".to_owned());
    }
    (!missing.is_empty()).then(|| format!("Пароль не принят: {}", missing.join(", ")))
}

/// A policy as it stands on the wire.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WirePolicy {
    min_length: u32,
    specials: String,
    required: Vec<CharacterClass>,
}

impl From<&PasswordPolicy> for WirePolicy {
    fn from(policy: &PasswordPolicy) -> Self {
        let PasswordPolicy { min_length, specials, required } = policy.clone();
        Self { min_length, specials, required }
    }
}

impl From<WirePolicy> for PasswordPolicy {
    fn from(wire: WirePolicy) -> Self {
        Self { min_length: wire.min_length, specials: wire.specials, required: wire.required }
    }
}

/// The service's words about a password that it does not take.
pub(super) fn refused(words: &str) -> Response {
    answer::coded(StatusCode::UNPROCESSABLE_ENTITY, "password.refused", words, &json!(null))
}
