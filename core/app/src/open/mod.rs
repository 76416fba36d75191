//! The kernel: how far in a person is, the open account, the pages over it, the device. Knows the kit and no feature.

pub(crate) mod account;
pub mod device;
pub(crate) mod model;
pub(crate) mod page;
pub mod session;
pub(crate) mod tick;
