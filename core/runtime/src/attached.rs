//! Files of drafts, as the store keeps them: the bytes in one record and, beside it, a small one by which they are counted.

use std::collections::HashSet;

use fl_domain::attachment::FileId;
use fl_store::{Store, StoreError};

/// The kind of their bytes among the store's records.
const KIND: &str = "file";
/// The kind of the small records: which files there are.
const INDEX: &str = "file-index";

/// Keeps a file under a new name, whole when this returns.
pub(crate) fn keep(store: &mut Store, bytes: &[u8]) -> Result<FileId, StoreError> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|_| StoreError::Encoding)?;
    let id = FileId::from_bytes(random);
    let name = id.to_string();
    store.put_records(&[(KIND, &name, bytes), (INDEX, &name, &random)], None)?;
    Ok(id)
}

/// Its bytes; `None` if it is not here.
pub(crate) fn bytes(store: &mut Store, id: FileId) -> Result<Option<Vec<u8>>, StoreError> {
    store.record(KIND, &id.to_string())
}

/// These go.
pub(crate) fn remove(store: &mut Store, ids: &[FileId]) -> Result<(), StoreError> {
    for id in ids {
        let name = id.to_string();
        // What counts it goes last: what is left over after a kill is found again.
        store.remove_record(KIND, &name)?;
        store.remove_record(INDEX, &name)?;
    }
    Ok(())
}

/// All but these go.
pub(crate) fn keep_only(store: &mut Store, held: &[FileId]) -> Result<(), StoreError> {
    let held: HashSet<&FileId> = held.iter().collect();
    let all = store.records(INDEX)?;
    let ids =
        all.iter().filter_map(|bytes| <[u8; 16]>::try_from(bytes.as_slice()).ok().map(FileId::from_bytes));
    let gone: Vec<FileId> = ids.filter(|id| !held.contains(id)).collect();
    if !gone.is_empty() {
        tracing::info!(target: "fl::log", "{} files belong to no draft and go", gone.len());
    }
    remove(store, &gone)
}

#[cfg(test)]
mod tests {
    use fl_store::DataKey;

    use super::*;

    #[test]
    fn what_belongs_to_no_draft_goes_and_the_rest_stays_whole() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), &DataKey::from_bytes([7; 32])).unwrap().store;
        let large = vec![7; 3_000_000];
        let one = keep(&mut store, &large).unwrap();
        let two = keep(&mut store, b"two").unwrap();
        assert_ne!(one, two);
        keep_only(&mut store, &[one]).unwrap();
        assert_eq!(bytes(&mut store, one).unwrap(), Some(large));
        assert_eq!(bytes(&mut store, two).unwrap(), None);
        remove(&mut store, &[one, two]).unwrap();
        assert_eq!((bytes(&mut store, one).unwrap(), store.records(INDEX).unwrap().len()), (None, 0));
    }
}
