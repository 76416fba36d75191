//! Where a paged list ends, judged by its rows. A service may give shorter pages than were asked for, hide rows after cutting its pages,
//! or not look at the page's number at all, so neither a length nor a number says that a page was the last: an empty one does.

use fl_domain::service::Failure;

/// The smallest page size that is attested; a service that caps pages caps them at no less.
pub(crate) const ATTESTED_PAGE: usize = 10;

/// What a page says of the list it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// More may follow.
    Goes,
    /// There is no more.
    End,
    /// The service gave the page before it again: it gives no more, and whether that is all cannot be known.
    Repeats,
}

impl Turn {
    /// Of the page that came after `before`.
    pub(crate) fn of<R: PartialEq>(before: Option<&[R]>, page: &[R]) -> Self {
        if page.is_empty() {
            return Self::End;
        }
        match before {
            // What is shorter than any page a service cuts is all that it has, however often it is given.
            Some(before) if before == page && page.len() < ATTESTED_PAGE => Self::End,
            Some(before) if before == page => Self::Repeats,
            Some(_) | None => Self::Goes,
        }
    }
}

/// Where what was fetched lies to what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    /// Below it, from this row of what was fetched on.
    Below(usize),
    /// Within it.
    Inside,
    /// Nowhere.
    Apart,
}

impl Join {
    /// `kept` is the end of what is kept, at least as long as any overlap can be; `expected` is the overlap where the service cuts its
    /// pages evenly, which tells equal rows apart; `None` where that is not known. `is` says whether two rows are the same one.
    pub(crate) fn of<R>(kept: &[R], fetched: &[R], expected: Option<usize>, is: fn(&R, &R) -> bool) -> Self {
        let are = |some: &[R], others: &[R]| some.iter().zip(others).all(|(one, other)| is(one, other));
        let fits = |overlap: &usize| {
            let Some(from) = kept.len().checked_sub(*overlap) else { return false };
            fetched.get(..*overlap).is_some_and(|overlapping| are(&kept[from..], overlapping))
        };
        if kept.is_empty() {
            return Self::Below(0);
        }
        if let Some(expected) = expected.filter(|expected| *expected > 0 && fits(expected)) {
            return Self::Below(expected);
        }
        if fetched.is_empty() || kept.windows(fetched.len()).any(|window| are(window, fetched)) {
            return Self::Inside;
        }
        let longest = kept.len().min(fetched.len());
        (1..=longest).rev().find(fits).map_or(Self::Apart, Self::Below)
    }
}

/// That a service does not give all of a list, as a failure of the question that reads it.
pub(crate) fn not_all(operation: &str, code: &str) -> Failure {
    Failure::Unexpected { operation: operation.to_owned(), code: code.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn join<R: PartialEq>(kept: &[R], fetched: &[R], expected: Option<usize>) -> Join {
        Join::of(kept, fetched, expected, R::eq)
    }

    #[test]
    fn a_page_is_judged_by_its_rows() {
        let long: Vec<u8> = (0..10).collect();
        let none: &[u8] = &[];
        let table = [
            (None, none, Turn::End),
            (None, &[1], Turn::Goes),
            (Some(&[1_u8] as &[u8]), none, Turn::End),
            (Some(&[1, 2]), &[3], Turn::Goes),
            (Some(&[1, 2]), &[1, 2], Turn::End),
            (Some(&long), &long, Turn::Repeats),
            (Some(&long), &long[..9], Turn::Goes),
        ];
        for (before, page, expected) in table {
            assert_eq!(Turn::of(before, page), expected, "{before:?} {page:?}");
        }
    }

    #[test]
    fn equal_rows_are_told_apart_where_pages_are_even() {
        // Three equal ones end what is kept, three more equal ones follow.
        let (kept, fetched) = ([1, 7, 7, 7], [7, 7, 7, 7, 7, 2]);
        assert_eq!(join(&kept, &fetched, Some(2)), Join::Below(2));
        assert_eq!(join(&kept, &fetched, None), Join::Below(3));
        assert_eq!(join(&kept, &[7, 7], None), Join::Inside);
        assert_eq!(join(&kept, &[8, 9], Some(1)), Join::Apart);
        assert_eq!(join(&[], &[8, 9], None), Join::Below(0));
    }

    proptest! {
        /// Of a list of rows that all differ, what lies below what is kept is found wherever the fetched part begins.
        #[test]
        fn what_lies_below_is_found(count in 1_usize..80, from in 0_usize..80, many in 1_usize..60, total in 1_usize..120) {
            let list: Vec<usize> = (0..total).collect();
            let count = count.min(total);
            let from = from.min(count);
            let fetched = &list[from..(from + many).min(total)];
            let joined = join(&list[..count], fetched, None);
            let below = count - from;
            if from == count && !fetched.is_empty() {
                prop_assert_eq!(joined, Join::Apart, "nothing overlaps, so nothing is sure");
            } else if fetched.len() <= below {
                prop_assert_eq!(joined, Join::Inside);
            } else {
                prop_assert_eq!(joined, Join::Below(below));
            }
        }
    }
}
