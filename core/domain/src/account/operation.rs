use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use crate::{
    Date, Money,
    shelf::{ShelfRow, Word},
};

/// One operation of the account's history, as `ens/historyOperations` gives it: newest first, without an identifier.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Operation {
    /// The day, if the service gave a readable one.
    pub date: Option<Date>,
    /// Positive: money came; negative: an obligation took it.
    pub amount: Money,
    /// What happened, in the service's words.
    pub description: String,
    /// The kind of operation (`actionTypeInfo.name`), the filter's value.
    pub kind: String,
    /// The tax's title (`svnzInfo.title`), empty for money that is not of one tax.
    pub tax: String,
    /// The document it rests on (`sourceDocTitle`).
    pub source: String,
}

/// `Debug` ends up in logs: the service's own words, which may name anybody, are left out.
impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("date", &self.date)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl Operation {
    /// The facet of the tax's title.
    pub const TAX: usize = 0;
    /// The facet of the kind.
    pub const KIND: usize = 1;
}

impl ShelfRow for Operation {
    const SHELF: &'static str = "operations";
    const FORM: u32 = 1;
    const FACETS: usize = 2;
    /// Amount, description, source.
    type Rest<'a> = (Money, &'a str, &'a str);

    fn day(&self) -> Option<Date> {
        self.date
    }

    fn facet(&self, facet: usize) -> Cow<'_, str> {
        Cow::Borrowed(if facet == Self::TAX { &self.tax } else { &self.kind })
    }

    fn rest(&self) -> Self::Rest<'_> {
        (self.amount, &self.description, &self.source)
    }

    fn made_of(day: Option<Date>, facets: &[&str], rest: Self::Rest<'_>) -> Option<Self> {
        let (amount, description, source) = rest;
        Some(Self {
            date: day,
            amount,
            description: description.to_owned(),
            kind: (*facets.get(Self::KIND)?).to_owned(),
            tax: (*facets.get(Self::TAX)?).to_owned(),
            source: source.to_owned(),
        })
    }

    fn words((amount, description, source): &Self::Rest<'_>, found: &mut dyn FnMut(Word<'_>)) {
        found(Word::Text(description));
        found(Word::Text(source));
        found(Word::Amount(*amount));
    }

    /// What says nothing of itself is shown as an operation.
    fn called(facet: usize, name: &str, found: &mut dyn FnMut(&str)) {
        if facet == Self::KIND && name.is_empty() {
            ["Операция", "Operation"].into_iter().for_each(found);
        }
    }
}
