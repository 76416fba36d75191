//! The history of operations: windows of it, filters, words to look for, and filling it from the service.

mod list;

#[cfg(test)]
mod tests;

use self::list::History;
use crate::open::{
    AnyPage, Ground, Next, Place,
    feature::{Feature, Reading},
    shelf::{self, Shelf},
};
use fl_domain::account::Operation;

/// The history.
pub(crate) struct Operations;

impl Feature for Operations {
    fn open(&self, place: Place, ground: &mut Ground) -> Option<Next> {
        (place == Place::Operations).then(|| {
            enter(ground);
            shelf::entered::<History>(ground)
        })
    }

    /// The operations of one tax, by its title.
    fn find(&self, place: Place, words: &str, ground: &mut Ground) -> Option<Next> {
        (place == Place::Operations).then(|| {
            enter(ground);
            shelf::find::<History>(Operation::TAX, words, ground)
        })
    }

    fn room(&self, _ground: &mut Ground) -> Option<(Place, Box<dyn AnyPage>)> {
        Some((Place::Operations, Box::new(Shelf::<History>::default())))
    }

    fn opened(&self, ground: &Ground) -> Next {
        shelf::opened::<History>(ground)
    }

    fn reads(&self) -> Vec<Reading> {
        vec![shelf::head::<History>()]
    }
}

fn enter(ground: &mut Ground) {
    ground.clear();
    if let Some(account) = ground.account_mut() {
        account.place = Place::Operations;
    }
}
