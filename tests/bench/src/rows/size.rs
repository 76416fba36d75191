//! The size of the core library, as a phone carries it.

use std::fs;

use crate::{
    Outcome, Settings,
    row::{Budget, Figure, Row},
};

/// As tests/size/recorded.toml has it, where the gate of CI reads it.
const MOST: u64 = 7_000_000;

pub(super) fn rows(settings: &Settings) -> Outcome<Vec<Row>> {
    let Some(library) = &settings.library else { return Ok(Vec::new()) };
    Ok(vec![Row {
        what: "core library with its bindings, stripped".to_owned(),
        ours: Figure::Bytes(fs::metadata(library)?.len()),
        peer: None,
        budget: Budget::AtMost(Figure::Bytes(MOST)),
    }])
}
