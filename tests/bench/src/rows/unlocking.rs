//! From the PIN to a full home through the engine, with 10,000 operations kept.

use std::{
    fs, io,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use fl_app::screen::{Block, Screen};
use fl_runtime::touch_of;
use fl_sandbox::SandboxConfig;

use crate::{
    Outcome, Settings,
    measure::{median, rounds, time},
    row::{Budget, Figure, Row},
    stage::{Device, Hands, PIN, Stage, Watch},
};

const ROUNDS: usize = 25;

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let stage = Stage::new(SandboxConfig::default())?;
    let device = Device::new()?;
    let engine = stage.open(&device)?;
    let card = stage.card("ops-10k")?;
    engine.sign_in(&card.inn, &card.password)?;
    engine.touches("keep-pin")?;
    engine.go("operations");
    let loading = time(|| engine.touches("load-all"))?;
    if !holds_all(&engine.screen(), 10_000) {
        return Err(format!("not all of it came:\n{}", engine.screen()).into());
    }
    drop(engine);

    let folder = device.account()?;
    let mut times = <[Vec<Duration>; 3]>::default();
    for round in 0..=rounds(ROUNDS) {
        let began = Instant::now();
        let engine = stage.open(&device)?;
        let starting = began.elapsed();
        engine.expect("unlock")?;
        engine.types("pin", PIN)?;
        let watch = Watch::on(&engine)?;
        let unlock = touch_of(&engine.screen(), "unlock").ok_or("nothing unlocks")?;
        let changes = changes_while(&folder, || {
            engine.touch(unlock.clone());
            engine.settle();
        })?;
        let home = watch.first(is_home)?;
        // An attempt is written down before a PIN is tried and taken back after it: the longest pause is the PIN's.
        let pauses = changes.windows(2).map(|pair| (pair[1].duration_since(pair[0]), pair[1]));
        let (pause, unwrapped) = pauses.max().ok_or("no attempt was written down")?;
        // The first in a process brings its pages into memory, and that is not what is asked.
        if round > 0 {
            for (list, time) in times.iter_mut().zip([starting, pause, home.duration_since(unwrapped)]) {
                list.push(time);
            }
        }
    }
    let [starting, pause, opening] = times.each_mut().map(|list| Figure::Time(median(list)));
    let row = |what: &str, ours| Row { what: what.to_owned(), ours, peer: None, budget: Budget::None };
    Ok(vec![
        row("engine: load 10000, 200 pages", Figure::Time(loading)),
        row("engine, 10000: start to the PIN's screen", starting),
        row("engine, 10000: the PIN's Argon2id", pause),
        Row {
            what: "engine, 10000: key unwrapped to a full home".to_owned(),
            ours: opening,
            peer: None,
            budget: Budget::AtMost(Figure::Time(Duration::from_millis(50))),
        },
    ])
}

/// When the folder changed while this was done, seen by a thread that does nothing but look.
pub(super) fn changes_while(folder: &Path, act: impl FnOnce()) -> Outcome<Vec<Instant>> {
    let done = AtomicBool::new(false);
    let watching = || -> io::Result<Vec<Instant>> {
        let (mut last, mut changes) = (fs::metadata(folder)?.modified()?, Vec::new());
        while !done.load(Ordering::Relaxed) {
            let now = fs::metadata(folder)?.modified()?;
            if now != last {
                changes.push(Instant::now());
                last = now;
            }
        }
        Ok(changes)
    };
    let changes = thread::scope(|scope| {
        let watcher = scope.spawn(watching);
        act();
        done.store(true, Ordering::Relaxed);
        watcher.join()
    });
    Ok(changes.map_err(|_| "the watcher failed")??)
}

/// With the figures of this person's account.
fn is_home(screen: &Screen) -> bool {
    const PARTS: [&str; 5] = ["status", "balance", "accrued", "accruals-0", "letters"];
    let has = |key: &str| screen.blocks.iter().map(Block::key).any(|k| k == key);
    screen.key() == "home" && PARTS.into_iter().all(has)
}

/// The list of operations says that all of them are here.
pub(super) fn holds_all(screen: &Screen, count: usize) -> bool {
    let title = screen.blocks.iter().find_map(|block| match block {
        Block::Section(section) if section.key == "list" => Some(&section.title),
        _ => None,
    });
    let told: String = title.into_iter().flat_map(|t| t.chars()).filter(char::is_ascii_digit).collect();
    let is_partial = screen.blocks.iter().any(|block| block.key() == "partial");
    screen.key() == "operations" && !is_partial && told == count.to_string()
}
