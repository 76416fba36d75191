//! The floors.
use crate::rust::Sources;
use std::path::Path;

#[test]
fn no_circle() {
    let app = Sources::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/app/src"));
    for c in app.circles() {
        println!("CIRCLE {}\n  {}", c.len(), c.join("\n  "));
    }
    panic!();
}
