//! Touches and texts that come too late, twice, from elsewhere or from nobody: each does what it said, once, or nothing.

use std::sync::atomic::Ordering;

use fl_app::Touch;

use super::*;
use crate::touch_of;

/// What the log says of a touch that does nothing.
const NOTHING: &str = "a touch that means nothing any more";

/// Touches each and expects that nothing changes, not even a number.
fn do_nothing(engine: &Engine, touches: &[Touch]) {
    let before = engine.screen();
    for touch in touches {
        engine.touch(touch.clone());
        engine.settle();
        assert!(Arc::ptr_eq(&engine.screen(), &before), "{}", engine.screen());
    }
}

fn all(screen: &Screen) -> Vec<Touch> {
    let back = screen.back.iter();
    let refresh = screen.refresh.iter().map(|action| &action.touch);
    let items: Vec<_> = crate::touchable(screen).into_iter().map(|item| item.touch.clone()).collect();
    back.chain(refresh).cloned().chain(items).collect()
}

fn means(engine: &Engine, touch: &Touch) -> bool {
    engine.shown.touches().meant(touch).is_some()
}

fn times_told(engine: &Engine, line: &str) -> usize {
    engine.console().entries_since(0).iter().filter(|entry| entry.text == line).count()
}

#[test]
fn a_touch_of_a_page_that_is_gone_does_nothing() {
    let stage = Stage::new();
    let engine = stage.open();
    engine.go("settings");
    let settings = all(&engine.screen());
    assert!(settings.len() > 10);
    engine.go_back();
    engine.is_at("sign-in");
    do_nothing(&engine, &settings);
    assert_eq!(times_told(&engine, NOTHING), settings.len());
    // Nor does it once the page is there again: it is another one.
    engine.go("settings");
    do_nothing(&engine, &settings);
    engine.sees("Language");
}

#[test]
fn a_touch_from_before_a_lock_does_nothing_during_it_and_after_it() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let home = all(&engine.screen());
    engine.go("settings");
    let settings = all(&engine.screen());
    assert!(settings.iter().chain(&home).all(|touch| means(&engine, touch)), "they mean something so far");
    engine.tap_on("lock-now");
    engine.is_at("unlock");
    assert!(!settings.iter().chain(&home).any(|touch| means(&engine, touch)), "the table is emptied");
    do_nothing(&engine, &[home.clone(), settings.clone()].concat());
    let locked = all(&engine.screen());
    engine.unlock();
    engine.is_at("home");
    do_nothing(&engine, &[home, settings, locked].concat());
}

#[test]
fn a_touch_in_the_same_breath_as_a_lock_does_nothing() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    engine.go("settings");
    let page = engine.screen();
    let of = |key: &str| touch_of(&page, key).unwrap();
    // One batch: the second is looked up before a screen without it was shown.
    engine.touch(of("lock-now"));
    engine.touch(of("profile"));
    engine.touch(of("high-contrast"));
    engine.settle();
    engine.is_at("unlock");
    assert!(!engine.screen().appearance.high_contrast);
}

#[test]
fn a_touch_of_another_account_does_nothing() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let theirs = all(&engine.screen());
    engine.tap_on("profile");
    engine.tap_on("accounts");
    engine.is_at("sign-in");
    do_nothing(&engine, &theirs);
    let (inn, password) = stage.card("no-debt");
    engine.sign_in(&inn, &password);
    engine.keep_pin();
    engine.is_at("home");
    do_nothing(&engine, &theirs);
}

#[test]
fn a_double_tap_sends_once() {
    let stage = Stage::new();
    let engine = stage.open();
    let (inn, password) = stage.card("debt");
    engine.type_in("inn", &inn);
    engine.type_in("password", &password);
    let send = touch_of(&engine.screen(), "sign-in").unwrap();
    for _ in 0..3 {
        engine.touch(send.clone());
    }
    engine.settle();
    engine.is_at("choose-pin");
    assert_eq!(stage.tokens_asked(), 1);
    engine.type_in("pin", PIN);
    engine.type_in("pin-again", PIN);
    let keep = touch_of(&engine.screen(), "keep-pin").unwrap();
    engine.touch(keep.clone());
    engine.touch(keep);
    engine.settle();
    engine.is_at("home");
    assert_eq!(std::fs::read_dir(stage.data.path().join("accounts")).unwrap().count(), 1);
    // Twice back is one step back.
    engine.go("settings");
    engine.tap_on("check-link");
    let back = engine.screen().back.clone().unwrap();
    engine.touch(back.clone());
    engine.touch(back);
    engine.settle();
    engine.is_at("settings");
}

