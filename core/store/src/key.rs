//! The key everything in a cache is sealed under.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::StoreError;

/// The data key of one account's cache: 32 random bytes, wiped when dropped and never shown.
///
/// Whoever holds it wraps it (the runtime's key chain); the store only derives its own keys from it.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A new key from the system's randomness.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`] if the system has none.
    pub fn random() -> Result<Self, StoreError> {
        let mut key = Self([0; 32]);
        random(&mut key.0)?;
        Ok(key)
    }

    /// Takes over a key that was unwrapped.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key itself, for the one place that wraps it.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(<hidden>)")
    }
}

/// Fills `bytes` from the system's randomness.
pub(crate) fn random(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|_| StoreError::NoRandomness)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_random_and_hidden() {
        let (one, other) = (DataKey::random().unwrap(), DataKey::random().unwrap());
        assert_ne!(one.as_bytes(), other.as_bytes());
        assert_eq!(DataKey::from_bytes(*one.as_bytes()).as_bytes(), one.as_bytes());
        assert_eq!(format!("{one:?}"), "DataKey(<hidden>)");
    }
}
