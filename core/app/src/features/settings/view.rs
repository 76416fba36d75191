use super::Intent;
use crate::{
    kit::{
        blocks::{secondary, section, text},
        effects::Biometrics,
        screen::{Block, Filter, FilterOption, Icon, Row, Screen, Toggle, Tone},
        texts::{Language, Preferences, TextSize, Texts},
    },
    open::{
        Ground, Place,
        account::{Account, tabs},
        blocks::sign_out,
        device, nav, session,
    },
};

/// Minutes one can choose from.
const LOCK_MINUTES: [u16; 5] = [1, 5, 15, 30, 60];

/// The page.
pub(super) fn view(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.screen(texts.say("settings-title"));
    screen.blocks.extend(taste(ground.preferences, texts));
    if let Some(account) = ground.account() {
        screen.blocks.extend(biometrics(account, texts));
    }
    screen.blocks.extend(pages(ground));
    screen.blocks.push(secondary(
        "share-log",
        texts.say("settings-share-log"),
        true,
        device::Intent::ShareLog,
    ));
    if let Some(account) = ground.account() {
        screen.tabs = tabs(Place::Settings, ground);
        screen.blocks.extend(account_blocks(account, texts));
    }
    screen.blocks.push(text("unofficial", Tone::Quiet, texts.say("unofficial")));
    screen
}

fn taste(preferences: Preferences, texts: &Texts) -> [Block; 4] {
    // Languages are named in themselves, so that the way back is always readable.
    let languages = [(Language::Ru, "ru", "Русский"), (Language::En, "en", "English")];
    let languages = languages.map(|(language, key, name)| {
        let is_chosen = preferences.language == language;
        FilterOption::new(key, name.to_owned(), is_chosen, Intent::Language(language))
    });
    let sizes = [
        (TextSize::Normal, "normal", "text-normal"),
        (TextSize::Large, "large", "text-large"),
        (TextSize::Largest, "largest", "text-largest"),
    ];
    let sizes = sizes.map(|(size, key, name)| {
        FilterOption::new(key, texts.say(name), preferences.text_size == size, Intent::TextSize(size))
    });
    let minutes = LOCK_MINUTES.map(|minutes| {
        FilterOption::new(
            format!("lock-{minutes}"),
            texts.tell("remaining-minutes", &[("count", minutes.into())]),
            preferences.lock_minutes == minutes,
            Intent::LockMinutes(minutes),
        )
    });
    let is_high = preferences.high_contrast;
    let contrast = texts.say("settings-contrast");
    [
        Filter::new("language", texts.say("settings-language"), languages.into()).into(),
        Toggle::new("high-contrast", contrast, is_high, Intent::HighContrast(!is_high)).into(),
        Filter::new("text-size", texts.say("settings-text-size"), sizes.into()).into(),
        Filter::new("lock-after", texts.say("settings-lock"), minutes.into()).into(),
    ]
}

/// The pages that are reached from here.
fn pages(ground: &Ground) -> Vec<Block> {
    let texts = ground.texts();
    let page = |key: &str, icon, title: &str, detail: Option<String>, place| {
        Row::new(key, icon, texts.say(title)).detail(detail).touch(nav::Intent::Go(place)).into()
    };
    let mut pages = Vec::new();
    if ground.account().is_some() {
        let detail = Some(texts.say("profile-detail"));
        pages.push(page("profile", Icon::Person, "profile-title", detail, Place::Profile));
    }
    let detail = Some(texts.say("check-link-detail"));
    pages.extend([
        page("check-link", Icon::Shield, "check-link-title", detail, Place::CheckLink),
        page("access", Icon::Card, "access-title", None, Place::Access),
    ]);
    pages
}

/// Opening with a finger or a face, where the device has a sensor that keeps secrets.
fn biometrics(account: &Account, texts: &Texts) -> Option<Block> {
    let key = "biometrics";
    let is_kept = account.biometrics.kept;
    match account.biometrics.state {
        Biometrics::Unavailable => None,
        Biometrics::NotEnrolled => Some(text(key, Tone::Quiet, texts.say("biometrics-not-enrolled"))),
        Biometrics::Ready => {
            let touch = device::Intent::Biometrics(!is_kept);
            Some(Toggle::new(key, texts.say("settings-biometrics"), is_kept, touch).into())
        }
    }
}

/// Whose account it is, and the ways out of it.
fn account_blocks(account: &Account, texts: &Texts) -> [Block; 4] {
    let inn = texts.tell("settings-inn", &[("inn", account.inn.as_str().into())]);
    [
        section("account", texts.say("settings-account")),
        text("inn", Tone::Plain, inn),
        secondary("lock-now", texts.say("settings-lock-now"), true, session::Intent::Lock),
        sign_out(texts.say("sign-out")),
    ]
}
