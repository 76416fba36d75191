use std::fmt;

use crux_core::capability::Operation;

/// What is asked of the device itself.
#[derive(Clone, PartialEq, Eq)]
pub enum Platform {
    /// Opens a link in the system's browser.
    OpenLink(String),
    /// Offers the redacted log to other apps, as a file of this name.
    ShareLog {
        /// The file's name.
        name: String,
    },
}

impl Platform {
    /// What is asked for, for the log; without the link.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::OpenLink(_) => "open a link",
            Self::ShareLog { .. } => "share the log",
        }
    }
}

/// `Debug` ends up in logs: what a link carries is left out.
impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenLink(url) => f.debug_tuple("OpenLink").field(&bare(url)).finish(),
            Self::ShareLog { name } => f.debug_struct("ShareLog").field("name", name).finish(),
        }
    }
}

/// Where a link leads, without its query and its fragment: a code or a token stands there.
fn bare(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// Why the device did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlatformFault {
    /// The person said no.
    Cancelled,
    /// The device has nothing that can do it.
    Unavailable,
    /// The device refused.
    Denied,
    /// Fingers or faces changed.
    Invalidated,
    /// It did not answer.
    NoAnswer,
    /// Anything else.
    Failed,
}

/// Whether a finger or a face can be asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Biometrics {
    /// The device has no such sensor, or none that keeps secrets.
    #[default]
    Unavailable,
    /// It has one, and nobody is enrolled.
    NotEnrolled,
    /// It can be asked.
    Ready,
}

/// What the device says while it asks for a finger or a face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What is asked for.
    pub title: String,
    /// Why.
    pub reason: String,
    /// The way out.
    pub cancel: String,
}

impl Operation for Platform {
    type Output = Result<(), PlatformFault>;
}
