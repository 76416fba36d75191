use crate::{
    kit::{
        blocks::{notice, section, text},
        effects::{Sizes, VaultFault},
        screen::{Block, Icon, Progress, Row, Screen, Tone},
        texts::Texts,
    },
    open::{Ground, blocks::sign_out},
};

/// What is stored on this device, how it is locked, and how it is removed.
pub(super) fn view(sizes: Option<Result<Sizes, VaultFault>>, ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("stored-title"));
    screen.blocks.extend(measured(sizes, texts));
    screen.blocks.extend([
        Row::new("taste", Icon::Settings, texts.say("stored-taste"))
            .detail(texts.say("stored-taste-detail"))
            .into(),
        section("locked", texts.say("stored-locked")),
        text("lock", Tone::Plain, texts.say("stored-lock")),
    ]);
    if let Some(account) = ground.account() {
        if account.biometrics.kept {
            screen.blocks.push(text("biometrics", Tone::Plain, texts.say("stored-biometrics")));
        }
        if account.for_this_run_only {
            screen.blocks.push(text("for-this-run-only", Tone::Plain, texts.say("for-this-run-only")));
        }
    }
    screen.blocks.extend([
        text("never", Tone::Plain, texts.say("stored-never")),
        sign_out(texts.say("stored-remove")),
    ]);
    screen
}

fn measured(sizes: Option<Result<Sizes, VaultFault>>, texts: &Texts) -> Vec<Block> {
    let line = |key: &str, icon, title: &str, detail: &str, size: u64| {
        Row::new(key, icon, texts.say(title)).detail(texts.say(detail)).value(texts.size(size)).into()
    };
    match sizes {
        None => vec![Progress::new("measuring", texts.say("stored-measuring")).into()],
        Some(Ok(sizes)) => vec![
            line("cache", Icon::Operations, "stored-cache", "stored-cache-detail", sizes.cache),
            line("keys", Icon::Key, "stored-keys", "stored-keys-detail", sizes.keys),
        ],
        Some(Err(_)) => vec![notice("fault", Tone::Attention, texts.say("stored-not-measured"))],
    }
}
