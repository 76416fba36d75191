//! The register of texts: one line a folder that has a `ru.ftl` and an `en.ftl`. A text stands beside the only feature that says
//! it, else on the lowest floor that does; what two features say, the kit says for both. The tests beside this hold it.

use std::sync::LazyLock;

use crate::texts::{Language, Texts};

#[cfg(test)]
mod tests;

macro_rules! catalogues {
    ($($folder:literal $(if $on:literal)?)*) => {
        #[cfg(test)]
        const FOLDERS: &[&str] = &[$($folder),*];
        const RU: &[&str] = &[$($(#[cfg(any(test, feature = $on))])? include_str!(concat!($folder, "/ru.ftl"))),*];
        const EN: &[&str] = &[$($(#[cfg(any(test, feature = $on))])? include_str!(concat!($folder, "/en.ftl"))),*];
    };
}

catalogues! {
    "kit/texts"
    "open"
    "features/access"
    "features/accounts"
    "features/contacts"
    "features/documents"
    "features/drafts"
    "features/esia"
    "features/guide"
    "features/home"
    "features/income"
    "features/links"
    "features/operations"
    "features/outbox"
    "features/password"
    "features/pattern" if "pattern-book"
    "features/profile"
    "features/recovery"
    "features/settings"
    "features/sign_ins"
    "features/stored"
}

static RUSSIAN: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::Ru, RU));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::En, EN));

impl Texts {
    /// All texts of a language. It stands here and not in the kit, which knows no feature's folder.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Ru => &RUSSIAN,
            Language::En => &ENGLISH,
        }
    }
}
