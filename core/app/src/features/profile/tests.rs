use fl_domain::service::{
    Capability, ContactState, Contacts, Failure, OfflineCause, PasswordStatus, SignInRecord, SignInWay,
};

use crate::{
    Platform,
    open::{Place, session},
    screen::Block,
    testing::{EVERYTHING, Stand},
    texts::Language,
};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

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

fn record(id: &str, at: &str, is_current: bool, is_open: bool) -> SignInRecord {
    SignInRecord {
        id: id.to_owned(),
        at: at.parse().unwrap(),
        way: if id == "c" { SignInWay::Esia } else { SignInWay::Password },
        device: if id == "c" { String::new() } else { format!("Телефон {id}") },
        place: if id == "b" { String::new() } else { "Москва".to_owned() },
        is_current,
        is_open,
    }
}

fn sign_ins() -> Vec<SignInRecord> {
    vec![
        record("c", "2025-03-01T10:00:00Z", false, false),
        record("a", "2026-11-22T08:59:00Z", true, true),
        record("b", "2026-11-21T20:30:00Z", false, true),
    ]
}

fn at(stand: Stand, place: Place) -> Stand {
    let mut stand = stand.signed_in();
    stand.go(place);
    stand
}

#[test]
fn screens() {
    golden("profile", |mut stand| {
        stand.service.contacts = all_set();
        stand.service.sign_ins = sign_ins();
        stand.service.password = Some(PasswordStatus::Own { changed: Some("2026-05-03".parse().unwrap()) });
        at(stand, Place::Profile)
    });
    golden("profile-not-set-up", |mut stand| {
        stand.service.contacts.email = state(Some("anna@example.test"), Some("anna.new@example.test"));
        stand.service.contacts.phone = state(None, Some("+79000000067"));
        stand.service.password =
            Some(PasswordStatus::Primary { issued: "2026-11-10".parse().unwrap(), confirmed: true });
        at(stand, Place::Profile)
    });
    golden("profile-not-offered", |mut stand| {
        stand.facts.offers.clear();
        at(stand, Place::Profile)
    });
    golden("profile-offline", |mut stand| {
        stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
        stand.vault = crate::testing::one_locked(10, false);
        let mut stand = stand.started();
        stand.unlock();
        stand.go(Place::Profile);
        stand
    });
}

#[test]
fn every_row_leads_where_it_says() {
    let mut stand = Stand::new(Language::En);
    stand.service.contacts = all_set();
    let mut stand = at(stand, Place::Home);
    stand.tap("profile");
    for (key, page) in [
        ("email", "contact-email"),
        ("phone", "contact-phone"),
        ("control-word", "contact-word"),
        ("password", "password"),
        ("sign-ins", "sign-ins"),
        ("settings", "settings"),
        ("stored", "stored"),
        ("name", "name"),
    ] {
        assert_eq!(stand.screen().key(), "profile", "before {key}");
        stand.tap(key);
        assert_eq!(stand.screen().key(), page, "{key}");
        stand.back();
    }
    stand.tap("sign-out");
    assert_eq!(stand.screen().key(), "sign-out");
}

#[test]
fn what_is_not_offered_is_on_the_website() {
    for (part, key) in [
        (Capability::Contacts, "contacts-website"),
        (Capability::Password, "password-website"),
        (Capability::SignIns, "sign-ins-website"),
    ] {
        let mut stand = Stand::new(Language::En);
        stand.facts.offers = EVERYTHING.iter().copied().filter(|offered| *offered != part).collect();
        let mut stand = at(stand, Place::Profile);
        stand.tap(key);
        assert_eq!(stand.asked, [Platform::OpenLink("https://example.test".to_owned())], "{part:?}");
        assert!(!stand.seen().contains("unexpected"), "{}", stand.seen());
    }
}

#[test]
fn only_what_is_offered_is_read() {
    let own = ["password", "contacts", "sign-ins"];
    for offers in [Vec::new(), EVERYTHING.to_vec()] {
        let mut stand = Stand::new(Language::En);
        stand.facts.offers.clone_from(&offers);
        let stand = stand.signed_in();
        for name in own {
            assert_eq!(stand.sent.iter().any(|sent| sent == name), !offers.is_empty(), "{name}");
        }
    }
}

#[test]
fn no_page_of_the_account_outlives_it() {
    for place in [Place::Profile, Place::SignIns, Place::Stored, Place::Password] {
        let mut stand = at(Stand::new(Language::En), place);
        stand.touch(session::Intent::Lock);
        assert_eq!(stand.screen().key(), "unlock", "{place:?}");
        // Nor can it be opened without one.
        stand.go(place);
        assert_eq!(stand.screen().key(), "unlock", "{place:?}");
    }
}

#[test]
fn every_value_has_its_age() {
    let mut stand = Stand::new(Language::En);
    stand.service.contacts = all_set();
    let mut stand = stand.signed_in();
    stand.later(120);
    stand.go(Place::Profile);
    let section = stand.screen().blocks.into_iter().find_map(|block| match block {
        Block::Section(section) if section.key == "contacts" => section.detail,
        _ => None,
    });
    assert_eq!(section.as_deref(), Some("from the service, 2 minutes ago"));
}
