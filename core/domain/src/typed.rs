//! What is typed or pasted, before it is read: marks that nobody sees come along with what is copied from a message or a page.

use crate::Secret;

/// A mark nobody sees: of writing direction, of no width, a filler, a byte order mark, a soft hyphen. Neither white space nor a
/// control character is one.
pub const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Digits, a code or an address as it is seen: without [unseen](is_unseen) marks, with a plain space for each no-break or other
/// wide one, and no white space around it. Never for a password or a control word: those are taken as they are.
pub fn seen(text: &str) -> String {
    // All in the one allocation that is given back: there is no other copy of what may be a code.
    let mut plain = String::with_capacity(text.len());
    let visible = text.chars().filter(|c| !is_unseen(*c));
    plain.extend(visible.map(|c| if c.is_whitespace() && !c.is_control() { ' ' } else { c }));
    plain.truncate(plain.trim_end().len());
    plain.drain(..plain.len() - plain.trim_start().len());
    plain
}

/// The same of digits that are a secret, such as a PIN: no copy of them stays in memory.
pub fn seen_secret(secret: &Secret) -> Secret {
    Secret::new(seen(secret.expose()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_seen_of_a_text() {
        let table = [
            ("7707083893", "7707083893"),
            ("\u{200e}77 07\u{a0}083\u{202f}893\u{feff}", "77 07 083 893"),
            ("\u{feff} \u{2060}a@b.test\u{200b}\n", "a@b.test"),
            ("\u{202d}+7\u{ad}900\u{2066}\u{2069}", "+7900"),
            ("\u{61c}\u{200b}", ""),
            ("й\u{301}", "й\u{301}"),
        ];
        for (text, expected) in table {
            assert_eq!(seen(text), expected, "{text:?}");
            assert!(seen_secret(&text.into()) == expected.into(), "{text:?}");
        }
    }

    #[test]
    fn nothing_that_is_seen_is_a_mark() {
        let marks = (0..=0x10_FFFF).filter_map(char::from_u32).filter(|c| is_unseen(*c));
        assert!(
            marks
                .clone()
                .all(|c| !c.is_alphanumeric()
                    || matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'))
        );
        assert!(marks.clone().all(|c| !c.is_whitespace() && !c.is_control() && !c.is_ascii()));
        for c in [
            "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}",
            "\u{202a}\u{202e}\u{2060}\u{2064}\u{2066}\u{2069}\u{feff}\u{ad}\u{61c}",
        ]
        .concat()
        .chars()
        {
            assert!(is_unseen(c), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn a_text_that_is_seen_is_seen_the_same(text in any::<String>()) {
            prop_assert_eq!(seen(&seen(&text)), seen(&text));
            // A text that grew out of its place would have left a copy behind.
            prop_assert_eq!(seen(&text).capacity(), text.len());
        }
    }
}
