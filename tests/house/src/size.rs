//! The gate that weighs the core library: what it lets through and what not.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Whether a library of this size may be, and what the gate says of it.
fn judged(record: &Path, stripped: u64, gzip: u64) -> (bool, String) {
    let output = Command::new(checkout().join("tests/size/judge"))
        .arg(record)
        .args([stripped.to_string(), gzip.to_string()])
        .output()
        .expect("bash and awk");
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_library_that_grew_without_a_reason_is_not_let_through() {
    let folder = std::env::temp_dir().join(format!("fl-house-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let record = |name: &str, why: &str| {
        let path = folder.join(name);
        let line = |size: u32, why: &str| {
            format!(
                "  {{ on = \"2026-11-26\", at = \"x\", stripped = {size}, gzip = 500, why = \"{why}\" }},\n"
            )
        };
        let text = format!(
            "[budget]\nstripped = 2_000\ngzip = 1_000\n[history]\nrecorded = [\n{}{}]\n",
            line(900, "first"),
            line(1_000, why)
        );
        fs::write(&path, text).expect("a record");
        path
    };
    let (said, unsaid, empty) =
        (record("said", "a sentence"), record("unsaid", "…"), folder.join("no record at all"));
    let table = [
        (&said, 1_000, 500, None),
        (&said, 1_020, 510, None),
        (&said, 1_021, 500, Some("grew by more than 2 %")),
        (&said, 1_000, 511, Some("grew by more than 2 %")),
        (&said, 2_001, 500, Some("over its budget: 2_001 bytes stripped")),
        (&said, 1_000, 1_001, Some("over its budget: 1_001 bytes gzip")),
        (&unsaid, 1_000, 500, Some("a record says why")),
        (&empty, 1_000, 500, Some("")),
    ];
    let told = table.map(|(record, stripped, gzip, _)| judged(record, stripped, gzip));
    let lighter = judged(&said, 900, 500);
    fs::remove_dir_all(&folder).expect("the folder");
    for ((_, stripped, gzip, why), (passed, said)) in table.into_iter().zip(told) {
        assert_eq!(passed, why.is_none(), "{stripped} {gzip}: {said}");
        assert!(said.contains(why.unwrap_or_default()), "{stripped} {gzip}: {said}");
    }
    assert!(lighter.0 && lighter.1.contains("became lighter"), "{}", lighter.1);
}

#[test]
fn the_record_of_today_is_within_its_budget() {
    let (passed, said) = judged(&checkout().join("tests/size/recorded.toml"), 1, 1);
    assert!(passed, "{said}");
}
