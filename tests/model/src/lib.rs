//! Getting in and recovering a password, driven against a model of the account rules, and the outbox, against what the service did:
//! random sequences of what a person, the network and the device may do. Described in the README beside this crate.
#![forbid(unsafe_code)]

#[cfg(test)]
mod cast;
#[cfg(test)]
mod clocks;
#[cfg(test)]
mod device;
#[cfg(test)]
mod found;
#[cfg(test)]
mod hands;
#[cfg(test)]
mod judge;
#[cfg(test)]
mod line;
#[cfg(test)]
mod outbox;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod tally;
#[cfg(test)]
mod walk;
