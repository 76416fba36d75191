//! Where accounts are kept where nothing else is said.

use fl_stage::Data;
use std::{env, path::PathBuf};

use crate::{cli::Common, trouble::Trouble};

/// What is asked for; else a temporary folder for the sandbox's made-up people, the platform's own for real ones.
pub(crate) fn of(common: &Common) -> Result<Data, Trouble> {
    match (&common.data, &common.service) {
        (Some(path), _) => Ok(Data::Folder(path.clone())),
        (None, None) => Ok(Data::temporary()?),
        (None, Some(_)) => platform().map(Data::Folder).ok_or_else(|| {
            Trouble::Asked("this system names no folder for data; say one with --data".to_owned())
        }),
    }
}

/// `$XDG_DATA_HOME/fl-taxes` or `~/.local/share/fl-taxes`; `~/Library/Application Support/fl-taxes` on a Mac;
/// `%LOCALAPPDATA%\fl-taxes` on Windows.
fn platform() -> Option<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        env::home_dir().map(|home| home.join("Library/Application Support"))
    } else {
        set("XDG_DATA_HOME")
            .filter(|path| path.is_absolute())
            .or_else(|| env::home_dir().map(|home| home.join(".local/share")))
    };
    base.map(|base| base.join("fl-taxes"))
}
