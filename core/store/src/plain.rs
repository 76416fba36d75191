//! Memory that holds opened values and is wiped.

use std::ops::{Deref, DerefMut};

use postcard::ser_flavors::Flavor;
use serde::Serialize;
use zeroize::{Zeroize, Zeroizing};

use crate::StoreError;

/// Bytes that are wiped when dropped and, unlike a plain `Vec`, also where they grow.
#[derive(Default)]
pub(crate) struct Plain(Zeroizing<Vec<u8>>);

impl Plain {
    /// Empties the buffer, keeping its memory for the next value.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Replaces the content.
    pub(crate) fn load(&mut self, bytes: &[u8]) {
        self.clear();
        self.extend(bytes);
    }

    pub(crate) fn extend(&mut self, bytes: &[u8]) {
        self.reserve(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    pub(crate) fn push(&mut self, byte: u8) {
        self.reserve(1);
        self.0.push(byte);
    }

    /// Appends a byte for which room has been reserved: for loops over single bytes.
    pub(crate) fn push_reserved(&mut self, byte: u8) {
        debug_assert!(self.0.len() < self.0.capacity());
        self.0.push(byte);
    }

    /// Appends the postcard form of `value`.
    pub(crate) fn encode(&mut self, value: &impl Serialize) -> Result<(), StoreError> {
        postcard::serialize_with_flavor(value, Appender(self)).map_err(|_| StoreError::Encoding)
    }

    /// Makes room without leaving a copy behind: `Vec` would free the old memory unwiped.
    pub(crate) fn reserve(&mut self, more: usize) {
        let needed = self.0.len() + more;
        if needed > self.0.capacity() {
            let mut larger = Vec::with_capacity(needed.max(self.0.capacity() * 2));
            larger.extend_from_slice(&self.0);
            self.0.zeroize();
            self.0 = Zeroizing::new(larger);
        }
    }
}

impl Deref for Plain {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl DerefMut for Plain {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }
}

struct Appender<'b>(&'b mut Plain);

impl Flavor for Appender<'_> {
    type Output = ();

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.0.push(byte);
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.0.extend(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_keeps_the_content() {
        let mut plain = Plain::default();
        for byte in 0..=255 {
            plain.push(byte);
        }
        plain.extend(&[7; 1000]);
        assert!(plain[..256].iter().copied().eq(0..=255));
        assert!(plain[256..] == [7; 1000]);
        plain.load(b"new");
        assert_eq!(&*plain, b"new");
    }

    #[test]
    fn what_is_encoded_is_postcards_own_form() {
        let value = (1_u64 << 40, "Ёлка", Some(-3_i32));
        let mut plain = Plain::default();
        plain.encode(&value).unwrap();
        assert_eq!(&*plain, postcard::to_stdvec(&value).unwrap());
    }
}
