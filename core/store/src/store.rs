//! The cache itself. What it keeps stands in the files beside this one, each with its own calls on [`Store`].

use std::{fmt, path::Path};

use rusqlite::{Connection, config::DbConfig};

use crate::{
    DataKey, Opened, SetAside, SetAsideReason, StoreError, files::Files, opening, plain::Plain, schema,
    seal::Seal, shelf::Shelves, values::Held,
};

/// The open cache of one account. Dropping it closes the file and wipes what was opened of it.
pub struct Store {
    // Dropped in this order: the lock is let go after the file is closed.
    pub(crate) connection: Connection,
    pub(crate) seal: Seal,
    /// Where values are sealed and opened on their way.
    pub(crate) buffer: Plain,
    pub(crate) values: Held,
    pub(crate) shelves: Shelves,
    files: Files,
    is_for_reading_only: bool,
}

impl Store {
    /// Opens the cache in `folder`, which is made if it is not there.
    ///
    /// A file that cannot be used is renamed to `cache.<reason>-<n>.sqlite` beside it, and a new, empty cache takes its
    /// place: [`Opened::set_aside`] tells. One that cannot be written is opened for reading
    /// ([`Store::is_for_reading_only`]).
    ///
    /// # Errors
    /// [`StoreError::InUse`] while another store holds the folder; otherwise what the file system or SQLite said.
    pub fn open(folder: &Path, key: &DataKey) -> Result<Opened, StoreError> {
        opening::open(folder, key, schema::MIGRATIONS)
    }

    pub(crate) fn new(connection: Connection, seal: Seal, files: Files) -> Self {
        Self {
            connection,
            seal,
            buffer: Plain::default(),
            values: Held::default(),
            shelves: Shelves::default(),
            files,
            is_for_reading_only: false,
        }
    }

    pub(crate) fn for_reading(connection: Connection, seal: Seal, files: Files) -> Self {
        Self { is_for_reading_only: true, ..Self::new(connection, seal, files) }
    }

    /// Whether nothing can be written, as on a full disk where SQLite finds no room for its log: every call that writes fails with
    /// [`StoreError::ReadOnly`]. Open the folder again to see whether it can be by then.
    pub const fn is_for_reading_only(&self) -> bool {
        self.is_for_reading_only
    }

    /// Closes the cache and renames its file, as after [`StoreError::Damaged`]; open the folder again for a new one.
    ///
    /// # Errors
    /// What the file system said; the file then may still stand at its place.
    pub fn set_aside(self, reason: SetAsideReason) -> Result<SetAside, StoreError> {
        let files = self.close_untouched()?;
        Ok(SetAside { reason, path: files.set_aside(reason)? })
    }

    /// Signs the account out: deletes the cache, all that was ever set aside beside it, and the lock.
    ///
    /// # Errors
    /// What the file system said; some of the files may then be left, so wipe again after opening again.
    pub fn wipe(self) -> Result<(), StoreError> {
        self.close_untouched()?.wipe()
    }

    /// Closes the file as it is: its log is not folded into a file that is damaged or about to go.
    fn close_untouched(self) -> Result<Files, StoreError> {
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        Ok(self.files)
    }
}

/// Shows nothing of what is kept.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}
