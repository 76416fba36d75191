use thiserror::Error;

/// How many lines a text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One.
    One,
    /// Any number.
    Many,
}

/// Why words do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WordsError {
    /// Nothing was typed.
    #[error("no words were typed")]
    Empty,
    /// A control character, which nobody typed: it came along with what was copied.
    #[error("character {position} is a control character")]
    Control {
        /// Where, from 1.
        position: usize,
    },
    /// More than fit.
    #[error("at most {max} characters fit, not {count}")]
    TooLong {
        /// At most so many.
        max: usize,
        /// How many there are.
        count: usize,
    },
}

/// Reads words: as they were typed, but without white space around them. Ends of lines are one character each, and have a place in a text
/// of many lines alone.
///
/// # Errors
/// [`WordsError`] names what is wrong.
pub fn parse_words(text: &str, max: usize, lines: Lines) -> Result<String, WordsError> {
    let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().all(|c| c.is_whitespace() || crate::typed::is_unseen(c)) {
        return Err(WordsError::Empty);
    }
    let is_wrong = |c: char| c.is_control() && !(lines == Lines::Many && matches!(c, '\n' | '\t'));
    if let Some(index) = text.chars().position(is_wrong) {
        return Err(WordsError::Control { position: index + 1 });
    }
    match text.chars().count() {
        count if count > max => Err(WordsError::TooLong { max, count }),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_as_they_are() {
        let table = [
            ("plain", Lines::One, Ok("plain".to_owned())),
            (" emoji 🙂 ", Lines::One, Ok("emoji 🙂".to_owned())),
            ("one\r\ntwo", Lines::Many, Ok("one\ntwo".to_owned())),
            ("one\ntwo", Lines::One, Err(WordsError::Control { position: 4 })),
            ("a\u{7}", Lines::Many, Err(WordsError::Control { position: 2 })),
            ("", Lines::One, Err(WordsError::Empty)),
            ("\u{200b} ", Lines::Many, Err(WordsError::Empty)),
            ("01234567890", Lines::One, Err(WordsError::TooLong { max: 10, count: 11 })),
        ];
        for (text, lines, expected) in table {
            assert_eq!(parse_words(text, 10, lines), expected, "{text:?}");
        }
    }
}
