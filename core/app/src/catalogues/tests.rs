use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use fluent_bundle::FluentResource;

use super::{EN, FOLDERS, RU};

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// Keys with the names of their arguments, read from the source.
fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    assert!(FluentResource::try_new(source.to_owned()).is_ok(), "a catalogue does not parse");
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source.lines() {
        if let Some((key, _)) = line.split_once(" =")
            && !line.starts_with([' ', '#', '}'])
        {
            key.clone_into(&mut current);
            assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{key} stands twice");
        }
        if line.starts_with('#') {
            continue;
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            keys.get_mut(&current).expect("an argument belongs to a key").insert(name);
        }
    }
    keys
}

/// Every key with the folder that it stands in.
fn homes() -> BTreeMap<String, &'static str> {
    let mut homes = BTreeMap::new();
    for (folder, source) in FOLDERS.iter().zip(EN) {
        for key in keys(source).into_keys() {
            let before = homes.insert(key.clone(), *folder);
            assert!(before.is_none(), "{key} stands in {} and in {folder}", before.unwrap_or_default());
        }
    }
    homes
}

/// The folder whose texts stand beside this source; none for the registers at the root and for what tests share.
fn folder_of(path: &Path) -> Option<String> {
    let mut parts = path.strip_prefix(SOURCES).ok()?.iter().map(|part| part.to_string_lossy());
    match parts.next()?.as_ref() {
        "kit" => Some("kit/texts".to_owned()),
        "open" => Some("open".to_owned()),
        "features" => parts.next().filter(|name| name != "mod.rs").map(|name| format!("features/{name}")),
        _ => None,
    }
}

fn sources(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, ending, found);
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
}

/// The code of each folder, without its tests.
fn code() -> BTreeMap<String, String> {
    let mut found = Vec::new();
    sources(Path::new(SOURCES), "rs", &mut found);
    let mut code: BTreeMap<String, String> = BTreeMap::new();
    for path in found.iter().filter(|path| !path.ends_with("tests.rs")) {
        let text = std::fs::read_to_string(path).unwrap();
        let ships = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        if let Some(folder) = folder_of(path) {
            code.entry(folder).or_default().push_str(ships);
        }
    }
    code
}

/// A feature knows its own texts, those of the kernel and those of the kit; the kernel knows no feature's.
fn knows(folder: &str, home: &str) -> bool {
    folder == home || home == "kit/texts" || (home == "open" && folder.starts_with("features/"))
}

#[test]
fn every_folder_with_texts_is_in_the_register() {
    let mut found = Vec::new();
    sources(Path::new(SOURCES), "ftl", &mut found);
    let found: BTreeSet<_> = found.iter().map(|path| path.strip_prefix(SOURCES).unwrap()).collect();
    let named: Vec<_> = FOLDERS
        .iter()
        .flat_map(|folder| ["ru.ftl", "en.ftl"].map(|file| Path::new(folder).join(file)))
        .collect();
    assert_eq!(found, named.iter().map(PathBuf::as_path).collect());
}

#[test]
fn both_languages_of_a_folder_have_the_same_keys_and_arguments() {
    for ((folder, ru), en) in FOLDERS.iter().zip(RU).zip(EN) {
        assert_eq!(keys(ru), keys(en), "{folder}");
    }
}

#[test]
fn every_text_stands_beside_who_says_it() {
    let code = code();
    let homes = homes();
    for (key, home) in &homes {
        let literal = format!("\"{key}\"");
        let users: Vec<&String> =
            code.iter().filter(|(_, text)| text.contains(&literal)).map(|(folder, _)| folder).collect();
        assert!(!users.is_empty(), "no code says {key}: remove it from {home}");
        if let [only] = users.as_slice() {
            assert_eq!(only.as_str(), *home, "only {only} says {key}: its text belongs there");
        }
        assert!(
            *home == "kit/texts" || users.iter().any(|user| *user == home),
            "{home} does not say {key}, but {users:?} do: its text belongs there, or with the kit"
        );
    }
    // Keys are written out where they are used: `say("…")` and `tell("…"`.
    for (folder, text) in &code {
        for part in ["say(\"", "tell(\""].into_iter().flat_map(|call| text.split(call).skip(1)) {
            let key = part.split('"').next().unwrap_or_default();
            if key.contains('…') {
                continue;
            }
            let home = homes.get(key);
            assert!(home.is_some(), "{folder} says {key}, and there is no such text");
            assert!(
                home.is_some_and(|home| knows(folder, home)),
                "{folder} says {key}, which stands in {}: what two features say stands in kit/texts",
                home.copied().unwrap_or_default()
            );
        }
    }
}
