//! The ways to get access: what each is, what to bring in one's own case, how long it takes. Works before any sign-in and
//! without a network. The facts are the table of the account rules, in the domain.

mod view;

#[cfg(test)]
mod tests;

use crux_core::Command;
use fl_domain::access::{Case, Way};
use serde::Serialize;

pub(crate) use view::{confirmations, contact_centre, documents, view};

use crate::{
    app::Event as AppEvent,
    effects::Effect,
    model::Model,
    page::{self, Page},
};

type Next = Command<Effect, AppEvent>;

/// What a person does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "AccessIntent"))]
pub enum Intent {
    /// The registration card of an office.
    Card,
    /// A multifunctional centre.
    Mfc,
    /// Gosuslugi.
    Esia,
    /// A qualified signature.
    Signature,
    /// In the office of one's own place.
    OwnOffice,
    /// In any other office.
    OtherOffice,
    /// For somebody else, with a power of attorney.
    Representative,
    /// For a child under 14.
    Child,
}

/// The list, or one way and one's own case.
pub(crate) struct Access {
    pub(crate) way: Option<Way>,
    pub(crate) case: Case,
    /// Opened at this way: going back leaves the page.
    direct: bool,
}

/// The list.
pub(crate) fn open(model: &mut Model) -> Next {
    if !matches!(model.pages.last(), Some(Page::Access(_))) {
        page::open(Page::Access(Access { way: None, case: Case::OwnOffice, direct: false }), model);
    }
    Command::done()
}

/// From one way to the list; `false` where the page itself goes.
pub(crate) fn back(page: &mut Access) -> bool {
    !page.direct && page.way.take().is_some()
}

/// A person did something.
pub(crate) fn on_intent(intent: Intent, model: &mut Model) -> Next {
    let (way, case) = match intent {
        Intent::Card => (Way::Card, None),
        Intent::Mfc => (Way::Mfc, None),
        Intent::Esia => (Way::Esia, None),
        Intent::Signature => (Way::Signature, None),
        Intent::OwnOffice => (Way::Card, Some(Case::OwnOffice)),
        Intent::OtherOffice => (Way::Card, Some(Case::OtherOffice)),
        Intent::Representative => (Way::Card, Some(Case::Representative)),
        Intent::Child => (Way::Card, Some(Case::Child)),
    };
    if let Some(Page::Access(page)) = model.pages.last_mut() {
        page.way = Some(way);
        page.case = case.unwrap_or(page.case);
    } else {
        let case = case.unwrap_or(Case::OwnOffice);
        page::open(Page::Access(Access { way: Some(way), case, direct: true }), model);
    }
    Command::done()
}
