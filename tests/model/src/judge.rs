//! Whether what is seen and what the service holds is what the model says.

use fl_app::{
    Screen,
    screen::Block,
    texts::{Language, Texts},
};
use fl_domain::Timestamp;

use crate::{
    device::{Device, VaultWork},
    reference::{LinkEnd, Outcome, Page, Recover, Set, SignIn, Stage, State},
    rules::{Entered, Seconds, Worth},
    steps::{ALL, Entry, Key, Who},
    tally::{reached, reached_if},
};

fn says(screen: &Screen, key: &str) -> bool {
    screen.to_string().contains(&Texts::of(Language::En).say(key))
}

fn must_say(screen: &Screen, key: &str) {
    assert!(says(screen, key), "{key} is not said on\n{screen}");
}

/// The minutes of a countdown, from its words.
fn minutes(words: &str) -> Seconds {
    let words = words.replace('\u{a0}', " ");
    let parts: Vec<&str> = words.split(' ').collect();
    let number = |text: &str| text.parse::<Seconds>().unwrap_or_else(|_| panic!("no countdown: {words}"));
    parts.chunks(2).map(|pair| number(pair[0]) * if pair[1].starts_with("hour") { 60 } else { 1 }).sum()
}

impl Device {
    /// Recovery opens in so many minutes, as the screen says.
    fn countdown(&self) -> Option<Seconds> {
        self.screen.blocks.iter().find_map(|block| match block {
            Block::Countdown(countdown) if countdown.key == "opens" => Some(minutes(&countdown.remaining)),
            _ => None,
        })
    }

    /// Attempts left, as the screen says.
    fn attempts(&self) -> Option<u32> {
        self.screen.blocks.iter().find_map(|block| match block {
            Block::Text(text) if text.key == "attempts" => {
                let digits: String = text.text.chars().take_while(char::is_ascii_digit).collect();
                Some(digits.parse().unwrap_or_else(|_| panic!("no attempts: {}", text.text)))
            }
            _ => None,
        })
    }

    fn error(&self, field: &str) -> bool {
        self.field(field).is_some_and(|field| field.error.is_some())
    }

    /// All that has to hold after every step.
    pub(crate) fn judge(&self, state: &State) {
        self.service_is_as(state);
        self.app_is_where(state);
        self.recovery_is_told_as(state);
        let locked = VaultWork { locked: state.locked.into(), wiped: 0 };
        assert_eq!(self.vault, locked, "locked or wiped");
        assert_eq!(self.line.entries(), state.entries, "entries sent");
    }

    fn service_is_as(&self, state: &State) {
        let control = self.line.service.control();
        for who in ALL {
            let (account, inn) = (state.of(who), self.cast.inn(who));
            let standing = control.recovery_standing(inn);
            let until = account.blocked_until(state.now).map(|until| self.at(until));
            assert_eq!(standing.blocked_until, until, "{who:?}");
            assert_eq!(
                if until.is_some() { 0 } else { standing.attempts_left },
                account.left(state.now),
                "{who:?}"
            );
            assert_eq!(control.letters(inn).len(), account.letters.len(), "{who:?}");
            assert_eq!(control.open_sessions(inn), account.sessions, "{who:?}");
            for number in 0..=account.proposed {
                let is_it = control.password_is(inn, &self.cast.password(who, number));
                assert_eq!(is_it, account.exists && number == account.password, "{who:?}: password {number}");
            }
        }
    }

    fn at(&self, seconds: Seconds) -> Timestamp {
        let now = self.line.service.control().now().as_second();
        Timestamp::from_second(now + seconds - self.now).unwrap()
    }

