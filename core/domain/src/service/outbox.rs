//! What became of things that must reach the service exactly once. Of the project's own contract (`x-provenance: own`).
//!
//! Whatever is [`Once::Latest`](super::Once) or [`Once::Each`](super::Once) is sent with a key made before it leaves; the service keeps the key with
//! its answer for ever, so that the same key never does a thing twice, and tells what became of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Capability;
use crate::Timestamp;

/// What became of the thing of this key: asked where its answer got lost, before it is ever sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate(pub OnceKey);

questions! { Outbox, Some(Capability::Outbox);
    Fate => FateTold { name: "outbox-fate", session: true, repeatable: true, once: No, kept: false },
}

/// What the service says of a key.
#[derive(Clone, PartialEq, Eq)]
pub enum FateTold {
    /// It is done.
    Accepted {
        /// When, if it says.
        at: Option<Timestamp>,
    },
    /// It was refused: nothing was changed.
    Refused {
        /// The service's own words, if it said any.
        words: Option<String>,
    },
    /// It came, and is being worked at.
    InWork,
    /// It never came, as far as the service remembers.
    Unheard {
        /// Keys that came before this are forgotten; `None` where it says that none is.
        known_since: Option<Timestamp>,
    },
}

/// `Debug` ends up in logs: the service's own words are left out.
impl fmt::Debug for FateTold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accepted { at } => f.debug_struct("Accepted").field("at", at).finish(),
            Self::Refused { .. } => f.debug_struct("Refused").finish_non_exhaustive(),
            Self::InWork => f.write_str("InWork"),
            Self::Unheard { known_since } => {
                f.debug_struct("Unheard").field("known_since", known_since).finish()
            }
        }
    }
}

/// Names one thing that is done once, for ever and everywhere: 128 random bits, written as 32 hexadecimal digits. It says nothing of
/// what it names, so logs may show it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OnceKey([u8; 16]);

impl OnceKey {
    /// Of random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Reads the 32 digits, in either case; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        u128::from_str_radix(text, 16).ok().map(|bits| Self(bits.to_be_bytes()))
    }
}

impl fmt::Display for OnceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for OnceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written_and_nothing_else_is() {
        let key = OnceKey::from_bytes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]);
        assert_eq!(key.to_string(), "000102030405060708090a0b0c0d0eff");
        assert_eq!(OnceKey::parse("000102030405060708090A0B0C0D0EFF"), Some(key));
        for text in ["", "0", "+00102030405060708090a0b0c0d0eff", "000102030405060708090a0b0c0d0ef", "я"] {
            assert_eq!(OnceKey::parse(text), None, "{text}");
        }
    }
}
