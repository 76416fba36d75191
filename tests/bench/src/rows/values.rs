//! Values, read and written.

use std::time::Duration;

use fl_domain::Timestamp;

use crate::{
    Outcome, Settings,
    measure::paired,
    peer::{Peer, Shape},
    row::{Budget, Figure, Row},
    rows, sample,
};

const PEER: &str = "plain SQLite";

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let values = sample::values()?;
    let given = sample::given(&values);
    let folder = tempfile::tempdir()?;
    let mut store = rows::fill(folder.path(), &[])?;
    let mut peer = Peer::create(&folder.path().join("peer.sqlite"), Shape::Blocks, None, &[], &values)?;
    let row = |what: &str, (ours, other): (Duration, Duration)| Row {
        what: what.to_owned(),
        ours: Figure::Time(ours),
        peer: Some((PEER, Figure::Time(other))),
        budget: Budget::Ratio(1.15),
    };

    let read = paired(
        4_000,
        |round| {
            let (name, _) = given[round % given.len()];
            store.get(name)?.map(drop).ok_or_else(|| "no such value".into())
        },
        |round| peer.get(i64::try_from(round % given.len())? + 1).map(drop),
    )?;
    let numbered: Vec<_> = (1..).zip(&values).collect();
    let at =
        |round| Timestamp::from_second(i64::try_from(round)?).map_err(Box::<dyn std::error::Error>::from);
    let one = paired(
        400,
        |round| {
            let index = round % given.len();
            Ok(store.put_all(&given[index..=index], at(round)?)?)
        },
        |round| {
            let index = round % numbered.len();
            peer.put_all(&numbered[index..=index], at(round)?)
        },
    )?;
    let every = paired(
        400,
        |round| Ok(store.put_all(&given, at(round)?)?),
        |round| peer.put_all(&numbered, at(round)?),
    )?;
    Ok(vec![
        row("read a value", read),
        row("write a value, synced", one),
        row("write seven values, synced", every),
    ])
}
