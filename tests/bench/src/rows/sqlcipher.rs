//! Beside `SQLCipher`, whose figures come from a program of its own: one program holds one SQLite.

use std::{fs, time::Duration};

use crate::{
    Outcome, Settings,
    row::{Budget, Figure, Row},
    rows::{snapshots, windows},
    sample,
};

const PEER: &str = "SQLCipher";

pub(super) fn rows(settings: &Settings) -> Outcome<Vec<Row>> {
    let Some(path) = &settings.sqlcipher else { return Ok(Vec::new()) };
    let figures: serde_json::Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let figure = |name: &str| {
        let nanoseconds =
            figures.get(name).and_then(serde_json::Value::as_u64).ok_or("a figure is missing")?;
        Outcome::Ok(Figure::Time(Duration::from_nanos(nanoseconds)))
    };
    let row = |what: &str, ours: Duration, name: &str| {
        let peer = Some((PEER, figure(name)?));
        Outcome::Ok(Row { what: what.to_owned(), ours: Figure::Time(ours), peer, budget: Budget::Ratio(1.0) })
    };
    let folder = tempfile::tempdir()?;
    let small = windows::ours(&folder.path().join("small"), &sample::history(10_000))?;
    let large = windows::ours(&folder.path().join("large"), &sample::history(100_000))?;
    let (read, write) = snapshots::ours(&folder.path().join("snapshots"))?;
    Ok(vec![
        row("window of 50 anywhere in 10000", small, "window_10000")?,
        row("window of 50 anywhere in 100000", large, "window_100000")?,
        row("read a snapshot", read, "snapshot_read")?,
        row("write all seven, synced", write, "snapshots_write")?,
    ])
}
