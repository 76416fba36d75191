//! From a folder to an open cache: whose file it is, whether it is whole, and what happens to one that is not.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::{
    DataKey, Store, StoreError, checking,
    files::{Files, Header},
    identity,
    schema::{self, Step},
    seal::Seal,
};

/// A cache, and what had to make room for it.
#[derive(Debug)]
pub struct Opened {
    /// The cache, empty if something was set aside or none was there.
    pub store: Store,
    /// The file that stood there and could not be used.
    pub set_aside: Option<SetAside>,
}

/// A file that was kept but is used no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Why.
    pub reason: SetAsideReason,
    /// Where it is now; SQLite's own side files stand beside it under the same name.
    pub path: PathBuf,
}

/// Why a file could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetAsideReason {
    /// A whole cache that was made with another key.
    WrongKey,
    /// No database, or one of another program.
    Foreign,
    /// A cache of which some part is not what was written.
    Damaged,
    /// A cache of a later version of this app.
    TooNew,
}

impl SetAsideReason {
    pub(crate) const ALL: [Self; 4] = [Self::WrongKey, Self::Foreign, Self::Damaged, Self::TooNew];

    /// As it stands in file names.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::WrongKey => "wrong-key",
            Self::Foreign => "foreign",
            Self::Damaged => "damaged",
            Self::TooNew => "too-new",
        }
    }
}

enum Admission {
    Admitted(Connection, Seal),
    Refused(SetAsideReason),
}

/// Opens what stands in the folder; sets it aside and makes a new cache if it cannot be used.
pub(crate) fn open(folder: &Path, key: &DataKey, migrations: &[Step]) -> Result<Opened, StoreError> {
    let files = Files::hold(folder)?;
    let mut set_aside = None;
    loop {
        match admit(&files, key, migrations) {
            Ok(Admission::Admitted(connection, seal)) => {
                return Ok(Opened { store: Store::new(connection, seal, files), set_aside });
            }
            // An empty place is always admitted, so a second refusal is a file system that loses what is written.
            Ok(Admission::Refused(_)) | Err(StoreError::Damaged { .. }) if set_aside.is_some() => {
                return Err(StoreError::Damaged { part: "file" });
            }
            Ok(Admission::Refused(reason)) => {
                set_aside = Some(SetAside { reason, path: files.set_aside(reason)? });
            }
            Err(StoreError::Damaged { .. }) => {
                let reason = SetAsideReason::Damaged;
                set_aside = Some(SetAside { reason, path: files.set_aside(reason)? });
            }
            Err(error) => {
                return match admit_for_reading(&files, key, migrations) {
                    Some((connection, seal)) => {
                        Ok(Opened { store: Store::for_reading(connection, seal, files), set_aside })
                    }
                    None => Err(named(error, &files)),
                };
            }
        }
    }
}

/// Nothing is set aside for want of room: what was kept is there once there is some, so it has to be told from what room does not mend.
fn named(error: StoreError, files: &Files) -> StoreError {
    match error {
        StoreError::Denied | StoreError::Database { .. } if files.lacks_room() => StoreError::DiskFull,
        other => other,
    }
}

/// Reading needs no room and no right to write, but SQLite wants a log beside a file before it reads it. Where no log can be made and
/// none is there, the file is all there is: it is read as one that nobody changes, which is so, since it is held. A log that is
/// there has what was written last, so without it nothing is read.
fn admit_for_reading(files: &Files, key: &DataKey, migrations: &[Step]) -> Option<(Connection, Seal)> {
    if files.header().ok()? != Header::Sqlite || files.has_log() {
        return None;
    }
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(files.unchanging(), flags).ok()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false).ok()?;
    connection.pragma_update(None, "cell_size_check", true).ok()?;
    let application_id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).ok()?;
    // One of an earlier version would have to be changed first.
    if application_id != schema::APPLICATION_ID || schema::version(&connection).ok()? != migrations.len() {
        return None;
    }
    let seal = identity::identify(&connection, key).ok()??;
    connection.pragma_update(None, "temp_store", "MEMORY").ok()?;
    connection.set_prepared_statement_cache_capacity(32);
    checking::check(&connection, &seal).ok()?;
    Some((connection, seal))
}

fn admit(files: &Files, key: &DataKey, migrations: &[Step]) -> Result<Admission, StoreError> {
    match files.header()? {
        Header::Foreign => return Ok(Admission::Refused(SetAsideReason::Foreign)),
        Header::Damaged => return Ok(Admission::Refused(SetAsideReason::Damaged)),
        Header::Sqlite | Header::Absent => {}
    }
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(files.database(), flags)?;
    // Whoever holds the file holds it for as long as it runs: waiting would only delay the answer.
    connection.busy_timeout(Duration::ZERO)?;
    // Until the file is admitted, nothing of it is changed: not even its log is folded in when it is closed.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // One process owns the file, so the log's index lives in memory and reads need no lock of the system.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "cell_size_check", true)?;

    let application_id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version = schema::version(&connection)?;
    let objects: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if (application_id, version, objects) == (0, 0, 0) {
        settle(&connection)?;
        let seal = identity::create(&mut connection, key, migrations)?;
        return Ok(Admission::Admitted(connection, seal));
    }
    if application_id != schema::APPLICATION_ID {
        return Ok(Admission::Refused(SetAsideReason::Foreign));
    }
    if version > migrations.len() {
        return Ok(Admission::Refused(SetAsideReason::TooNew));
    }
    let Some(seal) = identity::identify(&connection, key)? else {
        return Ok(Admission::Refused(SetAsideReason::WrongKey));
    };
    settle(&connection)?;
    schema::upgrade(&mut connection, &seal, migrations)?;
    checking::check(&connection, &seal)?;
    Ok(Admission::Admitted(connection, seal))
}

/// How an admitted file is worked with.
fn settle(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // FULL: what was acknowledged also survives a power cut (NORMAL: only a kill). Notes are drafts that exist nowhere
    // else, and a sync a commit is little beside the network call that brought the other values.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On Apple systems fsync leaves data in the drive: the file's own order is kept where it matters, at checkpoints.
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // A large first load leaves a large log; afterwards it is cut back to this many bytes.
    connection.pragma_update(None, "journal_size_limit", 1_i64 << 20)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}
