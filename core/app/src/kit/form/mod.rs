//! Forms as data: a form declares its fields, its steps and what they are called; typing, checks as one types, drafts, attachments and
//! reading all before sending are done here for all of them. Pure: whoever owns a [`Draft`] keeps it.
//!
//! What a hidden field holds is kept with the draft and never becomes part of the [`Answers`]: it is back when the field is.

// The forms that ship come with their capabilities; until each kind of field is in one, the pattern book alone has them all.
#![cfg_attr(not(any(test, feature = "pattern-book")), allow(dead_code, unused_imports))]

mod answers;
pub(crate) mod draft;
mod faults;
mod fit;
mod look;
mod read;
mod spec;
mod walk;

#[cfg(test)]
mod tests;

pub(crate) use answers::Answers;
pub use draft::{Draft, DraftId};
pub(crate) use faults::file as file_fault;
pub(crate) use look::{Ask, Look, review, step};
pub(crate) use read::{Chosen, Lookup, Typed, faults, read};
pub(crate) use spec::{Days, FieldSpec, GroupSpec, Item, Kind, OptionSpec, Spec, StepSpec};
pub(crate) use walk::{find, seen};
