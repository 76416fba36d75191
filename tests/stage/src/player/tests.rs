//! Steps of stories, played by hands without a shell.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use fl_journeys::{Answer, Report, Shell as _, Story};
use fl_runtime::Platform as _;

use crate::{Headless, Player, Stage, play_file, play_story, told};

fn played(taxpayer: &str, steps: &str) -> Report {
    let story = format!("story \"x\"\nlanguage en\ntaxpayer {taxpayer}\nplayed by desk\n{steps}");
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
    assert_eq!(failed.line, 4 + steps.lines().count(), "{steps}: {}", failed.why);
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
fn a_story_may_be_about_a_service_of_the_attested_dialect() {
    plays("debt\nservice attested", HOME);
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

/// Asks the broker for a page, as the app does.
fn broker(stage: &Stage, redirect: &str) -> String {
    let profile = stage.profile_toml().unwrap();
    let host = profile.split("http://").nth(1).unwrap().split(['"', '/']).next().unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let challenge = "A".repeat(43);
    let body =
        format!("{{\"redirectUrl\":\"{redirect}\",\"codeChallenge\":\"{challenge}\",\"state\":\"ours\"}}");
    let length = body.len();
    write!(
        stream,
        "POST /api/fl/v1/esia/url HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
        .split("\"url\":\"")
        .nth(1)
        .unwrap_or_else(|| panic!("{answer}"))
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

#[test]
fn the_person_answers_the_page_that_was_opened_and_only_once() {
    let mut player = Player::new(Stage::rehearsal().unwrap(), Headless::default()).unwrap();
    let inn = player.taxpayer("debt").unwrap().inn;
    let open = |player: &Player<Headless>| {
        let url = broker(&player.stage, "fltaxes://esia");
        let _shown = player.stage.device().unwrap().open_sign_in(&url, "fltaxes://esia");
    };
    for (answer, holds) in [(Answer::Agree { who: None }, "code="), (Answer::Deny, "error=")] {
        open(&player);
        let foreign = player.redirect(&Answer::Foreign, &inn).unwrap().unwrap();
        assert!(!foreign.contains("state=ours"), "{foreign}");
        let redirect = player.redirect(&answer, &inn).unwrap().unwrap();
        assert!(redirect.starts_with("fltaxes://esia?") && redirect.contains("state=ours"), "{redirect}");
        assert!(redirect.contains(holds), "{redirect}");
        assert!(player.redirect(&answer, &inn).is_err(), "the page is gone");
    }
    open(&player);
    assert_eq!(player.redirect(&Answer::Close, &inn), Ok(None));
    assert!(player.redirect(&Answer::Deny, &inn).is_err(), "the page is gone");
    assert_eq!(player.opened().unwrap().len(), 3);
    // A browser is another app: it outlives this one.
    open(&player);
    player.kill().unwrap();
    assert!(player.stage.device().unwrap().sign_in_page().is_some());
    player.reinstall().unwrap();
    assert!(player.stage.device().unwrap().sign_in_page().is_some());
}

#[test]
fn a_service_answers_as_the_story_says() {
    plays(
        "debt",
        "answer /oauth/token status 418 body \"a # b\" once # not the session\nsign in\nscreen sign-in\n\
         answer /ens/general set /ens/balanceAmount -77.05\n\
         tap sign-in\nscreen choose-pin\nchoose pin 246810\nsee balance \"−₽77.05\"\n\
         answer /ens/general as before\nrefresh\nsee balance \"−₽5,646.95\"",
    );
    sticks("answer /x stauts 500", "at character 4: \"stauts\" says nothing of an answer");
    sticks("answer /x for nobody empty", "nobody has the key or INN");
    sticks("answer /x file a.json", "a file stands beside a story");
    sticks("answer /oauth/token remove /nothing\nsign in", "in the answer there is no /nothing");
    let unused = played("debt", &format!("answer /never empty once\n{HOME}answer * as before\n"));
    let failed = unused.failed.unwrap();
    assert_eq!(
        (failed.line, failed.step.as_str(), failed.why.as_str()),
        (9, "the end", "no request was answered by `/never empty once`")
    );
}

#[test]
fn a_body_from_a_file_is_part_of_the_story() {
    let folder = tempfile::tempdir().unwrap();
    let story = |name: &str| {
        let steps = format!(
            "answer /oauth/token with grant_type=password file {name} status 403\nsign in\nsee \"Учения\"\n"
        );
        let text = format!("\u{feff}story \"x\"\nlanguage en\ntaxpayer debt\nplayed by desk\n{steps}");
        let path = folder.path().join(format!("{name}.story"));
        std::fs::write(&path, text).unwrap();
        path
    };
    std::fs::write(folder.path().join("words.json"), "{\"message\":\"Учения\"}").unwrap();
    let report = play_file(&story("words.json"), Headless::default(), &mut |_| {}).unwrap();
    assert_eq!(told(&report), None);
    let error = play_file(&story("none.json"), Headless::default(), &mut |_| {}).unwrap_err().to_string();
    let missing = folder.path().join("none.json");
    let expected =
        format!("is no story: line 5: at character 53: the file {} cannot be read", missing.display());
    assert!(error.contains(&expected), "{error}");
}

#[test]
fn a_secret_is_looked_at() {
    plays(
        "debt",
        "type password \"Ab-1x\"\nnot see \"Ab-1x\"\ntap password/show\nsee password \"Ab-1x\"\nsee \"Hide\"\n\
         tap \"Hide\"\nnot see \"Ab-1x\"\ntap \"Show\"\nsee \"Ab-1x\"\nclear password\ntype inn {inn}\n\
         type password {password}\ntap sign-in\nscreen choose-pin\nnot see \"{password}\"",
    );
}
