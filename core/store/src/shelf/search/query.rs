//! What a person typed, as what has to be found.

mod amount;
mod days;

use memchr::memmem;

use super::fold;

/// Each term is a pass over the index: a page of text pasted into the search must not become thousands of them.
const MOST_TERMS: usize = 16;
/// Between the parts of a line.
const SEPARATOR: &str = "·";

/// The words typed, all of which have to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query(Vec<Term>);

/// The forms of one word or amount, of which one has to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term(Vec<Vec<u8>>);

/// A word or an amount on its way to a term.
struct Piece<'a> {
    word: &'a [u8],
    /// One word and not several groups of digits.
    is_alone: bool,
    forms: Vec<Vec<u8>>,
}

impl Query {
    /// Takes the text apart at spaces, but for those between thousands: `1 234,56` is one amount.
    pub(crate) fn parse(text: &str) -> Self {
        let folded = fold::folded(text);
        let words: Vec<&[u8]> = folded.split(|byte| *byte == b' ').filter(|word| !word.is_empty()).collect();
        let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(words.len().min(MOST_TERMS));
        let separator = fold::folded(SEPARATOR);
        let mut rest = &*words;
        while !rest.is_empty() && pieces.len() < MOST_TERMS {
            let (words, left) = rest.split_at(amount::groups(rest));
            rest = left;
            // What screens put between parts of a line is no part of any.
            if words != [&*separator] {
                pieces.push(Piece {
                    word: words[0],
                    is_alone: words.len() == 1,
                    forms: amount::forms(words),
                });
            }
        }
        days::add(&mut pieces, rest.is_empty() && !folded.ends_with(b" "));
        let mut terms: Vec<Term> = Vec::with_capacity(pieces.len());
        for Piece { mut forms, .. } in pieces {
            forms.dedup();
            if !terms.iter().any(|Term(given)| *given == forms) {
                terms.push(Term(forms));
            }
        }
        Self(terms)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn terms(&self) -> &[Term] {
        &self.0
    }

    /// Whether what satisfies this query satisfies `wider` too.
    pub(crate) fn narrows(&self, wider: &Self) -> bool {
        wider.0.iter().all(|term| self.0.iter().any(|own| own.narrows(term)))
    }
}

impl Term {
    pub(crate) fn forms(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// Whether one of the forms stands in this folded text.
    pub(crate) fn is_in(&self, text: &[u8]) -> bool {
        self.forms().any(|form| memmem::find(text, form).is_some())
    }

    fn narrows(&self, wider: &Self) -> bool {
        self.forms().all(|form| wider.is_in(form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<Vec<String>> {
        let show = |form: &[u8]| form.iter().map(|byte| char::from(*byte)).collect();
        Query::parse(text).terms().iter().map(|term| term.forms().map(show).collect()).collect()
    }

    #[test]
    fn amounts_are_one_term_in_each_form() {
        let table: [(&str, &[&[&str]]); 23] = [
            ("", &[]),
            ("  ₽ ", &[]),
            ("abc Def", &[&["abc"], &["def"]]),
            ("1234,56", &[&["1234,56", "1234.56"]]),
            ("1,234.56", &[&["1,234.56", "+1234,56", "-1234,56"]]),
            ("₽1,234", &[&["1,234", "+1234", "-1234"]]),
            ("−₽1,234,567.8", &[&["-1,234,567.8", "-1234567,8"]]),
            ("1,2", &[&["1,2", "1.2", "+12", "-12"]]),
            ("1,23", &[&["1,23", "1.23", "+123", "-123"]]),
            ("1,234,5", &[&["1,234,5", "+12345", "-12345"]]),
            ("1,234.567", &[&["1,234.567"]]),
            ("1,2345", &[&["1,2345"]]),
            ("x · b", &[&["x"], &["b"]]),
            ("7 · 123", &[&["7"], &["123"]]),
            ("1234.5", &[&["1234.5", "1234,5"]]),
            ("1 234", &[&["1234", "1 234"]]),
            ("-1 234 567,8 ₽", &[&["-1234567,8", "-1 234 567,8", "-1234567.8", "-1 234 567.8"]]),
            ("1 23", &[&["1"], &["23"]]),
            ("1 2345", &[&["1"], &["2345"]]),
            ("2025 123", &[&["2025"], &["123"]]),
            ("01.12.2025", &[&["01.12.2025"]]),
            ("12 345 x 1", &[&["12345", "12 345"], &["x"], &["1"]]),
            ("+", &[&["+"]]),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "{text:?}");
        }
    }

    #[test]
    fn only_the_first_words_count_and_each_once() {
        assert_eq!(Query::parse("а б а").terms().len(), 2);
        let pasted = (0..5_000).map(|number| number.to_string()).collect::<Vec<_>>().join(" слово");
        assert_eq!(Query::parse(&pasted).terms().len(), MOST_TERMS);
    }

    #[test]
    fn going_on_narrows_and_going_back_does_not() {
        let table = [
            ("нал", "налог", true),
            ("налог", "нал", false),
            ("", "налог", true),
            ("налог", "налог земельный", true),
            ("налог земельный", "налог", false),
            ("1 23", "1 234", true),
            ("1 234", "1 234,", true),
            ("1 234", "1 2345", false),
            ("01.1", "01.12", true),
            ("01.12", "01.12.2", true),
            ("1", "1,", true),
            ("1,", "1,2", true),
            ("1,2", "1,23", true),
            ("1,23", "1,234", true),
            ("1,234", "1,234.", true),
            ("1,234.", "1,234.5", true),
            ("-1,2", "-1,23", true),
            ("1 д", "1 дек", true),
            ("1 дек", "1 декабря 2025", true),
            ("1 декабря 2025", "1 декабря 2025 г.", true),
            ("декабря", "декабря 2025", true),
            ("december 1", "december 12", true),
            ("01,12", "01.12.2", true),
            ("01.12", "01,13", false),
            ("а б", "аб", true),
        ];
        for (before, after, expected) in table {
            assert_eq!(Query::parse(after).narrows(&Query::parse(before)), expected, "{before:?} {after:?}");
        }
    }
}
