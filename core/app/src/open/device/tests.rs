use crate::{
    Biometrics, Event, Place, Platform, PlatformFault, VaultFault,
    open::{device, session},
    screen::Block,
    testing::{PIN, Stand, one_locked},
    texts::Language,
};

fn stand() -> Stand {
    let mut stand = Stand::new(Language::En);
    stand.biometrics = Biometrics::Ready;
    stand
}

fn hint(stand: &Stand) -> Option<String> {
    stand.screen().blocks.first().and_then(|block| match block {
        Block::Notice(notice) if notice.key == "hint" => Some(notice.text.clone()),
        _ => None,
    })
}

fn locked_with_biometrics() -> Stand {
    let mut stand = stand();
    stand.biometrics_kept = true;
    stand.vault = one_locked(10, true);
    stand.started()
}

#[test]
fn biometrics_are_offered_only_where_the_device_has_them() {
    for (state, toggle, told) in [
        (Biometrics::Unavailable, false, false),
        (Biometrics::NotEnrolled, false, true),
        (Biometrics::Ready, true, false),
    ] {
        let mut stand = stand();
        stand.biometrics = state;
        let mut stand = stand.signed_in();
        stand.go(Place::Settings);
        let blocks = stand.screen().blocks;
        let found = blocks.iter().find(|block| block.key() == "biometrics");
        assert_eq!(matches!(found, Some(Block::Toggle(_))), toggle, "{state:?}");
        assert_eq!(matches!(found, Some(Block::Text(_))), told, "{state:?}");
    }
}

#[test]
fn biometrics_are_switched_on_and_off() {
    let mut stand = stand().signed_in();
    stand.go(Place::Settings);
    let is_on = |stand: &Stand| {
        stand.screen().blocks.iter().any(|b| matches!(b, Block::Toggle(t) if t.key == "biometrics" && t.on))
    };
    assert!(!is_on(&stand));
    stand.tap("biometrics");
    assert!(is_on(&stand) && stand.biometrics_kept);
    stand.tap("biometrics");
    assert!(!is_on(&stand) && !stand.biometrics_kept);
}

#[test]
fn switching_them_on_can_fail_and_says_so() {
    let table = [
        (PlatformFault::Cancelled, None),
        (PlatformFault::Denied, Some("The device refused")),
        (PlatformFault::Failed, Some("could not do that")),
    ];
    for (fault, expected) in table {
        let mut stand = stand().signed_in();
        stand.go(Place::Settings);
        stand.platform = Some(fault);
        stand.tap("biometrics");
        assert!(!stand.biometrics_kept);
        let hint = hint(&stand);
        match expected {
            None => assert_eq!(hint, None),
            Some(words) => assert!(hint.is_some_and(|hint| hint.contains(words)), "{fault:?}"),
        }
    }
}

#[test]
fn a_finger_opens_without_the_pin() {
    let mut stand = locked_with_biometrics();
    assert_eq!(stand.screen().key(), "unlock");
    stand.tap("use-biometrics");
    assert_eq!(stand.screen().key(), "home");
}

#[test]
fn a_finger_that_does_not_open_leaves_the_pin() {
    let table = [
        (PlatformFault::Cancelled, None, true),
        (PlatformFault::Failed, Some("Open with the PIN"), true),
        (PlatformFault::Invalidated, Some("changed, so only the PIN"), false),
    ];
    for (fault, words, still) in table {
        let mut stand = locked_with_biometrics();
        stand.type_in("pin", PIN);
        stand.platform = Some(fault);
        stand.tap("use-biometrics");
        let screen = stand.screen();
        assert_eq!(screen.key(), "unlock");
        assert_eq!(words.is_some(), screen.blocks.iter().any(|b| b.key() == "fault"), "{fault:?}");
        assert!(words.is_none_or(|words| stand.seen().contains(words)), "{fault:?}");
        assert_eq!(screen.blocks.iter().any(|b| b.key() == "use-biometrics"), still, "{fault:?}");
        // What was typed is still there.
        stand.touch(session::Intent::Unlock);
        assert_eq!(stand.screen().key(), "home");
    }
}

