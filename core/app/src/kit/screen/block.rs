use serde::Serialize;

use crate::app::Intent;

/// A piece of a screen, named by what it means. Every block has a key that stays the same while its meaning does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
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
    /// On or off.
    Toggle(Toggle),
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
            Self::Toggle(b) => &b.key,
            Self::Picture(b) => &b.key,
            Self::Progress(b) => &b.key,
            Self::Empty(b) => &b.key,
            Self::More(b) => &b.key,
        }
    }
}

/// What a thing feels like; a shell maps it to colours that keep their contrast, never to colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Good news.
    Good,
    /// Something to mind, calmly.
    Attention,
    /// Something is wrong.
    Bad,
    /// Less important.
    Quiet,
}

/// Pictures by meaning; each shell maps them to its platform's set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Icon {
    /// The start.
    Home,
    /// The history.
    Operations,
    /// The settings.
    Settings,
    /// A car.
    Transport,
    /// A plot.
    Land,
    /// A home.
    Property,
    /// Another tax.
    Tax,
    /// Income.
    Income,
    /// Letters.
    Letter,
    /// Money that came.
    MoneyIn,
    /// Money that was taken.
    MoneyOut,
    /// No network.
    Offline,
    /// Nothing found.
    Search,
    /// A person: the profile.
    Person,
    /// A password or another key.
    Key,
    /// A card with a login and a first password.
    Card,
    /// An office one can go to.
    Office,
    /// A phone, also to call.
    Phone,
    /// This device.
    Device,
    /// Something guards.
    Shield,
    /// Leads out, to a website or another app.
    Outside,
    /// Something that takes time.
    Clock,
}

/// Something one can do, by name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Action {
    /// Its name.
    pub label: String,
    /// What to send.
    pub intent: Intent,
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
    /// How old it is and where it is from.
    pub age: String,
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
    pub intent: Option<Intent>,
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

/// Which field is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum FieldId {
    /// The login: the person's INN.
    Inn,
    /// The password.
    Password,
    /// The digits of the picture.
    Captcha,
    /// The PIN.
    Pin,
    /// The PIN once more.
    PinAgain,
    /// Words to look for in the history.
    Search,
    /// The password in force, while it is changed.
    OldPassword,
    /// A password being chosen.
    NewPassword,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// The control word.
    ControlWord,
    /// A code from a message.
    Code,
    /// A link from a letter, a text message or a QR code.
    Link,
    /// What this account is called on this device.
    Name,
}

/// What is typed, for keyboards, autofill and content types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum FieldKind {
    /// A login made of digits.
    Login,
    /// A password known already: paste and managers are welcome.
    Password,
    /// A PIN known already.
    Pin,
    /// A PIN being chosen.
    NewPin,
    /// Digits once.
    Digits,
    /// Words to look for.
    Search,
    /// A password being chosen: managers may propose one.
    NewPassword,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A code from a message, once: platforms offer it from the message.
    Code,
    /// Secret words that are no password: no manager is asked for them.
    SecretWords,
    /// A link, pasted.
    Link,
    /// Plain words.
    Words,
}

impl FieldKind {
    /// What is typed is not shown.
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::Password | Self::NewPassword | Self::SecretWords | Self::Pin | Self::NewPin)
    }
}

/// Something to type. The shell owns the text; `value` is taken over when the field comes into view or `revision` changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Field {
    /// Stable key.
    pub key: String,
    /// Which one: goes back with every edit.
    pub field: FieldId,
    /// Its name.
    pub label: String,
    /// What is typed.
    pub kind: FieldKind,
    /// The text as the core has it, always empty for a secret.
    pub value: String,
    /// Changes when the core sets the text; no two forms share one.
    pub revision: u32,
    /// What is right to type.
    pub hint: Option<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Whether it can be typed into now.
    pub enabled: bool,
    /// What Enter does.
    pub submit: Option<Intent>,
    /// Where a secret may be looked at while it is typed: how that is called. Whether it is shown is the shell's own matter, and
    /// it is hidden again when the field leaves the screen.
    pub reveal: Option<Reveal>,
}

/// The two names of the way to look at a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Reveal {
    /// While it is hidden.
    pub show: String,
    /// While it is shown.
    pub hide: String,
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
    pub intent: Intent,
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
    pub intent: Intent,
}

/// One choice out of several.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Filter {
    /// Stable key.
    pub key: String,
    /// What is chosen.
    pub label: String,
    /// The choices; exactly one is selected.
    pub options: Vec<FilterOption>,
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
    /// Switching it.
    pub intent: Intent,
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
    pub intent: Intent,
}
