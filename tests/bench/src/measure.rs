//! Timing.

use std::{
    sync::atomic::{AtomicBool, Ordering::Relaxed},
    time::{Duration, Instant},
};

use crate::Outcome;

/// Whether everything is done just once, and small: to see that it still works. Its figures say nothing.
static ONCE: AtomicBool = AtomicBool::new(false);

/// From here on everything is done just once, and small.
pub fn once() {
    ONCE.store(true, Relaxed);
}

/// Everything is done just once, and small.
pub fn is_once() -> bool {
    ONCE.load(Relaxed)
}

/// So many rounds, or two of them.
pub fn rounds(many: usize) -> usize {
    if is_once() { 2 } else { many }
}

/// A history of this length, or a twentieth of it.
pub fn size(many: usize) -> usize {
    if is_once() { many / 20 } else { many }
}

/// The median times of two ways of doing the same, taken in turns; which goes first changes every round.
///
/// # Errors
/// The first error of either.
pub fn paired(
    rounds: usize,
    mut ours: impl FnMut(usize) -> Outcome<()>,
    mut peer: impl FnMut(usize) -> Outcome<()>,
) -> Outcome<(Duration, Duration)> {
    paired_times(rounds, |round| time(|| ours(round)), |round| time(|| peer(round)))
}

/// As [`paired`], for what tells its own time.
///
/// # Errors
/// The first error of either.
pub fn paired_times(
    rounds: usize,
    mut ours: impl FnMut(usize) -> Outcome<Duration>,
    mut peer: impl FnMut(usize) -> Outcome<Duration>,
) -> Outcome<(Duration, Duration)> {
    let mut times = (Vec::with_capacity(rounds), Vec::with_capacity(rounds));
    let rounds = self::rounds(rounds);
    let warming = rounds / 10;
    for round in 0..warming + rounds {
        let (own, other) = if round % 2 == 0 {
            let own = ours(round)?;
            (own, peer(round)?)
        } else {
            let other = peer(round)?;
            (ours(round)?, other)
        };
        if round >= warming {
            times.0.push(own);
            times.1.push(other);
        }
    }
    Ok((median(&mut times.0), median(&mut times.1)))
}

/// How long one call takes.
///
/// # Errors
/// The call's own.
pub fn time(call: impl FnOnce() -> Outcome<()>) -> Outcome<Duration> {
    let began = Instant::now();
    call()?;
    Ok(began.elapsed())
}

/// The middle one, or nothing of nothing.
pub fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// A number below `limit` that differs from round to round without a pattern that a cache could learn.
pub fn scattered(round: usize, limit: usize) -> usize {
    round.wrapping_mul(0x9E37_79B1) / 64 % limit.max(1)
}
