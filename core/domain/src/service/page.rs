//! Lists that come in windows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Question;

/// One window of a paged list; pages count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Page {
    /// Which one.
    pub number: u32,
    /// Rows a page, at least 1.
    pub size: u32,
}

/// A question whose answer is one window of a longer list.
pub trait Paged: Question<Told = Vec<<Self as Paged>::Row>> {
    /// One line of the list.
    type Row: Clone + fmt::Debug + PartialEq + Eq + Send + Sync + 'static;

    /// Asks for one window.
    fn page(page: Page) -> Self;
}
