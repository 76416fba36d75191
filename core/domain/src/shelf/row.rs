use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Date, Money};

/// Facets a row can have.
pub const MOST_FACETS: usize = 4;

/// One row of a shelf.
///
/// A row is taken apart for keeping: its day, its facets (few names that many rows share: kept once, filtered by and
/// counted) and the rest. Days and facets are found by search too, without being named among the words.
pub trait ShelfRow: Clone + PartialEq + 'static {
    /// The shelf's name in the file; never given to rows of another type.
    const SHELF: &'static str;
    /// The version of the form: raise it whenever facets, [`ShelfRow::Rest`] or what they mean change. Rows kept in
    /// another form are forgotten and read anew.
    const FORM: u32;
    /// How many facets a row has: from 1 to [`MOST_FACETS`].
    const FACETS: usize;
    /// What is kept beside day and facets, borrowed, so that rows can be searched without an allocation each.
    type Rest<'a>: Serialize + Deserialize<'a>;

    /// The day it is of, where it has one.
    fn day(&self) -> Option<Date>;

    /// The name of one of its facets, counted from 0; an empty one where it has none.
    fn facet(&self, facet: usize) -> Cow<'_, str>;

    /// Everything else.
    fn rest(&self) -> Self::Rest<'_>;

    /// The row put together again; none if the parts are not of a row. There are as many names as facets.
    fn made_of(day: Option<Date>, facets: &[&str], rest: Self::Rest<'_>) -> Option<Self>;

    /// Tells `found` each word that search finds the row by.
    fn words(rest: &Self::Rest<'_>, found: &mut dyn FnMut(Word<'_>));

    /// Tells `found` what else screens write for the name of a facet, in any language: search finds the row by each of these too. They
    /// are asked for once a name, not once a row.
    fn called(facet: usize, name: &str, found: &mut dyn FnMut(&str)) {
        let _ = (facet, name, found);
    }

    /// Whether the other is the same thing, even if something about it has changed since: a letter was read. Rows without
    /// an identifier are told apart by all they say.
    fn is(&self, other: &Self) -> bool {
        self == other
    }
}

/// What a row can be found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word<'a> {
    /// Any part of a text; neither case nor `ё` for `е` matters.
    Text(&'a str),
    /// A day as `01.12.2025`, `2025-12-01`, `1 декабря 2025 г.`, `December 1`, `1 дек`.
    Day(Date),
    /// An amount as `1 234,56`, `1234.5`, `₽1,234.56` and with its sign.
    Amount(Money),
}
