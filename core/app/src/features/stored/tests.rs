use crate::{
    Sizes,
    open::{Place, session},
    testing::Stand,
    texts::Language,
};

fn golden(name: &str, make: impl Fn(Stand) -> Stand) {
    for (language, code) in [(Language::Ru, "ru"), (Language::En, "en")] {
        insta::assert_snapshot!(format!("{name}-{code}"), make(Stand::new(language)).seen());
    }
}

fn at(stand: Stand, place: Place) -> Stand {
    let mut stand = stand.signed_in();
    stand.go(place);
    stand
}

#[test]
fn screens() {
    golden("stored", |mut stand| {
        stand.sizes = Sizes { cache: 1_234_567, keys: 412 };
        stand.biometrics_kept = true;
        stand.for_this_run_only = true;
        at(stand, Place::Stored)
    });
}

#[test]
fn what_is_stored_is_measured_and_removed() {
    let mut stand = at(Stand::new(Language::En), Place::Stored);
    assert!(stand.seen().contains("0 kB"), "{}", stand.seen());
    stand.tap("sign-out");
    assert_eq!(stand.screen().key(), "sign-out");
    stand.touch(session::Intent::SignOut);
    assert_eq!(stand.screen().key(), "sign-in");
}
