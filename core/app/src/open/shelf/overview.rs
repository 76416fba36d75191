use std::collections::HashMap;

use fl_domain::shelf::{Facet, ShelfFilter, ShelfState};

use super::{event::Came, list::Shelf, shelved::Shelved};
use crate::{
    kit::flow,
    open::{account::model::Account, event::Next, ground::Ground, page},
};

/// A list as a whole.
#[derive(Default)]
pub(crate) struct Overview {
    /// How much of it is kept.
    pub(crate) state: ShelfState,
    /// By facet: its names, most frequent first.
    pub(crate) facets: Vec<Vec<Facet>>,
    /// Its newest rows were compared with the service's since the account opened.
    pub(super) is_met: bool,
}

impl Overview {
    /// How many rows go by this name.
    pub(crate) fn count(&self, facet: usize, name: &str) -> u64 {
        let names = self.facets.get(facet).map_or(&[] as &[Facet], Vec::as_slice);
        names.iter().find(|known| known.name == name).map_or(0, |known| known.count)
    }

    /// What is kept is what the service says now.
    pub(crate) fn is_live(&self, ground: &Ground) -> bool {
        self.is_met && ground.account().is_some_and(|account| !account.connection.is_without_service())
    }
}

/// The overviews of the open account's lists, by page.
#[derive(Default)]
pub(super) struct Overviews(pub(super) HashMap<&'static str, Overview>);

/// Something new is known of this list as a whole.
pub(super) fn change<S: Shelved>(ground: &mut Ground, change: impl FnOnce(&mut Overview)) {
    if let Some(account) = ground.account_mut() {
        account.change(|known: &mut Overviews| change(known.0.entry(S::KEY).or_default()));
    }
}

/// What is known of a list as a whole, while it is not looked at too.
pub(crate) fn overview<S: Shelved>(account: &Account) -> Option<&Overview> {
    account.part::<Overviews>().and_then(|known| known.0.get(S::KEY))
}

/// Looks at the list as a whole.
pub(super) fn load<S: Shelved>(ground: &Ground) -> Next {
    page::run::<Shelf<S>, _, _>(S::KEY, ground, |ctx| async move {
        Came::Overview(flow::window::<S::Question>(&ctx, ShelfFilter::default(), 0, 0).await)
    })
}
