use fl_domain::service::{
    Failure, OfflineCause,
    contacts::{SetEmail, SetPhone},
    outbox::{Fate, FateTold},
};

use crate::{CacheFault, open::Place, testing::Stand, texts::Language};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

fn email(stand: &mut Stand, address: &str) {
    stand.go(Place::Email);
    stand.type_in("email", address);
    stand.tap("save");
}

#[test]
fn screens() {
    golden("outbox-none", |stand| {
        let mut stand = stand.signed_in();
        stand.go(Place::Outbox);
        stand
    });
    golden("outbox", |stand| {
        let mut stand = stand.signed_in();
        email(&mut stand, "anna@example.test");
        stand.tell::<SetEmail>(Err(Failure::Refused { words: "Адрес занят".to_owned() }));
        email(&mut stand, "anna.b@example.test");
        stand.tell::<SetPhone>(Err(Failure::Offline(OfflineCause::Lost)));
        stand.tell::<Fate>(Err(Failure::Offline(OfflineCause::Lost)));
        stand.go(Place::Phone);
        stand.type_in("phone", "+79000000067");
        stand.tap("save");
        stand.failure = Some(Failure::Offline(OfflineCause::NoNetwork));
        email(&mut stand, "anna.c@example.test");
        stand.go(Place::Outbox);
        stand.tap("outbox-0");
        stand
    });
    golden("outbox-nobody-knows", |stand| {
        let mut stand = stand.signed_in();
        stand.tell::<SetEmail>(Err(Failure::Offline(OfflineCause::Lost)));
        let known_since = Some(fl_domain::Timestamp::MAX);
        stand.tell::<Fate>(Ok(FateTold::Unheard { known_since }));
        email(&mut stand, "anna@example.test");
        stand.go(Place::Outbox);
        stand.tap("outbox-0");
        stand
    });
    golden("outbox-disk-full", |stand| {
        let mut stand = stand.signed_in();
        stand.cache.fault = Some(CacheFault::DiskFull);
        email(&mut stand, "anna@example.test");
        stand
    });
}

#[test]
fn one_is_opened_and_closed() {
    let mut stand = Stand::new(Language::En).signed_in();
    email(&mut stand, "anna@example.test");
    stand.go(Place::Outbox);
    stand.tap("outbox-0");
    assert!(stand.seen().contains("You asked for this"), "{}", stand.seen());
    stand.tap("outbox-0");
    assert!(!stand.seen().contains("You asked for this"), "{}", stand.seen());
    stand.tap("outbox-0");
    stand.tap("outbox-dismiss");
    assert!(stand.seen().contains("Nothing to be sent"), "{}", stand.seen());
}

/// What this device could not be asked is not told as none.
#[test]
fn a_device_that_cannot_be_asked_is_not_taken_for_an_empty_one() {
    let mut stand = Stand::new(Language::En);
    stand.cache.fault = Some(CacheFault::Broken);
    let mut stand = stand.signed_in();
    stand.go(Place::Outbox);
    assert!(!stand.seen().contains("Nothing to be sent"), "{}", stand.seen());
}
