use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::{
        Mutex,
        mpsc::{Receiver, channel},
    },
};

use fl_stage::Stage;
use ratatui::{buffer::Buffer, crossterm::event::KeyEvent, layout::Rect};

use super::*;
use crate::{
    driver::Driver,
    platform::DeskPlatform,
    sign_in::SignIns,
    ui::{focus, theme::Theme},
};

/// Nothing here takes so long.
const PATIENCE: Duration = Duration::from_secs(20);

fn facts() -> Facts {
    Facts {
        has_sandbox: true,
        active: vec![FaultName::AnswerLost],
        taxpayers: vec![("debt".to_owned(), "A debt".to_owned(), "77".to_owned(), "p".to_owned())],
        picked: None,
        standing: None,
        has_page: false,
        shortest: 7,
        scripted: Vec::new(),
        script_trouble: None,
        time: String::new(),
    }
}

fn group(facts: &Facts, title: &str) -> (Option<String>, Vec<(String, Act)>) {
    let group = facts.groups().into_iter().find(|group| group.title == title).unwrap();
    (group.note, group.items.into_iter().map(|item| (item.label, item.act)).collect())
}

#[test]
fn every_fault_can_be_switched_and_says_whether_it_is_on() {
    let (_, faults) = group(&facts(), "Faults, for everyone");
    assert_eq!(faults.len(), FaultName::ALL.len());
    assert!(faults.contains(&("[x] answer-lost".to_owned(), Act::Fault(FaultName::AnswerLost))));
    assert!(faults.contains(&("[ ] html".to_owned(), Act::Fault(FaultName::Html))));
}

#[test]
fn a_sign_in_page_is_answered_here_while_it_is_open() {
    let title = "Gosuslugi, in the browser";
    assert_eq!(group(&facts(), title), (Some("no sign-in page is open".to_owned()), vec![]));
    let open = Facts { has_page: true, picked: Some("debt".to_owned()), ..facts() };
    let answers = vec![("agree as debt".to_owned(), Act::Agree), ("say no".to_owned(), Act::Deny)];
    assert_eq!(group(&open, title), (None, answers));
    // The lines above keep their places.
    let (without, with) = (facts().items(), open.items());
    let acts = |items: &[Item]| items.iter().map(|item| item.act.clone()).collect::<Vec<_>>();
    assert_eq!(acts(&with)[..without.len()], acts(&without));
}

#[test]
fn what_the_service_holds_of_whom_is_picked_is_read() {
    let standing = "open sessions: 1; letters: 0; recovery: 2 attempts left".to_owned();
    let known = Facts { standing: Some(standing.clone()), shortest: STRICT, ..facts() };
    let (note, acts) = group(&known, "Their account at the service");
    assert_eq!(note, Some(standing));
    assert!(acts.iter().any(|(_, act)| *act == Act::Letter));
    assert_eq!(group(&known, "What the service takes").1[0].0, "[x] passwords from 10 characters on");
    assert_eq!(group(&facts(), "What the service takes").1[0].0, "[ ] passwords from 10 characters on");
}

#[test]
fn without_the_sandbox_only_what_is_here_is_moved() {
    let foreign = Facts { has_sandbox: false, has_page: true, ..facts() };
    assert!(foreign.groups().iter().all(|group| group.note.is_some() || group.title == "Clocks"));
    let moves = |item: &Item| {
        matches!(item.act, Act::Later(_) | Act::ClockBack(_) | Act::ClockForward(_) | Act::Pattern)
    };
    assert!(foreign.items().iter().all(moves));
}

/// A desk without a browser, and what its device says.
fn desk() -> (Driver, Arc<SignIns>, Receiver<String>) {
    let mut stage = Stage::rehearsal().unwrap();
    let sign_ins = Arc::<SignIns>::default();
    let (says, said) = channel();
    let says = Mutex::new(says);
    stage.use_device(Arc::new(DeskPlatform {
        picks: Arc::default(),
        asks: Box::new(|| ()),
        folder: stage.data().to_owned(),
        sign_ins: Arc::clone(&sign_ins),
        browse: |_| false,
        said: Box::new(move |words| drop(says.lock().unwrap().send(words))),
    }));
    (Driver::new(stage).unwrap(), sign_ins, said)
}

/// Touches what begins a sign-in, and waits until the page is open.
fn begin(driver: &Driver, key: &str, said: &Receiver<String>) {
    let stop = focus::stops(&driver.screen()).into_iter().find(|stop| stop.id == key);
    let focus::Act::Touch(touch) = stop.unwrap().act else { panic!("{key}") };
    // Not settled: the page stays open until the person answers.
    driver.engine.touch(touch);
    assert!(said.recv_timeout(PATIENCE).unwrap().starts_with("no browser here; the page is http"));
}

