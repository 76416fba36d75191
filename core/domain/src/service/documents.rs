//! The account's documents: notices, demands, receipts. Of the project's own contract (`x-provenance: own`).

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use super::{Capability, Page, Paged};
use crate::{
    Date,
    shelf::{ShelfRow, Word},
};

/// A window of the documents, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List(pub Page);

questions! { Documents, Some(Capability::Documents);
    List => Vec<Document> { name: "documents", session: true, repeatable: true, once: No, kept: false },
}

impl Paged for List {
    type Row = Document;

    fn page(page: Page) -> Self {
        Self(page)
    }
}

/// What a document is. The kinds are those that the account rules name; one that nobody knows here is still shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// A notice of taxes to pay (Tax Code art. 52).
    Notice,
    /// A demand to pay arrears (art. 69).
    Demand,
    /// A receipt of something that was handed in.
    Receipt,
    /// Anything else.
    Other,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Notice, Self::Demand, Self::Receipt, Self::Other];

    /// Its word on the wire and on the shelf.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Demand => "demand",
            Self::Receipt => "receipt",
            Self::Other => "other",
        }
    }

    /// What screens call it, in both languages: what is seen can be searched for.
    pub const fn called(self) -> [&'static str; 2] {
        match self {
            Self::Notice => ["Уведомление", "Notice"],
            Self::Demand => ["Требование", "Demand"],
            Self::Receipt => ["Квитанция", "Receipt"],
            Self::Other => ["Другой документ", "Another document"],
        }
    }

    /// The kind of this word; [`DocumentKind::Other`] for one that nobody knows.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.word() == word).unwrap_or(Self::Other)
    }
}

/// One document, without what it holds.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The service's name of it.
    pub id: String,
    /// What it is.
    pub kind: DocumentKind,
    /// In the service's words.
    pub title: String,
    /// Its number, as it stands on it; may be empty.
    pub number: String,
    /// Its day, if the service gave a readable one.
    pub date: Option<Date>,
    /// The year it is about, if the service says so.
    pub year: Option<i16>,
    /// It was opened before, here or elsewhere; `None` where the service does not say.
    pub is_read: Option<bool>,
}

/// What a person is written to about is personal: `Debug`, which ends up in logs, leaves it out.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("kind", &self.kind)
            .field("date", &self.date)
            .field("is_read", &self.is_read)
            .finish_non_exhaustive()
    }
}

impl Document {
    /// The facet of its kind.
    pub const KIND: usize = 0;
    /// The facet of the year it is about.
    pub const YEAR: usize = 1;
    /// The facet of what was read: [`Document::READ`], [`Document::UNREAD`], or none where nobody says.
    pub const STATE: usize = 2;
    /// It was opened before.
    pub const READ: &'static str = "read";
    /// It was not.
    pub const UNREAD: &'static str = "unread";
}

impl ShelfRow for Document {
    const SHELF: &'static str = "documents";
    const FORM: u32 = 1;
    const FACETS: usize = 3;
    /// Identifier, title, number.
    type Rest<'a> = (&'a str, &'a str, &'a str);

    fn day(&self) -> Option<Date> {
        self.date
    }

    fn facet(&self, facet: usize) -> Cow<'_, str> {
        match facet {
            Self::KIND => Cow::Borrowed(self.kind.word()),
            Self::YEAR => self.year.map_or(Cow::Borrowed(""), |year| Cow::Owned(year.to_string())),
            _ => Cow::Borrowed(match self.is_read {
                Some(true) => Self::READ,
                Some(false) => Self::UNREAD,
                None => "",
            }),
        }
    }

    fn rest(&self) -> Self::Rest<'_> {
        (&self.id, &self.title, &self.number)
    }

    fn made_of(day: Option<Date>, facets: &[&str], rest: Self::Rest<'_>) -> Option<Self> {
        let (id, title, number) = rest;
        let year = match *facets.get(Self::YEAR)? {
            "" => None,
            year => Some(year.parse().ok()?),
        };
        Some(Self {
            id: id.to_owned(),
            kind: DocumentKind::of(facets.get(Self::KIND)?),
            title: title.to_owned(),
            number: number.to_owned(),
            date: day,
            year,
            is_read: match *facets.get(Self::STATE)? {
                Self::READ => Some(true),
                Self::UNREAD => Some(false),
                _ => None,
            },
        })
    }

    fn words((_, title, number): &Self::Rest<'_>, found: &mut dyn FnMut(Word<'_>)) {
        found(Word::Text(title));
        if !number.is_empty() {
            found(Word::Text(number));
            // As it is led in by.
            found(Word::Text("№ No."));
        }
    }

    fn called(facet: usize, name: &str, found: &mut dyn FnMut(&str)) {
        match facet {
            Self::KIND => DocumentKind::of(name).called().into_iter().for_each(found),
            Self::YEAR if !name.is_empty() => {
                found(&format!("за {name} год"));
                found(&format!("for {name}"));
            }
            _ => match name {
                Self::READ => ["прочитано", "read"].into_iter().for_each(found),
                Self::UNREAD => ["не прочитано", "unread"].into_iter().for_each(found),
                _ => {}
            },
        }
    }

    /// By the service's name of it: that it was read changes nothing about which it is.
    fn is(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_put_together_as_it_was_taken_apart(
            texts in prop::array::uniform3(".{0,12}"),
            kind in 0_usize..4,
            day in prop::option::of(0_i64..30_000),
            year in prop::option::of(1990_i16..2100),
            is_read in prop::option::of(any::<bool>()),
        ) {
            let [id, title, number] = texts;
            let date = day.and_then(crate::dates::from_unix_days);
            let document = Document { id, kind: DocumentKind::ALL[kind], title, number, date, year, is_read };
            let facets: Vec<String> = (0..Document::FACETS).map(|facet| document.facet(facet).into_owned()).collect();
            let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
            prop_assert_eq!(Document::made_of(document.day(), &facets, document.rest()), Some(document.clone()));
        }
    }

    #[test]
    fn a_kind_that_nobody_knows_is_another() {
        for kind in DocumentKind::ALL {
            assert_eq!(DocumentKind::of(kind.word()), kind);
        }
        assert_eq!(DocumentKind::of("summons"), DocumentKind::Other);
    }
}
