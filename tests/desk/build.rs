//! Writes a test for every story there is, so that none has to be listed.

use std::{env, fmt::Write, fs, io, path::Path};

const STORIES: &str = "../journeys/stories";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={STORIES}");
    let mut names = Vec::new();
    for entry in fs::read_dir(STORIES)? {
        let path = entry?.path();
        if let Some(name) =
            path.file_stem().filter(|_| path.extension().is_some_and(|ending| ending == "story"))
        {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    let mut tests = String::new();
    for name in names {
        // Writing to a String does not fail.
        let _ = writeln!(tests, "#[test]\nfn {}() {{\n    tell({name:?});\n}}\n", name.replace('-', "_"));
    }
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("stories.rs"), tests)
}
