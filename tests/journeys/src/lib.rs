//! Stories: what a person does and sees, one text file each, played the same by every shell that it names.
//!
//! A story names keys and visible texts only, so it knows nothing of the shell that plays it. A shell implements
//! [`Shell`]; [`play`] does the rest. The language of the files is described in this folder's `README.md`.
#![forbid(unsafe_code)]

mod fill;
mod folder;
mod outside;
mod parse;
mod play;
mod players;
mod shell;
mod story;
mod words;

pub use folder::{files, files_of};
pub use outside::{Answer, Finger, Mail, Opened, Pick, Service};
pub use parse::ParseError;
pub use play::{Failed, Report, play};
pub use players::ShellName;
pub use shell::{Letter, Seen, Shell, Stuck, Taxpayer};
pub use story::{FaultName, FaultSpec, Language, Span, Step, Story, Target, Verb};
