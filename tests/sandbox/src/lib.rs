//! A double of the tax account service on loopback, in the attested dialect, for tests, the desk and any HTTP client.
//!
//! It also has the project's own contract, which no service is known to have: passwords, recovery, contacts, sign-ins and
//! a broker to a page in place of Gosuslugi, with the account rules behind them.
//!
//! It is not the tax service: people, names and amounts are made up. One ledger per taxpayer is the source of every
//! figure, so balance, arrears, accruals and history agree. Faults are switched on through [`Control`] or over HTTP
//! (`README.md` beside this crate).
#![forbid(unsafe_code)]

mod captcha;
mod clock;
mod control;
mod faults;
mod http;
mod in_process;
mod ledger;
mod people;
mod script;
mod server;
mod service;
mod sessions;
mod tls;
mod world;

pub use control::{Control, RequestLog};
pub use faults::{Fault, FaultKind, Scope};
pub use in_process::{Answered, InProcess};
pub use ledger::NewOperation;
pub use people::TaxpayerCard;
pub use script::{Script, ScriptError, ScriptTrouble, Scripted};
pub use server::{Sandbox, SandboxConfig};
pub use service::{Letter, LetterKind, RecoveryStanding};
pub use sessions::SignIn;

#[cfg(test)]
mod tests;
