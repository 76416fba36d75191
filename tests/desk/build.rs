//! Writes a test for every story that the desk plays, so that none has to be listed: a module a capability, a test a story.

use std::{collections::BTreeMap, env, fmt::Write, fs, io, path::Path};

use fl_journeys::ShellName;

const STORIES: &str = "../journeys/stories";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={STORIES}");
    let mut capabilities: BTreeMap<String, String> = BTreeMap::new();
    for path in fl_journeys::files_of(Path::new(STORIES), ShellName::Desk)? {
        let inside = path.strip_prefix(STORIES).map_err(io::Error::other)?;
        let stem = inside.with_extension("");
        let name = stem.file_name().unwrap_or_default().to_string_lossy();
        let capability = inside.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
        // A story outside every folder is told too: a test of the stories says where it belongs.
        let module = if capability.is_empty() { "elsewhere" } else { &*capability };
        // Writing to a String does not fail.
        let _ = writeln!(
            capabilities.entry(identifier(module)).or_default(),
            "    #[test]\n    fn {}() {{\n        super::tell({:?});\n    }}\n",
            identifier(&name),
            stem.to_string_lossy()
        );
    }
    let mut tests = String::new();
    for (capability, inside) in capabilities {
        let _ = writeln!(tests, "mod {capability} {{\n{inside}}}\n");
    }
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("stories.rs"), tests)
}

fn identifier(name: &str) -> String {
    name.replace('-', "_")
}
