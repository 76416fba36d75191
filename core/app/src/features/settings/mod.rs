//! Language, contrast, text size, lock time; and leaving.

use crux_core::Command;
use serde::Serialize;

use crate::{
    app::{Event, Intent as AppIntent, Place},
    blocks::row,
    effects::{Biometrics, Effect, KeepPreferences},
    features::{
        account::{self, Account},
        device, session,
    },
    model::{Model, Stage},
    screen::{
        Block, Button, ButtonRole, Filter, FilterOption, Icon, Screen, ScreenId, Section, Text, Toggle, Tone,
    },
    texts::{Language, TextSize, Texts},
};

/// Minutes one can choose from.
const LOCK_MINUTES: [u16; 5] = [1, 5, 15, 30, 60];

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "SettingsIntent"))]
pub enum Intent {
    /// Speaks another language.
    Language(Language),
    /// Stronger contrast, or not.
    HighContrast(bool),
    /// Larger texts.
    TextSize(TextSize),
    /// Locks after so many idle minutes.
    LockMinutes(u16),
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Command<Effect, Event> {
    match intent {
        Intent::Language(language) => model.preferences.language = language,
        Intent::HighContrast(on) => model.preferences.high_contrast = on,
        Intent::TextSize(size) => model.preferences.text_size = size,
        Intent::LockMinutes(minutes) => model.preferences.lock_minutes = minutes.clamp(1, 60),
    }
    let save = KeepPreferences::Save(model.preferences);
    let save = Command::new(|ctx| async move {
        let _ = ctx.request_from_shell(save).await;
    });
    // A shorter lock time holds from now on, not from the next pulse.
    let mut stage = std::mem::take(&mut model.stage);
    let pulse = match &mut stage {
        Stage::Open(account) if matches!(intent, Intent::LockMinutes(_)) => account::pulse(account, model),
        _ => Command::done(),
    };
    model.stage = stage;
    save.and(pulse)
}

/// The page.
pub(crate) fn view(model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Settings, texts.say("settings-title"));
    screen.back = Some(AppIntent::Back);
    let preferences = &model.preferences;
    let choice = |key: &str, label: String, selected: bool, intent: Intent| FilterOption {
        key: key.to_owned(),
        label,
        selected,
        intent: AppIntent::Settings(intent),
    };
    let filter = |key: &str, label: String, options: Vec<FilterOption>| {
        Block::Filter(Filter { key: key.to_owned(), label, options })
    };
    // Languages are named in themselves, so that the way back is always readable.
    let languages = [(Language::Ru, "ru", "Русский"), (Language::En, "en", "English")];
    let sizes = [
        (TextSize::Normal, "normal", texts.say("text-normal")),
        (TextSize::Large, "large", texts.say("text-large")),
        (TextSize::Largest, "largest", texts.say("text-largest")),
    ];
    screen.blocks = vec![
        filter(
            "language",
            texts.say("settings-language"),
            languages
                .into_iter()
                .map(|(l, key, name)| {
                    choice(key, name.to_owned(), preferences.language == l, Intent::Language(l))
                })
                .collect(),
        ),
        Block::Toggle(Toggle {
            key: "high-contrast".to_owned(),
            label: texts.say("settings-contrast"),
            on: preferences.high_contrast,
            intent: AppIntent::Settings(Intent::HighContrast(!preferences.high_contrast)),
        }),
        filter(
            "text-size",
            texts.say("settings-text-size"),
            sizes
                .into_iter()
                .map(|(size, key, name)| {
                    choice(key, name, preferences.text_size == size, Intent::TextSize(size))
                })
                .collect(),
        ),
        filter(
            "lock-after",
            texts.say("settings-lock"),
            LOCK_MINUTES
                .into_iter()
                .map(|minutes| {
                    choice(
                        &format!("lock-{minutes}"),
                        texts.tell("remaining-minutes", &[("count", minutes.into())]),
                        preferences.lock_minutes == minutes,
                        Intent::LockMinutes(minutes),
                    )
                })
                .collect(),
        ),
    ];
    if let Stage::Open(account) = &model.stage {
        screen.blocks.extend(biometrics(account, texts));
    }
    screen.blocks.extend(pages(model));
    screen.blocks.push(Block::Button(Button {
        key: "share-log".to_owned(),
        label: texts.say("settings-share-log"),
        role: ButtonRole::Secondary,
        enabled: true,
        intent: AppIntent::Device(device::Intent::ShareLog),
    }));
    if let Stage::Open(account) = &model.stage {
        screen.tabs = account::tabs(Place::Settings, model);
        screen.blocks.extend(account_blocks(account, texts));
    }
    screen.blocks.push(Block::Text(Text {
        key: "unofficial".to_owned(),
        text: texts.say("unofficial"),
        tone: Tone::Quiet,
    }));
    screen
}

/// The pages that are reached from here.
fn pages(model: &Model) -> Vec<Block> {
    let texts = model.texts();
    let page = |key: &str, icon, title: &str, detail: Option<String>, place| {
        row(key, icon, texts.say(title), detail, Some(AppIntent::Go(place)))
    };
    let mut pages = Vec::new();
    if matches!(model.stage, Stage::Open(_)) {
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
    let key = "biometrics".to_owned();
    match account.biometrics.state {
        Biometrics::Unavailable => None,
        Biometrics::NotEnrolled => {
            Some(Block::Text(Text { key, text: texts.say("biometrics-not-enrolled"), tone: Tone::Quiet }))
        }
        Biometrics::Ready => Some(Block::Toggle(Toggle {
            key,
            label: texts.say("settings-biometrics"),
            on: account.biometrics.kept,
            intent: AppIntent::Device(device::Intent::Biometrics(!account.biometrics.kept)),
        })),
    }
}

/// Whose account it is, and the ways out of it.
fn account_blocks(account: &Account, texts: &Texts) -> [Block; 4] {
    let button = |key: &str, label: String, role, intent| {
        Block::Button(Button {
            key: key.to_owned(),
            label,
            role,
            enabled: true,
            intent: AppIntent::Session(intent),
        })
    };
    [
        Block::Section(Section {
            key: "account".to_owned(),
            title: texts.say("settings-account"),
            detail: None,
        }),
        Block::Text(Text {
            key: "inn".to_owned(),
            text: texts.tell("settings-inn", &[("inn", account.inn.as_str().into())]),
            tone: Tone::Plain,
        }),
        button("lock-now", texts.say("settings-lock-now"), ButtonRole::Secondary, session::Intent::Lock),
        button("sign-out", texts.say("sign-out"), ButtonRole::Destructive, session::Intent::AskSignOut),
    ]
}
