use crux_core::Command;
use fl_domain::{
    Date, Secret,
    attachment::{Attachment, FileId, Limits},
};

use super::{
    event::Event,
    model::{FIND, Filling, review_key, step_of},
    opening,
};
use crate::{
    kit::{
        effects::{Attach, AttachFault, Attached, CacheFault, FileSource, PlatformFault},
        form::{Ask, Draft, DraftId, Kind, faults, file_fault, find, read, seen},
    },
    open::{
        drafts::{self, FILES_LIMIT},
        event::Next,
        ground::Ground,
        page,
    },
};

/// A field now holds this text, whole.
pub(super) fn edit(page: &mut Filling, key: &str, text: Secret, ground: &mut Ground) -> Next {
    if let Some((_, words)) = page.looking.as_mut().filter(|_| key == FIND) {
        *words = text.expose().chars().take(100).collect();
        return Command::done();
    }
    let Some(draft) = editable(page, ground) else { return Command::done() };
    let Some(field) = find(page.form.spec(), key, draft) else { return Command::done() };
    page.cut.take_if(|cut| cut == key);
    page.own.clear();
    if field.field.is_secret() {
        page.typed.insert(key.to_owned(), text);
        return Command::done();
    }
    let written = match field.field.kind {
        // A calendar hands a day over in its own form.
        Kind::Day(_) => from_calendar(text.expose()),
        _ => None,
    };
    if written.is_some() {
        page.revision = ground.next_revision();
    }
    let mut is_whole = true;
    let next = drafts::update::change(page.draft, ground, |draft| {
        is_whole = draft.set(key, written.as_deref().unwrap_or_else(|| text.expose()));
    });
    if !is_whole {
        page.cut = Some(key.to_owned());
        page.revision = ground.next_revision();
    }
    next
}

/// `2026-11-30` as it is typed here.
fn from_calendar(text: &str) -> Option<String> {
    if text.len() != 10 {
        return None;
    }
    let day: Date = text.parse().ok()?;
    Some(format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year()))
}

/// The draft, where it may be changed now.
fn editable<'a>(page: &Filling, ground: &'a Ground) -> Option<&'a Draft> {
    let account = ground.account()?;
    account.drafts.get(page.draft).filter(|draft| account.hold(draft).is_open())
}

/// There is something to fill in.
pub(super) fn is_editable(page: &Filling, ground: &Ground) -> bool {
    editable(page, ground).is_some()
}

/// A person did something.
pub(super) fn touched(page: &mut Filling, ask: Ask, ground: &mut Ground) -> Next {
    if !matches!(ask, Ask::Discard) {
        page.is_discarding = false;
    }
    if let (Ask::Begin, Some(object)) = (&ask, page.unread.clone()) {
        let object = object.as_ref().map(|(key, about)| (key.as_str(), about.as_str()));
        return opening::open(page.form, object, ground);
    }
    if editable(page, ground).is_none() {
        return match ask {
            // A draft is there: nothing is begun.
            Ask::Keep | Ask::Begin => Command::done(),
            _ => drafts::update::run(ground),
        };
    }
    let id = page.draft;
    // What the form itself found wrong may be mended by any change.
    if !matches!(ask, Ask::Look { .. } | Ask::Next | Ask::NextAllTheSame | Ask::Step { .. } | Ask::Send) {
        page.own.clear();
    }
    match ask {
        Ask::Choose { field, option } => {
            page.looking = None;
            let is_optional = is_optional(page, &field, ground);
            drafts::update::change(id, ground, |draft| {
                let again = is_optional && draft.text(&field) == option;
                draft.set(&field, if again { "" } else { &option });
            })
        }
        Ask::Look { field } => {
            page.looking = Some((field, String::new()));
            page.revision = ground.next_revision();
            Command::done()
        }
        Ask::Agree { field, is_agreed } => drafts::update::change(id, ground, |draft| {
            draft.set(&field, if is_agreed { "yes" } else { "" });
        }),
        Ask::Add { group } => {
            let (min, max) = bounds(page, group);
            drafts::update::change(id, ground, |draft| {
                if draft.numbers(group, min).len() < max {
                    draft.add(group, min);
                }
            })
        }
        Ask::Remove { group, number } => {
            let (min, _) = bounds(page, group);
            let mut gone = Vec::new();
            let next = drafts::update::change(id, ground, |draft| {
                if draft.numbers(group, min).len() > min {
                    gone = draft.remove(group, min, number);
                }
            });
            drafts::update::let_go(id, gone.into_iter().map(|file| file.id), ground);
            next
        }
        Ask::Pick { field, source } => pick(page, field, source, ground),
        Ask::Detach { field, file } => detach(page, &field, &[file], ground),
        Ask::Join { field } => join(page, field, ground),
        Ask::Next if is_wrong(page, ground) => {
            page.tried.insert(page.at);
            Command::done()
        }
        Ask::Next | Ask::NextAllTheSame => {
            page.tried.insert(page.at);
            page.at += 1;
            page.revision = ground.next_revision();
            note_step(page, ground)
        }
        Ask::Step { at } => {
            // Whoever comes from the page on which all is read looks for what is wrong.
            page.tried.insert(at);
            page.at = at;
            page.forget_typed(ground);
            note_step(page, ground)
        }
        Ask::TakeGiven { take } => {
            let object = page.held(ground).and_then(|draft| draft.object.clone());
            let given = page.form.given(object.as_deref(), ground);
            page.revision = ground.next_revision();
            drafts::update::change(id, ground, |draft| draft.acknowledge(&given, take))
        }
        // A file that is being read goes along or does not: that is waited for.
        Ask::Send if page.picking.is_some() => Command::done(),
        Ask::Send => send(page, ground),
        Ask::Discard => {
            page.is_discarding = true;
            Command::done()
        }
        // A draft is there: nothing is begun.
        Ask::Keep | Ask::Begin => Command::done(),
        Ask::ReallyDiscard => {
            ground.remove(page.form.spec().name);
            drafts::update::remove(id, ground)
        }
    }
}

