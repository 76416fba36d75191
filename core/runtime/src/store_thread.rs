//! The thread that owns the store of the open account. Everything about it happens there, one thing after another.

use std::{path::PathBuf, sync::mpsc, thread};

use fl_app::{Cache, CacheFault, Cached, LostData, Stored, VaultFault};
use fl_store::{DataKey, Kept, SetAsideReason, Store, StoreError};
use futures::channel::oneshot;
use tracing::Dispatch;

use crate::{
    drafts, kept, sendings,
    shelves::{Shelf, ShelfFault},
};

type Job = Box<dyn FnOnce(&mut Owned) + Send>;

/// What the thread owns.
#[derive(Default)]
struct Owned {
    open: Option<Open>,
}

struct Open {
    store: Store,
    folder: PathBuf,
    key: DataKey,
}

/// The way to the thread; it ends when this is dropped, after what was asked before.
pub(crate) struct StoreThread {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl StoreThread {
    pub(crate) fn start(dispatch: Dispatch) -> std::io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let thread = thread::Builder::new().name("fl-store".to_owned()).spawn(move || {
            tracing::dispatcher::with_default(&dispatch, || {
                let mut owned = Owned::default();
                while let Ok(job) = queue.recv() {
                    job(&mut owned);
                }
            });
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    async fn run<T: Send + 'static>(&self, job: impl FnOnce(&mut Owned) -> T + Send + 'static) -> Option<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |owned| {
            // Nobody may be waiting any more; the work itself is done all the same.
            let _ = answer.send(job(owned));
        });
        self.jobs.as_ref()?.send(job).ok()?;
        answered.await.ok()
    }

    /// Opens the cache of an account; what cannot be used is set aside and said.
    pub(crate) async fn open(&self, folder: PathBuf, key: DataKey) -> Result<Option<LostData>, VaultFault> {
        let opened = self.run(move |owned| {
            owned.open = None;
            let opened = Store::open(&folder, &key).map_err(|e| vault_fault(&e))?;
            owned.open = Some(Open { store: opened.store, folder, key });
            Ok(opened.set_aside.map(|aside| lost_data(aside.reason)))
        });
        opened.await.unwrap_or(Err(VaultFault::Broken))
    }

    /// Closes it; keys and plain texts leave memory.
    pub(crate) async fn close(&self) {
        let _ = self.run(|owned| owned.open = None).await;
    }

    /// Does this with the store of the account that is open.
    pub(crate) async fn kept<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, CacheFault> {
        let done =
            self.run(move |owned| owned.with_store(true, |store| work(store).map_err(ShelfFault::Store)));
        done.await.unwrap_or(Err(CacheFault::Closed))
    }

    pub(crate) async fn perform(&self, cache: Cache) -> Result<Cached, CacheFault> {
        self.run(move |owned| owned.perform(cache)).await.unwrap_or(Err(CacheFault::Closed))
    }
}

impl Drop for StoreThread {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // What was acknowledged is on disk already; this only lets the lock go before the next engine opens.
            let _ = thread.join();
        }
    }
}

impl Owned {
    fn perform(&mut self, cache: Cache) -> Result<Cached, CacheFault> {
        self.with_store(writes(&cache), |store| perform(store, cache))
    }

    fn with_store<T>(
        &mut self,
        writes: bool,
        work: impl FnOnce(&mut Store) -> Result<T, ShelfFault>,
    ) -> Result<T, CacheFault> {
        if writes && self.open.as_ref().is_some_and(|open| open.store.is_for_reading_only()) {
            self.open_again();
        }
        let open = self.open.as_mut().ok_or(CacheFault::Closed)?;
        match work(&mut open.store) {
            Ok(done) => Ok(done),
            Err(ShelfFault::Store(StoreError::Damaged { part })) => {
                tracing::warn!(target: "fl::log", part, "the cache is damaged and is set aside");
                self.start_anew();
                Err(CacheFault::Damaged)
            }
            Err(ShelfFault::Store(error)) => Err(cache_fault(&error)),
            Err(ShelfFault::NoShelf) => {
                tracing::error!(target: "fl::log", "rows of a list without a shelf");
                Err(CacheFault::Broken)
            }
        }
    }

