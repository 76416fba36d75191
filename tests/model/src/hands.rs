//! What a person's hands do: only what is on the screen can be typed into or touched.

use fl_app::{
    Event, Touch,
    screen::{Block, Field},
};
use fl_domain::{Secret, service::recovery::Recovered};

use crate::{
    cast::{self, PIN},
    device::Device,
    line::Loss,
    reference::{Outcome, State},
    rules::Entered,
    steps::{Entry, Key, Link, Step, Who},
    tally::{reached, reached_if},
};

/// More steps back than any stack of pages has.
const DEEPEST: usize = 20;

impl Device {
    pub(crate) fn field(&self, key: &str) -> Option<&Field> {
        self.screen.blocks.iter().find_map(|block| match block {
            Block::Field(field) if field.key == key => Some(field),
            _ => None,
        })
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.screen.blocks.iter().any(|block| block.key() == key)
    }

    pub(crate) fn is_at(&self, page: &str) -> bool {
        self.screen.key() == page
    }

    /// Where an entry is made, and where its letter is waited for.
    pub(crate) fn is_at_recovery(&self) -> bool {
        self.is_at("recovery") || self.is_at("recovery-letter")
    }

    fn type_in(&mut self, key: &str, text: &str) {
        let seen = self.field(key).unwrap_or_else(|| panic!("no {key} on\n{}", self.screen));
        assert!(seen.enabled, "{key} is off on\n{}", self.screen);
        let (now, field) = (self.clocks.now(), seen.id.clone());
        self.event(Event::Typed { now, field, text: Secret::new(text) });
    }

    fn tap(&mut self, key: &str) {
        let found = self.screen.blocks.iter().find_map(|block| match block {
            Block::Button(button) if button.key == key && button.enabled => Some(button.touch.clone()),
            Block::Row(row) if row.key == key => row.touch.clone(),
            _ => None,
        });
        let touch = found.unwrap_or_else(|| panic!("no {key} on\n{}", self.screen));
        assert!(self.touch(&touch), "{key} means nothing on\n{}", self.screen);
    }

    /// Touches; whether that means anything.
    fn touch(&mut self, touch: &Touch) -> bool {
        let meant = self.touches.meant(touch);
        let is_something = meant.is_some();
        if let Some(meant) = meant {
            self.event(Event::Touched(self.clocks.now(), meant));
        }
        is_something
    }

    /// The platform's way back; at the end of it the app would be left.
    pub(crate) fn back(&mut self) {
        if let Some(back) = self.screen.back.clone() {
            assert!(self.touch(&back), "back means nothing on\n{}", self.screen);
        }
    }

    /// A link that the platform gives to the app.
    fn follow(&mut self, link: &str) {
        self.event(Event::Followed(self.clocks.now(), link.into()));
    }

    fn go_to_recovery(&mut self) {
        self.follow("fltaxes://recovery");
    }

    /// What is done now may get lost on the way.
    fn losing(&mut self, loss: Option<Loss>, act: impl FnOnce(&mut Self)) {
        self.line.loss = loss;
        act(self);
        self.line.loss = None;
    }

    pub(crate) fn is_on_a_page(&self) -> bool {
        self.screen.path.iter().any(|page| page == "recovery")
    }

    fn leave_pages(&mut self) {
        for _ in 0..DEEPEST {
            if !self.is_on_a_page() {
                return;
            }
            self.back();
        }
        panic!("no way back from\n{}", self.screen);
    }

    /// To where INN and password are typed; an open account asks for the password alone.
    fn seek_sign_in(&mut self) {
        self.leave_pages();
        match self.screen.key() {
            "choose-pin" => self.back(),
            "unlock" => {
                self.tap("accounts");
                // Of several, one more is on the list.
                if self.has("add-account") {
                    self.tap("add-account");
                }
            }
            _ => {}
        }
    }

    /// Where the service has ended the session the password is asked for again.
    fn seek_password(&mut self) {
        if self.is_at("sign-in") {
            return;
        }
        self.session_ended = true;
        let refresh =
            self.screen.refresh.as_ref().unwrap_or_else(|| panic!("nothing to read on\n{}", self.screen));
        let refresh = refresh.touch.clone();
        assert!(self.touch(&refresh));
        self.session_ended = false;
        let again = self.screen.notice.as_ref().and_then(|notice| notice.action.as_ref());
        let again =
            again.unwrap_or_else(|| panic!("no way to sign in again on\n{}", self.screen)).touch.clone();
        assert!(self.touch(&again));
    }

    fn is_open(&self) -> bool {
        !self.is_at("sign-in") || self.field("inn").is_some_and(|field| !field.enabled)
    }

    fn sign_in(&mut self, state: &State, who: Who, key: Key, loss: Option<Loss>) {
        self.seek_sign_in();
        if self.is_open() {
            self.seek_password();
        } else {
            let inn = match key {
                Key::SwappedInn => self.cast.swapped_inn(who).to_owned(),
                Key::Right | Key::Old | Key::Wrong | Key::Empty => self.cast.inn(who).to_owned(),
            };
            self.type_in("inn", &inn);
        }
        let account = state.of(who);
        let password = match key {
            Key::Right | Key::SwappedInn => self.cast.password(who, account.password),
            Key::Old => self.cast.password(who, *account.former.last().unwrap()),
            Key::Wrong => cast::WRONG_PASSWORD.to_owned(),
            Key::Empty => String::new(),
        };
        self.type_in("password", &password);
        self.line.mark();
        self.losing(loss, |device| device.tap("sign-in"));
        if self.is_at("captcha") {
            reached("digits of a picture");
            let digits = self.line.service.control().captcha_digits(self.cast.inn(who)).unwrap();
            self.type_in("captcha", &digits);
            self.tap("send");
        }
    }

