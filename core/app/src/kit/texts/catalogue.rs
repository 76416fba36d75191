use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::Language;

const RU: &str = include_str!("ru.ftl");
const EN: &str = include_str!("en.ftl");

static RUSSIAN: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::Ru, RU));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::En, EN));

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
    /// The catalogue of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Ru => &RUSSIAN,
            Language::En => &ENGLISH,
        }
    }

    fn new(language: Language, source: &str) -> Self {
        let code = match language {
            Language::Ru => "ru",
            Language::En => "en",
        };
        // Both codes are well formed; the default, which a test would see at once in its plurals, is never taken.
        let id: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would travel into screens, tests and clipboards; no text here mixes directions.
        bundle.set_use_isolating(false);
        // A catalogue that does not parse whole fails a test; at run time every message that did parse is used.
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // The source is ours and its keys are unique (a test says so), so nothing is overridden.
        bundle.add_resource_overriding(resource);
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
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Keys with the names of their arguments, read from the source.
    fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        assert!(FluentResource::try_new(source.to_owned()).is_ok(), "the catalogue does not parse");
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in source.lines() {
            if let Some((key, _)) = line.split_once(" =")
                && !line.starts_with([' ', '#', '}'])
            {
                key.clone_into(&mut current);
                assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{key} stands twice");
            }
            if line.starts_with('#') {
                continue;
            }
            for part in line.split('$').skip(1) {
                let name: String =
                    part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                keys.get_mut(&current).expect("an argument belongs to a key").insert(name);
            }
        }
        keys
    }

    #[test]
    fn both_catalogues_have_the_same_keys_and_arguments() {
        assert_eq!(keys(RU), keys(EN));
    }

    #[test]
    fn every_key_is_used_and_every_used_key_exists() {
        let mut source = String::new();
        collect(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut source);
        let known = keys(EN);
        for key in known.keys() {
            assert!(source.contains(&format!("\"{key}\"")), "no code uses {key}");
        }
        // Keys are written out where they are used: `say("…")` and `tell("…"`.
        for call in ["say(\"", "tell(\""] {
            for part in source.split(call).skip(1) {
                let key = part.split('"').next().unwrap_or_default();
                assert!(known.contains_key(key) || key.contains('…'), "no text for {key}");
            }
        }
    }

    fn collect(folder: &std::path::Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs") {
                into.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    #[should_panic(expected = "no text for")]
    fn a_missing_key_fails_a_debug_build() {
        Texts::of(Language::En).say(concat!("no-such", "-key"));
    }
}
