//! The rules of the house, held against what cargo says of it: which room may know which, and what never enters the tree.
#![forbid(unsafe_code)]

#[cfg(test)]
mod capabilities;
#[cfg(test)]
mod floors;
#[cfg(test)]
mod guards;
#[cfg(test)]
mod rust;
#[cfg(test)]
mod size;

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        path::{Path, PathBuf},
    };

    use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

    /// Every room and the rooms it may know, in what ships. Tests of a room may also know the sandbox.
    const ARROWS: [(&str, &[&str]); 17] = [
        ("fl-domain", &[]),
        ("fl-app", &["fl-domain"]),
        ("fl-gateway", &["fl-domain"]),
        ("fl-documents", &["fl-domain"]),
        ("fl-store", &["fl-domain"]),
        ("fl-runtime", &["fl-app", "fl-documents", "fl-domain", "fl-gateway", "fl-store"]),
        ("fl-bindings", &["fl-app", "fl-domain", "fl-gateway", "fl-runtime"]),
        ("fl-bindings-generator", &[]),
        ("fl-sandbox", &["fl-domain", "fl-gateway"]),
        ("fl-journeys", &[]),
        ("fl-stage", &["fl-app", "fl-domain", "fl-gateway", "fl-journeys", "fl-runtime", "fl-sandbox"]),
        ("fl-stage-library", &["fl-app", "fl-bindings", "fl-journeys", "fl-runtime", "fl-stage"]),
        ("fl-desk", &["fl-app", "fl-domain", "fl-journeys", "fl-runtime", "fl-sandbox", "fl-stage"]),
        ("fl-bench", &["fl-app", "fl-domain", "fl-gateway", "fl-runtime", "fl-sandbox", "fl-store"]),
        ("fl-security", &["fl-app", "fl-domain", "fl-gateway", "fl-runtime", "fl-sandbox", "fl-stage"]),
        ("fl-model", &["fl-app", "fl-domain", "fl-gateway", "fl-sandbox"]),
        ("fl-house", &[]),
    ];

    /// What may stand in the tests of a room beyond its own arrows.
    const TEST_ARROWS: [(&str, &str); 2] = [("fl-runtime", "fl-sandbox"), ("fl-store", "fl-domain")];

    /// Never in the tree that ships or that tests it.
    const BANNED: [&str; 5] = ["openssl", "openssl-sys", "aws-lc-rs", "aws-lc-sys", "native-tls"];

    /// Purity: what does I/O, keeps a clock or brings a runtime has no place here.
    const IMPURE: [&str; 7] = ["tokio", "reqwest", "hyper", "rusqlite", "axum", "async-std", "mio"];

    fn metadata() -> Metadata {
        let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml");
        MetadataCommand::new()
            .manifest_path(manifest)
            .other_options(vec!["--locked".to_owned(), "--offline".to_owned()])
            .exec()
            .expect("cargo metadata")
    }

    #[test]
    fn arrows_point_one_way() {
        let metadata = metadata();
        let arrows: BTreeMap<_, _> = ARROWS.into_iter().collect();
        let rooms: BTreeSet<_> = metadata.workspace_packages().iter().map(|p| p.name.to_string()).collect();
        let known: BTreeSet<_> = arrows.keys().map(|name| (*name).to_owned()).collect();
        assert_eq!(rooms, known, "a room came or went: say here what it may know");
        for package in metadata.workspace_packages() {
            let name = package.name.as_str();
            for dependency in package.dependencies.iter().filter(|d| rooms.contains(&d.name)) {
                let to = dependency.name.as_str();
                let is_allowed = arrows[name].contains(&to)
                    || (dependency.kind == DependencyKind::Development && TEST_ARROWS.contains(&(name, to)))
                    || (dependency.kind == DependencyKind::Development && name == to);
                assert!(is_allowed, "{name} must not know {to} ({})", dependency.kind);
            }
        }
    }

    /// All packages that `root` needs to be built, for any platform, without its tests.
    fn closure(metadata: &Metadata, root: &str) -> BTreeSet<String> {
        let resolve = metadata.resolve.as_ref().expect("a resolved graph");
        let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
        let names: BTreeMap<_, _> = metadata.packages.iter().map(|p| (&p.id, p.name.to_string())).collect();
        let start = metadata.packages.iter().find(|p| p.name.as_str() == root).expect("the room");
        let (mut seen, mut queue) = (BTreeSet::new(), vec![&start.id]);
        while let Some(id) = queue.pop() {
            if !seen.insert(id) {
                continue;
            }
            for dependency in &nodes[id].deps {
                if dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal) {
                    queue.push(&dependency.pkg);
                }
            }
        }
        seen.into_iter().map(|id| names[id].clone()).collect()
    }

    #[test]
    fn no_openssl_and_no_aws_lc() {
        let metadata = metadata();
        for package in &metadata.packages {
            assert!(!BANNED.contains(&package.name.as_str()), "{} is in the tree", package.name);
        }
    }

    #[test]
    fn the_pure_rooms_stay_pure() {
        let metadata = metadata();
        for room in ["fl-domain", "fl-app", "fl-gateway", "fl-documents"] {
            let closure = closure(&metadata, room);
            for impure in IMPURE {
                assert!(!closure.contains(impure), "{room} knows {impure}");
            }
        }
        assert!(closure(&metadata, "fl-runtime").contains("tokio"), "the closure is followed");
    }

    /// The calendar's library counts days and does nothing else: it has no clock and knows no zone.
    #[test]
    fn the_calendar_has_no_clock() {
        let metadata = metadata();
        let resolve = metadata.resolve.as_ref().expect("a resolved graph");
        let is_calendar = |id: &cargo_metadata::PackageId| metadata[id].name.as_str() == "chrono";
        let node = resolve.nodes.iter().find(|node| is_calendar(&node.id)).expect("the calendar's library");
        for feature in ["clock", "now", "iana-time-zone", "wasmbind"] {
            assert!(!node.features.iter().any(|on| **on == feature), "{feature} is on");
        }
        assert!(
            !metadata.packages.iter().any(|package| package.name.as_str() == "jiff"),
            "one calendar is enough"
        );
    }

    /// Rooms know `fl_domain`'s `Date` and `Timestamp`, so that the library behind them can be another one day.
    #[test]
    fn the_calendar_is_named_in_one_folder() {
        let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut sources = Vec::new();
        for folder in ["core", "bindings", "tests"] {
            files(&checkout.join(folder), &[".rs", "Cargo.toml"], &mut sources);
        }
        let home = checkout.join("core/domain/src/time");
        let is_named_in = |path: &Path| {
            let text = std::fs::read_to_string(path).expect("a source");
            ["chrono", "jiff"].iter().any(|library| {
                let uses = ["::", ".workspace", " ="].map(|after| format!("{library}{after}"));
                uses.iter().any(|name| text.contains(name))
            })
        };
        let named: Vec<_> = sources.iter().filter(|path| is_named_in(path)).collect();
        assert!(named.iter().any(|path| path.starts_with(&home)), "the folder is found");
        for path in named {
            let is_allowed = path.starts_with(&home) || path.ends_with("core/domain/Cargo.toml");
            assert!(is_allowed, "{} names the calendar's library", path.display());
        }
    }

    /// Files below a folder whose name has one of these endings; what a build made is passed over.
    fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of the checkout") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "Generated"].contains(&name.as_str()) && !name.starts_with('.') {
                    files(&path, endings, found);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }

    #[test]
    fn shells_hold_no_text_of_taxes() {
        let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut sources = Vec::new();
        for folder in ["android/ui/src/main", "android/ui/src/desktop", "android/desktop/src/main"] {
            files(&checkout.join(folder), &[".kt"], &mut sources);
        }
        files(&checkout.join("android/app/src/main"), &[".kt"], &mut sources);
        files(&checkout.join("ios/FLTaxesKit/Sources"), &[".swift"], &mut sources);
        files(&checkout.join("ios/App"), &[".swift"], &mut sources);
        assert!(sources.len() > 80, "the shells are found: {}", sources.len());
        for path in sources {
            // What a shell says where the core cannot be asked.
            if path.ends_with("fltaxes/ui/Words.kt") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a source");
            let spoken = |c: char| ('\u{400}'..='\u{4ff}').contains(&c) || c == '₽';
            let line = text.lines().find(|line| line.contains(spoken));
            assert!(line.is_none(), "{}: {}", path.display(), line.unwrap_or_default());
        }
    }
}
