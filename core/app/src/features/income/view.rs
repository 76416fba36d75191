use fl_domain::{account::YearIncome, service::account as service};

use crate::{
    kit::{
        screen::{Block, Empty, Icon, Row, Screen, Section},
        texts::Texts,
    },
    open::{
        Ground, Place,
        account::{describe, tabs},
        answer::{Answer, missing},
    },
};

pub(super) fn view(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.account_screen(texts.say("income-title"));
    let Some(account) = ground.account() else { return screen };
    screen.tabs = tabs(Place::Home, ground);
    screen.blocks = account.faults(ground);
    let known = match ground.answer::<service::Incomes>() {
        Answer::Known(known) => known,
        Answer::KnownNone(freshness) => {
            let none = Empty::new("no-income", Icon::Income, texts.say("income-none"));
            screen.blocks.push(none.detail(describe(freshness, ground)).into());
            return screen;
        }
        Answer::NotKnown(why) => {
            screen.blocks.extend(missing("no-income", Icon::Income, &why, ground));
            return screen;
        }
    };
    let section = Section::new("years", texts.say("income-years"));
    screen.blocks.push(section.detail(describe(known.freshness, ground)).into());
    let mut years: Vec<_> = known.value.iter().collect();
    years.sort_by_key(|year| std::cmp::Reverse(year.year));
    screen.blocks.extend(years.into_iter().enumerate().map(|(index, year)| row(index, year, texts)));
    screen
}

fn row(index: usize, year: &YearIncome, texts: &Texts) -> Block {
    let tax = year.tax.map(|tax| texts.tell("income-withheld", &[("amount", texts.money(tax).into())]));
    Row::new(format!("year-{index}"), Icon::Income, year.year.to_string())
        .detail(tax)
        .value(year.income.map(|income| texts.money(income)))
        .into()
}
