//! What a character is, where that matters more than what it looks like.

use crate::typed;

/// A Cyrillic letter, also one that looks just like a Latin one.
pub(super) const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a66e}'
        | '\u{a680}'..='\u{a69d}')
}

/// A character nobody sees: a control, an end of line, a mark.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() || is_line_end(c) || typed::is_unseen(c)
}

/// An end of line.
pub(super) const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_what_nobody_sees() {
        for c in ['а', 'Я', 'ё', 'і', 'ј', 'ѕ', 'ӏ', 'ԁ', 'ꙁ'] {
            assert!(is_cyrillic(c) && c.is_alphabetic(), "{c:?}");
        }
        for c in ['a', 'o', 'α', 'é', '1', ' ', '҂', '\u{ff41}'] {
            assert!(!is_cyrillic(c), "{c:?}");
        }
        for c in
            ['\0', '\t', '\n', '\u{7f}', '\u{200b}', '\u{200d}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ad}']
        {
            assert!(is_unseen(c), "{c:?}");
        }
        for c in ['a', 'я', ' ', '\u{a0}', '😀', '-'] {
            assert!(!is_unseen(c), "{c:?}");
        }
    }
}
