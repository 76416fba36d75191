use fl_domain::Freshness;

use super::{Account, Connection};
use crate::{
    app::{Intent, Place},
    effects::{CacheFault, LostData},
    features::{home, income, operations, password, session},
    model::Model,
    screen::{Action, Block, Icon, Notice, Screen, Tab, Tone},
    texts::Texts,
};

/// The screen of the open account.
pub(crate) fn view(account: &Account, model: &Model) -> Screen {
    if let Some(form) = &account.sign_in_again {
        return session::view_sign_in(form, Some(account), model);
    }
    if account.asking_sign_out {
        return session::view_ask_sign_out(model);
    }
    if let Some(mut screen) = password::view_gate(account, model) {
        screen.notice = connection_notice(account, model);
        screen.busy |= account.refreshing;
        screen.refresh = Some(refresh_action(model));
        return screen;
    }
    let mut screen = match account.place {
        Place::Operations => operations::view(account, model),
        Place::Income => income::view(account, model),
        // Every other place is a page that lies over the account.
        _ => home::view(account, model),
    };
    screen.tabs = tabs(account.place, model);
    screen.notice = connection_notice(account, model);
    screen.busy |= account.refreshing;
    if screen.refresh.is_none() {
        screen.refresh = Some(refresh_action(model));
    }
    if account.place != Place::Home {
        screen.back = Some(Intent::Back);
    }
    let faults = faults(account, model.texts());
    if !faults.is_empty() {
        screen.blocks.splice(0..0, faults);
    }
    screen
}

/// The rooms one can go to.
pub(crate) fn tabs(place: Place, model: &Model) -> Vec<Tab> {
    let texts = model.texts();
    let tab = |key: &str, label: String, icon, to| Tab {
        key: key.to_owned(),
        label,
        icon,
        selected: place == to || (place == Place::Income && to == Place::Home),
        intent: Intent::Go(to),
    };
    vec![
        tab("tab-home", texts.say("home-title"), Icon::Home, Place::Home),
        tab("tab-operations", texts.say("operations-title"), Icon::Operations, Place::Operations),
        tab("tab-settings", texts.say("settings-title"), Icon::Settings, Place::Settings),
    ]
}

/// A figure's age in words.
pub(crate) fn describe(freshness: Freshness, model: &Model) -> String {
    model.texts().age(freshness, model.now)
}

/// Reading everything anew.
pub(crate) fn refresh_action(model: &Model) -> Action {
    Action { label: model.texts().say("refresh"), intent: Intent::Home(home::Intent::Refresh) }
}

/// The one thing that is true of the whole account: calm, and with a time where there is one.
pub(crate) fn connection_notice(account: &Account, model: &Model) -> Option<Notice> {
    let texts = model.texts();
    let retry = Action { label: texts.say("try-again"), intent: Intent::Home(home::Intent::Refresh) };
    let (tone, text, action) = match &account.connection {
        Connection::Fine => return None,
        Connection::Offline => (Tone::Attention, texts.say("offline"), retry),
        Connection::NoAnswer => (Tone::Attention, texts.say("no-answer"), retry),
        Connection::Closed(until) => (Tone::Attention, texts.closed(*until, model.now), retry),
        Connection::SessionEnded => (
            Tone::Attention,
            texts.say("session-ended"),
            Action {
                label: texts.say("sign-in-again"),
                intent: Intent::Session(session::Intent::SignInAgain),
            },
        ),
        Connection::Trouble(code) => (Tone::Bad, texts.tell("trouble", &[("code", code.into())]), retry),
    };
    Some(Notice { key: "connection".to_owned(), tone, text, action: Some(action) })
}

/// What went wrong on this device, each told until it is over.
fn faults(account: &Account, texts: &Texts) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut add = |key: &str, tone, text: String| {
        blocks.push(Block::Notice(Notice { key: key.to_owned(), tone, text, action: None }));
    };
    match account.lost_data {
        None => {}
        Some(LostData::WrongKey) => add("lost-data", Tone::Attention, texts.say("lost-wrong-key")),
        Some(LostData::Foreign) => add("lost-data", Tone::Attention, texts.say("lost-foreign")),
        Some(LostData::Damaged) => add("lost-data", Tone::Attention, texts.say("lost-damaged")),
        Some(LostData::TooNew) => add("lost-data", Tone::Attention, texts.say("lost-too-new")),
    }
    match account.cache_fault {
        None => {}
        Some(CacheFault::DiskFull) => add("cache-fault", Tone::Bad, texts.say("cache-disk-full")),
        Some(CacheFault::ReadOnly) => add("cache-fault", Tone::Bad, texts.say("cache-read-only")),
        Some(CacheFault::Damaged) => add("cache-fault", Tone::Attention, texts.say("lost-damaged")),
        Some(CacheFault::Closed | CacheFault::Broken) => {
            add("cache-fault", Tone::Bad, texts.say("cache-broken"));
        }
    }
    if account.keep_fault.is_some() {
        add("keep-fault", Tone::Attention, texts.say("keep-fault"));
    }
    blocks
}
