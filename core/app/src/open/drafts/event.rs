use crate::kit::{
    effects::CacheFault,
    form::{Draft, DraftId},
};

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// What this device holds: the drafts, and how many are not understood.
    Loaded(Result<(Vec<Draft>, usize), CacheFault>),
    /// An edition of one is kept, or is not.
    Kept(DraftId, Result<(), CacheFault>),
    /// One is gone from this device, or is not.
    Removed(DraftId, Result<(), CacheFault>),
}
