use fl_domain::{Date, Money, entry::Month};

/// A form.
pub(crate) struct Spec {
    /// The kind of its drafts; never changes.
    pub(crate) name: &'static str,
    /// Grows when its fields change: a draft of an earlier version still opens.
    pub(crate) version: u16,
    /// What it is called: a text's key, as all words here.
    pub(crate) title: &'static str,
    /// In order; the last page, on which all is read before it is sent, is not among them.
    pub(crate) steps: &'static [StepSpec],
}

/// One page of a form.
pub(crate) struct StepSpec {
    /// Its page's key.
    pub(crate) key: &'static str,
    pub(crate) title: &'static str,
    pub(crate) items: &'static [Item],
}

/// A field, or several that can be there more than once.
pub(crate) enum Item {
    Field(FieldSpec),
    Group(GroupSpec),
}

/// Fields that come together, any number of times.
pub(crate) struct GroupSpec {
    pub(crate) key: &'static str,
    /// Of one of them; takes `number`.
    pub(crate) title: &'static str,
    /// What adds one.
    pub(crate) add: &'static str,
    /// What takes one away; takes `number`.
    pub(crate) remove: &'static str,
    /// At least so many.
    pub(crate) min: usize,
    /// At most so many.
    pub(crate) max: usize,
    pub(crate) fields: &'static [FieldSpec],
}

/// One field.
#[derive(Clone, Copy)]
pub(crate) struct FieldSpec {
    /// Its own within the form, or within its group: drafts hold it.
    pub(crate) key: &'static str,
    /// What it was called in earlier versions.
    pub(crate) formerly: &'static [&'static str],
    pub(crate) label: &'static str,
    pub(crate) hint: Option<&'static str>,
    pub(crate) kind: Kind,
    pub(crate) is_optional: bool,
    /// Shown while another one, which stands before it, is answered so.
    pub(crate) when: Option<(&'static str, &'static [&'static str])>,
}

/// What is asked.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// A line of words, of so many characters.
    Words { max: usize },
    /// Words over several lines, of so many characters; how many there are is counted.
    LongWords { max: usize },
    /// An address of a place, over several lines.
    Address { max: usize },
    /// So many digits.
    Digits { min: usize, max: usize },
    /// Roubles and kopecks, more than nothing.
    Amount { max: Money },
    /// A day.
    Day(Days),
    /// A month of a year.
    Month { earliest: Month, latest: Month },
    /// One of few, all in sight.
    Few(&'static [OptionSpec]),
    /// One of many, looked for on a page of its own. The form says which there are.
    Many,
    /// A part of a person's name.
    PersonName,
    /// A bank's code.
    Bic,
    /// An account with the bank whose code another field holds.
    Account { bank: &'static str },
    /// Files that go along, at most so many.
    Files { max: usize },
    /// Something a person has to agree to.
    Agreement,
    /// The password of a signature. It is never kept: it is typed again after whatever comes between.
    Signature,
}

/// One of few.
#[derive(Clone, Copy)]
pub(crate) struct OptionSpec {
    /// Drafts hold it.
    pub(crate) key: &'static str,
    pub(crate) label: &'static str,
}

/// Which days fit.
#[derive(Clone, Copy)]
pub(crate) enum Days {
    /// From the one to the other.
    Between(Date, Date),
    /// From this one until today.
    UntilToday(Date),
}

impl Days {
    /// The first and the last.
    pub(crate) fn bounds(self, today: Date) -> (Date, Date) {
        match self {
            Self::Between(earliest, latest) => (earliest, latest),
            Self::UntilToday(earliest) => (earliest, today),
        }
    }
}

impl FieldSpec {
    /// A field that is always shown and has to be filled in.
    pub(crate) const fn new(key: &'static str, label: &'static str, kind: Kind) -> Self {
        Self { key, formerly: &[], label, hint: None, kind, is_optional: false, when: None }
    }

    pub(crate) const fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    pub(crate) const fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// Shown while that field, which stands before it, is answered by one of these.
    pub(crate) const fn when(self, field: &'static str, is: &'static [&'static str]) -> Self {
        Self { when: Some((field, is)), ..self }
    }

    pub(crate) const fn formerly(self, keys: &'static [&'static str]) -> Self {
        Self { formerly: keys, ..self }
    }

    /// What is typed into it is never kept.
    pub(crate) const fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Signature)
    }
}

impl Spec {
    /// Every field, with the group it is in.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (Option<&'static GroupSpec>, &'static FieldSpec)> {
        self.steps.iter().flat_map(|step| step.items).flat_map(|item| match item {
            Item::Field(field) => vec![(None, field)],
            Item::Group(group) => group.fields.iter().map(|field| (Some(group), field)).collect(),
        })
    }
}
