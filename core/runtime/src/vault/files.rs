use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

/// Writes a whole file or leaves the old one: into a new file beside it, synced, then renamed over it, and the folder
/// synced, so that neither a kill nor a power cut shows half of it.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    std::fs::create_dir_all(folder)?;
    // Made readable by its owner alone.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if path.is_dir() {
        // Whoever put a folder at the place of a file of ours: it is none of it.
        std::fs::remove_dir_all(path)?;
    }
    file.persist(path).map_err(|e| e.error)?;
    sync_folder(folder)
}

/// `None` where there is no file. A folder in its place is one in which nothing can be read.
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        // Systems differ about what they call it.
        Err(_) if path.is_dir() => Ok(Some(Vec::new())),
        Err(error) => Err(error),
    }
}

/// A file that is not there is removed already.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(_) if path.is_dir() => std::fs::remove_dir_all(path),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
