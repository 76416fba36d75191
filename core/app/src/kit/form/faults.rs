//! What is wrong with a field, in words.

use fl_domain::{
    attachment::{FileFault, FileKind},
    entry::{AmountError, DayError, DigitsError, Month, MonthError, NAME_LIMIT, NameError, WordsError},
};

use super::{read::Fault, spec::Kind};
use crate::kit::texts::Texts;

/// With a field of this kind.
pub(crate) fn words(fault: &Fault, kind: &Kind, texts: &Texts) -> String {
    match fault {
        Fault::Missing => missing(kind, texts),
        Fault::NotAgreed => texts.say("form-not-agreed"),
        Fault::Words(fault) => match fault {
            WordsError::Empty => missing(kind, texts),
            WordsError::Control { position } => {
                texts.tell("form-control", &[("position", (*position).into())])
            }
            WordsError::TooLong { max, count } => too_long(*max, *count, texts),
        },
        Fault::Digits(fault) => match fault {
            DigitsError::Empty => missing(kind, texts),
            DigitsError::Character { position } => {
                texts.tell("form-not-a-digit", &[("position", (*position).into())])
            }
            DigitsError::Length { min, max, digits } if min == max => {
                texts.tell("form-digits", &[("count", (*max).into()), ("digits", (*digits).into())])
            }
            DigitsError::Length { min, max, digits } => texts.tell(
                "form-digits-between",
                &[("min", (*min).into()), ("max", (*max).into()), ("digits", (*digits).into())],
            ),
        },
        Fault::Amount(fault) => amount(*fault, kind, texts),
        Fault::Day(fault) => match fault {
            DayError::Empty => missing(kind, texts),
            DayError::Shape => texts.say("form-day-shape"),
            DayError::NoSuchDay => texts.say("form-no-such-day"),
            DayError::TooEarly { earliest } => {
                texts.tell("form-too-early", &[("day", texts.date(*earliest).into())])
            }
            DayError::TooLate { latest } => {
                texts.tell("form-too-late", &[("day", texts.date(*latest).into())])
            }
        },
        Fault::Month(fault) => match fault {
            MonthError::Empty => missing(kind, texts),
            MonthError::Shape => texts.say("form-month-shape"),
            MonthError::NoSuchMonth => texts.say("form-no-such-month"),
            MonthError::TooEarly { earliest } => {
                texts.tell("form-too-early", &[("day", month(*earliest).into())])
            }
            MonthError::TooLate { latest } => texts.tell("form-too-late", &[("day", month(*latest).into())]),
        },
        Fault::Name(fault) => match fault {
            NameError::Empty => missing(kind, texts),
            NameError::Character { position } => {
                texts.tell("form-name-character", &[("position", (*position).into())])
            }
            NameError::TooLong { count } => too_long(NAME_LIMIT, *count, texts),
        },
        Fault::Key => texts.say("form-account-key"),
        Fault::NotOffered => texts.say("form-not-offered"),
        Fault::TooManyFiles { max } => texts.tell("form-too-many-files", &[("count", (*max).into())]),
        Fault::Own(words) => words.clone(),
    }
}

fn missing(kind: &Kind, texts: &Texts) -> String {
    texts.say(match kind {
        Kind::Few(_) | Kind::Many => "form-choose",
        Kind::Files { .. } => "form-bring",
        Kind::Agreement => "form-not-agreed",
        Kind::Signature => "form-signature-missing",
        Kind::Words { .. }
        | Kind::LongWords { .. }
        | Kind::Address { .. }
        | Kind::Digits { .. }
        | Kind::Amount { .. }
        | Kind::Day(_)
        | Kind::Month { .. }
        | Kind::PersonName
        | Kind::Bic
        | Kind::Account { .. } => "form-fill-in",
    })
}

fn too_long(max: usize, count: usize, texts: &Texts) -> String {
    texts.tell("form-too-long", &[("max", max.into()), ("over", count.saturating_sub(max).into())])
}

fn amount(fault: AmountError, kind: &Kind, texts: &Texts) -> String {
    match fault {
        AmountError::Empty => missing(kind, texts),
        AmountError::Character { position } => {
            texts.tell("form-amount-character", &[("position", position.into())])
        }
        AmountError::Decimals { count } => texts.tell("form-decimals", &[("count", count.into())]),
        AmountError::Separators => texts.say("form-separators"),
        AmountError::NotPositive => texts.say("form-not-positive"),
        AmountError::TooLarge { max } => texts.tell("form-too-much", &[("amount", texts.money(max).into())]),
    }
}

/// As it is typed.
pub(crate) fn month(month: Month) -> String {
    format!("{:02}.{:04}", month.month(), month.year())
}

/// Why a file did not come along.
pub(crate) fn file(fault: FileFault, texts: &Texts) -> String {
    match fault {
        FileFault::Empty => texts.say("file-empty"),
        FileFault::TooLarge { limit } => texts.tell("file-too-large", &[("limit", texts.size(limit).into())]),
        FileFault::TooLargeTogether { limit } => {
            texts.tell("file-too-large-together", &[("limit", texts.size(limit).into())])
        }
        FileFault::Protected => texts.say("file-protected"),
        FileFault::Damaged { kind } => texts.tell("file-damaged", &[("kind", kind_name(kind).into())]),
        FileFault::Tiff => texts.say("file-tiff"),
        FileFault::Heic => texts.say("file-heic"),
        FileFault::NotAccepted => texts.say("file-not-accepted"),
        FileFault::TooManyPixels { width, height } => {
            texts.tell("file-too-many-pixels", &[("width", width.into()), ("height", height.into())])
        }
        FileFault::TooManyPages { limit } => texts.tell("file-too-many-pages", &[("count", limit.into())]),
        FileFault::NeedsJpeg => texts.say("file-needs-jpeg"),
    }
}

/// What a kind of file is called, in every language.
pub(crate) const fn kind_name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF",
        FileKind::Jpeg => "JPEG",
        FileKind::Png => "PNG",
        FileKind::Xml => "XML",
    }
}
