//! How values are sealed and look-ups are hashed.
//!
//! From the data key and the file's random salt HKDF-SHA-256 derives independent keys: one seals values
//! (XChaCha20-Poly1305, a random 24-byte nonce each), one makes look-ups (HMAC-SHA-256, 16 bytes kept), one makes the
//! fingerprint that tells a wrong key from a damaged file. A value is bound to its format, table and key, so one moved to
//! another place, or taken from another file of the same account, does not open. That a whole file was replaced by an
//! older copy of itself cannot be told from inside it.

use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use rusqlite::Row;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{DataKey, StoreError, key::random, plain::Plain};

/// The version of how values are sealed. Raise it together with a migration that deletes or carries over all of them.
const FORMAT: u8 = 1;
const NONCE: usize = 24;
const TAG: usize = 16;

/// A keyed hash that stands where a name would be readable.
pub(crate) type LookUp = [u8; 16];

/// Where a sealed value lives.
#[derive(Clone, Copy)]
pub(crate) enum Table {
    /// Of the first version only.
    Snapshot = 1,
    /// Of the first version only.
    Extent = 2,
    Name = 3,
    Block = 4,
    Note = 5,
    Setting = 6,
    Value = 7,
    Shelf = 8,
    Record = 9,
}

impl Table {
    /// For errors and for SQL.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::Extent => "extent",
            Self::Name => "name",
            Self::Block => "block",
            Self::Note => "note",
            Self::Setting => "setting",
            Self::Value => "value",
            Self::Shelf => "shelf",
            Self::Record => "record",
        }
    }
}

/// The place a value is bound to: a table and a row's key.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    table: Table,
    number: i64,
    look_up: LookUp,
}

impl Place {
    pub(crate) const fn numbered(table: Table, number: i64) -> Self {
        Self { table, number, look_up: [0; 16] }
    }

    pub(crate) const fn named(table: Table, look_up: LookUp) -> Self {
        Self { table, number: 0, look_up }
    }

    pub(crate) const fn both(table: Table, number: i64, look_up: LookUp) -> Self {
        Self { table, number, look_up }
    }

    pub(crate) const fn number(self) -> i64 {
        self.number
    }

    /// What a place that holds something else than was written is called.
    pub(crate) const fn damaged(self) -> StoreError {
        StoreError::Damaged { part: self.table.name() }
    }

    fn bound(self) -> [u8; 26] {
        let mut bytes = [0; 26];
        bytes[0] = FORMAT;
        bytes[1] = self.table as u8;
        bytes[2..10].copy_from_slice(&self.number.to_le_bytes());
        bytes[10..].copy_from_slice(&self.look_up);
        bytes
    }
}

/// The keys of one open file.
pub(crate) struct Seal {
    aead: XChaCha20Poly1305,
    look_ups: Zeroizing<[u8; 32]>,
    fingerprint: [u8; 16],
}

impl Seal {
    pub(crate) fn new(key: &DataKey, salt: &[u8; 16]) -> Result<Self, StoreError> {
        let keys = Hkdf::<Sha256>::new(Some(salt), key.as_bytes());
        let sealing = derive::<32>(&keys, b"fl-store values")?;
        Ok(Self {
            aead: XChaCha20Poly1305::new((&*sealing).into()),
            look_ups: derive(&keys, b"fl-store look-ups")?,
            fingerprint: *derive(&keys, b"fl-store fingerprint")?,
        })
    }

    /// Tells this key from another without saying anything about it.
    pub(crate) const fn fingerprint(&self) -> &[u8; 16] {
        &self.fingerprint
    }

    /// The keyed hash of a name in a table.
    pub(crate) fn look_up(&self, table: Table, name: &str) -> Result<LookUp, StoreError> {
        let mut mac =
            <Hmac<Sha256> as KeyInit>::new_from_slice(&*self.look_ups).map_err(|_| StoreError::Encoding)?;
        mac.update(&[table as u8]);
        mac.update(name.as_bytes());
        let full = mac.finalize().into_bytes();
        let mut kept = LookUp::default();
        kept.copy_from_slice(&full[..16]);
        Ok(kept)
    }

    /// Seals what `write` puts into `buffer`, in place: nonce, then the sealed bytes, then the tag.
    pub(crate) fn seal(
        &self,
        place: Place,
        buffer: &mut Plain,
        write: impl FnOnce(&mut Plain) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        buffer.load(&[0; NONCE]);
        write(buffer)?;
        let (nonce, value) = buffer.split_at_mut(NONCE);
        random(nonce)?;
        let nonce = <&XNonce>::try_from(&*nonce).map_err(|_| StoreError::Encoding)?;
        let tag = self
            .aead
            .encrypt_inout_detached(nonce, &place.bound(), value.into())
            .map_err(|_| StoreError::TooLarge)?;
        buffer.extend(&tag);
        Ok(())
    }

