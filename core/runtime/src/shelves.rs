//! The lists that the cache keeps on shelves, found by the name of their question.

use fl_app::{Cached, Window};
use fl_domain::{
    Timestamp,
    service::{Paged, Told, account::History, documents},
    shelf::{ShelfFilter, ShelfRow},
};
use fl_store::{Store, StoreError};

/// The lists that have a shelf: one line each.
const SHELVES: &[Shelf] = &[Shelf::of::<History>(), Shelf::of::<documents::List>()];

/// Why something was not done.
#[derive(Debug)]
pub(crate) enum ShelfFault {
    /// The store failed.
    Store(StoreError),
    /// Rows of a list that has no shelf: a mistake between rooms.
    NoShelf,
}

impl From<StoreError> for ShelfFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

type Done = Result<Cached, ShelfFault>;

/// What can be done with one list, without its type.
pub(crate) struct Shelf {
    name: &'static str,
    pub(crate) merge_head: fn(&mut Store, Told, bool, Timestamp) -> Done,
    pub(crate) replace: fn(&mut Store, Told, bool, Timestamp) -> Done,
    pub(crate) append_tail: fn(&mut Store, u64, Told, bool) -> Done,
    pub(crate) window: fn(&mut Store, &ShelfFilter, u64, u32) -> Done,
}

impl Shelf {
    /// The shelf of this question's list.
    pub(crate) fn named(name: &str) -> Result<&'static Self, ShelfFault> {
        SHELVES.iter().find(|shelf| shelf.name == name).ok_or(ShelfFault::NoShelf)
    }

    const fn of<Q: Paged>() -> Self
    where
        Q::Row: ShelfRow,
    {
        Self {
            name: Q::NAME,
            merge_head: |store, rows, whole, at| {
                Ok(Cached::Merged(store.shelf().merge_head(&rows_of::<Q>(rows)?, whole, at)?))
            },
            replace: |store, rows, whole, at| {
                store.shelf().replace(&rows_of::<Q>(rows)?, whole, at)?;
                Ok(Cached::Done)
            },
            append_tail: |store, expected, rows, whole| {
                Ok(Cached::Appended(store.shelf().append_tail(expected, &rows_of::<Q>(rows)?, whole)?))
            },
            window: |store, filter, offset, limit| {
                let view = store.shelf::<Q::Row>().view(filter, offset, limit)?;
                let (total, state, facets) = (view.total, view.state, view.facets);
                Ok(Cached::Window(Window { rows: Q::tell(view.rows), total, state, facets }))
            },
        }
    }
}

fn rows_of<Q: Paged>(rows: Told) -> Result<Vec<Q::Row>, ShelfFault> {
    Q::told(rows).ok_or(ShelfFault::NoShelf)
}

#[cfg(test)]
mod tests {
    use fl_app::texts::{Language, Texts};
    use fl_domain::{
        account::Operation,
        service::documents::{Document, DocumentKind},
        shelf::ShelfRow,
    };

    fn called<R: ShelfRow>(facet: usize, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        R::called(facet, name, &mut |text| texts.push(text.to_owned()));
        texts
    }

    /// The domain says it a second time, for the search, and knows no catalogue: here both are at hand.
    #[test]
    fn a_row_is_searched_by_what_the_catalogues_call_it() {
        for texts in [Language::Ru, Language::En].map(Texts::of) {
            for kind in DocumentKind::ALL {
                let shown = texts.say(&format!("document-{}", kind.word()));
                assert!(called::<Document>(Document::KIND, kind.word()).contains(&shown), "{shown}");
            }
            for (name, key) in [(Document::READ, "document-read"), (Document::UNREAD, "document-unread")] {
                assert!(called::<Document>(Document::STATE, name).contains(&texts.say(key)), "{key}");
            }
            let year = texts.tell("document-year", &[("year", "2025".into())]);
            assert!(called::<Document>(Document::YEAR, "2025").contains(&year), "{year}");
            let unnamed = texts.say("operation-unnamed");
            assert!(called::<Operation>(Operation::KIND, "").contains(&unnamed), "{unnamed}");
        }
    }

    /// The same of amounts and days: in any language, what is shown finds the row.
    #[test]
    fn what_the_catalogues_show_of_an_operation_finds_it() {
        let folder = tempfile::tempdir().unwrap();
        let key = fl_store::DataKey::from_bytes([7; 32]);
        let mut store = fl_store::Store::open(folder.path(), &key).unwrap().store;
        let amounts = [0, 5, -1, 99_999, -100_000, 123_456_789, -98_765_432_100];
        let days = (0..366).filter_map(|day| fl_domain::dates::from_unix_days(20_000 + day));
        let rows: Vec<Operation> = days
            .zip(amounts.into_iter().cycle())
            .map(|(date, kopecks)| Operation {
                date: Some(date),
                amount: fl_domain::Money::from_kopecks(kopecks),
                description: "x".to_owned(),
                kind: String::new(),
                tax: String::new(),
                source: String::new(),
            })
            .collect();
        store.shelf::<Operation>().replace(&rows, true, fl_domain::Timestamp::UNIX_EPOCH).unwrap();
        for texts in [Language::Ru, Language::En].map(Texts::of) {
            for row in &rows {
                let day = texts.date(row.date.unwrap());
                let found = |query: &str| {
                    let filter = fl_domain::shelf::ShelfFilter::of_text(query);
                    store.shelf::<Operation>().window(&filter, 0, 1000).unwrap().rows
                };
                let mut found = found;
                assert_eq!(found(&day), std::slice::from_ref(row), "{day}");
                for amount in [texts.money(row.amount), texts.signed_money(row.amount)] {
                    let found = found(&amount);
                    assert!(found.contains(row), "{amount}");
                    assert!(
                        found
                            .iter()
                            .all(|other| other.amount == row.amount || row.amount.kopecks().abs() < 100),
                        "{amount}"
                    );
                }
            }
        }
    }
}
