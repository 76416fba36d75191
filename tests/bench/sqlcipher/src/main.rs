//! Does in SQLCipher what the table measures of the store, and prints the median times as JSON, in nanoseconds.

#[path = "../../src/measure.rs"]
#[allow(dead_code)]
mod measure;
#[path = "../../src/peer.rs"]
#[allow(dead_code)]
mod peer;
#[path = "../../src/sample.rs"]
mod sample;

use std::{error::Error, path::Path, time::Duration};

use fl_domain::Timestamp;
use measure::{median, scattered, time};
use peer::{Peer, Shape};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A raw key, as the store's is: no time goes into deriving one from a passphrase.
const KEY: &str = "x'2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a'";
const WINDOW: usize = 50;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let small = windows(&folder.path().join("small"), 10_000)?;
    let large = windows(&folder.path().join("large"), 100_000)?;
    let (read, write) = snapshots(&folder.path().join("snapshots"))?;
    println!(
        "{{\"window_10000\":{},\"window_100000\":{},\"snapshot_read\":{},\"snapshots_write\":{}}}",
        small.as_nanos(),
        large.as_nanos(),
        read.as_nanos(),
        write.as_nanos()
    );
    Ok(())
}

fn windows(path: &Path, count: usize) -> Outcome<Duration> {
    let peer = Peer::create(path, Shape::Rows, Some(KEY), &sample::history(count), &[])?;
    rounds(4_000, |round| peer.window(scattered(round, count - WINDOW), WINDOW).map(drop))
}

fn snapshots(path: &Path) -> Outcome<(Duration, Duration)> {
    let readings = sample::readings();
    let mut peer = Peer::create(path, Shape::Rows, Some(KEY), &[], &readings)?;
    let read = rounds(4_000, |round| peer.get(i64::try_from(round % 7)? + 1).map(drop))?;
    let numbered: Vec<_> = (1..).zip(&readings).collect();
    let write = rounds(400, |_| peer.put_all(&numbered, Timestamp::UNIX_EPOCH))?;
    Ok((read, write))
}

fn rounds(count: usize, mut call: impl FnMut(usize) -> Outcome<()>) -> Outcome<Duration> {
    let mut times = Vec::with_capacity(count);
    for round in 0..count + count / 10 {
        let taken = time(|| call(round))?;
        if round >= count / 10 {
            times.push(taken);
        }
    }
    Ok(median(&mut times))
}
