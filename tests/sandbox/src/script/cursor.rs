//! A line, read from left to right.

use serde::Deserialize;
use serde_json::value::RawValue;

/// Where reading has come to.
pub(super) struct Cursor<'a> {
    line: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(line: &'a str) -> Self {
        Self { line, at: 0 }
    }

    /// With where it is wrong: behind so many characters.
    pub(super) fn wrong(&self, why: impl std::fmt::Display) -> String {
        let read = self.line.get(..self.at).map_or(0, |read| read.chars().count());
        format!("at character {}: {why}", read + 1)
    }

    /// Passes over spaces; a `#` before a word begins a comment.
    fn pass(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
        if self.rest().starts_with('#') {
            self.at = self.line.len();
        }
    }

    fn rest(&self) -> &'a str {
        self.line.get(self.at..).unwrap_or_default()
    }

    /// Whether nothing but a comment is left.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.pass();
        self.rest().is_empty()
    }

    /// The word that comes next, however long, without reading it; empty at the end.
    pub(super) fn next(&mut self) -> &'a str {
        self.pass();
        let rest = self.rest();
        rest.split(is_space).next().unwrap_or_default()
    }

    /// Reads it.
    pub(super) fn word(&mut self, what: &str) -> Result<&'a str, String> {
        let word = self.next();
        if word.is_empty() {
            return Err(self.wrong(format!("{what} is missing")));
        }
        if word.contains('"') {
            return Err(self.wrong(format!("{what} stands without quotes here, not as {word:?}")));
        }
        self.at += word.len();
        Ok(word)
    }

    /// Reads this word if it comes next.
    pub(super) fn takes(&mut self, word: &str) -> bool {
        let is_next = self.next() == word;
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    /// A text in quotes as JSON writes it, or a bare word.
    pub(super) fn text(&mut self, what: &str) -> Result<String, String> {
        if self.next().starts_with('"') { self.json(what) } else { self.word(what).map(str::to_owned) }
    }

    /// A JSON value, as it is written.
    pub(super) fn raw(&mut self, what: &str) -> Result<String, String> {
        self.json::<&RawValue>(what).map(|raw| raw.get().to_owned())
    }

    /// Up to the sign, which is read too; a name may stand in quotes before it.
    pub(super) fn name(&mut self, sign: char, what: &str) -> Result<String, String> {
        let name = if self.next().starts_with('"') {
            self.prefix(what)?
        } else {
            let word = self.next();
            let name = word.split(sign).next().unwrap_or_default();
            if name.is_empty() || name.contains('"') {
                return Err(self.wrong(format!("{what} is missing")));
            }
            self.at += name.len();
            name.to_owned()
        };
        if !self.rest().starts_with(sign) {
            return Err(self.wrong(format!("`{sign}` is missing behind {what}")));
        }
        self.at += sign.len_utf8();
        Ok(name)
    }

    /// Whether a value follows without a space.
    pub(super) fn goes_on(&self) -> bool {
        self.rest().chars().next().is_some_and(|c| !is_space(c))
    }

    fn json<T: Deserialize<'a>>(&mut self, what: &str) -> Result<T, String> {
        self.pass();
        let value = self.prefix(what)?;
        if self.goes_on() {
            return Err(self.wrong(format!("a space is missing behind {what}")));
        }
        Ok(value)
    }

    fn prefix<T: Deserialize<'a>>(&mut self, what: &str) -> Result<T, String> {
        let mut stream = serde_json::Deserializer::from_str(self.rest()).into_iter::<T>();
        match stream.next() {
            Some(Ok(value)) => {
                self.at += stream.byte_offset();
                Ok(value)
            }
            Some(Err(why)) => {
                // serde counts columns from the value on; the line is one.
                let why = why.to_string();
                let why = why.split(" at line ").next().unwrap_or_default();
                Err(self.wrong(format!("{what} is no JSON: {why}")))
            }
            None => Err(self.wrong(format!("{what} is missing"))),
        }
    }
}

/// What stands between words. Others, such as a no-break space, are part of a word, so that they are seen.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t')
}