    /// Opens the sealed value in a column, as [`Seal::open`].
    pub(crate) fn open_column(
        &self,
        place: Place,
        row: &Row<'_>,
        column: usize,
        buffer: &mut Plain,
    ) -> Result<(), StoreError> {
        let sealed = row.get_ref(column)?.as_blob().map_err(|_| place.damaged())?;
        self.open(place, sealed, buffer)
    }

    /// Opens a sealed value into `buffer`, replacing what it held; on failure the buffer is empty.
    pub(crate) fn open(&self, place: Place, sealed: &[u8], buffer: &mut Plain) -> Result<(), StoreError> {
        let parts = sealed.split_at_checked(NONCE).and_then(|(nonce, rest)| {
            let (value, tag) = rest.split_at_checked(rest.len().checked_sub(TAG)?)?;
            Some((<&XNonce>::try_from(nonce).ok()?, value, <&Tag>::try_from(tag).ok()?))
        });
        let (nonce, value, tag) = parts.ok_or(place.damaged())?;
        buffer.load(value);
        if self.aead.decrypt_inout_detached(nonce, &place.bound(), (&mut **buffer).into(), tag).is_err() {
            buffer.clear();
            return Err(place.damaged());
        }
        Ok(())
    }
}

fn derive<const N: usize>(keys: &Hkdf<Sha256>, purpose: &[u8]) -> Result<Zeroizing<[u8; N]>, StoreError> {
    let mut derived = Zeroizing::new([0; N]);
    keys.expand(purpose, &mut *derived).map_err(|_| StoreError::Encoding)?;
    Ok(derived)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(seal: &Seal, place: Place, value: &[u8]) -> Vec<u8> {
        let mut buffer = Plain::default();
        seal.seal(place, &mut buffer, |plain| {
            plain.extend(value);
            Ok(())
        })
        .unwrap();
        buffer.to_vec()
    }

    fn opens(seal: &Seal, place: Place, sealed: &[u8]) -> bool {
        seal.open(place, sealed, &mut Plain::default()).is_ok()
    }

    #[test]
    fn a_value_opens_only_at_its_place_with_its_key_and_whole() {
        let seal = Seal::new(&DataKey::from_bytes([1; 32]), &[2; 16]).unwrap();
        let place = Place::both(Table::Note, 5, [9; 16]);
        let bytes = sealed(&seal, place, b"value");
        assert_eq!(bytes.len(), NONCE + 5 + TAG);
        assert!(opens(&seal, place, &bytes));

        for elsewhere in [
            Place::both(Table::Block, 5, [9; 16]),
            Place::both(Table::Note, 6, [9; 16]),
            Place::both(Table::Note, 5, [8; 16]),
        ] {
            assert!(!opens(&seal, elsewhere, &bytes));
        }
        for (key, salt) in [([3; 32], [2; 16]), ([1; 32], [3; 16])] {
            assert!(!opens(&Seal::new(&DataKey::from_bytes(key), &salt).unwrap(), place, &bytes));
        }
        for len in 0..bytes.len() {
            assert!(!opens(&seal, place, &bytes[..len]));
        }
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            assert!(!opens(&seal, place, &flipped));
        }
    }

    #[test]
    fn one_value_sealed_twice_looks_different() {
        let seal = Seal::new(&DataKey::from_bytes([1; 32]), &[2; 16]).unwrap();
        let place = Place::numbered(Table::Block, 1);
        assert_ne!(sealed(&seal, place, b"value"), sealed(&seal, place, b"value"));
    }

    #[test]
    fn look_ups_differ_by_table_name_and_key() {
        let seal = Seal::new(&DataKey::from_bytes([1; 32]), &[2; 16]).unwrap();
        let other = Seal::new(&DataKey::from_bytes([3; 32]), &[2; 16]).unwrap();
        let look_up = |seal: &Seal, table, name| seal.look_up(table, name).unwrap();
        let draft = look_up(&seal, Table::Note, "draft");
        assert_eq!(draft, look_up(&seal, Table::Note, "draft"));
        assert_ne!(draft, look_up(&seal, Table::Setting, "draft"));
        assert_ne!(draft, look_up(&seal, Table::Note, "drafts"));
        assert_ne!(draft, look_up(&other, Table::Note, "draft"));
        assert_ne!(seal.fingerprint(), other.fingerprint());
    }
}
