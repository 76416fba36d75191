//! The encrypted offline cache of one account: values by name (what the service last said), shelves of rows with windows,
//! filters and search (the history of operations and other long lists), notes and settings, in one SQLite file.
//!
//! - **Sealed.** Every value is sealed with XChaCha20-Poly1305 and bound to its place; names to look up by are keyed
//!   hashes. The file alone says how much is kept and when it was written to, not what.
//! - **Whole.** Every call is one transaction, synced before it returns: after a kill or a power cut the file holds all
//!   that was acknowledged and nothing else. A file that cannot be used is renamed, never deleted.
//! - **One owner.** A lock file keeps a second process or store out. [`Store`] is `Send` but not `Sync`, and every call
//!   blocks: the runtime gives it a thread of its own.
//!
//! Opened values are kept in bounded, wiped memory, as SQLite keeps its own pages: reading a window or a value again
//! needs neither the file nor the cipher.
#![forbid(unsafe_code)]

mod checking;
mod error;
mod files;
mod identity;
mod key;
mod notes;
mod opening;
mod plain;
mod records;
mod schema;
mod seal;
mod settings;
mod shelf;
mod store;
mod values;

#[cfg(test)]
mod tests;

pub use error::StoreError;
pub use key::DataKey;
pub use notes::{Note, NoteId};
pub use opening::{Opened, SetAside, SetAsideReason};
pub use shelf::Shelf;
pub use store::Store;
pub use values::Kept;
