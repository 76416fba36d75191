//! Drafts of forms, as the store keeps them: one record each, in postcard's form.

use fl_app::{Draft, DraftId};
use fl_store::{Store, StoreError};
use serde::{Deserialize, Serialize};

/// Their kind among the store's records.
pub(crate) const KIND: &str = "draft";

/// The form of a record: a later one has another number, and what is in an older form is carried over, never dropped.
const FORM: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Record<D> {
    form: u8,
    draft: D,
}

/// All of them, in the order in which they were begun, and how many are not understood: those stay where they are, a later version of
/// the app may understand them.
pub(crate) fn all(store: &mut Store) -> Result<(Vec<Draft>, usize), StoreError> {
    let records = store.records(KIND)?;
    let drafts: Vec<Draft> = records.iter().filter_map(|bytes| read(bytes)).collect();
    let unread = records.len() - drafts.len();
    if unread > 0 {
        tracing::warn!(target: "fl::log", "{unread} drafts are not understood");
    }
    Ok((drafts, unread))
}

/// Keeps it, unless a later edition is kept already: two writings may overtake each other on their way here.
pub(crate) fn keep(store: &mut Store, draft: &Draft) -> Result<(), StoreError> {
    if is_later_kept(store, draft)? {
        return Ok(());
    }
    let bytes = write(draft).ok_or(StoreError::Encoding)?;
    store.put_record(KIND, &name(draft.id), &bytes, None)
}

/// It goes.
pub(crate) fn remove(store: &mut Store, id: DraftId) -> Result<(), StoreError> {
    store.remove_record(KIND, &name(id)).map(drop)
}

fn is_later_kept(store: &mut Store, draft: &Draft) -> Result<bool, StoreError> {
    match store.record(KIND, &name(draft.id))?.map(|bytes| read(&bytes)) {
        None => Ok(false),
        Some(Some(kept)) => Ok(kept.edition >= draft.edition),
        // What is kept for a later version is never written over.
        Some(None) => Err(StoreError::Encoding),
    }
}

pub(crate) fn name(id: DraftId) -> String {
    id.0.to_string()
}

pub(crate) fn write(draft: &Draft) -> Option<Vec<u8>> {
    postcard::to_stdvec(&Record { form: FORM, draft }).ok()
}

fn read(bytes: &[u8]) -> Option<Draft> {
    let (record, rest) = postcard::take_from_bytes::<Record<Draft>>(bytes).ok()?;
    (record.form == FORM && rest.is_empty()).then_some(record.draft)
}

#[cfg(test)]
mod tests;
