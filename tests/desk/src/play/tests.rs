use fl_journeys::Story;

/// Plays a story, and says what was on the screen where it failed.
fn tell(file: &str, text: &str) {
    let story = Story::parse(text).unwrap_or_else(|why| panic!("{file}: {why}"));
    let report = super::one(&story, &mut |_| {}).unwrap();
    if let Some(why) = super::told(&report) {
        panic!("{file}: {} ({} steps passed)\n{why}", report.name, report.passed);
    }
}

/// One test a story, each in its own folder and with its own sandbox.
macro_rules! stories {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            let file = concat!(stringify!($name), ".story");
            tell(file, include_str!(concat!("../../../journeys/stories/", stringify!($name), ".story")));
        })*

        #[test]
        fn every_story_is_played() {
            let here: Vec<_> = [$(stringify!($name)),*].map(|name| format!("{name}.story")).into();
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../journeys/stories");
            for entry in std::fs::read_dir(folder).unwrap() {
                let file = entry.unwrap().file_name().into_string().unwrap();
                assert!(here.contains(&file), "{file} is not in this list");
            }
        }
    };
}

stories! {
    another_person
    auto_lock
    captcha
    captcha_back
    clock_back
    day_offline
    debt
    empty
    expired_token
    expired_token_xml
    filters
    first_sign_in
    forgotten_pin
    html
    kill_and_reopen
    maintenance
    maintenance_ru
    many_taxes
    no_debt
    no_taxinfo
    odd_amounts
    offline
    offline_sign_in
    operations
    operations_scroll
    overpaid
    pin_form
    refresh_answer_lost
    refresh_without_token
    revoked
    server_error
    settings
    sign_out
    slow
    ten_wrong_pins
    truncated
    wrong_check_digit
    wrong_password
    wrong_password_ru
    wrong_pins
}
