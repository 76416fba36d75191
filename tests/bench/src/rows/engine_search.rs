//! Search in a large history as a person meets it: from a keystroke to the screen.

use std::time::Duration;

use fl_sandbox::SandboxConfig;

use crate::{
    Outcome, Settings,
    measure::{is_once, time},
    row::{Budget, Figure, Row},
    rows::{search::keystrokes, unlocking::holds_all},
    stage::{Device, Hands, Stage},
};

/// Words in every row, rarer ones, dates, amounts, several at once.
const TYPED: [&str; 8] = [
    "начислено за 2024",
    "земельный 2025",
    "налог на имущество",
    "уплата 01.12.2025",
    "1 234,56",
    "2 1 0",
    "пени",
    "нет такого нигде",
];

/// The person with the longest history, and its length.
pub(super) fn large() -> (&'static str, usize) {
    if is_once() { ("ops-10k", 10_000) } else { ("ops-100k", 100_000) }
}

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let stage = Stage::new(SandboxConfig::default())?;
    let device = Device::new()?;
    let engine = stage.open(&device)?;
    let (key, count) = large();
    let card = stage.card(key)?;
    engine.sign_in(&card.inn, &card.password)?;
    engine.touches("keep-pin")?;
    engine.go("operations");
    let loading = time(|| engine.touches("load-all"))?;
    if !holds_all(&engine.screen(), count) {
        return Err(format!("not all of it came:\n{}", engine.screen()).into());
    }
    let search = |text: &str| {
        engine.types("search", text)?;
        engine.expect("operations")
    };
    let first = time(|| search("н"))?;
    let (median, slowest, typed) = keystrokes(&TYPED, search)?;
    let budget = Budget::AtMost(Figure::Time(Duration::from_millis(5)));
    let row = |what: String, time, budget| Row { what, ours: Figure::Time(time), peer: None, budget };
    Ok(vec![
        row("engine: load 100000, 2000 pages".to_owned(), loading, Budget::None),
        row("engine, 100000: the first letter to the screen".to_owned(), first, Budget::None),
        row("engine, 100000: a keystroke to the screen".to_owned(), median, budget),
        row(format!("engine, 100000: the slowest, \"{typed}\""), slowest, budget),
    ])
}
