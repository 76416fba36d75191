use thiserror::Error;

use crate::typed;

/// Why a text is no number of so many digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DigitsError {
    /// Nothing was typed.
    #[error("no digit was typed")]
    Empty,
    /// A character that is no digit.
    #[error("character {position} is no digit")]
    Character {
        /// Where, from 1.
        position: usize,
    },
    /// Another count of digits.
    #[error("{min} to {max} digits are wanted, not {digits}")]
    Length {
        /// At least so many.
        min: usize,
        /// At most so many.
        max: usize,
        /// How many there are.
        digits: usize,
    },
}

/// Reads digits as people write them: spaces and hyphens between are passed over.
///
/// # Errors
/// [`DigitsError`] names what is wrong.
pub fn parse_digits(text: &str, min: usize, max: usize) -> Result<String, DigitsError> {
    let mut read = String::new();
    for (index, c) in typed::seen(text).chars().enumerate() {
        match c {
            '0'..='9' => read.push(c),
            ' ' | '-' | '\u{2010}'..='\u{2013}' => {}
            _ => return Err(DigitsError::Character { position: index + 1 }),
        }
    }
    match read.len() {
        0 => Err(DigitsError::Empty),
        digits if digits < min || digits > max => Err(DigitsError::Length { min, max, digits }),
        _ => Ok(read),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_people_write_them() {
        let table = [
            ("7700", Ok("7700".to_owned())),
            (" 77-00\u{200b} ", Ok("7700".to_owned())),
            ("", Err(DigitsError::Empty)),
            ("- -", Err(DigitsError::Empty)),
            ("77O0", Err(DigitsError::Character { position: 3 })),
            ("770", Err(DigitsError::Length { min: 4, max: 5, digits: 3 })),
            ("770011", Err(DigitsError::Length { min: 4, max: 5, digits: 6 })),
        ];
        for (text, expected) in table {
            assert_eq!(parse_digits(text, 4, 5), expected, "{text:?}");
        }
    }
}