    /// The page of recovery, with this login already typed where one signs in.
    fn open_recovery(&mut self, login: &str, loss: Option<Loss>) {
        self.seek_sign_in();
        if !self.is_open() {
            self.type_in("inn", login);
        }
        self.losing(loss, Self::go_to_recovery);
    }

    fn recover(&mut self, who: Who, entry: Entry, anew: bool, loss: Option<Loss>) {
        let login = match entry {
            Entry::SwappedInn => self.cast.swapped_inn(who).to_owned(),
            _ => self.cast.inn(who).to_owned(),
        };
        if !anew {
            while self.field("email").is_none() && !self.has("opens") && self.is_on_a_page() {
                self.back();
            }
        }
        // Somebody's countdown hides the fields: whoever has another login begins where that can be typed.
        if anew || !self.has("send") {
            self.open_recovery(&login, None);
        }
        if self.has("send") {
            self.type_in("inn", &login);
        }
        // It is told at once, where it is known.
        if !self.has("send") {
            return self.line.mark();
        }
        let (email, word) = (self.cast.email(who).to_owned(), self.cast.word(who).to_owned());
        let email = match entry {
            Entry::WrongEmail => cast::WRONG_EMAIL,
            Entry::MalformedEmail => cast::MALFORMED_EMAIL,
            _ => &email,
        };
        let word = match entry {
            Entry::WrongWord => cast::WRONG_WORD,
            Entry::EmptyWord => " ",
            _ => &word,
        };
        self.type_in("email", email);
        self.type_in("word", word);
        self.line.mark();
        self.losing(loss, |device| device.tap("send"));
    }

    fn open_link(&mut self, link: Link, pasted: bool, loss: Option<Loss>) {
        let (app, web) = match link {
            Link::Letter { who, index } => {
                let letter = self.line.service.control().letters(self.cast.inn(who)).swap_remove(index);
                (letter.app_link.unwrap(), letter.web_link.unwrap())
            }
            Link::Unknown => (cast::UNKNOWN_LINK.to_owned(), cast::UNKNOWN_LINK.to_owned()),
            Link::Nonsense => (cast::NOT_A_LINK.to_owned(), cast::NOT_A_LINK.to_owned()),
            Link::Foreign => (cast::FOREIGN_LINK.to_owned(), cast::FOREIGN_LINK.to_owned()),
        };
        if !pasted {
            self.line.mark();
            return self.losing(loss, |device| device.follow(&app));
        }
        self.go_to_recovery();
        if self.is_at("new-password") {
            self.back();
        }
        if self.field("link").is_none() {
            reached_if(self.has("opens"), "a letter is pasted while recovery is closed");
            self.tap("have-letter");
        }
        self.type_in("link", &web);
        self.line.mark();
        self.losing(loss, |device| device.tap("open-link"));
    }

    fn set_password(&mut self, state: &State, who: Who, is_good: bool, loss: Option<Loss>) {
        let good = self.cast.password(who, state.of(who).proposed);
        self.type_in("new-password", if is_good { &good } else { cast::WEAK_PASSWORD });
        self.line.mark();
        self.losing(loss, |device| device.tap("set-password"));
    }

    /// Does the step; the state is the model's after it, `choosing` and `loss` were before it.
    pub(crate) fn act(&mut self, state: &State, step: &Step, choosing: Option<Who>, loss: Option<Loss>) {
        self.line.begin();
        match step {
            Step::SignIn { who, key } => self.sign_in(state, *who, *key, loss),
            Step::Recover { who, entry, anew } => self.recover(*who, *entry, *anew, loss),
            Step::Look { who } => {
                let login = self.cast.inn(*who).to_owned();
                self.open_recovery(&login, loss);
            }
            Step::Elsewhere { who, is_right } => {
                let told = self.elsewhere(*who, *is_right);
                let expected = match state.outcome {
                    Outcome::Elsewhere(Entered::Letter) => matches!(told, Recovered::LetterSent { .. }),
                    Outcome::Elsewhere(Entered::Mismatch { left }) => {
                        told == Recovered::Mismatch { attempts_left: left }
                    }
                    _ => matches!(told, Recovered::Blocked { .. }),
                };
                assert!(expected, "{:?}, but {told:?}", state.outcome);
            }
            Step::OpenLink { link, pasted } => self.open_link(*link, *pasted, loss),
            Step::SetPassword { good } => self.set_password(state, choosing.unwrap(), *good, loss),
            Step::Later(seconds) => self.later(*seconds),
            Step::DeviceClock(by) => self.set_clock(*by),
            Step::Restart { killed, away, set } => self.restart(*killed, *away, *set),
            Step::Reinstall => self.reinstall(),
            Step::LoseNextAnswer(_) => {}
            Step::Back => self.back(),
            Step::KeepPin => {
                self.leave_pages();
                self.type_in("pin", PIN);
                self.type_in("pin-again", PIN);
                self.tap("keep-pin");
            }
            Step::Unlock => {
                self.leave_pages();
                self.type_in("pin", PIN);
                self.tap("unlock");
            }
        }
    }
}
