//! The phone a code is sent to.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::typed;

/// A Russian mobile number: `+7` and ten digits.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Why a text is no phone number. Positions are of characters, from 1, white space around it and unseen marks not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Nothing was typed.
    #[error("the number is empty")]
    Empty,
    /// A character that has no place there.
    #[error("character {position} has no place in a number")]
    Character {
        /// Where, from 1.
        position: usize,
    },
    /// Another count of digits.
    #[error("a number has 11 digits with its 7 or 8, not {digits}")]
    Length {
        /// How many there are.
        digits: usize,
    },
    /// Of another country than +7.
    #[error("the number has to begin with +7 or 8")]
    Country,
}

impl Phone {
    /// Reads a number as people write it: spaces, hyphens and brackets are passed over, a leading 8 is +7. Ten digits are a
    /// mobile number without its 7 only if they begin with a 9; else a digit is missing (our own).
    ///
    /// # Errors
    /// [`PhoneError`] names what is wrong, first things first: a foreign character, empty, the country, the length.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let mut digits = String::with_capacity(11);
        let mut is_international = false;
        for (index, c) in typed::seen(text).chars().enumerate() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() && !is_international => is_international = true,
                '(' | ')' | '-' | ' ' | '\u{2010}'..='\u{2013}' => {}
                _ => return Err(PhoneError::Character { position: index + 1 }),
            }
        }
        let is_russian = digits.starts_with('7') || (digits.starts_with('8') && !is_international);
        match digits.len() {
            0 => Err(PhoneError::Empty),
            10 if digits.starts_with('9') && !is_international => Ok(Self(format!("+7{digits}"))),
            11 if is_russian => Ok(Self(format!("+7{}", &digits[1..]))),
            11 => Err(PhoneError::Country),
            _ if is_international && !is_russian => Err(PhoneError::Country),
            digits => Err(PhoneError::Length { digits }),
        }
    }

    /// `+7` and ten digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As much of it as its owner needs to know it again: `+7 … 67`.
    pub fn masked(&self) -> String {
        format!("+7 … {}", self.part(10, 12))
    }

    fn part(&self, from: usize, to: usize) -> &str {
        self.0.get(from..to).unwrap_or_default()
    }
}

/// In groups: `+7 900 000-00-67`.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [code, first, second, third] =
            [self.part(2, 5), self.part(5, 8), self.part(8, 10), self.part(10, 12)];
        write!(f, "+7 {code} {first}-{second}-{third}")
    }
}

/// A number is personal data: `Debug`, which ends up in logs, does not show it.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(<hidden>)")
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;

    fn try_from(text: String) -> Result<Self, PhoneError> {
        Self::parse(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for text in [
            "+79000000067",
            "89000000067",
            "79000000067",
            "9000000067",
            "+7 (900) 000-00-67",
            "8 900\u{a0}000 00 67\n",
            "(900) 000-00-67",
            " + 7 900 000 00 67",
            "\u{202a}+7\u{a0}(900)\u{202f}000\u{2011}00\u{2013}67\u{202c}",
            "\u{feff}8\u{200b}9\u{ad}000000067\u{2069}",
        ] {
            assert_eq!(
                Phone::parse(text).map(|p| p.as_str().to_owned()),
                Ok("+79000000067".to_owned()),
                "{text:?}"
            );
        }
    }

    #[test]
    fn each_fault_of_a_number() {
        let table = [
            ("", PhoneError::Empty),
            ("+", PhoneError::Empty),
            (" ( ) - ", PhoneError::Empty),
            ("8 900 OOO-00-67", PhoneError::Character { position: 7 }),
            ("8 900 000 00 67 доб. 1", PhoneError::Character { position: 17 }),
            ("😀", PhoneError::Character { position: 1 }),
            ("8+9000000067", PhoneError::Character { position: 2 }),
            ("++79000000067", PhoneError::Character { position: 2 }),
            ("8٩000000067", PhoneError::Character { position: 2 }),
            ("8900\t0000067", PhoneError::Character { position: 5 }),
            ("112", PhoneError::Length { digits: 3 }),
            ("+7 900 000-00-6", PhoneError::Length { digits: 10 }),
            ("7 900 000-00-6", PhoneError::Length { digits: 10 }),
            ("8 900 000-00-6", PhoneError::Length { digits: 10 }),
            ("8 900 000-00-678", PhoneError::Length { digits: 12 }),
            ("19000000067", PhoneError::Country),
            ("+8 900 000-00-67", PhoneError::Country),
            ("+375 29 000-00-67", PhoneError::Country),
            ("+9000000067", PhoneError::Country),
        ];
        for (text, error) in table {
            assert_eq!(Phone::parse(text), Err(error), "{text:?}");
        }
        assert_eq!(Phone::parse(&"9".repeat(10_000)), Err(PhoneError::Length { digits: 10_000 }));
    }

    #[test]
    fn what_is_shown_of_it() {
        let phone = Phone::parse("89000000067").unwrap();
        assert_eq!(phone.masked(), "+7 … 67");
        assert_eq!(phone.to_string(), "+7 900 000-00-67");
        assert_eq!(format!("{phone:?}"), "Phone(<hidden>)");
    }

    proptest! {
        #[test]
        fn a_number_reads_back_as_it_is_shown(digits in "9[0-9]{9}") {
            let phone = Phone::parse(&digits).unwrap();
            prop_assert_eq!(Phone::parse(&phone.to_string()), Ok(phone.clone()));
            prop_assert_eq!(Phone::parse(&format!("8{digits}")), Ok(phone.clone()));
            prop_assert!(phone.masked().ends_with(&digits[8..]));
            prop_assert!(!phone.masked().contains(&digits[..8]));
        }

        #[test]
        fn any_text_gets_an_answer(text in any::<String>()) {
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(phone.as_str().len(), 12);
            }
        }
    }
}