    /// There may be room by now.
    fn open_again(&mut self) {
        let Some(Open { store, folder, key }) = self.open.take() else { return };
        // It holds the folder.
        drop(store);
        match Store::open(&folder, &key) {
            Ok(opened) => self.open = Some(Open { store: opened.store, folder, key }),
            Err(error) => tracing::warn!(target: "fl::log", %error, "the cache could not be opened again"),
        }
    }

    /// The damaged file is renamed, an empty one takes its place, and the account loads anew.
    fn start_anew(&mut self) {
        let Some(Open { store, folder, key }) = self.open.take() else { return };
        if let Err(error) = store.set_aside(SetAsideReason::Damaged) {
            tracing::warn!(target: "fl::log", %error, "setting the cache aside failed");
            return;
        }
        match Store::open(&folder, &key) {
            Ok(opened) => self.open = Some(Open { store: opened.store, folder, key }),
            Err(error) => tracing::warn!(target: "fl::log", %error, "a new cache could not be made"),
        }
    }
}

/// Whether something is to be kept.
const fn writes(cache: &Cache) -> bool {
    match cache {
        Cache::Save { .. }
        | Cache::MergeHead { .. }
        | Cache::Replace { .. }
        | Cache::AppendTail { .. }
        | Cache::Submit { .. }
        | Cache::KeepSending(_)
        | Cache::RemoveSending(_)
        | Cache::KeepDraft(_)
        | Cache::RemoveDraft(_)
        | Cache::Remember { .. } => true,
        Cache::Load | Cache::Sendings | Cache::Drafts | Cache::Recall { .. } | Cache::Window { .. } => false,
    }
}

fn perform(store: &mut Store, cache: Cache) -> Result<Cached, ShelfFault> {
    Ok(match cache {
        Cache::Load => Cached::Stored(load(store)?),
        Cache::Save { told, at } => {
            let values: Vec<_> = told.iter().filter_map(kept::keep).collect();
            let values: Vec<_> = values.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
            store.put_all(&values, at)?;
            Cached::Done
        }
        Cache::MergeHead { rows, whole, at } => {
            (Shelf::named(rows.name())?.merge_head)(store, rows, whole, at)?
        }
        Cache::Replace { rows, whole, at } => (Shelf::named(rows.name())?.replace)(store, rows, whole, at)?,
        Cache::AppendTail { expected, rows, whole } => {
            (Shelf::named(rows.name())?.append_tail)(store, expected, rows, whole)?
        }
        Cache::Sendings => Cached::Sendings(sendings::all(store)?),
        Cache::Submit { ask, at, instead, draft } => {
            Cached::Submitted(sendings::submit(store, ask, at, instead, draft.map(|draft| *draft))?)
        }
        Cache::KeepSending(sending) => {
            sendings::keep(store, &sending)?;
            Cached::Done
        }
        Cache::RemoveSending(key) => {
            sendings::remove(store, key)?;
            Cached::Done
        }
        Cache::Drafts => {
            let (drafts, unread) = drafts::all(store)?;
            Cached::Drafts { drafts, unread }
        }
        Cache::KeepDraft(draft) => {
            drafts::keep(store, &draft)?;
            Cached::Done
        }
        Cache::RemoveDraft(id) => {
            drafts::remove(store, id)?;
            Cached::Done
        }
        Cache::Recall { name } => Cached::Recalled(store.setting(name)?.is_some()),
        Cache::Remember { name } => {
            store.set_setting(name, &[1])?;
            Cached::Done
        }
        Cache::Window { list, filter, offset, limit } => {
            (Shelf::named(list)?.window)(store, &filter, offset, limit)?
        }
    })
}

/// What is kept and understood. Whatever another version kept differently is dropped: it is read anew.
fn load(store: &mut Store) -> Result<Vec<Stored>, StoreError> {
    let mut stored = Vec::new();
    for Kept { name, bytes, fetched_at } in store.get_all()? {
        if let Some(told) = kept::recall(&name, &bytes) {
            stored.push(Stored { told, fetched_at });
            continue;
        }
        tracing::info!(target: "fl::log", name, "a kept answer is not understood and is dropped");
        if let Err(error) = store.forget(&name) {
            // It is not read the next time either.
            tracing::warn!(target: "fl::log", %error, "a kept answer could not be dropped");
        }
    }
    Ok(stored)
}

