//! What guards something falls closed: it has no default to fall back on and no arm for whatever is left, so whoever adds a case has to say
//! what becomes of it.

use std::path::Path;

use crate::rust::{Sources, end_of_item, words};

fn sources(of: &str) -> Sources {
    Sources::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(of))
}

/// Every item that begins by these words, up to its end.
fn items<'w>(words: &'w [String], begin: &[&str]) -> Vec<&'w [String]> {
    (0..words.len())
        .filter(|at| words[*at..].iter().map(String::as_str).take(begin.len()).eq(begin.iter().copied()))
        .map(|at| &words[at..end_of_item(words, at)])
        .collect()
}

/// The first arm that takes whatever is left.
fn open_arm(words: &[String]) -> Option<String> {
    let at = |at: usize| words.get(at).map_or("", String::as_str);
    (1..words.len()).find_map(|here| {
        let is_arm =
            ["{", "}", ",", "|"].contains(&at(here - 1)) && (at(here + 1), at(here + 2)) == ("=", ">");
        let is_name = at(here).starts_with(|c: char| c.is_lowercase() || c == '_');
        let is_open = is_arm && is_name && !["true", "false"].contains(&at(here));
        is_open.then(|| words[here - 1..(here + 8).min(words.len())].join(" "))
    })
}

/// Where it asks for one case and lets all others be one.
fn one_of_many(words: &[String]) -> Option<String> {
    let is_test = |two: &[String]| two[0] == "matches" && two[1] == "!" || two[0] == "if" && two[1] == "let";
    words.windows(2).find(|two| is_test(two)).map(|two| two.join(" "))
}

/// Every case has an arm of its own.
fn assert_arms_closed(file: &str, item: &[String]) {
    let open = open_arm(item);
    assert!(open.is_none(), "{file}: {} falls open: {}", item[..2].join(" "), open.unwrap_or_default());
}

/// As [`assert_arms_closed`], and nothing is asked but by such arms.
fn assert_closed(file: &str, item: &[String]) {
    assert_arms_closed(file, item);
    let open = one_of_many(item);
    assert!(open.is_none(), "{file}: {} falls open: {}", item[..2].join(" "), open.unwrap_or_default());
}

/// All that says by which name something is written down: of intents and of effects.
#[test]
fn whatever_is_logged_says_its_name_case_by_case() {
    let app = sources("core/app/src");
    let mut seen = 0;
    for source in app.files() {
        for name in items(&source.words, &["fn", "name", "(", "&", "self"]) {
            seen += 1;
            assert_closed(&source.file, name);
        }
    }
    assert!(seen > 18, "the names are found: {seen}");
}

#[test]
fn a_place_and_a_stage_are_asked_case_by_case() {
    let app = sources("core/app/src");
    let read = |file: &str| app.files().find(|source| source.file == file).expect(file);
    let guarded: [(&str, &[&str]); 6] = [
        ("open/place.rs", &["needs_account", "is_linked", "word"]),
        ("open/session/mod.rs", &["edit", "left", "awaited", "back", "touched"]),
        ("open/pages.rs", &["follow"]),
        ("open/page.rs", &["epoch"]),
        ("features/recovery/fault.rs", &["is_of_a_secret", "is_in"]),
        ("kit/screen/walk.rs", &["for_each_touch"]),
    ];
    for (file, functions) in guarded {
        let source = read(file);
        for function in functions {
            let found = items(&source.words, &["fn", function]);
            assert!(!found.is_empty(), "{file}: no {function}");
            for item in found {
                assert_arms_closed(file, item);
            }
        }
    }
}

/// What every page drops when something else is seen.
#[test]
fn what_is_left_is_said_case_by_case() {
    let app = sources("core/app/src");
    let mut seen = 0;
    for source in app.files() {
        for left in items(&source.words, &["fn", "left", "(", "&", "mut", "self"]) {
            seen += 1;
            assert_arms_closed(&source.file, left);
        }
    }
    assert!(seen > 15, "the pages are found: {seen}");
}

