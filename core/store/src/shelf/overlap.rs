//! Where a fresh first page and the kept rows meet: where each is the same thing as the other.

use fl_domain::shelf::ShelfRow;

/// The smallest number of rows to put before `cached` so that it begins as `fresh` does, at least one row being in both.
///
/// `cached` is the head of the kept rows, as long as `fresh` or, if shorter, all of it. One pass over both
/// (Knuth, Morris and Pratt), since an account may hold thousands of equal operations.
pub(crate) fn shift<R: ShelfRow>(fresh: &[R], cached: &[R]) -> Option<usize> {
    if cached.is_empty() {
        return None;
    }
    // borders[i]: how long a true prefix of `cached` ends the one of length i + 1.
    let mut borders = vec![0; cached.len()];
    for i in 1..cached.len() {
        borders[i] = extend(cached, &borders, borders[i - 1], &cached[i]);
    }
    let mut met = 0;
    for (i, row) in fresh.iter().enumerate() {
        met = extend(cached, &borders, met, row);
        if met == cached.len() {
            return Some(i + 1 - met);
        }
    }
    (met > 0).then(|| fresh.len() - met)
}

/// How long a prefix of `cached` ends with `row` after one of length `met`.
fn extend<R: ShelfRow>(cached: &[R], borders: &[usize], mut met: usize, row: &R) -> usize {
    loop {
        if cached[met].is(row) {
            return met + 1;
        }
        if met == 0 {
            return 0;
        }
        met = borders[met - 1];
    }
}

#[cfg(test)]
mod tests {
    use fl_domain::{Money, account::Operation};
    use proptest::prelude::*;

    use super::*;

    fn rows(letters: &[u8]) -> Vec<Operation> {
        let row = |letter: &u8| Operation {
            date: None,
            amount: Money::from_kopecks(i64::from(*letter)),
            description: String::new(),
            kind: String::new(),
            tax: String::new(),
            source: String::new(),
        };
        letters.iter().map(row).collect()
    }

    fn naive(fresh: &[u8], cached: &[u8]) -> Option<usize> {
        (0..fresh.len()).find(|shift| {
            let overlap = (fresh.len() - shift).min(cached.len());
            overlap > 0 && fresh[*shift..shift + overlap] == cached[..overlap]
        })
    }

    #[test]
    fn known_cases() {
        let table: [(&[u8], &[u8], Option<usize>); 9] = [
            (b"abc", b"abc", Some(0)),
            (b"xabc", b"abcd", Some(1)),
            (b"xy", b"ab", None),
            (b"xya", b"abc", Some(2)),
            (b"xab", b"ab", Some(1)),
            (b"xabcde", b"ab", Some(1)),
            (b"aab", b"ab", Some(1)),
            (b"", b"a", None),
            (b"a", b"", None),
        ];
        for (fresh, cached, expected) in table {
            assert_eq!(shift(&rows(fresh), &rows(cached)), expected, "{fresh:?} {cached:?}");
        }
    }

    proptest! {
        #[test]
        fn as_the_obvious_way_finds_it(fresh in prop::collection::vec(0_u8..3, 0..12), mut cached in prop::collection::vec(0_u8..3, 0..12)) {
            cached.truncate(fresh.len());
            prop_assert_eq!(shift(&rows(&fresh), &rows(&cached)), naive(&fresh, &cached));
        }
    }
}
