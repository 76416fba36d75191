//! Scripted answers: one line says how requests of a path are answered. The one grammar for stories, the desk's console,
//! `/sandbox/answers` and `serve`; the README beside this crate has all of its words.
//!
//! A line that was read prints in a form that reads back to the same, with what a file held in it.

mod book;
mod cursor;
mod edit;
mod parse;
mod print;
#[cfg(test)]
mod tests;

use std::{fs::File, io::Read as _, path::Path, time::Duration};

use thiserror::Error;

pub(crate) use book::{Book, Facts, Taken};
pub use book::{ScriptTrouble, Scripted};
pub(crate) use edit::{Edit, made};

/// Of a line, in bytes. A printed one holds what was in a file, perhaps six bytes for one.
const LINE_MAX: usize = 8 << 20;
/// Of a body given in a line or a file, in bytes.
const BODY_MAX: usize = 1 << 20;
/// Of a path, in bytes.
const PATH_MAX: usize = 1024;
/// Of a header's value, in bytes.
const HEADER_MAX: usize = 8 << 10;
/// Conditions, headers, changes of a line, of each so many.
const PARTS_MAX: usize = 64;

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct ScriptError(String);

impl ScriptError {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

/// A line: which requests it is about, and what becomes of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    pub(crate) pattern: Pattern,
    /// `None` where requests of the path are answered as before.
    pub(crate) answer: Option<Answer>,
}

/// Which requests.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pattern {
    /// `None` for each.
    pub(crate) method: Option<String>,
    /// What the path ends with; `*` for any path.
    pub(crate) path: String,
    /// All of them hold.
    pub(crate) conditions: Vec<Condition>,
    /// Whose, by INN or key.
    pub(crate) whose: Option<String>,
}

/// What a request has to say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Condition {
    /// A parameter of its query or a field of its form has this value.
    Named { name: String, value: String },
    /// Its JSON body has this value there: the pointer, the value as it was written.
    Member { pointer: Pointer, value: String },
}

/// A place in a JSON text (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Pointer(String);

/// How they are answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    /// Changes of the request's JSON before the service sees it.
    pub(crate) asked: Vec<Edit>,
    /// The service does what is asked for, whatever is answered.
    pub(crate) is_done: bool,
    /// The connection ends in place of an answer.
    pub(crate) is_dropped: bool,
    /// The answer begins so much later, by the sandbox clock.
    pub(crate) wait: Option<Duration>,
    pub(crate) status: Option<u16>,
    /// A header without a value is left out.
    pub(crate) headers: Vec<(String, Option<String>)>,
    /// In place of the real one's.
    pub(crate) body: Option<Content>,
    /// Changes of the answer's JSON.
    pub(crate) edits: Vec<Edit>,
    pub(crate) sending: Option<Sending>,
    /// How often; `None` for always.
    pub(crate) times: Option<u32>,
}

/// A body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Empty,
    Text(String),
    /// As it was written, so that a number or a name that stands twice stays what it is.
    Json(String),
    Bytes(Vec<u8>),
}

/// How a body goes over the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sending {
    /// So many bytes are announced, whatever there are.
    Length(u64),
    /// All of it is announced, so many bytes come, and the connection ends.
    Cut(usize),
    /// All of it is announced, so many bytes come, and then nothing does.
    Stall(usize),
    /// So many bytes at a time, one piece each so long by the sandbox clock.
    Drip { bytes: usize, every: Duration },
    /// Spaces follow it without end.
    Endless,
}

impl Script {
    /// Reads a line in which no file can be named.
    ///
    /// # Errors
    /// [`ScriptError`] says what is wrong, and where.
    pub fn parse(line: &str) -> Result<Self, ScriptError> {
        Self::read(line, &|_| {
            Err("a file stands beside a story or where `serve` was started; here is no folder".to_owned())
        })
    }

    /// Reads a line whose files stand in this folder; what they hold is part of the script from then on.
    ///
    /// # Errors
    /// [`ScriptError`] says what is wrong, and where.
    pub fn parse_beside(line: &str, folder: &Path) -> Result<Self, ScriptError> {
        Self::read(line, &|name| file(folder, name))
    }

    /// Of whose requests alone it speaks, by INN or key.
    pub(crate) fn whose(&self) -> Option<&str> {
        self.pattern.whose.as_deref()
    }

    fn read(line: &str, file: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Result<Self, ScriptError> {
        parse::script(line, file).map_err(ScriptError)
    }
}

/// What a file beside a story holds. A path that leads out of the folder names none.
fn file(folder: &Path, name: &str) -> Result<Vec<u8>, String> {
    let path = Path::new(name);
    if !path.components().all(|part| matches!(part, std::path::Component::Normal(_))) {
        return Err(format!("the file {name} has to be in {} or a folder in it", folder.display()));
    }
    let path = folder.join(path);
    let unread = |why| format!("the file {} cannot be read: {why}", path.display());
    let mut bytes = Vec::new();
    let limit = u64::try_from(BODY_MAX).unwrap_or(u64::MAX) + 1;
    File::open(&path).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(unread)?;
    if bytes.len() > BODY_MAX {
        return Err(format!("the file {} is larger than {BODY_MAX} bytes", path.display()));
    }
    Ok(bytes)
}
