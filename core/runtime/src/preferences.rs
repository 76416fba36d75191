//! What this device remembers of its user's taste: a small readable file, nothing personal.

use std::path::PathBuf;

use fl_app::{KeepPreferences, texts::Preferences};

pub(crate) struct PreferencesFile(pub(crate) PathBuf);

impl PreferencesFile {
    /// A file that is not there or not readable is the default: taste is no reason to stop anyone.
    pub(crate) fn perform(&self, operation: &KeepPreferences) -> Preferences {
        match operation {
            KeepPreferences::Load => std::fs::read(&self.0)
                .ok()
                .and_then(|bytes| serde_json::from_slice(&bytes).ok())
                .unwrap_or_default(),
            KeepPreferences::Save(preferences) => {
                let kept = serde_json::to_vec_pretty(preferences)
                    .map_err(std::io::Error::other)
                    .and_then(|bytes| crate::vault::write_whole(&self.0, &bytes));
                if let Err(error) = kept {
                    tracing::warn!(target: "fl::log", kind = ?error.kind(), "preferences not kept");
                }
                *preferences
            }
        }
    }
}
