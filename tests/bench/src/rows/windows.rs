//! Windows of the history.

use fl_domain::{account::Operation, shelf::ShelfFilter};
use fl_store::Store;

use crate::{
    Outcome, Settings,
    measure::{self, paired, scattered},
    peer::{Peer, Shape},
    row::{Budget, Figure, Row},
    rows, sample,
};

/// Rows a window: more than a screen.
pub(super) const WINDOW: u32 = 50;

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let small = sample::history(measure::size(10_000));
    let large = sample::history(measure::size(100_000));
    Ok(vec![
        scrolled(&small, Shape::Blocks, "same blocks, plain SQLite", Budget::Ratio(1.15))?,
        scrolled(&small, Shape::Rows, "an operation a row, plain", Budget::Ratio(1.15))?,
        first_reads(&small, Shape::Blocks, "same blocks, plain SQLite")?,
        first_reads(&small, Shape::Rows, "an operation a row, plain")?,
        jumps(&large, Shape::Rows, "an operation a row, plain")?,
    ])
}

/// Windows anywhere in a history that fits the caches of both.
fn scrolled(history: &[Operation], shape: Shape, peer: &'static str, budget: Budget) -> Outcome<Row> {
    let what = format!("window of {WINDOW} anywhere in {}", history.len());
    compare(history, shape, what, peer, budget)
}

/// Windows anywhere in a history that fits neither's caches.
fn jumps(history: &[Operation], shape: Shape, peer: &'static str) -> Outcome<Row> {
    let what = format!("window of {WINDOW} anywhere in {}", history.len());
    compare(history, shape, what, peer, Budget::None)
}

fn compare(
    history: &[Operation],
    shape: Shape,
    what: String,
    name: &'static str,
    budget: Budget,
) -> Outcome<Row> {
    let folder = tempfile::tempdir()?;
    let mut store = rows::fill(folder.path(), history)?;
    let peer = Peer::create(&folder.path().join("peer.sqlite"), shape, None, history, &[])?;
    let offset = |round| scattered(round, history.len() - WINDOW as usize);
    let (ours, other) = paired(
        4_000,
        |round| {
            let rows = read(&mut store, offset(round))?;
            if rows == WINDOW as usize { Ok(()) } else { Err("a short window".into()) }
        },
        |round| {
            let rows = peer.window(offset(round), WINDOW as usize)?;
            if rows.len() == WINDOW as usize { Ok(()) } else { Err("a short window".into()) }
        },
    )?;
    Ok(Row { what, ours: Figure::Time(ours), peer: Some((name, Figure::Time(other))), budget })
}

/// The first windows after a start, each from other blocks: nothing is open yet. Opening the file is not counted.
fn first_reads(history: &[Operation], shape: Shape, name: &'static str) -> Outcome<Row> {
    let folder = tempfile::tempdir()?;
    drop(rows::fill(folder.path(), history)?);
    let path = folder.path().join("peer.sqlite");
    drop(Peer::create(&path, shape, None, history, &[])?);
    let windows = history.len() / 128;
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..measure::rounds(10) {
        let mut store = rows::open(folder.path())?;
        store.shelf::<Operation>().state()?;
        let peer = Peer::open(&path, shape, None)?;
        let (ours, other) = paired_once(windows, &mut store, &peer)?;
        times.0.push(ours);
        times.1.push(other);
    }
    Ok(Row {
        what: "the same, each block for the first time".to_owned(),
        ours: Figure::Time(measure::median(&mut times.0)),
        peer: Some((name, Figure::Time(measure::median(&mut times.1)))),
        budget: Budget::None,
    })
}

fn paired_once(
    windows: usize,
    store: &mut Store,
    peer: &Peer,
) -> Outcome<(std::time::Duration, std::time::Duration)> {
    let mut times = (Vec::new(), Vec::new());
    for window in 0..windows {
        let offset = window * 128;
        times.0.push(measure::time(|| read(store, offset).map(drop))?);
        times.1.push(measure::time(|| peer.window(offset, WINDOW as usize).map(drop))?);
    }
    Ok((measure::median(&mut times.0), measure::median(&mut times.1)))
}

fn read(store: &mut Store, offset: usize) -> Outcome<usize> {
    Ok(store.shelf::<Operation>().window(&ShelfFilter::default(), offset as u64, WINDOW)?.rows.len())
}
