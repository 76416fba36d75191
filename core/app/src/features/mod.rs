//! One folder a feature: its model, what changes it, and how it is seen.

pub(crate) mod account;
pub mod device;
pub mod home;
pub(crate) mod income;
pub mod operations;
pub mod session;
pub mod settings;
