//! Reading JSON as the wire page asks: unknown fields are passed over, missing ones optional, and a field of the wrong
//! type counts as missing where that is harmless. An amount never is: one that is there and cannot be read fails the
//! read, since a sum that is silently short or a zero made up here would be believed.

use std::str::FromStr;

use fl_domain::{Date, Money, dates};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{error::Category, value::RawValue};

use crate::clean::shown;

/// Longer than any token or address. In bytes.
const LONGEST_AS_SENT: usize = 64 * 1024;
/// More letters than anybody has.
const LARGEST_COUNT: u32 = 1_000_000;
/// Taxes in roubles and their years lie between these; a service that names another year made a mistake (our own bounds).
const FIRST_YEAR: i16 = 1991;
const LAST_YEAR: i16 = 2199;

/// Why a body is not the answer that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The text ends before the JSON does.
    Truncated,
    /// No JSON.
    NotJson,
    /// JSON of another shape.
    Shape,
    /// An amount is missing where a row is nothing without one, or cannot be read.
    Amount,
    /// A row's year is missing or cannot be read.
    Year,
    /// A form asks for a field that this client does not know.
    Field,
    /// A token that cannot stand in a header: it would fail every later call, far from its cause.
    Token,
}

impl Trouble {
    /// The stable code for support.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Truncated => "truncated-json",
            Self::NotJson => "not-json",
            Self::Shape => "unexpected-shape",
            Self::Amount => "unreadable-amount",
            Self::Year => "unreadable-year",
            Self::Field => "unknown-field",
            Self::Token => "unusable-token",
        }
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        match error.classify() {
            Category::Eof => Self::Truncated,
            Category::Data => Self::Shape,
            Category::Syntax | Category::Io => Self::NotJson,
        }
    }
}

/// Reads one value of a known shape.
pub(crate) fn value<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Trouble> {
    Ok(serde_json::from_str(text)?)
}

/// Reads an object. Derived structs would take an array for one, field by position: a surprise, not leniency.
pub(crate) fn object<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Trouble> {
    of_kind(text, '{')
}

/// Reads a list of values that are looked at one by one.
pub(crate) fn list(text: &str) -> Result<Vec<&RawValue>, Trouble> {
    of_kind(text, '[')
}

/// The rows of a list inside an answer; `null` is how some services write an empty one.
pub(crate) fn rows(raw: &RawValue) -> Result<Vec<&RawValue>, Trouble> {
    if raw.get() == "null" { Ok(Vec::new()) } else { list(raw.get()) }
}

/// What stands under a name, also `null`; a default of `None` is left for what does not stand there at all.
pub(crate) fn there<'de: 'a, 'a, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<&'a RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

/// The syntax is judged before the shape: what is cut off is truncated whatever it was going to be.
fn of_kind<'a, T: Deserialize<'a>>(text: &'a str, opening: char) -> Result<T, Trouble> {
    let raw: &RawValue = value(text)?;
    if raw.get().starts_with(opening) { value(raw.get()) } else { Err(Trouble::Shape) }
}

/// An amount as it stands on the wire: a JSON number or a text, plain or with an exponent; never through a float.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Amount {
    /// Not there, null or an empty text.
    #[default]
    Absent,
    /// There, but no amount.
    Unreadable,
    /// Read.
    Is(Money),
}

impl Amount {
    /// For a field that may be missing.
    pub(crate) const fn optional(self) -> Result<Option<Money>, Trouble> {
        match self {
            Self::Absent => Ok(None),
            Self::Unreadable => Err(Trouble::Amount),
            Self::Is(money) => Ok(Some(money)),
        }
    }

    /// For a row that is nothing without it.
    pub(crate) const fn required(self) -> Result<Money, Trouble> {
        match self {
            Self::Is(money) => Ok(money),
            Self::Absent | Self::Unreadable => Err(Trouble::Amount),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        let Some(text) = scalar(raw) else {
            return Ok(if raw.get() == "null" { Self::Absent } else { Self::Unreadable });
        };
        if text.trim().is_empty() {
            return Ok(Self::Absent);
        }
        Ok(text.parse().map_or(Self::Unreadable, Self::Is))
    }
}

/// The text of a JSON string, or of a number as it was written.
fn scalar(raw: &RawValue) -> Option<String> {
    match raw.get().as_bytes().first() {
        Some(b'"') => serde_json::from_str(raw.get()).ok(),
        Some(b'-' | b'0'..=b'9') => Some(raw.get().to_owned()),
        _ => None,
    }
}

/// A text or a number as text, fit to show; anything else, and an empty text, counts as missing.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(scalar(<&RawValue>::deserialize(deserializer)?).as_deref().and_then(shown))
}

