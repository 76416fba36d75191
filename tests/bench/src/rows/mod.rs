//! The lines of the table, a file for each thing measured.

mod boundary;
mod engine_memory;
mod engine_search;
mod forms;
mod home;
mod memory;
mod opening;
mod search;
mod size;
mod sqlcipher;
mod unlocking;
mod values;
mod windows;

pub use engine_memory::probe as probe_engine;
pub use memory::probe as probe_memory;

use crate::Producer;

/// Every producer, in the table's order.
pub const ALL: &[Producer] = &[
    opening::rows,
    windows::rows,
    values::rows,
    sqlcipher::rows,
    search::rows,
    memory::rows,
    home::rows,
    unlocking::rows,
    engine_search::rows,
    forms::rows,
    engine_memory::rows,
    size::rows,
    boundary::rows,
];

use std::path::Path;

use fl_domain::{Timestamp, account::Operation};
use fl_store::{DataKey, Store};

use crate::{Outcome, sample};

/// The key of every cache made here: nothing in them is anyone's.
fn key() -> DataKey {
    DataKey::from_bytes([42; 32])
}

fn open(folder: &Path) -> Outcome<Store> {
    Ok(Store::open(folder, &key())?.store)
}

/// A sealed cache of an account with this history.
fn fill(folder: &Path, history: &[Operation]) -> Outcome<Store> {
    let mut store = open(folder)?;
    store.put_all(&sample::given(&sample::values()?), Timestamp::UNIX_EPOCH)?;
    store.shelf().replace(history, true, Timestamp::UNIX_EPOCH)?;
    Ok(store)
}
