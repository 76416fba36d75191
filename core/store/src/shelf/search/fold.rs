//! The form in which texts are compared: one byte a letter, without case.
//!
//! Half the size of UTF-8 for Russian, so twice as fast to search. ASCII stays (in lower case), `а`..`я` are 0x80..=0x9F,
//! a few signs have a byte of their own, and any other character is 0xFF followed by five bytes of 0xA0..=0xBF. No
//! character's form occurs inside another's, so what is found is found at whole characters.

use fl_domain::typed::is_unseen;

use crate::plain::Plain;

/// Ends a field; in no folded text, so that nothing is found across two fields.
pub(crate) const END: u8 = b'\n';
const ESCAPE: u8 = 0xFF;
/// The forms of `е`, `и` and `й`.
const E: u8 = 0x85;
const I: u8 = 0x88;
const SHORT_I: u8 = 0x89;
const DIGIT: u32 = 0xA0;

/// Folds a query or a name.
pub(crate) fn folded(text: &str) -> Vec<u8> {
    let mut plain = Plain::default();
    append(text, &mut plain);
    plain.to_vec()
}

/// Appends the folded text: `ё` is `е`, also in two characters, as `й` is; every dash is a hyphen; every white space one space, none at the
/// beginning. The rouble sign is left out, since amounts are kept without it, and so are marks that nobody sees.
pub(crate) fn append(text: &str, out: &mut Plain) {
    // Two bytes of UTF-8 may become the six of an escape, and in lower case a character may become three.
    out.reserve(text.len() * 3);
    let start = out.len();
    for c in text.chars() {
        if let Some(byte) = byte_of(c) {
            out.push_reserved(byte);
        } else if c.is_whitespace() {
            if out.len() > start && out.last() != Some(&b' ') {
                out.push_reserved(b' ');
            }
        } else if !is_joined(c, start, out) && c != '₽' && !is_unseen(c) {
            c.to_lowercase().for_each(|c| escape(c, out));
        }
    }
}

/// Puts a mark to the letter before it where the two are one letter of Russian: a phone's keyboard and a page write it in one
/// character, a file's name on a Mac in two (Unicode, canonical equivalence).
fn is_joined(c: char, start: usize, out: &mut Plain) -> bool {
    let Some(last) = out[start..].last_mut() else { return false };
    match (c, *last) {
        ('\u{306}', I) => *last = SHORT_I,
        ('\u{308}', E) => {}
        _ => return false,
    }
    true
}

/// The form of the characters that nearly all texts are made of, in one step.
const fn byte_of(c: char) -> Option<u8> {
    let code = c as u32;
    Some(match c {
        'а'..='я' => low_byte(code - 'а' as u32 + 0x80),
        'А'..='Я' => low_byte(code - 'А' as u32 + 0x80),
        '!'..='~' => low_byte(code).to_ascii_lowercase(),
        'ё' | 'Ё' => E,
        // Minus, hyphens, dashes: which one was meant nobody can see.
        '\u{2010}'..='\u{2015}' | '\u{2212}' => b'-',
        '№' => 0xC0,
        '«' => 0xC1,
        '»' => 0xC2,
        _ => return None,
    })
}

/// The form of any other; of a character in lower case that has a byte after all (`K`, the Kelvin sign, is `k`), that.
fn escape(c: char, out: &mut Plain) {
    if let Some(byte) = byte_of(c) {
        out.push(byte);
        return;
    }
    out.push(ESCAPE);
    for shift in [20, 15, 10, 5, 0] {
        out.push(low_byte(DIGIT | (u32::from(c) >> shift & 0x1F)));
    }
}

const fn low_byte(value: u32) -> u8 {
    value.to_le_bytes()[0]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(needle: &str, text: &str) -> bool {
        memchr::memmem::find(&folded(text), &folded(needle)).is_some()
    }

    #[test]
    fn case_yo_and_spaces_do_not_matter() {
        assert_eq!(folded("ЁЛКА  Ёлка\u{a0}ёлка"), folded("елка елка елка"));
        assert_eq!(folded("  \u{2212}5\u{202f}₽"), folded("-5 "));
        assert_eq!(folded("№ «Ÿ» — ÀÉ"), folded("№ «ÿ» — àé"));
        assert_eq!(folded("и\u{306}Е\u{308}Й\u{feff}ё"), folded("йёйе"));
        assert_eq!(folded("\u{306}и и"), folded("\u{306}и и"));
        assert_eq!(folded("\u{2013}1 \u{2011} \u{2014}"), folded("-1 - -"));
        assert_eq!(folded("на\u{ad}лог \u{200e}7"), folded("налог 7"));
        assert_eq!(folded("ая").len(), 2);
        assert_eq!(folded("\u{1f600}").len(), 6);
    }

    #[test]
    fn no_text_has_the_end_of_a_field() {
        let every: String = (0..=0x3000).filter_map(char::from_u32).collect();
        assert!(!folded(&every).contains(&END));
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_lower_case_holds(text in "[а-яА-Яa-zA-Z0-9№ĀāЀѐ😀]{0,12}", needle in "[а-яА-Яa-zA-Z0-9№ĀāЀѐ😀]{1,2}") {
            prop_assert_eq!(found(&needle, &text), text.to_lowercase().contains(&needle.to_lowercase()));
        }

        #[test]
        fn every_part_of_a_text_is_found(text in "\\PC{1,12}", from in 0_usize..12, len in 1_usize..4) {
            let part: String = text.chars().skip(from).take(len).collect();
            // A mark alone is no part of what is seen.
            prop_assume!(!folded(&part).is_empty() && !part.starts_with(['\u{306}', '\u{308}']));
            prop_assert!(found(part.trim(), &text));
        }
    }
}
