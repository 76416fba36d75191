//! A file that goes along with a form, picked in a terminal: its path is typed.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use fl_runtime::{Answer, FileRequest, Picked, PickedFile, PlatformError};
use tokio::sync::oneshot::{self, Sender};

use crate::upright::upright;

/// A picture is read whole before it is made smaller: up to so many times what may go along.
const BEFORE_SHRINKING: u64 = 6;

/// The file that is waited for, if there is one. The next takes its place, and then it is cancelled.
#[derive(Default)]
pub(crate) struct Picks(Mutex<Option<Waited>>);

struct Waited {
    request: FileRequest,
    answer: Sender<Result<Picked, PlatformError>>,
}

impl Picks {
    fn waited(&self) -> MutexGuard<'_, Option<Waited>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a path.
    pub(crate) fn wait(&self, request: FileRequest) -> Answer<Picked> {
        let (answer, coming) = oneshot::channel();
        let before = self.waited().replace(Waited { request, answer });
        drop(before);
        Box::pin(async move { coming.await.unwrap_or(Err(PlatformError::Cancelled)) })
    }

    /// A path is waited for.
    pub(crate) fn is_waiting(&self) -> bool {
        self.waited().is_some()
    }

    /// This path was typed.
    pub(crate) fn typed(&self, path: &str) {
        if let Some(Waited { request, answer }) = self.waited().take() {
            // When nobody waits any more, the account was locked meanwhile.
            let _ = answer.send(read(&at(path), &request).map_err(|_| PlatformError::Failed));
        }
    }

    /// None is picked.
    pub(crate) fn leave(&self) {
        drop(self.waited().take());
    }
}

/// What was typed or dragged into the terminal: some of them quote a path, and a tilde is one's home.
fn at(typed: &str) -> PathBuf {
    let path = typed.trim().trim_matches(['\'', '"']);
    match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}

/// Reads a file as a phone hands it over: a picture upright and small, anything else as it is, and no more than was asked for.
fn read(path: &Path, request: &FileRequest) -> io::Result<Picked> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let limit = request.max_bytes.saturating_mul(BEFORE_SHRINKING);
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Ok(Picked::TooLarge);
    }
    // What is wrong with a picture is named by the core, which judges whatever comes.
    if let Ok(Some(smaller)) = upright(&bytes, request.longest_edge) {
        bytes = smaller;
    }
    Ok(if bytes.len() as u64 > request.max_bytes {
        Picked::TooLarge
    } else {
        Picked::File(PickedFile { name, bytes })
    })
}

#[cfg(test)]
mod tests {
    use fl_runtime::FileSource;

    use super::*;

    fn request() -> FileRequest {
        FileRequest { source: FileSource::Files, max_bytes: 100, longest_edge: 50, media_types: Vec::new() }
    }

    fn now<T>(answer: Answer<T>) -> Result<T, PlatformError> {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(answer)
    }

    #[test]
    fn a_typed_path_is_read_up_to_what_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("small.xml"), b"<a/>").unwrap();
        std::fs::write(path("large.xml"), vec![b' '; 101]).unwrap();
        std::fs::write(path("huge.xml"), vec![b' '; 1_000]).unwrap();
        let picks = Picks::default();
        let come = |typed: String| {
            let answer = picks.wait(request());
            assert!(picks.is_waiting());
            picks.typed(&typed);
            assert!(!picks.is_waiting());
            now(answer)
        };
        let small = Picked::File(PickedFile { name: "small.xml".to_owned(), bytes: b"<a/>".to_vec() });
        assert_eq!(come(format!(" '{}' ", path("small.xml").display())), Ok(small));
        for name in ["large.xml", "huge.xml"] {
            assert_eq!(come(path(name).display().to_string()), Ok(Picked::TooLarge), "{name}");
        }
        assert_eq!(come(path("nowhere").display().to_string()), Err(PlatformError::Failed));
        assert_eq!(
            come(folder.path().display().to_string()),
            Err(PlatformError::Failed),
            "a folder is no file"
        );
        let (first, second) = (picks.wait(request()), picks.wait(request()));
        assert_eq!(now(first), Err(PlatformError::Cancelled), "the next takes its place");
        picks.leave();
        assert_eq!(now(second), Err(PlatformError::Cancelled));
    }
}
