//! Changes of a JSON text at a place. Whatever is not named stays as it was written, byte by byte: an amount with an exponent, a
//! name that stands twice.

use std::{fmt, ops::Range};

use serde::{
    Deserializer as _,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use super::Pointer;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    /// What is there is replaced; a member that is missing is added, and so is an item at `-`.
    Set(Pointer, Value),
    Remove(Pointer),
}

/// What is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// As it was written.
    Json(String),
    /// No JSON at all, such as NaN.
    Raw(String),
}

impl Pointer {
    pub(super) fn parse(text: String) -> Result<Self, String> {
        if !text.is_empty() && !text.starts_with('/') {
            return Err(format!("{text:?} is no JSON pointer: it begins with /, as /content/0/amount"));
        }
        let is_escaped = |part: &str| part.is_empty() || part.starts_with(['0', '1']);
        if !text.split('~').skip(1).all(is_escaped) || text.ends_with('~') || text.contains("~~") {
            return Err(format!("{text:?} is no JSON pointer: ~ is written ~0 and / within a name ~1"));
        }
        Ok(Self(text))
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// All of the text.
    pub(super) fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    fn parts(&self) -> impl Iterator<Item = String> {
        self.0.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~"))
    }
}

/// Makes the changes one after another.
pub(crate) fn made(edits: &[Edit], mut text: String) -> Result<String, String> {
    // What is no JSON comes last, since nothing can be found in a text with it: until then a text that nobody says stands for it.
    let mut raws = Vec::new();
    for edit in edits {
        text = match edit {
            Edit::Set(pointer, Value::Raw(raw)) => {
                let stand = format!("\"\\u0001raw {}\\u0001\"", raws.len());
                raws.push((stand.clone(), raw));
                Edit::Set(pointer.clone(), Value::Json(stand)).made(&text)?
            }
            Edit::Set(_, Value::Json(_)) | Edit::Remove(_) => edit.made(&text)?,
        };
    }
    Ok(raws.into_iter().fold(text, |text, (stand, raw)| text.replace(&stand, raw)))
}

impl Edit {
    /// Makes the change.
    fn made(&self, text: &str) -> Result<String, String> {
        let (Self::Set(pointer, _) | Self::Remove(pointer)) = self;
        let place = find(text, pointer)?;
        let range = match self {
            Self::Set(..) => match &place {
                Place::There { value, .. } => value.clone(),
                Place::Missing { at, .. } => *at..*at,
            },
            Self::Remove(_) => match &place {
                Place::There { whole, .. } => whole.clone(),
                Place::Missing { .. } => return Err(format!("there is no {}", pointer.text())),
            },
        };
        let new = match self {
            Self::Set(_, Value::Json(value) | Value::Raw(value)) => match &place {
                Place::There { .. } => value.clone(),
                Place::Missing { before, .. } => format!("{before}{value}"),
            },
            Self::Remove(_) => String::new(),
        };
        let (head, tail) = (text.get(..range.start), text.get(range.end..));
        Ok(head.into_iter().chain([new.as_str()]).chain(tail).collect())
    }
}

enum Place {
    There {
        value: Range<usize>,
        /// With its name, and the comma that parts it from its neighbour.
        whole: Range<usize>,
    },
    Missing {
        at: usize,
        /// The comma and the name that a value needs there.
        before: String,
    },
}

/// What a value holds.
enum Inside<'a> {
    Members(Vec<(String, &'a RawValue)>),
    Items(Vec<&'a RawValue>),
}

fn find(text: &str, pointer: &Pointer) -> Result<Place, String> {
    let whole: &RawValue = serde_json::from_str(text).map_err(|_| "this is no JSON".to_owned())?;
    let mut value = whole;
    let mut parts = pointer.parts().peekable();
    let mut so_far = String::new();
    while let Some(part) = parts.next() {
        let inside = inside(value).ok_or_else(|| format!("{} holds nothing", shown(&so_far)))?;
        let at = inside.position(&part);
        so_far = format!("{so_far}/{}", part.replace('~', "~0").replace('/', "~1"));
        let Some(at) = at else {
            return match inside.room(&part) {
                Some(before) if parts.peek().is_none() => {
                    // Before the bracket that closes it.
                    Ok(Place::Missing { at: range(text, value).end - 1, before })
                }
                _ => Err(format!("there is no {so_far}")),
            };
        };
        if parts.peek().is_none() {
            let values: Vec<_> = inside.values().map(|value| range(text, value)).collect();
            return Ok(Place::There { value: values[at].clone(), whole: cut(text, value, &values, at) });
        }
        value = inside.values().nth(at).unwrap_or(whole);
    }
    let value = range(text, value);
    Ok(Place::There { whole: value.clone(), value })
}

fn shown(pointer: &str) -> &str {
    if pointer.is_empty() { "the body" } else { pointer }
}

/// What goes with a value when it goes: up to its neighbour before it, or, for the first, behind it.
fn cut(text: &str, parent: &RawValue, values: &[Range<usize>], at: usize) -> Range<usize> {
    let end = values[at].end;
    if at > 0 {
        return values[at - 1].end..end;
    }
    let behind = text.get(end..).unwrap_or_default();
    let comma = behind.len() - behind.trim_start().len();
    let end = if values.len() > 1 { end + comma + 1 } else { end };
    range(text, parent).start + 1..end
}

/// Where a part of a text stands in it.
fn range(text: &str, part: &RawValue) -> Range<usize> {
    let start = (part.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.get().len()
}

fn inside(value: &RawValue) -> Option<Inside<'_>> {
    match value.get().as_bytes().first()? {
        b'{' => {
            let mut reader = serde_json::Deserializer::from_str(value.get());
            reader.deserialize_map(Members).ok().map(Inside::Members)
        }
        b'[' => serde_json::from_str(value.get()).ok().map(Inside::Items),
        _ => None,
    }
}

impl<'a> Inside<'a> {
    fn values(&self) -> Box<dyn Iterator<Item = &'a RawValue> + '_> {
        match self {
            Self::Members(members) => Box::new(members.iter().map(|(_, value)| *value)),
            Self::Items(items) => Box::new(items.iter().copied()),
        }
    }

    /// Of a name that stands twice, the last one, which most readers take.
    fn position(&self, part: &str) -> Option<usize> {
        match self {
            Self::Members(members) => members.iter().rposition(|(name, _)| name == part),
            Self::Items(items) => {
                let is_number =
                    part.bytes().all(|b| b.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
                part.parse().ok().filter(|at| is_number && *at < items.len())
            }
        }
    }

    /// What comes before a value that is added under this name.
    fn room(&self, part: &str) -> Option<String> {
        let comma = if self.values().next().is_some() { "," } else { "" };
        match self {
            Self::Members(_) => serde_json::to_string(part).ok().map(|name| format!("{comma}{name}:")),
            Self::Items(_) => (part == "-").then(|| comma.to_owned()),
        }
    }
}

/// Every member in its order, also those of one name.
struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(members)
    }
}

/// The value at a place, as it stands; `None` where there is none.
pub(super) fn at<'a>(text: &'a str, pointer: &Pointer) -> Option<&'a str> {
    match find(text, pointer).ok()? {
        Place::There { value, .. } => text.get(value),
        Place::Missing { .. } => None,
    }
}
