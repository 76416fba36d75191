//! The store as its callers see it, and as an attacker, a full disk or a kill leaves it.

mod damage;
mod files;
mod fixture;
mod kept;
mod kill;
mod letter;
mod model;
mod no_room;
mod records;
mod renewal;
mod search;
mod secrecy;
mod shelf;
mod support;
mod upgrade;
mod values;
