//! The words of a PDF, as far as its dictionaries need them: ISO 32000-1, 7.2 and 7.3.

/// Reads words from a place on.
#[derive(Clone, Copy)]
pub(super) struct Lexer<'a> {
    rest: &'a [u8],
}

/// A word. Texts and fractions are passed over, so nothing is kept of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word<'a> {
    Name(&'a [u8]),
    Number(u64),
    Key(&'a [u8]),
    Text,
    Open,
    Close,
}

/// What stands beside a name in a dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Name(&'a [u8]),
    Number(u64),
    /// The number of the object it points to.
    Reference(u64),
    Null,
    /// Anything else, which was passed over.
    Other,
}

impl<'a> Lexer<'a> {
    /// From `at` on, at most `length` bytes: no dictionary that is looked for is longer, and none makes the rest of the file be read anew.
    pub(super) fn at(bytes: &'a [u8], at: usize, length: usize) -> Option<Self> {
        let rest = bytes.get(at..)?;
        Some(Self { rest: rest.get(..length).unwrap_or(rest) })
    }

    pub(super) const fn left(&self) -> usize {
        self.rest.len()
    }

    pub(super) fn skip(&mut self, bytes: usize) -> Option<()> {
        self.rest = self.rest.get(bytes..)?;
        Some(())
    }

    pub(super) fn skip_space(&mut self) {
        let mut rest = self.rest;
        while let Some((first, after)) = rest.split_first() {
            if is_space(*first) {
                rest = after;
            } else if *first == b'%' {
                let end = after.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(after.len());
                rest = after.get(end..).unwrap_or_default();
            } else {
                break;
            }
        }
        self.rest = rest;
    }

    pub(super) fn word(&mut self) -> Option<Word<'a>> {
        self.skip_space();
        let (first, after) = self.rest.split_first()?;
        let (word, rest) = match (first, after) {
            (b'/', _) => {
                let (name, rest) = regular(after);
                (Word::Name(name), rest)
            }
            (b'<', [b'<', rest @ ..]) => (Word::Open, rest),
            (b'>', [b'>', rest @ ..]) => (Word::Close, rest),
            (b'[' | b'{', _) => (Word::Open, after),
            (b']' | b'}', _) => (Word::Close, after),
            (b'<', _) => {
                let end = after.iter().position(|byte| *byte == b'>')?;
                (Word::Text, after.get(end + 1..)?)
            }
            (b'(', _) => (Word::Text, after_text(after)?),
            (b')' | b'>', _) => return None,
            (_, _) => {
                let (word, rest) = regular(self.rest);
                (number(word).map_or(Word::Key(word), Word::Number), rest)
            }
        };
        self.rest = rest;
        Some(word)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        match self.word()? {
            Word::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn key(&mut self, key: &[u8]) -> Option<()> {
        (self.word()? == Word::Key(key)).then_some(())
    }

    /// Whether the next word is this one; it is not taken.
    pub(super) fn is_next(mut self, key: &[u8]) -> bool {
        self.key(key).is_some()
    }

    /// A dictionary, in the order in which it is written.
    pub(super) fn dictionary(&mut self) -> Option<Dictionary<'a>> {
        let opens = { *self }.rest_after_space().starts_with(b"<<");
        if !opens || self.word()? != Word::Open {
            return None;
        }
        let mut entries = Vec::new();
        loop {
            match self.word()? {
                Word::Name(name) => entries.push((name, self.value()?)),
                Word::Close => return Some(Dictionary(entries)),
                _ => return None,
            }
        }
    }

    fn rest_after_space(mut self) -> &'a [u8] {
        self.skip_space();
        self.rest
    }

    fn value(&mut self) -> Option<Value<'a>> {
        Some(match self.word()? {
            Word::Name(name) => Value::Name(name),
            Word::Number(number) => {
                let mut ahead = *self;
                if ahead.number().is_some() && ahead.key(b"R").is_some() {
                    *self = ahead;
                    Value::Reference(number)
                } else {
                    Value::Number(number)
                }
            }
            Word::Key(b"null") => Value::Null,
            Word::Key(_) | Word::Text => Value::Other,
            Word::Open => {
                let mut depth = 1_usize;
                while depth > 0 {
                    match self.word()? {
                        Word::Open => depth += 1,
                        Word::Close => depth -= 1,
                        _ => {}
                    }
                }
                Value::Other
            }
            Word::Close => return None,
        })
    }
}

/// Names and what stands beside them.
pub(super) struct Dictionary<'a>(Vec<(&'a [u8], Value<'a>)>);

impl<'a> Dictionary<'a> {
    /// What stands beside a name, however the name is written.
    pub(super) fn get(&self, name: &[u8]) -> Option<Value<'a>> {
        self.0.iter().find(|(written, _)| is_same(written, name)).map(|(_, value)| *value)
    }

    pub(super) fn is_of_type(&self, name: &[u8]) -> bool {
        matches!(self.get(b"Type"), Some(Value::Name(written)) if is_same(written, name))
    }
}

/// A name may write any of its bytes as # and two digits.
fn is_same(written: &[u8], name: &[u8]) -> bool {
    let mut written = written;
    let decoded = std::iter::from_fn(|| {
        let (first, rest) = written.split_first()?;
        let escaped =
            rest.first_chunk::<2>().filter(|_| *first == b'#').and_then(|digits| hexadecimal(*digits));
        written = if escaped.is_some() { rest.get(2..)? } else { rest };
        Some(escaped.unwrap_or(*first))
    });
    decoded.eq(name.iter().copied())
}

fn hexadecimal([high, low]: [u8; 2]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// The bytes up to the next that parts words.
fn regular(bytes: &[u8]) -> (&[u8], &[u8]) {
    let parts = |byte: &u8| is_space(*byte) || b"()<>[]{}/%".contains(byte);
    let end = bytes.iter().position(parts).unwrap_or(bytes.len());
    bytes.split_at_checked(end).unwrap_or_default()
}

/// What follows a text in brackets, which may hold others.
fn after_text(bytes: &[u8]) -> Option<&[u8]> {
    let mut depth = 1_usize;
    let mut is_escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return bytes.get(at + 1..);
        }
    }
    None
}

fn number(word: &[u8]) -> Option<u64> {
    if word.is_empty() || !word.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(word).ok()?.parse().ok()
}

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}
