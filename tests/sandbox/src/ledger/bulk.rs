//! Long ledgers for lists that have to stay quick.

use fl_domain::{Date, Money, dates::date};

use super::{Entry, Kind, LAND, Lcg, PENALTY, PERSONAL_INCOME, PROPERTY, TRANSPORT, TaxName};

static TAXES: [&TaxName; 4] = [&TRANSPORT, &LAND, &PROPERTY, &PERSONAL_INCOME];
/// The single tax account begins here.
const FIRST: Date = date(2023, 1, 1);

/// `count` operations, oldest first, from the account's beginning to `today`, that add up to `balance`.
///
/// Each obligation is followed by the money for it; the newest operation brings the sum to where it has to be.
pub(crate) fn bulk(seed: u64, count: u32, today: Date, balance: Money) -> Vec<Entry> {
    let mut dice = Lcg::new(seed);
    let first = FIRST.min(today);
    let days = first.days_until(today);
    let mut entries = Vec::with_capacity(usize::try_from(count).unwrap_or(0));
    let (mut sum, mut owed) = (Money::ZERO, Money::ZERO);
    for index in 0..count.saturating_sub(1) {
        let passed = days * i64::from(index) / i64::from(count);
        let day = first.checked_add_days(passed).unwrap_or(today);
        let entry = match index % 4 {
            0 => {
                owed = amount(&mut dice, 5_000_000);
                let tax = TAXES[dice.below(TAXES.len())];
                Entry::new(Kind::Charge, day, -owed).of_tax(tax, day.year() - 1)
            }
            1 => Entry::new(Kind::Payment, day, owed),
            2 => {
                owed = amount(&mut dice, 90_000);
                Entry::new(Kind::Penalty, day, -owed).of_tax(&PENALTY, day.year())
            }
            _ => Entry::new(Kind::Offset, day, owed),
        };
        sum = sum + entry.amount;
        entries.push(entry);
    }
    if count > 0 {
        entries.push(Entry::new(Kind::Payment, today, balance - sum));
    }
    entries
}

/// From one kopeck to `limit` kopecks.
fn amount(dice: &mut Lcg, limit: usize) -> Money {
    Money::from_kopecks(i64::try_from(dice.below(limit)).unwrap_or(0) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_stays_in_order_and_repeats() {
        for count in [0, 1, 2, 3, 1_000] {
            let target = Money::from_kopecks(if count == 0 { 0 } else { 123_456 });
            let entries = bulk(7, count, date(2026, 11, 22), target);
            assert_eq!(u32::try_from(entries.len()), Ok(count));
            assert!(entries.iter().map(|entry| entry.amount).sum::<Money>() == target);
            assert!(entries.is_sorted_by_key(|entry| entry.date));
            assert_eq!(format!("{entries:?}"), format!("{:?}", bulk(7, count, date(2026, 11, 22), target)));
        }
    }
}
