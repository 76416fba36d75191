//! Amounts in roubles, exact to the kopeck.

use std::{
    fmt,
    iter::Sum,
    ops::{Add, Neg, Sub},
    str::FromStr,
};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// An amount in roubles with whole kopecks, between ±1 000 000 000 000 roubles.
///
/// Never a float: it is read from the text of a JSON number, so `7.591E+5` and `"759100.00"` are equal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

/// Ten times the yearly budget of no person; keeps every sum of 10 000 rows far from overflow.
const LIMIT_KOPECKS: i64 = 100_000_000_000_000;

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// No number at all.
    #[error("not a number")]
    NotANumber,
    /// More than the account can hold: over 10¹² roubles either way.
    #[error("the amount is out of range")]
    OutOfRange,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount of whole kopecks; beyond the range it stays at its end.
    pub const fn from_kopecks(kopecks: i64) -> Self {
        if kopecks > LIMIT_KOPECKS {
            Self(LIMIT_KOPECKS)
        } else if kopecks < -LIMIT_KOPECKS {
            Self(-LIMIT_KOPECKS)
        } else {
            Self(kopecks)
        }
    }

    /// In kopecks.
    pub const fn kopecks(self) -> i64 {
        self.0
    }

    /// The whole roubles and the kopecks, both without the sign.
    pub const fn parts(self) -> (u64, u64) {
        let magnitude = self.0.unsigned_abs();
        (magnitude / 100, magnitude % 100)
    }

    /// Less than nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// More than nothing.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Exactly nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Without the sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// As an exact decimal of roubles with two places.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }
}

/// Reads an amount as a service writes it: plain or with an exponent, a point or a comma, spaces between thousands.
///
/// Fractions of a kopeck, which only a float on the other side can have made, are rounded half away from zero (our own rule).
impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                ',' => '.',
                '\u{2212}' => '-',
                other => other,
            })
            .collect();
        // Shorter than any attack on the exponent parser, longer than any amount.
        if plain.is_empty() || plain.len() > 64 {
            return Err(MoneyError::NotANumber);
        }
        let exact = if plain.contains(['e', 'E']) { scientific(&plain)? } else { decimal(&plain)? };
        let kopecks = exact
            .checked_mul(Decimal::ONE_HUNDRED)
            .ok_or(MoneyError::OutOfRange)?
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        let kopecks = i64::try_from(kopecks).map_err(|_| MoneyError::OutOfRange)?;
        if kopecks.abs() > LIMIT_KOPECKS { Err(MoneyError::OutOfRange) } else { Ok(Self(kopecks)) }
    }
}

fn decimal(text: &str) -> Result<Decimal, MoneyError> {
    // rust_decimal does not tell "too large" from "no number" in every build, so digits are looked at here.
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.matches('.').count() <= 1;
    if !is_number {
        return Err(MoneyError::NotANumber);
    }
    Decimal::from_str(text).map_err(|_| MoneyError::OutOfRange)
}

fn scientific(text: &str) -> Result<Decimal, MoneyError> {
    // A float that is almost nothing, such as 0E-20 or 4.5E-17, is nothing; rust_decimal refuses scales beyond 28.
    let (mantissa, exponent) = text.split_once(['e', 'E']).ok_or(MoneyError::NotANumber)?;
    let mantissa = decimal(mantissa)?;
    let exponent = exponent.parse::<i32>().map_err(|_| MoneyError::NotANumber)?;
    if mantissa.is_zero() || exponent < -25 {
        return Ok(Decimal::ZERO);
    }
    Decimal::from_scientific(&format!("{mantissa}e{exponent}")).map_err(|_| MoneyError::OutOfRange)
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::from_kopecks(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::from_kopecks(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Roubles with two places and a point: a wire form, not one for people (those are made where the language is known).
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (roubles, kopecks) = self.parts();
        write!(f, "{}{roubles}.{kopecks:02}", if self.is_negative() { "-" } else { "" })
    }
}

/// An amount is tax secrecy: `Debug`, which ends up in logs, does not show it.
impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Money(<hidden>)")
    }
}

/// Kopecks in binary formats (the store), a text of roubles in readable ones.
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_i64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
        } else {
            i64::deserialize(deserializer).map(Self::from_kopecks)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_form_the_wire_page_names() {
        let table = [
            ("759100", 75_910_000),
            ("7.591E+5", 75_910_000),
            ("7.591e5", 75_910_000),
            ("759 100,00", 75_910_000),
            ("\u{2212}0.5", -50),
            ("-0.00", 0),
            ("0E-20", 0),
            ("1.2345E-30", 0),
            ("1234.1000000000001", 123_410),
            ("0.005", 1),
            ("-0.005", -1),
            (".5", 50),
        ];
        for (text, kopecks) in table {
            assert_eq!(text.parse::<Money>().map(Money::kopecks), Ok(kopecks), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_said() {
        for text in ["", " ", "abc", "1.2.3", "NaN", "Infinity", "0x10", "1e", "e5", "--1", "1e1e1"] {
            assert_eq!(text.parse::<Money>(), Err(MoneyError::NotANumber), "{text}");
        }
        for text in ["1e13", "99999999999999999999999999999999", "1E+400", "1e2147483647"] {
            assert_eq!(text.parse::<Money>(), Err(MoneyError::OutOfRange), "{text}");
        }
    }

    #[test]
    fn debug_hides_the_amount() {
        assert!(!format!("{:?}", Money::from_kopecks(12_345)).contains('1'));
    }

    proptest! {
        #[test]
        fn shown_amounts_read_back(kopecks in -LIMIT_KOPECKS..=LIMIT_KOPECKS) {
            let money = Money::from_kopecks(kopecks);
            prop_assert_eq!(money.to_string().parse(), Ok(money));
            let json = serde_json::to_string(&money).unwrap();
            prop_assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
        }

        #[test]
        fn exponents_are_the_plain_number(roubles in -999_999_i64..999_999, shift in 0_u32..6) {
            let plain = Money::from_kopecks(roubles * 100 * 10_i64.pow(shift));
            prop_assert_eq!(format!("{roubles}E+{shift}").parse(), Ok(plain));
        }

        #[test]
        fn sums_do_not_depend_on_the_order(mut amounts in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 0..50)) {
            let sum = |list: &[i64]| list.iter().copied().map(Money::from_kopecks).sum::<Money>();
            let forward = sum(&amounts);
            amounts.reverse();
            prop_assert_eq!(sum(&amounts), forward);
            prop_assert_eq!(forward.kopecks(), amounts.iter().sum::<i64>());
        }

        #[test]
        fn any_text_gets_an_answer(text in "[-+0-9eE., ]{0,70}") {
            let _ = text.parse::<Money>();
        }
    }
}
