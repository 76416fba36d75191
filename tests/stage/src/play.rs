//! Stories from files, each on a stage of its own.

use std::path::Path;

use fl_journeys::{ParseError, Report, Step, Story, play};
use fl_sandbox::Script;
use thiserror::Error;

use crate::{Hands, Player, Stage, StageError};

/// Why a story could not be played at all.
#[derive(Debug, Error)]
pub enum PlayError {
    /// The file.
    #[error("{path} cannot be read: {why}")]
    File {
        /// Which.
        path: String,
        /// Why.
        why: std::io::Error,
    },
    /// What is in it.
    #[error("{path} is no story: {why}")]
    Story {
        /// Which.
        path: String,
        /// Why.
        why: ParseError,
    },
    /// What it would stand on.
    #[error(transparent)]
    Stage(#[from] StageError),
}

/// Plays the story of a file with these hands, in a fresh folder with a sandbox of its own.
///
/// # Errors
/// [`PlayError`] where the file is no story, or the stage cannot be set up.
pub fn play_file<H: Hands>(path: &Path, hands: H, told: &mut dyn FnMut(&Step)) -> Result<Report, PlayError> {
    let shown = || path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|why| PlayError::File { path: shown(), why })?;
    // What a scripted answer takes from a file is in the story from here on, whoever plays it.
    let folder = path.parent().unwrap_or(Path::new(""));
    let read = |line: &str| {
        Script::parse_beside(line, folder).map(|script| script.to_string()).map_err(|why| why.to_string())
    };
    let story = Story::parse(&text).and_then(|story| story.with_scripts(read));
    let story = story.map_err(|why| PlayError::Story { path: shown(), why })?;
    Ok(play_story(&story, hands, told)?)
}

/// The same with a story that was read already.
///
/// # Errors
/// [`StageError`] says what could not be set up.
pub fn play_story<H: Hands>(
    story: &Story,
    hands: H,
    told: &mut dyn FnMut(&Step),
) -> Result<Report, StageError> {
    let mut stage = Stage::rehearsal()?;
    if story.attested {
        stage.use_attested()?;
    }
    let mut player = Player::new(stage, hands)?;
    Ok(play(story, &mut player, told))
}

/// Why a story failed, with what was on the screen.
pub fn told(report: &Report) -> Option<String> {
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
