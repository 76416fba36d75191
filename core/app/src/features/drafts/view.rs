use super::{Intent, form_of, tone};
use crate::{
    kit::{
        blocks::{notice, primary, secondary, text},
        form::{Draft, DraftId},
        screen::{Block, Empty, Icon, Progress, Row, Screen, Tone},
    },
    open::{
        Ground,
        drafts::{FILES_LIMIT, Hold},
        feature::Form,
        nav, outbox,
    },
};

/// What was begun, the last first.
pub(super) fn view(asked: Option<DraftId>, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.account_screen(texts.say("drafts-title"));
    let Some(account) = ground.account() else { return screen };
    match account.drafts.known() {
        None => {
            screen.blocks.push(Progress::new("loading", texts.say("loading")).into());
            return screen;
        }
        Some(Err(_)) => {
            screen.blocks = vec![
                Empty::new("unread", Icon::Draft, texts.say("drafts-not-read")).into(),
                secondary("try-again", texts.say("try-again"), true, nav::Intent::Refresh),
            ];
            return screen;
        }
        Some(Ok(())) => {}
    }
    let drafts: Vec<&Draft> = account.drafts.newest_first().filter(|draft| draft.edition > 0).collect();
    if account.drafts.fault.is_some() {
        screen.blocks.push(notice("fault", Tone::Bad, texts.say("drafts-fault")));
    }
    if drafts.is_empty() {
        let none = Empty::new("drafts-none", Icon::Draft, texts.say("drafts-none"));
        screen.blocks.push(none.detail(texts.say("drafts-none-detail")).into());
    } else {
        screen.blocks.push(text("what", Tone::Plain, texts.say("drafts-what")));
    }
    for draft in drafts {
        screen.blocks.push(line(draft, ground));
        if asked == Some(draft.id) {
            screen.blocks.push(text("unknown", Tone::Attention, texts.say("drafts-unknown-form")));
            screen.blocks.push(primary("remove", texts.say("form-discard"), true, Intent::Remove(draft.id)));
        }
    }
    if account.drafts.unread > 0 {
        let words = texts.tell("drafts-unread", &[("count", account.drafts.unread.into())]);
        screen.blocks.push(text("of-later", Tone::Attention, words));
    }
    let bytes = account.drafts.bytes();
    if bytes > 0 {
        let words = texts.tell(
            "drafts-files",
            &[("size", texts.size(bytes).into()), ("limit", texts.size(FILES_LIMIT).into())],
        );
        screen.blocks.push(text("files", Tone::Quiet, words));
    }
    screen
}

fn line(draft: &Draft, ground: &Ground) -> Block {
    let texts = ground.texts();
    let form = form_of(&draft.form, ground);
    let title = form.map_or_else(|| texts.say("drafts-unknown"), |form| texts.say(form.spec().title));
    let account = ground.account();
    let when = texts.tell("drafts-changed", &[("time", texts.moment(draft.changed_at, &ground.now).into())]);
    let state = account.and_then(|account| match account.hold(draft) {
        Hold::Free | Hold::NotKnown => None,
        Hold::HandingOver => Some((Tone::Plain, texts.say("form-handing-over"))),
        Hold::Sent(key) | Hold::Refused(key) => {
            let sending = account.outbox.newest_first().find(|sending| sending.key == key)?;
            Some(outbox::words(sending, ground))
        }
        Hold::Doubt => Some((Tone::Attention, texts.say("form-doubt"))),
    });
    let is_unkept = account.is_some_and(|account| account.drafts.is_unkept(draft.id));
    let size = (draft.bytes() > 0).then(|| texts.size(draft.bytes()));
    let (tone, state) = match state {
        Some((tone, words)) => (tone, Some(words)),
        None if is_unkept => (tone(true), Some(texts.say("drafts-unkept"))),
        None => (tone(false), None),
    };
    let detail = [draft.about.clone(), Some(when), size, state];
    Row::new(format!("draft-{}", draft.id.0), form.map_or(Icon::Draft, Form::icon), title)
        .detail(detail.into_iter().flatten().collect::<Vec<_>>().join(" · "))
        .tone(tone)
        .touch(Intent::Open(draft.id))
        .into()
}
