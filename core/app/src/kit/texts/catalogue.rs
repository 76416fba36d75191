use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::preferences::Language;

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// An argument of a text: words, or a count that chooses the plural.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// Put in as it is.
    Words(Cow<'a, str>),
    /// Chooses the plural form.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Arg<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(count: $number) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
    )*};
}
counts!(i8, i16, u16, u32, i64, u64, usize);

impl Texts {
    /// The texts of a language from the catalogues of every folder that has some. Which these are, the kit does not know: the
    /// register of texts gives them.
    pub(crate) fn new(language: Language, sources: &[&str]) -> Self {
        let code = match language {
            Language::Ru => "ru",
            Language::En => "en",
        };
        // Both codes are well formed; the default, which a test would see at once in its plurals, is never taken.
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would travel into screens, tests and clipboards; no text here mixes directions.
        bundle.set_use_isolating(false);
        for source in sources {
            // A catalogue that does not parse whole fails a test; at run time every message that did parse is used.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // The sources are ours and their keys are unique (a test says so), so nothing is overridden.
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Which language these are in.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A text without arguments.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// A text with arguments. A missing key or argument is a mistake of ours: it fails every debug build, and shows the
    /// key in a release, where a wrong word is better than a lost screen.
    pub fn tell(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Words(words) => FluentValue::String(Cow::Borrowed(words.as_ref())),
                Arg::Count(count) => FluentValue::from(*count),
            };
            fluent.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .map(|pattern| self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned());
        debug_assert!(errors.is_empty(), "{key} in {:?}: {errors:?}", self.language);
        debug_assert!(text.is_some(), "no text for {key} in {:?}", self.language);
        text.unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "no text for")]
    fn a_missing_key_fails_a_debug_build() {
        Texts::of(Language::En).say(concat!("no-such", "-key"));
    }
}
