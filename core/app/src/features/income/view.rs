use fl_domain::{
    account::YearIncome,
    service::{Failure, Question, account as service},
};

use crate::{
    kit::{
        blocks::secondary,
        screen::{Block, Empty, Icon, Row, Screen, Section},
        texts::Texts,
    },
    open::{
        Ground, Place,
        account::{Account, describe, tabs},
        device,
    },
};

pub(super) fn view(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let mut screen = ground.account_screen(texts.say("income-title"));
    let Some(account) = ground.account() else { return screen };
    screen.tabs = tabs(Place::Home, ground);
    screen.blocks = account.faults(ground);
    let Some(known) = account.figures.get::<service::Incomes>().filter(|known| !known.value.is_empty())
    else {
        none(account, ground, &mut screen.blocks);
        return screen;
    };
    let section = Section::new("years", texts.say("income-years"));
    screen.blocks.push(section.detail(describe(known.freshness, ground)).into());
    let mut years: Vec<_> = known.value.iter().collect();
    years.sort_by_key(|year| std::cmp::Reverse(year.year));
    screen.blocks.extend(years.into_iter().enumerate().map(|(index, year)| row(index, year, texts)));
    screen
}

/// Nothing is known, the service has none, or it does not offer this.
fn none(account: &Account, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    let website = account.failures.iter().find_map(|(name, failure)| match failure {
        Failure::NotOffered { website } if *name == service::Incomes::NAME => Some(website.clone()),
        _ => None,
    });
    let (title, detail) = if let Some(website) = &website {
        (texts.say("not-offered"), website.clone())
    } else {
        let known = account.figures.get::<service::Incomes>();
        (texts.say("income-none"), known.map(|known| describe(known.freshness, ground)))
    };
    into.push(Empty::new("no-income", Icon::Income, title).detail(detail).into());
    into.extend(website.flatten().map(|website| {
        secondary("open-website", texts.say("open-website"), true, device::Intent::OpenLink(website))
    }));
}

fn row(index: usize, year: &YearIncome, texts: &Texts) -> Block {
    let tax = year.tax.map(|tax| texts.tell("income-withheld", &[("amount", texts.money(tax).into())]));
    Row::new(format!("year-{index}"), Icon::Income, year.year.to_string())
        .detail(tax)
        .value(year.income.map(|income| texts.money(income)))
        .into()
}
