//! A second type of rows: with an identifier, three facets, and something about it that changes.

use std::borrow::Cow;

use fl_domain::{
    Date,
    shelf::{ShelfRow, Word},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) id: u64,
    pub(super) day: Option<Date>,
    pub(super) kind: String,
    pub(super) year: Option<i16>,
    pub(super) title: String,
    pub(super) is_read: bool,
}

impl Letter {
    pub(super) const KIND: usize = 0;
    pub(super) const YEAR: usize = 1;
    pub(super) const READ: usize = 2;
}

impl ShelfRow for Letter {
    const SHELF: &'static str = "letters";
    const FORM: u32 = 1;
    const FACETS: usize = 3;
    type Rest<'a> = (u64, &'a str);

    fn day(&self) -> Option<Date> {
        self.day
    }

    fn facet(&self, facet: usize) -> Cow<'_, str> {
        match facet {
            Self::KIND => (&self.kind).into(),
            Self::YEAR => self.year.map(|year| year.to_string()).unwrap_or_default().into(),
            _ => if self.is_read { "read" } else { "unread" }.into(),
        }
    }

    fn rest(&self) -> Self::Rest<'_> {
        (self.id, &self.title)
    }

    fn made_of(day: Option<Date>, facets: &[&str], (id, title): Self::Rest<'_>) -> Option<Self> {
        let year = facets[Self::YEAR];
        Some(Self {
            id,
            day,
            kind: facets[Self::KIND].to_owned(),
            year: if year.is_empty() { None } else { Some(year.parse().ok()?) },
            title: title.to_owned(),
            is_read: facets[Self::READ] == "read",
        })
    }

    fn words((_, title): &Self::Rest<'_>, found: &mut dyn FnMut(Word<'_>)) {
        found(Word::Text(title));
    }

    fn is(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// A letter unlike that of any other number.
pub(super) fn letter(number: u32) -> Letter {
    let part = |count: u32| i8::try_from(number % count + 1).unwrap();
    Letter {
        id: u64::from(number) + 1000,
        day: (number % 7 != 6).then(|| Date::new(2024, part(12), part(28)).unwrap()),
        kind: ["Требование", "Уведомление о расчёте"][number as usize % 2].to_owned(),
        year: (!number.is_multiple_of(5)).then(|| 2020 + i16::try_from(number % 5).unwrap()),
        title: format!("Письмо {number} о чём-то"),
        is_read: number.is_multiple_of(3),
    }
}
