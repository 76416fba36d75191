//! The thread that owns the store of the open account. Everything about it happens there, one thing after another.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
};

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

/// Two files of one account under one key. What the service knows too is read anew where its file is lost; what only this device knows, things
/// to be sent, drafts and their files, lies apart, so that a damaged cache never takes it along.
struct Open {
    cache: Half,
    own: Half,
}

/// One of the two.
struct Half {
    /// `None` where it could not be opened; that is tried again when something is asked of it.
    store: Option<Store>,
    folder: PathBuf,
    key: Arc<DataKey>,
}

/// The folder of what only this device knows, within the account's.
const OWN: &str = "own";

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
            let key = Arc::new(key);
            let (cache, lost) = Half::open(folder.clone(), &key).map_err(|e| vault_fault(&e))?;
            // Without it the account still opens: what is asked of it is answered by what stands in the way.
            let (own, lost_own) = match Half::open(folder.join(OWN), &key) {
                Ok(opened) => opened,
                Err(error) => {
                    tracing::warn!(target: "fl::log", %error, "what only this device knows could not be opened");
                    (Half { store: None, folder: folder.join(OWN), key }, None)
                }
            };
            let mut open = Open { cache, own };
            open.carry_over();
            owned.open = Some(open);
            Ok(lost_own.map(|_| LostData::Own).or(lost.map(lost_data)))
        });
        opened.await.unwrap_or(Err(VaultFault::Broken))
    }

    /// Closes it; keys and plain texts leave memory.
    pub(crate) async fn close(&self) {
        let _ = self.run(|owned| owned.open = None).await;
    }

    /// Does this with what only this device knows of the account that is open.
    pub(crate) async fn own<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, CacheFault> {
        self.run(move |owned| owned.own(work)).await.unwrap_or(Err(CacheFault::Closed))
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
        let open = self.open.as_mut().ok_or(CacheFault::Closed)?;
        let half = if is_own(&cache) { &mut open.own } else { &mut open.cache };
        half.with(writes(&cache), |store| perform(store, cache))
    }

    fn own<T>(&mut self, work: impl FnOnce(&mut Store) -> Result<T, StoreError>) -> Result<T, CacheFault> {
        let open = self.open.as_mut().ok_or(CacheFault::Closed)?;
        open.own.with(true, |store| work(store).map_err(ShelfFault::Store))
    }
}

impl Open {
    /// An earlier version kept what is to be sent in the cache. It goes from there once it is kept here.
    fn carry_over(&mut self) {
        let Some((cache, own)) = self.cache.store.as_mut().zip(self.own.store.as_mut()) else { return };
        if let Err(error) = sendings::carry_over(cache, own) {
            // It is tried again the next time.
            tracing::warn!(target: "fl::log", %error, "what is to be sent could not be carried over");
        }
    }
}

impl Half {
    /// What cannot be used is set aside and named.
    fn open(folder: PathBuf, key: &Arc<DataKey>) -> Result<(Self, Option<SetAsideReason>), StoreError> {
        let opened = Store::open(&folder, key)?;
        let half = Self { store: Some(opened.store), folder, key: Arc::clone(key) };
        Ok((half, opened.set_aside.map(|aside| aside.reason)))
    }

