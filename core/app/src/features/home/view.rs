use fl_domain::{
    Freshness, Money,
    account::{Liability, NearestAccrual, TaxKind},
    service::account as service,
};

use super::status::status;
use crate::{
    kit::{
        blocks::text,
        screen::{Block, Empty, Figure, Icon, Progress, Row, Screen, Section, Tone},
        texts::Texts,
    },
    open::{
        Ground, Place,
        account::{Account, Known, describe},
        feature::Slot,
        nav,
    },
};

/// The first screen.
pub(super) fn view(ground: &Ground) -> Screen {
    let texts = ground.texts();
    let Some(account) = ground.account() else { return ground.screen(texts.say("home-title")) };
    let title = account.figures.get::<service::Taxpayer>().and_then(|known| known.value.name.clone());
    let mut screen = ground.screen(title.unwrap_or_else(|| texts.say("home-title")));
    let blocks = &mut screen.blocks;
    blocks.extend(ground.summary(Slot::HomeTop));
    let is_known = account.figures.get::<service::EnsBalance>().is_some();
    if is_known {
        figures(account, ground, blocks);
        let arrears = account.figures.get::<service::Arrears>();
        let accruals = account.figures.get::<service::Accruals>();
        liabilities(List::Arrears, arrears.as_ref(), ground, blocks);
        liabilities(List::Accruals, accruals.as_ref(), ground, blocks);
    } else {
        blocks.push(nothing_yet(account, texts));
    }
    blocks.extend(ground.summary(Slot::HomeReminder));
    if is_known {
        more(account, ground, blocks);
    }
    blocks.push(
        Row::new("profile", Icon::Person, texts.say("profile-title"))
            .detail(texts.say("profile-detail"))
            .touch(nav::Intent::Go(Place::Profile))
            .into(),
    );
    if is_known && account.for_this_run_only {
        blocks.push(text("for-this-run-only", Tone::Quiet, texts.say("for-this-run-only")));
    }
    screen
}

fn nothing_yet(account: &Account, texts: &Texts) -> Block {
    if account.refreshing {
        return Progress::new("loading", texts.say("loading")).into();
    }
    Empty::new("nothing-yet", Icon::Offline, texts.say("nothing-yet"))
        .detail(texts.say("nothing-yet-detail"))
        .into()
}

/// The status line, the amounts with their ages, and what is to be paid next.
fn figures(account: &Account, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    let figures = &account.figures;
    let Some(ens) = figures.get::<service::EnsBalance>() else { return };
    let totals = figures.get::<service::LiabilityTotals>();
    let payments = figures.get::<service::PaymentTotals>();
    let confirmed = payments.and_then(|known| {
        let payments = known.value.as_ref()?;
        Some((payments.confirmed, known.freshness))
    });
    let accrued = totals.as_ref().map(|known| (Some(known.value.accruals), known.freshness));
    let overdue = totals.as_ref().map(|known| (Some(known.value.arrears), known.freshness));
    into.push(status(account, ens.freshness, ground).into());
    into.extend(
        [
            ("balance", "home-balance", Some((ens.value.balance, ens.freshness))),
            ("recommended", "home-recommended", Some((ens.value.recommended, ens.freshness))),
            ("accrued", "home-accrued", accrued),
            ("overdue", "home-overdue", overdue),
            ("confirmed", "home-confirmed", confirmed),
        ]
        .into_iter()
        .filter_map(|(key, label, known)| {
            let (amount, freshness) = known?;
            Some(figure(key, texts.say(label), amount?, freshness, ground))
        }),
    );
    into.extend(ens.value.nearest.as_ref().map(|nearest| nearest_row(nearest, texts)));
}

fn figure(key: &str, label: String, amount: Money, freshness: Freshness, ground: &Ground) -> Block {
    let texts = ground.texts();
    let tone = if amount.is_negative() { Tone::Bad } else { Tone::Plain };
    Figure::new(key, label, texts.money(amount), describe(freshness, ground))
        .spoken(texts.spoken_money(amount))
        .tone(tone)
        .into()
}

fn nearest_row(nearest: &NearestAccrual, texts: &Texts) -> Block {
    let by = nearest.date.map(|date| texts.tell("by-date", &[("date", texts.date(date).into())]));
    Row::new("nearest", Icon::Tax, texts.say("home-nearest"))
        .detail(by)
        .value(texts.money(nearest.amount))
        .tone(Tone::Attention)
        .into()
}

#[derive(Clone, Copy, PartialEq)]
enum List {
    Arrears,
    Accruals,
}

fn liabilities(list: List, known: Option<&Known<&Vec<Liability>>>, ground: &Ground, into: &mut Vec<Block>) {
    let Some(known) = known.filter(|k| !k.value.is_empty()) else { return };
    let texts = ground.texts();
    let (key, title) = match list {
        List::Arrears => ("arrears", texts.say("home-arrears")),
        List::Accruals => ("accruals", texts.say("home-accruals")),
    };
    into.push(Section::new(key, title).detail(describe(known.freshness, ground)).into());
    let rows = known.value.iter().enumerate();
    into.extend(rows.map(|(index, row)| liability(list, format!("{key}-{index}"), row, texts)));
}

/// One tax; it leads to its operations.
fn liability(list: List, key: String, liability: &Liability, texts: &Texts) -> Block {
    let title = if liability.tax.title.is_empty() {
        texts.tell("tax-code", &[("code", (&liability.tax.code).into())])
    } else {
        liability.tax.title.clone()
    };
    let (tone, due) = match list {
        List::Arrears => (Tone::Bad, "was-due"),
        List::Accruals => (Tone::Plain, "by-date"),
    };
    let icon = match liability.tax.kind() {
        Some(TaxKind::Transport) => Icon::Transport,
        Some(TaxKind::Land) => Icon::Land,
        Some(TaxKind::Property) => Icon::Property,
        None => Icon::Tax,
    };
    Row::new(key, icon, title.as_str())
        .detail(liability.due_date().map(|date| texts.tell(due, &[("date", texts.date(date).into())])))
        .value(texts.money(liability.amount))
        .spoken(format!("{title}: {}", texts.spoken_money(liability.amount)))
        .tone(tone)
        .touch(nav::Intent::Find { place: Place::Operations, words: title })
        .into()
}

/// The ways to more.
fn more(account: &Account, ground: &Ground, into: &mut Vec<Block>) {
    let texts = ground.texts();
    into.push(Section::new("more", texts.say("home-more")).into());
    into.extend(account.figures.get::<service::Taxpayer>().map(|known| {
        let count = known.value.new_letters.unwrap_or(0);
        Row::new("letters", Icon::Letter, texts.say("home-letters"))
            .detail(describe(known.freshness, ground))
            .value(texts.tell("letters-new", &[("count", count.into())]))
            .tone(if count > 0 { Tone::Attention } else { Tone::Quiet })
            .into()
    }));
    into.extend(ground.summary(Slot::HomeMore));
}
