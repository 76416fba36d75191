//! What is sought, held so that memory does not show it.

use std::fmt::Write;

use fl_domain::Secret;

/// Each byte is held with these bits turned over.
const TURNED: u8 = 0xa5;

/// A text that memory does not show.
#[derive(Clone, PartialEq, Eq)]
pub struct Masked(Vec<u8>);

/// Turns a text over; in a constant, so that not even the program's file has it in the clear.
///
/// # Panics
/// `LENGTH` is not the text's, in bytes; in a constant that is an error of the compiler.
pub const fn mask<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let clear = text.as_bytes();
    assert!(clear.len() == LENGTH);
    let (mut held, mut at) = ([0; LENGTH], 0);
    while at < LENGTH {
        held[at] = clear[at] ^ TURNED;
        at += 1;
    }
    held
}

impl Masked {
    /// Takes over what [`mask`] made.
    pub fn new(masked: &[u8]) -> Self {
        Self(masked.to_vec())
    }

    /// Turns over what was found.
    #[cfg(target_os = "linux")]
    pub(crate) fn of(clear: &[u8]) -> Self {
        Self(clear.iter().map(|byte| byte ^ TURNED).collect())
    }

    /// Tells it from others.
    #[cfg(target_os = "linux")]
    pub(crate) fn key(&self) -> Vec<u8> {
        self.0.clone()
    }

    /// The part between two marks; `None` where it has no such part.
    pub fn between(&self, before: &str, after: &str) -> Option<Self> {
        let turned = |mark: &str| mark.bytes().map(|byte| byte ^ TURNED).collect::<Vec<_>>();
        let from = memchr::memmem::find(&self.0, &turned(before))? + before.len();
        let rest = &self.0[from..];
        let to = if after.is_empty() { rest.len() } else { memchr::memmem::find(rest, &turned(after))? };
        Some(Self(rest[..to].to_vec()))
    }

    /// The text itself, for the one place that types it in. It is wiped when dropped.
    pub fn secret(&self) -> Secret {
        // Made at its length, so that no copy is left where it grew.
        let clear: Vec<u8> = self.0.iter().map(|byte| byte ^ TURNED).collect();
        Secret::new(String::from_utf8(clear).unwrap_or_default())
    }

    /// How many bytes.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Nothing at all: what would be found everywhere.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first byte, in the clear: one byte tells nothing.
    pub(crate) fn first(&self) -> u8 {
        self.0.first().map_or(0, |byte| byte ^ TURNED)
    }

    /// Whether these bytes are the text; it is not put together for that.
    pub(crate) fn is(&self, bytes: &[u8]) -> bool {
        bytes.len() == self.0.len() && bytes.iter().zip(&self.0).all(|(clear, held)| clear ^ TURNED == *held)
    }
}

/// One thing that must not be found, and what it is called when it is.
#[derive(Clone)]
pub struct Needle {
    /// What it is, such as `password`.
    pub name: &'static str,
    /// The text.
    pub text: Masked,
}

impl Needle {
    /// Names a text.
    pub const fn new(name: &'static str, text: Masked) -> Self {
        Self { name, text }
    }
}

/// A text for another process, masked, in hexadecimal digits.
pub fn write_masked(text: &str) -> String {
    text.bytes().fold(String::new(), |mut digits, byte| {
        // Writing to a String does not fail.
        let _ = write!(digits, "{:02x}", byte ^ TURNED);
        digits
    })
}

/// The way back; `None` for anything but hexadecimal digits.
pub fn read_masked(digits: &str) -> Option<Masked> {
    let pairs = digits.as_bytes().chunks_exact(2);
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect::<Option<_>>()
        .map(Masked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_and_is_not_held_in_the_clear() {
        const HELD: [u8; 4] = mask("hush");
        let masked = Masked::new(&HELD);
        assert!(masked.is(b"hush") && !masked.is(b"hus") && !masked.is(b"hust") && !HELD.contains(&b'h'));
        assert_eq!((masked.secret().expose(), masked.first(), masked.len()), ("hush", b'h', 4));
        let part = |before, after| Some(masked.between(before, after)?.secret().expose().to_owned());
        assert_eq!(part("h", "h"), Some("us".to_owned()));
        assert_eq!(part("us", ""), Some("h".to_owned()));
        assert_eq!((part("x", "h"), part("h", "x")), (None, None));
        let sent = write_masked("Пётр");
        assert_eq!(read_masked(&sent).unwrap().secret().expose(), "Пётр");
        assert!(read_masked("f").is_none() && read_masked("xy").is_none() && read_masked("").is_some());
    }
}
