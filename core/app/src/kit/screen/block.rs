use serde::Serialize;

use super::{
    field::Field,
    look::{Icon, Tone},
};
use crate::kit::touch::Touch;

/// A piece of a screen, named by what it means. Every block has a key that stays the same while its meaning does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[allow(
    clippy::large_enum_variant,
    reason = "some dozens a screen; a box would be one allocation more for each field"
)]
pub enum Block {
    /// The one large line: where a person stands.
    Status(Status),
    /// An amount with its name.
    Figure(Figure),
    /// A heading.
    Section(Section),
    /// One line of a list.
    Row(Row),
    /// A paragraph.
    Text(Text),
    /// Something to type.
    Field(Field),
    /// Something to do.
    Button(Button),
    /// Something to know, with a tone.
    Notice(Notice),
    /// Where one is in a flow of several steps.
    Steps(Steps),
    /// What has to hold, and what of it holds already.
    Checklist(Checklist),
    /// Time until something.
    Countdown(Countdown),
    /// One choice out of several.
    Filter(Filter),
    /// One choice out of many, made on a page of its own.
    Choice(Choice),
    /// On or off.
    Toggle(Toggle),
    /// Files that go along with what is sent.
    Files(Files),
    /// A picture, fetched by its asset key.
    Picture(Picture),
    /// Work under way.
    Progress(Progress),
    /// Nothing here, and why.
    Empty(Empty),
    /// The list goes on.
    More(More),
}

impl Block {
    /// The stable key: test tag, identifier, scroll anchor.
    pub fn key(&self) -> &str {
        match self {
            Self::Status(b) => &b.key,
            Self::Figure(b) => &b.key,
            Self::Section(b) => &b.key,
            Self::Row(b) => &b.key,
            Self::Text(b) => &b.key,
            Self::Field(b) => &b.key,
            Self::Button(b) => &b.key,
            Self::Notice(b) => &b.key,
            Self::Steps(b) => &b.key,
            Self::Checklist(b) => &b.key,
            Self::Countdown(b) => &b.key,
            Self::Filter(b) => &b.key,
            Self::Choice(b) => &b.key,
            Self::Toggle(b) => &b.key,
            Self::Files(b) => &b.key,
            Self::Picture(b) => &b.key,
            Self::Progress(b) => &b.key,
            Self::Empty(b) => &b.key,
            Self::More(b) => &b.key,
        }
    }
}

/// Something one can do, by name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Action {
    /// Its name.
    pub label: String,
    /// What to send.
    pub touch: Touch,
}

/// The large status line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Status {
    /// Stable key.
    pub key: String,
    /// Good, attention or bad.
    pub tone: Tone,
    /// The line itself.
    pub headline: String,
    /// The date or amount that belongs to it.
    pub detail: Option<String>,
    /// How old it is and where it is from.
    pub age: String,
}

/// An amount with its name and age.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Figure {
    /// Stable key.
    pub key: String,
    /// What it is.
    pub label: String,
    /// The amount.
    pub value: String,
    /// What a screen reader says for the value where that differs.
    pub spoken: Option<String>,
    /// How it feels.
    pub tone: Tone,
    /// How old it is and where it is from, where its heading does not say so for all below it.
    pub age: Option<String>,
    /// What it means, where it can be explained.
    pub touch: Option<Touch>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Section {
    /// Stable key.
    pub key: String,
    /// The heading.
    pub title: String,
    /// A figure's age or a count that holds for all below.
    pub detail: Option<String>,
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Row {
    /// Stable key.
    pub key: String,
    /// Its picture.
    pub icon: Icon,
    /// What it is.
    pub title: String,
    /// More about it.
    pub detail: Option<String>,
    /// The amount or count at its end.
    pub value: Option<String>,
    /// What a screen reader says for the whole row where that differs.
    pub spoken: Option<String>,
    /// How the value feels.
    pub tone: Tone,
    /// What a touch does.
    pub touch: Option<Touch>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Text {
    /// Stable key.
    pub key: String,
    /// The words.
    pub text: String,
    /// How it feels.
    pub tone: Tone,
}

/// How much a button matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum ButtonRole {
    /// The one thing to do here.
    Primary,
    /// Something else.
    Secondary,
    /// Something that cannot be undone.
    Destructive,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Button {
    /// Stable key.
    pub key: String,
    /// Its name.
    pub label: String,
    /// How much it matters.
    pub role: ButtonRole,
    /// Whether it can be touched.
    pub enabled: bool,
    /// What a touch does.
    pub touch: Touch,
}

/// Something to know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Notice {
    /// Stable key.
    pub key: String,
    /// How it feels.
    pub tone: Tone,
    /// The words.
    pub text: String,
    /// What can be done about it.
    pub action: Option<Action>,
}

/// Where a step of a flow stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum StepState {
    /// Behind.
    Done,
    /// Here.
    Current,
    /// Ahead.
    Ahead,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Step {
    /// Its name.
    pub label: String,
    /// Behind, here or ahead.
    pub state: StepState,
}

/// The steps of a flow.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Steps {
    /// Stable key.
    pub key: String,
    /// In order.
    pub steps: Vec<Step>,
}

