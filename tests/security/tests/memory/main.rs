//! After a lock, a sign-out and the end of the engine nothing of the person is left in this process's memory.
//!
//! The service runs in another process, since it knows everything in the clear; what is typed in and sought stays masked here
//! (see `fl_security::Needle`). The allocator is the one that ships.
#![cfg(target_os = "linux")]
#![forbid(unsafe_code)]

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod getting_in;
#[cfg(test)]
mod service;

#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);