#[test]
fn a_sign_in_comes_back_from_a_browser_and_from_the_console() {
    let (driver, sign_ins, said) = desk();
    driver.language(fl_app::texts::Language::En).unwrap();
    begin(&driver, "esia", &said);
    let redirect = driver.stage.control().unwrap().esia_deny(&sign_ins.page().unwrap()).unwrap();
    let (host, path) = redirect.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let mut browser = TcpStream::connect(host).unwrap();
    browser.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(browser, "GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    let mut page = String::new();
    browser.read_to_string(&mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 200 "), "{page}");
    driver.engine.settle();
    driver.expect("esia").unwrap();
    driver.expect_text("Nothing has changed").unwrap();

    begin(&driver, "again", &said);
    let mut picked = Some("esia".to_owned());
    let done = steer(&Act::Agree, &mut picked, sign_ins.page().as_deref(), &driver.stage).unwrap();
    let Steered::Redirect { url, .. } = done else { panic!("the sandbox knows its page") };
    assert!(sign_ins.answered(&url));
    driver.engine.settle();
    driver.expect("choose-pin").unwrap();
    assert_eq!(sign_ins.page(), None);
}

#[test]
fn the_services_books_are_read_and_turned() {
    let (driver, _sign_ins, _said) = desk();
    let mut picked = Some("recovery".to_owned());
    let act = |act: Act, picked: &mut Option<String>| steer(&act, picked, None, &driver.stage).unwrap();
    let shortest = || Facts::of(&driver.stage, None, false).shortest;
    let usual = shortest();
    act(Act::Policy(STRICT), &mut picked);
    assert_eq!(shortest(), STRICT);
    act(Act::Policy(STRICT), &mut picked);
    assert_eq!(shortest(), usual);
    for wanted in [Act::Letter, Act::Deny, Act::Agree] {
        assert!(matches!(act(wanted.clone(), &mut picked), Steered::Said(_)), "{wanted:?}");
    }
    act(Act::Stranger, &mut picked);
    let standing = Facts::of(&driver.stage, picked.as_ref(), false).standing.unwrap();
    assert!(standing.starts_with("open sessions: 1; letters: 0; recovery: 3 attempts left"), "{standing}");
}

fn press(console: &mut Console, code: KeyCode, facts: &Facts) -> Taken {
    console.handle(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)), facts)
}

#[test]
fn an_answer_is_typed_holds_and_is_taken_back() {
    let (driver, _sign_ins, _said) = desk();
    let stage = &driver.stage;
    let mut console = Console::default();
    let facts = || Facts::of(stage, None, false);
    assert!(matches!(steer(&Act::Prompt, &mut None, None, stage).unwrap(), Steered::Ask));
    console.ask();
    let mut typed = |line: &str| {
        assert!(matches!(console.handle(&Event::Paste(line[..4].to_owned()), &facts()), Taken::Yes));
        for c in line[4..].chars() {
            assert!(matches!(press(&mut console, KeyCode::Char(c), &facts()), Taken::Yes));
        }
        let Taken::Do(act) = press(&mut console, KeyCode::Enter, &facts()) else { panic!("{line}") };
        assert_eq!(act, Act::Script(line.to_owned()));
        match steer(&act, &mut None, None, stage).unwrap() {
            Steered::Taken(said) => console.say(said, true),
            Steered::Said(said) => console.say(said, false),
            _ => panic!("{line}"),
        }
        let is_open = console.prompt.is_some();
        for _ in 0..line.chars().count() {
            press(&mut console, KeyCode::Backspace, &facts());
        }
        (console.said.clone(), is_open)
    };
    // What is wrong is said, and the line stays to be mended.
    let (said, is_open) = typed("/x stauts 500");
    assert!(said.starts_with("at character 4: \"stauts\" says nothing of an answer") && is_open, "{said}");
    let line = "/ens/general status 500 empty";
    assert_eq!(typed(line), (format!("from now on: {line}"), false));
    let items = group(&facts(), "What the service answers").1;
    let back = Act::Script("/ens/general as before".to_owned());
    assert_eq!(items, [("type an answer…".to_owned(), Act::Prompt), (format!("[x] {line}"), back.clone())]);
    assert!(matches!(steer(&back, &mut None, None, stage).unwrap(), Steered::Taken(_)));
    assert_eq!(group(&facts(), "What the service answers").1.len(), 1);
}

#[test]
fn keys_are_the_lines_while_one_is_typed_and_the_consoles_stay_its_own() {
    let mut console = Console::default();
    assert!(matches!(press(&mut console, KeyCode::Char('a'), &facts()), Taken::No));
    console.ask();
    assert!(matches!(press(&mut console, KeyCode::Char('a'), &facts()), Taken::Yes));
    assert!(matches!(press(&mut console, KeyCode::F(4), &facts()), Taken::Yes));
    assert_eq!(console.chosen, 1);
    let theme = Theme { colour: false, high_contrast: false, size: fl_app::texts::TextSize::Normal };
    for (width, height) in [(62, 40), (20, 12), (8, 3)] {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        draw(&mut console, &facts(), theme, area, &mut buffer);
        let text: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(text.contains("answer a"), height > 3, "{text}");
    }
    assert!(matches!(press(&mut console, KeyCode::Esc, &facts()), Taken::Yes));
    assert!(console.prompt.is_none());
    assert!(matches!(press(&mut console, KeyCode::F(2), &facts()), Taken::Close));
}

#[test]
fn what_was_said_and_the_way_to_answer_are_in_view_at_every_height() {
    let words = "no browser here; the page is http://127.0.0.1:40000/esia/authorize?request=page-1";
    let many: Vec<_> =
        (0..40).map(|n| (format!("p{n}"), "x".to_owned(), "77".to_owned(), String::new())).collect();
    let open = Facts { has_page: true, taxpayers: many, picked: Some("p1".to_owned()), ..facts() };
    let mut console = Console { said: words.to_owned(), ..Console::default() };
    console.go_to(&Act::Agree, &open);
    let theme = Theme { colour: false, high_contrast: false, size: fl_app::texts::TextSize::Normal };
    for height in 20..=60 {
        let area = Rect::new(0, 0, 62, height);
        let mut buffer = Buffer::empty(area);
        draw(&mut console, &open, theme, area, &mut buffer);
        let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        let text: Vec<_> = (0..height).map(row).collect();
        let joined: String = text.iter().map(|line| line.trim_matches(['│', ' '])).collect();
        assert!(joined.replace(' ', "").contains(&words.replace(' ', "")), "{height}\n{}", text.join("\n"));
        assert!(joined.contains("agree as p1") && joined.contains("Trace"), "{height}\n{}", text.join("\n"));
    }
}
