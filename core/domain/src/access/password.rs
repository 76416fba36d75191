//! Which passwords a service takes, and what is likely wrong with one that was typed.

use serde::{Deserialize, Serialize};

/// Which passwords a service takes. Data of the service; the default is the documented policy (account rules, Passwords).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordPolicy {
    /// At least so many characters.
    pub min_length: u32,
    /// The special characters it takes.
    pub specials: String,
    /// Of each of these at least one.
    pub required: Vec<CharacterClass>,
}

/// A kind of character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CharacterClass {
    /// A to Z.
    Upper,
    /// a to z.
    Lower,
    /// 0 to 9.
    Digit,
    /// One of the policy's special characters.
    Special,
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        use CharacterClass::{Digit, Lower, Special, Upper};
        Self {
            min_length: 7,
            specials: "#$^&*_-+%@".to_owned(),
            required: vec![Upper, Lower, Digit, Special],
        }
    }
}

/// One thing that has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordRule {
    /// At least so many characters.
    Length {
        /// How many.
        min: u32,
    },
    /// Latin letters only.
    LatinOnly,
    /// One of each required kind.
    Has(CharacterClass),
    /// No white space.
    NoSpaces,
    /// No sign outside the service's set.
    KnownSigns,
}

/// A rule and whether it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Which.
    pub rule: PasswordRule,
    /// Whether it holds.
    pub is_met: bool,
}

impl PasswordPolicy {
    /// Every rule, in the order to show.
    pub fn check(&self, password: &str) -> Vec<Checked> {
        let _ = password;
        Vec::new()
    }

    /// All of it holds.
    pub fn is_met(&self, password: &str) -> bool {
        self.check(password).iter().all(|checked| checked.is_met)
    }
}

/// What is likely wrong with a password that was typed, told from its text alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// A Cyrillic letter: the keyboard's layout.
    Cyrillic {
        /// Where, from 1.
        position: usize,
        /// Which.
        letter: char,
    },
    /// A space at the beginning: copied with it.
    LeadingSpace,
    /// A space at the end.
    TrailingSpace,
    /// An end of line, which a copy brings along.
    LineEnd,
    /// All letters are capitals, several of them: Caps Lock.
    CapsLock,
}

/// All that is suspicious, the likeliest cause first.
pub fn suspicions(password: &str) -> Vec<Suspicion> {
    let _ = password;
    Vec::new()
}
