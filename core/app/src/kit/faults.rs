//! What is wrong with what was typed, in words.

use fl_domain::{
    InnError,
    access::{ControlWordError, EmailError},
};

use super::texts::Texts;

/// With an INN.
pub(crate) fn inn_fault(fault: InnError, texts: &Texts) -> String {
    match fault {
        InnError::Empty => texts.say("inn-empty"),
        InnError::NotADigit { position } => texts.tell("inn-not-a-digit", &[("position", position.into())]),
        InnError::Length { digits } => texts.tell("inn-length", &[("digits", digits.into())]),
        InnError::CheckDigit => texts.say("inn-check-digit"),
        InnError::NotAPerson => texts.say("inn-not-a-person"),
    }
}

/// With an address.
pub(crate) fn email_fault(fault: EmailError, texts: &Texts) -> String {
    match fault {
        EmailError::Empty => texts.say("email-empty"),
        EmailError::At => texts.say("email-at"),
        EmailError::NoName => texts.say("email-no-name"),
        EmailError::NoDomain => texts.say("email-no-domain"),
        EmailError::Character { position, cyrillic: true } => {
            texts.tell("email-cyrillic", &[("position", position.into())])
        }
        EmailError::Character { position, cyrillic: false } => {
            texts.tell("email-character", &[("position", position.into())])
        }
        EmailError::TooLong => texts.say("email-too-long"),
    }
}

/// With a control word.
pub(crate) fn word_fault(fault: ControlWordError, texts: &Texts) -> String {
    match fault {
        ControlWordError::Empty => texts.say("word-empty"),
        ControlWordError::TooShort { min } => texts.tell("word-too-short", &[("count", min.into())]),
        ControlWordError::TooLong { max } => texts.tell("word-too-long", &[("count", max.into())]),
        ControlWordError::Control { position } => {
            texts.tell("word-control", &[("position", position.into())])
        }
    }
}
