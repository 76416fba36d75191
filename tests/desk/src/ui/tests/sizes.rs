use fl_app::{
    screen::FieldKind,
    texts::{Language, TextSize},
};
use ratatui::style::{Color, Modifier};

use super::{
    drawn,
    sample::{checklist, every_block, field, home_screen, revealed, screen},
};
use crate::ui::text::width;

const BOTH: [(u16, u16); 2] = [(80, 24), (200, 60)];

#[test]
fn every_block_draws_its_words() {
    for size in BOTH {
        for colour in [true, false] {
            for block in every_block() {
                let label = format!("Label of {}", block.key());
                let drawn = drawn(screen("home", "x", vec![block]), size, colour);
                assert!(drawn.text().contains(&label), "{size:?} {label}\n{}", drawn.text());
            }
        }
    }
}

#[test]
fn home_in_both_languages_and_sizes() {
    for language in [Language::Ru, Language::En] {
        for (columns, rows) in BOTH {
            let drawn = drawn(home_screen(language), (columns, rows), true);
            insta::assert_snapshot!(format!("home_{language:?}_{columns}"), drawn.text());
        }
    }
}

#[test]
fn without_colour_nothing_has_one_and_the_keyboards_place_is_seen() {
    let mut home = home_screen(Language::En);
    for high_contrast in [true, false] {
        home.appearance.high_contrast = high_contrast;
        let mut drawn = drawn(home.clone(), (80, 24), false);
        drawn.desk.focus_on("arrears-0");
        drawn.draw();
        let buffer = drawn.buffer();
        assert!(buffer.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
        assert!(buffer.content().iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)));
        assert!(drawn.text().contains('▸'));
        // The tone is told by marks.
        assert!(drawn.text().contains("✗ Debt") && drawn.text().contains("✗ ₽3,400.00"), "{}", drawn.text());
        let is_dim = |m: Modifier| m.contains(Modifier::DIM);
        let dim = drawn.buffer().content().iter().any(|cell| is_dim(cell.modifier));
        assert_eq!(dim, !high_contrast);
    }
}

#[test]
fn larger_texts_get_more_room() {
    let rows = |size| {
        let mut home = home_screen(Language::En);
        home.appearance.text_size = size;
        drawn(home, (80, 200), true).desk.drawn.page.columns[0].lines.len()
    };
    assert!(rows(TextSize::Normal) < rows(TextSize::Large));
    assert!(rows(TextSize::Large) < rows(TextSize::Largest));
}

#[test]
fn amounts_stand_in_one_column() {
    let drawn = drawn(home_screen(Language::Ru), (80, 60), true);
    let ends: Vec<_> = drawn
        .text()
        .lines()
        .filter(|line| line.contains("₽") && !line.contains("Долг"))
        .map(|line| width(&line[..line.rfind('₽').unwrap()]))
        .collect();
    assert_eq!(ends.len(), 6, "{}", drawn.text());
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{ends:?}\n{}", drawn.text());
}

#[test]
fn no_size_makes_it_panic() {
    for size in [(1, 1), (2, 3), (20, 5), (5, 60), (200, 1), (79, 24), (150, 7)] {
        for blocks in [every_block(), home_screen(Language::Ru).blocks] {
            let mut home = home_screen(Language::En);
            home.blocks = blocks;
            let mut drawn = drawn(home, (80, 24), true);
            drawn.terminal.backend_mut().resize(size.0, size.1);
            for _ in 0..2 {
                drawn.draw();
            }
            drawn.desk.scroll_by(isize::MAX);
            drawn.draw();
        }
    }
}

#[test]
fn wide_and_joined_letters_keep_the_columns() {
    let mut home = home_screen(Language::En);
    for name in ["家族家族家族 👨‍👩‍👧‍👦", "e\u{301}e\u{301}", "\u{1b}[2J\u{202e}evil", "שלום"]
    {
        home.title = name.to_owned();
        let blocks = every_block();
        home.blocks = blocks;
        if let fl_app::screen::Block::Row(row) = &mut home.blocks[3] {
            row.title = name.repeat(9);
        }
        let drawn = drawn(home.clone(), (80, 24), true);
        assert!(!drawn.text().contains(['\u{1b}', '\u{202e}']));
        for line in drawn.text().lines() {
            assert!(line.chars().count() <= 160, "{line}");
        }
    }
}

#[test]
fn a_secret_is_never_drawn() {
    let secret = fl_app::screen::Block::Field(field("secret", FieldKind::Password));
    for size in [(80, 24), (200, 60), (20, 5)] {
        let mut drawn = drawn(screen("sign-in", "x", vec![secret.clone()]), size, true);
        let _ = drawn.desk.type_over("secret", "Hunter2Ω");
        drawn.draw();
        for part in ["Hunter2", "Hun", "Ω"] {
            assert!(!drawn.text().contains(part), "{}", drawn.text());
        }
    }
    let mut drawn = drawn(screen("sign-in", "x", vec![secret]), (80, 24), true);
    let _ = drawn.desk.type_over("secret", "Hunter2Ω");
    drawn.draw();
    assert!(drawn.text().contains("••••••••"));
}

#[test]
fn a_checklist_is_read_at_every_width() {
    for columns in 40..=200 {
        for colour in [true, false] {
            let drawn = drawn(screen("new-password", "x", vec![checklist("c")]), (columns, 24), colour);
            let text = drawn.text();
            let lines: Vec<_> = text.lines().skip(2).map(str::trim_start).collect();
            for (mark, words) in [("✓ ", "At least 7"), ("✗ ", "One of these"), ("· ", "Латинские")]
            {
                let begins =
                    |line: &&&str| line.strip_prefix(mark).is_some_and(|rest| rest.starts_with(words));
                assert_eq!(lines.iter().filter(begins).count(), 1, "{columns}\n{text}");
            }
            // What goes on below stands under the words, not under the mark.
            let at = |line: &str, word: &str| line.find(word).map(|at| width(&line[..at]));
            let first = text.lines().find_map(|line| at(line, "Латинские")).unwrap();
            if let Some(next) =
                text.lines().find(|line| line.contains("принимается") && !line.contains("Латинские"))
            {
                assert_eq!(width(next) - width(next.trim_start()), first, "{columns}\n{text}");
            }
            let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(joined.contains("кириллица в пароле не принимается"), "{columns}\n{text}");
            assert!(joined.contains("# $ ^ & * _ - + % @"), "{columns}\n{text}");
        }
    }
}

#[test]
fn the_way_to_look_at_a_secret_keeps_its_room_at_every_width() {
    for columns in 20..=200 {
        let mut drawn = drawn(
            screen("sign-in", "x", vec![fl_app::screen::Block::Field(revealed("new"))]),
            (columns, 24),
            false,
        );
        let _ = drawn.desk.type_over("new", "Hunter2Ω");
        for (name, is_shown) in [("[ Show new ]", false), ("[ Hide new ]", true), ("[ Show new ]", false)] {
            drawn.draw();
            let text = drawn.text();
            assert!(text.contains(name), "{columns}\n{text}");
            assert_eq!(text.contains("Hunter2Ω"), is_shown, "{columns}\n{text}");
            assert_eq!(text.contains("••••••••"), !is_shown, "{columns}\n{text}");
            drawn.desk.typed.reveal("new");
        }
    }
}
