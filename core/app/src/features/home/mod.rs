//! Where one stands: the status line, the single tax account, liabilities by tax, letters.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use serde::Serialize;

pub(crate) use view::view;

use crate::{
    app::{Event, Place},
    effects::Effect,
    features::{account, operations},
    model::{Model, Stage},
};

/// What a person does here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "HomeIntent"))]
pub enum Intent {
    /// Reads everything anew.
    Refresh,
    /// Shows the operations of one tax, by its title.
    OpenTax(String),
}

/// A person did something.
pub(crate) fn on_intent(intent: &Intent, model: &mut Model) -> Command<Effect, Event> {
    let revision = model.next_revision();
    let Stage::Open(account) = &mut model.stage else { return Command::done() };
    match intent {
        Intent::Refresh => account::refresh(account),
        Intent::OpenTax(title) => {
            account.place = Place::Operations;
            operations::show_tax(title, revision, account)
        }
    }
}
