use fl_domain::service::{ContactState, Contacts, Failure};

use crate::{CacheFault, testing::Stand, texts::Language};

fn state(confirmed: Option<&str>, pending: Option<&str>) -> ContactState {
    ContactState { confirmed: confirmed.map(str::to_owned), pending: pending.map(str::to_owned) }
}

fn all_set() -> Contacts {
    Contacts {
        email: state(Some("anna@example.test"), None),
        phone: state(Some("+79000000067"), None),
        control_word_set: true,
    }
}

fn has(stand: &Stand, key: &str) -> bool {
    stand.screen().blocks.iter().any(|block| block.key() == key)
}

#[test]
fn the_reminder_goes_once_and_for_all() {
    let mut stand = Stand::new(Language::En).signed_in();
    assert!(has(&stand, "recovery-reminder"));
    stand.tap("recovery-reminder");
    assert_eq!(stand.screen().key(), "profile");
    stand.back();
    stand.tap("no-reminder");
    assert!(!has(&stand, "recovery-reminder"));
    stand.restart();
    stand.unlock();
    assert_eq!(stand.screen().key(), "home");
    assert!(!has(&stand, "recovery-reminder"), "{}", stand.seen());
}

#[test]
fn the_reminder_is_shown_only_with_reason() {
    let shows = |change: fn(&mut Stand)| {
        let mut stand = Stand::new(Language::En);
        change(&mut stand);
        has(&stand.signed_in(), "recovery-reminder")
    };
    assert!(shows(|_| {}));
    assert!(shows(|stand| stand.service.contacts = Contacts { control_word_set: false, ..all_set() }));
    assert!(!shows(|stand| stand.service.contacts = all_set()), "all is set up");
    assert!(!shows(|stand| stand.facts.offers.clear()), "it could not be set up here");
    assert!(!shows(|stand| stand.failure = Some(Failure::Closed { until: None })), "nothing is known");
    assert!(!shows(|stand| stand.not_offered = Some("contacts")), "nothing is known");
    assert!(
        !shows(|stand| stand.cache.fault = Some(CacheFault::Broken)),
        "whether it was dismissed is not known"
    );
}