    fn app_is_where(&self, state: &State) {
        assert!(!self.screen.busy, "busy for ever:\n{}", self.screen);
        let right = match (state.page, state.stage) {
            (Page::Form | Page::Letter, _) => self.is_at_recovery(),
            (Page::Choose, _) => self.is_at("new-password"),
            (Page::None, Stage::SignedOut) => {
                self.is_at("sign-in") && self.field("inn").is_some_and(|field| field.enabled)
            }
            (Page::None, Stage::ChoosePin(_)) => self.is_at("choose-pin"),
            (Page::None, Stage::Locked) => self.is_at("unlock"),
            // The password may be asked for again, of whom it is.
            (Page::None, Stage::Open) => {
                self.is_at("home") || self.field("inn").is_some_and(|field| !field.enabled)
            }
        };
        assert!(right, "{:?} over {:?}, but\n{}", state.page, state.stage, self.screen);
    }

    /// A countdown where recovery is known to be closed, and its end; the attempts left; never a form that would spend.
    fn recovery_is_told_as(&self, state: &State) {
        if !self.is_at_recovery() {
            return;
        }
        let is_known = self.clocks.is_known();
        reached_if(!is_known, "recovery is seen without knowing the time");
        if let Some(shown) = self.countdown() {
            let heard = self.heard.unwrap_or_else(|| panic!("nobody said so:\n{}", self.screen));
            let until = heard.blocked_until.unwrap_or_else(|| panic!("{:?} is not blocked", heard.who));
            if is_known {
                // Rounded up to minutes when it was drawn, which is at least once a minute, and at the end.
                let (off, age) = (self.drawn_at + shown * 60 - until, self.now - self.drawn_at);
                assert!((0..60).contains(&off), "{off} s off on\n{}", self.screen);
                assert!(
                    age < 60 && until > self.now,
                    "{age} s old, {} s left on\n{}",
                    until - self.now,
                    self.screen
                );
                assert_eq!(Some(until), state.of(heard.who).blocked_until(state.now), "{:?}", heard.who);
                reached("a countdown");
            }
            assert!(!self.has("send") && self.field("email").is_none(), "a form beside it:\n{}", self.screen);
            return;
        }
        let typed = self.field("inn").and_then(|field| self.cast.who(&field.value));
        let (Some(who), true) = (typed, self.has("send")) else { return };
        let heard = self.heard.filter(|heard| heard.who == who);
        if let Some(until) = heard.and_then(|heard| heard.blocked_until) {
            assert!(!is_known || until <= self.now, "{who:?} is blocked and knows it, but\n{}", self.screen);
            reached_if(until <= self.now, "a form after a block");
        }
        if let Some(shown) = self.attempts().filter(|_| !self.unheard.contains(&who)) {
            assert_eq!(shown, state.of(who).left(state.now), "attempts of {who:?} on\n{}", self.screen);
            reached("attempts left are told");
        }
    }

    /// What the last step came to.
    pub(crate) fn judge_outcome(&self, state: &State, who: Option<Who>) {
        let screen = &self.screen;
        match state.outcome {
            Outcome::Elsewhere(entered) => {
                reached_if(entered == Entered::Blocked, "blocked elsewhere");
            }
            Outcome::Begun | Outcome::Quiet | Outcome::Restarted => {}
            Outcome::SignIn(outcome) => self.judge_sign_in(outcome),
            Outcome::Recover(outcome) => self.judge_recovery(outcome, state, who.unwrap()),
            Outcome::Looked { lost } => {
                reached(if lost { "a look is lost" } else { "a look" });
                let is_blocked = state.of(who.unwrap()).blocked_until(state.now).is_some();
                reached_if(lost && self.countdown().is_some(), "a countdown although nobody could be asked");
                if !lost {
                    assert_eq!(self.countdown().is_some(), is_blocked, "{screen}");
                    assert_eq!(self.attempts().is_some(), !is_blocked, "{screen}");
                }
            }
            Outcome::Link(outcome) => self.judge_link(outcome),
            Outcome::Set(outcome) => self.judge_set(outcome),
        }
    }

