//! Texts measured and cut the way a terminal draws them: by grapheme and column, never by byte or char.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Drops what would move the cursor or turn the line around: control characters and bidirectional overrides.
/// A text of the service, or one that is pasted, must not be able to draw outside its place.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if matches!(c, '\n' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .filter(|c| {
            !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        })
        .collect()
}

/// How many columns it takes.
pub(crate) fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Cuts it at spaces into lines of at most `columns`; a longer word is cut between graphemes. At least one line.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    // Only the plain space is a place to break: a no-break space keeps an amount and its sign together.
    for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        if wide <= columns {
            line.push_str(word);
            used += wide;
            continue;
        }
        for grapheme in word.graphemes(true) {
            let wide = grapheme.width();
            if used > 0 && used + wide > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(grapheme);
            used += wide;
        }
    }
    if used > 0 || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// At most `columns` of it; what is left out is told by an ellipsis.
pub(crate) fn clip(text: &str, columns: usize) -> String {
    let text = clean(text);
    if width(&text) <= columns {
        return text;
    }
    let mut clipped = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = grapheme.width();
        if used + wide + 1 > columns {
            break;
        }
        clipped.push_str(grapheme);
        used += wide;
    }
    if columns > 0 {
        clipped.push('…');
    }
    clipped
}

/// Spaces.
pub(crate) fn blank(columns: usize) -> String {
    " ".repeat(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_never_exceed_their_columns() {
        let texts = [
            "a short one",
            "Очень длинное слово: ПревысокомногорассмотрительствующийПревысокомногорассмотрительствующий",
            "家族 👨‍👩‍👧‍👦 and e\u{301}e\u{301}e\u{301} mixed with 数字数字数字数字数字",
            "שלום עולם",
            "",
        ];
        for text in texts {
            for columns in [2, 3, 7, 20, 80] {
                for line in wrap(text, columns) {
                    assert!(width(&line) <= columns, "{columns}: {line}");
                }
                assert!(width(&clip(text, columns)) <= columns, "{columns}: {text}");
            }
        }
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn an_amount_stays_in_one_line() {
        assert_eq!(wrap("Долг 1\u{a0}234,56\u{a0}₽", 12), ["Долг", "1\u{a0}234,56\u{a0}₽"]);
    }

    #[test]
    fn nothing_can_draw_outside_its_place() {
        assert_eq!(clean("a\u{1b}[2Jb\u{7}\r\nc\u{202e}d"), "a[2Jb cd");
        assert_eq!(clip("abcdef", 4), "abc…");
        assert_eq!(clip("abcdef", 0), "");
    }
}
