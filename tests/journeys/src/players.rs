//! Who plays a story. Shells are generic: one that uses no block, verb or kind of field that another story proves may be the
//! desk's alone.

use crate::words::Word;

/// The shells that play stories, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShellName {
    /// The terminal app.
    Desk,
    /// The Compose shell.
    Compose,
    /// The Swift shell.
    Swift,
}

impl ShellName {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Desk, Self::Compose, Self::Swift];

    /// Its name in a story.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Compose => "compose",
            Self::Swift => "swift",
        }
    }

    /// The shell of this name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == word)
    }
}

/// The names after `played by`, in their order.
pub(crate) fn players(names: &[Word]) -> Result<Vec<ShellName>, String> {
    let mut players = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let Word::Bare(name) = name else {
            return Err("the shells after `played by` stand without quotes".to_owned());
        };
        let name = match name.strip_suffix(',') {
            Some(name) if index + 1 < names.len() => name,
            _ => name,
        };
        let player = ShellName::of_word(name)
            .ok_or_else(|| format!("`{name}` plays no stories: write desk, compose or swift"))?;
        if players.contains(&player) {
            return Err(format!("`{name}` is named twice"));
        }
        players.push(player);
    }
    if players.is_empty() {
        return Err("`played by` names at least one shell: desk, compose or swift".to_owned());
    }
    Ok(players)
}

#[cfg(test)]
mod tests {
    use crate::{ParseError, Story};

    use super::*;

    fn played_by(line: &str) -> Result<Vec<ShellName>, ParseError> {
        Story::parse(&format!("story \"x\"\nlanguage en\ntaxpayer debt\n{line}\nback"))
            .map(|story| story.played_by)
    }

    #[test]
    fn a_story_names_who_plays_it() {
        let table = [
            ("played by desk", vec![ShellName::Desk]),
            ("played by desk, compose, swift", ShellName::ALL.to_vec()),
            ("played by swift desk # later the rest", vec![ShellName::Swift, ShellName::Desk]),
        ];
        for (line, names) in table {
            assert_eq!(played_by(line).unwrap(), names, "{line}");
        }
    }

    #[test]
    fn what_is_wrong_with_the_line_is_said() {
        let table = [
            ("", 0, "the header has no `played by desk, compose, swift`"),
            ("played by", 4, "names at least one shell"),
            ("played by phone", 4, "`phone` plays no stories: write desk, compose or swift"),
            ("played by desk,", 4, "`desk,` plays no stories"),
            ("played by desk, desk", 4, "`desk` is named twice"),
            ("played by \"desk\"", 4, "without quotes"),
            ("played with desk", 4, "stands in the header once, as `played by desk, compose, swift`"),
            ("played by desk\nplayed by swift", 5, "stands in the header once"),
            ("back\nplayed by desk", 5, "stands in the header"),
        ];
        for (line, at, why) in table {
            let error = played_by(line).unwrap_err();
            assert_eq!(error.line, at, "{line}: {error}");
            assert!(error.why.contains(why), "{line}: {error}");
        }
    }
}