fn lost_data(reason: SetAsideReason) -> LostData {
    match reason {
        SetAsideReason::WrongKey => LostData::WrongKey,
        SetAsideReason::Foreign => LostData::Foreign,
        SetAsideReason::Damaged => LostData::Damaged,
        SetAsideReason::TooNew => LostData::TooNew,
    }
}

fn cache_fault(error: &StoreError) -> CacheFault {
    tracing::warn!(target: "fl::log", %error, "the cache failed");
    match error {
        StoreError::DiskFull => CacheFault::DiskFull,
        StoreError::ReadOnly | StoreError::Denied => CacheFault::ReadOnly,
        StoreError::Damaged { .. } => CacheFault::Damaged,
        _ => CacheFault::Broken,
    }
}

fn vault_fault(error: &StoreError) -> VaultFault {
    tracing::warn!(target: "fl::log", %error, "the cache did not open");
    match error {
        StoreError::InUse => VaultFault::InUse,
        StoreError::DiskFull => VaultFault::DiskFull,
        StoreError::ReadOnly | StoreError::Denied => VaultFault::ReadOnly,
        _ => VaultFault::Broken,
    }
}

#[cfg(test)]
mod tests {
    use fl_domain::{
        Timestamp,
        service::{Question, Told, account},
    };

    use super::*;

    fn done(store: &mut Store, cache: Cache) -> Cached {
        perform(store, cache).unwrap_or_else(|_| panic!("it was not done"))
    }

    fn load(store: &mut Store) -> Vec<Told> {
        match done(store, Cache::Load) {
            Cached::Stored(stored) => stored.into_iter().map(|it| it.told).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_unknown_makes_no_save_fail_and_is_dropped_when_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), &DataKey::from_bytes([7; 32])).unwrap().store;
        let at = Timestamp::UNIX_EPOCH;
        store.put_all(&[("of a later version", b"x"), ("arrears", b"another form")], at).unwrap();
        // The history has a shelf and is not kept by name.
        let told = vec![
            account::PaymentTotals::tell(None),
            account::History::tell(Vec::new()),
            account::Accruals::tell(Vec::new()),
        ];
        assert_eq!(done(&mut store, Cache::Save { told, at }), Cached::Done);
        let mut names: Vec<&str> = load(&mut store).iter().map(Told::name).collect();
        names.sort_unstable();
        assert_eq!(names, ["accruals", "payment-totals"]);
        assert_eq!(store.get_all().unwrap().len(), 2);
    }

    #[test]
    fn what_could_not_be_kept_without_room_is_kept_once_there_is_some() {
        let folder = tempfile::tempdir().unwrap();
        let key = || DataKey::from_bytes([7; 32]);
        drop(Store::open(folder.path(), &key()).unwrap());
        let log = folder.path().join("cache.sqlite-wal");
        std::fs::create_dir(&log).unwrap();
        let store = Store::open(folder.path(), &key()).unwrap().store;
        let mut owned = Owned { open: Some(Open { store, folder: folder.path().to_owned(), key: key() }) };
        let save =
            || Cache::Save { told: vec![account::Accruals::tell(Vec::new())], at: Timestamp::UNIX_EPOCH };
        assert_eq!(owned.perform(save()), Err(CacheFault::ReadOnly));
        assert_eq!(owned.perform(Cache::Load), Ok(Cached::Stored(Vec::new())));
        std::fs::remove_dir(&log).unwrap();
        assert_eq!(owned.perform(save()), Ok(Cached::Done));
        assert!(matches!(owned.perform(Cache::Load), Ok(Cached::Stored(stored)) if stored.len() == 1));
    }

    #[test]
    fn rows_of_a_list_without_a_shelf_are_refused_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), &DataKey::from_bytes([7; 32])).unwrap().store;
        let rows = account::Accruals::tell(Vec::new());
        let replace = Cache::Replace { rows, whole: true, at: Timestamp::UNIX_EPOCH };
        assert!(matches!(perform(&mut store, replace), Err(ShelfFault::NoShelf)));
    }
}
