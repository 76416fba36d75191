//! x

use crux_core::Command;
use serde::Serialize;

use crate::{
    app::Event as AppEvent,
    effects::Effect,
    model::Model,
    screen::{Screen, ScreenId},
};

type Next = Command<Effect, AppEvent>;

/// x
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "LinksIntent"))]
pub enum Intent {
    /// x
    Again,
}
pub(crate) fn on_intent(_: Intent, _: &mut Model) -> Next {
    Command::done()
}
use crate::screen::FieldId;
use fl_domain::Secret;
pub(crate) struct Form;
pub(crate) fn open(_: &mut Model) -> Next {
    Command::done()
}
pub(crate) fn edit(_: &mut Form, _: FieldId, _: &Secret) {}
pub(crate) fn view(_: &Form, model: &Model) -> Screen {
    model.screen(ScreenId::CheckLink, String::new())
}
