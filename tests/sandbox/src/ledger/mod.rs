//! One taxpayer's ledger, the source of every figure the double tells.
//!
//! Balance = Σ operations. Money pays the oldest obligation first, so what is overdue is the newest obligations up to
//! the debt; accruals become obligations when their day has passed. The order of Tax Code art. 45(8) between kinds of
//! obligations is simplified to age.

mod bulk;
mod lcg;
mod taxes;

use fl_domain::{Date, Money};

pub(crate) use bulk::bulk;
pub(crate) use lcg::Lcg;
pub(crate) use taxes::{LAND, MADE_UP, PENALTY, PERSONAL_INCOME, PROPERTY, TRANSPORT, TaxName};

/// What an operation is, by the name the service would filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Charge,
    Payment,
    Offset,
    Penalty,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Charge => "Начислен налог",
            Self::Payment => "Уплата",
            Self::Offset => "Зачёт",
            Self::Penalty => "Пени",
        }
    }

    const fn source(self) -> &'static str {
        match self {
            Self::Charge => "Налоговое уведомление",
            Self::Payment => "Платёжный документ",
            Self::Offset => "Решение о зачёте",
            Self::Penalty => "Расчёт пеней",
        }
    }
}

/// One operation. Small, since some ledgers hold 100,000: texts are made when they are asked for.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) date: Date,
    /// Positive: money came; negative: an obligation took it.
    pub(crate) amount: Money,
    pub(crate) kind: Kind,
    pub(crate) tax: Option<&'static TaxName>,
    pub(crate) year: i16,
    own: Option<Box<NewOperation>>,
}

/// An operation to add, in the service's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOperation {
    /// Positive: money came; negative: an obligation took it.
    pub amount: Money,
    /// `operationDescription`.
    pub description: String,
    /// `actionTypeInfo.name`.
    pub kind: String,
    /// `svnzInfo.title`; empty for money that is not of one tax.
    pub tax: String,
    /// `sourceDocTitle`.
    pub source: String,
}

impl NewOperation {
    /// A payment onto the account, in the words the made-up ledgers use.
    pub fn payment(amount: Money) -> Self {
        Self {
            amount,
            description: "Единый налоговый платёж".to_owned(),
            kind: Kind::Payment.name().to_owned(),
            tax: String::new(),
            source: Kind::Payment.source().to_owned(),
        }
    }
}

impl Entry {
    pub(crate) fn new(kind: Kind, date: Date, amount: Money) -> Self {
        Self { date, amount, kind, tax: None, year: date.year(), own: None }
    }

    pub(crate) fn of_tax(self, tax: &'static TaxName, year: i16) -> Self {
        Self { tax: Some(tax), year, ..self }
    }

    pub(crate) fn kind_name(&self) -> &str {
        self.own.as_ref().map_or(self.kind.name(), |own| &own.kind)
    }

    pub(crate) fn source(&self) -> &str {
        self.own.as_ref().map_or(self.kind.source(), |own| &own.source)
    }

    /// `None` for money that is not of one tax.
    pub(crate) fn tax_title(&self) -> Option<&str> {
        match &self.own {
            Some(own) => Some(own.tax.as_str()).filter(|title| !title.is_empty()),
            None => self.tax.map(|tax| tax.title),
        }
    }

    pub(crate) fn description(&self) -> String {
        if let Some(own) = &self.own {
            return own.description.clone();
        }
        match (self.kind, self.tax) {
            (Kind::Charge, Some(tax)) => format!("{}: начислено за {} год", tax.title, self.year),
            (Kind::Charge, None) => "Начислено".to_owned(),
            (Kind::Payment, _) => "Единый налоговый платёж".to_owned(),
            (Kind::Offset, _) => "Зачёт излишне уплаченного".to_owned(),
            (Kind::Penalty, _) => "Начислены пени".to_owned(),
        }
    }
}

/// Something owed: an accrual with its day, or an arrear with its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owed {
    pub(crate) code: String,
    pub(crate) title: String,
    pub(crate) amount: Money,
    pub(crate) year: i16,
    pub(crate) due: Date,
}

/// An accrual before its day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Accrual {
    pub(crate) tax: &'static TaxName,
    pub(crate) amount: Money,
    pub(crate) year: i16,
    pub(crate) due: Date,
}

/// All that is known of one account, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
    accruals: Vec<Accrual>,
}

impl Ledger {
    pub(crate) fn new(mut entries: Vec<Entry>, accruals: Vec<Accrual>) -> Self {
        entries.sort_by_key(|entry| entry.date);
        Self { entries, accruals }
    }

    /// Accruals whose day has passed become obligations.
    pub(crate) fn settle(&mut self, today: Date) {
        let (overdue, open): (Vec<_>, Vec<_>) =
            self.accruals.iter().copied().partition(|accrual| accrual.due < today);
        self.accruals = open;
        let charges = overdue.into_iter().map(|accrual| {
            Entry::new(Kind::Charge, accrual.due, -accrual.amount).of_tax(accrual.tax, accrual.year)
        });
        self.entries.extend(charges);
    }