    fn with<T>(
        &mut self,
        writes: bool,
        work: impl FnOnce(&mut Store) -> Result<T, ShelfFault>,
    ) -> Result<T, CacheFault> {
        if self.store.as_ref().is_none_or(|store| writes && store.is_for_reading_only()) {
            self.open_again()?;
        }
        let store = self.store.as_mut().ok_or(CacheFault::Broken)?;
        match work(store) {
            Ok(done) => Ok(done),
            Err(ShelfFault::Store(StoreError::Damaged { part })) => {
                tracing::warn!(target: "fl::log", part, "a file of the account is damaged and is set aside");
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
    fn open_again(&mut self) -> Result<(), CacheFault> {
        // It holds the folder.
        drop(self.store.take());
        match Store::open(&self.folder, &self.key) {
            Ok(opened) => {
                self.store = Some(opened.store);
                // Whoever asks hears that what was there is not any longer.
                if opened.set_aside.is_some() { Err(CacheFault::Damaged) } else { Ok(()) }
            }
            Err(error) => Err(cache_fault(&error)),
        }
    }

    /// The damaged file is renamed, and an empty one takes its place.
    fn start_anew(&mut self) {
        let Some(store) = self.store.take() else { return };
        if let Err(error) = store.set_aside(SetAsideReason::Damaged) {
            tracing::warn!(target: "fl::log", %error, "setting the file aside failed");
            return;
        }
        if self.open_again().is_err() {
            tracing::warn!(target: "fl::log", "a new file could not be made");
        }
    }
}

/// Whether it is about what only this device knows.
const fn is_own(cache: &Cache) -> bool {
    match cache {
        Cache::Submit { .. }
        | Cache::KeepSending(_)
        | Cache::RemoveSending(_)
        | Cache::Sendings
        | Cache::KeepDraft(_)
        | Cache::RemoveDraft(_)
        | Cache::Drafts => true,
        Cache::Load
        | Cache::Save { .. }
        | Cache::MergeHead { .. }
        | Cache::Replace { .. }
        | Cache::AppendTail { .. }
        | Cache::Window { .. }
        | Cache::Recall { .. }
        | Cache::Remember { .. } => false,
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
        let half = |folder: PathBuf| Half::open(folder, &Arc::new(key())).unwrap().0;
        let cache = half(folder.path().to_owned());
        let mut owned = Owned { open: Some(Open { cache, own: half(folder.path().join(OWN)) }) };
        let save =
            || Cache::Save { told: vec![account::Accruals::tell(Vec::new())], at: Timestamp::UNIX_EPOCH };
        assert_eq!(owned.perform(save()), Err(CacheFault::ReadOnly));
        assert_eq!(owned.perform(Cache::Load), Ok(Cached::Stored(Vec::new())));
        std::fs::remove_dir(&log).unwrap();
        assert_eq!(owned.perform(save()), Ok(Cached::Done));
        assert!(matches!(owned.perform(Cache::Load), Ok(Cached::Stored(stored)) if stored.len() == 1));
    }

    fn owned(folder: &std::path::Path) -> (Owned, Option<LostData>) {
        let thread = StoreThread::start(Dispatch::none()).unwrap();
        let lost = futures::executor::block_on(thread.open(folder.to_owned(), DataKey::from_bytes([7; 32])))
            .unwrap();
        drop(thread);
        let key = Arc::new(DataKey::from_bytes([7; 32]));
        let cache = Half::open(folder.to_owned(), &key).unwrap().0;
        let own = Half::open(folder.join(OWN), &key).unwrap().0;
        (Owned { open: Some(Open { cache, own }) }, lost)
    }

    fn submit(owned: &mut Owned) -> fl_app::Sending {
        let ask =
            fl_domain::service::contacts::SetEmail(fl_domain::access::Email::parse("a@b.test").unwrap())
                .ask();
        let submit = Cache::Submit { ask, at: Timestamp::UNIX_EPOCH, instead: None, draft: None };
        match owned.perform(submit) {
            Ok(Cached::Submitted(sending)) => sending,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_damaged_cache_takes_nothing_along_that_only_this_device_knows() {
        let folder = tempfile::tempdir().unwrap();
        let (mut first, lost) = owned(folder.path());
        assert_eq!(lost, None);
        let sending = submit(&mut first);
        drop(first);
        std::fs::write(folder.path().join("cache.sqlite"), b"no cache any more").unwrap();
        let (mut second, lost) = owned(folder.path());
        assert!(matches!(lost, Some(LostData::Foreign | LostData::Damaged)), "{lost:?}");
        assert_eq!(second.perform(Cache::Sendings), Ok(Cached::Sendings(vec![sending])));
        drop(second);
        std::fs::write(folder.path().join(OWN).join("cache.sqlite"), b"nor this").unwrap();
        let (mut third, lost) = owned(folder.path());
        assert_eq!(lost, Some(LostData::Own));
        assert_eq!(third.perform(Cache::Sendings), Ok(Cached::Sendings(Vec::new())));
    }

    #[test]
    fn what_an_earlier_version_kept_in_the_cache_is_carried_over_once() {
        let folder = tempfile::tempdir().unwrap();
        let key = || DataKey::from_bytes([7; 32]);
        let mut cache = Store::open(folder.path(), &key()).unwrap().store;
        let ask = || {
            fl_domain::service::contacts::SetEmail(fl_domain::access::Email::parse("a@b.test").unwrap()).ask()
        };
        let kept = sendings::submit(&mut cache, ask(), Timestamp::UNIX_EPOCH, None, None).unwrap();
        drop(cache);
        let (mut opened, _) = owned(folder.path());
        assert_eq!(opened.perform(Cache::Sendings), Ok(Cached::Sendings(vec![kept.clone()])));
        let cache = opened.open.as_mut().unwrap().cache.store.as_mut().unwrap();
        assert!(sendings::all(cache).unwrap().is_empty());
        // One that went on since is not put back to where it was.
        let mut went_on = kept.clone();
        went_on.leaves(Timestamp::UNIX_EPOCH);
        opened.perform(Cache::KeepSending(Box::new(went_on.clone()))).unwrap();
        let cache = opened.open.as_mut().unwrap().cache.store.as_mut().unwrap();
        sendings::keep(cache, &kept).unwrap();
        drop(opened);
        let (mut again, _) = owned(folder.path());
        assert_eq!(again.perform(Cache::Sendings), Ok(Cached::Sendings(vec![went_on])));
    }

    #[test]
    fn what_only_this_device_knows_stands_in_no_ones_way_where_it_cannot_be_opened() {
        let folder = tempfile::tempdir().unwrap();
        // A file where its folder should be: nothing can be made there.
        std::fs::write(folder.path().join(OWN), b"in the way").unwrap();
        let thread = StoreThread::start(Dispatch::none()).unwrap();
        let opened = thread.open(folder.path().to_owned(), DataKey::from_bytes([7; 32]));
        assert_eq!(futures::executor::block_on(opened), Ok(None));
        let perform = |cache| futures::executor::block_on(thread.perform(cache));
        assert_eq!(perform(Cache::Load), Ok(Cached::Stored(Vec::new())));
        assert!(
            perform(Cache::Sendings).is_err() && perform(Cache::Drafts).is_err(),
            "not known, and not none"
        );
        std::fs::remove_file(folder.path().join(OWN)).unwrap();
        assert_eq!(perform(Cache::Sendings), Ok(Cached::Sendings(Vec::new())));
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
