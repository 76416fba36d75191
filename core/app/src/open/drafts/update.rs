use crux_core::Command;
use fl_domain::{attachment::FileId, service::OnceKey};

use super::{
    event::Event,
    model::{Drafts, Reading},
};
use crate::{
    kit::{
        effects::{Attach, Cache, CacheFault, Cached},
        flow,
        form::{Draft, DraftId},
        sending::SendingState,
    },
    open::{
        event::{Ctx, Event as AppEvent, Next},
        ground::Ground,
    },
};

/// The account opened: what this device holds.
pub(crate) fn load(ground: &Ground) -> Next {
    let Some(account) = ground.account() else { return Command::done() };
    let epoch = account.epoch;
    Command::new(move |ctx: Ctx| async move {
        let loaded = match flow::cache(&ctx, Cache::Drafts).await {
            Ok(Cached::Drafts { drafts, unread }) => Ok((drafts, unread)),
            Ok(_) => Err(CacheFault::Broken),
            Err(fault) => Err(fault),
        };
        ctx.send_event(AppEvent::Drafts(epoch, Event::Loaded(loaded)));
    })
}

/// Something of a draft changes; it is kept at once.
pub(crate) fn change(id: DraftId, ground: &mut Ground, change: impl FnOnce(&mut Draft)) -> Next {
    let at = ground.now.at;
    note(id, ground, |draft| {
        change(draft);
        draft.changed_at = at;
    })
}

/// What was made of a draft is certainly not at the service: it is as before it was handed over.
pub(crate) fn free(key: OnceKey, ground: &mut Ground) -> Next {
    let of = ground.account().and_then(|it| it.drafts.newest_first().find(|draft| draft.sent == Some(key)));
    match of.map(|draft| draft.id) {
        Some(id) => note(id, ground, |draft| draft.sent = None),
        None => Command::done(),
    }
}

/// As [`change`], of what a person would not call a change.
pub(crate) fn note(id: DraftId, ground: &mut Ground, change: impl FnOnce(&mut Draft)) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    let Some(draft) = account.drafts.get_mut(id) else { return Command::done() };
    change(draft);
    draft.edition = draft.edition.saturating_add(1);
    keep(id, ground)
}

/// The last edition of a draft goes to the disk. While one is being written the later ones wait, and go as one.
fn keep(id: DraftId, ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    let epoch = account.epoch;
    let drafts = &mut account.drafts;
    if let Some((_, is_later)) = drafts.writing.iter_mut().find(|(writing, _)| *writing == id) {
        *is_later = true;
        return Command::done();
    }
    let Some(draft) = drafts.get_mut(id).map(|draft| Box::new(draft.clone())) else { return Command::done() };
    drafts.writing.push((id, false));
    Command::new(move |ctx: Ctx| async move {
        let kept = flow::cache(&ctx, Cache::KeepDraft(draft)).await.map(|_| ());
        ctx.send_event(AppEvent::Drafts(epoch, Event::Kept(id, kept)));
    })
}

/// A draft goes with its files. While it is on its way to the service it stays.
pub(crate) fn remove(id: DraftId, ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    let epoch = account.epoch;
    let is_done = account.drafts.done.iter().any(|(done, _)| *done == id);
    let may = account.drafts.get(id).is_some_and(|draft| is_done || account.hold(draft).is_open());
    if !may {
        return Command::done();
    }
    let drafts = &mut account.drafts;
    drafts.removing.push(id);
    // What is being written just now would come after it.
    if drafts.writing.iter().any(|(writing, _)| *writing == id) {
        return Command::done();
    }
    take_away(epoch, id)
}

fn take_away(epoch: u64, id: DraftId) -> Next {
    Command::new(move |ctx: Ctx| async move {
        let removed = flow::cache(&ctx, Cache::RemoveDraft(id)).await.map(|_| ());
        ctx.send_event(AppEvent::Drafts(epoch, Event::Removed(id, removed)));
    })
}

/// Files that this draft holds no longer go once that is on the disk. One that is left over is looked for when the account is opened again.
pub(crate) fn let_go(id: DraftId, files: impl IntoIterator<Item = FileId>, ground: &mut Ground) {
    if let Some(account) = ground.account_mut() {
        account.drafts.leaving.extend(files.into_iter().map(|file| (id, file)));
    }
}

/// Files that no draft ever held, or none that is left.
pub(crate) fn remove_files(files: Vec<FileId>) -> Next {
    if files.is_empty() {
        return Command::done();
    }
    Command::new(|ctx: Ctx| async move {
        let _ = ctx.request_from_shell(Attach::Remove(files)).await;
    })
}

/// What could not be written or removed is tried again, and what the service has done goes.
pub(crate) fn run(ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut() else { return Command::done() };
    let epoch = account.epoch;
    let drafts = &mut account.drafts;
    if matches!(drafts.read, Reading::Failed(_)) {
        return load(ground);
    }
    let unkept = drafts.unkept.clone();
    let unremoved = std::mem::take(&mut drafts.unremoved);
    let mut next = unremoved.into_iter().map(|id| take_away(epoch, id)).fold(Command::done(), Command::and);
    for id in unkept {
        next = next.and(keep(id, ground));
    }
    next.and(settle(ground))
}

