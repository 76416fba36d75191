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
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "AccountsIntent"))]
pub enum Intent {
    /// x
    Again,
}
/// x
#[derive(Debug)]
pub enum Event {
    /// x
    Nothing,
}
pub(crate) fn on_event(_: Event, _: &mut Model) -> Next {
    Command::done()
}
pub(crate) fn on_intent(_: Intent, _: &mut Model) -> Next {
    Command::done()
}
use crate::screen::FieldId;
use fl_domain::Secret;
pub(crate) struct NameForm;
pub(crate) fn open_name(_: &mut Model) -> Next {
    Command::done()
}
pub(crate) fn edit_name(_: &mut NameForm, _: FieldId, _: &Secret) {}
pub(crate) fn view_name(_: &NameForm, model: &Model) -> Screen {
    model.screen(ScreenId::Accounts, String::new())
}
