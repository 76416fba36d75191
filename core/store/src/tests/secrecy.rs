//! Nothing that was given is readable in any file.

use std::{fs, path::Path};

use fl_domain::account::Operation;

use super::{
    letter::Letter,
    support::{KINDS, TAXES, at, letters, open, operations, put, text},
};

const NEEDLES: [&str; 17] = [
    "ИВАНОВ",
    "ivanov@",
    "Расчёт",
    "Уведомление",
    "draft-kind",
    "draft-value",
    "setting-key",
    "setting-value",
    "2026-12-01",
    // Names of values and of shelves, facets and titles of letters.
    "accruals",
    "sign-ins",
    "operations",
    "letters",
    "Письмо",
    "Требование",
    "unread",
    "2023",
];

fn search(folder: &Path) {
    let needles = NEEDLES.iter().chain(&TAXES[..3]).chain(&KINDS);
    let mut searched = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        searched += bytes.len();
        for needle in needles.clone() {
            assert_eq!(memchr::memmem::find(&bytes, needle.as_bytes()), None, "{needle}");
        }
    }
    assert!(searched > 20_000, "{searched}");
}

#[test]
fn no_value_and_no_name_is_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    put(&mut store, 1).unwrap();
    store.shelf().replace(&letters(200, 0), true, at(1)).unwrap();
    store.shelf::<Operation>().replace(&operations(200, 0), true, at(1)).unwrap();
    store.append_note("draft-kind", at(1), b"draft-value").unwrap();
    store.set_setting("setting-key", b"setting-value").unwrap();
    store.shelf::<Operation>().window(&text("расчёт"), 0, 10).unwrap();
    store.shelf::<Letter>().window(&text("письмо"), 0, 10).unwrap();
    // The log, then the database it is folded into.
    search(folder.path());
    drop(store);
    search(folder.path());
}
