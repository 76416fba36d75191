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
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "GuideIntent"))]
pub enum Intent {
    /// x
    Again,
}
pub(crate) fn on_intent(_: Intent, _: &mut Model) -> Next {
    Command::done()
}
pub(crate) struct Guide;
pub(crate) fn open(_: &mut Model) -> Next {
    Command::done()
}
pub(crate) fn back(_: &mut Guide) -> bool {
    false
}
pub(crate) fn view(_: &Guide, model: &Model) -> Screen {
    model.screen(ScreenId::Guide, String::new())
}
