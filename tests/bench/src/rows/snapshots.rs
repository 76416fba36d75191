//! Snapshots, read and written.

use std::time::Duration;

use fl_domain::Timestamp;
use fl_store::SnapshotKind;

use crate::{
    Outcome, Settings,
    measure::paired,
    peer::{Peer, Shape},
    row::{Budget, Figure, Row},
    rows, sample,
};

const PEER: &str = "plain SQLite";

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let readings = sample::readings();
    let folder = tempfile::tempdir()?;
    let mut store = rows::fill(folder.path(), &[])?;
    let mut peer = Peer::create(&folder.path().join("peer.sqlite"), Shape::Blocks, None, &[], &readings)?;
    let row = |what: &str, (ours, other): (Duration, Duration)| Row {
        what: what.to_owned(),
        ours: Figure::Time(ours),
        peer: Some((PEER, Figure::Time(other))),
        budget: Budget::Ratio(1.15),
    };

    let read = paired(
        4_000,
        |round| {
            let kind = SnapshotKind::ALL[round % SnapshotKind::ALL.len()];
            store.get(kind)?.map(drop).ok_or_else(|| "no such snapshot".into())
        },
        |round| peer.get(i64::try_from(round % SnapshotKind::ALL.len())? + 1).map(drop),
    )?;
    let numbered: Vec<_> = (1..).zip(&readings).collect();
    let at =
        |round| Timestamp::from_second(i64::try_from(round)?).map_err(Box::<dyn std::error::Error>::from);
    let one = paired(
        400,
        |round| Ok(store.put(&readings[round % readings.len()], at(round)?)?),
        |round| {
            let index = round % numbered.len();
            peer.put_all(&numbered[index..=index], at(round)?)
        },
    )?;
    let every = paired(
        400,
        |round| Ok(store.put_all(&readings, at(round)?)?),
        |round| peer.put_all(&numbered, at(round)?),
    )?;
    Ok(vec![
        row("read a snapshot", read),
        row("write a snapshot, synced", one),
        row("write all seven, synced", every),
    ])
}
