//! Income and the tax withheld from it, by year (2-NDFL).

use fl_domain::service::{Failure, Read};

use crate::{
    app::Intent,
    features::{
        account::{Account, describe},
        device,
    },
    model::Model,
    screen::{Block, Button, ButtonRole, Empty, Icon, Row, Screen, ScreenId, Section, Tone},
};

/// The page.
pub(crate) fn view(account: &Account, model: &Model) -> Screen {
    let texts = model.texts();
    let mut screen = model.screen(ScreenId::Income, texts.say("income-title"));
    let question = Read::Incomes.name();
    let website = account.failures.iter().find_map(|(name, failure)| match failure {
        Failure::NotOffered { website } if *name == question => Some(website.as_deref()),
        _ => None,
    });
    let Some(known) = account.figures.incomes.as_ref().filter(|k| !k.value.is_empty()) else {
        screen.blocks.push(Block::Empty(Empty {
            key: "no-income".to_owned(),
            icon: Icon::Income,
            title: if website.is_some() { texts.say("not-offered") } else { texts.say("income-none") },
            detail: match website {
                Some(website) => website.map(str::to_owned),
                None => account.figures.incomes.as_ref().map(|k| describe(k.freshness, model)),
            },
        }));
        if let Some(website) = website.flatten() {
            screen.blocks.push(Block::Button(Button {
                key: "open-website".to_owned(),
                label: texts.say("open-website"),
                role: ButtonRole::Secondary,
                enabled: true,
                intent: Intent::Device(device::Intent::OpenLink(website.to_owned())),
            }));
        }
        return screen;
    };
    screen.blocks.push(Block::Section(Section {
        key: "years".to_owned(),
        title: texts.say("income-years"),
        detail: Some(describe(known.freshness, model)),
    }));
    let mut years: Vec<_> = known.value.iter().collect();
    years.sort_by_key(|year| std::cmp::Reverse(year.year));
    screen.blocks.extend(years.into_iter().enumerate().map(|(index, year)| {
        Block::Row(Row {
            key: format!("year-{index}"),
            icon: Icon::Income,
            title: year.year.to_string(),
            detail: year.tax.map(|tax| texts.tell("income-withheld", &[("amount", texts.money(tax).into())])),
            value: year.income.map(|income| texts.money(income)),
            spoken: None,
            tone: Tone::Plain,
            intent: None,
        })
    }));
    screen
}
