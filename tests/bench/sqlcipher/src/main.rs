//! Does in SQLCipher what the table measures of the store. It is told what, a line at a time, and answers with the
//! nanoseconds that took.
//!
//! `make N` a history of N operations and all values · `reopen` it · `window OFFSET LIMIT` · `get NUMBER` · `put` all values.

#[path = "../../src/measure.rs"]
#[allow(dead_code)]
mod measure;
#[path = "../../src/peer.rs"]
#[allow(dead_code)]
mod peer;
#[allow(dead_code)]
#[path = "../../src/sample.rs"]
mod sample;

use std::{
    error::Error,
    io::{self, BufRead, Write},
};

use fl_domain::Timestamp;
use measure::time;
use peer::{Peer, Shape};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A raw key, as the store's is: no time goes into deriving one from a passphrase.
const KEY: &str = "x'2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a'";

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let values = sample::values()?;
    let numbered: Vec<_> = (1..).zip(&values).collect();
    let mut peer: Option<Peer> = None;
    let (mut made, mut number) = (None, 0);
    for line in io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split(' ').collect();
        let taken = match (&*words, &mut peer) {
            (["make", count], peer) => time(|| {
                number += 1;
                let path = folder.path().join(format!("{number}.sqlite"));
                made = Some(path.clone());
                *peer = Some(Peer::create(
                    &path,
                    Shape::Rows,
                    Some(KEY),
                    &sample::history(count.parse()?),
                    &values,
                )?);
                Ok(())
            })?,
            (["reopen"], peer) => time(|| {
                *peer = None;
                let path = made.as_ref().ok_or("nothing was made")?;
                *peer = Some(Peer::open(path, Shape::Rows, Some(KEY))?);
                Ok(())
            })?,
            (["window", offset, limit], Some(peer)) => {
                let (offset, limit) = (offset.parse()?, limit.parse()?);
                time(|| peer.window(offset, limit).map(drop))?
            }
            (["get", kind], Some(peer)) => {
                let kind = kind.parse()?;
                time(|| peer.get(kind).map(drop))?
            }
            (["put"], Some(peer)) => time(|| peer.put_all(&numbered, Timestamp::UNIX_EPOCH))?,
            _ => return Err(format!("not understood: {line}").into()),
        };
        println!("{}", taken.as_nanos());
        io::stdout().flush()?;
    }
    Ok(())
}
