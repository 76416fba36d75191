//! This process's own memory, as an attacker with a debugger sees it: every private region that can be written, heaps and
//! stacks of all threads among them. Linux only, through `/proc/self`; nothing unsafe is needed for it.

use std::{collections::BTreeMap, fmt, fs::File, io, os::unix::fs::FileExt};

use zeroize::{Zeroize, Zeroizing};

use crate::{Masked, Needle};

/// Read at a time. In bytes.
const PIECE: usize = 256 * 1024;
/// Of what stands around a find, shown when one is told. In bytes, each side.
const AROUND: usize = 48;

/// What was found where it must not be.
pub struct Found {
    /// Which needle.
    pub needle: &'static str,
    /// In which region: its size and its name.
    pub region: String,
    /// The letters around it; it itself is left out.
    pub around: String,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {}: {}", self.needle, self.region, self.around)
    }
}

struct Region {
    from: u64,
    to: u64,
    name: String,
}

/// Private regions that can be read and written.
fn regions() -> io::Result<Vec<Region>> {
    let maps = std::fs::read_to_string("/proc/self/maps")?;
    Ok(maps
        .lines()
        .filter_map(|line| {
            let mut words = line.split_ascii_whitespace();
            let (range, rights) = (words.next()?, words.next()?);
            let (from, to) = range.split_once('-')?;
            let name = words.nth(3).unwrap_or("anonymous").to_owned();
            let region = Region {
                from: u64::from_str_radix(from, 16).ok()?,
                to: u64::from_str_radix(to, 16).ok()?,
                name,
            };
            (rights.starts_with("rw") && rights.ends_with('p')).then_some(region)
        })
        .collect())
}

/// Every place in this process's memory that holds one of the needles.
///
/// # Errors
/// `/proc/self` cannot be read.
pub fn scan(needles: &[Needle]) -> io::Result<Vec<Found>> {
    let overlap = needles.iter().map(|needle| needle.text.len()).max().unwrap_or(1) - 1;
    let mut found = Vec::new();
    read_all(overlap, |bytes, _, region| found.extend(finds(bytes, needles, region)))?;
    Ok(found)
}

/// Every text of exactly this length with nothing but letters, digits, `-` and `_` in it, letters of both cases among them: what
/// a random key is written like. For secrets that nobody outside knows.
///
/// # Errors
/// `/proc/self` cannot be read.
pub fn random_texts(length: usize) -> io::Result<Vec<Masked>> {
    let mut found = BTreeMap::new();
    read_all(length + 2, |bytes, ends, _| {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_".contains(byte);
        let mut from = 0;
        for text in bytes.split(|byte| !is_part(byte)) {
            let to = from + text.len();
            // What touches a piece's end is whole in the piece beside it.
            let is_whole = (from > 0 || ends.first) && (to < bytes.len() || ends.last);
            let is_mixed = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
            if text.len() == length && is_whole && is_mixed {
                let masked = Masked::of(text);
                found.entry(masked.key()).or_insert(masked);
            }
            from = to + 1;
        }
    })?;
    Ok(found.into_values().collect())
}

/// Whether a piece is the first, and the last, of what is read without a gap.
#[derive(Clone, Copy)]
struct Ends {
    first: bool,
    last: bool,
}

/// Reads it all, piece by piece; each begins with the last `overlap` bytes of the one before.
fn read_all(overlap: usize, mut look: impl FnMut(&[u8], Ends, &Region)) -> io::Result<()> {
    let memory = File::open("/proc/self/mem")?;
    // What is read is wiped piece by piece, and the buffer itself is passed over: it holds what was just read elsewhere.
    let mut buffer = Zeroizing::new(vec![0; PIECE + overlap]);
    let nothing = vec![0; PIECE + overlap];
    let own = buffer.as_ptr().addr() as u64;
    let own = own..own + buffer.len() as u64;
    for region in regions()? {
        for (from, to) in around(region.from, region.to, own.start, own.end) {
            let mut at = from;
            while at < to {
                let length = usize::try_from(to - at).unwrap_or(usize::MAX).min(buffer.len());
                let piece = &mut buffer[..length];
                // A region may have gone since the list was made.
                let Ok(read) = memory.read_at(piece, at) else { break };
                let last = read < length || at + length as u64 == to;
                if piece[..read] != nothing[..read] {
                    look(&piece[..read], Ends { first: at == from, last }, &region);
                    piece.zeroize();
                }
                if last {
                    break;
                }
                at += PIECE as u64;
            }
        }
    }
    Ok(())
}

/// What is left of `from..to` without `hole`.
fn around(from: u64, to: u64, hole: u64, hole_end: u64) -> [(u64, u64); 2] {
    if hole_end <= from || to <= hole { [(from, to), (to, to)] } else { [(from, hole), (hole_end, to)] }
}

fn finds(piece: &[u8], needles: &[Needle], region: &Region) -> Vec<Found> {
    let mut found = Vec::new();
    for needle in needles {
        let length = needle.text.len();
        for at in memchr::memchr_iter(needle.text.first(), piece) {
            if !piece.get(at..at + length).is_some_and(|bytes| needle.text.is(bytes)) {
                continue;
            }
            let kib = (region.to - region.from) / 1024;
            let before = shape(&piece[at.saturating_sub(AROUND)..at]);
            let after = shape(&piece[at + length..(at + length + AROUND).min(piece.len())]);
            found.push(Found {
                needle: needle.name,
                region: format!("{} ({kib} KiB)", region.name),
                around: format!("{before}▮{after}"),
            });
        }
    }
    found
}

/// Its shape only, so that what is told of one find is not found as another.
fn shape(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(
            |byte| {
                if byte.is_ascii_alphabetic() || b"\"{:_=".contains(byte) { char::from(*byte) } else { '·' }
            },
        )
        .collect()
}
