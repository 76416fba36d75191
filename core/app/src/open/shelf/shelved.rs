use fl_domain::{service::Paged, shelf::ShelfRow};

use crate::kit::{
    screen::{Icon, PageKey, Row},
    texts::Texts,
};

/// What a feature says of its list.
pub(crate) trait Shelved: Send + 'static {
    /// The question that gives a page of it.
    type Question: Paged<Row = Self::Row>;
    /// One of it.
    type Row: ShelfRow + Send + Sync;

    /// The page's key.
    const KEY: &'static str;
    /// The picture where there is nothing.
    const ICON: Icon;
    /// The facets one can filter by, in the order shown.
    const FILTERS: &'static [Facet];

    /// Where it is: below which pages, itself the last.
    fn path() -> Vec<PageKey>;

    /// The words that are its own.
    fn words(texts: &Texts) -> Words;

    /// So many are here, as a heading.
    fn count(count: u64, texts: &Texts) -> String;

    /// So many of so many were found, as a heading.
    fn found(found: u64, count: u64, texts: &Texts) -> String;

    /// A facet's name as a person reads it.
    fn named(facet: usize, name: &str, texts: &Texts) -> String;

    /// One line of it; its key is put on it.
    fn row(row: &Self::Row, texts: &Texts) -> Row;
}

/// A facet one can filter by.
pub(crate) struct Facet {
    /// Counted as in the row's type.
    pub(crate) index: usize,
    /// The filter's key.
    pub(crate) key: &'static str,
    /// Its label's text.
    pub(crate) label: &'static str,
}

/// What one list says in its own words.
pub(crate) struct Words {
    /// Above it.
    pub(crate) title: String,
    /// The service has none.
    pub(crate) none: String,
    /// What a row's key begins with.
    pub(crate) row_key: &'static str,
    /// The key of the block that says that there is none.
    pub(crate) none_key: &'static str,
}
