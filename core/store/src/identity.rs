//! Which key a file was made with.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::{
    DataKey, StoreError,
    key::random,
    schema::{self, Step},
    seal::Seal,
};

/// Makes an empty file a cache under this key, in one transaction.
pub(crate) fn create(
    connection: &mut Connection,
    key: &DataKey,
    migrations: &[Step],
) -> Result<Seal, StoreError> {
    let mut salt = [0; 16];
    random(&mut salt)?;
    let seal = Seal::new(key, &salt)?;
    let transaction = connection.transaction()?;
    schema::create(&transaction, &seal, migrations)?;
    transaction.execute(
        "INSERT INTO identity (id, salt, fingerprint, checksum) VALUES (1, ?1, ?2, ?3)",
        params![salt, seal.fingerprint(), checksum(&salt, seal.fingerprint())],
    )?;
    transaction.commit()?;
    Ok(seal)
}

/// The seal of this file, or nothing if it was made with another key.
pub(crate) fn identify(connection: &Connection, key: &DataKey) -> Result<Option<Seal>, StoreError> {
    let damaged = StoreError::Damaged { part: "identity" };
    let row = connection
        .query_row("SELECT salt, fingerprint, checksum FROM identity WHERE id = 1", [], |row| {
            Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, [u8; 16]>(1)?, row.get::<_, [u8; 8]>(2)?))
        })
        .optional()?;
    match row {
        Some((salt, fingerprint, sum)) if checksum(&salt, &fingerprint) == sum => {
            let seal = Seal::new(key, &salt)?;
            Ok((*seal.fingerprint() == fingerprint).then_some(seal))
        }
        _ => Err(damaged),
    }
}

/// Tells a broken fingerprint from another key's; without a key, since it is against accidents only.
fn checksum(salt: &[u8; 16], fingerprint: &[u8; 16]) -> [u8; 8] {
    let full = Sha256::new().chain_update(salt).chain_update(fingerprint).finalize();
    let mut kept = [0; 8];
    kept.copy_from_slice(&full[..8]);
    kept
}
