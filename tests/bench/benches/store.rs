//! The store's calls beside plain SQLite, for looking closely at one of them: `cargo bench -p fl-bench -- window`.
//! The budgets are kept by the table (`tests/bench/run`), which measures both in turns.

use std::{hint::black_box, path::Path};

use criterion::{Criterion, criterion_group, criterion_main};
use fl_bench::{
    Outcome,
    measure::scattered,
    peer::{Peer, Shape},
    sample,
};
use fl_domain::{Timestamp, account::Operation, shelf::ShelfFilter};
use fl_store::{DataKey, Store};

const COUNT: usize = 10_000;
const WINDOW: u32 = 50;

fn open(folder: &Path) -> Outcome<Store> {
    Ok(Store::open(folder, &DataKey::from_bytes([42; 32]))?.store)
}

fn filled(folder: &Path, count: usize) -> Outcome<Store> {
    let mut store = open(folder)?;
    store.put_all(&sample::given(&sample::values()?), Timestamp::UNIX_EPOCH)?;
    store.shelf().replace(&sample::history(count), true, Timestamp::UNIX_EPOCH)?;
    Ok(store)
}

fn peer(folder: &Path, shape: Shape) -> Outcome<Peer> {
    Peer::create(&folder.join("peer.sqlite"), shape, None, &sample::history(COUNT), &sample::values()?)
}

fn windows(criterion: &mut Criterion) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let mut store = filled(folder.path(), COUNT)?;
    let mut group = criterion.benchmark_group("window");
    let mut offsets = (0..).map(|round| scattered(round, COUNT - WINDOW as usize));
    group.bench_function("store", |bencher| {
        bencher.iter(|| {
            let offset = offsets.next().unwrap_or_default();
            black_box(store.shelf::<Operation>().window(&ShelfFilter::default(), offset as u64, WINDOW).ok())
        });
    });
    for (name, shape) in [("plain blocks", Shape::Blocks), ("plain rows", Shape::Rows)] {
        let folder = tempfile::tempdir()?;
        let peer = peer(folder.path(), shape)?;
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let offset = offsets.next().unwrap_or_default();
                black_box(peer.window(offset, WINDOW as usize).ok())
            });
        });
    }
    group.finish();
    Ok(())
}

fn values(criterion: &mut Criterion) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let mut store = filled(folder.path(), 0)?;
    let mut peer = peer(folder.path(), Shape::Blocks)?;
    let values = sample::values()?;
    let given = sample::given(&values);
    let numbered: Vec<_> = (1..).zip(&values).collect();
    let mut group = criterion.benchmark_group("value read");
    group.bench_function("store", |bencher| {
        bencher.iter(|| black_box(store.get("accruals").ok()));
    });
    group.bench_function("plain", |bencher| bencher.iter(|| black_box(peer.get(3).ok())));
    group.finish();
    let mut group = criterion.benchmark_group("value write");
    let at = Timestamp::UNIX_EPOCH;
    group.bench_function("store", |bencher| bencher.iter(|| black_box(store.put_all(&given[2..3], at).ok())));
    group.bench_function("plain", |bencher| {
        bencher.iter(|| black_box(peer.put_all(&numbered[2..3], at).ok()));
    });
    group.finish();
    Ok(())
}

fn opening(criterion: &mut Criterion) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    drop(filled(folder.path(), COUNT)?);
    let path = folder.path().join("peer.sqlite");
    drop(peer(folder.path(), Shape::Blocks)?);
    let mut group = criterion.benchmark_group("open");
    group.bench_function("store", |bencher| {
        bencher.iter(|| {
            let mut store = open(folder.path())?;
            store.get_all()?;
            Outcome::Ok(store.shelf::<Operation>().window(&ShelfFilter::default(), 0, WINDOW)?)
        });
    });
    group.bench_function("plain", |bencher| {
        bencher.iter(|| Peer::open(&path, Shape::Blocks, None)?.window(0, WINDOW as usize));
    });
    group.finish();
    Ok(())
}

fn search(criterion: &mut Criterion) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let mut store = filled(folder.path(), 100_000)?;
    let mut group = criterion.benchmark_group("search");
    for (name, before, typed) in [
        ("a common word", "нало", "налог"),
        ("a rare amount", "1 234,5", "1 234,56"),
        ("letters in every row", "2 1", "2 1 0"),
    ] {
        let filter = |text: &str| ShelfFilter::of_text(text);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                // Typed and taken back: two keystrokes.
                black_box(store.shelf::<Operation>().window(&filter(before), 0, WINDOW).ok());
                black_box(store.shelf::<Operation>().window(&filter(typed), 0, WINDOW).ok())
            });
        });
    }
    group.finish();
    Ok(())
}

fn all(criterion: &mut Criterion) {
    let outcome = [windows, values, opening, search].into_iter().try_for_each(|measure| measure(criterion));
    if let Err(error) = outcome {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
