//! The index: the folded text of every row and the numbers of its names.

use std::{collections::VecDeque, ops::Range};

use fl_domain::{
    Date, Money,
    shelf::{MOST_FACETS, Word},
};
use memchr::memmem::Finder;

use super::{Sought, bits::Bits, fold, query::Term};
use crate::{
    StoreError,
    plain::Plain,
    shelf::names::{NameId, Names},
};

/// How much text a segment gathers.
const SEGMENT: usize = 256 << 10;
/// Rows are looked at one by one where fewer than one in this many is left; else their whole text is searched.
const SPARSE: usize = 8;

/// Segments from the newest rows to the oldest. A segment never changes, so its text is never copied unwiped.
#[derive(Default)]
pub(crate) struct Index {
    segments: VecDeque<Segment>,
    len: usize,
}

struct Segment {
    text: Plain,
    /// Where each row's text ends.
    ends: Vec<u32>,
    /// The numbers of the names of each row, one a facet.
    names: Vec<NameId>,
    facets: usize,
}

/// Rows, newest first, on their way into an index.
pub(crate) struct Segments {
    full: Vec<Segment>,
    last: Segment,
}

impl Segments {
    pub(crate) fn new(facets: usize) -> Self {
        Self { full: Vec::new(), last: Segment::new(facets) }
    }

    /// Adds a row: the numbers of its names, its day, and the words that `tell` tells of.
    pub(crate) fn push(
        &mut self,
        names: &[NameId; MOST_FACETS],
        day: Option<Date>,
        tell: impl FnOnce(&mut dyn FnMut(Word<'_>)),
    ) -> Result<(), StoreError> {
        let Segment { text, ends, names: kept, facets } = &mut self.last;
        if let Some(day) = day {
            append_date(day, text);
        }
        tell(&mut |word| match word {
            Word::Text(word) => {
                fold::append(word, text);
                text.push(fold::END);
            }
            Word::Day(day) => append_date(day, text),
            Word::Amount(amount) => append_amount(amount, text),
        });
        ends.push(u32::try_from(text.len()).map_err(|_| StoreError::TooLarge)?);
        kept.extend_from_slice(&names[..*facets]);
        if text.len() >= SEGMENT {
            self.close();
        }
        Ok(())
    }

    /// Copies what was gathered, so that no segment keeps the room it grew in.
    fn close(&mut self) {
        let Segment { text, ends, names, facets } = &mut self.last;
        if ends.is_empty() {
            return;
        }
        let mut segment = Segment::new(*facets);
        segment.text.load(text);
        segment.ends.append(ends);
        segment.names.append(names);
        text.clear();
        self.full.push(segment);
    }

    fn into_list(mut self) -> Vec<Segment> {
        self.close();
        self.full
    }
}

/// `01.12.2025` and `2025-12-01`.
fn append_date(date: Date, out: &mut Plain) {
    let (year, month, day) = (
        date.year().unsigned_abs().into(),
        date.month().unsigned_abs().into(),
        date.day().unsigned_abs().into(),
    );
    for (separator, parts) in
        [(b'.', [(day, 2), (month, 2), (year, 4)]), (b'-', [(year, 4), (month, 2), (day, 2)])]
    {
        for (index, (part, width)) in parts.into_iter().enumerate() {
            if index > 0 {
                out.push(separator);
            }
            append_digits(part, width, out);
        }
        out.push(fold::END);
    }
}

/// `+1234,56` or `-1234,56`.
fn append_amount(amount: Money, out: &mut Plain) {
    let (roubles, kopecks) = amount.parts();
    out.push(if amount.is_negative() { b'-' } else { b'+' });
    append_digits(roubles, 1, out);
    out.push(b',');
    append_digits(kopecks, 2, out);
    out.push(fold::END);
}

fn append_digits(number: u64, width: usize, out: &mut Plain) {
    let mut digits = [b'0'; 20];
    let mut first = digits.len();
    let mut left = number;
    while left > 0 {
        first -= 1;
        digits[first] += (left % 10).to_le_bytes()[0];
        left /= 10;
    }
    out.extend(&digits[first.min(digits.len() - width)..]);
}

impl Index {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Puts newer rows before all others.
    pub(crate) fn prepend(&mut self, rows: Segments) {
        for segment in rows.into_list().into_iter().rev() {
            self.len += segment.len();
            self.segments.push_front(segment);
        }
    }

    /// Puts older rows after all others.
    pub(crate) fn append(&mut self, rows: Segments) {
        for segment in rows.into_list() {
            self.len += segment.len();
            self.segments.push_back(segment);
        }
    }

    /// Keeps the positions of rows with these names.
    pub(crate) fn retain_names(&self, sought: &Sought, positions: &mut Bits) {
        for (facet, name) in sought.iter().enumerate() {
            let Some(name) = name else { continue };
            let named = self.segments.iter().flat_map(|segment| segment.of_facet(facet));
            for (position, _) in named.enumerate().filter(|(_, id)| *id != name) {
                positions.remove(position);
            }
        }
    }

    /// Keeps the positions of rows that the term is found in.
    pub(crate) fn retain_term(&self, term: &Term, names: &Names, positions: &mut Bits) {
        // A name stands in its rows by number, so it is looked through once, not once a row.
        let in_name: Vec<bool> = names.folded().map(|name| term.is_in(name)).collect();
        let term = Finders {
            forms: term.forms().map(Finder::new).collect(),
            in_any: in_name.contains(&true),
            in_name,
        };
        let mut found = Bits::empty(positions.len());
        let mut start = 0;
        for segment in &self.segments {
            let end = start + segment.len();
            let candidates = || positions.from(start).take_while(|position| *position < end);
            let many = segment.len() / SPARSE;
            if candidates().nth(many).is_some() {
                segment.search(&term, start, &mut found);
            } else {
                for position in candidates().filter(|position| segment.has(position - start, &term)) {
                    found.insert(position);
                }
            }
            start = end;
        }
        positions.retain(&found);
    }
}

/// A term made ready.
struct Finders<'t> {
    forms: Vec<Finder<'t>>,
    /// By a name's number: whether the term is found in it.
    in_name: Vec<bool>,
    in_any: bool,
}

impl Finders<'_> {
    /// Whether the term is found in one of these names.
    fn names(&self, names: &[NameId]) -> bool {
        self.in_any && names.iter().any(|id| self.in_name.get(*id as usize).copied().unwrap_or(false))
    }
}

