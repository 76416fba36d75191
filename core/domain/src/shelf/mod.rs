//! Shelves: long lists of the account, newest first, kept on the device and looked at in windows.
//!
//! The history of operations is one; letters, documents and receipts are others. What a row is says [`ShelfRow`], beside
//! the row's own type; how shelves are kept is the store's. The words for both stand here, so that app and store share them.

mod filter;
mod row;
mod window;

pub use filter::ShelfFilter;
pub use row::{MOST_FACETS, ShelfRow, Word};
pub use window::{Facet, HeadMerge, ShelfState, ShelfView, ShelfWindow};
