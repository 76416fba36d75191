//! The floors of the app: kit, kernel, features, and above them the register and the ring. Which file names which is read from the sources.

use std::{collections::BTreeSet, path::Path};

use crate::rust::Sources;

fn app() -> Sources {
    let sources = Sources::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/app/src"));
    assert!(sources.files().count() > 100, "the app is found");
    sources
}

/// Those that name all: the register of features, and the ring. The crate's door hands on what is public.
const REGISTER: &str = "features/mod.rs";
const RING: &str = "app.rs";

/// The folder of a feature; `None` for the register and all else.
fn feature(file: &str) -> Option<&str> {
    let (feature, _) = file.strip_prefix("features/")?.split_once('/')?;
    Some(feature)
}

/// Why this file must not name that one.
fn fault(from: &str, to: &str) -> Option<&'static str> {
    let is_above_kit = ["open/", "features/"].iter().any(|floor| to.starts_with(floor));
    match (feature(from), feature(to)) {
        _ if from == RING => None,
        _ if from.starts_with("kit/") && (is_above_kit || to == RING) => {
            Some("the kit knows nothing above it")
        }
        _ if from.starts_with("open/") && (to.starts_with("features/") || to == RING) => {
            Some("the kernel knows no feature")
        }
        (Some(own), Some(other)) if own != other => Some("features never name each other"),
        (Some(_), None) if to == REGISTER || to == RING => Some("a feature knows no register and no ring"),
        (None, Some(_)) if from != REGISTER => Some("only the register names the features"),
        (None, Some(_)) if !to.ends_with("/mod.rs") => Some("a feature has one door"),
        (None, None) if to == REGISTER => Some("only the ring names the register"),
        (Some(_) | None, Some(_) | None) => None,
    }
}

#[test]
fn floors_are_named_from_above_alone() {
    let sources = app();
    let arrows = sources.arrows();
    let listed = arrows[REGISTER].keys().filter_map(|to| feature(to)).collect::<BTreeSet<_>>();
    assert!(listed.len() > 12, "the register is read: {listed:?}");
    let faults: Vec<String> = arrows
        .iter()
        .flat_map(|(from, named)| named.iter().map(move |(to, name)| (*from, *to, name)))
        .filter_map(|(from, to, name)| {
            fault(from, to).map(|why| format!("{from} names {to} ({name}): {why}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Files that can only be understood together. Where three name each other, the one idea they share is worth a circle; above that, what is
/// data goes below what changes it.
const CIRCLE: usize = 3;

#[test]
fn no_circle_of_files_is_larger_than_three() {
    let circles = app().circles();
    let large: Vec<String> =
        circles.iter().filter(|circle| circle.len() > CIRCLE).map(|circle| circle.join("\n")).collect();
    assert!(large.is_empty(), "files that name each other:\n{}", large.join("\n\n"));
}