impl Segment {
    fn new(facets: usize) -> Self {
        Self { text: Plain::default(), ends: Vec::new(), names: Vec::new(), facets }
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    /// By row: the name of one facet.
    fn of_facet(&self, facet: usize) -> impl Iterator<Item = &NameId> {
        self.names.iter().skip(facet).step_by(self.facets)
    }

    fn text_of(&self, row: usize) -> Range<usize> {
        let start = row.checked_sub(1).map_or(0, |previous| self.ends[previous] as usize);
        start..self.ends[row] as usize
    }

    fn has(&self, row: usize, term: &Finders<'_>) -> bool {
        let text = &self.text[self.text_of(row)];
        term.names(&self.names[row * self.facets..][..self.facets])
            || term.forms.iter().any(|form| form.find(text).is_some())
    }

    /// Looks through all of the text at once and after a find goes on with the next row.
    fn search(&self, term: &Finders<'_>, start: usize, found: &mut Bits) {
        for form in &term.forms {
            let (mut at, mut row) = (0, 0);
            while let Some(hit) = form.find(&self.text[at..]) {
                while (self.ends[row] as usize) <= at + hit {
                    row += 1;
                }
                found.insert(start + row);
                at = self.ends[row] as usize;
            }
        }
        if term.in_any {
            let named = self.names.chunks_exact(self.facets).enumerate();
            for (row, _) in named.filter(|(_, names)| term.names(names)) {
                found.insert(start + row);
            }
        }
    }
}
