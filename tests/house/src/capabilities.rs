//! One capability, one word, one file a room.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::rust::words;

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The capabilities of the domain's register, by their words.
fn register() -> Vec<String> {
    let text = fs::read_to_string(checkout().join("core/domain/src/service/mod.rs")).expect("the register");
    // Where a line says when it is there at all, it is a line all the same.
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("#["));
    let text = lines.collect::<Vec<_>>().join("\n");
    let words = words(&text);
    let begin = ["register", "!", "{"];
    let at = words.windows(3).position(|three| three.iter().eq(begin.iter())).expect("the register's lines");
    let lines = words[at + 3..].iter().take_while(|word| *word != "}");
    let lines: Vec<&String> = lines.filter(|word| ![",", "(", ")"].contains(&word.as_str())).collect();
    lines.chunks(2).map(|line| line[1].clone()).collect()
}

/// What the app shows of the attested base it shows in several features, each with stories of its own: home, operations, income, stored.
const BASE: &str = "account";

/// Where a capability has its place in each room.
fn places(word: &str) -> Vec<String> {
    let mut places = vec![
        format!("core/domain/src/service/{word}.rs"),
        format!("core/gateway/src/dialect/{word}.rs"),
        format!("core/gateway/contract/{word}.yaml"),
        format!("tests/sandbox/src/service/{word}.rs"),
    ];
    if word != BASE {
        places.push(format!("core/app/src/features/{word}/mod.rs"));
        places.push(format!("tests/journeys/stories/{}", word.replace('_', "-")));
    }
    places
}

#[test]
fn every_capability_has_its_place_in_each_room() {
    let register = register();
    assert!(register.len() > 5 && register.iter().any(|word| word == BASE), "{register:?}");
    let places = register.iter().flat_map(|word| places(word));
    let missing: Vec<String> = places.filter(|place| !checkout().join(place).exists()).collect();
    assert!(missing.is_empty(), "missing:\n{}", missing.join("\n"));
}

/// A folder of stories without a story is no place.
#[test]
fn every_capability_has_a_story() {
    for word in register().iter().filter(|word| *word != BASE) {
        let folder = checkout().join("tests/journeys/stories").join(word.replace('_', "-"));
        let stories = fs::read_dir(&folder).map_or(0, |entries| entries.flatten().count());
        assert!(stories > 0, "{} is empty", folder.display());
    }
}
