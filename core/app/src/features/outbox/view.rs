use fl_domain::service::OnceKey;

use super::Intent;
use crate::{
    kit::{
        blocks::text,
        screen::{Block, Empty, Icon, Row, Screen, Tone},
        sending::Sending,
    },
    open::{Ground, feature::SendingWords, outbox},
};

/// What is to be sent and what became of it, the newest first.
pub(super) fn view(opened: Option<OnceKey>, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.account_screen(texts.say("outbox-title"));
    let Some(account) = ground.account() else { return screen };
    screen.blocks.extend(outbox::fault(ground));
    let sendings: Vec<&Sending> = account.outbox.newest_first().collect();
    if sendings.is_empty() {
        if account.outbox.fault.is_none() {
            let none = Empty::new("outbox-none", Icon::Letter, texts.say("outbox-none"));
            screen.blocks.push(none.detail(texts.say("outbox-none-detail")).into());
        }
        return screen;
    }
    screen.blocks.push(text("what", Tone::Plain, texts.say("outbox-what")));
    for (index, sending) in sendings.into_iter().enumerate() {
        screen.blocks.push(line(index, sending, ground));
        if opened == Some(sending.key) {
            let wanted =
                texts.tell("outbox-wanted", &[("time", texts.moment(sending.made_at, &ground.now).into())]);
            screen.blocks.push(text("wanted", Tone::Quiet, wanted));
            screen.blocks.extend(outbox::actions(sending, ground));
        }
    }
    screen
}

fn line(index: usize, sending: &Sending, ground: &Ground) -> Block {
    let texts = ground.texts();
    let named = ground.features().iter().find_map(|feature| feature.sending(&sending.ask, texts));
    let SendingWords { icon, title, detail } = named.unwrap_or_else(|| SendingWords {
        icon: Icon::Letter,
        title: sending.ask.name().to_owned(),
        detail: None,
    });
    let (tone, words) = outbox::words(sending, ground);
    let detail = [detail, Some(words)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Row::new(format!("outbox-{index}"), icon, title)
        .detail(detail)
        .tone(tone)
        .touch(Intent::Open(sending.key))
        .into()
}
