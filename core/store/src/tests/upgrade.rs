//! Files of older and newer versions.

use fl_domain::account::Operation;

use super::support::{all, at, kept, key, operations, put};
use crate::{
    SetAsideReason, Store, StoreError, opening,
    schema::{MIGRATIONS, Step},
};

const NOW: usize = MIGRATIONS.len();
const LATER: &[Step] = &[
    MIGRATIONS[0],
    MIGRATIONS[1],
    MIGRATIONS[2],
    Step::tables("CREATE TABLE later (id INTEGER PRIMARY KEY, value BLOB) STRICT;"),
    Step::tables("ALTER TABLE later ADD COLUMN more TEXT;"),
];
const _: () = assert!(LATER.len() == NOW + 2);

fn version(store: &Store) -> i64 {
    store.connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

#[test]
fn an_older_file_is_brought_up_with_all_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = opening::open(folder.path(), &key(), MIGRATIONS).unwrap().store;
    put(&mut store, 1).unwrap();
    store.shelf::<Operation>().merge_head(&operations(50, 0), true, at(1)).unwrap();
    assert_eq!(version(&store), 3);
    drop(store);

    let opened = opening::open(folder.path(), &key(), LATER).unwrap();
    assert_eq!(opened.set_aside, None);
    let mut store = opened.store;
    assert_eq!(version(&store), 5);
    store.connection.execute("INSERT INTO later (more) VALUES ('x')", []).unwrap();
    assert_eq!(kept(&mut store).unwrap(), Some(1));
    assert_eq!(all(&mut store).unwrap().rows, operations(50, 0));
}

#[test]
fn a_new_file_and_one_brought_up_are_alike() {
    let schema = |store: &Store| {
        let mut statement = store.connection.prepare("SELECT sql FROM sqlite_schema ORDER BY name").unwrap();
        let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
        rows.map(Result::unwrap).collect::<Vec<_>>()
    };
    let (new, old) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let new = opening::open(new.path(), &key(), LATER).unwrap().store;
    drop(opening::open(old.path(), &key(), &LATER[..1]).unwrap());
    let old = opening::open(old.path(), &key(), LATER).unwrap().store;
    assert_eq!(schema(&new), schema(&old));
}

#[test]
fn a_step_that_fails_leaves_the_steps_before_it() {
    let folder = tempfile::tempdir().unwrap();
    drop(opening::open(folder.path(), &key(), &LATER[..2]).unwrap());
    let mut connection = rusqlite::Connection::open(folder.path().join("cache.sqlite")).unwrap();
    let seal = crate::identity::identify(&connection, &key()).unwrap().unwrap();
    let failing = Step::tables("CREATE TABLE more (a); CREATE TABLE later (a);");
    assert!(matches!(
        crate::schema::upgrade(&mut connection, &seal, &[LATER[0], LATER[1], LATER[2], LATER[3], failing]),
        Err(StoreError::Damaged { part: "schema" })
    ));
    assert_eq!(crate::schema::version(&connection).unwrap(), 4);
    let more: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'more'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(more, 0);
}

#[test]
fn a_newer_file_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    drop(opening::open(folder.path(), &key(), LATER).unwrap());
    let opened = Store::open(folder.path(), &key()).unwrap();
    assert_eq!(opened.set_aside.unwrap().reason, SetAsideReason::TooNew);
    assert_eq!(version(&opened.store), 3);
}
