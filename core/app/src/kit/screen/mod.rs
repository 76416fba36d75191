//! What is seen: the whole truth of one moment, ready to draw. A shell formats nothing and decides nothing.

mod block;
mod build;
mod field;
pub(super) mod key;
mod look;
mod plain;
mod walk;

use serde::Serialize;

pub use block::{
    Action, AttachedFile, Block, Button, ButtonRole, Check, CheckState, Checklist, Choice, Countdown, Empty,
    Figure, FileWay, Files, Filter, FilterOption, More, Notice, Picture, Progress, Row, Section, Status,
    Step, StepState, Steps, Text, Toggle,
};
pub use field::{Calendar, Field, FieldKind, Reveal};
pub use key::PageKey;
pub use look::{Icon, Tone};

use super::{
    texts::{Language, TextSize},
    touch::Touch,
};

/// One screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Screen {
    /// Where it is: a key a page, the deepest last. A longer path lies deeper: a shell pushes and pops by it, and keeps each page's place.
    pub path: Vec<PageKey>,
    /// What stands above it.
    pub title: String,
    /// What going back means here; `None` where it leaves the app.
    pub back: Option<Touch>,
    /// Reading everything anew, where that is possible.
    pub refresh: Option<Action>,
    /// Something is under way.
    pub busy: bool,
    /// The rooms one can go to; empty before the account is open.
    pub tabs: Vec<Tab>,
    /// One thing that is true of the whole screen: no network, closed, session ended.
    pub notice: Option<Notice>,
    /// The content, from top to bottom.
    pub blocks: Vec<Block>,
    /// How it should look.
    pub appearance: Appearance,
}

impl Screen {
    /// The key of the page that is seen.
    pub fn key(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
}

/// One room in the tab bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Tab {
    /// Stable key.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Its picture.
    pub icon: Icon,
    /// The one shown now.
    pub selected: bool,
    /// Going there.
    pub touch: Touch,
}

/// How every screen should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Appearance {
    /// The language of all texts, for screen readers and the platform's own words.
    pub language: Language,
    /// Stronger contrast than the platform's default.
    pub high_contrast: bool,
    /// Larger texts than the platform's default.
    pub text_size: TextSize,
}
