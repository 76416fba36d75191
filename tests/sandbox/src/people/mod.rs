//! The made-up taxpayers, one for each case worth trying.

mod cases;
mod ledgers;

use std::time::Duration;

use fl_domain::{Date, Inn, Money, Timestamp};

use crate::{
    clock::{day, later, noon},
    service::{Account, Channel, Contacts, Identity, Password, ending_card},
};
use cases::{CASES, CardAge, Case, EsiaState, Recipe, Way};
use ledgers::roubles;

/// How long `esia-forming` waits from the sandbox's start (the rules say one to two days).
const FORMING: Duration = Duration::from_hours(36);

/// Who one can sign in as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxpayerCard {
    /// A stable name for scripts, such as `no-debt`.
    pub key: &'static str,
    /// The login: a valid INN that is made up.
    pub inn: String,
    /// The password at the start; empty for who has none.
    pub password: String,
    /// The confirmed address at the start.
    pub email: Option<String>,
    /// The confirmed phone at the start.
    pub phone: Option<String>,
    /// The control word at the start.
    pub control_word: Option<String>,
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
    way: Way,
}

/// All taxpayers, as of `today`.
pub(crate) fn everyone(today: Date) -> Vec<Person> {
    (1..).zip(&CASES).map(|(number, case)| person(number, case, today)).collect()
}

fn person(number: u64, case: &Case, today: Date) -> Person {
    let set_up = |text: String| matches!(case.way, Way::SetUp).then_some(text);
    let card = TaxpayerCard {
        key: case.key,
        inn: Inn::made_up(7_700_000_100 + number).as_str().to_owned(),
        // Keeps to the password policy of the account rules.
        password: match case.way {
            Way::Esia(_) => String::new(),
            Way::Plain | Way::SetUp | Way::Card(_) => format!("Sandbox-{number:02}"),
        },
        email: set_up(format!("{}@example.test", case.key)),
        phone: set_up(format!("+790000001{number:02}")),
        control_word: set_up(format!("Ромашка{number:02}")),
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
        way: case.way,
    }
}

impl Person {
    /// The way in, for a sandbox that starts at `start`.
    pub(crate) fn account(&self, start: Timestamp) -> Account {
        let text = || self.card.password.clone();
        let ago = |days: i64| day(start).checked_add_days(-days).unwrap_or(day(start));
        let channel = |to: &Option<String>| to.as_deref().map(Channel::confirmed).unwrap_or_default();
        let contacts = Contacts {
            email: channel(&self.card.email),
            phone: channel(&self.card.phone),
            control_word: self.card.control_word.clone(),
        };
        let password = match self.way {
            Way::Plain | Way::SetUp => Password::Own { text: text(), changed: ago(100) },
            Way::Card(age) => {
                let issued = match age {
                    CardAge::Minutes(minutes) => earlier(start, Duration::from_mins(minutes)),
                    CardAge::Days(days) => earlier(start, Duration::from_hours(24 * days)),
                    CardAge::Ending => noon(ending_card(day(start))),
                };
                Password::Primary { text: text(), issued, confirmed: false }
            }
            Way::Esia(_) => Password::Absent,
        };
        let identity = match self.way {
            Way::Esia(EsiaState::Forming) => Identity::Forming(later(start, FORMING)),
            Way::Esia(EsiaState::ByPost) => Identity::ByPost,
            Way::Plain | Way::SetUp | Way::Card(_) | Way::Esia(EsiaState::Confirmed) => Identity::Confirmed,
        };
        Account::new(password, contacts, identity)
    }
}

fn earlier(moment: Timestamp, by: Duration) -> Timestamp {
    moment.checked_sub(by).unwrap_or(Timestamp::MIN)
}
