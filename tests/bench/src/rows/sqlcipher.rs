//! Beside `SQLCipher`, which runs in a program of its own, since one program holds one SQLite: it is told what to do and
//! answers how long that took, so that both still take turns.

use std::{
    cell::RefCell,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};

use fl_domain::{Timestamp, account::Operation, shelf::ShelfFilter};

use crate::{
    Outcome, Settings,
    measure::{self, paired_times, scattered, size, time},
    row::{Budget, Figure, Row},
    rows::{self, windows::WINDOW},
    sample,
};

/// The other program. Its protocol: a line of a word and numbers in, a line of nanoseconds out.
struct Other {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Other {
    fn start(program: &Path) -> Outcome<Self> {
        let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let orders = child.stdin.take().ok_or("no way to tell it")?;
        let answers = BufReader::new(child.stdout.take().ok_or("no way to hear it")?);
        Ok(Self { child, orders, answers })
    }

    fn order(&mut self, order: &str) -> Outcome<Duration> {
        writeln!(self.orders, "{order}")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        Ok(Duration::from_nanos(answer.trim().parse()?))
    }

    /// Its input ends, and so does it.
    fn finish(self) -> Outcome<()> {
        let Self { mut child, orders, .. } = self;
        drop(orders);
        if child.wait()?.success() { Ok(()) } else { Err("the other program failed".into()) }
    }
}

pub(super) fn rows(settings: &Settings) -> Outcome<Vec<Row>> {
    let Some(program) = &settings.sqlcipher else { return Ok(Vec::new()) };
    let other = RefCell::new(Other::start(program)?);
    let order = |order: String| other.borrow_mut().order(&order);
    let row = |what: &str, (ours, other): (Duration, Duration)| Row {
        what: what.to_owned(),
        ours: Figure::Time(ours),
        peer: Some(("SQLCipher", Figure::Time(other))),
        budget: Budget::Ratio(1.0),
    };
    let mut rows = Vec::new();
    for count in [10_000, 100_000].map(size) {
        let folder = tempfile::tempdir()?;
        let mut store = rows::fill(folder.path(), &sample::history(count))?;
        order(format!("make {count}"))?;
        let offset = |round| scattered(round, count - WINDOW as usize);
        let times = paired_times(
            4_000,
            |round| {
                time(|| {
                    Ok(store
                        .shelf::<Operation>()
                        .window(&ShelfFilter::default(), offset(round) as u64, WINDOW)
                        .map(drop)?)
                })
            },
            |round| order(format!("window {} {WINDOW}", offset(round))),
        )?;
        rows.push(row(&format!("window of {WINDOW} anywhere in {count}"), times));
    }
    rows.push(row("the same, each block for the first time", first_touches(&order)?));

    let values = sample::values()?;
    let folder = tempfile::tempdir()?;
    let mut store = rows::fill(folder.path(), &[])?;
    let read = paired_times(
        4_000,
        |round| {
            let name = values[round % values.len()].0;
            time(|| Ok(store.get(name).map(drop)?))
        },
        |round| order(format!("get {}", round % values.len() + 1)),
    )?;
    rows.push(row("read a value", read));
    let write = paired_times(
        400,
        |_| time(|| Ok(store.put_all(&sample::given(&values), Timestamp::UNIX_EPOCH)?)),
        |_| order("put".to_owned()),
    )?;
    rows.push(row("write seven values, synced", write));
    other.into_inner().finish()?;
    Ok(rows)
}

/// The first windows after a start, each from other blocks: nothing of it was open yet, on either side. Opening the file is not counted.
fn first_touches(order: &impl Fn(String) -> Outcome<Duration>) -> Outcome<(Duration, Duration)> {
    let count = size(10_000);
    let folder = tempfile::tempdir()?;
    drop(rows::fill(folder.path(), &sample::history(count))?);
    order(format!("make {count}"))?;
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..measure::rounds(10) {
        let mut store = rows::open(folder.path())?;
        store.shelf::<Operation>().state()?;
        order("reopen".to_owned())?;
        for offset in (0..count - WINDOW as usize).step_by(128) {
            times.0.push(time(|| {
                let window =
                    store.shelf::<Operation>().window(&ShelfFilter::default(), offset as u64, WINDOW);
                Ok(window.map(drop)?)
            })?);
            times.1.push(order(format!("window {offset} {WINDOW}"))?);
        }
    }
    Ok((measure::median(&mut times.0), measure::median(&mut times.1)))
}
