//! Tax law and formats as pure functions: no I/O, no clock.
//!
//! Time is always an argument. Sources are named where a rule stands: an article, an order, or the
//! project's source texts S0 and S1 as ruled in its domain pages.
#![forbid(unsafe_code)]

pub mod access;
pub mod account;
pub mod attachment;
pub mod dates;
pub mod entry;
pub mod freshness;
pub mod inn;
pub mod money;
pub mod payment;
pub mod secret;
pub mod service;
pub mod shelf;
pub mod time;
pub mod typed;

pub use freshness::{Freshness, Origin};
pub use inn::{Inn, InnError, InnKind};
pub use money::{Money, MoneyError};
pub use secret::Secret;
pub use time::{Date, Timestamp};
