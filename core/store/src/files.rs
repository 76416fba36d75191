//! The files of one cache: what they are called, who holds them, where a bad one goes.

use std::{
    ffi::OsString,
    fs::{self, File, TryLockError},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{SetAsideReason, StoreError, schema::APPLICATION_ID};

const DATABASE: &str = "cache.sqlite";
const LOCK: &str = "cache.lock";
/// Written and deleted at once, to see whether there is room.
const ROOM: &str = "cache.room";
/// What SQLite may put beside a database, and nothing for the database itself, which goes first: a kill between two
/// renames then leaves a log without a database, which the next `open` sets aside too.
const PARTS: [&str; 4] = ["", "-wal", "-shm", "-journal"];
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Where the header keeps the size of a page and the application's number (SQLite file format, 1.3).
const PAGE_SIZE_AT: usize = 16;
const APPLICATION_ID_AT: usize = 68;

/// One cache's files, held exclusively as long as this lives.
pub(crate) struct Files {
    folder: PathBuf,
    _lock: File,
}

/// What stands at the database's place, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    /// Nothing, or a file that creation has not come to write to.
    Absent,
    /// A database of SQLite, whosever.
    Sqlite,
    /// Something else.
    Foreign,
    /// Once a cache: cut short, or its first bytes overwritten, or only its log is left.
    Damaged,
}

