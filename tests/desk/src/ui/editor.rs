use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroize;

use super::text::width;

/// A line of text being typed. What leaves it is wiped: it may be a password.
#[derive(Default)]
pub(crate) struct Editor {
    text: String,
    /// In bytes, always between two graphemes.
    cursor: usize,
    /// Ends of lines stay: they are drawn as a sign in the one line that is seen.
    has_lines: bool,
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

/// A change that a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    Left,
    Right,
    Home,
    End,
    WordLeft,
    WordRight,
    Backspace,
    Delete,
    DeleteWord,
    /// Everything before the cursor.
    DeleteToStart,
    /// Everything from the cursor on.
    DeleteToEnd,
}

impl Editor {
    /// Holds this text, the cursor at its end.
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len(), has_lines: false }
    }

    /// That takes several lines, or does not.
    pub(crate) fn with_lines(self, has_lines: bool) -> Self {
        let mut this = self;
        this.has_lines = has_lines;
        this
    }

    /// Whether it takes several lines.
    pub(crate) const fn has_lines(&self) -> bool {
        self.has_lines
    }

    /// All of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Adds what was typed or pasted. It is one line: ends of lines become spaces, and none is left at either end of a
    /// paste, since that is where a copied password has them by accident.
    pub(crate) fn insert(&mut self, text: &str) {
        let is_one_line = !self.has_lines && text.contains(['\n', '\r']);
        let pasted = if is_one_line { text.trim_matches(['\n', '\r']) } else { text };
        let mut added: String = pasted
            .replace("\r\n", "\n")
            .chars()
            .map(|c| if c == '\r' { '\n' } else { c })
            .map(|c| if c == '\t' || (c == '\n' && !self.has_lines) { ' ' } else { c })
            .filter(|c| !c.is_control() || *c == '\n')
            .collect();
        // The old buffer may be given back to the allocator while it grows, so it is wiped by hand.
        let mut whole = String::with_capacity(self.text.len() + added.len());
        whole.push_str(&self.text[..self.cursor]);
        whole.push_str(&added);
        let after = self.text.len() - self.cursor;
        whole.push_str(&self.text[self.cursor..]);
        self.text.zeroize();
        self.text = whole;
        self.cursor = self.text.len() - after;
        added.zeroize();
        self.snap();
    }

    /// What was typed may join its neighbour, such as an accent: then the cursor stands behind both.
    fn snap(&mut self) {
        let cursor = self.cursor;
        self.cursor = self
            .text
            .grapheme_indices(true)
            .map(|(at, grapheme)| at + grapheme.len())
            .find(|end| *end >= cursor)
            .unwrap_or(cursor.min(self.text.len()));
        if cursor == 0 {
            self.cursor = 0;
        }
    }

    /// Moves or deletes. Returns whether the text changed.
    pub(crate) fn apply(&mut self, edit: Edit) -> bool {
        let (from, to) = match edit {
            Edit::Left => return self.go(self.before()),
            Edit::Right => return self.go(self.after()),
            Edit::Home => return self.go(0),
            Edit::End => return self.go(self.text.len()),
            Edit::WordLeft => return self.go(self.word_before()),
            Edit::WordRight => return self.go(self.word_after()),
            Edit::Backspace => (self.before(), self.cursor),
            Edit::Delete => (self.cursor, self.after()),
            Edit::DeleteWord => (self.word_before(), self.cursor),
            Edit::DeleteToStart => (0, self.cursor),
            Edit::DeleteToEnd => (self.cursor, self.text.len()),
        };
        if from == to {
            return false;
        }
        self.text.replace_range(from..to, "");
        self.cursor = from;
        self.snap();
        true
    }

    fn go(&mut self, to: usize) -> bool {
        self.cursor = to;
        false
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.cursor..].graphemes(true).next().map_or(self.text.len(), |g| self.cursor + g.len())
    }

    fn word_before(&self) -> usize {
        self.text[..self.cursor].unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let rest = &self.text[self.cursor..];
        rest.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }

    /// What of it is drawn in `columns`, and the cursor's column there. A secret is dots, one a grapheme.
    pub(crate) fn window(&self, columns: usize, secret: bool) -> (String, usize) {
        let room = columns.saturating_sub(1).max(1);
        let cells = |text: &str| -> Vec<(String, usize)> {
            text.graphemes(true)
                .map(|g| {
                    if secret {
                        ("•".to_owned(), 1)
                    } else if g == "\n" {
                        ("↵".to_owned(), 1)
                    } else {
                        (super::text::clean(g), width(g))
                    }
                })
                .collect()
        };
        let before = cells(&self.text[..self.cursor]);
        let mut at = 0;
        // From the cursor leftwards as much as fits, so the cursor is always seen.
        let mut first = before.len();
        while first > 0 && at + before[first - 1].1 <= room {
            first -= 1;
            at += before[first].1;
        }
        let mut shown: String = before[first..].iter().map(|(g, _)| g.as_str()).collect();
        let mut used = at;
        for (grapheme, wide) in cells(&self.text[self.cursor..]) {
            if used + wide > columns {
                break;
            }
            shown.push_str(&grapheme);
            used += wide;
        }
        (shown, at)
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit::*, *};

    fn after(text: &str, edits: &[Edit]) -> (String, usize) {
        let mut editor = Editor::new(text);
        for edit in edits {
            editor.apply(*edit);
        }
        (editor.text().to_owned(), editor.cursor)
    }

    #[test]
    fn keys_move_and_delete_by_grapheme_and_word() {
        let family = "👨‍👩‍👧‍👦";
        let table: Vec<(&str, &[Edit], &str, usize)> = vec![
            ("abc", &[Backspace], "ab", 2),
            ("abc", &[Home, Delete], "bc", 0),
            ("abc", &[Left, Left, Backspace], "bc", 0),
            ("abc", &[Home, Left, Backspace], "abc", 0),
            ("abc", &[Right, Delete], "abc", 3),
            ("one two", &[DeleteWord], "one ", 4),
            ("one two", &[Home, WordRight, DeleteToStart], " two", 0),
            ("one two", &[WordLeft, DeleteToEnd], "one ", 4),
            ("one two", &[WordLeft, WordLeft, WordLeft], "one two", 0),
            (family, &[Backspace], "", 0),
            ("ae\u{301}", &[Backspace], "a", 1),
            ("שלום", &[Backspace], "שלו", 6),
            ("пароль", &[Left, Delete], "парол", 10),
            ("", &[Backspace, Delete, DeleteWord, DeleteToStart, DeleteToEnd, Left, Right], "", 0),
        ];
        for (text, edits, expected, cursor) in table {
            assert_eq!(after(text, edits), (expected.to_owned(), cursor), "{text} {edits:?}");
        }
    }

    #[test]
    fn a_paste_is_one_line() {
        let table = [
            ("secret\n", "secret"),
            ("\r\nsecret\r\n", "secret"),
            ("two\nlines", "two lines"),
            ("two\r\nlines", "two lines"),
            ("tab\there", "tab here"),
            ("\u{1b}[31mred", "[31mred"),
            (" spaces stay ", " spaces stay "),
        ];
        for (pasted, expected) in table {
            let mut editor = Editor::default();
            editor.insert(pasted);
            assert_eq!(editor.text(), expected, "{pasted:?}");
        }
    }

    #[test]
    fn ends_of_lines_stay_where_several_fit_and_are_seen_as_a_sign() {
        let mut editor = Editor::default().with_lines(true);
        for text in ["one\r\ntwo", "\n", "three\r"] {
            editor.insert(text);
        }
        assert_eq!(editor.text(), "one\ntwo\nthree\n");
        assert_eq!(editor.window(40, false).0, "one↵two↵three↵");
        editor.apply(Backspace);
        assert_eq!(editor.text(), "one\ntwo\nthree");
    }

    #[test]
    fn ten_thousand_letters_and_wide_ones_stay_in_their_columns() {
        let mut editor = Editor::new(&"я".repeat(10_000));
        for text in ["", "数字", "👨‍👩‍👧‍👦", "e\u{301}", "שלום"] {
            editor.insert(text);
            for columns in [1, 2, 3, 10, 80] {
                for edit in [Left, End, Home, WordRight, End] {
                    editor.apply(edit);
                    let (shown, at) = editor.window(columns.max(2), false);
                    assert!(width(&shown) <= columns.max(2), "{columns}");
                    assert!(at < columns.max(2), "{columns}");
                }
            }
        }
    }

    #[test]
    fn an_accent_joins_the_letter_before_it() {
        let mut editor = Editor::new("e");
        editor.insert("\u{301}");
        editor.apply(Backspace);
        assert_eq!(editor.text(), "");
    }

    #[test]
    fn a_secret_is_dots() {
        let (shown, at) = Editor::new("pässword").window(20, true);
        assert_eq!((shown.as_str(), at), ("••••••••", 8));
    }
}
