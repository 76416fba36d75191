//! As much of Rust as the house needs to see which file names which: words, `use` trees, paths. No types: an arrow that only a method's
//! call makes is not seen.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A source without comments, texts and tests, word by word. Words are names and single marks; `::` is one.
pub(crate) fn words(text: &str) -> Vec<String> {
    let code = bare(text);
    let mut words = Vec::new();
    let mut rest = code.as_str();
    while let Some(first) = rest.chars().next() {
        let len = if is_name(first) {
            rest.find(|c| !is_name(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            words.push(rest[..len].to_owned());
        }
        rest = &rest[len..];
    }
    without_tests(&words)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Comments become nothing, texts and single letters `""`; a lifetime stays.
fn bare(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let raw = rest.strip_prefix('r').map(|after| after.len() - after.trim_start_matches('#').len());
        let after_name = code.chars().next_back().is_some_and(is_name);
        let len = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw.filter(|n| !after_name && rest[1 + n..].starts_with('"')) {
            let end = format!("\"{}", "#".repeat(hashes));
            code.push_str("\"\"");
            rest[hashes + 2..].find(&end).map_or(rest.len(), |at| at + hashes + 2 + end.len())
        } else if first == '"' {
            code.push_str("\"\"");
            closed(rest, '"')
        } else if first == '\'' && is_letter(rest) {
            code.push_str("\"\"");
            closed(rest, '\'')
        } else {
            code.push(first);
            first.len_utf8()
        };
        rest = &rest[len..];
    }
    code
}

/// A letter between two marks, and no lifetime.
fn is_letter(rest: &str) -> bool {
    let mut after = rest.chars().skip(1);
    matches!((after.next(), after.next()), (Some('\\'), _) | (Some(_), Some('\'')))
}

/// How far a text goes that begins and ends with this mark.
fn closed(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// What stands behind `#[cfg(test)]` goes, up to its end.
fn without_tests(words: &[String]) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        if words[at..].iter().map(String::as_str).take(MARK.len()).eq(MARK) {
            at = end_of_item(words, at + MARK.len());
        } else {
            kept.push(words[at].clone());
            at += 1;
        }
    }
    kept
}

/// Behind the `;` or the `}` that ends the item beginning here.
pub(crate) fn end_of_item(words: &[String], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, word) in words.iter().enumerate().skip(from) {
        match word.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => {
                depth = depth.saturating_sub(1);
                if depth == 0 && word == "}" {
                    return at + 1;
                }
            }
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    words.len()
}

/// The files of a crate and which names which.
pub(crate) struct Sources {
    /// By module path, such as `["open", "ground"]`.
    modules: BTreeMap<Vec<String>, Source>,
}

/// One file.
pub(crate) struct Source {
    /// Below the crate's `src`.
    pub(crate) file: String,
    pub(crate) words: Vec<String>,
}

impl Sources {
    /// All that ships of the crate whose `src` this is.
    pub(crate) fn of(root: &Path) -> Self {
        let mut files = Vec::new();
        read(root, &mut files);
        Self::new(files.into_iter().map(|path| {
            let text = fs::read_to_string(&path).expect("a source");
            let file = path.strip_prefix(root).expect("below it").to_string_lossy().into_owned();
            (file, text)
        }))
    }

    /// These files, each by its path below `src`, with its text.
    fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let modules = files.into_iter().map(|(file, text)| {
            let path = file.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches("lib");
            let module = path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
            (module, Source { words: words(&text), file })
        });
        Self { modules: modules.collect() }
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = &Source> {
        self.modules.values()
    }

    /// Every arrow: a file, and the files that it names, each with a name that is taken.
    pub(crate) fn arrows(&self) -> BTreeMap<&str, BTreeMap<&str, String>> {
        let mut arrows: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
        for (module, source) in &self.modules {
            let named = arrows.entry(&source.file).or_default();
            for path in self.paths(module, &source.words) {
                if let Some(target) = self.target(&path).filter(|target| target.file != source.file) {
                    named.entry(&target.file).or_insert_with(|| path.join("::"));
                }
            }
        }
        arrows
    }

    /// The file that holds what this path names. A door is a file as any other.
    fn target(&self, path: &[String]) -> Option<&Source> {
        (0..=path.len()).rev().find_map(|len| self.modules.get(&path[..len]))
    }

    /// Every path of the crate that a file names, from the crate's root.
    fn paths(&self, module: &[String], words: &[String]) -> BTreeSet<Vec<String>> {
        let (mut paths, mut known) = (BTreeSet::new(), BTreeMap::new());
        let mut rest = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if words[at] == "use" {
                let end = end_of_item(words, at);
                let mut tree = words[at + 1..end].iter().map(String::as_str).peekable();
                for (path, name) in branches(&mut tree) {
                    if let Some(path) = self.absolute(&path, module, &BTreeMap::new()) {
                        known.insert(name, path.clone());
                        paths.insert(path);
                    }
                }
                at = end;
            } else {
                rest.push(words[at].as_str());
                at += 1;
            }
        }
        let mut at = 0;
        while at < rest.len() {
            let len = path_here(&rest[at..]);
            let is_first = at == 0 || !["::", "."].contains(&rest[at - 1]);
            // `pub(in crate::open)` says who may name it, and names nothing.
            let is_visibility = rest[..at].ends_with(&["pub", "(", "in"]);
            if len > 1 && is_first && !is_visibility {
                let path: Vec<String> = rest[at..at + len]
                    .iter()
                    .filter(|word| **word != "::")
                    .map(|w| (*w).to_owned())
                    .collect();
                paths.extend(self.absolute(&path, module, &known));
            }
            at += len.max(1);
        }
        paths
    }

    /// From the crate's root; `None` where it leads out of the crate.
    fn absolute(
        &self,
        path: &[String],
        module: &[String],
        known: &BTreeMap<String, Vec<String>>,
    ) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let join = |base: &[String], rest: &[String]| base.iter().chain(rest).cloned().collect::<Vec<_>>();
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some(join(module, rest)),
            "super" => {
                let mut above = module.split_last()?.1;
                let mut rest = rest;
                while rest.first().is_some_and(|word| word == "super") {
                    (above, rest) = (above.split_last()?.1, &rest[1..]);
                }
                Some(join(above, rest))
            }
            name => known.get(name).map(|base| join(base, rest)).or_else(|| {
                let child = join(module, std::slice::from_ref(first));
                self.modules.contains_key(&child).then(|| join(&child, rest))
            }),
        }
    }

    /// Files that name each other in a circle, with what ties them; every circle once.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let arrows = self.arrows();
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            arrows.keys().map(|file| (*file, reached(file, &arrows))).collect();
        let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
        for (file, reached) in &reach {
            let circle: Vec<&str> =
                reached.iter().copied().filter(|other| reach[other].contains(file)).collect();
            if circle.len() < 2 {
                continue;
            }
            circles.insert(
                circle
                    .iter()
                    .map(|one| {
                        let ties = arrows[one].iter().filter(|(to, _)| circle.contains(to));
                        let ties: Vec<String> = ties.map(|(to, name)| format!("{to} ({name})")).collect();
                        format!("{one} names {}", ties.join(", "))
                    })
                    .collect(),
            );
        }
        circles.into_iter().collect()
    }
}

