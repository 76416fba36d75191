//! Hosts that look like a trusted one.

use std::cmp::Reverse;

use super::Hosts;

/// Shorter names are parts of too many words (our own).
const NAME_AT_LEAST: usize = 5;
/// From this length on two slips of a finger still leave a name that is read as the same (our own).
const LONG_NAME: usize = 8;

/// The trusted host that this one, in lower case and not trusted, looks like.
///
/// It does if it has a trusted host or its name in it, with hyphens for dots or not; if a part of it is within one slip of the
/// name (two for a long one); or if its end is within that of the whole host. Each also with digits read as letters.
pub(super) fn look_alike(host: &str, hosts: &Hosts) -> Option<String> {
    let host = host.trim_matches('.');
    let read = as_read(host);
    let likest = hosts.names().filter_map(|entry| {
        let rank = likeness(host, entry).into_iter().chain(likeness(&read, &as_read(entry))).min()?;
        Some((rank, Reverse(entry.len()), entry))
    });
    likest.min_by_key(|(rank, length, _)| (*rank, *length)).map(|(_, _, entry)| entry.to_owned())
}

/// How far a host is from one it looks like: 0 if all of it is in there.
fn likeness(host: &str, entry: &str) -> Option<usize> {
    let dotted = |text: &str| format!(".{}.", text.replace('-', "."));
    if dotted(host).contains(&dotted(entry)) {
        return Some(0);
    }
    let name = entry.split('.').next().unwrap_or(entry);
    let slips = match name.len() {
        ..NAME_AT_LEAST => return None,
        NAME_AT_LEAST..LONG_NAME => 1,
        _ => 2,
    };
    let labels = entry.split('.').count();
    let end = host.rmatch_indices('.').nth(labels - 1).map_or(host, |(dot, _)| &host[dot + 1..]);
    let from_end = [end, host].into_iter().filter_map(|text| distance(text, entry, 2 * entry.len())).min();
    let is_near_name = |part: &str| {
        // One letter more or less in a short name makes another word; at the end of the host, below, it counts.
        distance(part, name, slips).is_some() && (slips == 2 || part.len() == name.len())
    };
    let is_like = host.split('.').any(|label| has_name(label, name) || label.split('-').any(is_near_name))
        || from_end.is_some_and(|from| from <= slips);
    is_like.then(|| 1 + from_end.unwrap_or(usize::MAX - 1))
}

/// A label with the name in it. `analog`, which is a word of its own, is no `nalog`.
fn has_name(label: &str, name: &str) -> bool {
    label.match_indices(name).any(|(start, _)| name != "nalog" || !label[..start].ends_with('a'))
}

/// A host as a hurried eye reads it.
fn as_read(host: &str) -> String {
    let letters: String = host
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '|' => 'l',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '6' | '9' => 'g',
            other => other,
        })
        .collect();
    letters.replace("rn", "m").replace("vv", "w").replace("cl", "d")
}

/// Slips from one text to the other: a letter more, less, another, or two swapped (Damerau); `None` beyond `most`.
fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut slips = (above[j] + usize::from(a != b)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                slips = slips.min(before[j - 1] + 1);
            }
            row.push(slips);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_are_counted() {
        let table = [
            ("nalog", "nalog", 0),
            ("naloq", "nalog", 1),
            ("nalgo", "nalog", 1),
            ("nnalog", "nalog", 1),
            ("nalo", "nalog", 1),
            ("", "nalog", 5),
            ("gosuslugi", "gosusulgii", 2),
        ];
        for (one, other, slips) in table {
            assert_eq!(distance(one, other, 9), Some(slips), "{one} {other}");
            assert_eq!(distance(other, one, slips), Some(slips), "{one} {other}");
            assert_eq!(
                slips.checked_sub(1).and_then(|most| distance(one, other, most)),
                None,
                "{one} {other}"
            );
        }
    }

    proptest! {
        #[test]
        fn every_slip_in_a_trusted_host_is_seen(index in 0_usize..8, c in "[a-z]") {
            for host in ["nalog.ru", "gosuslugi.ru"] {
                let mut text = host.to_owned();
                text.insert_str(index.min(host.find('.').unwrap()), &c);
                prop_assert!(look_alike(&text, &Hosts::default()).is_some(), "{text}");
                let mut text = host.to_owned();
                let index = index.min(host.find('.').unwrap() - 1);
                text.replace_range(index..=index, &c);
                prop_assert!(look_alike(&text, &Hosts::default()).is_some(), "{text}");
                text.replace_range(index..=index, "");
                prop_assert!(look_alike(&text, &Hosts::default()).is_some(), "{text}");
            }
        }

        #[test]
        fn a_trusted_host_inside_another_is_seen(before in "[a-z0-9]{0,9}", after in "\\.?[a-z0-9]{1,9}", end in "[a-z]{2,5}") {
            for host in ["nalog.ru", "nalog.gov.ru", "gosuslugi.ru"] {
                let text = format!("{before}-{host}{after}.{end}");
                let found = look_alike(&text, &Hosts::default()).is_some();
                prop_assert!(found, "{text}");
            }
        }
    }
}
