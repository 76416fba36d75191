//! What each case has on the account.

use fl_domain::{
    Date, Money,
    dates::{self, date},
};

use super::{Person, cases::Recipe};
use crate::ledger::{
    Accrual, Entry, Kind, LAND, Ledger, MADE_UP, PENALTY, PERSONAL_INCOME, PROPERTY, TRANSPORT, TaxName, bulk,
};

impl Person {
    /// The account as of `today`; the same each time.
    pub(crate) fn ledger(&self, today: Date) -> Ledger {
        let notices = Notices::before(today);
        match self.recipe {
            Recipe::Empty => Ledger::default(),
            Recipe::Paid => Ledger::new(
                notices.history(true),
                notices.next(&[(&TRANSPORT, 420_000), (&PROPERTY, 183_050)]),
            ),
            Recipe::Debt => Ledger::new(
                notices.history(false),
                notices.next(&[(&TRANSPORT, 340_000), (&LAND, 125_075), (&PROPERTY, 91_000)]),
            ),
            Recipe::Overpaid => {
                let mut entries = notices.history(true);
                entries.push(Entry::new(Kind::Payment, days_before(today, 20), roubles(5_000)));
                Ledger::new(entries, notices.next(&[(&LAND, 310_000)]))
            }
            Recipe::ManyTaxes => {
                let mut entries = notices.history(false);
                let fee = Entry::new(Kind::Charge, days_before(today, 90), roubles(-77))
                    .of_tax(&MADE_UP[1], today.year());
                entries.push(fee);
                let known: [(&'static TaxName, i64); 4] = [
                    (&TRANSPORT, 340_000),
                    (&LAND, 125_075),
                    (&PROPERTY, 91_000),
                    (&PERSONAL_INCOME, 1_300_000),
                ];
                let unknown = MADE_UP.iter().zip([1, 7_700, 1_234_567, 99_999_999]);
                let all: Vec<_> = known.into_iter().chain(unknown).collect();
                Ledger::new(entries, notices.next(&all))
            }
            Recipe::Bulk { seed, count } => Ledger::new(
                bulk(seed, count, today, Money::from_kopecks(250_075)),
                notices.next(&[(&TRANSPORT, 420_000), (&PROPERTY, 183_050)]),
            ),
        }
    }
}

/// The yearly notices around a day.
struct Notices {
    /// The tax year that falls due next.
    year: i16,
    today: Date,
}

impl Notices {
    fn before(today: Date) -> Self {
        let last_year = today.year() - 1;
        let year = if due(last_year) < today { today.year() } else { last_year };
        Self { year, today }
    }

    /// Accruals, in kopecks, that fall due next.
    fn next(&self, taxes: &[(&'static TaxName, i64)]) -> Vec<Accrual> {
        let accrual = |(tax, kopecks): &(&'static TaxName, i64)| Accrual {
            tax,
            amount: Money::from_kopecks(*kopecks),
            year: self.year,
            due: due(self.year),
        };
        taxes.iter().map(accrual).collect()
    }

    /// Two notices that have fallen due: the first is paid in time; the second is, or stays a debt with penalties.
    fn history(&self, last_is_paid: bool) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (year, is_paid) in [(self.year - 2, true), (self.year - 1, last_is_paid)] {
            let taxes = [(&TRANSPORT, 340_000), (&LAND, 125_075), (&PROPERTY, 91_000)];
            let mut sum = 0;
            for (tax, kopecks) in taxes {
                sum += kopecks;
                entries.push(
                    Entry::new(Kind::Charge, due(year), Money::from_kopecks(-kopecks)).of_tax(tax, year),
                );
            }
            if is_paid {
                let paid = Entry::new(Kind::Payment, days_before(due(year), 9), Money::from_kopecks(sum));
                entries.push(paid);
            } else {
                let penalty =
                    Entry::new(Kind::Penalty, days_before(self.today, 30), Money::from_kopecks(-8_620));
                entries.push(penalty.of_tax(&PENALTY, due(year).year()));
            }
        }
        entries
    }
}

fn due(tax_year: i16) -> Date {
    dates::notice_taxes_due(tax_year).unwrap_or(date(9999, 12, 1))
}

fn days_before(day: Date, days: i64) -> Date {
    day.checked_add_days(-days).unwrap_or(day)
}

pub(super) const fn roubles(amount: i64) -> Money {
    Money::from_kopecks(amount * 100)
}
