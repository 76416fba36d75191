use fl_domain::attachment::Limits;

use super::page::Filling;
use crate::{
    kit::{
        blocks::{notice, secondary, text},
        effects::CacheFault,
        form::{Ask, Draft, Look, Spec, find, review, step},
        screen::{Block, Button, ButtonRole, Empty, Field, FieldKind, Icon, Row, Screen, Tone},
        sending::SendingState,
    },
    open::{
        drafts::Hold,
        ground::Ground,
        outbox::{self, Of},
    },
};

/// The field in which one of many is looked for.
pub(super) const FIND: &str = "find";
/// So many of many are shown at once.
const SHOWN: usize = 50;

/// The page on which all is read before it is sent.
pub(super) fn review_key(spec: &Spec) -> String {
    format!("{}-review", spec.name)
}

/// On which step a shown field is.
pub(super) fn step_of(spec: &'static Spec, key: &str, draft: &Draft) -> Option<&'static str> {
    let shown = |step| crate::kit::form::seen(spec, step, draft).iter().any(|seen| seen.key == key);
    spec.steps.iter().find(|step| shown(step)).map(|step| step.key)
}

/// It came to nothing at the service, so it can be mended and sent anew.
pub(super) const fn is_open_again(state: &SendingState) -> bool {
    match state {
        SendingState::Refused { .. } => true,
        SendingState::Waiting(_)
        | SendingState::Left
        | SendingState::Forgotten
        | SendingState::Accepted { .. } => false,
    }
}

pub(super) fn view(page: &Filling, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let spec = page.form.spec();
    let mut screen = ground.account_screen(texts.say(spec.title));
    let Some(account) = ground.account() else { return screen };
    let Some(draft) = account.drafts.get(page.draft) else {
        screen.blocks = missing(ground);
        return screen;
    };
    if let Some(about) = &draft.about {
        screen.blocks.push(text("about", Tone::Quiet, about.clone()));
    }
    if page.is_discarding {
        screen.blocks.extend(discarding(ground));
        return screen;
    }
    screen.blocks.extend(outbox::fault(ground));
    let of = draft.sent.map_or(Of::Nothing, |key| account.outbox.under(key));
    match account.drafts.hold(draft) {
        Hold::Free => {}
        Hold::HandingOver => {
            screen.busy = true;
            screen.blocks.push(notice("handing-over", Tone::Plain, texts.say("form-handing-over")));
            return screen;
        }
        Hold::Sent(key) => {
            screen.blocks.extend(outbox::under_way(of, ground));
            if account.outbox.state(key).is_some_and(|state| !is_open_again(state)) {
                screen.blocks.push(text("sent", Tone::Plain, texts.say("form-sent")));
                return screen;
            }
        }
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
        if is_review { review(texts.say("form-send"), &look) } else { step(page.at, &look) }
    });
    screen.blocks.extend(blocks);
    screen.blocks.push(kept(page, draft, ground));
    if draft.edition > 0 {
        screen.blocks.push(secondary("discard", texts.say("form-discard"), true, Ask::Discard));
    }
    screen
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
    if draft.edition == 0 {
        return text("kept", Tone::Quiet, texts.say("form-kept-from-now"));
    }
    let when = texts.moment(draft.changed_at, &ground.now);
    text("kept", Tone::Quiet, texts.tell("form-kept", &[("time", when.into())]))
}

fn discarding(ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let really =
        Button::new("discard", texts.say("form-discard"), ButtonRole::Destructive, Ask::ReallyDiscard);
    vec![
        text("discard-what", Tone::Plain, texts.say("form-discard-what")),
        really.into(),
        secondary("keep", texts.say("form-discard-keep"), true, Ask::Keep),
    ]
}

/// There is no such draft, or nobody knows.
fn missing(ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let is_known =
        ground.account().and_then(|account| account.drafts.known()).is_some_and(|known| known.is_ok());
    let words = if is_known { texts.say("form-gone") } else { texts.say("drafts-not-read") };
    vec![Empty::new("gone", Icon::Draft, words).into()]
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
