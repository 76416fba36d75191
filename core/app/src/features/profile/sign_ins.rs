use fl_domain::service::{Capability, SignInRecord, SignInWay};

use super::{Intent, SignIns, Step, update::can_be_disowned};
use crate::{
    app::{Intent as AppIntent, Place},
    blocks::{self, notice, primary, secondary, text},
    features::{
        account::{connection_notice, describe, refresh_action},
        device, recovery, session,
    },
    model::{Model, Stage},
    outcome,
    screen::{Block, Button, ButtonRole, Empty, Icon, Progress, Row, Screen, ScreenId, Section, Tone},
    texts::Texts,
};

/// Who signed in and when, newest first.
pub(crate) fn view_sign_ins(page: &SignIns, model: &Model) -> Option<Screen> {
    let Stage::Open(account) = &model.stage else { return None };
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::SignIns, texts.say("sign-ins-title"));
    if let Some(website) = blocks::not_offered(Capability::SignIns, model) {
        screen.blocks = website;
        return Some(screen);
    }
    screen.notice = connection_notice(account, model);
    screen.busy = account.refreshing || matches!(page.step, Step::Busy);
    screen.refresh = Some(refresh_action(model));
    let Some(known) = &account.figures.sign_ins else {
        screen.blocks.push(if account.refreshing {
            Block::Progress(Progress { key: "loading".to_owned(), label: texts.say("loading"), cancel: None })
        } else {
            empty(texts.say("sign-ins-unknown"))
        });
        return Some(screen);
    };
    if known.value.is_empty() {
        screen.blocks.push(empty(texts.say("sign-ins-none")));
        return Some(screen);
    }
    screen.blocks.push(text("what", Tone::Plain, texts.say("sign-ins-what")));
    screen.blocks.push(Block::Section(Section {
        key: "sign-ins".to_owned(),
        title: texts.say("sign-ins-newest"),
        detail: Some(describe(known.freshness, model)),
    }));
    let mut records: Vec<&SignInRecord> = known.value.iter().collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.at));
    for (index, record) in records.into_iter().enumerate() {
        screen.blocks.push(line(index, record, model));
        if page.opened.as_ref() == Some(&record.id) {
            opened(record, page, model, &mut screen.blocks);
        }
    }
    Some(screen)
}

fn empty(title: String) -> Block {
    Block::Empty(Empty { key: "no-sign-ins".to_owned(), icon: Icon::Shield, title, detail: None })
}

fn line(index: usize, record: &SignInRecord, model: &Model) -> Block {
    let texts = model.texts();
    let way = match record.way {
        SignInWay::Password => texts.say("way-by-password"),
        SignInWay::Esia => texts.say("way-by-esia"),
        SignInWay::Other => texts.say("way-by-other"),
    };
    let parts = [texts.moment(record.at, model.now), record.place.clone(), way];
    let detail: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    let (value, tone) = if record.is_current {
        (texts.say("sign-in-current"), Tone::Good)
    } else if record.is_open {
        (texts.say("sign-in-open"), Tone::Plain)
    } else {
        (texts.say("sign-in-ended"), Tone::Quiet)
    };
    let is_named = !record.device.trim().is_empty();
    Block::Row(Row {
        key: format!("sign-in-{index}"),
        icon: Icon::Device,
        title: if is_named { record.device.clone() } else { texts.say("sign-in-unnamed") },
        detail: Some(detail.join(", ")),
        value: Some(value),
        spoken: None,
        tone,
        intent: Some(AppIntent::Profile(Intent::SignIn(record.id.clone()))),
    })
}

/// What can be done about one sign-in, right under it.
fn opened(record: &SignInRecord, page: &SignIns, model: &Model, into: &mut Vec<Block>) {
    let texts = model.texts();
    let intent = AppIntent::Profile;
    if record.is_current {
        into.extend([
            text("current", Tone::Plain, texts.say("sign-in-current-what")),
            Block::Button(Button {
                key: "sign-out".to_owned(),
                label: texts.say("sign-out"),
                role: ButtonRole::Destructive,
                enabled: true,
                intent: AppIntent::Session(session::Intent::AskSignOut),
            }),
        ]);
        return;
    }
    match &page.step {
        Step::Done => into.push(notice("disowned", Tone::Good, texts.say("sign-in-disowned"))),
        Step::Failed(failure) => {
            let (tone, words) = outcome::words(failure, model);
            into.push(notice("fault", tone, words));
        }
        Step::Looking | Step::Asking | Step::Busy => {}
    }
    if !can_be_disowned(record) {
        if !matches!(page.step, Step::Done) {
            into.push(text("ended", Tone::Plain, texts.say("sign-in-ended-what")));
        }
        into.extend(advice(record.way, texts));
        return;
    }
    let is_busy = matches!(page.step, Step::Busy);
    if matches!(page.step, Step::Asking) || is_busy {
        into.extend([
            text("ask", Tone::Attention, texts.say("sign-in-ask")),
            Block::Button(Button {
                key: "disown".to_owned(),
                label: texts.say("sign-in-disown"),
                role: ButtonRole::Destructive,
                enabled: !is_busy,
                intent: intent(Intent::Disown),
            }),
            secondary("keep", texts.say("sign-in-keep"), !is_busy, intent(Intent::Keep)),
        ]);
    } else {
        into.push(secondary("not-me", texts.say("sign-in-not-me"), true, intent(Intent::NotMe)));
    }
}

/// What guards the account after somebody else's session: the password that was used for it.
fn advice(way: SignInWay, texts: &Texts) -> [Block; 2] {
    match way {
        SignInWay::Password | SignInWay::Other => [
            text("advice", Tone::Attention, texts.say("sign-in-password-known")),
            primary("change", texts.say("password-change"), true, AppIntent::Go(Place::Password)),
        ],
        SignInWay::Esia => [
            text("advice", Tone::Attention, texts.say("sign-in-esia-known")),
            primary(
                "gosuslugi",
                texts.say("sign-in-open-gosuslugi"),
                true,
                AppIntent::Device(device::Intent::OpenLink(recovery::GOSUSLUGI.to_owned())),
            ),
        ],
    }
}
