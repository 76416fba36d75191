//! Memory and room on the disk with a large history.

use std::{fs, path::Path, process::Command};

use fl_domain::{account::Operation, shelf::ShelfFilter};

use crate::{
    Outcome, Settings,
    measure::size,
    peer::{Peer, Shape},
    row::{Budget, Figure, Row},
    rows::{self, windows::WINDOW},
    sample,
};

const LARGE: usize = 100_000;

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let (empty, large) = (tempfile::tempdir()?, tempfile::tempdir()?);
    drop(rows::fill(empty.path(), &[])?);
    let history = sample::history(size(LARGE));
    drop(rows::fill(large.path(), &history)?);
    let used = measured(large.path())?.saturating_sub(measured(empty.path())?);
    let size = fs::metadata(large.path().join("cache.sqlite"))?.len();
    let peer = |shape, name: &str| -> Outcome<u64> {
        let path = large.path().join(name);
        drop(Peer::create(&path, shape, None, &history, &[])?);
        Ok(fs::metadata(path)?.len())
    };
    let on_disk = |name, figure| Row {
        what: format!("{LARGE} operations on the disk"),
        ours: Figure::Bytes(size),
        peer: Some((name, Figure::Bytes(figure))),
        budget: Budget::None,
    };
    Ok(vec![
        Row {
            what: format!("store: most memory while using {LARGE}, over none"),
            ours: Figure::Bytes(used),
            peer: None,
            budget: Budget::AtMost(Figure::Bytes(64 << 20)),
        },
        on_disk("same blocks, plain SQLite", peer(Shape::Blocks, "blocks.sqlite")?),
        on_disk("an operation a row, plain", peer(Shape::Rows, "rows.sqlite")?),
    ])
}

/// In a process of its own: memory that was once used is not always given back.
fn measured(folder: &Path) -> Outcome<u64> {
    let output = Command::new(std::env::current_exe()?).arg("--probe-memory").arg(folder).output()?;
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// Uses a cache as a person would and returns the most memory this process has ever held, in bytes.
///
/// # Errors
/// Where the system does not tell, or the cache does not open.
pub fn probe(folder: &Path) -> Outcome<u64> {
    let mut store = rows::open(folder)?;
    store.get_all()?;
    store.shelf::<Operation>().facets()?;
    for window in 0..600 {
        store.shelf::<Operation>().window(&ShelfFilter::default(), window * u64::from(WINDOW), WINDOW)?;
    }
    for text in ["н", "на", "налог", "1", "земельный 2019"] {
        store.shelf::<Operation>().window(&ShelfFilter::of_text(text), 0, WINDOW)?;
    }
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak is told")?;
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kibibytes << 10)
}
