//! The address a letter is sent to.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::signs::is_cyrillic;
use crate::typed;

/// RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them its brackets.
const EMAIL_AT_MOST: usize = 254;
/// RFC 1035, 2.3.4.
const LABEL_AT_MOST: usize = 63;
/// An e-mail address that can be sent to, as far as its form tells.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Why a text is no address. Positions are of characters, from 1, white space around it and unseen marks not counted.
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
    /// A character that has no place there: a space, a Cyrillic letter, a control character, a dot after a dot.
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
    /// Reads an address; white space around it is passed over. Quoted names, addresses of numbers and other scripts than
    /// Latin, which the standards know and no letter of the service was seen to use, are not taken (our own).
    ///
    /// # Errors
    /// [`EmailError`] names what is wrong, first things first: empty, too long, the first foreign character, then the parts.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = &*typed::seen(text);
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        // Before anything else is looked at: whatever was pasted, no more than this is read.
        if text.chars().nth(EMAIL_AT_MOST).is_some() {
            return Err(EmailError::TooLong);
        }
        foreign_character(text).map_or(Ok(()), Err)?;
        // All of it is ASCII from here on: a byte is a character.
        let (name, domain) = text.split_once('@').ok_or(EmailError::At)?;
        if domain.contains('@') {
            return Err(EmailError::At);
        }
        if name.is_empty() {
            return Err(EmailError::NoName);
        }
        check_name(name)?;
        check_domain(domain, name.len() + 1)?;
        Ok(Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As much of it as its owner needs to know it again: `a…@example.test`.
    pub fn masked(&self) -> String {
        let (name, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let first: String = name.chars().take(1).collect();
        format!("{first}…@{domain}")
    }
}

/// The first character that stands in no address: of a name up to the first @ (RFC 5322, 3.2.3), of a domain after it.
fn foreign_character(text: &str) -> Option<EmailError> {
    let at = text.find('@').unwrap_or(text.len());
    let is_known = |index: usize, c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '@' => true,
        _ => {
            index < at
                && c.is_ascii_graphic()
                && !matches!(c, '(' | ')' | '<' | '>' | '[' | ']' | ':' | ';' | ',' | '\\' | '"')
        }
    };
    let (nth, (_, c)) = text.char_indices().enumerate().find(|(_, (index, c))| !is_known(*index, *c))?;
    Some(EmailError::Character { position: nth + 1, cyrillic: is_cyrillic(c) })
}

/// No dot at either end of a name, none after another.
fn check_name(name: &str) -> Result<(), EmailError> {
    let misplaced = |index: usize| EmailError::Character { position: index + 1, cyrillic: false };
    if name.starts_with('.') {
        return Err(misplaced(0));
    }
    if let Some(index) = name.find("..") {
        return Err(misplaced(index + 1));
    }
    if name.ends_with('.') { Err(misplaced(name.len() - 1)) } else { Ok(()) }
}

/// Labels without a hyphen at either end, the last of them at least two letters. `before` characters stand before it.
fn check_domain(domain: &str, before: usize) -> Result<(), EmailError> {
    let misplaced = |index: usize| EmailError::Character { position: before + index + 1, cyrillic: false };
    let (_, top) = domain.rsplit_once('.').ok_or(EmailError::NoDomain)?;
    if domain.starts_with('.') || top.is_empty() {
        return Err(EmailError::NoDomain);
    }
    let mut start = 0;
    for label in domain.split('.') {
        if label.is_empty() || label.starts_with('-') {
            return Err(misplaced(start));
        }
        if label.ends_with('-') {
            return Err(misplaced(start + label.len() - 1));
        }
        if label.len() > LABEL_AT_MOST {
            return Err(EmailError::NoDomain);
        }
        start += label.len() + 1;
    }
    // A top label of another script is written xn--… in ASCII (RFC 5890, 2.3.2.1).
    let is_top = top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    let is_encoded = top.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    if is_top || is_encoded { Ok(()) } else { Err(EmailError::NoDomain) }
}

