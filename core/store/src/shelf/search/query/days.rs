//! Days as people say them and as screens show them, in both languages: `1 декабря 2025 г.`, `December 1, 2025`, `1 дек`, `1.2.2025`. They are
//! looked for in the form that the index has of every day, `2025-12-01`.
//!
//! A text may say the same in words, so each word of a day is looked for as it stands as well: either all of them are found, or the day
//! is, which is the same as to look for each word or the day.

use super::{super::fold, Piece};

/// As they begin, in the order of the year: Russian as in a date and alone, English.
const MONTHS: [[&str; 3]; 12] = [
    ["января", "январь", "january"],
    ["февраля", "февраль", "february"],
    ["марта", "март", "march"],
    ["апреля", "апрель", "april"],
    ["мая", "май", "may"],
    ["июня", "июнь", "june"],
    ["июля", "июль", "july"],
    ["августа", "август", "august"],
    ["сентября", "сентябрь", "september"],
    ["октября", "октябрь", "october"],
    ["ноября", "ноябрь", "november"],
    ["декабря", "декабрь", "december"],
];
/// What stands after a year.
const YEAR_WORDS: [&str; 3] = ["г", "год", "года"];

/// Adds to the words of each day the forms of that day. The last word may be on its way where `is_typing`.
pub(super) fn add(pieces: &mut [Piece<'_>], is_typing: bool) {
    for at in 0..pieces.len() {
        let days = in_digits(pieces[at].word);
        pieces[at].forms.extend(days);
        let before = at.checked_sub(1).and_then(|before| day_of(&pieces[before]));
        let next = pieces.get(at + 1);
        let (first, forms, mut end) = if let Some(day) = before {
            (at - 1, Number::Day(day), at + 1)
        } else if let Some(next) = next.filter(|next| year_of(next).is_none())
            && let Some(number) = Number::after_month(next, is_typing && at + 2 == pieces.len())
        {
            (at, number, at + 2)
        } else {
            (at, Number::None, at + 1)
        };
        let months = months_of(&pieces[at]);
        if months.is_empty() {
            continue;
        }
        let year = pieces.get(end).and_then(year_of).map(<[u8]>::to_vec);
        if year.is_some() {
            end += 1;
            end += usize::from(pieces.get(end).is_some_and(is_year_word));
        }
        let days: Vec<Vec<u8>> = months.iter().flat_map(|month| forms.of(*month, year.as_deref())).collect();
        for piece in &mut pieces[first..end] {
            piece.forms.extend(days.iter().cloned());
        }
    }
}

/// What the number beside a month is.
enum Number {
    Day(u8),
    /// The first digit of a day, or all of it.
    Begun(u8),
    /// Nothing that says which day: there is none, or it may be the beginning of a year.
    None,
}

impl Number {
    /// Of the number after a month.
    fn after_month(piece: &Piece<'_>, is_typing: bool) -> Option<Self> {
        let digits = trimmed(piece.word);
        if is_typing
            && piece.is_alone
            && digits == piece.word
            && !digits.is_empty()
            && b"2025".starts_with(&digits[..1])
        {
            // Every year that anything here is of begins so.
            let is_year = digits.len() < 4
                && digits.iter().all(u8::is_ascii_digit)
                && digits.get(1).is_none_or(|second| *second == b'0');
            if is_year {
                return Some(Self::None);
            }
        }
        match day_of(piece)? {
            day @ 1..=3 if is_typing && digits.len() == 1 => Some(Self::Begun(day)),
            day => Some(Self::Day(day)),
        }
    }

    /// How the index has it: from the hyphen, or the year, before the month on.
    fn of(&self, month: u8, year: Option<&[u8]>) -> Vec<Vec<u8>> {
        let year = year.map_or(String::new(), |year| year.iter().map(|digit| char::from(*digit)).collect());
        let forms = match self {
            Self::Day(day) => vec![format!("{year}-{month:02}-{day:02}")],
            Self::Begun(day) => {
                vec![format!("{year}-{month:02}-{day:02}"), format!("{year}-{month:02}-{day}")]
            }
            Self::None => vec![format!("{year}-{month:02}-")],
        };
        forms.into_iter().map(String::into_bytes).collect()
    }
}

/// Without the point of what was shortened, or the comma after it.
fn trimmed(word: &[u8]) -> &[u8] {
    word.strip_suffix(b".").or_else(|| word.strip_suffix(b",")).unwrap_or(word)
}

fn number(digits: &[u8]) -> Option<u16> {
    let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| std::str::from_utf8(digits).ok()?.parse().ok()).flatten()
}

fn day_of(piece: &Piece<'_>) -> Option<u8> {
    let digits = trimmed(piece.word);
    let day = number(digits).filter(|day| (1..=31).contains(day) && digits.len() <= 2 && piece.is_alone)?;
    u8::try_from(day).ok()
}

fn year_of<'a>(piece: &Piece<'a>) -> Option<&'a [u8]> {
    let digits = trimmed(piece.word);
    (digits.len() == 4 && number(digits).is_some() && piece.is_alone).then_some(digits)
}

fn is_year_word(piece: &Piece<'_>) -> bool {
    YEAR_WORDS.iter().any(|word| fold::folded(word) == trimmed(piece.word))
}

