//! The app driven by key, without a terminal: what the tour, scripts and pictures do.

use std::sync::Arc;

use fl_app::{
    Intent, Screen,
    screen::{FieldId, ScreenId},
    texts::Language,
};
use fl_domain::Secret;
use fl_runtime::Engine;
use fl_stage::Stage;

use crate::{
    trouble::Trouble,
    ui::focus::{Act, stops},
};

/// An engine on a stage.
pub(crate) struct Driver {
    pub(crate) stage: Stage,
    pub(crate) engine: Arc<Engine>,
}

impl Driver {
    /// Opens the app.
    pub(crate) fn new(mut stage: Stage) -> Result<Self, Trouble> {
        let engine = stage.open()?;
        engine.settle();
        Ok(Self { stage, engine })
    }

    /// What is shown.
    pub(crate) fn screen(&self) -> Arc<Screen> {
        self.engine.screen()
    }

    /// Does something and waits until nothing is under way.
    pub(crate) fn send(&self, intent: Intent) {
        self.engine.dispatch(intent);
        self.engine.settle();
    }

    /// Types a text over what a field holds.
    pub(crate) fn type_into(&self, field: FieldId, text: &str) {
        self.send(Intent::Edit { field, text: Secret::new(text) });
    }

    /// Touches what has this key.
    pub(crate) fn tap(&self, key: &str) -> Result<(), Trouble> {
        let screen = self.screen();
        match stops(&screen).into_iter().find(|stop| stop.id == key).map(|stop| stop.act) {
            Some(Act::Send(intent)) => {
                self.send(intent);
                Ok(())
            }
            Some(Act::Type { .. } | Act::Reveal(_) | Act::Nothing) => {
                Err(Trouble::Unexpected(format!("`{key}` cannot be touched now:\n{screen}")))
            }
            None => Err(Trouble::Unexpected(format!("there is no `{key}` to touch:\n{screen}"))),
        }
    }

    /// Speaks this language from here on.
    pub(crate) fn language(&self, language: Language) {
        self.send(Intent::Settings(fl_app::settings::Intent::Language(language)));
    }

    /// Sends INN and password.
    pub(crate) fn sign_in(&self, inn: &str, password: &str) -> Result<(), Trouble> {
        self.type_into(FieldId::Inn, inn);
        self.type_into(FieldId::Password, password);
        self.tap("sign-in")
    }

    /// Chooses the PIN.
    pub(crate) fn choose_pin(&self, pin: &str) -> Result<(), Trouble> {
        self.type_into(FieldId::Pin, pin);
        self.type_into(FieldId::PinAgain, pin);
        self.tap("keep-pin")
    }

    /// Opens with the PIN.
    pub(crate) fn unlock(&self, pin: &str) -> Result<(), Trouble> {
        self.type_into(FieldId::Pin, pin);
        self.tap("unlock")
    }

    /// Expects a screen.
    pub(crate) fn expect(&self, id: ScreenId) -> Result<(), Trouble> {
        let screen = self.screen();
        if screen.id == id {
            Ok(())
        } else {
            Err(Trouble::Unexpected(format!("the app did not come to {id:?}; it shows:\n{screen}")))
        }
    }

    /// Expects a text on the screen.
    pub(crate) fn expect_text(&self, text: &str) -> Result<(), Trouble> {
        let screen = self.screen();
        // Amounts are held together by no-break spaces; here they are written with the space bar.
        if screen.to_string().replace('\u{a0}', " ").contains(text) {
            Ok(())
        } else {
            Err(Trouble::Unexpected(format!("“{text}” is not on the screen:\n{screen}")))
        }
    }
}
