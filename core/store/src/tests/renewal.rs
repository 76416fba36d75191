//! Rows that say something else than they did, and rows of another form.

use std::borrow::Cow;

use fl_domain::{
    Date,
    account::Operation,
    shelf::{Facet, HeadMerge, ShelfFilter, ShelfRow, ShelfState, ShelfWindow, Word},
};

use super::{
    letter::Letter,
    support::{all, all_letters, at, letters, open, open_unsynced, operations, text},
};
use crate::Store;

fn facet(store: &mut Store, name: &str) -> u64 {
    let facets = store.shelf::<Letter>().facets().unwrap();
    let of: Vec<&Facet> = facets.iter().flatten().filter(|facet| facet.name == name).collect();
    of.iter().map(|facet| facet.count).sum()
}

#[test]
fn a_letter_that_was_read_takes_the_place_of_the_unread_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf().merge_head(&letters(99, 0), true, at(1)).unwrap();
    assert_eq!((facet(&mut store, "read"), facet(&mut store, "unread")), (34, 66));
    let unread = ShelfFilter::default().with(Letter::READ, Some("unread".into()));
    assert_eq!(store.shelf::<Letter>().window(&unread, 0, 1).unwrap().total, 66);

    let mut fresh = letters(104, 60);
    for letter in fresh.iter_mut().filter(|letter| letter.id == 1061 || letter.id == 1098) {
        assert!(!letter.is_read);
        letter.is_read = true;
        letter.title.push_str(" прочитано");
    }
    let merged = store.shelf().merge_head(&fresh, false, at(2)).unwrap();
    assert_eq!(merged, HeadMerge::Merged { added: 5 });
    let expected = [fresh.clone(), letters(59, 0)].concat();
    for _ in 0..2 {
        assert_eq!(all_letters(&mut store).unwrap().rows, expected);
        let read = expected.iter().filter(|letter| letter.is_read).count() as u64;
        assert_eq!((facet(&mut store, "read"), facet(&mut store, "unread")), (read, 105 - read));
        let found = store.shelf::<Letter>().window(&text("прочитано"), 0, 9).unwrap();
        assert_eq!(found.rows.iter().map(|letter| letter.id).collect::<Vec<_>>(), [1098, 1061]);
        assert_eq!(store.shelf::<Letter>().window(&unread, 0, 1).unwrap().total, 105 - read);
        drop(store);
        store = open_unsynced(folder.path());
    }
}

#[test]
fn the_oldest_row_may_get_another_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open_unsynced(folder.path());
    store.shelf().merge_head(&letters(5, 0), true, at(1)).unwrap();
    let mut fresh = letters(5, 0);
    fresh[5].day = Some(Date::new(2019, 2, 3).unwrap());
    store.shelf().merge_head(&fresh, true, at(2)).unwrap();
    let state = store.shelf::<Letter>().state().unwrap();
    assert_eq!((state.oldest, state.complete), (fresh[5].day, true));
    assert_eq!(all_letters(&mut store).unwrap().rows, fresh);
}

/// Letters as a later version of this app keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct LaterLetter(u64, String);

impl ShelfRow for LaterLetter {
    const SHELF: &'static str = Letter::SHELF;
    const FORM: u32 = 2;
    const FACETS: usize = 1;
    type Rest<'a> = u64;

    fn day(&self) -> Option<Date> {
        None
    }

    fn facet(&self, _: usize) -> Cow<'_, str> {
        (&self.1).into()
    }

    fn rest(&self) -> u64 {
        self.0
    }

    fn made_of(_: Option<Date>, facets: &[&str], rest: u64) -> Option<Self> {
        Some(Self(rest, facets[0].to_owned()))
    }

    fn words(_: &u64, _: &mut dyn FnMut(Word<'_>)) {}
}

#[test]
fn rows_of_another_form_are_read_anew_and_the_other_shelf_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    store.shelf().merge_head(&letters(200, 0), true, at(1)).unwrap();
    store.shelf().merge_head(&operations(99, 0), true, at(1)).unwrap();
    drop(store);

    let later: Vec<_> = (0..50).map(|number| LaterLetter(number, format!("{}", number % 3))).collect();
    let blocks = |store: &Store| -> i64 {
        let sql = "SELECT count(*) FROM block WHERE id < (3 << 37)";
        store.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let mut store = open(folder.path());
    assert_eq!(store.shelf::<LaterLetter>().state().unwrap(), ShelfState::default());
    assert_eq!(store.shelf::<LaterLetter>().facets().unwrap(), [Vec::new()]);
    for filter in [ShelfFilter::default(), text("письмо"), ShelfFilter::default().with(0, Some("1".into()))]
    {
        assert_eq!(store.shelf::<LaterLetter>().window(&filter, 0, 9).unwrap(), ShelfWindow::default());
    }
    // A tail of what was kept before is none of this.
    assert!(!store.shelf::<LaterLetter>().append_tail(201, &later, true).unwrap());
    assert_eq!(blocks(&store), 7);
    assert_eq!(store.shelf::<LaterLetter>().state().unwrap(), ShelfState::default());
    let merged = store.shelf().merge_head(&later, false, at(2)).unwrap();
    assert_eq!(merged, HeadMerge::Merged { added: 50 });
    assert!(blocks(&store) <= 3);
    for _ in 0..2 {
        let window = store.shelf::<LaterLetter>().window(&ShelfFilter::default(), 0, 99).unwrap();
        assert_eq!(window.rows, later);
        assert_eq!(store.shelf::<LaterLetter>().facets().unwrap()[0][0].count, 17);
        assert_eq!(all(&mut store).unwrap().rows, operations(99, 0));
        assert_eq!(store.shelf::<Operation>().state().unwrap().count, 100);
        drop(store);
        store = open(folder.path());
    }
}
