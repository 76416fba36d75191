//! Language, contrast, text size, lock time; and leaving.

mod view;

use crux_core::Command;
use fl_domain::{Secret, Timestamp};

use crate::{
    kit::{
        effects::KeepPreferences,
        screen::{Block, Icon, PageKey, Row, Screen},
        texts::{Language, TextSize},
        touch,
    },
    open::{
        Ctx, Ground, Next, Place,
        account::{Account, pulse},
        feature::{Feature, Slot},
        nav,
        page::{Back, Life, Page},
    },
};

/// The page's key.
const KEY: &str = "settings";

/// The settings.
pub(crate) struct Settings;

impl Feature for Settings {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        if place != Place::Settings {
            return None;
        }
        ground.show(Taste);
        Some(Command::done())
    }

    fn summary(&self, slot: Slot, _account: &Account, ground: &Ground) -> Vec<Block> {
        match slot {
            Slot::ProfileHere => {
                let row = Row::new("settings", Icon::Settings, ground.texts().say("settings-open"));
                vec![row.touch(nav::Intent::Go(Place::Settings)).into()]
            }
            Slot::HomeTop
            | Slot::HomeReminder
            | Slot::HomeMore
            | Slot::ProfileContacts
            | Slot::ProfileGettingIn => Vec::new(),
        }
    }
}

/// What a person does here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Speaks another language.
    Language(Language),
    /// Stronger contrast, or not.
    HighContrast(bool),
    /// Larger texts.
    TextSize(TextSize),
    /// Locks after so many idle minutes.
    LockMinutes(u16),
}

impl touch::Intent for Intent {
    fn name(&self) -> &'static str {
        match self {
            Self::Language(_) => "settings/language",
            Self::HighContrast(_) => "settings/high-contrast",
            Self::TextSize(_) => "settings/text-size",
            Self::LockMinutes(_) => "settings/lock-minutes",
        }
    }
}

/// The page. All that it shows is the device's and the account's.
struct Taste;

impl Page for Taste {
    type Intent = Intent;
    type Event = touch::Nothing;
    const LIFE: Life = Life::Account;

    fn path(&self) -> Vec<PageKey> {
        vec![KEY.to_owned()]
    }

    fn view(&self, ground: &Ground) -> Screen {
        view::view(ground)
    }

    fn touched(&mut self, intent: Intent, ground: &mut Ground) -> Next {
        let preferences = &mut ground.preferences;
        match intent {
            Intent::Language(language) => preferences.language = language,
            Intent::HighContrast(on) => preferences.high_contrast = on,
            Intent::TextSize(size) => preferences.text_size = size,
            Intent::LockMinutes(minutes) => preferences.lock_minutes = minutes.clamp(1, 60),
        }
        let save = KeepPreferences::Save(ground.preferences);
        let save = Command::new(|ctx: Ctx| async move {
            let _ = ctx.request_from_shell(save).await;
        });
        // A shorter lock time holds from now on, not from the next pulse.
        if matches!(intent, Intent::LockMinutes(_)) { save.and(pulse(ground)) } else { save }
    }

    fn heard(_page: Option<&mut Self>, event: touch::Nothing, _ground: &mut Ground) -> Next {
        match event {}
    }

    fn edit(&mut self, _field: &str, _text: Secret, _ground: &mut Ground) -> Next {
        Command::done()
    }

    fn back(&mut self, _ground: &mut Ground) -> Back {
        Back::Goes(Command::done())
    }

    fn left(&mut self, _ground: &mut Ground) {}

    fn awaited(&self, _ground: &Ground) -> Option<Timestamp> {
        None
    }
}
