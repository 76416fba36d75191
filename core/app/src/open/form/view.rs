use fl_domain::attachment::Limits;

use super::model::{FIND, Filling};
use crate::{
    kit::{
        blocks::{notice, primary, secondary, text},
        effects::CacheFault,
        form::{Ask, Draft, Look, find, review, step},
        screen::{Block, Button, ButtonRole, Empty, Field, FieldKind, Icon, Progress, Row, Screen, Tone},
        sending::SendingState,
    },
    open::{
        blocks::not_offered,
        drafts::Hold,
        ground::Ground,
        nav,
        outbox::{self, Of},
        place::Place,
    },
};

/// So many of many are shown at once.
const SHOWN: usize = 50;

pub(super) fn view(page: &Filling, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let spec = page.form.spec();
    let mut screen = ground.account_screen(texts.say(spec.title));
    let Some(account) = ground.account() else { return screen };
    let Some(draft) = account.drafts.get(page.draft) else {
        screen.blocks = missing(page, ground);
        return screen;
    };
    if let Some(about) = &draft.about {
        screen.blocks.push(text("about", Tone::Quiet, about.clone()));
    }
    if page.is_discarding {
        screen.blocks.extend(discarding(draft, ground));
        return screen;
    }
    if let Some(website) = page.form.capability().and_then(|part| not_offered(part, ground)) {
        screen.blocks.extend(website);
        screen.blocks.extend(discard(draft, ground));
        return screen;
    }
    screen.blocks.extend(outbox::fault(ground));
    match account.hold(draft) {
        Hold::Free => {}
        Hold::HandingOver | Hold::NotKnown => {
            screen.busy = true;
            screen.blocks.push(notice("handing-over", Tone::Plain, texts.say("form-handing-over")));
            return screen;
        }
        Hold::Sent(key) => {
            screen.blocks.extend(sent(account.outbox.under(key), ground));
            return screen;
        }
        Hold::Refused(key) => screen.blocks.extend(outbox::under_way(account.outbox.under(key), ground)),
        Hold::Doubt => screen.blocks.push(notice("doubt", Tone::Attention, texts.say("form-doubt"))),
    }
    if page.looking.is_some() {
        screen.blocks = choosing(page, draft, ground);
        return screen;
    }
    screen.blocks.extend(changed(page, draft, ground));
    let is_review = page.at >= spec.steps.len();
    let blocks = page.with(ground, |lookup| {
        let look = Look {
            spec,
            draft,
            typed: &page.typed,
            lookup,
            texts,
            revision: page.revision,
            is_tried: page.tried.contains(&page.at),
            picking: page.picking.as_deref(),
            unpicked: page.unpicked.as_ref().map(|(field, words)| (field.as_str(), words.as_str())),
            cut: page.cut.as_deref(),
            own: &page.own,
            limits: Limits::OWN,
        };
        let send = if account.hold(draft) == Hold::Doubt { "form-send-again" } else { "form-send" };
        if is_review { review(texts.say(send), &look) } else { step(page.at, &look) }
    });
    screen.blocks.extend(blocks);
    screen.blocks.push(kept(page, draft, ground));
    screen.blocks.extend(discard(draft, ground));
    screen
}

/// What was handed over: where it is, and the way to open the draft again where nobody says for long.
fn sent(of: Of<'_>, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let mut blocks = outbox::under_way(of, ground);
    // On this page there is no list to take it off: what that does to the draft is said.
    if let Some(Block::Button(dismiss)) = blocks.iter_mut().find(|block| block.key() == "outbox-dismiss") {
        dismiss.label = texts.say("form-open-again");
        blocks.push(text("open-again-what", Tone::Quiet, texts.say("form-open-again-what")));
    }
    blocks.push(text("sent", Tone::Plain, texts.say("form-sent")));
    blocks
}

/// The way to remove it.
fn discard(draft: &Draft, ground: &Ground) -> Option<Block> {
    (draft.edition > 0).then(|| secondary("discard", ground.texts().say("form-discard"), true, Ask::Discard))
}

/// Whether what was typed is on this device.
fn kept(page: &Filling, draft: &Draft, ground: &Ground) -> Block {
    let texts = ground.texts();
    let Some(account) = ground.account() else { return text("kept", Tone::Quiet, String::new()) };
    if account.drafts.is_unkept(page.draft) {
        let why = match account.drafts.fault {
            Some(CacheFault::DiskFull) => texts.say("form-unkept-disk-full"),
            Some(CacheFault::ReadOnly) => texts.say("form-unkept-read-only"),
            Some(CacheFault::Damaged | CacheFault::Closed | CacheFault::Broken) | None => {
                texts.say("form-unkept")
            }
        };
        return notice("kept", Tone::Bad, why);
    }
    match account.drafts.kept_at(page.draft).filter(|_| draft.edition > 0) {
        Some(at) => {
            let when = texts.moment(at, &ground.now);
            text("kept", Tone::Quiet, texts.tell("form-kept", &[("time", when.into())]))
        }
        None => text("kept", Tone::Quiet, texts.say("form-kept-from-now")),
    }
}

