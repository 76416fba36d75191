use fl_domain::{Timestamp, attachment::FileId, service::OnceKey};

use crate::kit::{
    effects::CacheFault,
    form::{Draft, DraftId},
};

/// Files of all drafts together keep below this on a device (our own). In bytes.
pub(crate) const FILES_LIMIT: u64 = 100_000_000;

/// The drafts of the open account.
#[derive(Default)]
pub(crate) struct Drafts {
    /// In the order in which they were begun.
    pub(super) held: Vec<Draft>,
    /// Whether they were read from the disk.
    pub(super) read: Reading,
    /// So many are not understood: a later version of this app may.
    pub(crate) unread: usize,
    /// Those of which an edition is being written just now, and whether a later one is there by now.
    pub(super) writing: Vec<(DraftId, bool)>,
    /// Those of which the disk has not the last edition, since it could not be written.
    pub(super) unkept: Vec<DraftId>,
    /// Those that go from the disk.
    pub(super) removing: Vec<DraftId>,
    /// Those of them that could not be removed.
    pub(super) unremoved: Vec<DraftId>,
    /// Until when what was done to each is on the disk.
    pub(super) kept: Vec<(DraftId, Timestamp)>,
    /// Files that no draft holds any longer. They go once that is on the disk: what is on it never names a file that is gone.
    pub(super) leaving: Vec<(DraftId, FileId)>,
    /// Those that the service has done, and under which key.
    pub(super) done: Vec<(DraftId, OnceKey)>,
    /// Those that are being handed over: nothing of them changes meanwhile.
    pub(super) handing: Vec<DraftId>,
    /// The highest number that was given in this run.
    pub(super) last: u64,
    /// What this device could not do last.
    pub(crate) fault: Option<CacheFault>,
}

/// Whether the drafts are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
    #[default]
    Awaited,
    Read,
    Failed(CacheFault),
}

impl Drafts {
    /// The last begun first; those that go are gone.
    pub(crate) fn newest_first(&self) -> impl Iterator<Item = &Draft> {
        self.held.iter().rev().filter(|draft| !self.removing.contains(&draft.id))
    }

    pub(crate) fn get(&self, id: DraftId) -> Option<&Draft> {
        self.held.iter().find(|draft| draft.id == id && !self.removing.contains(&id))
    }

    pub(in crate::open) fn get_mut(&mut self, id: DraftId) -> Option<&mut Draft> {
        if self.removing.contains(&id) {
            return None;
        }
        self.held.iter_mut().find(|draft| draft.id == id)
    }

    /// Those of this form about this thing, the last begun first.
    pub(crate) fn of<'a>(
        &'a self,
        form: &'a str,
        object: Option<&'a str>,
    ) -> impl Iterator<Item = &'a Draft> {
        self.newest_first().filter(move |draft| draft.form == form && draft.object.as_deref() == object)
    }

    /// They were read from the disk, or why they were not; `None` while that is awaited.
    pub(crate) const fn known(&self) -> Option<Result<(), CacheFault>> {
        match self.read {
            Reading::Awaited => None,
            Reading::Read => Some(Ok(())),
            Reading::Failed(fault) => Some(Err(fault)),
        }
    }

    /// Files of all of them, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.held.iter().map(Draft::bytes).fold(0, u64::saturating_add)
    }

    /// The disk may not have the last edition of this one.
    pub(crate) fn is_unkept(&self, id: DraftId) -> bool {
        self.unkept.contains(&id)
    }

    /// It is being handed over just now.
    pub(crate) fn is_handing(&self, id: DraftId) -> bool {
        self.handing.contains(&id)
    }

    /// Until when all that was done to it is on the disk; `None` where nothing of it is.
    pub(crate) fn kept_at(&self, id: DraftId) -> Option<Timestamp> {
        self.kept.iter().find(|(kept, _)| *kept == id).map(|(_, at)| *at)
    }

    /// Under which key the service has done what was made of it, where that happened in this run.
    pub(crate) fn done(&self, id: DraftId) -> Option<OnceKey> {
        self.done.iter().find(|(done, _)| *done == id).map(|(_, key)| *key)
    }

    /// A new one, in memory alone until something is filled in.
    pub(in crate::open) fn begin(&mut self, at: Timestamp, begin: impl FnOnce(DraftId) -> Draft) -> DraftId {
        let highest = self.held.iter().map(|draft| draft.id.0).max().unwrap_or(0).max(self.last);
        // What is not understood has numbers too: counted on from the time, a new one is none of them.
        let from = if self.unread > 0 { u64::try_from(at.as_second()).unwrap_or(0) } else { 0 };
        let id = DraftId(highest.max(from).saturating_add(1));
        self.last = id.0;
        self.held.push(begin(id));
        id
    }

    /// It was never kept and goes.
    pub(in crate::open) fn forget(&mut self, id: DraftId) {
        self.held.retain(|draft| draft.id != id);
        self.unkept.retain(|one| *one != id);
    }

    /// It is being handed over.
    pub(in crate::open) fn hand_over(&mut self, id: DraftId) {
        self.handing.push(id);
    }

    /// It was handed over under this key, or was not.
    pub(in crate::open) fn handed_over(&mut self, id: DraftId, key: Option<OnceKey>) {
        self.handing.retain(|one| *one != id);
        if let Some((key, draft)) = key.zip(self.get_mut(id)) {
            draft.hand_over(key);
        }
    }
}
