//! What can go wrong, named by what the caller can do about it.

use std::io;

use rusqlite::{ErrorCode, ffi};
use thiserror::Error;

/// Why a call failed. A failed call has written nothing. No message holds anything personal.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another process, or another `Store` of this one, holds the cache.
    #[error("the cache is in use elsewhere")]
    InUse,
    /// The file or its folder cannot be written.
    #[error("the cache is read-only")]
    ReadOnly,
    /// The system refuses access to the file or its folder.
    #[error("access to the cache is denied")]
    Denied,
    /// No room is left on the device.
    #[error("the device is full")]
    DiskFull,
    /// A part of the file is not what was written: [`crate::Store::set_aside`] and open anew.
    #[error("the cache is damaged: {part}")]
    Damaged {
        /// Which table, or `file` or `schema` where the file's own structure is broken.
        part: &'static str,
    },
    /// A value could not be turned into bytes.
    #[error("a value cannot be encoded")]
    Encoding,
    /// More than a file of this format can number.
    #[error("the cache cannot hold so much")]
    TooLarge,
    /// The system gave no random bytes.
    #[error("the system has no randomness")]
    NoRandomness,
    /// Anything else from the file system.
    #[error("the file system failed")]
    Io(#[source] io::Error),
    /// Anything else from SQLite.
    #[error("SQLite failed with code {code}")]
    Database {
        /// SQLite's extended result code; 0 where rusqlite itself failed.
        code: i32,
    },
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            // A file may also be as large as this process may make one.
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::DiskFull
            }
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let failure = match error {
            rusqlite::Error::SqliteFailure(failure, _) => failure,
            rusqlite::Error::SqlInputError { error, .. } => error,
            // Every column is declared STRICT: another type can only come from a broken file.
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::FromSqlConversionFailure(..) => return Self::Damaged { part: "file" },
            _ => return Self::Database { code: 0 },
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                Self::InUse
            }
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::PermissionDenied
            | ErrorCode::CannotOpen
            | ErrorCode::AuthorizationForStatementDenied => Self::Denied,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged { part: "file" },
            // Every statement is fixed: SQLite refuses one only where the tables are not as they were made.
            ErrorCode::ConstraintViolation => Self::Damaged { part: "schema" },
            _ if failure.extended_code & 0xFF == ffi::SQLITE_ERROR => Self::Damaged { part: "schema" },
            ErrorCode::TooBig => Self::TooLarge,
            _ => Self::Database { code: failure.extended_code },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(error: &StoreError) -> &'static str {
        match error {
            StoreError::InUse => "in use",
            StoreError::ReadOnly => "read-only",
            StoreError::Denied => "denied",
            StoreError::DiskFull => "full",
            StoreError::Damaged { .. } => "damaged",
            StoreError::TooLarge => "too large",
            StoreError::Io(_) => "io",
            StoreError::Database { .. } => "database",
            StoreError::Encoding | StoreError::NoRandomness => "own",
        }
    }

    #[test]
    fn each_code_of_sqlite_has_its_name() {
        let table = [
            (ffi::SQLITE_BUSY, "in use"),
            (ffi::SQLITE_BUSY_RECOVERY, "in use"),
            (ffi::SQLITE_LOCKED, "in use"),
            (ffi::SQLITE_PROTOCOL, "in use"),
            (ffi::SQLITE_READONLY, "read-only"),
            (ffi::SQLITE_READONLY_DIRECTORY, "read-only"),
            (ffi::SQLITE_PERM, "denied"),
            (ffi::SQLITE_CANTOPEN, "denied"),
            (ffi::SQLITE_FULL, "full"),
            (ffi::SQLITE_CORRUPT, "damaged"),
            (ffi::SQLITE_CORRUPT_INDEX, "damaged"),
            (ffi::SQLITE_NOTADB, "damaged"),
            (ffi::SQLITE_ERROR, "damaged"),
            (ffi::SQLITE_CONSTRAINT_PRIMARYKEY, "damaged"),
            (ffi::SQLITE_TOOBIG, "too large"),
            (ffi::SQLITE_IOERR_FSYNC, "database"),
            (ffi::SQLITE_NOMEM, "database"),
        ];
        for (code, name) in table {
            let error = StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
            assert_eq!(named(&error), name, "{code}");
        }
        assert_eq!(named(&rusqlite::Error::QueryReturnedNoRows.into()), "database");
        let mistyped = rusqlite::Error::InvalidColumnType(0, String::new(), rusqlite::types::Type::Null);
        assert_eq!(named(&mistyped.into()), "damaged");
    }

    #[test]
    fn each_kind_of_the_file_system_has_its_name() {
        let table = [
            (io::ErrorKind::StorageFull, "full"),
            (io::ErrorKind::QuotaExceeded, "full"),
            (io::ErrorKind::FileTooLarge, "full"),
            (io::ErrorKind::PermissionDenied, "denied"),
            (io::ErrorKind::ReadOnlyFilesystem, "read-only"),
            (io::ErrorKind::NotADirectory, "io"),
        ];
        for (kind, name) in table {
            assert_eq!(named(&io::Error::from(kind).into()), name, "{kind}");
        }
    }
}
