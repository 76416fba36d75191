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
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "EsiaIntent"))]
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
pub(crate) struct Progress;
pub(crate) fn begin(_: &mut Model) -> Next {
    Command::done()
}
pub(crate) fn abandon() -> Next {
    Command::done()
}
pub(crate) fn view(_: &Progress, model: &Model) -> Screen {
    model.screen(ScreenId::Esia, String::new())
}
