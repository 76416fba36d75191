use std::collections::HashMap;

use proptest::prelude::*;

use super::{REMEMBERED, Touches};
use crate::kit::{
    screen::{Appearance, Icon, PageKey, Row, Screen},
    texts::{Language, TextSize},
    touch::{Intent, Touch},
};

/// Stands for whatever can be done.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Do(u16);

impl Intent for Do {
    fn name(&self) -> &'static str {
        "do"
    }
}

/// A page that lies at this path, with a row for each of these things to do.
fn screen(path: &[&str], rows: impl IntoIterator<Item = u16>) -> Screen {
    let row = |(nth, what)| Row::new(format!("row-{nth}"), Icon::Key, "row").touch(Do(what)).into();
    Screen {
        path: path.iter().map(|key| (*key).to_owned()).collect(),
        title: "title".to_owned(),
        back: None,
        refresh: None,
        busy: false,
        tabs: Vec::new(),
        notice: None,
        blocks: rows.into_iter().enumerate().map(row).collect(),
        appearance: Appearance { language: Language::En, high_contrast: false, text_size: TextSize::Normal },
    }
}

fn numbers(screen: &Screen) -> Vec<u64> {
    let mut numbers = Vec::new();
    screen.clone().for_each_touch(|_, _, touch| numbers.push(touch.number()));
    numbers
}

fn meant(touches: &Touches, number: u64) -> Option<u16> {
    touches.meant(&Touch::numbered(number)).and_then(|meant| meant.get::<Do>().map(|what| what.0))
}

#[test]
fn a_number_is_never_given_twice() {
    let mut touches = Touches::default();
    let mut given = Vec::new();
    for epoch in 0..3 {
        for what in 0..20 {
            given.extend(numbers(&touches.number(screen(&["home"], [what]), epoch)));
            given.extend(numbers(&touches.number(screen(&["home", "page"], [what]), epoch)));
        }
        touches.clear();
    }
    let all = given.len();
    given.sort_unstable();
    given.dedup();
    assert_eq!((given.len(), given.contains(&0)), (all, false));
}

#[test]
fn a_big_screen_that_means_the_same_is_equal_and_costs_nothing() {
    let mut touches = Touches::default();
    let big = || screen(&["operations"], 0..500);
    let first = touches.number(big(), 1);
    for _ in 0..20 {
        assert!(touches.number(big(), 1) == first, "the same screen, another number");
    }
    assert_eq!((touches.known.len(), touches.places.len(), touches.last), (500, 500, 500));
    // One row more on top of all: those whose block means the same by its key keep their number.
    let grown = touches.number(screen(&["operations"], (0..500).chain([900])), 1);
    assert_eq!(numbers(&grown)[..500], numbers(&first)[..]);
}

#[test]
fn a_touch_is_forgotten_after_eight_screens_and_the_page_below_is_not() {
    let mut touches = Touches::default();
    let below = numbers(&touches.number(screen(&["list"], [1]), 1))[0];
    let old = numbers(&touches.number(screen(&["list", "page"], [2]), 1))[0];
    for shown in 1..REMEMBERED {
        touches.number(screen(&["list", "page"], [100]), 1);
        assert_eq!(meant(&touches, old), Some(2), "after {shown} more");
    }
    for _ in 0..50 {
        touches.number(screen(&["list", "page"], [100]), 1);
        assert_eq!(meant(&touches, old), None);
        assert_eq!(meant(&touches, below), Some(1), "a shell shows it beside the other");
    }
    // The page is gone, and so is what it meant; what lies below is there again.
    touches.number(screen(&["list"], [1]), 1);
    assert_eq!((touches.known.len(), touches.screens.len()), (1, 1));
    assert_eq!(meant(&touches, below), Some(1));
}

#[test]
fn nothing_is_kept_once_another_account_is_open() {
    let mut touches = Touches::default();
    let mut before = numbers(&touches.number(screen(&["home"], 0..10), 1));
    before.extend(numbers(&touches.number(screen(&["home", "page"], 0..10), 1)));
    let after = numbers(&touches.number(screen(&["home", "page"], 0..10), 2));
    assert!(before.iter().all(|number| meant(&touches, *number).is_none() && !after.contains(number)));
    assert_eq!((touches.known.len(), touches.screens.len(), touches.places.len()), (10, 1, 10));
}

#[test]
fn a_number_that_was_never_given_means_nothing() {
    let mut touches = Touches::default();
    touches.number(screen(&["home"], [1]), 1);
    for number in [0, 2, 1_000, u64::MAX] {
        assert_eq!(meant(&touches, number), None);
    }
}

/// What is shown next.
#[derive(Clone, Debug)]
enum Shown {
    Page { path: Vec<&'static str>, rows: Vec<u16> },
    AnotherAccount,
    Cleared,
}

fn shown() -> impl Strategy<Value = Shown> {
    let path = prop::sample::select(vec![
        vec!["home"],
        vec!["home", "page"],
        vec!["home", "page", "deeper"],
        vec!["settings"],
        vec!["settings", "page"],
    ]);
    let page = (path, prop::collection::vec(0..6_u16, 0..6));
    prop_oneof![
        16 => page.prop_map(|(path, rows)| Shown::Page { path, rows }),
        1 => Just(Shown::AnotherAccount),
        1 => Just(Shown::Cleared),
    ]
}

proptest! {
    /// Whatever is shown in whatever order: what a shell hands back means what it meant where it was given, or nothing.
    #[test]
    fn a_number_means_what_it_meant_or_nothing(history in prop::collection::vec(shown(), 1..60)) {
        let mut touches = Touches::default();
        let mut epoch = 0;
        let mut given: HashMap<u64, (u16, Vec<PageKey>, u64)> = HashMap::new();
        for shown in history {
            let (path, rows) = match shown {
                Shown::Page { path, rows } => (path, rows),
                Shown::AnotherAccount => {
                    epoch += 1;
                    (vec!["home"], vec![0, 1])
                }
                Shown::Cleared => {
                    touches.clear();
                    (vec!["home"], Vec::new())
                }
            };
            let drawn = touches.number(screen(&path, rows.iter().copied()), epoch);
            for (number, what) in numbers(&drawn).into_iter().zip(rows) {
                prop_assert_eq!(meant(&touches, number), Some(what), "what is seen can be touched");
                let now = (what, drawn.path.clone(), epoch);
                let before = given.insert(number, now.clone());
                prop_assert!(before.is_none_or(|before| before == now), "{} was given twice", number);
            }
            for (number, (what, path, of)) in &given {
                if let Some(found) = touches.meant(&Touch::numbered(*number)) {
                    prop_assert!(found.get::<Do>() == Some(&Do(*what)));
                    prop_assert_eq!((&found.path, found.epoch), (path, *of));
                    prop_assert_eq!(*of, epoch, "of an account that is gone");
                    prop_assert!(drawn.path.starts_with(path), "of a page that is gone");
                }
            }
        }
    }
}