/// What a question is, and what a page has to say of itself, has no answer to fall back on.
#[test]
fn guards_have_no_defaults() {
    let guarded: [(&str, &str, &str, &[&str]); 4] = [
        ("core/app/src", "open/page.rs", "Page", &["LIFE", "path", "left", "awaited", "back", "edit"]),
        ("core/app/src", "open/ground.rs", "AnyPage", &["life", "left", "awaited"]),
        ("core/app/src", "kit/touch.rs", "Intent", &["name"]),
        (
            "core/domain/src",
            "service/question.rs",
            "Question",
            &["NAME", "CAPABILITY", "SESSION", "REPEATABLE", "KEPT"],
        ),
    ];
    for (room, file, name, members) in guarded {
        let sources = sources(room);
        let source = sources.files().find(|source| source.file == file).expect(file);
        let found = items(&source.words, &["trait", name]);
        let body = found.first().unwrap_or_else(|| panic!("{file}: no trait {name}"));
        let open = body.iter().position(|word| word == "{").expect("a body");
        for member in members {
            assert!(body.iter().any(|word| word == member), "{file}: {name} does not ask for {member}");
        }
        let inside = &body[open + 1..body.len() - 1];
        let default = inside.iter().position(|word| ["{", "="].contains(&word.as_str()));
        let what = default.map(|at| inside[at.saturating_sub(12)..at].join(" "));
        assert!(what.is_none(), "{file}: {name} has a default: {}", what.unwrap_or_default());
    }
}

/// The register of questions names every capability, whatever is asked of it.
#[test]
fn the_register_of_questions_is_closed() {
    let domain = sources("core/domain/src");
    for file in ["service/mod.rs", "service/question.rs"] {
        let source = domain.files().find(|source| source.file == file).expect(file);
        let entries = items(&source.words, &["fn", "entry"]);
        assert_eq!(entries.len(), 2, "{file}");
        for entry in entries {
            assert_closed(file, entry);
        }
    }
}

/// An intent says its name and nothing else: with a `Debug` of its own, what it carries would be written down one day.
#[test]
fn no_intent_writes_down_what_it_carries() {
    let app = sources("core/app/src");
    let mut intents = Vec::new();
    for source in app.files() {
        for (at, word) in source.words.iter().enumerate() {
            let is_intent = ["Intent", "Meaning"].contains(&word.as_str());
            let name = source.words.get(at + 2).filter(|name| name.len() > 1);
            if is_intent
                && source.words.get(at + 1).is_some_and(|word| word == "for")
                && let Some(name) = name
            {
                intents.push((source, name));
            }
        }
    }
    assert!(intents.len() > 12, "the intents are found: {}", intents.len());
    for (source, name) in intents {
        let words = &source.words;
        let declared = (1..words.len())
            .find(|at| ["enum", "struct"].contains(&words[at - 1].as_str()) && words[*at] == *name);
        let declared = declared.unwrap_or_else(|| panic!("{}: {name} stands elsewhere", source.file));
        let before = words[..declared].iter().rposition(|word| ["}", ";"].contains(&word.as_str()));
        let attributes = &words[before.map_or(0, |at| at + 1)..declared];
        assert!(!attributes.iter().any(|word| word == "Debug"), "{}: {name} derives Debug", source.file);
        let by_hand = ["Debug", "for", name.as_str()];
        assert!(
            !words.windows(3).any(|three| three.iter().eq(by_hand.iter())),
            "{}: {name} has a Debug",
            source.file
        );
    }
}

/// What draws is told of a figure by the type with three answers; the last answer itself is for what acts upon it.
#[test]
fn views_are_told_of_figures_by_all_three_answers() {
    let app = sources("core/app/src/features");
    let (mut drawing, mut answered) = (0, 0);
    for source in app.files() {
        let names = |name: &str| source.words.iter().any(|word| word == name);
        if !names("Screen") && !names("Block") {
            continue;
        }
        drawing += 1;
        answered += usize::from(names("Answer"));
        let takes = source.words.windows(3).any(|three| three == ["figures", ".", "get"]);
        assert!(!takes, "{} draws, and takes a figure without asking why it may be missing", source.file);
    }
    assert!(drawing > 20 && answered > 5, "{drawing} draw, {answered} of them figures");
}

#[test]
fn an_open_arm_is_seen() {
    let table = [
        ("fn f() { match x { A => 1, _ => 2 } }", true),
        ("fn f() { match x { A => 1, B | _ => 2 } }", true),
        ("fn f() { match x { A => { if let B = y {} } other => 2 } }", true),
        ("fn f() { match x { A(_) => \"_ => \", B { c, .. } if c => 2, B { .. } => 3 } } // _ => {}", false),
        ("fn f() { match x { true => 1, false => 2 } }", false),
    ];
    for (text, is_open) in table {
        assert_eq!(open_arm(&words(text)).is_some(), is_open, "{text}");
    }
    assert!(one_of_many(&words("fn f() -> bool { matches!(self, A) }")).is_some());
    assert!(one_of_many(&words("fn f() -> bool { match self { A => true, B => false } }")).is_none());
}
