//! The password is changed, or the first one of the card confirmed.

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
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "PasswordIntent"))]
pub enum Intent {
    /// Sends what was typed.
    Send,
    /// Goes on with the first password of the card.
    Confirm,
    /// Decides later: there is no network now.
    Later,
}

/// What comes back.
#[derive(Debug)]
pub enum Event {
    /// The service answered.
    Told(ServiceAnswer<Told>),
}

/// What is typed.
pub(crate) struct Change;

pub(crate) fn on_intent(_: Intent, _: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn on_event(_: Event, _: &mut Model) -> Next {
    Command::done()
}

pub(crate) fn edit(_: &mut Change, _: FieldId, _: Secret) {}

pub(crate) fn view(_: &Change, model: &Model) -> Screen {
    model.screen(ScreenId::NewPassword, String::new())
}

pub(crate) fn open(_: &mut Model) -> Next {
    Command::done()
}
