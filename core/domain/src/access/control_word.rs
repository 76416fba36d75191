//! The word a person recovers the password with.

use thiserror::Error;

use super::signs::is_unseen;

/// The shortest control word taken (our own).
pub const CONTROL_WORD_MIN: u32 = 3;
/// The longest control word taken (our own).
pub const CONTROL_WORD_MAX: u32 = 64;

/// Why a text is no control word. The sources name no limits: all of them are our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ControlWordError {
    /// Nothing was typed, or white space only.
    #[error("the control word is empty")]
    Empty,
    /// Fewer characters, white space around it not counted.
    #[error("a control word has at least {min} characters")]
    TooShort {
        /// At least so many.
        min: u32,
    },
    /// More characters.
    #[error("a control word has at most {max} characters")]
    TooLong {
        /// At most so many.
        max: u32,
    },
    /// A character nobody sees, so nobody could type it again.
    #[error("character {position} of the control word cannot be seen")]
    Control {
        /// Where, from 1.
        position: usize,
    },
}

/// Whether a word can be the control word: one its owner can remember and type again (limits of our own). The word is kept and
/// sent as it was typed; only the service compares it.
///
/// # Errors
/// [`ControlWordError`] names what is wrong, first things first.
pub fn check_control_word(word: &str) -> Result<(), ControlWordError> {
    let is_shorter = |text: &str, count: u32| {
        usize::try_from(count).is_ok_and(|count| text.chars().take(count).count() < count)
    };
    if word.trim().is_empty() {
        return Err(ControlWordError::Empty);
    }
    if !is_shorter(word, CONTROL_WORD_MAX + 1) {
        return Err(ControlWordError::TooLong { max: CONTROL_WORD_MAX });
    }
    if let Some(index) = word.chars().position(is_unseen) {
        return Err(ControlWordError::Control { position: index + 1 });
    }
    if is_shorter(word.trim(), CONTROL_WORD_MIN) {
        return Err(ControlWordError::TooShort { min: CONTROL_WORD_MIN });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn control_words() {
        let control = |position| Err(ControlWordError::Control { position });
        let table = [
            ("мак", Ok(())),
            ("девичья фамилия", Ok(())),
            ("😀😀😀", Ok(())),
            ("", Err(ControlWordError::Empty)),
            (" \u{a0}\n", Err(ControlWordError::Empty)),
            ("аб", Err(ControlWordError::TooShort { min: 3 })),
            (" аб ", Err(ControlWordError::TooShort { min: 3 })),
            ("ма\nк", control(3)),
            ("мак\u{202e}", control(4)),
            ("\u{200b}\u{200b}\u{200b}", control(1)),
        ];
        for (word, answer) in table {
            assert_eq!(check_control_word(word), answer, "{word:?}");
        }
        assert_eq!(check_control_word(&"ж".repeat(64)), Ok(()));
        assert_eq!(check_control_word(&"ж".repeat(65)), Err(ControlWordError::TooLong { max: 64 }));
    }

    proptest! {
        #[test]
        fn what_is_taken_can_be_seen_and_typed(word in any::<String>()) {
            if check_control_word(&word).is_ok() {
                prop_assert!(!word.contains(is_unseen) && (3..=64).contains(&word.chars().count()));
            }
        }

        #[test]
        fn any_word_of_letters_is_taken(word in "[а-яёА-ЯЁa-zA-Z]{3,64}") {
            prop_assert_eq!(check_control_word(&word), Ok(()));
        }
    }
}
