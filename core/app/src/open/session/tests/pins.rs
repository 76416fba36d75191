//! What a PIN is, before anything is made with it or an attempt spent.

use fl_domain::{Secret, service::SignIn};

use super::refused_with;
use crate::{
    VaultFault, VaultStatus,
    open::session,
    testing::{PIN, Stand, inn, one_locked},
    texts::Language,
};

#[test]
fn pins_are_checked_before_anything_is_made_or_spent() {
    let mut stand = Stand::new(Language::En).started();
    stand.type_in("inn", inn().as_str());
    stand.type_in("password", "x");
    stand.touch(session::Intent::SignIn);
    for (pin, again, text) in [
        ("12345", "12345", "6 to 16 digits"),
        ("12345a", "12345a", "6 to 16 digits"),
        ("12345678901234567", "12345678901234567", "6 to 16 digits"),
        ("١٢٣٤٥٦", "١٢٣٤٥٦", "6 to 16 digits"),
        ("135790", "135791", "differ"),
    ] {
        stand.type_in("pin", pin);
        stand.type_in("pin-again", again);
        stand.touch(session::Intent::KeepPin);
        assert!(stand.seen().contains(text), "{pin}: {}", stand.seen());
        assert_eq!(stand.vault, VaultStatus::Empty);
    }
}

/// A PIN that comes from a note or a manager brings marks along. Both PINs are the same if they look the same, and it opens by
/// what is seen, whichever way it is typed the next time.
#[test]
fn a_pin_is_what_is_seen_of_it() {
    let pasted = ["\u{200e}135790\u{feff}", " 135\u{200b}790\u{a0}\n", "\u{202d}\u{2066}135790\u{2069}"];
    for marked in pasted {
        for (pin, again) in [(marked, PIN), (PIN, marked), (marked, marked)] {
            let mut stand = refused_with(Stand::new(Language::En), SignIn::Accepted);
            stand.type_in("pin", pin);
            stand.type_in("pin-again", again);
            stand.touch(session::Intent::KeepPin);
            assert_eq!(stand.made_for, Some(inn()), "{pin:?} {again:?}: {}", stand.seen());
            assert_eq!(stand.made_with.as_ref().map(Secret::expose), Some(PIN), "{pin:?} {again:?}");
        }
        let mut stand = Stand::new(Language::En);
        stand.vault = one_locked(10, false);
        let mut stand = stand.started();
        stand.type_in("pin", marked);
        stand.touch(session::Intent::Unlock);
        assert_eq!(stand.screen().key(), "home", "{marked:?}");
    }
    // What was warned of is kept the second time, also where marks came to it or went.
    let mut stand = refused_with(Stand::new(Language::En), SignIn::Accepted);
    for pin in ["000000", "\u{200b}000000"] {
        assert_eq!(stand.made_for, None);
        stand.type_in("pin", pin);
        stand.type_in("pin-again", pin);
        stand.touch(session::Intent::KeepPin);
    }
    assert_eq!(stand.made_for, Some(inn()), "{}", stand.seen());
}

/// As in every field of digits: digits of another writing are none, and what is seen between them belongs to them.
#[test]
fn no_attempt_is_spent_on_a_pin_of_other_signs() {
    for pin in ["١٢٣٤٥٦", "１３５７９０", "𝟏𝟑𝟓𝟕𝟗𝟎", "135 790", "135\u{a0}790", "135\t790", "\u{200b}\u{a0}"]
    {
        let mut stand = Stand::new(Language::En);
        stand.vault = one_locked(10, false);
        let mut stand = stand.started();
        stand.type_in("pin", pin);
        stand.touch(session::Intent::Unlock);
        assert!(stand.seen().contains("6 to 16 digits"), "{pin:?}: {}", stand.seen());
    }
}

/// It is what the device lacks, and no wrong PIN: once that is mended the same PIN opens.
#[test]
fn a_device_that_cannot_open_it_is_said_and_spends_nothing() {
    for (fault, words) in [
        (VaultFault::DiskFull, "no room left on this device. Free some and try again; nothing was lost"),
        (VaultFault::ReadOnly, "cannot be written"),
    ] {
        let mut stand = Stand::new(Language::En);
        stand.vault = one_locked(10, false);
        let mut stand = stand.started();
        stand.unlock_fault = Some(fault);
        stand.type_in("pin", PIN);
        stand.touch(session::Intent::Unlock);
        assert!(stand.seen().contains(words), "{fault:?}: {}", stand.seen());
        assert!(!stand.seen().contains("attempt"), "{fault:?}: {}", stand.seen());
        stand.unlock_fault = None;
        stand.type_in("pin", PIN);
        stand.touch(session::Intent::Unlock);
        assert_eq!(stand.screen().key(), "home", "{fault:?}");
    }
}
