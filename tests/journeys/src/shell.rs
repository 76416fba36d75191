use std::time::Duration;

use thiserror::Error;

use crate::{Answer, FaultName, FaultSpec, Finger, Language, Pick, Target};

/// Who signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taxpayer {
    /// The login.
    pub inn: String,
    /// An invented password of the sandbox, no secret: the one at the start, whatever was changed since.
    pub password: String,
    /// The address on file, or the one that a story sets; empty where there is none.
    pub email: String,
    /// The phone, likewise.
    pub phone: String,
    /// The control word, likewise.
    pub word: String,
}

/// A letter or a text message of the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Its link, as one that leads into the app.
    pub app_link: Option<String>,
    /// The same link as a web address.
    pub web_link: Option<String>,
    /// Its code.
    pub code: Option<String>,
}

/// What a person sees at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The key of the page that is seen.
    pub screen: String,
    /// Every text that is drawn, in reading order; each run of spaces and line ends is one space.
    pub text: String,
    /// The same, drawn: for people who read a report.
    pub picture: String,
}

/// Why a shell could not do what a step asks.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Stuck(pub String);

impl Stuck {
    /// With these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

/// What a step returns.
type Done = Result<(), Stuck>;

/// A shell under test: its screen, and the service and clock behind it.
///
/// Every method returns once the app has come to rest: nothing but timers is under way. [`Shell::tap`], [`Shell::type_text`]
/// and [`Shell::back`] go the way of a person's finger or keyboard, never past the shell to the core.
pub trait Shell {
    /// The sandbox's person of this key.
    ///
    /// # Errors
    /// Where there is none.
    fn taxpayer(&mut self, key: &str) -> Result<Taxpayer, Stuck>;

    /// Chooses the language of all texts.
    ///
    /// # Errors
    /// Where that cannot be done from the present screen.
    fn language(&mut self, language: Language) -> Done;

    /// Types at the end of the field with this key.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn type_text(&mut self, key: &str, text: &str) -> Done;

    /// Puts a text into the field with this key at once, behind what it holds.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn paste(&mut self, key: &str, text: &str) -> Done;

    /// Empties the field with this key.
    ///
    /// # Errors
    /// Where no such field can be typed into.
    fn clear(&mut self, key: &str) -> Done;

    /// Touches.
    ///
    /// # Errors
    /// Where there is nothing to touch, or it cannot be touched now.
    fn tap(&mut self, target: &Target) -> Done;

    /// The platform gives the app a link, as after a touch in a letter.
    ///
    /// # Errors
    /// Where the app does not run.
    fn link(&mut self, url: &str) -> Done;

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

    /// The text drawn for the thing with this key, brought into view first; `None` where there is none.
    fn seen_at(&mut self, key: &str) -> Option<String>;

    /// A fault holds for everyone.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn fault(&mut self, fault: FaultSpec) -> Done;

    /// It holds no longer.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn no_fault(&mut self, name: FaultName) -> Done;

    /// Time goes on, for the app and the service.
    ///
    /// # Errors
    /// Where a clock cannot be moved.
    fn later(&mut self, by: Duration) -> Done;

    /// The device's clock is set back.
    ///
    /// # Errors
    /// Where it cannot be moved.
    fn clock_back(&mut self, by: Duration) -> Done;

    /// The device's clock is set forward.
    ///
    /// # Errors
    /// Where it cannot be moved.
    fn clock_forward(&mut self, by: Duration) -> Done;

    /// The person, on the sign-in page that the app has opened. `inn` is theirs.
    ///
    /// # Errors
    /// Where no such page is open.
    fn browser(&mut self, answer: &Answer, inn: &str) -> Done;

    /// The addresses that the app has opened in the browser, oldest first.
    ///
    /// # Errors
    /// Where the device does not tell.
    fn opened(&mut self) -> Result<Vec<String>, Stuck>;

    /// Forgets them.
    ///
    /// # Errors
    /// Where the device does not tell.
    fn forget_opened(&mut self) -> Done;

    /// From now on the device's sensor is like this.
    ///
    /// # Errors
    /// Where the device has no such control.
    fn finger(&mut self, finger: Finger) -> Done;

    /// What comes of picking a file, the next time the app asks for one.
    ///
    /// # Errors
    /// Where there is no such file, or the device has no such control.
    fn picks(&mut self, pick: &Pick) -> Done;

    /// The forms that this person sent, oldest first, each with its files in one line.
    ///
    /// # Errors
    /// Where the service behind the shell does not tell.
    fn forms(&mut self, inn: &str) -> Result<Vec<String>, Stuck>;

    /// The app's process ends without a goodbye.
    ///
    /// # Errors
    /// Where it does not run.
    fn kill(&mut self) -> Done;

    /// The app starts in the same folder.
    ///
    /// # Errors
    /// Where it cannot.
    fn open(&mut self) -> Done;

    /// The app is removed from the device with all that it kept, and put there anew; it does not run.
    ///
    /// # Errors
    /// Where that cannot be done.
    fn reinstall(&mut self) -> Done;

    /// The service ends this person's sessions.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn revoke(&mut self, inn: &str) -> Done;

    /// The service takes this person's access tokens for expired.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn expire(&mut self, inn: &str) -> Done;

    /// The service has a new operation of this person.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn operation(&mut self, inn: &str, amount: &str, text: &str) -> Done;

    /// What the service has sent to this person, oldest first.
    ///
    /// # Errors
    /// Where the service behind the shell does not tell.
    fn letters(&mut self, inn: &str) -> Result<Vec<Letter>, Stuck>;

    /// Whether the service takes this for the person's password. Costs no attempt.
    ///
    /// # Errors
    /// Where the service behind the shell does not tell.
    fn password_is(&mut self, inn: &str, password: &str) -> Result<bool, Stuck>;

    /// How many sessions of this person are open.
    ///
    /// # Errors
    /// Where the service behind the shell does not tell.
    fn sessions(&mut self, inn: &str) -> Result<usize, Stuck>;

    /// Somebody else signs in as this person, on this device at this place.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn sign_in_elsewhere(&mut self, inn: &str, device: &str, place: &str) -> Done;

    /// The service does what the next request to this path asks for, and its answer is lost on the way.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn lose_answer(&mut self, path: &str) -> Done;

    /// From now on the service answers as this line says, in the sandbox's words.
    ///
    /// # Errors
    /// Where it is no such line, or the service behind the shell has no such control.
    fn script(&mut self, line: &str) -> Done;

    /// Why an answer could not be given as it is scripted; `None` where each was.
    fn script_trouble(&mut self) -> Option<Stuck>;

    /// A script by which no request was answered; `None` where there is none.
    fn script_never_given(&mut self) -> Option<String>;

    /// The service takes no new password that is shorter.
    ///
    /// # Errors
    /// Where the service behind the shell has no such control.
    fn shortest_password(&mut self, characters: u32) -> Done;

    /// The digits in the picture that this person was last asked for.
    ///
    /// # Errors
    /// Where there is no picture.
    fn captcha_answer(&mut self, inn: &str) -> Result<String, Stuck>;

    /// The paths of the requests that reached the service, oldest first.
    ///
    /// # Errors
    /// Where the service behind the shell does not tell.
    fn requests(&mut self) -> Result<Vec<String>, Stuck>;

    /// Forgets the requests so far.
    ///
    /// # Errors
    /// Where the service behind the shell does not tell.
    fn forget_requests(&mut self) -> Done;

    /// What of an account is left on the device, in words; `None` where nothing is.
    fn kept(&mut self) -> Option<String>;
}