#[test]
fn a_finger_that_comes_too_late_changes_nothing() {
    let mut stand = locked_with_biometrics();
    stand.type_in("pin", PIN);
    stand.touch(session::Intent::Unlock);
    let late = session::Event::Opened {
        now: stand.now,
        result: Err(VaultFault::Biometrics(PlatformFault::Cancelled)),
    };
    stand.event(Event::Session(late));
    assert_eq!(stand.screen().key(), "home");
    assert_eq!(stand.locked, 0);
}

#[test]
fn wrong_pins_leave_the_finger() {
    let mut stand = locked_with_biometrics();
    stand.type_in("pin", "999999");
    stand.touch(session::Intent::Unlock);
    assert!(stand.seen().contains("9 attempts are left"), "{}", stand.seen());
    assert!(stand.screen().blocks.iter().any(|b| b.key() == "use-biometrics"));
}

#[test]
fn the_log_is_shared_and_a_failure_is_told_once() {
    let mut stand = stand().started();
    stand.go(Place::Settings);
    stand.tap("share-log");
    assert_eq!(stand.asked, [Platform::ShareLog { name: "fl-taxes-log.txt".to_owned() }]);
    assert_eq!(hint(&stand), None);
    for (fault, words) in [
        (PlatformFault::Unavailable, "has nothing that can do that"),
        (PlatformFault::NoAnswer, "did not answer"),
    ] {
        stand.platform = Some(fault);
        stand.tap("share-log");
        assert!(hint(&stand).is_some_and(|hint| hint.contains(words)), "{fault:?}");
    }
    // Typing leaves it; the next thing a person does ends it.
    stand.type_in("inn", "7");
    assert!(hint(&stand).is_some());
    stand.back();
    assert_eq!(hint(&stand), None);
}

#[test]
fn a_website_is_opened() {
    let mut stand = stand();
    stand.not_offered = Some("incomes");
    let mut stand = stand.signed_in();
    stand.go(Place::Income);
    stand.tap("open-website");
    assert_eq!(stand.asked, [Platform::OpenLink("https://example.test".to_owned())]);
}

#[test]
fn a_link_waits_for_the_account_and_a_foreign_one_is_named() {
    let mut stand = locked_with_biometrics();
    stand.follow("fltaxes://operations");
    assert_eq!(stand.screen().key(), "unlock");
    stand.tap("use-biometrics");
    assert_eq!(stand.screen().key(), "operations");
    stand.follow("fltaxes://home");
    assert_eq!(stand.screen().key(), "home");
    stand.follow("https://nalog-ru.com/");
    assert_eq!(stand.screen().key(), "home");
    assert!(hint(&stand).is_some_and(|hint| hint.contains("passed off as the tax service's")));
    stand.follow("https://pogoda.invalid/");
    assert!(hint(&stand).is_some_and(|hint| hint.contains("none of the app's own")));
}

#[test]
fn after_a_failure_of_ours_it_says_so() {
    let mut stand = stand();
    stand.vault = one_locked(10, false);
    stand.event(Event::StartAnew);
    assert_eq!(stand.screen().key(), "unlock");
    assert!(hint(&stand).is_some_and(|hint| hint.contains("started anew")));
    stand.touch(device::Intent::ShareLog);
    assert_eq!(hint(&stand), None);
}

#[test]
fn screens() {
    for language in [Language::En, Language::Ru] {
        let name = |what: &str| format!("{what}-{}", if language == Language::En { "en" } else { "ru" });
        let mut stand = Stand::new(language);
        stand.biometrics = Biometrics::Ready;
        stand.biometrics_kept = true;
        stand.vault = one_locked(10, true);
        let mut stand = stand.started();
        insta::assert_snapshot!(name("unlock-biometrics"), stand.seen());
        stand.tap("use-biometrics");
        stand.go(Place::Settings);
        stand.platform = Some(PlatformFault::Denied);
        stand.tap("share-log");
        insta::assert_snapshot!(name("settings-biometrics"), stand.seen());
    }
}
