//! The app driven by key, without a terminal: what the tour, scripts and pictures do.

use std::sync::Arc;

use fl_app::{Screen, Touch, texts::Language};
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

    fn touch(&self, touch: Touch) {
        self.engine.touch(touch);
        self.engine.settle();
    }

    /// Follows a link into the app.
    pub(crate) fn follow(&self, link: &str) {
        self.engine.follow(link.into());
        self.engine.settle();
    }

    /// Types a text over what the field with this key holds.
    pub(crate) fn type_into(&self, key: &str, text: &str) -> Result<(), Trouble> {
        if !self.engine.type_into(key, text) {
            return Err(Trouble::Unexpected(format!("there is no `{key}` to type into:\n{}", self.screen())));
        }
        self.engine.settle();
        Ok(())
    }

    /// Reads everything anew.
    pub(crate) fn refresh(&self) -> Result<(), Trouble> {
        if !self.engine.refresh() {
            return Err(Trouble::Unexpected(format!("nothing can be read anew here:\n{}", self.screen())));
        }
        self.engine.settle();
        Ok(())
    }

    /// Goes back.
    pub(crate) fn back(&self) {
        self.engine.back();
        self.engine.settle();
    }

    /// Touches what has this key.
    pub(crate) fn tap(&self, key: &str) -> Result<(), Trouble> {
        let screen = self.screen();
        match stops(&screen).into_iter().find(|stop| stop.id == key).map(|stop| stop.act) {
            Some(Act::Touch(touch)) => {
                self.touch(touch);
                Ok(())
            }
            Some(Act::Type { .. } | Act::Reveal(_) | Act::Nothing) => {
                Err(Trouble::Unexpected(format!("`{key}` cannot be touched now:\n{screen}")))
            }
            None => Err(Trouble::Unexpected(format!("there is no `{key}` to touch:\n{screen}"))),
        }
    }

    /// Speaks this language from here on.
    pub(crate) fn language(&self, language: Language) -> Result<(), Trouble> {
        self.follow("fltaxes://settings");
        self.tap(match language {
            Language::Ru => "language/ru",
            Language::En => "language/en",
        })?;
        self.back();
        Ok(())
    }

    /// Sends INN and password.
    pub(crate) fn sign_in(&self, inn: &str, password: &str) -> Result<(), Trouble> {
        self.type_into("inn", inn)?;
        self.type_into("password", password)?;
        self.tap("sign-in")
    }

    /// Chooses the PIN.
    pub(crate) fn choose_pin(&self, pin: &str) -> Result<(), Trouble> {
        self.type_into("pin", pin)?;
        self.type_into("pin-again", pin)?;
        self.tap("keep-pin")
    }

    /// Opens with the PIN.
    pub(crate) fn unlock(&self, pin: &str) -> Result<(), Trouble> {
        self.type_into("pin", pin)?;
        self.tap("unlock")
    }

    /// Expects the page with this key.
    pub(crate) fn expect(&self, key: &str) -> Result<(), Trouble> {
        let screen = self.screen();
        if screen.key() == key {
            Ok(())
        } else {
            Err(Trouble::Unexpected(format!("the app did not come to `{key}`; it shows:\n{screen}")))
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
