//! What the boundary costs: the same bytes as a screen and as one plain buffer.

use std::{sync::Arc, time::Instant};

use fl_app::Screen;
use fl_core::ScreenListener;

use crate::StoryError;

/// Nothing, to measure a call.
///
/// # Errors
/// None.
#[uniffi::export]
pub fn empty_call() -> Result<(), StoryError> {
    Ok(())
}

/// A screen of so many blocks.
#[uniffi::export]
pub fn long_screen(blocks: u32) -> Screen {
    fl_stage_hands::long_screen(blocks)
}

/// One of every block.
#[uniffi::export]
pub fn one_of_each() -> Screen {
    fl_stage_hands::one_of_each()
}

/// How many bytes the screen takes on its way over the boundary.
#[uniffi::export]
pub fn screen_bytes(screen: Screen) -> u32 {
    let buffer = <Screen as uniffi::Lower<crate::UniFfiTag>>::lower_into_rust_buffer(screen);
    let bytes = buffer.destroy_into_vec();
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// So many bytes, in one piece.
#[uniffi::export]
pub fn plain_buffer(bytes: u32) -> Vec<u8> {
    vec![7; bytes as usize]
}

/// Where a plain buffer is delivered to.
#[uniffi::export(with_foreign)]
pub trait BufferSink: Send + Sync {
    /// Takes it.
    ///
    /// # Errors
    /// None that count.
    fn take(&self, bytes: Vec<u8>) -> Result<(), StoryError>;
}

/// Delivers a screen so many times and says how many microseconds each took, the fastest first.
///
/// # Errors
/// Where the listener throws.
#[uniffi::export]
pub fn deliver(
    screen: Screen,
    times: u32,
    listener: Arc<dyn ScreenListener>,
) -> Result<Vec<f64>, StoryError> {
    measured(times, || listener.changed(screen.clone()).map_err(|why| StoryError::new(why.to_string())))
}

/// The same with a plain buffer.
///
/// # Errors
/// Where the sink throws.
#[uniffi::export]
pub fn deliver_plain(bytes: u32, times: u32, sink: Arc<dyn BufferSink>) -> Result<Vec<f64>, StoryError> {
    let bytes = plain_buffer(bytes);
    measured(times, || sink.take(bytes.clone()))
}

fn measured(times: u32, mut deliver: impl FnMut() -> Result<(), StoryError>) -> Result<Vec<f64>, StoryError> {
    let mut took = Vec::with_capacity(times as usize);
    for _ in 0..times {
        let start = Instant::now();
        deliver()?;
        took.push(start.elapsed().as_secs_f64() * 1e6);
    }
    took.sort_by(f64::total_cmp);
    Ok(took)
}
