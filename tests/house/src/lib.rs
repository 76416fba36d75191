//! The rules of the house, held against what cargo says of it: which room may know which, and what never enters the tree.
#![forbid(unsafe_code)]

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

    /// Every room and the rooms it may know, in what ships. Tests of a room may also know the sandbox.
    const ARROWS: [(&str, &[&str]); 14] = [
        ("fl-domain", &[]),
        ("fl-app", &["fl-domain"]),
        ("fl-gateway", &["fl-domain"]),
        ("fl-store", &["fl-domain"]),
        ("fl-runtime", &["fl-app", "fl-domain", "fl-gateway", "fl-store"]),
        ("fl-bindings", &["fl-app", "fl-gateway", "fl-runtime"]),
        ("fl-bindings-generator", &[]),
        ("fl-sandbox", &["fl-domain", "fl-gateway"]),
        ("fl-journeys", &[]),
        ("fl-stage", &["fl-app", "fl-domain", "fl-gateway", "fl-journeys", "fl-runtime", "fl-sandbox"]),
        ("fl-stage-library", &["fl-app", "fl-bindings", "fl-journeys", "fl-runtime", "fl-stage"]),
        ("fl-desk", &["fl-app", "fl-domain", "fl-journeys", "fl-runtime", "fl-sandbox", "fl-stage"]),
        ("fl-bench", &["fl-app", "fl-domain", "fl-gateway", "fl-runtime", "fl-sandbox", "fl-store"]),
        ("fl-house", &[]),
    ];

    /// What may stand in the tests of a room beyond its own arrows.
    const TEST_ARROWS: [(&str, &str); 2] = [("fl-runtime", "fl-sandbox"), ("fl-store", "fl-domain")];

    /// Never in the tree that ships or that tests it.
    const BANNED: [&str; 5] = ["openssl", "openssl-sys", "aws-lc-rs", "aws-lc-sys", "native-tls"];

    /// Purity: what does I/O, keeps a clock or brings a runtime has no place here.
    const IMPURE: [&str; 8] = ["tokio", "reqwest", "hyper", "rusqlite", "axum", "async-std", "mio", "chrono"];

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
        for room in ["fl-domain", "fl-app", "fl-gateway"] {
            let closure = closure(&metadata, room);
            for impure in IMPURE {
                assert!(!closure.contains(impure), "{room} knows {impure}");
            }
        }
        assert!(closure(&metadata, "fl-runtime").contains("tokio"), "the closure is followed");
    }
}
