//! Plays stories on the real desk: real key events, the drawn buffer, an engine over a sandbox of its own.

mod hands;

#[cfg(test)]
mod tests;

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use fl_journeys::{Report, ShellName, Step, files_of};
use fl_stage::{PlayError, play_file, told};

use crate::trouble::Trouble;
use hands::DeskHands;

/// Plays the stories of these files, and in these folders those that name the desk, one after another and tells each step.
pub(crate) fn files(paths: &[PathBuf], out: &mut dyn Write) -> Result<(), Trouble> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = files_of(path, ShellName::Desk)
                .map_err(|why| PlayError::File { path: path.display().to_string(), why })?;
            files.extend(found);
        } else {
            files.push(path.clone());
        }
    }
    let mut failed = 0;
    for path in &files {
        let _ = writeln!(out, "== {}", path.display());
        let report = one(path, &mut |step| {
            let _ = writeln!(out, "   ok  {}", step.source);
        })?;
        if let Some(why) = told(&report) {
            failed += 1;
            let _ = writeln!(out, "{why}");
        }
    }
    let _ = writeln!(out, "{} passed, {failed} failed", files.len() - failed);
    if failed == 0 {
        Ok(())
    } else {
        Err(Trouble::Unexpected(format!("{failed} of {} stories failed", files.len())))
    }
}

/// Plays one story in a fresh folder, with a sandbox of its own.
fn one(path: &Path, said: &mut dyn FnMut(&Step)) -> Result<Report, Trouble> {
    Ok(play_file(path, DeskHands::default(), said)?)
}