    fn judge_sign_in(&self, outcome: SignIn) {
        match outcome {
            SignIn::In => reached("signed in"),
            SignIn::Wrong => {
                reached("a wrong password");
                must_say(&self.screen, "wrong-password");
            }
            SignIn::Lost => {
                reached("the answer to a sign-in is lost");
                must_say(&self.screen, "answer-lost");
            }
            SignIn::Malformed(key) => {
                reached("a malformed sign-in");
                assert!(self.line.sent_by_the_touch().is_empty());
                let field = if key == Key::SwappedInn { "inn" } else { "password" };
                assert!(self.error(field), "{key:?} is not named on\n{}", self.screen);
            }
        }
    }

    fn judge_recovery(&self, outcome: Recover, state: &State, who: Who) {
        let screen = &self.screen;
        match outcome {
            Recover::Letter => {
                reached("a letter");
                must_say(screen, "letter-none");
                assert!(self.has("open-link"), "{screen}");
            }
            Recover::Mismatch { left } => {
                reached(if left == 2 { "a first wrong entry" } else { "a second wrong entry" });
                must_say(screen, "recovery-mismatch");
                assert_eq!(self.attempts(), Some(left), "{screen}");
            }
            Recover::Blocked => {
                reached(if state.entries == 1 {
                    "blocked by a third wrong entry"
                } else {
                    "an entry while blocked"
                });
                assert!(self.countdown().is_some(), "{screen}");
            }
            // What is known is still told; else that nothing was sent.
            Recover::LookLost => {
                reached("how it stands cannot be asked");
                if self.countdown().is_none() {
                    must_say(screen, "sign-in-offline");
                }
            }
            Recover::Lost => {
                reached("the answer to an entry is lost");
                must_say(screen, "answer-lost");
                reached_if(state.of(who).blocked_until(state.now).is_some(), "blocked without an answer");
            }
            Recover::Malformed(entry) => {
                reached("a malformed entry");
                assert!(self.line.sent_by_the_touch().is_empty());
                let field = match entry {
                    Entry::SwappedInn => "inn",
                    Entry::MalformedEmail => "email",
                    _ => "word",
                };
                let is_named = self.countdown().is_some() || self.error(field);
                assert!(is_named, "{entry:?} is not named on\n{screen}");
            }
        }
    }

    fn judge_link(&self, outcome: LinkEnd) {
        let screen = &self.screen;
        match outcome {
            LinkEnd::Of(Worth::Good) => reached("a good link"),
            LinkEnd::Of(Worth::Stale) => {
                reached("a stale link");
                must_say(screen, "link-stale");
            }
            LinkEnd::Of(Worth::Used) => {
                reached("a used link");
                must_say(screen, "link-used");
            }
            LinkEnd::Lost => {
                reached("a link cannot be looked at");
                must_say(screen, "sign-in-offline");
            }
            LinkEnd::Nonsense { pasted } => {
                reached("no link");
                assert!(self.line.sent_by_the_touch().is_empty());
                must_say(screen, if pasted { "link-none" } else { "hint-foreign-link" });
            }
            LinkEnd::Foreign { pasted } => {
                reached("a foreign link");
                assert!(self.line.sent_by_the_touch().is_empty());
                assert!(if pasted { self.error("link") } else { self.has("hint") }, "{screen}");
            }
        }
    }

    fn judge_set(&self, outcome: Set) {
        let screen = &self.screen;
        match outcome {
            Set::Changed => reached("a new password"),
            Set::ChangedNotIn => {
                reached("a new password, and the answer to the sign-in is lost");
                must_say(screen, "hint-password-set");
                must_say(screen, "answer-lost");
            }
            Set::Weak => {
                reached("a weak password");
                assert!(self.line.sent_by_the_touch().is_empty());
                assert!(self.error("new-password"), "{screen}");
            }
            Set::Spent(worth) => {
                reached("a link that ran out while a password was chosen");
                must_say(screen, if worth == Worth::Used { "link-used" } else { "link-stale" });
            }
            Set::Lost { changed } => {
                reached(if changed { "changed, unheard" } else { "not changed, unheard" });
                must_say(screen, "new-password-unknown");
            }
        }
    }
}
