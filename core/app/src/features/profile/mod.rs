//! Who one is, how one is reached, who signed in, what is stored here.

use crux_core::Command;
use serde::Serialize;

use crate::{
    app::Event as AppEvent,
    effects::Effect,
    model::Model,
    screen::{Screen, ScreenId},
};

type Next = Command<Effect, AppEvent>;

use crate::effects::{ServiceAnswer, VaultFault, Vaulted};
use fl_domain::service::Told;

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "ProfileIntent"))]
pub enum Intent {
    /// Opens a sign-in of the list, or closes it.
    SignIn(u32),
    /// «This was not me».
    Disown(u32),
    /// The reminder to set recovery up is not shown again.
    NoReminder,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// How much is stored.
    Measured(Result<Vaulted, VaultFault>),
    /// A sign-in was disowned, or was not.
    Disowned(ServiceAnswer<Told>),
}

/// The list of sign-ins; one of them may be open.
pub(crate) struct SignIns;

/// What is stored on this device.
pub(crate) struct Stored;

pub(crate) fn on_intent(_: Intent, _: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn on_event(_: Event, _: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn open_sign_ins(_: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn open_stored(_: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn view(model: &Model) -> Option<Screen> {
    Some(model.screen(ScreenId::Profile, String::new()))
}

pub(crate) fn view_sign_ins(_: &SignIns, model: &Model) -> Option<Screen> {
    Some(model.screen(ScreenId::SignIns, String::new()))
}

pub(crate) fn view_stored(_: &Stored, model: &Model) -> Screen {
    model.screen(ScreenId::Stored, String::new())
}
