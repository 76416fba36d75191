//! Files that go along with a form: judged by their content, freed of what they say of a place or a device, and joined to one PDF.
//!
//! Pure functions over bytes: no I/O, no clock, no name of a file. Everything is read once from front to back, bounded by the file's own
//! length; nothing is decompressed, so that a small file cannot become a large one here.
#![forbid(unsafe_code)]

mod join;
mod jpeg;
mod orientation;
mod pdf;
mod png;
#[cfg(test)]
mod sample;
mod take;
mod xml;

pub use join::{PAGES_AT_MOST, Page, join};
pub use orientation::Orientation;
pub use take::{Picture, Taken, take_in};
