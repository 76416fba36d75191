//! Search over a large history, keystroke by keystroke.

use std::{collections::BTreeMap, time::Duration};

use fl_domain::{account::Operation, shelf::ShelfFilter};
use fl_store::Store;

use crate::{
    Outcome, Settings,
    measure::{self, time},
    row::{Budget, Figure, Row},
    rows::{self, windows::WINDOW},
    sample,
};

/// What people type, letter by letter: words in every row, rare ones, dates, amounts and several at once.
const TYPED: [&str; 8] = [
    "начислено по расчёту",
    "земельный 2019",
    "уведомление 10012",
    "01.12.2025",
    "1 234,56",
    "2 1 0",
    "№ 99999",
    "нет такого нигде",
];

const ROUNDS: usize = 15;

pub(super) fn rows(_: &Settings) -> Outcome<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let mut store = rows::fill(folder.path(), &sample::history(measure::size(100_000)))?;
    let mut first = Vec::new();
    for _ in 0..5 {
        store.shelf::<Operation>().forget_index();
        first.push(time(|| search(&mut store, "н"))?);
    }
    let (median, slowest, typed) = keystrokes(&TYPED, |text| search(&mut store, text))?;
    let budget = Budget::AtMost(Figure::Time(Duration::from_millis(5)));
    let row = |what: String, time, budget| Row { what, ours: Figure::Time(time), peer: None, budget };
    Ok(vec![
        row("search 100000: the first letter".to_owned(), measure::median(&mut first), Budget::None),
        row("search 100000: a keystroke".to_owned(), median, budget),
        row(format!("search 100000: the slowest, \"{typed}\""), slowest, budget),
    ])
}

/// The median of all keystrokes, and the slowest one with what stood in the field after it.
pub(super) fn keystrokes<'a>(
    texts: &[&'a str],
    mut search: impl FnMut(&str) -> Outcome<()>,
) -> Outcome<(Duration, Duration, &'a str)> {
    // Every text is typed from its first letter, again and again: what disturbs a moment does not fall on one keystroke.
    let mut keystrokes = BTreeMap::<&'a str, Vec<Duration>>::new();
    for _ in 0..measure::rounds(ROUNDS) {
        for &text in texts {
            // Nothing is found, so nothing helps the next.
            search("\u{1f600}")?;
            let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
            for typed in ends.map(|end| &text[..end]) {
                keystrokes.entry(typed).or_default().push(time(|| search(typed))?);
            }
        }
    }
    let mut medians: Vec<_> =
        keystrokes.into_iter().map(|(typed, mut times)| (measure::median(&mut times), typed)).collect();
    medians.sort();
    let (slowest, typed) = *medians.last().ok_or("nothing was typed")?;
    let mut every: Vec<_> = medians.iter().map(|(time, _)| *time).collect();
    Ok((measure::median(&mut every), slowest, typed))
}

fn search(store: &mut Store, text: &str) -> Outcome<()> {
    let filter = ShelfFilter::of_text(text);
    store.shelf::<Operation>().window(&filter, 0, WINDOW)?;
    Ok(())
}