/// The months that begin with this word, from 1. One letter is enough: a day must not vanish while its month is being typed.
fn months_of(piece: &Piece<'_>) -> Vec<u8> {
    let word = trimmed(piece.word);
    // One byte a letter.
    if word.is_empty() || word.iter().any(u8::is_ascii_digit) {
        return Vec::new();
    }
    let begins = |name: &str| fold::folded(name).starts_with(word);
    (1..=12)
        .zip(MONTHS)
        .filter(|(_, names)| names.iter().any(|name| begins(name)))
        .map(|(month, _)| month)
        .collect()
}

/// A day in digits that does not stand in the index as it is, or the beginning of one: without its zeros, with slashes, with two digits
/// of its year. As the index has it in digits, `01.12.2025`.
fn in_digits(word: &[u8]) -> Vec<Vec<u8>> {
    let separator = if word.contains(&b'/') { b'/' } else { b'.' };
    let parts: Vec<&[u8]> = word.split(|byte| *byte == separator).collect();
    let [day, month, rest @ ..] = &*parts else { return Vec::new() };
    let is_short =
        |digits: &[u8], most| digits.len() <= 2 && number(digits).is_some_and(|number| number <= most);
    if !is_short(day, 31) || !(is_short(month, 12) || month.is_empty()) {
        return Vec::new();
    }
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(*digit)).collect::<String>();
    let begin = format!("{:0>2}.", text(day));
    let mut forms = match rest {
        [] if month.is_empty() => vec![begin],
        // A one may be the first digit of ten, eleven and twelve.
        [] if *month == b"1" => vec![format!("{begin}01"), format!("{begin}1")],
        [] => vec![format!("{begin}{:0>2}", text(month))],
        [year] if year.len() <= 4 && (year.is_empty() || number(year).is_some()) => {
            let century = if year.len() == 2 && *year != b"20" { "20" } else { "" };
            vec![format!("{begin}{:0>2}.{century}{}", text(month), text(year))]
        }
        _ => Vec::new(),
    };
    // What stands there anyway is found as it was typed.
    forms.retain(|form| separator == b'/' || !form.as_bytes().ends_with(word));
    forms.into_iter().map(String::into_bytes).collect()
}

#[cfg(test)]
mod tests {
    use crate::shelf::search::Query;

    /// The forms of a day among those of the words.
    fn days(text: &str) -> Vec<String> {
        let text = Query::parse(text);
        let mut days: Vec<String> = text
            .terms()
            .iter()
            .flat_map(|term| {
                term.forms().map(|form| String::from_utf8_lossy(form).into_owned()).collect::<Vec<_>>()
            })
            .filter(|form| {
                form.len() > 3 && form.bytes().all(|b| b.is_ascii_digit() || b == b'-') && form.contains('-')
            })
            .collect();
        days.sort();
        days.dedup();
        days
    }

    #[test]
    fn a_day_is_found_in_its_words() {
        let table: [(&str, &[&str]); 25] = [
            ("1 декабря 2025", &["2025-12-01"]),
            ("1 декабря 2025 г.", &["2025-12-01"]),
            ("1 December 2025", &["2025-12-01"]),
            ("December 1, 2025", &["2025-12-01"]),
            ("dec. 31 ", &["-12-31"]),
            ("December 1", &["-12-01", "-12-1"]),
            ("December 1 ", &["-12-01"]),
            ("December 12", &["-12-12"]),
            ("December 2", &["-12-"]),
            ("December 20", &["-12-"]),
            ("December 202", &["-12-"]),
            ("December 25", &["-12-25"]),
            ("December 2025", &["2025-12-"]),
            ("декабрь 2025 год", &["2025-12-"]),
            ("дек", &["-12-"]),
            ("де", &["-12-"]),
            ("м", &["-03-", "-05-"]),
            ("1 дек", &["-12-01"]),
            ("1 дек.", &["-12-01"]),
            ("1 м", &["-03-01", "-05-01"]),
            ("31 ИЮЛ", &["-07-31"]),
            ("32 июля", &["-07-"]),
            ("0 июля ", &["-07-"]),
            ("маяк", &[]),
            ("налог 1 декабря 2025 г. 1 250,75", &["2025-12-01"]),
        ];
        for (text, expected) in table {
            assert_eq!(days(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_day_in_digits_needs_no_zeros() {
        let table: [(&str, &[&str]); 18] = [
            ("1.2.2025", &["01.02.2025"]),
            ("1.2.202", &["01.02.202"]),
            ("1.2.25", &["01.02.2025"]),
            ("1.2.20", &["01.02.20"]),
            ("1.2.", &["01.02."]),
            ("1.2", &["01.02"]),
            ("1.1", &["01.01"]),
            ("1.", &[]),
            ("1.12", &[]),
            ("01.02.2025", &[]),
            ("1/2/2025", &["01.02.2025"]),
            ("1/1", &["01.01", "01.1"]),
            ("1/", &["01."]),
            ("31/12/25", &["31.12.2025"]),
            ("1.13.2025", &[]),
            ("32.1.2025", &[]),
            ("1.2.x", &[]),
            ("1234.5", &[]),
        ];
        for (text, expected) in table {
            let forms =
                super::in_digits(text.as_bytes()).into_iter().map(|form| String::from_utf8(form).unwrap());
            assert_eq!(forms.collect::<Vec<_>>(), expected, "{text:?}");
        }
    }
}
