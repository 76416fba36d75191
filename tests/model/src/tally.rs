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
const WORTH: [&str; 0] = [];

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
