//! What is seen: the whole truth of one moment, ready to draw. A shell formats nothing and decides nothing.

mod block;
mod plain;

use serde::Serialize;

pub use block::{
    Action, Block, Button, ButtonRole, Check, CheckState, Checklist, Countdown, Empty, Field, FieldId,
    FieldKind, Figure, Filter, FilterOption, Icon, More, Notice, Picture, Progress, Reveal, Row, Section,
    Status, Step, StepState, Steps, Text, Toggle, Tone,
};

use crate::{
    app::Intent,
    texts::{Language, TextSize},
};

/// One screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Screen {
    /// Which one; stable, for tests and transitions.
    pub id: ScreenId,
    /// What stands above it.
    pub title: String,
    /// What going back means here; `None` where it leaves the app.
    pub back: Option<Intent>,
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

/// The screens there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ScreenId {
    /// The app is opening its folder.
    Starting,
    /// INN and password.
    SignIn,
    /// Digits from a picture.
    Captcha,
    /// Choosing the PIN after the first sign-in.
    ChoosePin,
    /// Entering the PIN.
    Unlock,
    /// Where one stands.
    Home,
    /// The history of operations.
    Operations,
    /// Income by year.
    Income,
    /// Language, appearance, lock.
    Settings,
    /// Asking before this device's copy is removed.
    SignOut,
    /// The app's folder cannot be used.
    Blocked,
    /// The accounts on this device, to choose from.
    Accounts,
    /// The ways to get access, and one of them.
    Access,
    /// What to try when the password is refused.
    Guide,
    /// A forgotten password: the form, the letter, the time to wait.
    Recovery,
    /// A password is chosen.
    NewPassword,
    /// The first password of the card: to change or to confirm.
    FirstPassword,
    /// Signing in through Gosuslugi.
    Esia,
    /// Who one is and how one is reached.
    Profile,
    /// One contact: what it is, what it becomes, its confirmation.
    Contact,
    /// Who signed in and when.
    SignIns,
    /// What is stored on this device.
    Stored,
    /// A link is looked at before it is opened.
    CheckLink,
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
    pub intent: Intent,
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
