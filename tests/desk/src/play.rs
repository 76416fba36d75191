//! Plays stories on the real desk: real key events, the drawn buffer, an engine over a sandbox of its own.

pub(crate) mod bridge;
mod shell;

#[cfg(test)]
mod tests;

use std::{io::Write, path::PathBuf};

use fl_journeys::{Report, Story, play};

use crate::{stage::Stage, trouble::Trouble};
use shell::DeskShell;

/// Plays the stories of these files one after another and tells each step.
pub(crate) fn files(paths: &[PathBuf], out: &mut dyn Write) -> Result<(), Trouble> {
    let mut stories = Vec::new();
    for path in paths {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|why| Trouble::File { path: shown.clone(), why })?;
        stories.push(Story::parse(&text).map_err(|why| Trouble::Story { path: shown, why })?);
    }
    let mut failed = 0;
    for story in &stories {
        let _ = writeln!(out, "== {}", story.name);
        let report = one(story, &mut |line| {
            let _ = writeln!(out, "   ok  {line}");
        })?;
        if let Some(why) = told(&report) {
            failed += 1;
            let _ = writeln!(out, "{why}");
        }
    }
    let _ = writeln!(out, "{} passed, {failed} failed", stories.len() - failed);
    if failed == 0 {
        Ok(())
    } else {
        Err(Trouble::Unexpected(format!("{failed} of {} stories failed", stories.len())))
    }
}

/// Plays one story in a fresh folder, with a sandbox of its own.
pub(crate) fn one(story: &Story, said: &mut dyn FnMut(&str)) -> Result<Report, Trouble> {
    let mut shell = DeskShell::new(Stage::rehearsal()?)?;
    Ok(play(story, &mut shell, &mut |step| said(&step.source)))
}

/// Why a story failed, with what was on the screen.
pub(crate) fn told(report: &Report) -> Option<String> {
    report.failed.as_ref().map(|failed| {
        format!(
            " FAILED at line {}: {}\n        {}\n--- on the screen `{}`:\n{}\n---",
            failed.line,
            failed.step,
            failed.why,
            failed.seen.screen,
            failed.seen.picture.trim_end()
        )
    })
}