/// An address is personal data: `Debug`, which ends up in logs, does not show it.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(<hidden>)")
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn at(position: usize) -> EmailError {
        EmailError::Character { position, cyrillic: false }
    }

    const fn cyrillic_at(position: usize) -> EmailError {
        EmailError::Character { position, cyrillic: true }
    }

    #[test]
    fn addresses_that_are_taken() {
        for text in [
            "a@example.test",
            " anna.k+tax@mail.example.test\n",
            "A_N-N'A%1@EXAMPLE.TEST",
            "a@xn--e1afmkfd.xn--p1ai",
            "a@1-2.example.test",
            "a@b.co",
        ] {
            assert_eq!(
                Email::parse(text).map(|e| e.as_str().to_owned()),
                Ok(text.trim().to_owned()),
                "{text:?}"
            );
        }
        let pasted = "\u{feff}\u{200e}an\u{ad}na@exam\u{200b}ple.test\u{2069}";
        assert_eq!(Email::parse(pasted).map(|e| e.as_str().to_owned()), Ok("anna@example.test".to_owned()));
    }

    #[test]
    fn each_fault_of_an_address() {
        let long_label = format!("a@{}.test", "b".repeat(64));
        let table = [
            ("", EmailError::Empty),
            (" \n", EmailError::Empty),
            ("anna", EmailError::At),
            ("anna.example.test", EmailError::At),
            ("a@b@example.test", EmailError::At),
            ("a@@example.test", EmailError::At),
            ("@example.test", EmailError::NoName),
            ("anna@", EmailError::NoDomain),
            ("anna@example", EmailError::NoDomain),
            ("anna@example.", EmailError::NoDomain),
            ("anna@.test", EmailError::NoDomain),
            ("anna@example.t", EmailError::NoDomain),
            ("anna@example.t3", EmailError::NoDomain),
            ("anna@127.0.0.1", EmailError::NoDomain),
            (&long_label, EmailError::NoDomain),
            ("an na@example.test", at(3)),
            ("anna @example.test", at(5)),
            ("anna@exam ple.test", at(10)),
            ("an\u{a0}na@example.test", at(3)),
            ("an\u{0}na@example.test", at(3)),
            ("an\u{a0}na@example.test", at(3)),
            // Homoglyphs: a Cyrillic a, o and e.
            ("аnna@example.test", cyrillic_at(1)),
            ("anna@exаmple.test", cyrillic_at(8)),
            (" anna@example.tеst", cyrillic_at(15)),
            ("анна@example.test", cyrillic_at(1)),
            ("änna@example.test", at(1)),
            ("anna@ex_ample.test", at(8)),
            ("anna@exa!mple.test", at(9)),
            ("\"anna\"@example.test", at(1)),
            ("Anna <a@example.test>", at(5)),
            ("a@[127.0.0.1]", at(3)),
            ("an..na@example.test", at(4)),
            (".anna@example.test", at(1)),
            ("anna.@example.test", at(5)),
            ("anna@example..test", at(14)),
            ("anna@-example.test", at(6)),
            ("anna@example-.test", at(13)),
        ];
        for (text, error) in table {
            assert_eq!(Email::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn an_address_has_254_characters() {
        let domain = format!("{0}.{0}.{0}.test", "b".repeat(60));
        let longest = format!("{}@{domain}", "a".repeat(253 - domain.len()));
        assert_eq!(longest.len(), 254);
        assert!(Email::parse(&longest).is_ok());
        assert_eq!(Email::parse(&format!("a{longest}")), Err(EmailError::TooLong));
        assert_eq!(Email::parse(&"😀".repeat(2500)), Err(EmailError::TooLong));
    }

    #[test]
    fn what_is_shown_of_it() {
        let email = Email::parse("anna@example.test").unwrap();
        assert_eq!(email.masked(), "a…@example.test");
        assert_eq!(format!("{email:?}"), "Email(<hidden>)");
    }

    proptest! {
        #[test]
        fn an_address_reads_back(text in "[a-z0-9_%+-]{1,20}(\\.[a-z0-9]{1,9}){0,2}@([a-z0-9]{1,20}\\.){1,3}[a-z]{2,9}") {
            let email = Email::parse(&text).unwrap();
            prop_assert_eq!(email.as_str(), &text);
            prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
            let masked = email.masked();
            prop_assert!(masked.starts_with(&text[..1]) && masked.ends_with(&text[text.find('@').unwrap()..]));
            let kept = serde_json::to_string(&email).unwrap();
            prop_assert_eq!(serde_json::from_str::<Email>(&kept).unwrap(), email);
        }

        /// Wherever it is put, a foreign character is named at its place.
        #[test]
        fn a_foreign_character_is_named(place in 0_usize..17, c in "[ а-яёА-Я😀\u{a0}é\0]") {
            let c = c.chars().next().unwrap();
            let mut text = "anna@example.test".to_owned();
            text.insert(place, c);
            prop_assume!(text.trim() == text);
            prop_assert_eq!(
                Email::parse(&text),
                Err(EmailError::Character { position: place + 1, cyrillic: is_cyrillic(c) })
            );
        }

        #[test]
        fn any_text_gets_an_answer(text in any::<String>()) {
            if let Ok(email) = Email::parse(&text) {
                prop_assert!(email.as_str().is_ascii() && email.as_str().len() <= 254);
            }
        }
    }
}
