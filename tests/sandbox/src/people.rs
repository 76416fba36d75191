//! The made-up taxpayers, one for each case worth trying.

use fl_domain::{Date, Inn, Money, dates};
use jiff::{Span, civil::date};

use crate::ledger::{
    Accrual, Entry, Kind, LAND, Ledger, MADE_UP, PENALTY, PERSONAL_INCOME, PROPERTY, TRANSPORT, TaxName, bulk,
};

/// Who one can sign in as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxpayerCard {
    /// A stable name for scripts, such as `no-debt`.
    pub key: &'static str,
    /// The login: a valid INN that is made up.
    pub inn: String,
    /// The password.
    pub password: String,
    /// What this case is, in English.
    pub title_en: &'static str,
    /// What this case is, in Russian.
    pub title_ru: &'static str,
}

/// How a person's amounts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amounts {
    /// As JSON numbers.
    Plain,
    /// As texts and with exponents, in turn.
    Odd,
}

/// One made-up taxpayer.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) card: TaxpayerCard,
    pub(crate) name: &'static str,
    pub(crate) letters: u32,
    pub(crate) amounts: Amounts,
    pub(crate) wants_captcha: bool,
    pub(crate) has_tax_info: bool,
    /// Year, income, tax; newest first.
    pub(crate) incomes: Vec<(i16, Money, Money)>,
    recipe: Recipe,
}

#[derive(Clone, Copy, Debug)]
enum Recipe {
    Empty,
    Paid,
    Debt,
    Overpaid,
    ManyTaxes,
    Bulk { seed: u64, count: u32 },
}

struct Case {
    key: &'static str,
    titles: [&'static str; 2],
    name: &'static str,
    letters: u32,
    recipe: Recipe,
}

const CASES: [Case; 10] = [
    Case {
        key: "no-debt",
        titles: ["Nothing owed, taxes ahead", "Долгов нет, впереди налоги"],
        name: "Выдумкина Анна Петровна",
        letters: 3,
        recipe: Recipe::Paid,
    },
    Case {
        key: "debt",
        titles: ["A debt for last year", "Долг за прошлый год"],
        name: "Примеров Пётр Ильич",
        letters: 12,
        recipe: Recipe::Debt,
    },
    Case {
        key: "overpaid",
        titles: ["More paid than owed", "Переплата"],
        name: "Образцова Мария Львовна",
        letters: 0,
        recipe: Recipe::Overpaid,
    },
    Case {
        key: "ops-10k",
        titles: ["10,000 operations", "10 000 операций"],
        name: "Многократов Иван Иванович",
        letters: 1,
        recipe: Recipe::Bulk { seed: 10, count: 10_000 },
    },
    Case {
        key: "ops-100k",
        titles: ["100,000 operations", "100 000 операций"],
        name: "Несчётнова Вера Павловна",
        letters: 250,
        recipe: Recipe::Bulk { seed: 100, count: 100_000 },
    },
    Case {
        key: "empty",
        titles: ["A new account, nothing in it", "Новый счёт, на нём ничего"],
        name: "Новичков Олег Олегович",
        letters: 0,
        recipe: Recipe::Empty,
    },
    Case {
        key: "captcha",
        titles: ["Digits from a picture at the first sign-in", "Цифры с картинки при первом входе"],
        name: "Картинкина Ольга Сергеевна",
        letters: 2,
        recipe: Recipe::Paid,
    },
    Case {
        key: "no-taxinfo",
        titles: ["No payment totals: an empty 404", "Нет сумм платежей: пустой ответ 404"],
        name: "Безответов Юрий Юрьевич",
        letters: 0,
        recipe: Recipe::Paid,
    },
    Case {
        key: "odd-amounts",
        titles: ["Amounts as texts and with exponents", "Суммы строками и с порядком"],
        name: "Странноцифрова Яна Игоревна",
        letters: 5,
        recipe: Recipe::Debt,
    },
    Case {
        key: "many-taxes",
        titles: ["Taxes with codes nobody knows", "Налоги с неизвестными кодами"],
        name: "Всеналогов Лев Львович",
        letters: 0,
        recipe: Recipe::ManyTaxes,
    },
];

/// All taxpayers, as of `today`.
pub(crate) fn everyone(today: Date) -> Vec<Person> {
    (1..).zip(CASES).map(|(number, case)| person(number, &case, today)).collect()
}

fn person(number: u64, case: &Case, today: Date) -> Person {
    let card = TaxpayerCard {
        key: case.key,
        inn: Inn::made_up(7_700_000_100 + number).as_str().to_owned(),
        // Keeps to the password policy of the account rules.
        password: format!("Sandbox-{number:02}"),
        title_en: case.titles[0],
        title_ru: case.titles[1],
    };
    let last_year = today.year() - 1;
    let incomes = match case.recipe {
        Recipe::Empty => Vec::new(),
        _ => (0..3)
            .map(|ago| {
                let income = roubles(1_240_000 - i64::from(ago) * 85_000);
                // Thirteen kopecks of each rouble, withheld.
                (last_year - ago, income, Money::from_kopecks(income.kopecks() / 100 * 13))
            })
            .collect(),
    };
    Person {
        card,
        name: case.name,
        letters: case.letters,
        amounts: if case.key == "odd-amounts" { Amounts::Odd } else { Amounts::Plain },
        wants_captcha: case.key == "captcha",
        has_tax_info: case.key != "no-taxinfo",
        incomes,
        recipe: case.recipe,
    }
}

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
    day.checked_sub(Span::new().days(days)).unwrap_or(day)
}

const fn roubles(amount: i64) -> Money {
    Money::from_kopecks(amount * 100)
}
