//! Forms that several capabilities send or read.

use fl_domain::service::{Done, Page};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{json, value::RawValue};

use crate::{
    exchange::Body,
    lenient::{self, Trouble},
};

/// A flat object of texts; those that are missing are left out.
pub(crate) struct Fields<'a>(pub(crate) &'a [(&'static str, Option<&'a str>)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().filter_map(|(name, text)| text.map(|text| (name, text))))
    }
}

impl Fields<'_> {
    pub(crate) fn body(&self) -> Body {
        Body::json(self)
    }
}

/// Done is what says so. A body that is merely there, or none, may be anyone's.
pub(super) fn done(text: &str) -> Result<Done, Trouble> {
    #[derive(Deserialize)]
    struct WireDone {
        done: bool,
    }
    match lenient::object(text)? {
        WireDone { done: true } => Ok(Done),
        WireDone { done: false } => Err(Trouble::Shape),
    }
}

/// The rows of one page; without the list it is no page.
pub(super) fn content<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Vec<T>, Trouble> {
    #[derive(Deserialize)]
    struct WirePage<'a> {
        #[serde(borrow)]
        content: &'a RawValue,
    }
    let page: WirePage<'a> = lenient::object(text)?;
    rows(&lenient::rows(page.content)?)
}

/// Rows of which every one is wanted: dropping one that cannot be read would make every sum silently short.
pub(super) fn rows<'a, T: Deserialize<'a>>(raw: &[&'a RawValue]) -> Result<Vec<T>, Trouble> {
    raw.iter().map(|row| lenient::object(row.get())).collect()
}

/// The filter and the window of a paged call.
pub(super) fn paged(filter: &serde_json::Value, page: Page) -> Body {
    Body::json(&json!({ "filter": filter, "pagination": { "page": page.number, "size": page.size } }))
}
