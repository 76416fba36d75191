//! Texts of a service, made fit to show once, where they come in: every screen, log and list gets them so.

use fl_domain::typed;

/// More of a service's words than fits a screen helps nobody. In characters.
const LONGEST: usize = 500;

/// A text fit to show: no control characters or what they command, no marks that are not seen or turn the writing's direction, white space
/// as single spaces, not endless; `None` if nothing is left.
pub(crate) fn shown(text: &str) -> Option<String> {
    let mut shown = String::new();
    let mut length = 0;
    let mut is_apart = false;
    for letter in seen(text) {
        if letter.is_whitespace() || letter.is_control() {
            is_apart = length > 0;
            continue;
        }
        if length + usize::from(is_apart) >= LONGEST {
            shown.push('…');
            break;
        }
        if std::mem::take(&mut is_apart) {
            shown.push(' ');
            length += 1;
        }
        shown.push(letter);
        length += 1;
    }
    (!shown.is_empty()).then_some(shown)
}

/// Without the commands of a terminal (ECMA-48, 5.4) and unseen marks.
fn seen(text: &str) -> impl Iterator<Item = char> {
    let mut letters = text.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let letter = letters.next()?;
            let is_command = match letter {
                '\u{1b}' => letters.next_if_eq(&'[').is_some(),
                '\u{9b}' => true,
                _ => false,
            };
            if is_command {
                // Parameters up to the letter that ends the command; what is no command after all stays.
                while letters.next_if(|c| matches!(c, '\u{20}'..='\u{3f}')).is_some() {}
                letters.next_if(|c| matches!(c, '\u{40}'..='\u{7e}'));
                return Some(' ');
            }
            if !is_unseen(letter) {
                return Some(letter);
            }
        }
    })
}

/// The joiners stay: emoji are made with them, and they turn nothing around.
const fn is_unseen(letter: char) -> bool {
    !matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe0f}') && typed::is_unseen(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_to_be_seen_is_gone() {
        let table = [
            ("Иванов  Иван\r\nИванович", Some("Иванов Иван Иванович")),
            ("a\u{1b}[31mred\u{1b}[0m", Some("a red")),
            ("a\u{9b}2Jb", Some("a b")),
            ("a\u{1b}]0;title\u{7}b", Some("a ]0;title b")),
            ("\u{202e}abc\u{202c}", Some("abc")),
            ("\u{200e}\u{feff}7700\u{2066}", Some("7700")),
            ("a\u{2028}b\u{85}c", Some("a b c")),
            ("👩\u{200d}👧", Some("👩\u{200d}👧")),
            (" \t\u{200b} ", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text).as_deref(), expected, "{text:?}");
        }
        let long = shown(&"ы".repeat(10_000)).unwrap();
        assert_eq!((long.chars().count(), long.ends_with('…')), (501, true));
    }

    proptest! {
        #[test]
        fn no_text_brings_anything_unseen(text in "\\PC*|[\\s\\S]{0,80}", more in prop::collection::vec(any::<char>(), 0..700)) {
            let text = text + &more.into_iter().collect::<String>();
            if let Some(shown) = shown(&text) {
                prop_assert!(!shown.chars().any(|c| c.is_control() || is_unseen(c)), "{shown:?}");
                prop_assert!(!shown.is_empty() && shown.trim() == shown);
                prop_assert!(shown.chars().count() <= LONGEST + 1);
            }
        }
    }
}
