//! The index: the folded text of every operation and the numbers of its names.

use std::{collections::VecDeque, ops::Range};

use fl_domain::{Date, Money};
use memchr::memmem::Finder;

use super::{bits::Bits, fold, query::Term};
use crate::{
    StoreError,
    history::{
        names::{NameId, Names},
        row::StoredRow,
    },
    plain::Plain,
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

#[derive(Default)]
struct Segment {
    text: Plain,
    rows: Vec<Row>,
}

struct Row {
    tax: NameId,
    kind: NameId,
    /// Where its text ends.
    end: u32,
}

/// Rows, newest first, on their way into an index.
#[derive(Default)]
pub(crate) struct Segments {
    full: Vec<Segment>,
    text: Plain,
    rows: Vec<Row>,
}

impl Segments {
    pub(crate) fn push(&mut self, row: &StoredRow<'_>) -> Result<(), StoreError> {
        let text = &mut self.text;
        fold::append(row.description, text);
        text.push(fold::END);
        fold::append(row.source, text);
        text.push(fold::END);
        if let Some(date) = row.date() {
            append_date(date, text);
        }
        append_amount(row.amount, text);
        let end = u32::try_from(text.len()).map_err(|_| StoreError::TooLarge)?;
        self.rows.push(Row { tax: row.tax, kind: row.kind, end });
        if self.text.len() >= SEGMENT {
            self.close();
        }
        Ok(())
    }

    fn close(&mut self) {
        if self.rows.is_empty() {
            return;
        }
        let mut segment = Segment::default();
        segment.text.load(&self.text);
        segment.rows.append(&mut self.rows);
        self.text.clear();
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
            self.len += segment.rows.len();
            self.segments.push_front(segment);
        }
    }

    /// Puts older rows after all others.
    pub(crate) fn append(&mut self, rows: Segments) {
        for segment in rows.into_list() {
            self.len += segment.rows.len();
            self.segments.push_back(segment);
        }
    }

    /// Keeps the positions of operations with these names.
    pub(crate) fn retain_names(&self, tax: Option<NameId>, kind: Option<NameId>, positions: &mut Bits) {
        if tax.is_none() && kind.is_none() {
            return;
        }
        for (position, row) in self.segments.iter().flat_map(|segment| &segment.rows).enumerate() {
            if tax.is_some_and(|tax| tax != row.tax) || kind.is_some_and(|kind| kind != row.kind) {
                positions.remove(position);
            }
        }
    }

    /// Keeps the positions of operations that the term is found in.
    pub(crate) fn retain_term(&self, term: &Term, names: &Names, positions: &mut Bits) {
        // A name stands in its rows by number, so it is looked through once, not once a row.
        let in_name: Vec<bool> = names.folded().map(|name| term.is_in(name)).collect();
        let sought = Sought {
            forms: term.forms().map(Finder::new).collect(),
            in_any: in_name.contains(&true),
            in_name,
        };
        let mut found = Bits::empty(positions.len());
        let mut start = 0;
        for segment in &self.segments {
            let end = start + segment.rows.len();
            let candidates = || positions.from(start).take_while(|position| *position < end);
            let many = segment.rows.len() / SPARSE;
            if candidates().nth(many).is_some() {
                segment.search(&sought, start, &mut found);
            } else {
                for position in candidates().filter(|position| segment.has(position - start, &sought)) {
                    found.insert(position);
                }
            }
            start = end;
        }
        positions.retain(&found);
    }
}

/// A term made ready.
struct Sought<'t> {
    forms: Vec<Finder<'t>>,
    /// By a name's number: whether the term is found in it.
    in_name: Vec<bool>,
    in_any: bool,
}

impl Sought<'_> {
    fn names(&self, row: &Row) -> bool {
        let named = |id: NameId| self.in_name.get(id as usize).copied().unwrap_or(false);
        self.in_any && (named(row.tax) || named(row.kind))
    }
}

impl Segment {
    fn text_of(&self, row: usize) -> Range<usize> {
        let start = row.checked_sub(1).map_or(0, |previous| self.rows[previous].end as usize);
        start..self.rows[row].end as usize
    }

    fn has(&self, row: usize, sought: &Sought<'_>) -> bool {
        let text = &self.text[self.text_of(row)];
        sought.names(&self.rows[row]) || sought.forms.iter().any(|form| form.find(text).is_some())
    }

    /// Looks through all of the text at once and after a find goes on with the next row.
    fn search(&self, sought: &Sought<'_>, start: usize, found: &mut Bits) {
        for form in &sought.forms {
            let (mut at, mut row) = (0, 0);
            while let Some(hit) = form.find(&self.text[at..]) {
                while (self.rows[row].end as usize) <= at + hit {
                    row += 1;
                }
                found.insert(start + row);
                at = self.rows[row].end as usize;
            }
        }
        if sought.in_any {
            for (row, _) in self.rows.iter().enumerate().filter(|(_, row)| sought.names(row)) {
                found.insert(start + row);
            }
        }
    }
}
