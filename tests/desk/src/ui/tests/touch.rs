use std::sync::Arc;

use fl_app::{
    Screen,
    screen::{Block, FieldKind},
    texts::Language,
};
use fl_domain::Secret;
use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{
    Drawn, drawn,
    sample::{every_block, field, home_screen, id, more, revealed, row, screen, touch},
};
use crate::ui::{
    Order,
    focus::{Act, stops},
};

fn key(drawn: &mut Drawn, code: KeyCode) -> Vec<Order> {
    with(drawn, code, KeyModifiers::NONE)
}

fn with(drawn: &mut Drawn, code: KeyCode, modifiers: KeyModifiers) -> Vec<Order> {
    let orders = drawn.desk.handle(&Event::Key(KeyEvent::new(code, modifiers)));
    drawn.draw();
    orders
}

fn click(drawn: &mut Drawn, column: u16, row: u16) -> Vec<Order> {
    let kind = MouseEventKind::Down(MouseButton::Left);
    let orders =
        drawn.desk.handle(&Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    drawn.draw();
    orders
}

/// The cell at which a text is drawn.
fn cell_of(drawn: &Drawn, text: &str) -> Option<(u16, u16)> {
    let buffer = drawn.buffer();
    let first = text.chars().next()?.to_string();
    (0..buffer.area.height).flat_map(|y| (0..buffer.area.width).map(move |x| (x, y))).find(|(x, y)| {
        buffer[(*x, *y)].symbol() == first
            && (*x..buffer.area.width).map(|x| buffer[(x, *y)].symbol()).collect::<String>().starts_with(text)
    })
}

fn all() -> Screen {
    let mut all = home_screen(Language::En);
    all.blocks = every_block();
    all
}

#[test]
fn a_click_on_anything_does_what_it_says() {
    for size in [(80, 120), (200, 80)] {
        for stop in stops(&all()) {
            let mut drawn = drawn(all(), size, true);
            let (x, y) =
                cell_of(&drawn, &stop.label).unwrap_or_else(|| panic!("{}\n{}", stop.label, drawn.text()));
            let orders = click(&mut drawn, x, y);
            // Whoever looks at what was typed goes on typing.
            let focus = if let Act::Reveal(field) = &stop.act { field } else { &stop.id };
            assert_eq!(drawn.desk.focus.as_ref(), Some(focus));
            match stop.act {
                Act::Touch(touch) => assert_eq!(orders, [Order::Touch(touch)], "{}", stop.id),
                Act::Type { .. } | Act::Reveal(_) | Act::Nothing => assert_eq!(orders, [], "{}", stop.id),
            }
        }
    }
}

#[test]
fn tab_comes_to_everything_and_enter_does_it() {
    let stops = stops(&all());
    let mut drawn = drawn(all(), (80, 24), true);
    for _ in 0..stops.len() {
        key(&mut drawn, KeyCode::Tab);
        let id = drawn.desk.focus.clone().unwrap();
        let stop = stops.iter().find(|stop| stop.id == id).unwrap();
        // Whatever the keyboard is on can be seen.
        assert!(drawn.text().contains(&stop.label), "{id}\n{}", drawn.text());
        let expected = match &stop.act {
            Act::Touch(touch) | Act::Type { submit: Some(touch), .. } => vec![Order::Touch(touch.clone())],
            Act::Type { submit: None, .. } | Act::Reveal(_) | Act::Nothing => vec![],
        };
        assert_eq!(key(&mut drawn, KeyCode::Enter), expected, "{id}");
    }
    let id = drawn.desk.focus.clone();
    key(&mut drawn, KeyCode::Tab);
    key(&mut drawn, KeyCode::BackTab);
    assert_eq!(drawn.desk.focus, id);
}

#[test]
fn keys_that_work_everywhere() {
    let mut home = home_screen(Language::En);
    home.back = Some(touch("back"));
    let refresh = home.refresh.as_ref().unwrap().touch.clone();
    let second = home.tabs[1].touch.clone();
    let mut drawn = drawn(home, (80, 24), true);
    assert_eq!(key(&mut drawn, KeyCode::Esc), [Order::Touch(touch("back"))]);
    assert_eq!(key(&mut drawn, KeyCode::F(5)), [Order::Touch(refresh)]);
    assert_eq!(key(&mut drawn, KeyCode::F(2)), [Order::Console]);
    for (code, modifiers) in [
        (KeyCode::Char('2'), KeyModifiers::ALT),
        (KeyCode::Char('2'), KeyModifiers::CONTROL),
        (KeyCode::F(7), KeyModifiers::NONE),
    ] {
        assert_eq!(with(&mut drawn, code, modifiers), [Order::Touch(second.clone())], "{code:?}");
    }
    for letter in ['c', 'q', 'с', 'й'] {
        assert_eq!(with(&mut drawn, KeyCode::Char(letter), KeyModifiers::CONTROL), [Order::Quit]);
    }
}

#[test]
fn typing_sends_the_whole_text_with_every_edit() {
    let blocks = vec![
        Block::Field(field("inn", FieldKind::Login)),
        Block::Field(field("password", FieldKind::Password)),
    ];
    let mut drawn = drawn(screen("sign-in", "x", blocks), (80, 24), true);
    let edit = |key: &str, text: &str| vec![Order::Type { field: id(key), text: Secret::new(text) }];
    assert_eq!(drawn.desk.focus.as_deref(), Some("inn"), "a form begins at its first field");
    assert_eq!(key(&mut drawn, KeyCode::Char('7')), edit("inn", "7"));
    assert_eq!(key(&mut drawn, KeyCode::Char('8')), edit("inn", "78"));
    assert_eq!(key(&mut drawn, KeyCode::Backspace), edit("inn", "7"));
    assert_eq!(key(&mut drawn, KeyCode::Left), []);
    assert_eq!(key(&mut drawn, KeyCode::Char(' ')), edit("inn", " 7"));
    key(&mut drawn, KeyCode::Tab);
    let pasted = drawn.desk.handle(&Event::Paste("Secret-1\n".to_owned()));
    assert_eq!(pasted, edit("password", "Secret-1"));
    let long = "я".repeat(10_000);
    let pasted = drawn.desk.handle(&Event::Paste(long.clone()));
    assert_eq!(pasted, edit("password", &format!("Secret-1{long}")));
    drawn.draw();
    let cleared = with(&mut drawn, KeyCode::Char('u'), KeyModifiers::CONTROL);
    assert_eq!(cleared, edit("password", ""));
}

#[test]
fn the_cores_text_is_taken_over_only_when_it_says_so() {
    let form = |value: &str, revision| {
        let mut inn = field("inn", FieldKind::Login);
        inn.value = value.to_owned();
        inn.revision = revision;
        Arc::new(screen("sign-in", "x", vec![Block::Field(inn)]))
    };
    let mut drawn = drawn((*form("", 0)).clone(), (80, 24), true);
    key(&mut drawn, KeyCode::Char('7'));
    for (value, revision, shown) in [("5", 0, "7"), ("5", 1, "5"), ("6", 1, "5"), ("", 2, "")] {
        drawn.desk.show(form(value, revision));
        assert_eq!(drawn.desk.typed.get("inn").unwrap().text(), shown, "{value} {revision}");
    }
}

#[test]
fn what_was_typed_is_gone_with_its_form() {
    let pin = |id| Arc::new(screen(id, "x", vec![Block::Field(field("pin", FieldKind::Pin))]));
    let settings = Arc::new(screen("settings", "x", vec![]));
    let mut drawn = drawn((*pin("unlock")).clone(), (80, 24), true);
    key(&mut drawn, KeyCode::Char('2'));
    drawn.desk.show(settings);
    assert!(drawn.desk.typed.get("pin").is_none());
    drawn.desk.show(pin("unlock"));
    assert_eq!(drawn.desk.typed.get("pin").unwrap().text(), "");
}

#[test]
fn a_secret_is_looked_at_until_its_field_goes_or_is_set() {
    let form = |revision, has_reveal| {
        let secret = revealed("new");
        let reveal = secret.reveal.clone().filter(|_| has_reveal);
        let blocks = vec![
            Block::Field(field("inn", FieldKind::Login)),
            Block::Field(fl_app::screen::Field { revision, reveal, ..secret }),
        ];
        Arc::new(screen("sign-in", "x", blocks))
    };
    let mut drawn = drawn((*form(0, true)).clone(), (80, 24), true);
    let is_seen = |drawn: &mut Drawn| {
        drawn.draw();
        drawn.text().contains("Secret-1")
    };
    let _ = drawn.desk.type_over("new", "Secret-1");
    assert!(!is_seen(&mut drawn));
    for (code, modifiers) in [
        (KeyCode::F(3), KeyModifiers::NONE),
        (KeyCode::Char('r'), KeyModifiers::CONTROL),
        (KeyCode::Char('к'), KeyModifiers::CONTROL),
    ] {
        assert_eq!(with(&mut drawn, code, modifiers), []);
        assert!(is_seen(&mut drawn), "{code:?}");
        assert_eq!(with(&mut drawn, code, modifiers), []);
        assert!(!is_seen(&mut drawn), "{code:?}");
    }
    // With the keyboard alone, and while it is seen one types on.
    key(&mut drawn, KeyCode::Tab);
    assert_eq!(drawn.desk.focus.as_deref(), Some("new/show"));
    key(&mut drawn, KeyCode::Enter);
    assert!(is_seen(&mut drawn));
    assert!(drawn.desk.stops().iter().any(|stop| stop.label == "Hide new"));
    key(&mut drawn, KeyCode::Left);
    assert_eq!(key(&mut drawn, KeyCode::Char('2')).len(), 1);
    assert!(drawn.text().contains("Secret-12"));
    // Elsewhere the key does nothing.
    drawn.desk.focus_on("inn");
    key(&mut drawn, KeyCode::F(3));
    assert!(is_seen(&mut drawn));
    // A field that may not be looked at any more is not, and one that the core sets is hidden again.
    drawn.desk.show(form(0, false));
    assert!(!is_seen(&mut drawn));
    drawn.desk.show(form(1, true));
    let _ = drawn.desk.type_over("new", "Secret-1");
    assert!(!is_seen(&mut drawn));
    drawn.desk.typed.reveal("new");
    assert!(is_seen(&mut drawn));
    drawn.desk.show(Arc::new(screen("settings", "x", vec![])));
    drawn.desk.show(form(1, true));
    let _ = drawn.desk.type_over("new", "Secret-1");
    assert!(!is_seen(&mut drawn));
}

#[test]
fn a_list_asks_for_more_once_when_its_end_comes_into_view() {
    let list = |from: usize, to: usize| {
        let mut blocks: Vec<_> =
            (from..to).map(|n| Block::Row(row(&format!("operation-{n}"), None))).collect();
        if from > 0 {
            blocks.insert(0, more("newer", "newer"));
        }
        blocks.push(more("older", "older"));
        screen("operations", "x", blocks)
    };
    let older = [Order::Touch(touch("older"))];
    let mut drawn = drawn(list(0, 50), (80, 24), true);
    assert_eq!(drawn.draw(), [], "its end is far below");
    drawn.desk.scroll_by(isize::MAX);
    assert_eq!(drawn.draw(), older);
    assert_eq!(drawn.draw(), [], "once is enough");
    // The window slides: what one looks at stays where it was, and the new end is not in view.
    let before = drawn.text().lines().nth(5).unwrap().to_owned();
    drawn.desk.show(Arc::new(list(20, 90)));
    assert_eq!(drawn.draw(), []);
    assert_eq!(drawn.text().lines().nth(5).unwrap(), before);
}

#[test]
fn a_window_smaller_than_the_terminal_does_not_slide_for_ever() {
    let window = |from: usize| {
        let rows = (from..from + 3).map(|n| Block::Row(row(&format!("operation-{n}"), None)));
        let blocks = std::iter::once(more("newer", "newer"))
            .chain(rows)
            .chain(std::iter::once(more("older", "older")));
        screen("operations", "x", blocks.collect())
    };
    let mut drawn = drawn(window(5), (80, 60), true);
    let mut from = 5;
    let mut rounds = 0;
    loop {
        match drawn.draw().as_slice() {
            [] => break,
            [Order::Touch(end)] if *end == touch("newer") => from -= 1,
            _ => from += 1,
        }
        rounds += 1;
        assert!(rounds < 20, "it goes on and on");
        drawn.desk.show(Arc::new(window(from)));
    }
}

#[test]
fn a_field_that_becomes_wrong_is_where_one_types_next() {
    let form = |error: Option<&str>| {
        let mut inn = field("inn", FieldKind::Login);
        inn.error = error.map(str::to_owned);
        let mut blocks = vec![Block::Field(inn)];
        blocks.extend(every_block().into_iter().filter(|block| block.key() == "primary"));
        screen("sign-in", "x", blocks)
    };
    let mut drawn = drawn(form(None), (80, 24), true);
    drawn.desk.focus_on("primary");
    drawn.desk.show(Arc::new(form(Some("wrong"))));
    assert_eq!(drawn.desk.focus.as_deref(), Some("inn"));
}

#[test]
fn the_wheel_and_pages_scroll() {
    let blocks = (0..50).map(|n| Block::Row(row(&format!("row-{n}"), None))).collect();
    let mut drawn = drawn(screen("home", "x", blocks), (80, 24), true);
    let wheel = |kind| Event::Mouse(MouseEvent { kind, column: 5, row: 5, modifiers: KeyModifiers::NONE });
    drawn.desk.handle(&wheel(MouseEventKind::ScrollDown));
    assert_eq!(drawn.desk.scroll, 3);
    drawn.desk.handle(&wheel(MouseEventKind::ScrollUp));
    assert_eq!(drawn.desk.scroll, 0);
    key(&mut drawn, KeyCode::PageDown);
    assert!(drawn.desk.scroll > 15);
    key(&mut drawn, KeyCode::End);
    assert_eq!(drawn.desk.scroll, drawn.desk.drawn.page.longest_scroll());
    assert!(drawn.text().contains("row-49"));
    key(&mut drawn, KeyCode::Home);
    assert_eq!(drawn.desk.scroll, 0);
}

#[test]
fn what_is_typed_first_goes_into_the_first_field() {
    // The app as it opens: a form that leads elsewhere too.
    let engine = fl_stage::Stage::rehearsal().unwrap().open().unwrap();
    engine.settle();
    let mut drawn = drawn((*engine.screen()).clone(), (80, 24), true);
    assert!(drawn.desk.screen.blocks.iter().any(|block| matches!(block, Block::Row(_))));
    let [Order::Type { text, .. }] = &key(&mut drawn, KeyCode::Char('7'))[..] else {
        panic!("{}", drawn.text())
    };
    assert_eq!(text.expose(), "7");
    assert_eq!(drawn.desk.focus.as_deref(), Some("inn"));
}

#[test]
fn the_keyboard_begins_where_one_types_but_a_list_is_read() {
    let block = |key: &str, kind| Block::Field(field(key, kind));
    let search = || block("search", FieldKind::Search);
    let item = || Block::Row(row("a", None));
    let inn = || block("inn", FieldKind::Login);
    let mut off = field("off", FieldKind::Login);
    off.enabled = false;
    let table = [
        (vec![item(), inn()], Some("inn")),
        (vec![search(), item()], None),
        (vec![search(), item(), inn()], Some("inn")),
        (vec![search()], Some("search")),
        (vec![Block::Field(off), inn(), item()], Some("inn")),
        (vec![item()], None),
    ];
    for (blocks, focus) in table {
        let keys: Vec<_> = blocks.iter().map(|block| block.key().to_owned()).collect();
        let drawn = drawn(screen("page", "Page", blocks), (80, 24), true);
        assert_eq!(drawn.desk.focus.as_deref(), focus, "{keys:?}");
    }
}