    pub(crate) fn add(&mut self, operation: NewOperation, today: Date) {
        let kind = if operation.amount.is_negative() { Kind::Charge } else { Kind::Payment };
        let entry = Entry::new(kind, today, operation.amount);
        self.entries.push(Entry { own: Some(Box::new(operation)), ..entry });
    }

    /// Newest first.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().rev()
    }

    pub(crate) fn balance(&self) -> Money {
        self.entries.iter().map(|entry| entry.amount).sum()
    }

    /// All money that came in.
    pub(crate) fn paid(&self) -> Money {
        self.entries.iter().filter(|e| e.kind == Kind::Payment).map(|e| e.amount).sum()
    }

    pub(crate) fn accruals(&self) -> Vec<Owed> {
        let owed = |accrual: &Accrual| Owed {
            code: accrual.tax.code.to_owned(),
            title: accrual.tax.title.to_owned(),
            amount: accrual.amount,
            year: accrual.year,
            due: accrual.due,
        };
        self.accruals.iter().map(owed).collect()
    }

    /// What falls due next: all accruals of the nearest day.
    pub(crate) fn nearest(&self) -> Option<(Money, Date)> {
        let due = self.accruals.iter().map(|accrual| accrual.due).min()?;
        let amount = self.accruals.iter().filter(|accrual| accrual.due == due).map(|a| a.amount).sum();
        Some((amount, due))
    }

    /// What to pay so that nothing is or will be owed.
    pub(crate) fn recommended(&self) -> Money {
        let accrued: Money = self.accruals.iter().map(|accrual| accrual.amount).sum();
        (accrued - self.balance()).max(Money::ZERO)
    }

    /// The newest obligations up to the debt, one row for each tax and year, oldest first.
    pub(crate) fn arrears(&self) -> Vec<Owed> {
        let mut rest = (-self.balance()).max(Money::ZERO);
        let mut rows: Vec<Owed> = Vec::new();
        for entry in self.entries().filter(|entry| entry.amount.is_negative()) {
            if rest.is_zero() {
                break;
            }
            let amount = rest.min(-entry.amount);
            rest = rest - amount;
            let code = entry.tax.map_or(MADE_UP[0].code, |tax| tax.code);
            match rows.iter_mut().find(|row| row.code == code && row.year == entry.year) {
                Some(row) => row.amount = row.amount + amount,
                None => rows.push(Owed {
                    code: code.to_owned(),
                    title: entry.tax_title().unwrap_or(MADE_UP[0].title).to_owned(),
                    amount,
                    year: entry.year,
                    due: entry.date,
                }),
            }
        }
        rows.reverse();
        rows
    }
}

#[cfg(test)]
mod tests {
    use fl_domain::dates::date;

    use super::*;

    fn roubles(amount: i64) -> Money {
        Money::from_kopecks(amount * 100)
    }

    fn ledger() -> Ledger {
        let charge = |year: i16, amount: i64| {
            Entry::new(Kind::Charge, date(year + 1, 12, 1), roubles(-amount)).of_tax(&TRANSPORT, year)
        };
        let paid = Entry::new(Kind::Payment, date(2025, 3, 1), roubles(100));
        let accrual = Accrual { tax: &LAND, amount: roubles(30), year: 2025, due: date(2026, 12, 1) };
        Ledger::new(vec![charge(2024, 50), paid, charge(2023, 120)], vec![accrual])
    }

    #[test]
    fn money_pays_the_oldest_first() {
        let ledger = ledger();
        assert!(ledger.balance() == roubles(-70));
        let rows: Vec<_> = ledger.arrears().into_iter().map(|row| (row.year, row.amount.kopecks())).collect();
        assert_eq!(rows, [(2023, 2_000), (2024, 5_000)]);
        assert!(ledger.recommended() == roubles(100));
    }

    #[test]
    fn an_accrual_becomes_an_obligation_when_its_day_has_passed() {
        let mut ledger = ledger();
        ledger.settle(date(2026, 12, 1));
        assert!(ledger.nearest() == Some((roubles(30), date(2026, 12, 1))));
        ledger.settle(date(2026, 12, 2));
        assert!(ledger.nearest().is_none() && ledger.balance() == roubles(-100));
        assert_eq!(ledger.arrears().last().map(|row| row.code.as_str()), Some("24"));
    }

    #[test]
    fn a_payment_moves_every_figure() {
        let mut ledger = ledger();
        ledger.add(NewOperation::payment(roubles(75)), date(2026, 11, 22));
        assert!(ledger.balance() == roubles(5) && ledger.arrears().is_empty());
        assert!(ledger.recommended() == roubles(25));
        assert_eq!(ledger.entries().next().map(Entry::kind_name), Some("Уплата"));
    }
}
