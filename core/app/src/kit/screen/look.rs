use serde::Serialize;

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
    /// Letters, and whatever comes by them: notices, demands, receipts.
    Letter,
    /// Money that came.
    MoneyIn,
    /// Money that was taken.
    MoneyOut,
    /// Nothing came: no network, or no answer that could be read.
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
    /// Something begun and not sent yet.
    Draft,
    /// A file.
    File,
    /// A picture that is there already.
    Picture,
    /// Taking a picture.
    Camera,
    /// The one that is chosen.
    Chosen,
    /// One that could be chosen.
    NotChosen,
}
