//! PDF (ISO 32000-1): whether it is whole, whether it is protected, how many pages it has.
//!
//! Only the dictionaries that the end of the file leads to are read, never the text of a page, which may say anything.

mod lex;
mod table;

use fl_domain::attachment::{FileFault, FileKind};

use lex::{Dictionary, Lexer, Value};
use table::Table;

const DAMAGED: FileFault = FileFault::Damaged { kind: FileKind::Pdf };

/// Where readers look for the header (ISO 32000-1 leaves it to them; Adobe's own do so, annex H of the PDF reference 1.7).
const HEADER_WITHIN: usize = 1024;
/// Where the mark of the end is looked for: readers take up to 1024, some servers append more.
const END_WITHIN: usize = 2048;
/// How long a dictionary is that is read; our own.
const DICTIONARY_AT_MOST: usize = 64 * 1024;

/// What is known of a PDF that can be taken.
pub(crate) struct Pdf {
    /// `None` where this is kept compressed, or where the table of objects is not as it should be.
    pub(crate) pages: Option<u32>,
}

/// Where the header stands, if there is one.
pub(crate) fn header(bytes: &[u8]) -> Option<usize> {
    let begin = bytes.get(..HEADER_WITHIN).unwrap_or(bytes);
    find(begin, b"%PDF-")
}

/// Reads a PDF whose header stands at `header`.
pub(crate) fn read(bytes: &[u8], header: usize) -> Result<Pdf, FileFault> {
    let tail = bytes.len().saturating_sub(END_WITHIN).max(header);
    let ending = bytes.get(tail..).ok_or(DAMAGED)?;
    let end = rfind(ending, b"%%EOF").and_then(|end| ending.get(..end)).ok_or(DAMAGED)?;
    let start = rfind(end, START).ok_or(DAMAGED)?;
    let told = Lexer::at(end, start + START.len(), end.len()).and_then(|mut words| words.number());
    // Nothing stands there but in a file that is made to be shown while it loads, and was cut off after its first page.
    let told = told.and_then(|at| usize::try_from(at).ok()).filter(|at| *at > 0).ok_or(DAMAGED)?;
    let file = File { bytes, header };
    // In doubt it is not protected: then its table of objects cannot be read, and readers make a new one.
    match file.newest(told).or_else(|| file.trailer_before(tail + start)) {
        Some(newest) if newest.is_protected() => Err(FileFault::Protected),
        Some(newest) => {
            let pages = file.pages(newest).or_else(|| file.pages_at_first());
            Ok(Pdf { pages: pages.filter(|pages| file.may_have(*pages)) })
        }
        None => Ok(Pdf { pages: None }),
    }
}

const START: &[u8] = b"startxref";

#[derive(Clone, Copy)]
struct File<'a> {
    bytes: &'a [u8],
    /// Where it begins: some count places from here.
    header: usize,
}

/// The newest list of the file's objects.
enum Newest<'a> {
    /// A table, and the dictionary after it.
    Table(Table<'a>),
    /// A dictionary alone: the table is compressed, or could not be read.
    Dictionary(Dictionary<'a>),
}

impl Newest<'_> {
    fn is_protected(&self) -> bool {
        let dictionary = match self {
            Self::Table(table) => &table.trailer,
            Self::Dictionary(dictionary) => dictionary,
        };
        // 7.6.1: whatever is encrypted says so here.
        matches!(dictionary.get(b"Encrypt"), Some(Value::Reference(_) | Value::Other))
    }
}

impl<'a> File<'a> {
    /// Words from a place that the file tells.
    fn words(self, told: usize) -> Option<Lexer<'a>> {
        Lexer::at(self.bytes, told, DICTIONARY_AT_MOST)
    }

    /// Places are counted from the file's beginning or from its header.
    fn newest(self, told: usize) -> Option<Newest<'a>> {
        [told, told.checked_add(self.header)?].into_iter().find_map(|at| {
            let table = Table::read(self.bytes, at).map(Newest::Table);
            table.or_else(|| self.stream(at).map(Newest::Dictionary))
        })
    }

    /// The dictionary of a table that is kept as a stream (7.5.8).
    fn stream(self, at: usize) -> Option<Dictionary<'a>> {
        let mut words = self.words(at)?;
        words.number()?;
        words.number()?;
        words.key(b"obj")?;
        words.dictionary().filter(|dictionary| dictionary.is_of_type(b"XRef"))
    }

    /// The dictionary that stands right before the end, if the table before it cannot be read.
    fn trailer_before(self, end: usize) -> Option<Newest<'a>> {
        const TRAILER: &[u8] = b"trailer";
        let before = self.bytes.get(end.saturating_sub(END_WITHIN)..end)?;
        let at = rfind(before, TRAILER)?;
        let mut words = Lexer::at(before, at + TRAILER.len(), END_WITHIN)?;
        words.dictionary().map(Newest::Dictionary)
    }

    /// From the root to the tree of pages, which says how many it has (7.7.3.2).
    fn pages(self, newest: Newest<'a>) -> Option<u32> {
        let Newest::Table(newest) = newest else { return None };
        let Some(Value::Reference(root)) = newest.trailer.get(b"Root") else { return None };
        let tables = newest.with_earlier(self.bytes, self.header);
        let object = |number| {
            let told = table::place(&tables, self.bytes, number)?;
            [told, told.checked_add(self.header)?].into_iter().find_map(|at| self.object(at, number))
        };
        let Some(Value::Reference(pages)) = object(root)?.get(b"Pages") else { return None };
        let pages = object(pages).filter(|pages| pages.is_of_type(b"Pages"))?;
        match pages.get(b"Count")? {
            Value::Number(count) => u32::try_from(count).ok(),
            _ => None,
        }
    }

    fn object(self, at: usize, number: u64) -> Option<Dictionary<'a>> {
        let mut words = self.words(at)?;
        (words.number()? == number).then_some(())?;
        words.number()?;
        words.key(b"obj")?;
        words.dictionary()
    }

    /// A file that is made to be shown while it loads says it at first, if nothing was added to it since (annex F).
    fn pages_at_first(self) -> Option<u32> {
        let mut words = Lexer::at(self.bytes, self.header, HEADER_WITHIN)?;
        let number = words.number()?;
        let _ = (number, words.number()?);
        words.key(b"obj")?;
        let first = words.dictionary().filter(|first| first.get(b"Linearized").is_some())?;
        let length = u64::try_from(self.bytes.len() - self.header).ok()?;
        match (first.get(b"L")?, first.get(b"N")?) {
            (Value::Number(told), Value::Number(pages)) if told == length => u32::try_from(pages).ok(),
            _ => None,
        }
    }

    /// No page is said in less than sixteen bytes, so a file cannot claim more.
    fn may_have(self, pages: u32) -> bool {
        pages > 0 && usize::try_from(pages).is_ok_and(|pages| pages <= self.bytes.len() / 16)
    }
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

#[cfg(test)]
mod tests;
