use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../journeys/stories");

/// Plays a story, and says what was on the screen where it failed.
fn tell(name: &str) {
    let report = super::one(&Path::new(FOLDER).join(format!("{name}.story")), &mut |_| {}).unwrap();
    if let Some(why) = super::told(&report) {
        panic!("{name}: {} ({} steps passed)\n{why}", report.name, report.passed);
    }
}

/// One test a story, each in its own folder and with its own sandbox.
macro_rules! stories {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            tell(stringify!($name));
        })*

        #[test]
        fn every_story_is_played() {
            let here: Vec<_> = [$(stringify!($name)),*].map(|name| format!("{name}.story")).into();
            for entry in std::fs::read_dir(FOLDER).unwrap() {
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
    deep_link
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
    support_log
    ten_wrong_pins
    truncated
    wrong_check_digit
    wrong_password
    wrong_password_ru
    wrong_pins
}
