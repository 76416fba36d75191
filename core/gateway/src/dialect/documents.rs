//! The account's documents: of the own contract.

#[cfg(test)]
pub(super) mod tests;

use fl_domain::{
    Date,
    service::documents::{Document, DocumentKind, List},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    codec::{Codec, Path},
    forms::{content, paged},
};
use crate::{
    exchange::Body,
    lenient::{self, Trouble},
};

/// A name of a document goes back as it came, so a longer one is refused, not cut. In bytes.
const ID_MAX: usize = 200;
/// Years that a document of this account can be about; another one is not shown as a year.
const YEARS: std::ops::RangeInclusive<i16> = 1991..=2200;

speaks! { documents: List }

impl Codec for List {
    const PATH: Path = Path::Own("/documents");

    fn body(&self) -> Body {
        paged(&json!({}), self.0)
    }

    /// A row without a name of its own fails the page: dropping it would hide a demand.
    fn read(text: &str) -> Result<Vec<Document>, Trouble> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct WireDocument {
            #[serde(deserialize_with = "lenient::as_sent")]
            id: Option<String>,
            #[serde(deserialize_with = "lenient::text")]
            kind: Option<String>,
            #[serde(deserialize_with = "lenient::text")]
            title: Option<String>,
            #[serde(deserialize_with = "lenient::text")]
            number: Option<String>,
            #[serde(deserialize_with = "lenient::date")]
            date: Option<Date>,
            #[serde(deserialize_with = "lenient::year")]
            year: Option<i16>,
            #[serde(deserialize_with = "lenient::flag")]
            read: Option<bool>,
        }
        let rows: Vec<WireDocument> = content(text)?;
        let shown = |text: Option<String>| text.unwrap_or_default();
        let document = |row: WireDocument| {
            let is_name = |id: &String| id.len() <= ID_MAX && id.bytes().all(|b| b.is_ascii_graphic());
            Ok(Document {
                id: row.id.filter(is_name).ok_or(Trouble::Shape)?,
                kind: row.kind.as_deref().map_or(DocumentKind::Other, DocumentKind::of),
                title: shown(row.title),
                number: shown(row.number),
                date: row.date,
                year: row.year.filter(|year| YEARS.contains(year)),
                is_read: row.read,
            })
        };
        rows.into_iter().map(document).collect()
    }
}
