use fl_domain::service::{Capability, SignInRecord, SignInWay, sign_ins::Read};

use super::{
    model::{Intent, List, Step},
    update::{can_be_disowned, disowning},
};
use crate::{
    kit::{
        blocks::{notice, primary, secondary, text},
        screen::{Block, Button, ButtonRole, Empty, Icon, Row, Screen, Section, Tone},
        sending::SendingState,
        texts::Texts,
    },
    open::{
        Ground, Place,
        account::describe,
        answer::{Answer, missing},
        blocks::{not_offered, sign_out},
        device::{self, GOSUSLUGI},
        nav,
        outbox::{self, Of},
    },
};

/// Who signed in and when, newest first.
pub(super) fn view(page: &List, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let title = texts.say("sign-ins-title");
    if let Some(website) = not_offered(Capability::SignIns, ground) {
        let mut screen = ground.screen(title);
        screen.blocks = website;
        return screen;
    }
    let mut screen = ground.account_screen(title);
    let of_opened = page.opened.as_deref().map(|id| ground.sending(&disowning(id)));
    screen.busy |= matches!(of_opened, Some(Of::Keeping | Of::OnItsWay(_)));
    screen.blocks.extend(outbox::fault(ground));
    let known = match ground.answer::<Read>() {
        Answer::Known(known) => known,
        Answer::KnownNone(freshness) => {
            let none = Empty::new("no-sign-ins", Icon::Shield, texts.say("sign-ins-none"));
            screen.blocks.push(none.detail(describe(freshness, ground)).into());
            return screen;
        }
        Answer::NotKnown(why) => {
            screen.blocks.extend(missing("no-sign-ins", Icon::Shield, &why, ground));
            return screen;
        }
    };
    let section = Section::new("sign-ins", texts.say("sign-ins-newest"));
    screen.blocks.extend([
        text("what", Tone::Plain, texts.say("sign-ins-what")),
        section.detail(describe(known.freshness, ground)).into(),
    ]);
    let mut records: Vec<&SignInRecord> = known.value.iter().collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.at));
    for (index, record) in records.into_iter().enumerate() {
        screen.blocks.push(line(index, record, ground));
        if page.opened.as_ref() == Some(&record.id) {
            opened(record, page, ground, &mut screen.blocks);
        }
    }
    screen
}

fn line(index: usize, record: &SignInRecord, ground: &Ground) -> Block {
    let texts = ground.texts();
    let way = match record.way {
        SignInWay::Password => texts.say("way-by-password"),
        SignInWay::Esia => texts.say("way-by-esia"),
        SignInWay::Other => texts.say("way-by-other"),
    };
    let parts = [texts.moment(record.at, &ground.now), record.place.clone(), way];
    let detail: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    let (value, tone) = if record.is_current {
        (texts.say("sign-in-current"), Tone::Good)
    } else if record.is_open {
        (texts.say("sign-in-open"), Tone::Plain)
    } else {
        (texts.say("sign-in-ended"), Tone::Quiet)
    };
    let is_named = !record.device.trim().is_empty();
    let title = if is_named { record.device.clone() } else { texts.say("sign-in-unnamed") };
    Row::new(format!("sign-in-{index}"), Icon::Device, title)
        .detail(detail.join(", "))
        .value(value)
        .tone(tone)
        .touch(Intent::SignIn(record.id.clone()))
        .into()
}

/// What can be done about one sign-in, right under it.
fn opened(record: &SignInRecord, page: &List, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    if record.is_current {
        into.extend([
            text("current", Tone::Plain, texts.say("sign-in-current-what")),
            sign_out(texts.say("sign-out")),
        ]);
        return;
    }
    let of = ground.sending(&disowning(&record.id));
    let (is_under_way, is_done) = match of {
        Of::Nothing => (false, false),
        Of::Keeping => (true, false),
        Of::OnItsWay(sending) | Of::Known(sending) => {
            (!sending.is_settled(), matches!(sending.state, SendingState::Accepted { .. }))
        }
    };
    if !can_be_disowned(record) {
        into.push(if is_done {
            notice("disowned", Tone::Good, texts.say("sign-in-disowned"))
        } else {
            text("ended", Tone::Plain, texts.say("sign-in-ended-what"))
        });
        into.extend(advice(record.way, texts));
        return;
    }
    if is_under_way {
        into.extend(outbox::under_way(of, ground));
        return;
    }
    if let Of::Known(sending) = of {
        let (tone, words) = outbox::words(sending, ground);
        into.push(notice("fault", tone, words));
    }
    if page.step == Step::Asking {
        let disown = texts.say("sign-in-disown");
        into.extend([
            text("ask", Tone::Attention, texts.say("sign-in-ask")),
            Button::new("disown", disown, ButtonRole::Destructive, Intent::Disown).into(),
            secondary("keep", texts.say("sign-in-keep"), true, Intent::Keep),
        ]);
    } else {
        into.push(secondary("not-me", texts.say("sign-in-not-me"), true, Intent::NotMe));
    }
}

/// What guards the account after somebody else's session: the password that was used for it.
fn advice(way: SignInWay, texts: &Texts) -> [Block; 2] {
    match way {
        SignInWay::Password | SignInWay::Other => [
            text("advice", Tone::Attention, texts.say("sign-in-password-known")),
            primary("change", texts.say("password-change"), true, nav::Intent::Go(Place::Password)),
        ],
        SignInWay::Esia => [
            text("advice", Tone::Attention, texts.say("sign-in-esia-known")),
            primary(
                "gosuslugi",
                texts.say("sign-in-open-gosuslugi"),
                true,
                device::Intent::OpenLink(GOSUSLUGI.to_owned()),
            ),
        ],
    }
}
