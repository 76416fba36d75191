use crux_core::capability::Operation;

use crate::kit::texts::preferences::Preferences;

/// Reads or writes the preferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepPreferences {
    /// What is kept; the default where nothing readable is.
    Load,
    /// Keep these. A failure to do so is logged and harmless.
    Save(Preferences),
}

impl Operation for KeepPreferences {
    type Output = Preferences;
}
