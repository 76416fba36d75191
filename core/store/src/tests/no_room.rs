//! A file of an older version on a device without room: what it takes to bring it up is not there.

use std::{fs, path::Path};

use rusqlite::Connection;

use super::{
    fixture::{FIRST_VERSION, holds_everything},
    support::{copy, key, names, open},
};
use crate::{
    Opened, StoreError, identity, opening,
    schema::{self, MIGRATIONS, Step},
};

/// Opens the folder where the file may grow to so many pages.
fn open_with(pages: usize, folder: &Path) -> Result<Opened, StoreError> {
    let steps = [0, 1, 2].map(|taken: usize| {
        let sql = format!("PRAGMA max_page_count = {pages}; {}", MIGRATIONS[taken].sql);
        let mut step: Step = MIGRATIONS[taken];
        step.sql = sql.leak();
        step
    });
    opening::open(folder, &key(), &steps)
}

/// How far it came.
fn version(folder: &Path) -> usize {
    let later = tempfile::tempdir().unwrap();
    copy(folder, later.path());
    schema::version(&Connection::open(later.path().join("cache.sqlite")).unwrap()).unwrap()
}

/// Nothing of it is lost or set aside, and once there is room it is all there.
fn is_whole(folder: &Path) {
    let later = tempfile::tempdir().unwrap();
    copy(folder, later.path());
    let mut store = open(later.path());
    assert_eq!(schema::version(&store.connection).unwrap(), MIGRATIONS.len());
    holds_everything(&mut store);
}

#[test]
fn a_file_that_cannot_be_brought_up_for_want_of_room_waits_for_it() {
    for from in [1, 2] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache.sqlite");
        fs::write(&file, FIRST_VERSION).unwrap();
        let mut connection = Connection::open(&file).unwrap();
        let seal = identity::identify(&connection, &key()).unwrap().unwrap();
        schema::upgrade(&mut connection, &seal, &MIGRATIONS[..from]).unwrap();
        // No page of the file is free to be used again.
        connection.execute_batch("VACUUM").unwrap();
        drop(connection);
        let pages = usize::try_from(fs::metadata(&file).unwrap().len()).unwrap() / 4096;
        // A page more each time: the room ends at the start of a step and in its middle.
        let room = (0..99).find(|more| match open_with(pages + more, folder.path()) {
            Err(StoreError::DiskFull) => {
                assert_eq!(version(folder.path()), from);
                assert_eq!(names(folder.path()), ["cache.lock", "cache.sqlite"]);
                is_whole(folder.path());
                false
            }
            Err(error) => panic!("{error} with {more} pages more"),
            Ok(mut opened) => {
                assert_eq!(opened.set_aside, None);
                holds_everything(&mut opened.store);
                true
            }
        });
        assert!(room >= Some(2), "from {from}: {room:?}");
        is_whole(folder.path());
    }
}
