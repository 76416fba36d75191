use thiserror::Error;

use crate::typed;

/// The longest part of a person's name that the forms of the tax service take: 60 characters (declarations page, `ФИОФЛ` of format 5.20).
pub const NAME_LIMIT: usize = 60;

/// Why a text is no part of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameError {
    /// Nothing was typed.
    #[error("the name is empty")]
    Empty,
    /// A character that no name has.
    #[error("character {position} has no place in a name")]
    Character {
        /// Where, from 1.
        position: usize,
    },
    /// Longer than the forms of the tax service take.
    #[error("a name has at most {NAME_LIMIT} characters, not {count}")]
    TooLong {
        /// How many there are.
        count: usize,
    },
}

/// Reads a surname, a first name or a patronymic: letters of any script, hyphens, apostrophes, points and single spaces.
///
/// # Errors
/// [`NameError`] names what is wrong.
pub fn parse_name(text: &str) -> Result<String, NameError> {
    let seen = typed::seen(text);
    if seen.is_empty() {
        return Err(NameError::Empty);
    }
    let fits = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.' | '(' | ')');
    let wrong = seen.chars().position(|c| !fits(c));
    if let Some(index) = wrong {
        return Err(NameError::Character { position: index + 1 });
    }
    if !seen.contains(char::is_alphabetic) {
        return Err(NameError::Character { position: 1 });
    }
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        count if count > NAME_LIMIT => Err(NameError::TooLong { count }),
        _ => Ok(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_people_have_it() {
        let table = [
            ("Примеров", Ok("Примеров".to_owned())),
            (" Салтыков-Щедрин ", Ok("Салтыков-Щедрин".to_owned())),
            ("О’Нил  мл.", Ok("О’Нил мл.".to_owned())),
            ("", Err(NameError::Empty)),
            ("  ", Err(NameError::Empty)),
            ("Пётр1", Err(NameError::Character { position: 5 })),
            ("Пётр🙂", Err(NameError::Character { position: 5 })),
            ("Пё\nтр", Err(NameError::Character { position: 3 })),
            ("-", Err(NameError::Character { position: 1 })),
        ];
        for (text, expected) in table {
            assert_eq!(parse_name(text), expected, "{text:?}");
        }
        assert_eq!(parse_name(&"я".repeat(60)).map(|name| name.chars().count()), Ok(60));
        assert_eq!(parse_name(&"я".repeat(61)), Err(NameError::TooLong { count: 61 }));
    }
}
