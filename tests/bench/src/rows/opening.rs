//! From a closed file to what the first screen needs.

use std::time::Duration;

use fl_domain::{account::Operation, shelf::ShelfFilter};

use crate::{
    Outcome, Settings,
    measure::{paired, size},
    peer::{Peer, Shape},
    row::{Budget, Figure, Row},
    rows::{self, windows::WINDOW},
    sample,
};

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let history = sample::history(size(10_000));
    let values = sample::values()?;
    let folder = tempfile::tempdir()?;
    drop(rows::fill(folder.path(), &history)?);
    let path = folder.path().join("peer.sqlite");
    drop(Peer::create(&path, Shape::Blocks, None, &history, &values)?);
    let (ours, other) = paired(
        100,
        |_| {
            let mut store = rows::open(folder.path())?;
            let window = store.shelf::<Operation>().window(&ShelfFilter::default(), 0, WINDOW)?;
            if (window.rows.len(), store.get_all()?.len()) == (WINDOW as usize, values.len()) {
                store.shelf::<Operation>().facets()?;
                Ok(())
            } else {
                Err("not all of it".into())
            }
        },
        |_| {
            let peer = Peer::open(&path, Shape::Blocks, None)?;
            peer.window(0, WINDOW as usize)?;
            (1..=7).try_for_each(|kind| peer.get(kind).map(drop))
        },
    )?;
    Ok(vec![Row {
        what: "open 10000: values, a window, facets, close".to_owned(),
        ours: Figure::Time(ours),
        peer: Some(("plain SQLite", Figure::Time(other))),
        budget: Budget::AtMost(Figure::Time(Duration::from_millis(50))),
    }])
}