/// Whether something that has to hold does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum CheckState {
    /// Nothing can be said yet.
    Open,
    /// It holds.
    Met,
    /// It does not.
    Failed,
}

/// One thing that has to hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Check {
    /// What has to hold.
    pub label: String,
    /// Whether it does.
    pub state: CheckState,
    /// What a screen reader says: the label with its state in words.
    pub spoken: String,
}

/// What has to hold, and what of it holds already; it follows what is typed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Checklist {
    /// Stable key.
    pub key: String,
    /// What it is about.
    pub title: String,
    /// In order.
    pub checks: Vec<Check>,
}

/// Time until something.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Countdown {
    /// Stable key.
    pub key: String,
    /// What is waited for.
    pub label: String,
    /// How long still, in words.
    pub remaining: String,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FilterOption {
    /// Stable key within the filter.
    pub key: String,
    /// Its name.
    pub label: String,
    /// The one in force.
    pub selected: bool,
    /// Choosing it.
    pub touch: Touch,
}

/// One choice out of several.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Filter {
    /// Stable key.
    pub key: String,
    /// What is chosen.
    pub label: String,
    /// The choices; at most one is selected.
    pub options: Vec<FilterOption>,
    /// What is wrong with what is chosen, or that nothing is.
    pub error: Option<String>,
}

/// One choice out of many: what is chosen, and the way to the page where one looks for another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Choice {
    /// Stable key.
    pub key: String,
    /// What is chosen.
    pub label: String,
    /// The choice in force.
    pub chosen: Option<String>,
    /// What stands in its place while nothing is chosen.
    pub unchosen: String,
    /// What is right to choose.
    pub hint: Option<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Whether it can be touched.
    pub enabled: bool,
    /// The way to the page where one chooses.
    pub touch: Touch,
}

/// A file that goes along.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AttachedFile {
    /// Stable key within the block.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is and how large.
    pub detail: String,
    /// What a screen reader says for both.
    pub spoken: String,
    /// Taking it away; the name says of which file.
    pub remove: Action,
}

/// A way to bring a file along.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FileWay {
    /// Stable key within the block.
    pub key: String,
    /// Its picture.
    pub icon: Icon,
    /// Its name.
    pub label: String,
    /// Going that way.
    pub touch: Touch,
}

/// Files that go along with what is sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Files {
    /// Stable key.
    pub key: String,
    /// What they are.
    pub label: String,
    /// Those that are there, in their order.
    pub files: Vec<AttachedFile>,
    /// The ways to one more; none where there is no room for one, or while one is being read.
    pub ways: Vec<FileWay>,
    /// What is accepted, and how much room is left.
    pub hint: Option<String>,
    /// What is wrong with them, or with the one that did not come along.
    pub error: Option<String>,
    /// One is being read: what is said meanwhile.
    pub busy: Option<String>,
}

/// On or off.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Toggle {
    /// Stable key.
    pub key: String,
    /// What is switched.
    pub label: String,
    /// Whether it is on.
    pub on: bool,
    /// What is wrong with that.
    pub error: Option<String>,
    /// Switching it.
    pub touch: Touch,
}

/// A picture, fetched with `asset(key)`: bytes never travel inside a screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Picture {
    /// Stable key.
    pub key: String,
    /// The asset's key.
    pub asset: String,
    /// What a screen reader says.
    pub description: String,
}

/// Work under way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Progress {
    /// Stable key.
    pub key: String,
    /// What is done.
    pub label: String,
    /// Stopping it, where that is possible.
    pub cancel: Option<Action>,
}

/// Nothing here, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Empty {
    /// Stable key.
    pub key: String,
    /// Its picture.
    pub icon: Icon,
    /// What is not here.
    pub title: String,
    /// Why, or what to do.
    pub detail: Option<String>,
}

/// The list goes on: sent when it comes into view, or touched.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct More {
    /// Stable key.
    pub key: String,
    /// Which way and how much.
    pub label: String,
    /// The next window is on its way.
    pub busy: bool,
    /// Asking for it.
    pub touch: Touch,
}
