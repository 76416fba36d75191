//! The half of a story's player that every shell shares: the service, the clock, the process. A shell adds its [`Hands`].

#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use fl_domain::access::PasswordPolicy;
use fl_journeys::{
    Answer, FaultName, FaultSpec, Finger, Language, Letter, Pick, Seen, Shell, Stuck, Target, Taxpayer,
};
use fl_runtime::{Engine, PlatformError};
use fl_sandbox::{Control, Scope, Script};

use crate::{SECRETS, Stage, StageDevice, StageError, bridge, files};

type Done = Result<(), Stuck>;

/// A redirect that belongs to no sign-in that was begun.
const FOREIGN: &str = "fltaxes://esia?code=foreign&state=foreign";

/// Fingers and eyes: how a shell is used. Each method goes the way of a person, never past the shell to the core, and returns
/// once the shell has drawn what followed.
pub trait Hands {
    /// The app is open, with this engine.
    ///
    /// # Errors
    /// Where the shell cannot show it.
    fn opened(&mut self, engine: &Arc<Engine>) -> Done;

    /// The app's process ended without a goodbye.
    fn closed(&mut self);

    /// Draws the newest screen, whatever made it new.
    ///
    /// # Errors
    /// Where it never comes to rest.
    fn settle(&mut self) -> Done;

    /// Types at the end of a field.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn type_text(&mut self, key: &str, text: &str) -> Done;

    /// Puts a text at the end of a field at once, as from the clipboard; where a shell's tests have none, types it.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn paste(&mut self, key: &str, text: &str) -> Done {
        self.type_text(key, text)
    }

    /// Empties a field.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn clear(&mut self, key: &str) -> Done;

    /// Touches.
    ///
    /// # Errors
    /// Where there is nothing to touch.
    fn tap(&mut self, target: &Target) -> Done;

    /// The platform's way back.
    ///
    /// # Errors
    /// Where the screen has none.
    fn back(&mut self) -> Done;

    /// The platform's way to read everything anew.
    ///
    /// # Errors
    /// Where the screen has none.
    fn refresh(&mut self) -> Done;

    /// Scrolls down until nothing more comes.
    ///
    /// # Errors
    /// Where it never ends.
    fn scroll_end(&mut self) -> Done;

    /// What is seen now.
    fn seen(&mut self) -> Seen;

    /// The text drawn at this key, brought into view first.
    fn seen_at(&mut self, key: &str) -> Option<String>;
}

/// A stage and the hands that use the shell on it.
pub struct Player<H> {
    // Dropped in this order: what shows the engine before the engine.
    hands: H,
    engine: Option<Arc<Engine>>,
    stage: Stage,
}

impl<H: Hands> Player<H> {
    /// The shell in its first state, on a stage of its own.
    ///
    /// # Errors
    /// [`StageError`] where the engine does not start; a shell that cannot show it fails the first step.
    pub fn new(mut stage: Stage, mut hands: H) -> Result<Self, StageError> {
        let engine = stage.open()?;
        engine.settle();
        let _ = hands.opened(&engine);
        Ok(Self { hands, engine: Some(engine), stage })
    }

    /// Takes the parts back, the shell as it is.
    pub fn into_parts(self) -> (Stage, H) {
        (self.stage, self.hands)
    }

    fn control(&self) -> Result<&Control, Stuck> {
        self.stage.control().ok_or_else(|| Stuck::new("this service is no sandbox"))
    }

    fn open_now(&self) -> Done {
        self.engine.as_ref().map(|_| ()).ok_or_else(|| Stuck::new("the app is not open"))
    }

    fn device(&self) -> Result<&StageDevice, Stuck> {
        self.stage.device().ok_or_else(|| Stuck::new("this device is not the stage's own"))
    }

    /// What the browser comes back with; `None` where it does not.
    fn redirect(&self, answer: &Answer, inn: &str) -> Result<Option<String>, Stuck> {
        let device = self.device()?;
        let page = device.sign_in_page().ok_or_else(|| Stuck::new("no sign-in page is open"));
        let redirect = match answer {
            // Another app or page does this; the one that the person looks at stays.
            Answer::Foreign => return Ok(Some(FOREIGN.to_owned())),
            Answer::Agree { .. } => Some(self.control()?.esia_agree(&page?.url, inn)),
            Answer::Deny => Some(self.control()?.esia_deny(&page?.url)),
            Answer::Close => {
                page?;
                None
            }
        };
        device.close_page();
        redirect
            .map(|answered| answered.ok_or_else(|| Stuck::new("the sandbox knows no such page")))
            .transpose()
    }

