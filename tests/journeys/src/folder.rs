//! Where stories stand: one folder a capability.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{ShellName, Story};

/// The story files of a folder and of the folders in it, in order.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "story") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Those of them that this shell plays. A file that is no story is among them: playing it says what is wrong with it.
///
/// # Errors
/// Where a folder or a file cannot be read.
pub fn files_of(folder: &Path, shell: ShellName) -> io::Result<Vec<PathBuf>> {
    let mut found = files(folder)?;
    let mut unread = None;
    found.retain(|path| match fs::read_to_string(path) {
        Ok(text) => Story::parse(&text).map_or(true, |story| story.played_by.contains(&shell)),
        Err(why) => {
            unread = Some(why);
            false
        }
    });
    match unread {
        None => Ok(found),
        Some(why) => Err(why),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const STORIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/stories");

    /// Every story there is, by the folder of its capability.
    fn told() -> BTreeMap<String, Vec<(PathBuf, Story)>> {
        let mut told: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for path in files(Path::new(STORIES)).unwrap() {
            let inside: Vec<_> = path.strip_prefix(STORIES).unwrap().iter().collect();
            assert_eq!(inside.len(), 2, "{} stands in no capability's folder", path.display());
            let capability = inside[0].to_string_lossy().into_owned();
            let story = Story::parse(&fs::read_to_string(&path).unwrap());
            let story = story.unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            told.entry(capability).or_default().push((path, story));
        }
        told
    }

    #[test]
    fn every_capability_has_a_story_that_all_shells_play() {
        let told = told();
        assert!(told.len() >= 15, "the folders are found: {:?}", told.keys());
        let is_whole = |story: &Story| ShellName::ALL.iter().all(|shell| story.played_by.contains(shell));
        for (capability, stories) in &told {
            assert!(
                stories.iter().any(|(_, story)| is_whole(story)),
                "no story of {capability} is played by all shells"
            );
        }
        // What all of them play they go on playing: another of the desk's alone comes beside it, not in its place.
        let whole = told.values().flatten().filter(|(_, story)| is_whole(story)).count();
        assert!(whole >= 73, "{whole} stories are played by all shells");
    }

    #[test]
    fn no_two_stories_share_a_name() {
        let mut names = BTreeMap::new();
        for (path, story) in told().into_values().flatten() {
            if let Some(other) = names.insert(story.name.clone(), path.clone()) {
                panic!("{} and {} are both {:?}", other.display(), path.display(), story.name);
            }
        }
    }

    #[test]
    fn each_shell_finds_its_own_and_what_cannot_be_read_as_a_story() {
        let folder = std::env::temp_dir().join(format!("fl-journeys-{}", std::process::id()));
        let story = |by: &str| format!("story \"x\"\nlanguage en\ntaxpayer debt\nplayed by {by}\nback");
        fs::create_dir_all(folder.join("home")).unwrap();
        fs::write(folder.join("home/all.story"), story("desk, compose, swift")).unwrap();
        fs::write(folder.join("home/desk.story"), story("desk")).unwrap();
        fs::write(folder.join("home/notes.txt"), "no story").unwrap();
        fs::write(folder.join("broken.story"), "dance").unwrap();
        let of = |shell| {
            let found = files_of(&folder, shell).unwrap();
            found.iter().map(|p| p.file_stem().unwrap().to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        let table = [of(ShellName::Desk), of(ShellName::Compose), of(ShellName::Swift)];
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(table, [vec!["broken", "all", "desk"], vec!["broken", "all"], vec!["broken", "all"]]);
        assert!(files(&folder).is_err());
    }
}