fn discarding(draft: &Draft, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let is_here_alone = draft.sent.is_none();
    let what = if is_here_alone { "form-discard-what" } else { "form-discard-what-was-sent" };
    let label = texts.say("form-discard");
    let really = Button::new("discard-really", label, ButtonRole::Destructive, Ask::ReallyDiscard);
    vec![
        text("discard-what", Tone::Plain, texts.say(what)),
        secondary("keep", texts.say("form-discard-keep"), true, Ask::Keep),
        really.into(),
    ]
}

/// There is no such draft: since the service has done what was made of it, or it was removed; or nobody knows yet.
fn missing(page: &Filling, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let Some(account) = ground.account() else { return Vec::new() };
    if page.unread.is_some() {
        return match account.drafts.known() {
            None => vec![Progress::new("loading", texts.say("loading")).into()],
            Some(Ok(())) if account.outbox.is_read => {
                vec![primary("begin", texts.say("form-begin"), true, Ask::Begin)]
            }
            Some(_) => vec![Empty::new("unread", Icon::Draft, texts.say("drafts-not-read")).into()],
        };
    }
    if let Some(SendingState::Accepted { at }) =
        account.drafts.done(page.draft).and_then(|key| account.outbox.state(key))
    {
        let when = texts.moment(*at, &ground.now);
        return vec![
            notice("done", Tone::Good, texts.tell("form-done", &[("time", when.into())])),
            secondary("to-outbox", texts.say("form-to-outbox"), true, nav::Intent::Go(Place::Outbox)),
        ];
    }
    vec![Empty::new("gone", Icon::Draft, texts.say("form-gone")).into()]
}

/// What the service has changed since its words were taken over.
fn changed(page: &Filling, draft: &Draft, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let spec = page.form.spec();
    let given = page.form.given(draft.object.as_deref(), ground);
    let changed = draft.changed(&given);
    if changed.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![notice("changed", Tone::Attention, texts.say("form-changed"))];
    for (key, then, now) in &changed {
        let label =
            find(spec, key, draft).map_or_else(|| (*key).to_owned(), |seen| texts.say(seen.field.label));
        let detail = texts.tell("form-changed-line", &[("then", then.into()), ("now", now.into())]);
        blocks.push(Row::new(format!("changed-{key}"), Icon::Clock, label).detail(detail).into());
    }
    blocks.extend([
        secondary("take-given", texts.say("form-take-given"), true, Ask::TakeGiven { take: true }),
        secondary("keep-typed", texts.say("form-keep-typed"), true, Ask::TakeGiven { take: false }),
    ]);
    blocks
}

/// One of many is looked for by words of its name.
fn choosing(page: &Filling, draft: &Draft, ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let Some((key, words)) = &page.looking else { return Vec::new() };
    let Some(seen) = find(page.form.spec(), key, draft) else { return Vec::new() };
    let label = texts.say(seen.field.label);
    let find = Field::new(FIND, FieldKind::Search, label, page.revision).value(words.as_str());
    let mut blocks = vec![find.hint(texts.say("form-find-hint")).into()];
    let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let all = page.form.many(seen.field.key, texts);
    let fits = |option: &&crate::kit::form::Chosen| {
        let name =
            format!("{} {} {}", option.key, option.label, option.detail.as_deref().unwrap_or_default());
        let name = name.to_lowercase();
        wanted.iter().all(|word| name.contains(word.as_str()))
    };
    let found: Vec<_> = all.iter().filter(fits).collect();
    if found.is_empty() {
        let none = Empty::new("none", Icon::Search, texts.say("form-nothing-found"));
        blocks.push(none.detail(texts.say("form-nothing-found-detail")).into());
    }
    for option in found.iter().take(SHOWN) {
        let is_chosen = draft.text(key) == option.key;
        let icon = if is_chosen { Icon::Chosen } else { Icon::NotChosen };
        let touch = Ask::Choose { field: key.clone(), option: option.key.clone() };
        let spoken = is_chosen.then(|| texts.tell("form-chosen", &[("label", option.label.as_str().into())]));
        let row = Row::new(format!("option-{}", option.key), icon, option.label.as_str());
        blocks.push(row.detail(option.detail.clone()).spoken(spoken).touch(touch).into());
    }
    if let Some(more) = found.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        blocks.push(text("more", Tone::Quiet, texts.tell("form-more-options", &[("count", more.into())])));
    }
    blocks
}
