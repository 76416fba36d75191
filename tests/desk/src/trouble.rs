use std::io;

use fl_stage::{PlayError, StageError};
use thiserror::Error;

/// Why a command did not do what it was asked to, in a sentence for the one who asked.
#[derive(Debug, Error)]
pub(crate) enum Trouble {
    /// Something that was expected did not happen: the fault of what is tested, or of a wrong password.
    #[error("{0}")]
    Unexpected(String),
    /// A screen or taxpayer of this name is not there, or what a command needs was not given.
    #[error("{0}")]
    Asked(String),
    #[error(transparent)]
    Stage(#[from] StageError),
    #[error("{path} cannot be read: {why}")]
    File { path: String, why: io::Error },
    #[error(transparent)]
    Play(#[from] PlayError),
    #[error("the engine did not start: {0}")]
    Engine(#[from] fl_runtime::EngineError),
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[source] io::Error),
    #[error("the screen cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}

impl Trouble {
    /// What the process ends with; `--help` lists them.
    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::Unexpected(_) => 1,
            Self::Asked(_) => 2,
            Self::Stage(_)
            | Self::File { .. }
            | Self::Play(_)
            | Self::Engine(_)
            | Self::Terminal(_)
            | Self::Json(_) => 3,
        }
    }
}