/// What the service has done goes with its files.
pub(crate) fn settle(ground: &mut Ground) -> Next {
    let Some(account) = ground.account() else { return Command::done() };
    let outbox = &account.outbox;
    let is_done = |key: &OnceKey| matches!(outbox.state(*key), Some(SendingState::Accepted { .. }));
    let drafts = account.drafts.newest_first();
    let done: Vec<_> = drafts.filter_map(|draft| Some((draft.id, draft.sent.filter(is_done)?))).collect();
    if let Some(account) = ground.account_mut() {
        account.drafts.done.extend(done.iter().copied());
    }
    done.into_iter().map(|(id, _)| remove(id, ground)).fold(Command::done(), Command::and)
}

/// Something came for the account of this epoch.
pub(crate) fn on_event(epoch: u64, event: Event, ground: &mut Ground) -> Next {
    let Some(account) = ground.account_mut().filter(|account| account.epoch == epoch) else {
        return Command::done();
    };
    let drafts = &mut account.drafts;
    match event {
        Event::Loaded(Ok((held, unread))) => {
            drafts.loaded(held, unread);
            let sweep = sweep(drafts);
            sweep.and(settle(ground))
        }
        Event::Loaded(Err(fault)) => {
            drafts.read = Reading::Failed(fault);
            Command::done()
        }
        Event::Kept(id, Ok(())) => {
            drafts.fault = None;
            drafts.unkept.retain(|one| *one != id);
            let is_later = drafts.written(id);
            if drafts.removing.contains(&id) {
                return take_away(epoch, id);
            }
            if is_later {
                return keep(id, ground);
            }
            remove_files(drafts.settled(id))
        }
        Event::Kept(id, Err(fault)) => {
            drafts.written(id);
            drafts.fault = Some(fault);
            if drafts.removing.contains(&id) {
                return take_away(epoch, id);
            }
            drafts.unkept.retain(|one| *one != id);
            drafts.unkept.push(id);
            if fault == CacheFault::Damaged {
                // The disk begins anew and holds none of them.
                drafts.unkept = drafts.held.iter().map(|draft| draft.id).collect();
            }
            Command::done()
        }
        Event::Removed(id, Ok(())) => {
            drafts.removing.retain(|one| *one != id);
            drafts.fault = None;
            let gone = drafts.held.iter().find(|draft| draft.id == id);
            let mut files: Vec<FileId> =
                gone.map(|draft| draft.attachments().map(|file| file.id).collect()).unwrap_or_default();
            files.extend(drafts.settled(id));
            drafts.forget(id);
            remove_files(files)
        }
        // It stays among those that go: nobody sees it while the app runs.
        Event::Removed(id, Err(fault)) => {
            drafts.unremoved.push(id);
            drafts.fault = Some(fault);
            Command::done()
        }
    }
}

/// What a kill left over between keeping a file and writing down whose it is. Where not all drafts are understood, nobody knows.
fn sweep(drafts: &Drafts) -> Next {
    if drafts.unread > 0 {
        return Command::done();
    }
    let files = drafts.held.iter().flat_map(Draft::attachments).map(|file| file.id).collect();
    Command::new(|ctx: Ctx| async move {
        let _ = ctx.request_from_shell(Attach::KeepOnly(files)).await;
    })
}

impl Drafts {
    /// Takes over what this device holds. Whatever was begun while it was being read comes last.
    fn loaded(&mut self, mut held: Vec<Draft>, unread: usize) {
        let later = std::mem::take(&mut self.held);
        let is_new = |one: &Draft| !held.iter().any(|it| it.id == one.id);
        let later: Vec<_> = later.into_iter().filter(is_new).collect();
        self.kept = held.iter().map(|draft| (draft.id, draft.changed_at)).collect();
        held.extend(later);
        (self.held, self.unread, self.read) = (held, unread, Reading::Read);
    }

    /// The last edition is on the disk: what files it holds no longer may go.
    fn settled(&mut self, id: DraftId) -> Vec<FileId> {
        let changed_at = self.get(id).map(|draft| draft.changed_at);
        self.kept.retain(|(kept, _)| *kept != id);
        self.kept.extend(changed_at.map(|at| (id, at)));
        let (gone, later) = std::mem::take(&mut self.leaving).into_iter().partition(|(of, _)| *of == id);
        self.leaving = later;
        let gone: Vec<(DraftId, FileId)> = gone;
        gone.into_iter().map(|(_, file)| file).collect()
    }

    /// Whether a later edition than the one that was written is there.
    fn written(&mut self, id: DraftId) -> bool {
        let at = self.writing.iter().position(|(writing, _)| *writing == id);
        at.is_some_and(|at| self.writing.swap_remove(at).1)
    }
}
