//! The thread that owns the store of the open account. Everything about it happens there, one thing after another.

use std::{path::PathBuf, sync::mpsc, thread};

use fl_app::{
    Cache, CacheFault, Cached, Facet, HeadMerge, HistoryState, HistoryWindow, LostData, Stored, VaultFault,
};
use fl_store::{DataKey, SetAsideReason, Store, StoreError};
use futures::channel::oneshot;
use tracing::Dispatch;

type Job = Box<dyn FnOnce(&mut Shelf) + Send>;

/// What the thread owns.
#[derive(Default)]
struct Shelf {
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
                let mut shelf = Shelf::default();
                while let Ok(job) = queue.recv() {
                    job(&mut shelf);
                }
            });
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    async fn run<T: Send + 'static>(&self, job: impl FnOnce(&mut Shelf) -> T + Send + 'static) -> Option<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |shelf| {
            // Nobody may be waiting any more; the work itself is done all the same.
            let _ = answer.send(job(shelf));
        });
        self.jobs.as_ref()?.send(job).ok()?;
        answered.await.ok()
    }

    /// Opens the cache of an account; what cannot be used is set aside and said.
    pub(crate) async fn open(&self, folder: PathBuf, key: DataKey) -> Result<Option<LostData>, VaultFault> {
        let opened = self.run(move |shelf| {
            shelf.open = None;
            let opened = Store::open(&folder, &key).map_err(|e| vault_fault(&e))?;
            shelf.open = Some(Open { store: opened.store, folder, key });
            Ok(opened.set_aside.map(|aside| lost_data(aside.reason)))
        });
        opened.await.unwrap_or(Err(VaultFault::Broken))
    }

    /// Closes it; keys and plain texts leave memory.
    pub(crate) async fn close(&self) {
        let _ = self.run(|shelf| shelf.open = None).await;
    }

    pub(crate) async fn perform(&self, cache: Cache) -> Result<Cached, CacheFault> {
        self.run(move |shelf| shelf.perform(cache)).await.unwrap_or(Err(CacheFault::Closed))
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

impl Shelf {
    fn perform(&mut self, cache: Cache) -> Result<Cached, CacheFault> {
        let open = self.open.as_mut().ok_or(CacheFault::Closed)?;
        match perform(&mut open.store, cache) {
            Ok(cached) => Ok(cached),
            Err(StoreError::Damaged { part }) => {
                tracing::warn!(target: "fl::log", part, "the cache is damaged and is set aside");
                self.start_anew();
                Err(CacheFault::Damaged)
            }
            Err(error) => Err(cache_fault(&error)),
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

fn perform(store: &mut Store, cache: Cache) -> Result<Cached, StoreError> {
    Ok(match cache {
        Cache::Load => Cached::Stored(
            store
                .get_all()?
                .into_iter()
                .map(|s| Stored { reading: s.reading, fetched_at: s.fetched_at })
                .collect(),
        ),
        Cache::Save { readings, at } => {
            store.put_all(&readings, at)?;
            Cached::Done
        }
        Cache::MergeHead { rows, whole, at } => Cached::Merged(match store.merge_head(&rows, whole, at)? {
            fl_store::HeadMerge::Merged { added } => HeadMerge::Merged { added: added as u64 },
            fl_store::HeadMerge::Gap => HeadMerge::Gap,
        }),
        Cache::ReplaceHistory { rows, whole, at } => {
            store.replace_history(&rows, whole, at)?;
            Cached::Done
        }
        Cache::AppendTail { expected, rows, whole } => {
            Cached::Appended(store.append_tail(expected, &rows, whole)?)
        }
        Cache::Recall { name } => Cached::Recalled(store.setting(name)?.is_some()),
        Cache::Remember { name } => {
            store.set_setting(name, &[1])?;
            Cached::Done
        }
        Cache::Window { filter, offset, limit } => {
            let filter = fl_store::HistoryFilter { tax: filter.tax, kind: filter.kind, text: filter.text };
            let window = store.window(&filter, offset, limit)?;
            let state = store.history_state()?;
            let facets = store.facets()?;
            let named = |list: Vec<fl_store::Facet>| {
                list.into_iter().map(|f| Facet { name: f.name, count: f.count }).collect()
            };
            Cached::Window(HistoryWindow {
                rows: window.rows,
                total: window.total,
                state: HistoryState {
                    count: state.count,
                    complete: state.complete,
                    fetched_at: state.fetched_at,
                    oldest: state.oldest,
                },
                taxes: named(facets.taxes),
                kinds: named(facets.kinds),
            })
        }
    })
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
