use serde::{Deserialize, Serialize};

/// The languages there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Language {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

/// How large texts are, beside the platform's own setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum TextSize {
    /// As the platform says.
    #[default]
    Normal,
    /// A half more.
    Large,
    /// Twice.
    Largest,
}

/// What this device remembers of its user's taste. Nothing personal: it is kept unsealed, since it is needed before any key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Of all texts.
    pub language: Language,
    /// Stronger contrast.
    pub high_contrast: bool,
    /// Larger texts.
    pub text_size: TextSize,
    /// Idle minutes until the app locks itself, 1 to 60.
    pub lock_minutes: u16,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: Language::Ru, high_contrast: false, text_size: TextSize::Normal, lock_minutes: 5 }
    }
}