    /// The process is gone.
    fn closed(&mut self) {
        if self.engine.take().is_some() {
            self.hands.closed();
        }
    }

    /// Whatever follows from a moved clock is drawn.
    fn settle(&mut self) -> Done {
        match &self.engine {
            Some(engine) => {
                engine.settle();
                self.hands.settle()
            }
            None => Ok(()),
        }
    }
}

impl<H: Hands> Shell for Player<H> {
    fn taxpayer(&mut self, key: &str) -> Result<Taxpayer, Stuck> {
        let card = self.stage.taxpayer(key).ok_or_else(|| Stuck::new(format!("nobody is called `{key}`")))?;
        Ok(bridge::taxpayer(card))
    }

    fn language(&mut self, language: Language) -> Done {
        let key = |key: &str| Target::Key(key.to_owned());
        self.tap(&key("settings"))?;
        self.tap(&key(match language {
            Language::Ru => "language/ru",
            Language::En => "language/en",
        }))?;
        self.back()
    }

    fn type_text(&mut self, key: &str, text: &str) -> Done {
        self.open_now()?;
        self.hands.type_text(key, text)
    }

    fn paste(&mut self, key: &str, text: &str) -> Done {
        self.open_now()?;
        self.hands.paste(key, text)
    }

    fn clear(&mut self, key: &str) -> Done {
        self.open_now()?;
        self.hands.clear(key)
    }

    fn tap(&mut self, target: &Target) -> Done {
        self.open_now()?;
        self.hands.tap(target)
    }

    fn link(&mut self, url: &str) -> Done {
        self.open_now()?;
        if let Some(engine) = &self.engine {
            engine.follow(url.into());
        }
        self.settle()
    }

    fn back(&mut self) -> Done {
        self.open_now()?;
        self.hands.back()
    }

    fn refresh(&mut self) -> Done {
        self.open_now()?;
        self.hands.refresh()
    }

    fn scroll_end(&mut self) -> Done {
        self.open_now()?;
        self.hands.scroll_end()
    }

    fn seen(&mut self) -> Seen {
        if self.engine.is_some() { self.hands.seen() } else { Seen::default() }
    }

    fn seen_at(&mut self, key: &str) -> Option<String> {
        self.engine.as_ref()?;
        self.hands.seen_at(key)
    }

    fn fault(&mut self, fault: FaultSpec) -> Done {
        let control = self.control()?;
        control.set(bridge::fault(fault, control.now()), Scope::Everyone);
        Ok(())
    }

    fn no_fault(&mut self, name: FaultName) -> Done {
        self.control()?.clear(bridge::kind(name), &Scope::Everyone);
        Ok(())
    }

    fn later(&mut self, by: Duration) -> Done {
        self.stage.later(by);
        self.settle()
    }

    fn clock_back(&mut self, by: Duration) -> Done {
        self.stage.clock_back(by);
        self.settle()
    }

    fn clock_forward(&mut self, by: Duration) -> Done {
        self.stage.clock_forward(by);
        self.settle()
    }

    fn browser(&mut self, answer: &Answer, inn: &str) -> Done {
        let redirect = self.redirect(answer, inn)?;
        redirect.map_or(Ok(()), |redirect| self.link(&redirect))
    }

    fn opened(&mut self) -> Result<Vec<String>, Stuck> {
        Ok(self.device()?.opened())
    }

    fn forget_opened(&mut self) -> Done {
        self.device()?.forget_opened();
        Ok(())
    }

    fn finger(&mut self, finger: Finger) -> Done {
        self.device()?.use_finger(finger);
        Ok(())
    }

    fn picks(&mut self, pick: &Pick) -> Done {
        let pick = match pick {
            Pick::File(name) => {
                files::made_up(name).ok_or_else(|| Stuck::new(format!("no file is called `{name}`")))?
            }
            Pick::Nothing => crate::Pick::Fault(PlatformError::Cancelled),
            Pick::Refused => crate::Pick::Fault(PlatformError::Denied),
            Pick::Vanished => crate::Pick::Fault(PlatformError::Failed),
        };
        self.device()?.will_pick(pick);
        Ok(())
    }

