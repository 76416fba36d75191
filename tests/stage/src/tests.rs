//! Steps of stories, played by hands without a shell.

use fl_journeys::{Report, Story};

use crate::{Headless, play_story, told};

fn played(taxpayer: &str, steps: &str) -> Report {
    let story = format!("story \"x\"\nlanguage en\ntaxpayer {taxpayer}\n{steps}");
    play_story(&Story::parse(&story).unwrap(), Headless::default(), &mut |_| {}).unwrap()
}

fn plays(taxpayer: &str, steps: &str) {
    if let Some(why) = told(&played(taxpayer, steps)) {
        panic!("{why}");
    }
}

/// The last step fails, for this reason.
fn sticks(steps: &str, why: &str) {
    let failed = played("debt", steps).failed.unwrap_or_else(|| panic!("{steps}"));
    assert_eq!(failed.line, 3 + steps.lines().count(), "{steps}: {}", failed.why);
    assert!(failed.why.contains(why), "{steps}: {}", failed.why);
}

const HOME: &str = "sign in\nchoose pin 246810\nscreen home\n";

#[test]
fn an_app_that_was_removed_has_kept_nothing_and_speaks_the_storys_language() {
    plays(
        "debt",
        &format!(
            "{HOME}reinstall\nnothing kept\nopen\nscreen sign-in\nsee \"Sign in\"\nkill\nreinstall\nopen"
        ),
    );
    sticks(&format!("{HOME}reinstall\nback"), "not open");
}

#[test]
fn the_services_books_are_read() {
    plays(
        "debt",
        &format!(
            "service sessions 0\nservice password is {{password}}\n{HOME}service sessions 1\nno letter\n\
             taxpayer empty\nservice sessions 0\nservice password is \"{{empty.password}}\"\ntaxpayer debt\n\
             revoke\nservice sessions 0\npolicy min 10"
        ),
    );
    sticks("service password is {empty.password}", "another password");
    sticks("service sessions 1", "there are 0");
}

#[test]
fn what_was_not_sent_or_opened_cannot_be_touched() {
    plays("debt", "not opened\nforget opened\nnot opened\nbrowser foreign");
    for (step, why) in [
        ("letter open", "no such letter"),
        ("letter paste inn", "no such letter"),
        ("letter code inn", "no such letter"),
        ("browser agree", "no sign-in page"),
        ("browser deny", "no sign-in page"),
        ("browser close", "no sign-in page"),
        ("opened \"https://\"", "nothing was opened"),
        ("type inn {nobody.inn}", "nobody is called"),
        ("type inn {in}", "stands for nothing"),
    ] {
        sticks(step, why);
    }
}

#[test]
fn a_finger_opens_until_others_come() {
    plays(
        "debt",
        &format!(
            "finger enrolled\n{HOME}tap tab-settings\ntap biometrics\ntap lock-now\nscreen unlock\ntap use-biometrics\n\
             screen home\nlock\nfinger refuses\ntap use-biometrics\nscreen unlock\nfinger changed\ntap use-biometrics\n\
             screen unlock\nsee \"changed\"\nunlock 246810\nscreen home"
        ),
    );
}

#[test]
fn the_devices_clock_is_set_either_way_and_the_services_is_not() {
    plays("debt", &format!("{HOME}clock forward 25h\nclock back 25h\nlater 1m"));
}

#[test]
fn ten_kilobytes_are_pasted_and_typed() {
    plays(
        "debt",
        "paste inn \"{emoji10k}\"\nclear inn\ntype inn {inn}\nsee inn \"{inn}\"\npaste inn \"\\n1\"",
    );
}
