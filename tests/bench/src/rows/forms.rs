//! Forms: a keystroke to the screen and to the disk, and an account with many drafts.

use std::time::Duration;

use fl_app::screen::{Block, Screen};
use fl_runtime::touch_of;
use fl_sandbox::SandboxConfig;

use crate::{
    Outcome, Settings,
    measure::{median, paired, rounds, size},
    row::{Budget, Figure, Row},
    rows::unlocking::changes_while,
    stage::{Device, Hands, PIN, Stage, Watch},
};

/// Each has as much in it as a person writes in an evening. In characters.
const STORY: usize = 2_000;
/// Payments in the form that is typed into.
const PAYMENTS: usize = 10;

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let stage = Stage::new(SandboxConfig::default())?;
    let device = Device::new()?;
    let engine = stage.open(&device)?;
    let card = stage.card("debt")?;
    engine.sign_in(&card.inn, &card.password)?;
    engine.touches("keep-pin")?;
    let drafts = size(200);
    let story = "Заплатил дважды. ".chars().cycle().take(STORY).collect::<String>();
    for number in 0..drafts {
        engine.go(&format!("pattern?thing-{number}"));
        engine.types("subject", &format!("Draft {number}"))?;
        engine.types("story", &story)?;
        engine.back();
        engine.settle();
    }
    engine.go("pattern?thing-0");
    engine.touches("wish/refund")?;
    for _ in 0..2 {
        engine.touches("next")?;
        engine.touches("next-all-the-same")?;
    }
    for _ in 0..PAYMENTS {
        engine.touches("payment.add")?;
    }
    let (mut right, mut wrong) = ("1".to_owned(), "a".to_owned());
    let (ours, other) = paired(
        300,
        |round| {
            grow(&mut right, round);
            engine.types("payment.1.amount", &right)
        },
        |round| {
            grow(&mut wrong, round);
            engine.types("payment.2.amount", &wrong)
        },
    )?;
    drop(engine);

    let folder = device.account()?;
    let mut times = Vec::new();
    for round in 0..=rounds(25) {
        let engine = stage.open(&device)?;
        engine.types("pin", PIN)?;
        let watch = Watch::on(&engine)?;
        let unlock = touch_of(&engine.screen(), "unlock").ok_or("nothing unlocks")?;
        let changes = changes_while(&folder, || {
            engine.touch(unlock.clone());
            engine.settle();
        })?;
        let shown = watch.first(|screen| has_drafts(screen, drafts))?;
        // An attempt is written down before a PIN is tried and taken back after it: the longest pause is the PIN's.
        let pauses = changes.windows(2).map(|pair| (pair[1].duration_since(pair[0]), pair[1]));
        let (_, unwrapped) = pauses.max().ok_or("no attempt was written down")?;
        // The first in a process brings its pages into memory, and that is not what is asked.
        if round > 0 {
            times.push(shown.duration_since(unwrapped));
        }
    }
    let at_most = |milliseconds| Budget::AtMost(Figure::Time(Duration::from_millis(milliseconds)));
    Ok(vec![
        Row {
            what: "engine: a keystroke in a form, to the screen and to the disk".to_owned(),
            ours: Figure::Time(ours),
            peer: Some(("one that is wrong", Figure::Time(other))),
            budget: at_most(1),
        },
        Row {
            what: format!("engine, {drafts} drafts: key unwrapped to a home that counts them"),
            ours: Figure::Time(median(&mut times)),
            peer: None,
            budget: at_most(50),
        },
    ])
}

/// One more letter, or one anew.
fn grow(text: &mut String, round: usize) {
    if text.len() > 7 {
        text.truncate(1);
    } else {
        text.push(char::from_digit(u32::try_from(round % 10).unwrap_or(0), 10).unwrap_or('0'));
    }
}

/// Home, with the row that says how many forms were begun.
fn has_drafts(screen: &Screen, count: usize) -> bool {
    let detail = screen.blocks.iter().find_map(|block| match block {
        Block::Row(row) if row.key == "drafts" => row.detail.as_deref(),
        _ => None,
    });
    screen.key() == "home" && detail.is_some_and(|detail| detail.contains(&count.to_string()))
}
