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
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "RecoveryIntent"))]
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
use fl_domain::{Secret, Timestamp};
pub(crate) struct Recovery;
pub(crate) fn open(_: &mut Model) -> Next {
    Command::done()
}
pub(crate) fn back(_: &mut Recovery, _: u32) -> bool {
    false
}
pub(crate) fn edit(_: &mut Recovery, _: FieldId, _: Secret) {}
pub(crate) fn awaited(_: &Recovery, _: &Model) -> Option<Timestamp> {
    None
}
pub(crate) fn view(_: &Recovery, model: &Model) -> Screen {
    model.screen(ScreenId::Recovery, String::new())
}
