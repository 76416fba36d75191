use std::fmt;

use super::MOST_FACETS;

/// Which rows of a shelf are asked for; all conditions hold together, and an empty filter lets everything through.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ShelfFilter {
    /// By facet: only rows of this name (empty: of none).
    pub facets: [Option<String>; MOST_FACETS],
    /// Only rows with each of these words, in any order, anywhere in a word: texts, names, dates (`01.12.2025` or
    /// `2025-12-01`) and amounts (`1 234,56`, `1234.5`). Of more than 16 words the first 16 count.
    pub text: String,
}

impl ShelfFilter {
    /// Everything with these words.
    pub fn of_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same, but only rows of this name. No shelf has a facet from [`MOST_FACETS`] on: that changes nothing.
    #[must_use]
    pub fn with(mut self, facet: usize, name: Option<String>) -> Self {
        if let Some(sought) = self.facets.get_mut(facet) {
            *sought = name;
        }
        self
    }

    /// Everything is asked for.
    pub fn is_empty(&self) -> bool {
        self.facets.iter().all(Option::is_none) && self.text.trim().is_empty()
    }
}

/// `Debug` ends up in logs: the words sought are left out.
impl fmt::Debug for ShelfFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShelfFilter").field("facets", &self.facets).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_empty_until_something_is_asked_for() {
        let filter = ShelfFilter::of_text(" \u{a0}");
        assert!(filter.is_empty() && filter.clone().with(MOST_FACETS, Some("a".into())).is_empty());
        let of_one = filter.with(1, Some("пени".into()));
        assert!(!of_one.is_empty() && !ShelfFilter::of_text("x").is_empty());
        assert!(of_one.with(1, None).is_empty());
    }

    #[test]
    fn the_words_sought_are_not_shown() {
        let shown = format!("{:?}", ShelfFilter::of_text("Иванов").with(0, Some("налог".into())));
        assert!(!shown.contains("Иванов") && shown.contains("налог"), "{shown}");
    }
}
