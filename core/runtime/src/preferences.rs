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

#[cfg(test)]
mod tests {
    use fl_app::texts::Language;

    use super::*;

    #[test]
    fn whatever_stands_in_its_place_is_the_default_and_can_be_kept_anew() {
        let folder = tempfile::tempdir().unwrap();
        let file = PreferencesFile(folder.path().join("preferences.json"));
        let other = if Preferences::default().language == Language::En { Language::Ru } else { Language::En };
        let chosen = Preferences { language: other, ..Preferences::default() };
        let load = || file.perform(&KeepPreferences::Load);
        let damages: [fn(&std::path::Path); 5] = [
            |_| {},
            |path| std::fs::write(path, "").unwrap(),
            |path| std::fs::write(path, "{\"language\":").unwrap(),
            |path| std::fs::write(path, [0xFF; 9]).unwrap(),
            |path| std::fs::create_dir(path).unwrap(),
        ];
        for damage in damages {
            let _ = crate::vault::remove(&file.0);
            damage(&file.0);
            assert!(load() == Preferences::default());
            file.perform(&KeepPreferences::Save(chosen));
            assert!(load() == chosen);
        }
    }
}
