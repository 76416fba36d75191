use std::io;

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
    #[error("the data folder cannot be used: {0}")]
    Folder(#[source] io::Error),
    #[error("{path} cannot be read: {why}")]
    File { path: String, why: io::Error },
    #[error("{path} is no story: {why}")]
    Story { path: String, why: fl_journeys::ParseError },
    #[error("the service profile cannot be used: {0}")]
    Profile(#[from] fl_gateway::ProfileError),
    #[error("the engine did not start: {0}")]
    Engine(#[from] fl_runtime::EngineError),
    #[error("the sandbox did not start: {0}")]
    Sandbox(#[source] io::Error),
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[source] io::Error),
    #[error("the system gave no thread: {0}")]
    System(#[source] io::Error),
    #[error("the screen cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}

impl Trouble {
    /// What the process ends with; `--help` lists them.
    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::Unexpected(_) => 1,
            Self::Asked(_) => 2,
            Self::Folder(_)
            | Self::File { .. }
            | Self::Story { .. }
            | Self::Profile(_)
            | Self::Engine(_)
            | Self::Sandbox(_)
            | Self::Terminal(_)
            | Self::System(_)
            | Self::Json(_) => 3,
        }
    }
}