fn is_optional(page: &Filling, key: &str, ground: &Ground) -> bool {
    page.held(ground)
        .and_then(|draft| find(page.form.spec(), key, draft))
        .is_some_and(|seen| seen.field.is_optional)
}

fn bounds(page: &Filling, group: &str) -> (usize, usize) {
    let mut groups = page.form.spec().fields().filter_map(|(group, _)| group);
    groups.find(|known| known.key == group).map_or((0, 0), |group| (group.min, group.max))
}

/// Something is wrong with a field of this step.
fn is_wrong(page: &Filling, ground: &Ground) -> bool {
    let spec = page.form.spec();
    let Some((step, draft)) = spec.steps.get(page.at).zip(page.held(ground)) else { return false };
    page.with(ground, |lookup| {
        let shown = seen(spec, step, draft);
        let wrong = faults(spec, draft, &page.typed, lookup);
        shown.iter().any(|seen| wrong.iter().any(|(_, of, _)| of.key == seen.key))
    })
}

/// Where it is left, should it be left now. That alone makes no draft of what is none.
pub(super) fn note_step(page: &Filling, ground: &mut Ground) -> Next {
    let spec = page.form.spec();
    let step = spec.steps.get(page.at).map_or_else(|| review_key(spec), |step| step.key.to_owned());
    let is_one = editable(page, ground).is_some_and(|draft| draft.edition > 0 || !draft.is_untouched());
    if !is_one {
        return Command::done();
    }
    drafts::update::note(page.draft, ground, |draft| draft.step = step)
}

/// Nothing that can be seen to be wrong is sent.
fn send(page: &mut Filling, ground: &mut Ground) -> Next {
    let spec = page.form.spec();
    let Some(draft) = page.held(ground) else { return Command::done() };
    let (answers, wrong) = page.with(ground, |lookup| {
        (read(spec, draft, &page.typed, lookup), faults(spec, draft, &page.typed, lookup))
    });
    page.own = answers.as_ref().map(|answers| page.form.wrong(answers, ground)).unwrap_or_default();
    let first = wrong.first().map(|(step, ..)| *step);
    let own = page.own.first().and_then(|(key, _)| step_of(spec, key, draft));
    if let Some(step) = first.or(own) {
        page.tried.extend(0..spec.steps.len());
        page.at = spec.steps.iter().position(|known| known.key == step).unwrap_or(0);
        page.forget_typed(ground);
        return note_step(page, ground);
    }
    match answers {
        Some(answers) => {
            let sent = page.form.send(&answers, page.draft, ground);
            drop(answers);
            page.forget_typed(ground);
            sent
        }
        None => Command::done(),
    }
}

fn pick(page: &mut Filling, field: String, source: FileSource, ground: &mut Ground) -> Next {
    let Some(account) = ground.account() else { return Command::done() };
    if page.picking.is_some() {
        return Command::done();
    }
    page.unpicked = None;
    if account.drafts.bytes() >= FILES_LIMIT {
        let words =
            ground.texts().tell("drafts-files-full", &[("limit", ground.texts().size(FILES_LIMIT).into())]);
        page.unpicked = Some((field, words));
        return Command::done();
    }
    let beside = account.drafts.get(page.draft).map_or(0, Draft::bytes);
    page.picking = Some(field.clone());
    let draft = page.draft;
    page::run::<Filling, _, _>(page.form.spec().name, ground, move |ctx| async move {
        let file = ctx.request_from_shell(Attach::Pick { source, limits: Limits::OWN, beside }).await;
        Event::Picked { draft, field, file }
    })
}