/// As [`text`], but letter for letter: for what nobody reads, such as a token or an identifier that goes back to the service. What is
/// longer than any of these counts as missing.
pub(crate) fn as_sent<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = scalar(<&RawValue>::deserialize(deserializer)?);
    Ok(text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty() && t.len() <= LONGEST_AS_SENT))
}

/// A number, also one in quotes; anything else counts as missing.
pub(crate) fn number<'de, D: Deserializer<'de>, T: FromStr>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(text(deserializer)?.and_then(|t| t.parse().ok()))
}

/// How many of something a person has; a number that no person has counts as missing.
pub(crate) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Ok(number(deserializer)?.filter(|count| *count <= LARGEST_COUNT))
}

/// A year of the calendar that taxes know; any other counts as missing.
pub(crate) fn year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i16>, D::Error> {
    Ok(number(deserializer)?.filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year)))
}

/// Yes or no, also in quotes; anything else counts as missing.
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    Ok(match raw.get() {
        "true" | "\"true\"" => Some(true),
        "false" | "\"false\"" => Some(false),
        _ => None,
    })
}

/// A list of texts; anything else counts as missing.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    let texts: Option<Vec<String>> = value(raw.get()).ok();
    Ok(texts.map(|texts| texts.iter().filter_map(|text| shown(text)).collect()))
}

/// An ISO date; anything else counts as missing.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let date = text(deserializer)?.and_then(|t| dates::parse_iso(&t));
    Ok(date.filter(|date| (FIRST_YEAR..=LAST_YEAR).contains(&date.year())))
}

/// An inner object whose loss is harmless, such as a title; anything else counts as missing.
pub(crate) fn harmless<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let raw = <&RawValue>::deserialize(deserializer)?;
    Ok(object(raw.get()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Inner {
        #[serde(deserialize_with = "text")]
        title: Option<String>,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Row {
        amount: Amount,
        #[serde(deserialize_with = "number")]
        year: Option<i16>,
        #[serde(deserialize_with = "date")]
        date: Option<Date>,
        #[serde(deserialize_with = "harmless")]
        inner: Inner,
    }

    #[test]
    fn amounts_in_every_form() {
        let is = |kopecks| Amount::Is(Money::from_kopecks(kopecks));
        let table = [
            ("1", is(100)),
            ("-0.5", is(-50)),
            ("7.591E+5", is(75_910_000)),
            ("\"7.591E+5\"", is(75_910_000)),
            ("\"1 234,50\"", is(123_450)),
            // A float cannot hold this one.
            ("90071992547.99", is(9_007_199_254_799)),
            ("null", Amount::Absent),
            ("\"\"", Amount::Absent),
            ("\" \"", Amount::Absent),
            ("true", Amount::Unreadable),
            ("[]", Amount::Unreadable),
            ("{}", Amount::Unreadable),
            ("\"many\"", Amount::Unreadable),
            ("1e400", Amount::Unreadable),
            ("\"\\ud800\"", Amount::Unreadable),
        ];
        for (json, expected) in table {
            let row: Row = object(&format!("{{\"amount\":{json}}}")).unwrap();
            assert_eq!(row.amount, expected, "{json}");
        }
    }

    #[test]
    fn what_is_harmless_counts_as_missing() {
        let odd = r#"{"year":"2024","date":{},"inner":[1],"new":[[{}]]}"#;
        assert_eq!(object::<Row>(odd), Ok(Row { year: Some(2024), ..Row::default() }));
        let odd = r#"{"year":[],"date":"2025-12-01T10:00:00Z","inner":{"title":20}}"#;
        let read: Row = object(odd).unwrap();
        assert_eq!((read.year, read.inner.title.as_deref()), (None, Some("20")));
        assert_eq!(read.date, dates::parse_iso("2025-12-01"));
    }

    #[test]
    fn trouble_is_told_apart() {
        let table = [
            ("", Trouble::Truncated),
            ("{\"amount\":1", Trouble::Truncated),
            ("[1,", Trouble::Truncated),
            ("{]", Trouble::NotJson),
            ("{} {}", Trouble::NotJson),
            ("[]", Trouble::Shape),
            ("\"text\"", Trouble::Shape),
            ("null", Trouble::Shape),
            ("{\"amount\":1,\"amount\":2}", Trouble::Shape),
        ];
        for (json, expected) in table {
            assert_eq!(object::<Row>(json), Err(expected), "{json}");
        }
    }
}
