//! E-mail, phone and control word: set, confirmed, changed.

use crux_core::Command;
use serde::Serialize;

use crate::{
    app::Event as AppEvent,
    effects::Effect,
    model::Model,
    screen::{Screen, ScreenId},
};

type Next = Command<Effect, AppEvent>;

use crate::{effects::ServiceAnswer, screen::FieldId};
use fl_domain::{Secret, service::Told};

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "ContactsIntent"))]
pub enum Intent {
    /// Sends what was typed.
    Send,
    /// Opens the address.
    Email,
    /// Opens the phone.
    Phone,
    /// Opens the control word.
    ControlWord,
    /// Sends the code.
    Confirm,
    /// Sends the letter or message once more.
    Again,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// The service answered.
    Told(ServiceAnswer<Told>),
}

/// What is typed.
pub(crate) struct Form;

pub(crate) fn on_intent(_: Intent, _: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn on_event(_: Event, _: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn edit(_: &mut Form, _: FieldId, _: Secret) {}

pub(crate) fn view(_: &Form, model: &Model) -> Screen {
    model.screen(ScreenId::Contact, String::new())
}

pub(crate) fn confirm_by_link(_: Secret, _: &mut Model) -> Next {
    Command::done()
}
