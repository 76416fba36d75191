//! The budgets of the design page, measured as one table in one run.
//!
//! A figure is measured beside its peer, round by round, so that whatever else the machine does falls on both; the
//! median of many rounds is told. To add a row, write a [`Producer`] in `rows/` and name it in [`rows::ALL`].
#![forbid(unsafe_code)]

pub mod measure;
pub mod peer;
pub mod row;
pub mod rows;
pub mod sample;
pub mod stage;

use std::{error::Error, path::PathBuf};

use row::Row;

/// Whatever stops a measurement.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measures some rows of the table.
pub type Producer = fn(&Settings) -> Outcome<Vec<Row>>;

/// What the caller of the table chose.
#[derive(Debug, Default)]
pub struct Settings {
    /// The program that does the same in `SQLCipher`, if it was built.
    pub sqlcipher: Option<PathBuf>,
    /// The core library, built for release and stripped, if it was built.
    pub library: Option<PathBuf>,
    /// What the benches of the shells printed, by the shell's name.
    pub boundary: Vec<(String, PathBuf)>,
}
