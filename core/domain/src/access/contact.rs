//! How a person is reached.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An e-mail address that can be sent to, as far as its form tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Why a text is no address. Positions are of characters, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EmailError {
    /// Nothing was typed.
    #[error("the address is empty")]
    Empty,
    /// No @, or more than one.
    #[error("an address has exactly one @")]
    At,
    /// Nothing before the @.
    #[error("nothing stands before the @")]
    NoName,
    /// After the @ stands no domain, or one without a dot.
    #[error("after the @ a domain such as example.test is missing")]
    NoDomain,
    /// A character that has no place there: a space, a Cyrillic letter, a control character.
    #[error("character {position} has no place in an address")]
    Character {
        /// Where, from 1.
        position: usize,
        /// It is Cyrillic.
        cyrillic: bool,
    },
    /// Longer than an address can be (RFC 5321, 4.5.3.1.3: 254 characters).
    #[error("an address has at most 254 characters")]
    TooLong,
}

impl Email {
    /// Reads an address; white space around it is passed over.
    ///
    /// # Errors
    /// [`EmailError`] names what is wrong.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        let (name, domain) = text.split_once('@').ok_or(EmailError::At)?;
        if domain.contains('@') {
            return Err(EmailError::At);
        }
        if name.is_empty() {
            return Err(EmailError::NoName);
        }
        if !domain.contains('.') || domain.starts_with('.') || domain.ends_with('.') {
            return Err(EmailError::NoDomain);
        }
        Ok(Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Email {
    type Error = EmailError;

    fn try_from(text: String) -> Result<Self, EmailError> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// A Russian mobile number: `+7` and ten digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Why a text is no phone number.
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
    /// Reads a number as people write it: spaces, hyphens and brackets are passed over, a leading 8 is +7.
    ///
    /// # Errors
    /// [`PhoneError`] names what is wrong.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        match digits.len() {
            0 => Err(PhoneError::Empty),
            10 => Ok(Self(format!("+7{digits}"))),
            11 if digits.starts_with(['7', '8']) => Ok(Self(format!("+7{}", &digits[1..]))),
            11 => Err(PhoneError::Country),
            digits => Err(PhoneError::Length { digits }),
        }
    }

    /// `+7` and ten digits.
    pub fn as_str(&self) -> &str {
        &self.0
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
