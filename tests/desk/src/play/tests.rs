use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../journeys/stories");

/// Plays a story of a capability, and says what was on the screen where it failed.
fn tell(name: &str) {
    let report = super::one(&Path::new(FOLDER).join(format!("{name}.story")), &mut |_| {}).unwrap();
    if let Some(why) = super::told(&report) {
        panic!("{name}: {} ({} steps passed)\n{why}", report.name, report.passed);
    }
}

// One test a story that names the desk, each in its own folder and with its own sandbox: written by the build script.
include!(concat!(env!("OUT_DIR"), "/stories.rs"));
