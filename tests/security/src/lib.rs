//! What an attacker would look for: secrets and personal data in memory, in logs and on the disk.
//!
//! What is sought is never held in the clear here, or a search of memory would find itself: see [`Needle`].
#![forbid(unsafe_code)]

#[cfg(target_os = "linux")]
pub mod memory;
mod needle;

pub use needle::{Masked, Needle, mask, read_masked, write_masked};
