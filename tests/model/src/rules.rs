//! The account rules in plain terms (account rules, Recovery and Passwords), written without a look at app or double.

/// Seconds of the service's clock since the walk began.
pub(crate) type Seconds = i64;

/// So long recovery stays closed.
pub(crate) const BLOCK: Seconds = 24 * 3600;
/// The wrong entry that closes it.
const CLOSING: u32 = 3;
/// So long the double's letters are good; the rules leave it open.
const LETTER_LIFE: Seconds = 24 * 3600;

/// One person at the service.
#[derive(Clone, Debug, Default)]
pub(crate) struct Account {
    /// Somebody has this INN.
    pub(crate) exists: bool,
    /// E-mail and phone are confirmed and a control word is set: without all of it no entry is right.
    pub(crate) set_up: bool,
    /// Digits of a picture are wanted at the first sign-in.
    pub(crate) wants_digits: bool,
    /// Which password is in force, by its number; 0 is the one of the start.
    pub(crate) password: u32,
    /// All that were in force before.
    pub(crate) former: Vec<u32>,
    /// The last number given to a password that was to be set.
    pub(crate) proposed: u32,
    /// Wrong entries since recovery opened or went well.
    pub(crate) wrong: u32,
    /// When recovery opens, or opened since the last entry.
    pub(crate) opens_at: Option<Seconds>,
    pub(crate) letters: Vec<Letter>,
    /// Sessions that are open.
    pub(crate) sessions: usize,
}

/// A letter's link.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) until: Seconds,
    pub(crate) used: bool,
    /// Another letter's link set a password meanwhile.
    pub(crate) overtaken: bool,
}

/// What a link is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worth {
    Good,
    Stale,
    Used,
}

/// What an entry comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entered {
    Letter,
    Mismatch {
        left: u32,
    },
    /// By this entry, or already before it.
    Blocked,
}

impl Account {
    /// Until when recovery is closed; at that very second it is open.
    pub(crate) fn blocked_until(&self, now: Seconds) -> Option<Seconds> {
        self.opens_at.filter(|until| now < *until)
    }

    /// Wrong entries left.
    pub(crate) fn left(&self, now: Seconds) -> u32 {
        match self.opens_at {
            Some(until) if now < until => 0,
            Some(_) => CLOSING,
            None => CLOSING - self.wrong,
        }
    }

    /// Recovery was closed and has opened again since.
    pub(crate) fn reopened(&self, now: Seconds) -> bool {
        self.opens_at.is_some_and(|until| until <= now)
    }

    pub(crate) fn enter(&mut self, is_right: bool, now: Seconds) -> Entered {
        if self.blocked_until(now).is_some() {
            return Entered::Blocked;
        }
        if self.opens_at.take().is_some() {
            self.wrong = 0;
        }
        if is_right && self.set_up {
            self.wrong = 0;
            self.letters.push(Letter { until: now + LETTER_LIFE, used: false, overtaken: false });
            return Entered::Letter;
        }
        self.wrong += 1;
        if self.wrong == CLOSING {
            self.opens_at = Some(now + BLOCK);
            return Entered::Blocked;
        }
        Entered::Mismatch { left: CLOSING - self.wrong }
    }

    pub(crate) fn worth(&self, letter: usize, now: Seconds) -> Worth {
        match &self.letters[letter] {
            letter if letter.used => Worth::Used,
            letter if letter.overtaken || letter.until <= now => Worth::Stale,
            _ => Worth::Good,
        }
    }

    /// A password is set by a link: the link is spent, all sessions end (the double's own rule).
    pub(crate) fn set_by(&mut self, letter: usize, number: u32, now: Seconds) -> Worth {
        let worth = self.worth(letter, now);
        if worth == Worth::Good {
            for (index, other) in self.letters.iter_mut().enumerate() {
                other.used |= index == letter;
                other.overtaken |= index != letter;
            }
            self.former.push(std::mem::replace(&mut self.password, number));
            self.sessions = 0;
        }
        worth
    }
}