/// The pictures of a field become one PDF, which takes their place.
fn join(page: &mut Filling, field: String, ground: &mut Ground) -> Next {
    let Some(draft) = page.held(ground) else { return Command::done() };
    let pictures = draft.files(&field).iter().filter(|file| file.kind.is_picture());
    let files: Vec<FileId> = pictures.map(|file| file.id).collect();
    let own: u64 =
        draft.files(&field).iter().filter(|file| file.kind.is_picture()).map(|file| file.size).sum();
    if files.len() < 2 || page.picking.is_some() {
        return Command::done();
    }
    let beside = draft.bytes().saturating_sub(own);
    page.picking = Some(field.clone());
    page.unpicked = None;
    let draft = page.draft;
    page::run::<Filling, _, _>(page.form.spec().name, ground, move |ctx| async move {
        let file = ctx.request_from_shell(Attach::Join { files, limits: Limits::OWN, beside }).await;
        Event::Joined { draft, field, file }
    })
}

fn detach(page: &mut Filling, field: &str, files: &[FileId], ground: &mut Ground) -> Next {
    // What pictures become a PDF is settled once that began.
    if page.picking.as_deref() == Some(field) {
        return Command::done();
    }
    page.unpicked = None;
    let next = drafts::update::change(page.draft, ground, |draft| {
        draft.files_mut(field).retain(|file| !files.contains(&file.id));
    });
    drafts::update::let_go(page.draft, files.iter().copied(), ground);
    next
}

/// What was asked for has come. It is for the draft that asked for it, whichever is seen by now, or none.
pub(super) fn heard(page: Option<&mut Filling>, event: Event, ground: &mut Ground) -> Next {
    let (draft, field, file, is_joined) = match event {
        Event::Picked { draft, field, file } => (draft, field, file, false),
        Event::Joined { draft, field, file } => (draft, field, file, true),
    };
    let mut page = page.filter(|page| page.draft == draft);
    if let Some(page) = &mut page {
        page.picking = None;
    }
    match file {
        Ok(Attached::File(file)) if is_wanted(draft, &field, ground) => {
            took_over(draft, &field, file, is_joined, ground)
        }
        // It was handed over meanwhile, or nothing asks for a file there any more.
        Ok(Attached::File(file)) => {
            if let Some(page) = page {
                page.unpicked = Some((field, ground.texts().say("file-not-wanted")));
            }
            drafts::update::remove_files(vec![file.id])
        }
        Ok(Attached::Done) => Command::done(),
        Err(fault) => {
            if let Some(page) = page {
                page.unpicked = words(fault, ground).map(|words| (field, words));
            }
            Command::done()
        }
    }
}

/// The draft is there, may be changed, and its form asks for files in this field.
fn is_wanted(id: DraftId, field: &str, ground: &Ground) -> bool {
    let Some(account) = ground.account() else { return false };
    let open = account.drafts.get(id).filter(|draft| account.hold(draft).is_open());
    let forms = || ground.features().iter().flat_map(|feature| feature.forms());
    open.is_some_and(|draft| {
        let form = forms().find(|form| form.spec().name == draft.form);
        form.is_some_and(|form| find(form.spec(), field, draft).is_some())
    })
}

fn took_over(id: DraftId, field: &str, file: Attachment, is_joined: bool, ground: &mut Ground) -> Next {
    let mut gone: Vec<FileId> = Vec::new();
    let next = drafts::update::change(id, ground, |draft| {
        let files = draft.files_mut(field);
        if is_joined {
            gone = files.iter().filter(|file| file.kind.is_picture()).map(|file| file.id).collect();
            files.retain(|file| !file.kind.is_picture());
        }
        files.push(file);
    });
    drafts::update::let_go(id, gone, ground);
    next
}

/// Why a file did not come along; a person who picked none knows.
fn words(fault: AttachFault, ground: &Ground) -> Option<String> {
    let texts = ground.texts();
    Some(match fault {
        AttachFault::Device(PlatformFault::Cancelled) => return None,
        AttachFault::Device(PlatformFault::Unavailable) => texts.say("file-no-way"),
        AttachFault::Device(PlatformFault::Denied) => texts.say("file-denied"),
        AttachFault::Device(PlatformFault::NoAnswer | PlatformFault::Invalidated | PlatformFault::Failed) => {
            texts.say("file-not-read")
        }
        AttachFault::File(fault) => file_fault(fault, texts),
        AttachFault::Cache(CacheFault::DiskFull) => texts.say("file-disk-full"),
        AttachFault::Cache(
            CacheFault::ReadOnly | CacheFault::Damaged | CacheFault::Closed | CacheFault::Broken,
        ) => texts.say("file-not-kept"),
        AttachFault::Gone => texts.say("file-gone"),
    })
}
