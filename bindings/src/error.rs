use fl_runtime::EngineError;
use thiserror::Error;

/// Why the core did not do it.
#[derive(Clone, Debug, PartialEq, Eq, Error, uniffi::Error)]
pub enum CoreError {
    /// The service profile cannot be used.
    #[error("the service profile cannot be used: {reason}")]
    Profile {
        /// What is wrong with it; no value of it is told.
        reason: String,
    },
    /// The system gave no thread, socket or HTTP client.
    #[error("the system gave no means to start")]
    System,
    /// The engine is closed.
    #[error("the engine is closed")]
    Closed,
}

impl From<EngineError> for CoreError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Anchor { .. } => Self::Profile { reason: error.to_string() },
            EngineError::System(_) | EngineError::Client => Self::System,
        }
    }
}

/// Why the device did not do it: what a shell throws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, uniffi::Error)]
pub enum PlatformError {
    /// The person said no.
    #[error("cancelled")]
    Cancelled,
    /// The device has nothing that can do it.
    #[error("unavailable")]
    Unavailable,
    /// The device refused: locked, no permission, too many attempts.
    #[error("denied")]
    Denied,
    /// Fingers or faces changed, so what they guarded is gone.
    #[error("invalidated")]
    Invalidated,
    /// Anything else, and every exception that is none of these.
    #[error("failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for PlatformError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

impl From<PlatformError> for fl_runtime::PlatformError {
    fn from(error: PlatformError) -> Self {
        match error {
            PlatformError::Cancelled => Self::Cancelled,
            PlatformError::Unavailable => Self::Unavailable,
            PlatformError::Denied => Self::Denied,
            PlatformError::Invalidated => Self::Invalidated,
            PlatformError::Failed => Self::Failed,
        }
    }
}