#[test]
fn a_number_nobody_gave_does_nothing() {
    let stage = Stage::new();
    let engine = stage.open();
    let highest = all(&engine.screen()).iter().map(Touch::number).max().unwrap();
    do_nothing(&engine, &[0, highest + 1, highest + 1_000, u64::MAX].map(Touch::numbered));
    assert_eq!(times_told(&engine, NOTHING), 4);
}

#[test]
fn a_text_for_a_field_nobody_knows_does_nothing_and_is_not_told() {
    let stage = Stage::new();
    let engine = stage.open();
    let before = engine.screen();
    for field in [
        "",
        "/",
        "inn",
        "sign-in",
        "sign-in/",
        "/inn",
        "sign-in/hush",
        "hush/inn",
        "home/inn",
        "sign-in/inn/",
    ] {
        engine.typed(field, "hush".into());
        engine.settle();
        assert!(Arc::ptr_eq(&engine.screen(), &before), "{field}\n{}", engine.screen());
    }
    let told: String = engine.console().entries_since(0).into_iter().map(|entry| entry.text + "\n").collect();
    assert!(!told.contains("hush"), "{told}");
}

#[test]
fn a_text_for_a_page_that_was_left_does_nothing() {
    let stage = Stage::new();
    let engine = stage.open();
    engine.go("recovery");
    let id = crate::field_of(&engine.screen(), "inn").unwrap().id.clone();
    assert_eq!(id, "recovery/inn");
    engine.go_back();
    let before = engine.screen();
    engine.typed(&id, "123456".into());
    engine.settle();
    assert!(
        Arc::ptr_eq(&engine.screen(), &before),
        "not even the field of the same key: {}",
        engine.screen()
    );
    engine.go("recovery");
    assert_eq!(crate::field_of(&engine.screen(), "inn").unwrap().value, "");
}

#[test]
fn a_keystroke_is_one_update() {
    let stage = Stage::new();
    let engine = stage.open();
    let updates = || engine.shown.updates.load(Ordering::Relaxed);
    for (page, fields) in [("", vec!["inn", "password"]), ("recovery", vec!["inn"])] {
        if !page.is_empty() {
            engine.go(page);
        }
        for field in fields {
            for text in ["7", "77", "7", ""] {
                let before = updates();
                engine.type_in(field, text);
                assert_eq!(updates() - before, 1, "{page} {field}");
            }
        }
    }
}

#[test]
fn an_equal_screen_keeps_its_numbers_and_is_not_shown_again() {
    let stage = Stage::new();
    let engine = stage.signed_in("debt");
    let heard = Arc::new(Counter(AtomicUsize::new(0)));
    engine.subscribe(Arc::clone(&heard) as Arc<dyn ScreenListener>).unwrap();
    let before = engine.screen();
    for _ in 0..20 {
        engine.tap_on("tab-home");
        engine.go("home");
    }
    assert!(Arc::ptr_eq(&engine.screen(), &before));
    assert_eq!(heard.0.load(Ordering::Relaxed), 1);
    // What means the same keeps its number on a screen that is otherwise another.
    engine.tap_on("profile");
    engine.go_back();
    engine.read_anew();
    let of = |screen: &Screen, key: &str| touch_of(screen, key).unwrap();
    for key in ["tab-settings", "profile", "income"] {
        assert_eq!(of(&engine.screen(), key), of(&before, key), "{key}");
    }
}

#[test]
fn a_touch_of_the_screen_before_still_does_what_it_said() {
    let stage = Stage::new();
    let engine = stage.open();
    engine.go("settings");
    let before = engine.screen();
    engine.tap_on("text-size/large");
    engine.touch(touch_of(&before, "text-size/largest").unwrap());
    engine.settle();
    assert_eq!(engine.screen().appearance.text_size, fl_app::texts::TextSize::Largest);
}

/// Also before there is any account, whose coming and going would empty the table by itself.
#[test]
fn an_engine_that_ended_and_an_app_that_began_anew_know_no_touch_of_before() {
    for is_open in [false, true] {
        let stage = Stage::new();
        let engine = if is_open { stage.signed_in("debt") } else { stage.open() };
        let before = all(&engine.screen());
        assert!(before.iter().all(|touch| means(&engine, touch)));
        engine.break_inside();
        engine.settle();
        engine.is_at(if is_open { "unlock" } else { "sign-in" });
        assert!(!before.iter().any(|touch| means(&engine, touch)), "{is_open}");
        do_nothing(&engine, &before);
        let now = all(&engine.screen());
        assert!(now.iter().all(|touch| means(&engine, touch)));
        engine.close();
        assert!(!now.iter().any(|touch| means(&engine, touch)), "{is_open}");
        engine.touch(now[0].clone());
        engine.settle();
        engine.is_at("starting");
    }
}
