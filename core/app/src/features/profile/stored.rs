use super::Stored;
use crate::{
    app::Intent as AppIntent,
    blocks::{notice, row, section, text},
    features::session,
    model::{Model, Stage},
    screen::{Block, Button, ButtonRole, Icon, Progress, Row, Screen, ScreenId, Tone},
};

/// What is stored on this device, how it is locked, and how it is removed.
pub(crate) fn view_stored(page: &Stored, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Stored, texts.say("stored-title"));
    let line = |key: &str, icon, title: String, detail: String, size: u64| {
        Block::Row(Row {
            key: key.to_owned(),
            icon,
            title,
            detail: Some(detail),
            value: Some(texts.size(size)),
            spoken: None,
            tone: Tone::Plain,
            intent: None,
        })
    };
    match page.sizes {
        None => screen.blocks.push(Block::Progress(Progress {
            key: "measuring".to_owned(),
            label: texts.say("stored-measuring"),
            cancel: None,
        })),
        Some(Ok(sizes)) => screen.blocks.extend([
            line(
                "cache",
                Icon::Operations,
                texts.say("stored-cache"),
                texts.say("stored-cache-detail"),
                sizes.cache,
            ),
            line("keys", Icon::Key, texts.say("stored-keys"), texts.say("stored-keys-detail"), sizes.keys),
        ]),
        Some(Err(_)) => {
            screen.blocks.push(notice("fault", Tone::Attention, texts.say("stored-not-measured")));
        }
    }
    screen.blocks.push(row(
        "taste",
        Icon::Settings,
        texts.say("stored-taste"),
        Some(texts.say("stored-taste-detail")),
        None,
    ));
    screen.blocks.extend([
        section("locked", texts.say("stored-locked")),
        text("lock", Tone::Plain, texts.say("stored-lock")),
    ]);
    if let Stage::Open(account) = &model.stage {
        if account.biometrics.kept {
            screen.blocks.push(text("biometrics", Tone::Plain, texts.say("stored-biometrics")));
        }
        if account.for_this_run_only {
            screen.blocks.push(text("for-this-run-only", Tone::Plain, texts.say("for-this-run-only")));
        }
    }
    screen.blocks.extend([
        text("never", Tone::Plain, texts.say("stored-never")),
        Block::Button(Button {
            key: "sign-out".to_owned(),
            label: texts.say("stored-remove"),
            role: ButtonRole::Destructive,
            enabled: true,
            intent: AppIntent::Session(session::Intent::AskSignOut),
        }),
    ]);
    screen
}
