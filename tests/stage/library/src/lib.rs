//! The tests' library: the product's bindings, and beside them a stage and the stories, for Kotlin and Swift.
// uniffi writes the only unsafe code there is.
#![allow(unsafe_code)]
#![allow(clippy::needless_pass_by_value, reason = "what crosses the boundary is handed over")]

mod measure;
mod story;
mod theatre;

pub use measure::{
    BufferSink, deliver, deliver_plain, empty_call, long_screen, one_of_each, plain_buffer, screen_bytes,
};
pub use story::{Pace, StoryError, StorySeen, StoryShell, play, stories};
pub use theatre::{Card, Theatre, break_in_a_call};

uniffi::setup_scaffolding!("fl_stage");