    fn forms(&mut self, inn: &str) -> Result<Vec<String>, Stuck> {
        Ok(self.control()?.forms(inn))
    }

    fn kill(&mut self) -> Done {
        self.open_now()?;
        self.closed();
        self.stage.kill();
        Ok(())
    }

    fn reinstall(&mut self) -> Done {
        self.closed();
        self.stage.reinstall().map_err(|trouble| Stuck::new(trouble.to_string()))
    }

    fn open(&mut self) -> Done {
        if self.engine.is_some() {
            return Err(Stuck::new("the app is open already"));
        }
        let engine = self.stage.open().map_err(|trouble| Stuck::new(trouble.to_string()))?;
        engine.settle();
        self.hands.opened(&engine)?;
        self.engine = Some(engine);
        Ok(())
    }

    fn revoke(&mut self, inn: &str) -> Done {
        self.control()?.revoke(inn);
        Ok(())
    }

    fn expire(&mut self, inn: &str) -> Done {
        self.control()?.expire_access(inn);
        Ok(())
    }

    fn operation(&mut self, inn: &str, amount: &str, text: &str) -> Done {
        let operation =
            bridge::operation(amount, text).ok_or_else(|| Stuck::new(format!("`{amount}` is no amount")))?;
        if self.control()?.add_operation(inn, operation) {
            Ok(())
        } else {
            Err(Stuck::new("the sandbox knows no such taxpayer"))
        }
    }

    fn captcha_answer(&mut self, inn: &str) -> Result<String, Stuck> {
        self.control()?.captcha_digits(inn).ok_or_else(|| Stuck::new("no picture was asked for"))
    }

    fn letters(&mut self, inn: &str) -> Result<Vec<Letter>, Stuck> {
        Ok(self.control()?.letters(inn).into_iter().map(bridge::letter).collect())
    }

    fn password_is(&mut self, inn: &str, password: &str) -> Result<bool, Stuck> {
        Ok(self.control()?.password_is(inn, password))
    }

    fn sessions(&mut self, inn: &str) -> Result<usize, Stuck> {
        Ok(self.control()?.open_sessions(inn))
    }

    fn sign_in_elsewhere(&mut self, inn: &str, device: &str, place: &str) -> Done {
        let signed_in = self.control()?.sign_in_elsewhere(inn, device, place);
        signed_in.map(drop).ok_or_else(|| Stuck::new("the sandbox knows no such taxpayer"))
    }

    fn lose_answer(&mut self, path: &str) -> Done {
        self.control()?.lose_answers(path, 1);
        Ok(())
    }

    fn script(&mut self, line: &str) -> Done {
        let control = self.control()?;
        let taken = Script::parse(line).and_then(|script| control.script(script));
        taken.map_err(|why| Stuck::new(why.to_string()))
    }

    fn script_trouble(&mut self) -> Option<Stuck> {
        let trouble = self.stage.control()?.script_troubles().into_iter().next()?;
        Some(Stuck::new(format!("the service could not answer by `{}`: {}", trouble.script, trouble.why)))
    }

    fn script_never_given(&mut self) -> Option<String> {
        self.stage.control()?.scripts_never_given().into_iter().next()
    }

    fn shortest_password(&mut self, characters: u32) -> Done {
        self.control()?.set_policy(PasswordPolicy { min_length: characters, ..PasswordPolicy::default() });
        Ok(())
    }

    fn requests(&mut self) -> Result<Vec<String>, Stuck> {
        Ok(self.control()?.requests().into_iter().map(|request| request.path).collect())
    }

    fn forget_requests(&mut self) -> Done {
        self.control()?.clear_requests();
        Ok(())
    }

    fn kept(&mut self) -> Option<String> {
        let accounts = std::fs::read_dir(self.stage.data().join("accounts")).ok();
        let folders: Vec<_> = accounts
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        if !folders.is_empty() {
            return Some(format!("there are still folders of accounts: {}", folders.join(", ")));
        }
        let secrets = std::fs::read_to_string(self.stage.data().join(SECRETS)).unwrap_or_default();
        (!matches!(secrets.trim(), "" | "{}")).then(|| "the platform still holds a secret".to_owned())
    }
}
