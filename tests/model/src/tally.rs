//! How often each step and each state worth reaching was reached.

use std::{cell::RefCell, collections::BTreeMap};

thread_local! {
    /// A test runs in a thread of its own.
    static COUNTED: RefCell<BTreeMap<&'static str, u64>> = const { RefCell::new(BTreeMap::new()) };
}

pub(crate) fn reached(name: &'static str) {
    COUNTED.with_borrow_mut(|counted| *counted.entry(name).or_default() += 1);
}

pub(crate) fn reached_if(is_reached: bool, name: &'static str) {
    if is_reached {
        reached(name);
    }
}

pub(crate) fn begin() {
    COUNTED.with_borrow_mut(BTreeMap::clear);
}

/// Everything that has to be reached.
const WORTH: [&str; 59] = [
    "a countdown",
    "a countdown although nobody could be asked",
    "a first wrong entry",
    "a foreign link",
    "a form after a block",
    "a good link",
    "a letter",
    "a letter is pasted while recovery is closed",
    "a link cannot be looked at",
    "a link that ran out while a password was chosen",
    "a look",
    "a look is lost",
    "a malformed entry",
    "a malformed sign-in",
    "a new password",
    "a new password, and the answer to the sign-in is lost",
    "a second wrong entry",
    "a stale link",
    "a used link",
    "a weak password",
    "a wrong password",
    "an entry while blocked",
    "an old password",
    "an older link that is good",
    "attempts left are told",
    "blocked by a third wrong entry",
    "blocked without an answer",
    "blocked elsewhere",
    "changed, unheard",
    "digits of a picture",
    "how it stands cannot be asked",
    "locked by time or clock",
    "no link",
    "not changed, unheard",
    "recovery is seen without knowing the time",
    "reopened",
    "restarted while blocked",
    "signed in",
    "signed in with a new password",
    "step: back",
    "step: keep a PIN",
    "step: killed",
    "step: later",
    "step: look",
    "step: lose the next answer",
    "step: open a link",
    "step: recover",
    "step: recover elsewhere",
    "step: reinstall",
    "step: restart",
    "step: set a password",
    "step: sign in",
    "step: the device's clock",
    "step: unlock",
    "the answer to a sign-in is lost",
    "the answer to an entry is lost",
    "the device's clock is set while blocked",
    "the very second a block ends",
    "tried elsewhere while blocked",
];

pub(crate) fn end(at_least: u64) {
    COUNTED.with_borrow(|counted| {
        for (name, count) in counted {
            println!("{count:8} {name}");
        }
        let rare: Vec<_> =
            WORTH.iter().filter(|name| counted.get(*name).copied().unwrap_or(0) < at_least).collect();
        assert!(rare.is_empty(), "reached fewer than {at_least} times: {rare:?}");
    });
}
