//! The store as its callers see it, and as an attacker, a full disk or a kill leaves it.

mod damage;
mod files;
mod history;
mod kill;
mod model;
mod search;
mod secrecy;
mod snapshots;
mod support;
mod upgrade;
mod values;
