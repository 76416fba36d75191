//! One folder a feature: its model, what changes it, and how it is seen.

pub mod access;
pub mod accounts;
pub mod contacts;
pub mod esia;
pub mod guide;
pub mod home;
pub(crate) mod income;
pub mod links;
pub mod operations;
pub mod password;
pub mod profile;
pub mod recovery;
pub mod settings;

pub(crate) use crate::open::{account, device, session};
