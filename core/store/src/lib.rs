//! The encrypted offline cache of one account: snapshots of what the service said, the history of operations with its
//! search, notes and settings, in one SQLite file.
//!
//! - **Sealed.** Every value is sealed with XChaCha20-Poly1305 and bound to its place; names to look up by are keyed
//!   hashes. The file alone says how much is kept and when it was written to, not what.
//! - **Whole.** Every call is one transaction, synced before it returns: after a kill or a power cut the file holds all
//!   that was acknowledged and nothing else. A file that cannot be used is renamed, never deleted.
//! - **One owner.** A lock file keeps a second process or store out. [`Store`] is `Send` but not `Sync`, and every call
//!   blocks: the runtime gives it a thread of its own.
//!
//! Opened values are kept in bounded, wiped memory, as SQLite keeps its own pages: reading a window or a snapshot again
//! needs neither the file nor the cipher.
#![forbid(unsafe_code)]

mod checking;
mod error;
mod files;
mod history;
mod identity;
mod key;
mod notes;
mod opening;
mod plain;
mod schema;
mod seal;
mod settings;
mod snapshots;
mod store;

#[cfg(test)]
mod tests;

pub use error::StoreError;
pub use history::{Facet, Facets, HeadMerge, HistoryFilter, HistoryState, HistoryWindow};
pub use key::DataKey;
pub use notes::{Note, NoteId};
pub use opening::{Opened, SetAside, SetAsideReason};
pub use snapshots::{Snapshot, SnapshotKind};
pub use store::Store;