impl Files {
    /// Makes the folder if need be and takes its lock.
    pub(crate) fn hold(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder)?;
        let path = folder.join(LOCK);
        let lock = File::options().create(true).truncate(false).write(true).open(&path)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::InUse),
            // Where the system has no such lock, SQLite's own exclusive one still stands.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        // `wipe` deletes the lock file while it holds it: a lock on a deleted file keeps nobody out.
        if !is_at(&lock, &path)? {
            return Err(StoreError::InUse);
        }
        Ok(Self { folder: folder.to_owned(), _lock: lock })
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    /// The database as SQLite's address of a file that nobody changes, percent signs for all but plain bytes (RFC 3986, 2.1).
    pub(crate) fn unchanging(&self) -> String {
        let path = self.database();
        let byte = |byte: &u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                char::from(*byte).to_string()
            }
            other => format!("%{other:02X}"),
        };
        let address: String = path.as_os_str().as_encoded_bytes().iter().map(byte).collect();
        format!("file:{address}?immutable=1")
    }

    /// Whether something was written that is not in the database yet.
    pub(crate) fn has_log(&self) -> bool {
        fs::metadata(part(&self.database(), "-wal")).is_ok_and(|log| log.is_file() && log.len() > 0)
    }

    /// Whether the system gives no room for one more file with a page in it. SQLite tells of a full disk alone: over a quota, past
    /// what a process may write, or where the folder takes no more names, it only says that it could not write or open.
    pub(crate) fn lacks_room(&self) -> bool {
        let path = self.folder.join(ROOM);
        let written = fs::write(&path, [0; 4096]);
        let _ = fs::remove_file(&path);
        written.is_err_and(|error| matches!(error.into(), StoreError::DiskFull))
    }

    /// Looks at the first bytes, so that SQLite never gets to touch what is not its own.
    pub(crate) fn header(&self) -> Result<Header, StoreError> {
        let mut bytes = Vec::with_capacity(100);
        let mut len = 0;
        match File::open(self.database()) {
            Ok(file) => {
                len = file.metadata()?.len();
                file.take(100).read_to_end(&mut bytes)?
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
            Err(error) => return Err(error.into()),
        };
        let has_log = self.has_log();
        if bytes.is_empty() {
            return Ok(if has_log { Header::Damaged } else { Header::Absent });
        }
        let application_id = bytes.get(APPLICATION_ID_AT..APPLICATION_ID_AT + 4);
        let is_ours = application_id == Some(&APPLICATION_ID.to_be_bytes());
        Ok(if bytes.len() == 100 && bytes.starts_with(MAGIC) {
            // SQLite takes the rest of a last page that was cut for zeros. Only a log may have more of it.
            if is_ours && !has_log && !is_whole(&bytes, len) { Header::Damaged } else { Header::Sqlite }
        } else if MAGIC.starts_with(&bytes) || bytes.starts_with(MAGIC) || is_ours {
            Header::Damaged
        } else {
            Header::Foreign
        })
    }

    /// Renames the database and what belongs to it to a free name, which is returned.
    pub(crate) fn set_aside(&self, reason: SetAsideReason) -> Result<PathBuf, StoreError> {
        let mut number = 1_u32;
        let free = loop {
            let name = self.folder.join(format!("cache.{}-{number}.sqlite", reason.name()));
            // A link that leads nowhere is a taken name too.
            if !PARTS.iter().any(|suffix| part(&name, suffix).symlink_metadata().is_ok()) {
                break name;
            }
            number = number.checked_add(1).ok_or(StoreError::TooLarge)?;
        };
        for suffix in PARTS {
            match fs::rename(part(&self.database(), suffix), part(&free, suffix)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(free)
    }

    /// Deletes the cache, all that was set aside and, last, the lock.
    pub(crate) fn wipe(self) -> Result<(), StoreError> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_name().to_str().is_some_and(is_ours) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(fs::remove_file(self.folder.join(LOCK))?)
    }
}

/// Whether a file of this length consists of whole pages.
fn is_whole(header: &[u8], len: u64) -> bool {
    let size = header.get(PAGE_SIZE_AT..).and_then(|rest| rest.split_first_chunk());
    // 1 stands for 65,536.
    let size = size.map_or(0, |(size, _)| u16::from_be_bytes(*size));
    len.is_multiple_of(if size == 1 { 1 << 16 } else { u64::from(size) })
}

fn part(database: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(database);
    name.push(suffix);
    name.into()
}

/// A database of this folder or a part of one, also set aside; not the lock.
fn is_ours(name: &str) -> bool {
    if name == ROOM {
        return true;
    }
    let stem = PARTS.iter().rev().find_map(|suffix| name.strip_suffix(suffix));
    let Some(middle) = stem.and_then(|stem| stem.strip_prefix("cache.")?.strip_suffix("sqlite")) else {
        return false;
    };
    middle.is_empty()
        || SetAsideReason::ALL.iter().any(|reason| {
            let number =
                middle.strip_prefix(reason.name()).and_then(|rest| rest.strip_prefix('-')?.strip_suffix('.'));
            number.is_some_and(|number| number.parse::<u32>().is_ok())
        })
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> Result<bool, StoreError> {
    use std::os::unix::fs::MetadataExt;
    let held = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((held.dev(), held.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> Result<bool, StoreError> {
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_files_are_wiped() {
        let ours = [
            "cache.sqlite",
            "cache.sqlite-wal",
            "cache.sqlite-shm",
            "cache.sqlite-journal",
            "cache.damaged-1.sqlite",
            "cache.wrong-key-12.sqlite-wal",
            "cache.room",
        ];
        let others =
            ["cache.lock", "cache.sqlite.bak", "cache.mine-1.sqlite", "cache.damaged-x.sqlite", "vault"];
        assert!(ours.into_iter().all(is_ours));
        assert!(!others.into_iter().any(is_ours));
    }

    #[test]
    fn names_of_set_aside_files_are_free_ones() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::hold(folder.path()).unwrap();
        fs::write(folder.path().join("cache.damaged-1.sqlite-wal"), "taken").unwrap();
        for expected in ["cache.damaged-2.sqlite", "cache.damaged-3.sqlite"] {
            fs::write(files.database(), expected).unwrap();
            assert_eq!(files.set_aside(SetAsideReason::Damaged).unwrap(), folder.path().join(expected));
            assert_eq!(fs::read_to_string(folder.path().join(expected)).unwrap(), expected);
        }
    }

    #[test]
    fn a_lock_on_a_deleted_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(LOCK);
        let old = File::create(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(!is_at(&old, &path).unwrap());
        let new = File::create(&path).unwrap();
        assert!(!is_at(&old, &path).unwrap());
        assert!(is_at(&new, &path).unwrap());
    }
}
