//! The name of a file's bytes.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Names the bytes of one file: 128 random bits, written as 32 hexadecimal digits. It says nothing of the file, so logs may show it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileId([u8; 16]);

/// A text that is no [`FileId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a file's name is 32 hexadecimal digits")]
pub struct FileIdError;

impl FileId {
    /// Of random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes it was made of.
    pub const fn bytes(self) -> [u8; 16] {
        self.0
    }
}

/// Reads the 32 digits, in either case.
impl FromStr for FileId {
    type Err = FileIdError;

    fn from_str(text: &str) -> Result<Self, FileIdError> {
        // A sign would be read as part of a number.
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(FileIdError);
        }
        u128::from_str_radix(text, 16).map(|bits| Self(bits.to_be_bytes())).map_err(|_| FileIdError)
    }
}

impl TryFrom<String> for FileId {
    type Error = FileIdError;

    fn try_from(text: String) -> Result<Self, FileIdError> {
        text.parse()
    }
}

impl From<FileId> for String {
    fn from(id: FileId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_name_is_not_read() {
        for text in ["", "0", "+00102030405060708090a0b0c0d0eff", "000102030405060708090a0b0c0d0ef", "я"] {
            assert_eq!(text.parse::<FileId>(), Err(FileIdError), "{text}");
            assert!(serde_json::from_value::<FileId>(text.into()).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_name_is_read_as_it_is_written(bytes in any::<[u8; 16]>()) {
            let id = FileId::from_bytes(bytes);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(id.to_string().to_uppercase().parse(), Ok(id));
            prop_assert_eq!(serde_json::from_value::<FileId>(serde_json::to_value(id).unwrap()).unwrap(), id);
            prop_assert_eq!(id.bytes(), bytes);
        }
    }
}
