//! The outbox against what the service really did: 10,000 walks of what a person wants, with requests and answers lost, doubled and late,
//! a full disk, kills between any two effects, locks, and a service that forgets.

mod judge;
mod phone;
mod walk;
