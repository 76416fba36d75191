//! The taxpayer's number (INN): 12 digits for a person, 10 for an organisation.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::typed::is_unseen;

const PERSON_11TH: [u32; 10] = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_12TH: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const ORGANISATION_10TH: [u32; 9] = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/// A valid INN: its length and check digits are right. Whether anyone holds it, only the service knows.
///
/// The weights are those of the payments page: the 11th digit from 7,2,4,10,3,5,9,4,6,8, the 12th from
/// 3,7,2,4,10,3,5,9,4,6,8, the 10th of an organisation from 2,4,10,3,5,9,4,6,8; each sum mod 11 mod 10.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Inn(String);

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InnKind {
    /// 12 digits.
    Person,
    /// 10 digits.
    Organisation,
}

/// Why a text is no INN. Positions and counts are of characters, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InnError {
    /// Nothing was typed.
    #[error("the INN is empty")]
    Empty,
    /// A character that is not a digit stands at `position`.
    #[error("character {position} of the INN is not a digit")]
    NotADigit {
        /// Where, from 1, spaces, hyphens and unseen marks not counted.
        position: usize,
    },
    /// Neither 10 nor 12 digits.
    #[error("an INN has 12 digits (10 for an organisation), not {digits}")]
    Length {
        /// How many there are.
        digits: usize,
    },
    /// A check digit does not match: some digit is mistyped or two are swapped.
    #[error("the check digits of the INN do not match")]
    CheckDigit,
    /// A valid number of an organisation where a person's is asked for.
    #[error("this is the INN of an organisation")]
    NotAPerson,
}

impl Inn {
    /// Reads an INN; white space, hyphens and marks that nobody sees, as people copy them, are passed over.
    ///
    /// # Errors
    /// [`InnError`] names what is wrong, first things first: empty, a foreign character, the length, the check digits.
    pub fn parse(text: &str) -> Result<Self, InnError> {
        let mut digits = String::with_capacity(12);
        let is_passed_over =
            |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2013}') || is_unseen(c);
        let significant = text.chars().filter(|c| !is_passed_over(*c));
        for (index, c) in significant.enumerate() {
            if !c.is_ascii_digit() {
                return Err(InnError::NotADigit { position: index + 1 });
            }
            digits.push(c);
        }
        let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
        let valid = match values.len() {
            0 => return Err(InnError::Empty),
            10 => check(&values, &ORGANISATION_10TH) == values[9],
            12 => check(&values, &PERSON_11TH) == values[10] && check(&values, &PERSON_12TH) == values[11],
            digits => return Err(InnError::Length { digits }),
        };
        // All zeros satisfy the sums and are nobody's number.
        if !valid || values.iter().all(|d| *d == 0) {
            return Err(InnError::CheckDigit);
        }
        Ok(Self(digits))
    }

    /// Reads the INN of a person, which is the login of the account.
    ///
    /// # Errors
    /// As [`Inn::parse`], and [`InnError::NotAPerson`] for a valid number of 10 digits.
    pub fn parse_person(text: &str) -> Result<Self, InnError> {
        let inn = Self::parse(text)?;
        match inn.kind() {
            InnKind::Person => Ok(inn),
            InnKind::Organisation => Err(InnError::NotAPerson),
        }
    }

    /// A made-up person's INN: `stem` (its last ten digits) with the check digits it needs. For tests and doubles.
    pub fn made_up(stem: u64) -> Self {
        // All zeros are nobody's number.
        let stem = (stem % 10_000_000_000).max(1);
        let text = format!("{stem:010}");
        let mut values: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
        values.push(check(&values, &PERSON_11TH));
        values.push(check(&values, &PERSON_12TH));
        Self(values.iter().filter_map(|d| char::from_digit(*d, 10)).collect())
    }

    /// A person's or an organisation's.
    pub fn kind(&self) -> InnKind {
        if self.0.len() == 12 { InnKind::Person } else { InnKind::Organisation }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(d, w)| d * w).sum::<u32>() % 11 % 10
}

impl TryFrom<String> for Inn {
    type Error = InnError;
    fn try_from(text: String) -> Result<Self, InnError> {
        Self::parse(&text)
    }
}

impl From<Inn> for String {
    fn from(inn: Inn) -> Self {
        inn.0
    }
}

/// An INN is personal data: `Debug`, which ends up in logs, shows only how many digits there are.
impl fmt::Debug for Inn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Inn(<{} digits>)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_numbers_and_each_fault() {
        // The payee of the single tax payment (payments page) and a made-up person.
        assert_eq!(Inn::parse("7727406020").map(|i| i.kind()), Ok(InnKind::Organisation));
        let table = [
            ("", InnError::Empty),
            ("   ", InnError::Empty),
            ("77274O6020", InnError::NotADigit { position: 6 }),
            ("77274060201", InnError::Length { digits: 11 }),
            ("7727406021", InnError::CheckDigit),
            ("000000000000", InnError::CheckDigit),
            ("0000000000", InnError::CheckDigit),
            ("٧٧٢٧٤٠٦٠٢٠", InnError::NotADigit { position: 1 }),
        ];
        for (text, error) in table {
            assert_eq!(Inn::parse(text), Err(error), "{text:?}");
        }
        assert_eq!(Inn::parse_person("7727406020"), Err(InnError::NotAPerson));
    }

    #[test]
    fn debug_hides_the_number() {
        assert_eq!(format!("{:?}", Inn::made_up(7_700_000_001)), "Inn(<12 digits>)");
    }

    proptest! {
        #[test]
        fn made_up_numbers_read_back_also_with_spaces(stem in 1_u64..10_000_000_000) {
            let inn = Inn::made_up(stem);
            prop_assert_eq!(Inn::parse_person(inn.as_str()), Ok(inn.clone()));
            let spaced: String = inn.as_str().chars().flat_map(|c| [c, ' ']).collect();
            prop_assert_eq!(Inn::parse(&spaced), Ok(inn));
        }

        /// Mod 11 mod 10 lets ten and zero share a digit, so one digit alone can slip through one sum; a person's
        /// number has two of them, and a wrong last digit never passes.
        #[test]
        fn a_wrong_last_digit_is_named(stem in 1_u64..10_000_000_000, add in 1_u32..10) {
            let inn = Inn::made_up(stem);
            let (head, last) = inn.as_str().split_at(11);
            let last = (last.parse::<u32>().unwrap() + add) % 10;
            prop_assert_eq!(Inn::parse(&format!("{head}{last}")), Err(InnError::CheckDigit));
        }

        #[test]
        fn marks_that_nobody_sees_are_passed_over(
            stem in 1_u64..10_000_000_000,
            marks in prop::collection::vec((0_usize..12, "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2064}\u{2066}-\u{2069}\u{feff}\u{ad}\u{61c}\u{a0}\u{202f}]"), 0..6),
        ) {
            let inn = Inn::made_up(stem);
            let mut pasted = inn.as_str().to_owned();
            for (at, mark) in marks {
                let at = pasted.char_indices().nth(at).map_or(0, |(at, _)| at);
                pasted.insert_str(at, &mark);
            }
            prop_assert_eq!(Inn::parse_person(&pasted), Ok(inn));
        }

        #[test]
        fn any_text_gets_an_answer(text in ".{0,40}") {
            let _ = Inn::parse(&text);
        }
    }
}
