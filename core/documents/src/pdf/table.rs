//! The table that says where each object stands: ISO 32000-1, 7.5.4 to 7.5.6.

use super::lex::{Dictionary, Lexer, Value};

/// A line of the table, its end included.
const LINE: usize = 20;
/// Tables of one file: one for each time something was added to it; our own.
const TABLES_AT_MOST: usize = 16;
/// Runs of numbers in one table; our own.
const RUNS_AT_MOST: usize = 4096;

/// One table, and the dictionary after it.
pub(super) struct Table<'a> {
    runs: Vec<Run>,
    pub(super) trailer: Dictionary<'a>,
}

/// Lines of objects whose numbers follow each other.
struct Run {
    first: u64,
    count: u64,
    /// Where its first line stands.
    at: usize,
}

impl<'a> Table<'a> {
    /// The table at a place; its lines are passed over by their length.
    pub(super) fn read(bytes: &'a [u8], at: usize) -> Option<Self> {
        let mut words = Lexer::at(bytes, at, bytes.len())?;
        words.key(b"xref")?;
        let mut runs = Vec::new();
        while !words.is_next(b"trailer") {
            let (first, count) = (words.number()?, words.number()?);
            words.skip_space();
            let at = bytes.len().checked_sub(words.left())?;
            words.skip(usize::try_from(count).ok()?.checked_mul(LINE)?)?;
            if runs.len() == RUNS_AT_MOST {
                return None;
            }
            runs.push(Run { first, count, at });
        }
        words.key(b"trailer")?;
        let at = bytes.len().checked_sub(words.left())?;
        let trailer = Lexer::at(bytes, at, super::DICTIONARY_AT_MOST)?.dictionary()?;
        Some(Self { runs, trailer })
    }

    /// This table and those it was added to, newest first; as far as they are tables.
    pub(super) fn with_earlier(self, bytes: &'a [u8], header: usize) -> Vec<Self> {
        let mut seen = Vec::new();
        let mut tables = vec![self];
        while let Some(Value::Number(told)) = tables.last().and_then(|table| table.trailer.get(b"Prev")) {
            // A table that leads back to itself would never end.
            if seen.contains(&told) || tables.len() == TABLES_AT_MOST {
                break;
            }
            seen.push(told);
            let Ok(told) = usize::try_from(told) else { break };
            let places = [Some(told), told.checked_add(header)];
            let Some(table) = places.into_iter().flatten().find_map(|at| Self::read(bytes, at)) else {
                break;
            };
            tables.push(table);
        }
        tables
    }
}

/// Where an object stands, by the newest table that has it in use.
pub(super) fn place(tables: &[Table<'_>], bytes: &[u8], number: u64) -> Option<usize> {
    let line = tables.iter().flat_map(|table| &table.runs).find_map(|run| {
        let nth = number.checked_sub(run.first).filter(|nth| *nth < run.count)?;
        usize::try_from(nth).ok()?.checked_mul(LINE)?.checked_add(run.at)
    })?;
    let mut words = Lexer::at(bytes, line, LINE)?;
    let at = words.number()?;
    words.number()?;
    words.key(b"n")?;
    usize::try_from(at).ok()
}
