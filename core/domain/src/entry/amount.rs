use thiserror::Error;

use crate::{Money, typed};

/// Why a text is no amount to be paid or claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("the amount is empty")]
    Empty,
    /// A character that has no place there.
    #[error("character {position} has no place in an amount")]
    Character {
        /// Where, from 1.
        position: usize,
    },
    /// More digits after the separator than kopecks have, or what may be thousands: `1,250` is read by nobody the same way.
    #[error("{count} digits after the separator; kopecks have two")]
    Decimals {
        /// How many there are.
        count: usize,
    },
    /// Separators that fit no way of writing an amount.
    #[error("the separators of the amount do not fit together")]
    Separators,
    /// Nothing or less.
    #[error("the amount is not more than nothing")]
    NotPositive,
    /// More than is taken.
    #[error("the amount is over {max:?}")]
    TooLarge {
        /// The largest that is taken.
        max: Money,
    },
}

/// Reads an amount in roubles as people write it: `1 250,75`, `1250.75`, `1,250.75 ₽`. Whole roubles or kopecks of one or two digits. A
/// single separator before three digits is not guessed at: it is named.
///
/// # Errors
/// [`AmountError`] names what is wrong, first things first: a foreign character, the separators, the size.
pub fn parse_amount(text: &str, max: Money) -> Result<Money, AmountError> {
    let seen = typed::seen(text);
    let number = without_currency(&seen);
    if number.is_empty() {
        return Err(AmountError::Empty);
    }
    let (number, is_negative) = match number.strip_prefix(['-', '−']) {
        Some(rest) => (rest, true),
        None => (number, false),
    };
    let skipped = seen.chars().count() - seen.trim_start_matches(['-', '−']).chars().count();
    for (index, c) in number.chars().enumerate() {
        if !(c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '\'')) {
            return Err(AmountError::Character { position: index + 1 + skipped });
        }
    }
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return Err(AmountError::Separators);
    }
    let (whole, decimals) = parts(number)?;
    let roubles = whole.trim_start_matches('0');
    if roubles.len() > 15 {
        return Err(AmountError::TooLarge { max });
    }
    let roubles: i64 = if roubles.is_empty() { 0 } else { roubles.parse().unwrap_or(i64::MAX / 100) };
    let kopecks: i64 = match decimals.len() {
        0 => 0,
        1 => decimals.parse::<i64>().unwrap_or(0) * 10,
        2 => decimals.parse().unwrap_or(0),
        count => return Err(AmountError::Decimals { count }),
    };
    let kopecks = roubles.saturating_mul(100).saturating_add(kopecks);
    if is_negative || kopecks == 0 {
        return Err(AmountError::NotPositive);
    }
    if kopecks > max.kopecks() {
        return Err(AmountError::TooLarge { max });
    }
    Ok(Money::from_kopecks(kopecks))
}

/// The digits of whole roubles, without separators, and those of kopecks.
fn parts(number: &str) -> Result<(String, &str), AmountError> {
    let marks: Vec<(usize, char)> = number.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let last = marks.iter().rev().find(|(_, c)| matches!(c, ',' | '.')).copied();
    let Some((at, mark)) = last else { return Ok((grouped(number, &[' ', '\''])?, "")) };
    let decimals = &number[at + 1..];
    if !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return Err(AmountError::Separators);
    }
    let is_only = marks.iter().filter(|(_, c)| *c == mark).count() == 1;
    if is_only && decimals.len() <= 2 {
        // The other of the two may group thousands then.
        let other = if mark == ',' { '.' } else { ',' };
        let whole = &number[..at];
        return Ok((grouped(whole, &[' ', '\'', other])?, decimals));
    }
    if is_only {
        return Err(AmountError::Decimals { count: decimals.len() });
    }
    // The same mark several times can only group thousands.
    Ok((grouped(number, &[mark])?, ""))
}

/// Digits in groups of three, the first of them shorter if need be, all parted by the same mark.
fn grouped(whole: &str, marks: &[char]) -> Result<String, AmountError> {
    let Some(mark) = whole.chars().find(|c| !c.is_ascii_digit()) else { return Ok(whole.to_owned()) };
    if !marks.contains(&mark) {
        return Err(AmountError::Separators);
    }
    let groups: Vec<&str> = whole.split(mark).collect();
    let fits = |(index, group): (usize, &&str)| {
        let is_digits = group.bytes().all(|b| b.is_ascii_digit());
        is_digits && if index == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 }
    };
    if groups.iter().enumerate().all(fits) { Ok(groups.concat()) } else { Err(AmountError::Separators) }
}

/// Without the currency that people write behind it.
fn without_currency(text: &str) -> &str {
    let mut rest = text;
    for sign in ["₽", "руб.", "руб", "р.", "р", "RUB", "rub"] {
        if let Some(number) = rest.strip_suffix(sign) {
            rest = number;
            break;
        }
    }
    rest.strip_prefix('₽').unwrap_or(rest).trim()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MAX: Money = Money::from_kopecks(100_000_000);

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        let table = [
            ("1250", Ok(125_000)),
            ("1 250,75", Ok(125_075)),
            ("1\u{a0}250,7 ₽", Ok(125_070)),
            ("1250.75 руб.", Ok(125_075)),
            ("₽1,250.75", Ok(125_075)),
            ("1.250,75", Ok(125_075)),
            ("0,05", Ok(5)),
            ("1000000", Ok(100_000_000)),
            ("1,000,000", Ok(100_000_000)),
            ("", Err(AmountError::Empty)),
            ("  ₽ ", Err(AmountError::Empty)),
            ("12,345", Err(AmountError::Decimals { count: 3 })),
            ("12.3456", Err(AmountError::Decimals { count: 4 })),
            ("0", Err(AmountError::NotPositive)),
            ("0,00", Err(AmountError::NotPositive)),
            ("-5", Err(AmountError::NotPositive)),
            ("−5", Err(AmountError::NotPositive)),
            ("1000000,01", Err(AmountError::TooLarge { max: MAX })),
            ("99999999999999999999", Err(AmountError::TooLarge { max: MAX })),
            ("12a", Err(AmountError::Character { position: 3 })),
            ("-1x", Err(AmountError::Character { position: 3 })),
            ("1e5", Err(AmountError::Character { position: 2 })),
            ("5🙂", Err(AmountError::Character { position: 2 })),
            ("1 25", Err(AmountError::Separators)),
            ("1,2,3", Err(AmountError::Separators)),
            ("1.2 3", Err(AmountError::Separators)),
            (",", Err(AmountError::Separators)),
        ];
        for (text, expected) in table {
            assert_eq!(parse_amount(text, MAX).map(Money::kopecks), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_an_amount_in_its_range_or_is_named(text in "\\PC{0,24}") {
            if let Ok(amount) = parse_amount(&text, MAX) {
                prop_assert!(amount.is_positive() && amount <= MAX);
            }
        }

        #[test]
        fn what_is_written_is_read_back(kopecks in 1_i64..=100_000_000) {
            let amount = Money::from_kopecks(kopecks);
            let (roubles, rest) = amount.parts();
            prop_assert_eq!(parse_amount(&format!("{roubles},{rest:02}"), MAX), Ok(amount));
        }
    }
}
