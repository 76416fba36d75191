//! The table of controls in `README.md`: all of them once, and only tests that are there.
#![forbid(unsafe_code)]

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeSet,
        fs,
        path::{Path, PathBuf},
    };

    /// MASVS 2.1: groups, and how many controls each has.
    const GROUPS: [(&str, u32); 8] = [
        ("STORAGE", 2),
        ("CRYPTO", 2),
        ("AUTH", 3),
        ("NETWORK", 2),
        ("PLATFORM", 3),
        ("CODE", 4),
        ("RESILIENCE", 4),
        ("PRIVACY", 4),
    ];

    fn checkout() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    /// The table's rows, each as its cells.
    fn rows() -> Vec<Vec<String>> {
        let readme = fs::read_to_string(checkout().join("tests/security/README.md")).unwrap();
        readme
            .lines()
            .filter(|line| line.starts_with("| MASVS-"))
            .map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect())
            .collect()
    }

    #[test]
    fn all_controls_are_there_once() {
        let found: Vec<_> = rows().into_iter().map(|cells| cells[0].clone()).collect();
        let expected: Vec<_> = GROUPS
            .iter()
            .flat_map(|(group, count)| (1..=*count).map(move |n| format!("MASVS-{group}-{n}")))
            .collect();
        assert_eq!(found, expected);
    }

    /// Whether a source has a test of this name, in any of the house's languages.
    fn has_test(source: &str, name: &str) -> bool {
        [format!("fn {name}("), format!("fun {name}("), format!("fun `{name}`("), format!("func {name}(")]
            .iter()
            .any(|head| source.contains(head))
    }

    #[test]
    fn every_test_named_is_there() {
        let mut named = BTreeSet::new();
        for cells in rows() {
            let [control, asked, met, tests] = cells.as_slice() else { panic!("four cells: {cells:?}") };
            assert!(!asked.is_empty() && !met.is_empty(), "{control} says nothing");
            // Between back-ticks: a file and the test in it.
            for reference in tests.split('`').skip(1).step_by(2) {
                let (path, name) = reference.split_once("::").unwrap();
                let source = fs::read_to_string(checkout().join(path));
                let source = source.unwrap_or_else(|why| panic!("{control}: {path}: {why}"));
                assert!(has_test(&source, name), "{control}: {path} has no test {name}");
                named.insert(reference.to_owned());
            }
            assert!(tests.contains("::"), "{control} names no test");
        }
        assert!(named.len() > 50, "{}", named.len());
        assert!(!has_test("fn there_is_one() {}", "there_is") && has_test("fun `a b`() {", "a b"));
    }

    /// Sources below a folder.
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "Generated"].contains(&name.as_str()) && !name.starts_with('.') {
                    sources(&path, found);
                }
            } else if [".kt", ".swift", ".xml"].iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }

    #[test]
    fn no_shell_has_a_web_view() {
        let mut found = Vec::new();
        for folder in ["android/ui/src/main", "android/app/src/main", "ios/FLTaxesKit/Sources", "ios/App"] {
            sources(&checkout().join(folder), &mut found);
        }
        assert!(found.len() > 60, "the shells are found: {}", found.len());
        for path in found {
            let text = fs::read_to_string(&path).unwrap();
            for view in ["WebView", "android.webkit", "WKWeb", "import WebKit", "SFSafariView"] {
                assert!(!text.contains(view), "{view} in {}", path.display());
            }
        }
    }
}
