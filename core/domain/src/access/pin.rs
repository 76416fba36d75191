//! PINs that are guessed first. They are warned of, not refused (our own): one in twelve PINs of six digits is some
//! birthday.

use crate::{Date, Secret, typed};

/// The year from which on people who live were born (our own).
const BORN_FROM: i16 = 1920;

/// Why a PIN is guessed early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinWeakness {
    /// One digit over and over: 000000.
    Same,
    /// Digits in their order, up or down, over the nine too: 123456, 987654, 890123.
    Run,
    /// A part over and over: 121212, 123123.
    Repeated,
    /// A day someone who lives can have been born on: DDMMYY, YYMMDD, MMDDYY, DDMMYYYY, YYYYMMDD.
    Birthday,
}

/// Why a PIN is weak, the plainest reason first; `None` for one that is not, and for a text that is no PIN at all.
///
/// Marks that nobody sees make it no stronger: it is judged without them.
pub fn pin_weakness(pin: &str, today: Date) -> Option<PinWeakness> {
    let pin = Secret::new(typed::seen(pin));
    let digits = pin.expose().as_bytes();
    // A PIN is longer than a pair: below that every text would be some pattern.
    if digits.len() < 3 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let steps_by = |step: u8| digits.windows(2).all(|pair| (pair[0] - b'0' + step) % 10 == pair[1] - b'0');
    if steps_by(0) {
        Some(PinWeakness::Same)
    } else if steps_by(1) || steps_by(9) {
        Some(PinWeakness::Run)
    } else if is_repeated(digits) {
        Some(PinWeakness::Repeated)
    } else if is_birthday(digits, today) {
        Some(PinWeakness::Birthday)
    } else {
        None
    }
}

fn is_repeated(digits: &[u8]) -> bool {
    (2..=digits.len() / 2)
        .filter(|length| digits.len().is_multiple_of(*length))
        .any(|length| digits.chunks(length).all(|part| *part == digits[..length]))
}

fn is_birthday(digits: &[u8], today: Date) -> bool {
    let day = |year: i16, month: i16, day: i16| {
        let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
            return false;
        };
        year >= BORN_FROM && Date::new(year, month, day).is_ok_and(|date| date <= today)
    };
    // Two digits of a year stand for either century.
    let short = |year: i16, month: i16, of_month: i16| {
        day(1900 + year, month, of_month) || day(2000 + year, month, of_month)
    };
    let (pairs, rest) = digits.as_chunks();
    let of = |[ten, one]: [u8; 2]| i16::from(ten - b'0') * 10 + i16::from(one - b'0');
    match *pairs {
        [a, b, c] if rest.is_empty() => {
            let (a, b, c) = (of(a), of(b), of(c));
            short(c, b, a) || short(a, b, c) || short(c, a, b)
        }
        [a, b, c, d] if rest.is_empty() => {
            let (a, b, c, d) = (of(a), of(b), of(c), of(d));
            day(c * 100 + d, b, a) || day(a * 100 + b, c, d)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = Date::constant(2026, 6, 15);

    #[test]
    fn each_weakness() {
        use PinWeakness::{Birthday, Repeated, Run, Same};
        let table = [
            ("000000", Some(Same)),
            ("9999", Some(Same)),
            ("123456", Some(Run)),
            ("987654", Some(Run)),
            ("012345", Some(Run)),
            ("567890", Some(Run)),
            ("890123", Some(Run)),
            ("210987", Some(Run)),
            ("121212", Some(Repeated)),
            ("123123", Some(Repeated)),
            ("4747", Some(Repeated)),
            ("47124712", Some(Repeated)),
            // 31 December 1985 as DDMMYY, YYMMDD, MMDDYY, DDMMYYYY, YYYYMMDD.
            ("311285", Some(Birthday)),
            ("851231", Some(Birthday)),
            ("123185", Some(Birthday)),
            ("31121985", Some(Birthday)),
            ("19851231", Some(Birthday)),
            // 29 February only in a leap year: 2000 was one, 1900 and 2001 were not.
            ("290200", Some(Birthday)),
            ("29022000", Some(Birthday)),
            ("29022001", None),
            ("29021900", None),
            // Today, tomorrow, and the oldest who live.
            ("15062026", Some(Birthday)),
            ("16062026", None),
            ("01011920", Some(Birthday)),
            ("31121919", None),
            // Neither century: 2019 is one, 2027 to 2099 stand for 1927 to 1999.
            ("310119", Some(Birthday)),
            ("310127", Some(Birthday)),
            ("\u{200e}123456\u{feff}", Some(Run)),
            ("999999x", None),
            ("320185", None),
            ("471903", None),
            ("739164", None),
            ("12312003", None),
            ("", None),
            ("1", None),
            ("11", None),
            ("١٢٣٤٥٦", None),
            ("12 34 56", None),
        ];
        for (pin, weakness) in table {
            assert_eq!(pin_weakness(pin, TODAY), weakness, "{pin:?}");
        }
    }

    proptest! {
        #[test]
        fn every_birthday_is_seen(days in 0_i64..38_000) {
            let birth = TODAY.checked_add_days(-days).unwrap();
            prop_assume!(birth.year() >= BORN_FROM);
            let (y, m, d) = (birth.year(), birth.month(), birth.day());
            let yy = y % 100;
            for pin in [
                format!("{d:02}{m:02}{yy:02}"),
                format!("{yy:02}{m:02}{d:02}"),
                format!("{m:02}{d:02}{yy:02}"),
                format!("{d:02}{m:02}{y:04}"),
                format!("{y:04}{m:02}{d:02}"),
            ] {
                prop_assert!(pin_weakness(&pin, TODAY).is_some(), "{pin}");
            }
        }

        #[test]
        fn every_repeated_part_is_seen(part in "[0-9]{1,4}", times in 2_usize..5) {
            let pin = part.repeat(times);
            prop_assume!(pin.len() > 2);
            prop_assert!(pin_weakness(&pin, TODAY).is_some(), "{pin}");
        }

        #[test]
        fn every_run_is_seen(start in 0_u8..10, length in 3_u8..12) {
            let up: String = (0..length).map(|n| char::from(b'0' + (start + n) % 10)).collect();
            let down: String = up.chars().rev().collect();
            prop_assert_eq!(pin_weakness(&up, TODAY), Some(PinWeakness::Run));
            prop_assert_eq!(pin_weakness(&down, TODAY), Some(PinWeakness::Run));
        }

        #[test]
        fn any_text_gets_an_answer(text in any::<String>(), digits in "[0-9]{0,20}") {
            let _ = pin_weakness(&text, TODAY);
            let _ = pin_weakness(&digits, Date::MIN);
            let _ = pin_weakness(&digits, Date::MAX);
        }
    }

    /// Most PINs of six digits are left to choose from: every seventh is looked at.
    #[test]
    fn few_are_warned_of() {
        let weak =
            (0..1_000_000).step_by(7).filter(|n| pin_weakness(&format!("{n:06}"), TODAY).is_some()).count()
                * 7;
        assert!((80_000..100_000).contains(&weak), "{weak}");
    }
}
