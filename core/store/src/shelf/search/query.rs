//! What a person typed, as what has to be found.

use memchr::memmem;

use super::fold;

/// Each term is a pass over the index: a page of text pasted into the search must not become thousands of them.
const MOST_TERMS: usize = 16;

/// The words typed, all of which have to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query(Vec<Term>);

/// The forms of one word or amount, of which one has to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term(Vec<Vec<u8>>);

impl Query {
    /// Takes the text apart at spaces, but for those between thousands: `1 234,56` is one amount.
    pub(crate) fn parse(text: &str) -> Self {
        let folded = fold::folded(text);
        let words: Vec<&[u8]> = folded.split(|byte| *byte == b' ').filter(|word| !word.is_empty()).collect();
        let mut terms = Vec::with_capacity(words.len());
        let mut rest = &*words;
        while !rest.is_empty() && terms.len() < MOST_TERMS {
            let (term, left) = rest.split_at(groups(rest));
            let mut forms = vec![term.concat()];
            if term.len() > 1 {
                forms.push(term.join(&b' '));
            }
            let other: Vec<_> = forms.iter().filter_map(|form| with_other_mark(form)).collect();
            forms.extend(other);
            if !terms.iter().any(|Term(given)| *given == forms) {
                terms.push(Term(forms));
            }
            rest = left;
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

/// How many of the first words are one amount with spaces between its thousands; at least one.
fn groups(words: &[&[u8]]) -> usize {
    let is_digits = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_digit);
    let head = words[0].strip_prefix(b"-").or_else(|| words[0].strip_prefix(b"+")).unwrap_or(words[0]);
    if head.len() > 3 || !is_digits(head) {
        return 1;
    }
    let whole = 1 + words[1..].iter().take_while(|word| word.len() == 3 && is_digits(word)).count();
    let last = words.get(whole).and_then(|word| Some(word.split_at(amount_mark(word)?)));
    if last.is_some_and(|(digits, _)| digits.len() == 3) { whole + 1 } else { whole }
}

/// Where the mark before the kopecks stands, if the word is an amount with one.
fn amount_mark(word: &[u8]) -> Option<usize> {
    let mark = word.iter().position(|byte| matches!(byte, b',' | b'.'))?;
    let (roubles, kopecks) = (&word[..mark], &word[mark + 1..]);
    let digits = roubles.strip_prefix(b"-").or_else(|| roubles.strip_prefix(b"+")).unwrap_or(roubles);
    let is_amount = !digits.is_empty()
        && kopecks.len() <= 2
        && digits.iter().chain(kopecks).all(|byte| byte.is_ascii_digit() || *byte == b' ');
    is_amount.then_some(mark)
}

/// The amount with a comma where a point was typed, and the other way: amounts are kept with a comma, texts may have
/// either, and the beginning of a date looks like an amount with a point.
fn with_other_mark(word: &[u8]) -> Option<Vec<u8>> {
    let mark = amount_mark(word)?;
    let mut other = word.to_vec();
    other[mark] = if word[mark] == b',' { b'.' } else { b',' };
    Some(other)
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
        let table: [(&str, &[&[&str]]); 13] = [
            ("", &[]),
            ("  ₽ ", &[]),
            ("abc Def", &[&["abc"], &["def"]]),
            ("1234,56", &[&["1234,56", "1234.56"]]),
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
            ("01,12", "01.12.2", true),
            ("01.12", "01,13", false),
            ("а б", "аб", true),
        ];
        for (before, after, expected) in table {
            assert_eq!(Query::parse(after).narrows(&Query::parse(before)), expected, "{before:?} {after:?}");
        }
    }
}