/// Every source below a folder, without those of tests.
fn read(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the checkout") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if ["tests", "testing", "snapshots"].contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            read(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn reached<'a>(from: &'a str, arrows: &BTreeMap<&'a str, BTreeMap<&'a str, String>>) -> BTreeSet<&'a str> {
    let (mut seen, mut queue) = (BTreeSet::new(), vec![from]);
    while let Some(file) = queue.pop() {
        queue.extend(arrows[file].keys().filter(|to| seen.insert(**to)));
    }
    seen
}

/// How many words of this are one path: `a::b::c` is five.
fn path_here(words: &[&str]) -> usize {
    let is_part = |at: usize| words.get(at).is_some_and(|word| word.starts_with(is_name));
    if !is_part(0) {
        return 0;
    }
    let mut len = 1;
    while words.get(len) == Some(&"::") && is_part(len + 1) {
        len += 2;
    }
    len
}

/// The paths of a `use` tree, each with the name it goes by.
fn branches<'a>(
    words: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>,
) -> Vec<(Vec<String>, String)> {
    let mut path: Vec<String> = Vec::new();
    let mut name = None;
    while let Some(word) = words.next() {
        match word {
            "::" => {}
            "{" => {
                let mut found = Vec::new();
                while words.peek().is_some_and(|word| *word != "}") {
                    for (below, name) in branches(words) {
                        // `{self}` names what stands before it.
                        let (below, name) = match below.as_slice() {
                            [own] if own == "self" => (Vec::new(), path.last().cloned().unwrap_or_default()),
                            _ => (below, name),
                        };
                        found.push((path.iter().cloned().chain(below).collect(), name));
                    }
                    if words.peek() == Some(&",") {
                        words.next();
                    }
                }
                words.next();
                return found;
            }
            "as" => name = words.next().map(str::to_owned),
            "self" if !path.is_empty() => {}
            word if word.starts_with(is_name) || word == "*" => path.push(word.to_owned()),
            _ => break,
        }
        if words.peek().is_some_and(|next| [",", "}", ";"].contains(next)) {
            break;
        }
    }
    let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
    vec![(path, name)]
}

#[test]
fn what_a_file_names_is_seen_however_it_is_written() {
    let crate_of = |a: &str| {
        let files = [("lib.rs", "mod a; mod b; mod c;"), ("a.rs", a), ("b/mod.rs", "mod d; pub use d::D;")];
        let files = files.into_iter().chain([("b/d.rs", "pub struct D;"), ("c.rs", "use crate::a::A;")]);
        Sources::new(files.map(|(file, text)| (file.to_owned(), text.to_owned())))
    };
    let table = [
        ("use crate::c::C;", &["c.rs"][..]),
        ("use super::{b::{self, d::D as E}, c::*}; fn f() { b::x() }", &["b/d.rs", "b/mod.rs", "c.rs"]),
        ("fn f() -> crate::b::d::D { todo!() }", &["b/d.rs"]),
        ("use crate::b; fn f() { b::d::D }", &["b/d.rs", "b/mod.rs"]),
        ("use crate::b; // crate::c::C, and b::D in words", &["b/mod.rs"]),
        ("const A: &str = \"crate::c::C\"; const B: char = '\"'; fn f<'a>(x: &'a str) {}", &[]),
        ("pub(in crate::c) fn f() {}", &[]),
        ("use std::c; use serde::c::C; fn f() { other::c::C }", &[]),
        ("#[cfg(test)] mod tests { use crate::c::C; } use crate::b::D;", &["b/mod.rs"]),
    ];
    for (text, named) in table {
        let sources = crate_of(text);
        let seen: Vec<&str> = sources.arrows()["a.rs"].keys().copied().collect();
        assert_eq!(seen, named, "{text}");
        let circle = usize::from(named.contains(&"c.rs"));
        assert_eq!(sources.circles().len(), circle, "{text}");
    }
}
