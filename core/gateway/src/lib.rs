//! The service's dialect as pure codecs: a question becomes a [`Request`], a [`Response`] an answer or a `Failure`.
//!
//! Nothing here does I/O or reads a clock; whoever sends the request stamps the response. The dialect is the publicly
//! attested one of lkfl2.nalog.ru and, for a service whose profile offers it, the project's own contract on top; both are
//! read leniently: unknown fields are passed over, missing ones optional, amounts are
//! numbers or texts, and a surprise is a typed failure with the operation's name. The files of `contract/` beside this crate
//! are its written form, one a capability, to which requests and fixtures are held.
#![forbid(unsafe_code)]

mod auth;
mod clean;
mod content;
#[cfg(any(test, feature = "contract"))]
pub mod contract;
mod dialect;
mod esia;
mod exchange;
mod fault;
#[cfg(test)]
mod fixtures;
mod gateway;
mod http_date;
mod lenient;
mod profile;

pub use auth::{Captcha, SignInAnswer, Tokens};
pub use esia::EsiaAnswer;
pub use exchange::{Auth, Body, Method, Request, Response};
pub use gateway::Gateway;
pub use http_date::server_time;
pub use profile::{AddressFault, Profile, ProfileError};
