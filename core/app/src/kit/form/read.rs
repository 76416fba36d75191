use std::collections::BTreeMap;

use fl_domain::{
    Date, Secret,
    entry::{
        AmountError, DayError, DigitsError, Lines, MonthError, NameError, WordsError, parse_amount,
        parse_day, parse_digits, parse_month, parse_name, parse_words,
    },
    payment::bank::{BankAccount, Bic, KeyError},
};

use super::{
    answers::{Answers, Value},
    draft::Draft,
    spec::{Item, Kind, Spec},
    walk::{Seen, seen},
};

/// One of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// Drafts hold it.
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) detail: Option<String>,
}

/// What a form says besides its declaration.
pub(crate) struct Lookup<'a> {
    /// What can be chosen in a field of many; of a group's field by its own key.
    pub(crate) many: &'a dyn Fn(&str) -> Vec<Chosen>,
    /// The day at this place.
    pub(crate) today: Date,
}

/// What is typed and never kept, by field.
pub(crate) type Typed = BTreeMap<String, Secret>;

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing was typed, chosen or brought.
    Missing,
    /// It has to be agreed to.
    NotAgreed,
    Words(WordsError),
    Digits(DigitsError),
    Amount(AmountError),
    Day(DayError),
    Month(MonthError),
    Name(NameError),
    /// The account does not fit the bank.
    Key,
    /// What was chosen once can be chosen no longer.
    NotOffered,
    /// More files than go along.
    TooManyFiles {
        max: usize,
    },
    /// Of the form's own.
    Own(String),
}

impl Fault {
    /// Typing on may still mend it, so it is no reproach before a person is done.
    pub(crate) const fn is_to_come(&self) -> bool {
        match self {
            Self::Digits(DigitsError::Length { digits, min, .. }) => *digits < *min,
            Self::Missing
            | Self::NotAgreed
            | Self::Key
            | Self::Own(_)
            | Self::Words(WordsError::Empty)
            | Self::Digits(DigitsError::Empty)
            | Self::Amount(
                AmountError::Empty
                | AmountError::NotPositive
                | AmountError::Separators
                | AmountError::Decimals { count: 3 },
            )
            | Self::Day(DayError::Empty | DayError::Shape | DayError::NoSuchDay)
            | Self::Month(MonthError::Empty | MonthError::Shape)
            | Self::Name(NameError::Empty) => true,
            Self::Words(_)
            | Self::Digits(DigitsError::Character { .. })
            | Self::Amount(_)
            | Self::Day(DayError::TooEarly { .. } | DayError::TooLate { .. })
            | Self::Month(_)
            | Self::Name(_)
            | Self::NotOffered
            | Self::TooManyFiles { .. } => false,
        }
    }
}

/// What a shown field was answered by; `None` where it may stay empty and does.
pub(crate) fn value(
    seen: &Seen,
    draft: &Draft,
    typed: &Typed,
    lookup: &Lookup<'_>,
) -> Result<Option<Value>, Fault> {
    let text = draft.text(&seen.key);
    let value = match seen.field.kind {
        Kind::Words { max } => parse_words(text, max, Lines::One).map(Value::Text).map_err(Fault::Words),
        Kind::LongWords { max } | Kind::Address { max } => {
            parse_words(text, max, Lines::Many).map(Value::Text).map_err(Fault::Words)
        }
        Kind::Digits { min, max } => parse_digits(text, min, max).map(Value::Text).map_err(Fault::Digits),
        Kind::Amount { max } => parse_amount(text, max).map(Value::Amount).map_err(Fault::Amount),
        Kind::Day(days) => {
            let (earliest, latest) = days.bounds(lookup.today);
            parse_day(text, earliest, latest).map(Value::Day).map_err(Fault::Day)
        }
        Kind::Month { earliest, latest } => {
            parse_month(text, earliest, latest).map(Value::Month).map_err(Fault::Month)
        }
        Kind::PersonName => parse_name(text).map(Value::Text).map_err(Fault::Name),
        Kind::Few(options) => chosen(text, options.iter().any(|option| option.key == text)),
        Kind::Many => chosen(text, (lookup.many)(seen.field.key).iter().any(|option| option.key == text)),
        Kind::Bic => Bic::parse(text).map(Value::Bic).map_err(Fault::Digits),
        Kind::Account { bank } => account(text, draft.text(&seen.beside(bank))),
        Kind::Files { max } => match draft.files(&seen.key) {
            [] => Err(Fault::Missing),
            files if files.len() > max => Err(Fault::TooManyFiles { max }),
            files => Ok(Value::Files(files.to_vec())),
        },
        Kind::Agreement if text.is_empty() => Err(Fault::NotAgreed),
        Kind::Agreement => Ok(Value::Agreed),
        Kind::Signature => match typed.get(&seen.key) {
            Some(secret) if !secret.expose().is_empty() => Ok(Value::Signature(secret.clone())),
            Some(_) | None => Err(Fault::Missing),
        },
    };
    match value {
        Ok(value) => Ok(Some(value)),
        Err(fault) if is_empty(&fault) && seen.field.is_optional => Ok(None),
        Err(fault) if is_empty(&fault) && fault != Fault::NotAgreed => Err(Fault::Missing),
        Err(fault) => Err(fault),
    }
}

/// Nothing is there at all.
const fn is_empty(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Missing
            | Fault::NotAgreed
            | Fault::Words(WordsError::Empty)
            | Fault::Digits(DigitsError::Empty)
            | Fault::Amount(AmountError::Empty)
            | Fault::Day(DayError::Empty)
            | Fault::Month(MonthError::Empty)
            | Fault::Name(NameError::Empty)
    )
}

fn chosen(key: &str, is_offered: bool) -> Result<Value, Fault> {
    match key {
        "" => Err(Fault::Missing),
        _ if is_offered => Ok(Value::Text(key.to_owned())),
        _ => Err(Fault::NotOffered),
    }
}

/// The key digit counts once both are there: what a person types for a refund is stopped by it (payments page).
fn account(text: &str, bank: &str) -> Result<Value, Fault> {
    let account = BankAccount::parse(text).map_err(Fault::Digits)?;
    match Bic::parse(bank) {
        Ok(bank) => account.check_key(&bank).map(|()| Value::Account(account)).map_err(|KeyError| Fault::Key),
        Err(_) => Ok(Value::Account(account)),
    }
}

/// What is wrong with each shown field, in order.
pub(crate) fn faults(
    spec: &'static Spec,
    draft: &Draft,
    typed: &Typed,
    lookup: &Lookup<'_>,
) -> Vec<(&'static str, Seen, Fault)> {
    let steps = spec.steps.iter();
    let shown = steps.flat_map(|step| seen(spec, step, draft).into_iter().map(|seen| (step.key, seen)));
    shown
        .filter_map(|(step, seen)| {
            let fault = value(&seen, draft, typed, lookup).err()?;
            Some((step, seen, fault))
        })
        .collect()
}

/// All of it, where nothing is wrong with any shown field.
pub(crate) fn read(
    spec: &'static Spec,
    draft: &Draft,
    typed: &Typed,
    lookup: &Lookup<'_>,
) -> Option<Answers> {
    let mut answers = Answers::default();
    for step in spec.steps {
        for seen in seen(spec, step, draft) {
            if let Some(value) = value(&seen, draft, typed, lookup).ok()? {
                answers.values.insert(seen.key, value);
            }
        }
        for item in step.items {
            if let Item::Group(group) = item {
                answers.groups.insert(group.key.to_owned(), draft.numbers(group.key, group.min));
            }
        }
    }
    Some(answers)
}
